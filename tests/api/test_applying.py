"""States apply an agreed version of the framework; and what those get who may not."""
import installation
from client import ApiTest
from people import People
from test_framework_writing import levels_as_texts

VERSIONS = "/api/v1/framework/versions"
APPLICATIONS = "/api/v1/applications"
STATES = ("FI", "PT")
RULE = {"majority": "unanimity", "quorum_percent": 50,
        "entitled": [{"state": state, "population": 1_000_000} for state in STATES]}


class Applying(ApiTest):
    installation = staticmethod(lambda: installation.separate("applying"))

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        self.steward = self.people.with_role("framework_steward")
        self.portugal = self.people.with_role("member_state_representative", "PT")
        self.finland = self.people.with_role("member_state_representative", "FI")
        self.agree("0.1.0")

    # -- the framework, on the way there

    def agree(self, number):
        """Once; all tests share the installation."""
        if self.api.get(f"{VERSIONS}/{number}").json["state"] != "draft":
            return
        self.written(self.steward.send("POST", "/api/v1/framework/rules", RULE))
        for act in ("consult", "propose", "agree"):
            if act == "agree":
                for state, person in (("PT", self.portugal), ("FI", self.finland)):
                    self.written(person.send("POST", f"{VERSIONS}/{number}/positions", {"state": state, "kind": "agree"}))
            revision = self.api.get(f"{VERSIONS}/{number}").json["revision"]
            self.written(self.steward.send("POST", f"{VERSIONS}/{number}/moves", {"revision": revision, "act": act}))

    def written(self, answer):
        self.assertIn(answer.status, (200, 201, 204), answer.body)
        return answer.json if answer.body else None

    # -- applications

    def begin(self, person, code, **more):
        return person.send("POST", APPLICATIONS, {"code": code, "version": "0.1.0", "type": "strategy", **more})

    def application(self, code):
        return self.api.get(f"{APPLICATIONS}/{code}", {"version": "0.1.0"}).json

    def begun(self, code):
        """A region has its own application, so that no test meets another's."""
        return self.written(self.begin(self.portugal, code))

    def edit(self, person, seen, item="E1", **said):
        return person.send("PUT", f"{APPLICATIONS}/{seen['code']}/items/{item}",
                           {"version": "0.1.0", "revision": seen["revision"], "status": "in_place", **said})

    def item(self, application, key):
        return next(item for item in application["items"] if item["key"] == key)

    def test_a_state_says_what_it_makes_of_an_item(self):
        begun = self.begun("PT11")
        self.assertEqual((begun["stage"], begun["revision"], begun["region"]), ("design", 1, "PT11"))
        self.assertEqual(self.item(begun, "E1")["status"], None)
        self.assertEqual(self.item(begun, "E1")["self_assessed"], None)
        said = self.written(self.edit(
            self.portugal, begun, self_assessed="absent", adaptation="With the regions.",
            evidence_links=["https://example.org/law"], responsible_body="Ministry", **{"from": "2026-01-01", "until": None}))
        item = self.item(said, "E1")
        self.assertEqual(item["self_assessed"], {"number": 0, "name": "absent"})
        self.assertEqual((item["evidence_links"], item["from"], item["until"]),
                         (["https://example.org/law"], "2026-01-01", None))
        self.assertTrue(item["adapted"])
        self.assertEqual(self.application("PT11"), said)
        rows = {row["code"]: row for row in self.api.get(APPLICATIONS, {"version": "0.1.0"}).json["rows"]}
        self.assertIsNone(rows["FI"]["cells"])
        cells = {cell["item"]: cell for cell in rows["PT11"]["cells"]}
        self.assertEqual((cells["E1"]["self_assessed"]["number"], cells["E2"]["self_assessed"]), (0, None))

    def test_peers_assess_apart_and_nobody_their_own_state(self):
        seen = self.written(self.edit(self.portugal, self.begun("PT15"), self_assessed="established"))
        review = {"version": "0.1.0", "revision": seen["revision"], "item": "E1", "level": "emerging", "reasons": "Seen on site."}
        path = f"{APPLICATIONS}/PT15/reviews"
        own = self.people.with_role("national_agency_officer", "PT")
        for person in (own, self.portugal, self.finland, self.steward):
            self.assert_problem(person.send("POST", path, review), 403)
        peer = self.people.with_role("national_agency_officer", "FI")
        self.assert_problem(peer.send("POST", path, {**review, "reasons": ""}), 422, "reasons")
        item = self.item(self.written(peer.send("POST", path, review)), "E1")
        self.assertEqual((item["self_assessed"]["number"], item["peer_reviewed"]["number"], item["distance"]), (3, 2, -1))
        self.assertEqual([(one["state"], one["reasons"]) for one in item["reviews"]], [("FI", "Seen on site.")])
        self.assertNotIn("person", str(item))

    def test_targets_and_gaps(self):
        seen = self.written(self.edit(self.portugal, self.begun("PT16"), self_assessed="ad_hoc"))
        targets = {"version": "0.1.0", "revision": seen["revision"],
                   "targets": [{"item": "E1", "level": "established"}, {"item": "E2", "level": "established"}]}
        application = self.written(self.portugal.send("PUT", f"{APPLICATIONS}/PT16/targets", targets))
        self.assertEqual(self.item(application, "E1")["gap"], 2)
        self.assertIsNone(self.item(application, "E2")["gap"], "not assessed is not level 0")
        stale = self.portugal.send("PUT", f"{APPLICATIONS}/PT16/targets", {**targets, "targets": []})
        self.assert_problem(stale, 409)
        self.assertEqual(self.application("PT16")["revision"], application["revision"])

    def test_moves_need_what_is_applied_or_explained(self):
        seen = self.begun("PT17")
        path = f"{APPLICATIONS}/PT17/moves"
        approve = {"version": "0.1.0", "revision": seen["revision"], "act": "approve"}
        self.assertIn("nothing is said of it yet", self.assert_problem(self.portugal.send("POST", path, approve), 422)["detail"])
        self.assert_problem(self.portugal.send("POST", path, {**approve, "act": "complete"}), 409)
        self.assert_problem(self.people.with_role("national_agency_officer", "PT").send("POST", path, approve), 403)
        moved = self.written(self.portugal.send("POST", path, {**approve, "act": "discontinue", "reasons": "No means."}))
        self.assertEqual((moved["stage"], [one["act"] for one in moved["next"]]), ("discontinued", ["begin_anew"]))
        self.assertEqual([(move["to"], move["reasons"]) for move in moved["moves"]], [("discontinued", "No means.")])
        self.assert_problem(self.edit(self.portugal, moved), 409)
        anew = self.written(self.portugal.send("POST", path, {
            **approve, "revision": moved["revision"], "act": "begin_anew", "reasons": "New means."}))
        self.assertEqual(anew["stage"], "design")
        self.assertEqual([(move["act"], move["reasons"]) for move in anew["moves"]],
                         [("discontinue", "No means."), ("begin_anew", "New means.")])
        self.written(self.edit(self.portugal, anew))

    def test_every_write_is_refused_without_the_right(self):
        seen = self.begun("PT18")
        of = {"version": "0.1.0", "revision": seen["revision"]}
        writes = [
            ("POST", APPLICATIONS, {"code": "PT20", "version": "0.1.0", "type": "strategy"}),
            ("PUT", f"{APPLICATIONS}/PT18/items/E1", {**of, "status": "partly"}),
            ("POST", f"{APPLICATIONS}/PT18/reviews", {**of, "item": "E1", "level": "absent", "reasons": "x"}),
            ("PUT", f"{APPLICATIONS}/PT18/targets", {**of, "targets": []}),
            ("POST", f"{APPLICATIONS}/PT18/moves", {**of, "act": "discontinue", "reasons": "x"}),
        ]
        member = self.people.person("member.applying@example.org")
        for method, path, body in writes:
            self.assert_problem(self.api.send(method, path, body), 401)
            for person in (member, self.finland, self.steward, self.people.administrator()):
                self.assert_problem(person.send(method, path, body), 403)
        self.assertEqual(self.application("PT18"), seen)
        self.assertEqual(self.api.get(f"{APPLICATIONS}/PT20").status, 404)

    def test_a_stale_edit_is_refused_and_loses_nothing(self):
        seen = self.begun("PT30")
        self.written(self.edit(self.portugal, seen, self_assessed="emerging"))
        self.assert_problem(self.edit(self.portugal, seen, self_assessed="absent"), 409)
        self.assertEqual(self.item(self.application("PT30"), "E1")["self_assessed"]["name"], "emerging")

    def test_a_region_has_what_its_state_says_but_for_what_it_says_itself(self):
        romania = self.people.with_role("member_state_representative", "RO")
        state = self.written(self.edit(romania, self.written(self.begin(romania, "RO")), self_assessed="emerging"))
        self.written(romania.send("PUT", f"{APPLICATIONS}/RO/targets", {
            "version": "0.1.0", "revision": state["revision"], "targets": [{"item": "E1", "level": "established"}]}))
        region = self.written(self.begin(romania, "RO11"))
        inherited = self.item(region, "E1")
        self.assertEqual((inherited["inherited"], inherited["self_assessed"]["number"], inherited["gap"]), (True, 2, 1))
        self.assertTrue(inherited["target_inherited"])
        own = self.item(self.written(self.edit(romania, region, self_assessed="absent")), "E1")
        self.assertEqual((own["inherited"], own["self_assessed"]["number"], own["gap"]), (False, 0, 3))

    def test_a_newer_version_takes_over_what_still_holds(self):
        self.written(self.edit(self.portugal, self.begun("PT31"), self_assessed="emerging"))
        draft = self.written(self.steward.send("POST", VERSIONS, {"number": "0.2.0", "title": "Next", "based_on": "0.1.0"}))
        items = levels_as_texts(draft["items"])
        items[0]["text"] += " Said more clearly."
        items.insert(9, {**items[8], "key": "E10"})
        self.written(self.steward.send("PUT", f"{VERSIONS}/0.2.0", {
            "revision": draft["revision"], "title": "Next", "items": items}))
        self.agree("0.2.0")
        self.assertEqual(self.application("PT31")["newer"], "0.2.0")
        continued = self.written(self.begin(self.portugal, "PT31", version="0.2.0", carry_from="0.1.0"))
        self.assertEqual((continued["carried_from"], continued["stage"]), ("0.1.0", "design"))
        first, added = self.item(continued, "E1"), self.item(continued, "E10")
        self.assertEqual((first["carried"], first["self_assessed"]["number"]), (True, 2))
        self.assertEqual((added["to_reassess"], added["status"], added["self_assessed"]), (True, None, None))
        self.assertEqual(self.api.get(f"{APPLICATIONS}/PT31").json, continued, "the newest is shown")

    def test_what_is_wrong_in_a_body_is_named(self):
        seen = self.begun("PT19")
        for field, value in (("status", "finished"), ("self_assessed", "5"), ("from", "1.5.2026")):
            self.assert_problem(self.edit(self.portugal, seen, **{field: value}), 400, field)
        self.assertIn("E99", self.assert_problem(self.edit(self.portugal, seen, item="E99"), 400)["detail"])
        refused = self.edit(self.portugal, seen, evidence_links=["javascript:alert(1)"])
        self.assertIn("javascript", self.assert_problem(refused, 400)["detail"])
        self.assert_problem(self.begin(self.portugal, "Portugal"), 400, "code")
        self.assert_problem(self.begin(self.portugal, "PT19"), 409)
        self.assert_problem(self.begin(self.portugal, "PT40", carry_from="0.0.1"), 404)
        self.assertEqual(self.application("PT19"), seen)
