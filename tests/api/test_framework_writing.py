"""The framework changes: drafts, consultation, positions, agreement; and what those get who may not."""
import installation
from client import ApiTest
from people import People

VERSIONS = "/api/v1/framework/versions"
STATES = ("CY", "FI", "IE", "PT", "RO")
RULE = {"majority": "qualified", "quorum_percent": 80, "states_percent": 60,
        "entitled": [{"state": state, "population": 1_000_000} for state in STATES]}


def levels_as_texts(items):
    """The items of a version as an edit takes them."""
    return [{**item, "levels": [level["text"] for level in item["levels"]]} for item in items]


class FrameworkWriting(ApiTest):
    installation = staticmethod(lambda: installation.separate("framework"))

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        self.steward = self.people.with_role("framework_steward")

    def version(self, number):
        return self.api.get(f"{VERSIONS}/{number}").json

    def draft(self, number, based_on="0.1.0"):
        made = self.steward.send("POST", VERSIONS, {"number": number, "title": f"Draft {number}", "based_on": based_on})
        self.assertEqual(made.status, 201, made.body)
        return made.json

    def move(self, number, act, reasons="", person=None):
        revision = self.version(number)["revision"]
        return (person or self.steward).send("POST", f"{VERSIONS}/{number}/moves",
                                             {"revision": revision, "act": act, "reasons": reasons})

    def test_five_states_agree_one_with_a_reservation_and_a_minor_version_supersedes(self):
        self.assertEqual(self.steward.send("POST", "/api/v1/framework/rules", RULE).status, 204)
        for number in ("0.1.0", "0.2.0"):
            if number == "0.2.0":
                self.draft(number)
            for act in ("consult", "propose"):
                self.assertEqual(self.move(number, act).status, 200)
            for state in STATES:
                speaker = self.people.with_role("member_state_representative", state)
                reserves = state == "RO"
                taken = speaker.send("POST", f"{VERSIONS}/{number}/positions",
                                     {"state": state, "kind": "agree_with_reservation" if reserves else "agree",
                                      "text": "E4 is costly" if reserves else ""})
                self.assertEqual(taken.status, 201, taken.body)
            agreed = self.move(number, "agree")
            self.assertEqual((agreed.status, agreed.json["state"]), (200, "agreed"), agreed.body)
            self.assertEqual(agreed.json["outcome"]["agree_with_reservation"], 1)
        self.assertEqual(self.move("0.1.0", "supersede").json["state"], "superseded")
        refused = self.steward.send("PUT", f"{VERSIONS}/0.2.0", {
            "revision": self.version("0.2.0")["revision"], "title": "Other",
            "items": levels_as_texts(self.version("0.2.0")["items"])})
        self.assert_problem(refused, 409)
        self.assertEqual(self.version("0.2.0")["title"], "Draft 0.2.0")

    def test_an_edit_of_a_stale_revision_is_refused_and_loses_nothing(self):
        draft = self.draft("0.5.1")
        edit = {"revision": draft["revision"], "title": "First", "items": levels_as_texts(draft["items"])}
        self.assertEqual(self.steward.send("PUT", f"{VERSIONS}/0.5.1", edit).json["title"], "First")
        self.assert_problem(self.steward.send("PUT", f"{VERSIONS}/0.5.1", {**edit, "title": "Second"}), 409)
        self.assertEqual(self.version("0.5.1")["title"], "First")

    def test_a_field_inside_the_text_is_named(self):
        draft = self.draft("0.5.2")
        items = levels_as_texts(draft["items"])
        items[3]["levels"] = ["only", "two"]
        edit = {"revision": draft["revision"], "title": "T", "items": items}
        self.assert_problem(self.steward.send("PUT", f"{VERSIONS}/0.5.2", edit), 400, "items[3].levels")
        items[3] = {**levels_as_texts(draft["items"])[3], "kind": "idea"}
        self.assert_problem(self.steward.send("PUT", f"{VERSIONS}/0.5.2", edit), 400, "items[3].kind")
        self.assert_problem(self.steward.send("POST", VERSIONS, {"number": "1", "title": "T"}), 400, "number")

    def test_amendments_are_proposed_by_members_and_settled_by_stewards(self):
        self.draft("0.6.0")
        member = self.people.person("amending@example.org")
        wanted = {"item": "E4", "before": "", "after": "Resources are named each year.", "reason": "They vanish."}
        early = member.send("POST", f"{VERSIONS}/0.6.0/amendments", wanted)
        self.assert_problem(early, 409)
        self.assertEqual(self.move("0.6.0", "consult").status, 200)
        nothing = member.send("POST", f"{VERSIONS}/0.6.0/amendments", {**wanted, "item": "E99"})
        self.assert_problem(nothing, 404)
        self.assertIn("E99", nothing.json["detail"])
        self.assert_problem(member.send("POST", f"{VERSIONS}/0.6.0/amendments", {**wanted, "reason": " "}), 400, "reason")
        made = member.send("POST", f"{VERSIONS}/0.6.0/amendments", wanted)
        self.assertEqual(made.status, 201, made.body)
        address = f"/api/v1/framework/amendments/{made.json['id']}"
        self.assertEqual(self.steward.send("POST", address + "/supporters").status, 204)
        [amendment] = self.version("0.6.0")["amendments"]
        self.assertEqual(amendment["supporters"], 2)
        seen = [reader.get(address + "/supporters").json for reader in (self.api, member)]
        self.assertEqual([[(one["name"], one["is_you"]) for one in told["supporters"]] for told in seen],
                         [[(None, False)] * 2, [("Μαρία", True), ("Μαρία", False)]])
        self.assert_problem(self.api.get("/api/v1/framework/amendments/999/supporters"), 404)
        accept = {"revision": amendment["revision"], "act": "accept", "reasons": "Clearer."}
        self.assert_problem(member.send("POST", address + "/moves", accept), 409)  # it was not debated
        debate = {**accept, "act": "debate"}
        self.assert_problem(member.send("POST", address + "/moves", debate), 403)
        self.assertEqual(self.steward.send("POST", address + "/moves", debate).status, 204)
        self.assert_problem(self.steward.send("POST", address + "/moves", accept), 409)  # that revision is over
        self.assertEqual(self.version("0.6.0")["amendments"][0]["state"], "debated")

    def test_every_write_is_refused_without_rights(self):
        self.draft("0.7.0")
        version = self.version("0.7.0")
        edit = {"revision": version["revision"], "title": "T", "items": levels_as_texts(version["items"])}
        writes = [("POST", VERSIONS, {"number": "0.8.0", "title": "T"}),
                  ("PUT", f"{VERSIONS}/0.7.0", edit),
                  ("POST", f"{VERSIONS}/0.7.0/moves", {"revision": version["revision"], "act": "consult"}),
                  ("POST", f"{VERSIONS}/0.7.0/positions", {"state": "PT", "kind": "agree"}),
                  ("POST", "/api/v1/framework/rules", RULE)]
        member = self.people.person("without.rights@example.org")
        of_finland = self.people.with_role("member_state_representative", "FI")
        for method, path, body in writes:
            self.assert_problem(self.api.send(method, path, body), 401)
            self.assert_problem(member.send(method, path, body), 403)
            self.assert_problem(of_finland.send(method, path, body), 403)
        for path, body in ((f"{VERSIONS}/0.7.0/amendments", {"after": "a", "reason": "b"}),
                           ("/api/v1/framework/amendments/1/moves", {"revision": 1, "act": "debate"})):
            self.assert_problem(self.api.send("POST", path, body), 401)
        self.assert_problem(self.api.send("POST", "/api/v1/framework/amendments/1/supporters"), 401)
        self.assertEqual(self.version("0.7.0"), version)
