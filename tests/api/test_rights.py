"""Every address that changes something, as the OpenAPI document lists them, is tried by those who may not."""
import re

import installation
from client import ApiTest
from people import People

WRITES = ("post", "put", "patch", "delete")
# What a stranger may do: get an account, and in again. Nothing here changes anything without a secret or a mail.
FOR_STRANGERS = {
    "/api/v1/account", "/api/v1/account/confirmation", "/api/v1/account/session", "/api/v1/account/session/link",
    "/api/v1/account/password-reset", "/api/v1/account/password-reset/completion", "/api/v1/account/mail/confirmation",
}
# Asked with POST because what is asked may be too long for an address; it changes nothing.
QUESTIONS = {"/api/v1/scouting/needs", "/api/v1/partners", "/api/v1/consortium/check", "/api/v1/consortium/propose"}


class Rights(ApiTest):
    installation = staticmethod(lambda: installation.separate("rights"))

    def writes(self, place="nothing"):
        """Method, template, address with `place` for each placeholder, operation."""
        for template, item in self.api.description["paths"].items():
            for method in WRITES:
                if method in item and template not in QUESTIONS:
                    yield method.upper(), template, re.sub(r"\{\w+\}", place, template), item[method]

    def test_a_visitor_writes_nothing(self):
        tried = 0
        for method, template, path, operation in self.writes():
            if template in FOR_STRANGERS and method == "POST":
                continue
            body = {} if "requestBody" in operation else None
            with self.subTest(method=method, path=template):
                self.assert_problem(self.api.send(method, path, body), 401)
            tried += 1
        self.assertGreater(tried, 40)

    def test_what_a_stranger_may_do_refuses_pages_of_other_servers(self):
        for method, template, path, _ in self.writes():
            if template in FOR_STRANGERS and method == "POST":
                with self.subTest(path=template):
                    self.assert_problem(self.api.send(method, path, {}, {"Origin": "https://evil.example"}), 403)

    def test_a_session_of_another_page_writes_nothing(self):
        member = People.of(self).person("rights@example.org")
        for method, template, path, operation in self.writes():
            if template in FOR_STRANGERS and method == "POST":
                continue
            body = {} if "requestBody" in operation else None
            with self.subTest(method=method, path=template):
                self.assert_problem(member.send(method, path, body, **{"X-CSRF-Token": "another"}), 403)

    def test_a_member_without_a_role_changes_nothing_of_others(self):
        member = People.of(self).person("no.role@example.org")
        for method, template, path, operation in self.writes("1"):
            if template in FOR_STRANGERS or template.startswith(("/api/v1/account/", "/api/v1/notices/")):
                continue
            body = {} if "requestBody" in operation else None
            with self.subTest(method=method, path=template):
                answer = member.send(method, path, body)
                self.assertIn(answer.status, (400, 403, 404), answer.body)
