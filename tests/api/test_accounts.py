"""People and rights: how they sign up and in, what they may, and what those get who try to break it."""
import re

import installation
from client import ApiTest

PASSWORD = "a river has many tributaries"
GRANTS = "/api/v1/accounts/{}/grants"


class Person:
    """Somebody with a browser: keeps the cookie and the CSRF token."""

    def __init__(self, api, answer):
        self.api = api
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.csrf = answer.json["csrf_token"]
        self.number = answer.json["account"]["person"]

    def get(self, path):
        return self.api.get(path, headers={"Cookie": self.cookie})

    def send(self, method, path, body=None, **headers):
        return self.api.send(method, path, body, {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, **headers})


class Accounts(ApiTest):
    installation = staticmethod(installation.with_people)
    _administrator = None

    def administrator(self):
        if Accounts._administrator is None:
            secret = self.installation().first_administrator_link()
            Accounts.first_secret = secret
            Accounts._administrator = Person(
                self.api, self.api.send("POST", "/api/v1/account/session/link", {"secret": secret}))
        return Accounts._administrator

    def secret_mailed_to(self, mail, page):
        known = 1
        while True:
            mails = self.installation().mails(known)
            found = [re.search(page + "#([\\w-]+)", one.get_content()) for one in mails if mail in one["To"]]
            found = [one for one in found if one]
            if found:
                return found[-1].group(1)
            self.assertGreaterEqual(len(mails), known, "no such mail came")
            known = len(mails) + 1

    def sign_up(self, mail):
        asked = self.api.send("POST", "/api/v1/account", {"mail": mail, "name": "Μαρία", "password": PASSWORD})
        self.assertEqual(asked.status, 202, asked.body)
        return self.secret_mailed_to(mail, "confirm")

    def person(self, mail):
        return Person(self.api, self.api.send("POST", "/api/v1/account/confirmation", {"secret": self.sign_up(mail)}))

    def sign_in(self, mail, password=PASSWORD):
        return self.api.send("POST", "/api/v1/account/session", {"mail": mail, "password": password})

    def test_a_visitor_is_nobody(self):
        self.assertEqual(self.api.get("/api/v1/account").json, {"account": None, "csrf_token": None})
        for path in ("sessions", "tokens", "export"):
            self.assert_problem(self.api.get("/api/v1/account/" + path), 401)
        self.assert_problem(self.api.get("/api/v1/accounts"), 401)
        self.assert_problem(self.api.send("DELETE", "/api/v1/account/session"), 401)

    def test_sign_up_confirm_out_and_in(self):
        secret = self.sign_up("Life@Example.org".lower())
        self.assert_problem(self.sign_in("life@example.org"), 401)
        confirmed = self.api.send("POST", "/api/v1/account/confirmation", {"secret": secret})
        self.assertEqual(confirmed.status, 200)
        for part in ("HttpOnly", "SameSite=Lax"):
            self.assertIn(part, confirmed.headers["Set-Cookie"])
        person = Person(self.api, confirmed)
        self.assertEqual(person.get("/api/v1/account").json["account"]["name"], "Μαρία")
        self.assertEqual(person.send("DELETE", "/api/v1/account/session").status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assertEqual(self.sign_in("LIFE@example.org").status, 200)
        again = self.api.send("POST", "/api/v1/account/confirmation", {"secret": secret})
        self.assert_problem(again, 422)

    def test_strangers_learn_nothing_of_addresses(self):
        self.person("known@example.org")
        answers = [self.api.send("POST", "/api/v1/account/password-reset", {"mail": mail})
                   for mail in ("known@example.org", "unknown@example.org")]
        self.assertEqual(answers[0].body, answers[1].body)
        wrong = [self.sign_in(mail, "wrong wrong wrong") for mail in ("known@example.org", "unknown@example.org")]
        self.assertEqual([one.status for one in wrong], [401, 401])
        self.assertEqual(wrong[0].body, wrong[1].body)

    def test_guessing_is_slowed_down(self):
        self.person("guessed@example.org")
        for _ in range(5):
            self.assert_problem(self.sign_in("guessed@example.org", "wrong wrong wrong"), 401)
        refused = self.sign_in("guessed@example.org")
        self.assert_problem(refused, 429)
        self.assertTrue(int(refused.headers["Retry-After"]) > 0)

    def test_a_write_by_cookie_needs_the_token_and_the_origin(self):
        person = self.person("csrf@example.org")
        wanted = {"name": "script"}
        for broken in ({"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": ""}, {"Origin": "https://evil.example"}):
            self.assert_problem(person.send("POST", "/api/v1/account/tokens", wanted, **broken), 403)
        own = {"Origin": f"http://127.0.0.1:{self.api.port}", "Host": f"127.0.0.1:{self.api.port}"}
        self.assertEqual(person.send("POST", "/api/v1/account/tokens", wanted, Origin=own["Origin"]).status, 201)

    def test_fields_are_held_to_the_description(self):
        send = lambda body: self.api.send("POST", "/api/v1/account", body)
        whole = {"mail": "x@example.org", "name": "X", "password": PASSWORD}
        self.assert_problem(send({**whole, "role": "administrator"}), 400, "role")
        self.assert_problem(send({**whole, "mail": "x@example.org\r\nBcc: y@example.org"}), 400, "mail")
        self.assert_problem(send({**whole, "password": "short"}), 400, "password")
        self.assert_problem(send({**whole, "name": 7}), 400, "name")
        self.assert_problem(send({"mail": "x@example.org", "name": "X"}), 400, "password")
        self.assert_problem(send([]), 400)
        form = self.api.ask("POST", "/api/v1/account", {"Content-Type": "text/plain"}, b"{}")
        self.assert_problem(form, 415)

    def test_tokens_read_but_cannot_change_the_account(self):
        person = self.person("token@example.org")
        made = person.send("POST", "/api/v1/account/tokens", {"name": "script", "days": 1}).json
        bearer = {"Authorization": "Bearer " + made["token"]}
        self.assertEqual(self.api.get("/api/v1/account", headers=bearer).json["account"]["person"], person.number)
        self.assert_problem(self.api.send("POST", "/api/v1/account/tokens", {"name": "more"}, bearer), 403)
        self.assertEqual(person.send("DELETE", f"/api/v1/account/tokens/{made['number']}").status, 204)
        self.assert_problem(self.api.get("/api/v1/account", headers=bearer), 401)

    def test_roles_are_given_and_taken_back_by_administrators_only(self):
        administrator, person = self.administrator(), self.person("role@example.org")
        grants = GRANTS.format(person.number)
        role = {"role": "member_state_representative", "scope": "PT"}
        self.assert_problem(person.send("POST", grants, role), 403)
        self.assert_problem(person.get("/api/v1/accounts"), 403)
        self.assert_problem(administrator.send("POST", grants, {"role": "emperor"}), 400, "role")
        self.assert_problem(administrator.send("POST", grants, {"role": role["role"]}), 400, "scope")
        self.assertEqual(administrator.send("POST", grants, role).status, 204)
        self.assert_problem(administrator.send("POST", grants, role), 409)
        held = person.get("/api/v1/account").json["account"]["grants"]
        self.assertEqual([(one["role"], one["scope"]) for one in held], [(role["role"], "PT")])
        self.assertEqual(administrator.send("DELETE", f"{grants}/{role['role']}?scope=PT").status, 204)
        self.assertEqual(person.get("/api/v1/account").json["account"]["grants"], [])

    def test_a_role_that_was_taken_back_holds_no_longer(self):
        administrator, person = self.administrator(), self.person("deputy@example.org")
        grants = GRANTS.format(person.number)
        self.assertEqual(administrator.send("POST", grants, {"role": "administrator"}).status, 204)
        self.assertEqual(person.get("/api/v1/accounts").status, 200)
        self.assert_problem(person.send("POST", grants, {"role": "auditor"}), 403)
        self.assertEqual(administrator.send("DELETE", grants + "/administrator").status, 204)
        self.assert_problem(person.get("/api/v1/accounts"), 403)

    def test_the_first_link_works_once_and_an_administrator_is_left(self):
        administrator = self.administrator()
        again = self.api.send("POST", "/api/v1/account/session/link", {"secret": Accounts.first_secret})
        self.assert_problem(again, 422)
        own = GRANTS.format(administrator.number)
        self.assert_problem(administrator.send("POST", own, {"role": "auditor"}), 403)
        self.assert_problem(administrator.send("DELETE", own + "/administrator"), 409)
        self.assert_problem(administrator.send("POST", "/api/v1/account/erasure", {}), 409)

    def test_a_reset_ends_the_sessions(self):
        person = self.person("reset@example.org")
        self.api.send("POST", "/api/v1/account/password-reset", {"mail": "reset@example.org"})
        secret = self.secret_mailed_to("reset@example.org", "reset-password")
        new = {"secret": secret, "password": "another sentence altogether"}
        self.assertEqual(self.api.send("POST", "/api/v1/account/password-reset/completion", new).status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assert_problem(self.sign_in("reset@example.org"), 401)
        self.assertEqual(self.sign_in("reset@example.org", new["password"]).status, 200)
        self.assert_problem(self.api.send("POST", "/api/v1/account/password-reset/completion", new), 422)

    def test_export_and_erasure(self):
        person = self.person("leaving@example.org")
        self.assertEqual(person.get("/api/v1/account/export").json["account"]["mail"], "leaving@example.org")
        self.assert_problem(person.send("POST", "/api/v1/account/erasure", {"password": "wrong wrong"}), 403, "password")
        self.assertEqual(person.send("POST", "/api/v1/account/erasure", {"password": PASSWORD}).status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assert_problem(self.sign_in("leaving@example.org"), 401)
        left = self.administrator().get("/api/v1/accounts").json["accounts"]
        erased = next(one for one in left if one["person"] == person.number)
        self.assertEqual((erased["mail"], erased["name"], erased["state"]), (None, "", "erased"))
