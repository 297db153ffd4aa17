"""What people are told: on the page, by mail and by feed."""
import json
import re
from xml.etree import ElementTree

import installation
from client import ApiTest
from people import PASSWORD, People, Person

NOTICES = "/api/v1/notices"
ATOM = "{http://www.w3.org/2005/Atom}"


class Notices(ApiTest):
    installation = staticmethod(lambda: installation.separate("notices"))

    def setUp(self):
        super().setUp()
        self.people = People.of(self)

    def grant(self, person, panel):
        given = self.people.administrator().send("POST", f"/api/v1/accounts/{person.number}/grants",
                                                 {"role": "reviewer", "scope": panel})
        self.assertEqual(given.status, 204, given.body)

    def told(self, person, query=""):
        answer = person.api.ask("GET", NOTICES + query, {"Cookie": person.cookie})
        self.api.validate(NOTICES, answer)
        return answer.json

    def send_due(self):
        """What `tributary notices send` says."""
        while True:
            code, printed, _ = self.installation().run("notices", "send", "--json", "--public-url",
                                                       "https://tributary.example.org")
            self.assertEqual(code, 0, printed)
            if not json.loads(printed)["done_elsewhere"]:  # the server sends as well, once a minute
                return json.loads(printed)

    def mails_to(self, mail):
        return [one for one in self.installation().mails() if mail in one["To"] and one["List-Unsubscribe"]]

    def test_visitors_are_told_nothing(self):
        for path in (NOTICES, NOTICES + "/preferences"):
            self.assert_problem(self.api.get(path), 401)

    def test_a_role_that_is_given_is_told_to_its_person_in_their_language_and_read_once(self):
        person, other = self.people.person("told@example.org"), self.people.person("untold@example.org")
        self.grant(person, "north")
        self.grant(person, "south")
        told = self.told(person)
        self.assertEqual([(one["kind"], one["about"], one["word"]) for one in told["notices"]],
                         [("role_given", "south", "reviewer"), ("role_given", "north", "reviewer")])
        self.assertEqual(told["unread"], 2)
        self.assertEqual(self.told(person, "?language=de&limit=1")["notices"][0]["text"],
                         "Ihnen wurde eine Rolle gegeben: Gutachten (south)")
        newest = told["notices"][0]["id"]
        self.assertEqual(self.told(other)["notices"], [])
        self.assertEqual(self.told(self.people.administrator(), "?limit=0")["notices"], [])
        self.assert_problem(other.send("POST", f"{NOTICES}/{newest}/read"), 404)
        self.assertEqual(person.send("POST", f"{NOTICES}/{newest}/read").status, 204)
        self.assertEqual([one["about"] for one in self.told(person, "?shown=unread")["notices"]], ["north"])
        self.assertEqual(self.told(person, "?limit=0")["unread"], 1)

    def test_all_up_to_the_newest_that_was_seen_are_read_at_once(self):
        person = self.people.person("reads.all@example.org")
        for panel in ("a", "b", "c"):
            self.grant(person, panel)
        seen = self.told(person)["notices"][1]["id"]
        self.assert_problem(person.send("POST", NOTICES + "/read", {}), 400, "newest")
        self.assertEqual(person.send("POST", NOTICES + "/read", {"newest": seen}).status, 204)
        self.assertEqual(self.told(person)["unread"], 1)

    def test_pages_go_on_where_the_last_ended(self):
        person = self.people.person("pages@example.org")
        for panel in ("a", "b", "c"):
            self.grant(person, panel)
        first = self.told(person, "?limit=2")
        self.assertTrue(first["has_more"])
        rest = self.told(person, f"?limit=2&before={first['notices'][-1]['id']}")
        self.assertEqual([one["about"] for one in first["notices"] + rest["notices"]], ["c", "b", "a"])
        self.assertFalse(rest["has_more"])

    def test_who_wants_each_at_once_gets_one_mail_and_ends_them_with_one_click(self):
        person = self.people.person("mailed@example.org")
        self.assertEqual(person.get(NOTICES + "/preferences").json, {"mail": "daily", "not_by_mail": [], "has_feed": False})
        self.assert_problem(person.send("PUT", NOTICES + "/preferences", {"mail": "hourly"}), 400, "mail")
        self.assertEqual(person.send("PUT", NOTICES + "/preferences", {"mail": "each"}).status, 204)
        self.grant(person, "north")
        self.send_due()
        self.assertEqual(self.send_due()["sent"], 0, "nothing is sent twice")
        mails = self.mails_to("mailed@example.org")
        self.assertEqual(len(mails), 1)
        text = mails[0].get_content()
        self.assertIn("Reviewer (north)", text)
        self.assertIn("/account#notices", text)
        link = mails[0]["List-Unsubscribe"].strip("<> ")
        if link.startswith("https:"):
            self.assertEqual(mails[0]["List-Unsubscribe-Post"], "List-Unsubscribe=One-Click")
        path = re.sub(r"https?://[^/]+", "", link)
        # As RFC 8058 has it: no cookie, a form, and the mail program's own origin or none.
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for _ in range(2):
            self.assertEqual(self.api.ask("POST", path, form, b"List-Unsubscribe=One-Click").status, 204)
        self.assertEqual(person.get(NOTICES + "/preferences").json["mail"], "none")
        self.grant(person, "south")
        self.assertEqual(self.send_due()["sent"], 0)
        self.assertEqual(self.api.ask("POST", "/unsubscribe/guessed", form, b"").status, 404)

    def test_what_somebody_mutes_is_told_on_the_page_and_not_by_mail(self):
        person = self.people.person("muted@example.org")

        def choose(**chosen):
            return person.send("PUT", NOTICES + "/preferences", chosen)
        self.assert_problem(choose(mail="each", not_by_mail=["gossip"]), 400, "not_by_mail")
        self.assert_problem(choose(mail="each", not_by_mail="roles"), 400, "not_by_mail")
        self.assertEqual(choose(mail="each", not_by_mail=["roles", "panels", "roles"]).status, 204)
        self.assertEqual(person.get(NOTICES + "/preferences").json["not_by_mail"], ["panels", "roles"])
        self.assertEqual(person.get("/api/v1/account/export").json["notices_not_by_mail"], ["panels", "roles"])
        self.grant(person, "north")
        self.send_due()
        self.assertEqual(self.mails_to("muted@example.org"), [])
        self.assertEqual([one["kind"] for one in self.told(person)["notices"]], ["role_given"])
        self.assertEqual(choose(mail="each").status, 204)
        self.assertEqual(person.get(NOTICES + "/preferences").json["not_by_mail"], [])
        self.send_due()
        self.assertEqual(len(self.mails_to("muted@example.org")), 1)

    def test_looking_at_the_link_ends_nothing(self):
        self.assertEqual(self.api.ask("GET", "/unsubscribe/anything").status, 200)

    def test_a_feed_is_read_by_its_address_alone_until_that_is_renewed(self):
        person = self.people.person("feed@example.org")
        self.grant(person, "north & <south>")
        made = person.send("POST", NOTICES + "/feed")
        self.assertEqual(made.status, 201)
        path = re.sub(r"https?://[^/]+", "", made.json["address"])
        answer = self.api.ask("GET", path)
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/atom+xml"))
        entries = ElementTree.fromstring(answer.body).findall(ATOM + "entry")
        self.assertEqual([entry.findtext(ATOM + "title") for entry in entries],
                         ["You were given a role: Reviewer (north & <south>)"])
        again = self.api.ask("GET", path, {"If-None-Match": answer.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        self.grant(person, "west")
        self.assertEqual(self.api.ask("GET", path, {"If-None-Match": answer.headers["ETag"]}).status, 200)
        self.assertEqual(person.send("POST", NOTICES + "/feed").status, 201)
        self.assertEqual(self.api.ask("GET", path).status, 404)
        self.assertTrue(person.get(NOTICES + "/preferences").json["has_feed"])
        self.assertEqual(person.send("DELETE", NOTICES + "/feed").status, 204)
        self.assertFalse(person.get(NOTICES + "/preferences").json["has_feed"])

    def test_a_token_reads_notices_and_makes_no_feed(self):
        person = self.people.person("token@example.org")
        token = person.send("POST", "/api/v1/account/tokens", {"name": "script"}).json["token"]
        bearer = {"Authorization": "Bearer " + token}
        self.assertEqual(self.api.get(NOTICES, headers=bearer).json["unread"], 0)
        self.assert_problem(self.api.send("POST", NOTICES + "/feed", headers=bearer), 403)

    def test_notices_are_in_the_export_of_a_person_and_go_with_the_account(self):
        person = self.people.person("leaves@example.org")
        self.grant(person, "north")
        path = re.sub(r"https?://[^/]+", "", person.send("POST", NOTICES + "/feed").json["address"])
        kept = person.get("/api/v1/account/export").json
        self.assertEqual([one["about"] for one in kept["notices"]], ["north"])
        self.assertEqual(kept["notices_by_mail"], "daily")
        self.assertEqual(person.send("POST", "/api/v1/account/erasure", {"password": PASSWORD}).status, 204)
        self.assertEqual(self.api.ask("GET", path).status, 404)


class Demonstration(ApiTest):
    installation = staticmethod(installation.demonstration_ecosystem)

    def told(self, name):
        secret = self.installation().sign_in_secret(f"{name}@demonstration.example")
        person = Person(self.api, self.api.send("POST", "/api/v1/account/session/link", {"secret": secret}))
        return person.get(NOTICES).json["notices"]

    def test_each_is_told_what_concerns_them(self):
        for name, kinds in (("representative-ro", {"consultation_opened", "position_asked", "authority_asked"}),
                            ("chair", {"innovation_proposed", "gate_ready"}),
                            ("reviewer-2", {"assessment_asked"}),
                            ("steward", {"amendment_proposed"}),
                            ("innovator-mcrsdp", {"innovation_decided"})):
            with self.subTest(name):
                self.assertLessEqual(kinds, {one["kind"] for one in self.told(name)})

    def test_notices_lead_to_pages_whose_thing_is_there(self):
        for name in ("representative-ro", "chair", "innovator-mcrsdp", "steward"):
            for notice in self.told(name):
                path = notice["page"].split("#")[0].replace("/framework/", "/framework/versions/")
                with self.subTest(path):
                    self.assertEqual(self.api.get("/api/v1" + path).status, 200)


class MailServer(ApiTest):
    installation = staticmethod(lambda: installation.separate("notices"))

    def test_a_password_on_the_command_line_is_refused_with_the_way_out(self):
        for command in (("serve",), ("notices", "send")):
            code, _, complaint = self.installation().run(*command, "--smtp", "smtp://maria:secret@mail.example.org")
            self.assertNotEqual(code, 0)
            self.assertIn("--smtp-password-file", complaint)
            self.assertNotIn("secret", complaint)
