"""People and rights: how they sign up and in, what they may, and what those get who try to break it."""
import installation
from client import ApiTest
from people import PASSWORD, People, Person

GRANTS = "/api/v1/accounts/{}/grants"


class Accounts(ApiTest):
    installation = staticmethod(lambda: installation.separate("accounts"))

    def setUp(self):
        super().setUp()
        self.people = People.of(self)

    def test_a_visitor_is_nobody(self):
        self.assertEqual(self.api.get("/api/v1/account").json, {"account": None, "csrf_token": None})
        for path in ("sessions", "tokens", "export"):
            self.assert_problem(self.api.get("/api/v1/account/" + path), 401)
        self.assert_problem(self.api.get("/api/v1/accounts"), 401)
        self.assert_problem(self.api.send("DELETE", "/api/v1/account/session"), 401)

    def test_sign_up_confirm_out_and_in(self):
        secret = self.people.sign_up("Life@Example.org".lower())
        self.assert_problem(self.people.sign_in("life@example.org"), 401)
        confirmed = self.people.confirm(secret)
        self.assertEqual(confirmed.status, 200)
        for part in ("HttpOnly", "SameSite=Lax"):
            self.assertIn(part, confirmed.headers["Set-Cookie"])
        person = Person(self.api, confirmed)
        self.assertEqual(person.get("/api/v1/account").json["account"]["name"], "Μαρία")
        self.assertEqual(person.send("DELETE", "/api/v1/account/session").status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assertEqual(self.people.sign_in("LIFE@example.org").status, 200)
        again = self.people.confirm(secret)
        self.assert_problem(again, 422)

    def test_strangers_learn_nothing_of_addresses(self):
        self.people.person("known@example.org")
        answers = [self.api.send("POST", "/api/v1/account/password-reset", {"mail": mail})
                   for mail in ("known@example.org", "unknown@example.org")]
        self.assertEqual(answers[0].body, answers[1].body)
        wrong = [self.people.sign_in(mail, "wrong wrong wrong") for mail in ("known@example.org", "unknown@example.org")]
        self.assertEqual([one.status for one in wrong], [401, 401])
        self.assertEqual(wrong[0].body, wrong[1].body)

    def test_guessing_is_slowed_down(self):
        self.people.person("guessed@example.org")
        for _ in range(5):
            self.assert_problem(self.people.sign_in("guessed@example.org", "wrong wrong wrong"), 401)
        refused = self.people.sign_in("guessed@example.org")
        self.assert_problem(refused, 429)
        self.assertTrue(int(refused.headers["Retry-After"]) > 0)

    def test_a_write_by_cookie_needs_the_token_and_the_origin(self):
        person = self.people.person("csrf@example.org")
        wanted = {"name": "script"}
        for broken in ({"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": ""}, {"Origin": "https://evil.example"}):
            self.assert_problem(person.send("POST", "/api/v1/account/tokens", wanted, **broken), 403)
        own = {"Origin": f"http://127.0.0.1:{self.api.port}", "Host": f"127.0.0.1:{self.api.port}"}
        self.assertEqual(person.send("POST", "/api/v1/account/tokens", wanted, Origin=own["Origin"]).status, 201)

    def test_fields_are_held_to_the_description(self):
        send = lambda body: self.api.send("POST", "/api/v1/account", body)
        self.assert_problem(send({"mail": "x@example.org", "role": "administrator"}), 400, "role")
        self.assert_problem(send({"mail": "x@example.org\r\nBcc: y@example.org"}), 400, "mail")
        self.assert_problem(send({"mail": 7}), 400, "mail")
        self.assert_problem(send({}), 400, "mail")
        self.assert_problem(send([]), 400)
        form = self.api.ask("POST", "/api/v1/account", {"Content-Type": "text/plain"}, b"{}")
        self.assert_problem(form, 415)

    def test_a_link_is_not_used_up_by_a_name_or_password_that_will_not_do(self):
        secret = self.people.sign_up("careful@example.org")
        confirm = lambda **body: self.api.send("POST", "/api/v1/account/confirmation", {"secret": secret, **body})
        self.assert_problem(confirm(name="X", password="short"), 400, "password")
        self.assert_problem(confirm(name="", password=PASSWORD), 400, "name")
        self.assertEqual(confirm(name="X", password=PASSWORD).status, 200)

    def test_who_signs_up_for_another_leaves_nothing_behind(self):
        first = self.people.sign_up("owner@example.org")
        second = self.people.sign_up("owner@example.org", mails=2)
        self.assert_problem(self.people.confirm(first), 422)
        self.assertEqual(self.people.confirm(second).status, 200)

    def test_another_mail_address_holds_once_it_is_confirmed(self):
        person = self.people.person("old@example.org")
        self.assert_problem(
            person.send("POST", "/api/v1/account/mail", {"mail": "new@example.org", "password": "wrong wrong"}), 403, "password")
        asked = person.send("POST", "/api/v1/account/mail", {"mail": "new@example.org", "password": PASSWORD})
        self.assertEqual(asked.status, 202)
        self.assertEqual(person.get("/api/v1/account").json["account"]["mail"], "old@example.org")
        secret = self.people.secret_mailed_to("new@example.org", "confirm-mail")
        confirmed = self.api.send("POST", "/api/v1/account/mail/confirmation", {"secret": secret})
        self.assertEqual(confirmed.status, 204)
        self.assertEqual(self.people.sign_in("new@example.org").status, 200)
        self.assert_problem(self.people.sign_in("old@example.org"), 401)

    def test_tokens_read_but_cannot_change_the_account(self):
        person = self.people.person("token@example.org")
        made = person.send("POST", "/api/v1/account/tokens", {"name": "script", "days": 1}).json
        bearer = {"Authorization": "Bearer " + made["token"]}
        self.assertEqual(self.api.get("/api/v1/account", headers=bearer).json["account"]["person"], person.number)
        self.assert_problem(self.api.send("POST", "/api/v1/account/tokens", {"name": "more"}, bearer), 403)
        self.assertEqual(person.send("DELETE", f"/api/v1/account/tokens/{made['number']}").status, 204)
        self.assert_problem(self.api.get("/api/v1/account", headers=bearer), 401)

    def test_roles_are_given_and_taken_back_by_administrators_only(self):
        administrator, person = self.people.administrator(), self.people.person("role@example.org")
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
        administrator, person = self.people.administrator(), self.people.person("deputy@example.org")
        grants = GRANTS.format(person.number)
        self.assertEqual(administrator.send("POST", grants, {"role": "administrator"}).status, 204)
        self.assertEqual(person.get("/api/v1/accounts").status, 200)
        self.assert_problem(person.send("POST", grants, {"role": "auditor"}), 403)
        self.assertEqual(administrator.send("DELETE", grants + "/administrator").status, 204)
        self.assert_problem(person.get("/api/v1/accounts"), 403)

    def test_the_first_link_works_once_and_an_administrator_is_left(self):
        administrator = self.people.administrator()
        again = self.api.send("POST", "/api/v1/account/session/link", {"secret": self.people.first_secret})
        self.assert_problem(again, 422)
        own = GRANTS.format(administrator.number)
        self.assert_problem(administrator.send("POST", own, {"role": "auditor"}), 403)
        self.assert_problem(administrator.send("DELETE", own + "/administrator"), 409)
        self.assert_problem(administrator.send("POST", "/api/v1/account/erasure", {}), 409)

    def test_a_reset_ends_the_sessions(self):
        person = self.people.person("reset@example.org")
        self.api.send("POST", "/api/v1/account/password-reset", {"mail": "reset@example.org"})
        secret = self.people.secret_mailed_to("reset@example.org", "reset-password")
        new = {"secret": secret, "password": "another sentence altogether"}
        self.assertEqual(self.api.send("POST", "/api/v1/account/password-reset/completion", new).status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assert_problem(self.people.sign_in("reset@example.org"), 401)
        self.assertEqual(self.people.sign_in("reset@example.org", new["password"]).status, 200)
        self.assert_problem(self.api.send("POST", "/api/v1/account/password-reset/completion", new), 422)

    def test_export_and_erasure(self):
        person = self.people.person("leaving@example.org")
        self.assertEqual(person.get("/api/v1/account/export").json["account"]["mail"], "leaving@example.org")
        self.assert_problem(person.send("POST", "/api/v1/account/erasure", {"password": "wrong wrong"}), 403, "password")
        self.assertEqual(person.send("POST", "/api/v1/account/erasure", {"password": PASSWORD}).status, 204)
        self.assertIsNone(person.get("/api/v1/account").json["account"])
        self.assert_problem(self.people.sign_in("leaving@example.org"), 401)
        left = self.people.administrator().get("/api/v1/accounts").json["accounts"]
        erased = next(one for one in left if one["person"] == person.number)
        self.assertEqual((erased["mail"], erased["name"], erased["state"]), (None, "", "erased"))
