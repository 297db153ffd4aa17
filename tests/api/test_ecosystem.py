"""The demonstration ecosystem, and what waits for its people."""
from xml.etree import ElementTree

import installation
from client import ApiTest
from people import Person

TASKS = "/api/v1/account/tasks"


class PlainDemonstration(ApiTest):
    def test_without_its_content_the_ecosystem_is_no_demonstration(self):
        self.assertEqual(self.api.get("/api/v1/ecosystem").json, {"demonstration": False})

    def test_a_visitor_has_no_tasks(self):
        self.assert_problem(self.api.get(TASKS), 401)


class DemonstrationEcosystem(ApiTest):
    installation = staticmethod(installation.demonstration_ecosystem)

    def member(self, name):
        secret = self.installation().sign_in_secret(f"{name}@demonstration.example")
        return Person(self.api, self.api.send("POST", "/api/v1/account/session/link", {"secret": secret}))

    def tasks(self, name):
        return self.member(name).get(TASKS).json["tasks"]

    def test_it_says_what_it_is(self):
        self.assertEqual(self.api.get("/api/v1/ecosystem").json, {"demonstration": True})

    def test_its_pages_have_what_the_issue_asks_for(self):
        self.assertEqual(self.api.get("/api/v1/framework/versions/0.1.0").json["state"], "agreed")
        applied = self.api.get("/api/v1/applications").json["rows"]
        self.assertEqual([row["code"] for row in applied], ["CY", "FI", "IE", "PT", "PT11", "RO"])
        self.assertEqual(self.api.get("/api/v1/innovations").json["total"], 14)

    def test_its_feed_has_what_was_decided_newest_first_and_each_entry_once(self):
        answer = self.api.ask("GET", "/feed.atom")
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/atom+xml"))
        atom = "{http://www.w3.org/2005/Atom}"
        entries = ElementTree.fromstring(answer.body).findall(atom + "entry")
        titles = [entry.findtext(atom + "title") for entry in entries]
        self.assertIn("Framework 0.2.0: consultation", titles)
        self.assertEqual(titles[0], "Learning diaries that are spoken, not written: decline, now assessment")
        moments = [entry.findtext(atom + "updated") for entry in entries]
        self.assertEqual(moments, sorted(moments, reverse=True))
        names = {entry.findtext(atom + "id") for entry in entries}
        self.assertEqual((len(entries), len(names)), (42, 42))

    def test_the_steward_settles_amendments(self):
        kinds = [(task["kind"], task["about"]) for task in self.tasks("steward")]
        self.assertEqual(kinds, [("settle_amendment", "0.2.0 E10"), ("settle_amendment", "0.2.0 P4")])

    def test_tasks_lead_to_pages_whose_thing_is_there(self):
        for name in ("steward", "chair", "reviewer-2", "representative-ro", "agency-cy", "innovator-mcrsdp"):
            tasks = self.tasks(name)
            self.assertTrue(tasks, name)
            for task in tasks:
                path = task["page"].split("#")[0].replace("/framework/", "/framework/versions/")
                version = None
                if path.startswith("/applications/"):
                    path, _, version = path.rpartition("/")
                answer = self.api.get("/api/v1" + path, {"version": version} if version else None)
                self.assertEqual(answer.status, 200, task)

    def test_who_has_no_part_has_no_tasks(self):
        self.assertEqual(self.tasks("member"), [])
        self.assertEqual(self.tasks("auditor"), [])
