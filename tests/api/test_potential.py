"""What may be expected of innovations in everyday practice, and side by side for one Member State."""
import installation
from test_innovations import INNOVATIONS
from test_mainstreaming import CASES, CONTENT
from test_pilots import PilotTest, figures

COMPARISON = "/api/v1/comparison"
PARTS = ["evidence", "effect", "transferability", "scalability", "cost", "readiness", "adoption", "forecast"]


class PotentialTest(PilotTest):
    installation = staticmethod(lambda: installation.separate("potential"))
    _reviewers, _innovation = {}, []  # of this installation

    def potential(self, innovation, **parameters):
        answer = self.api.get(f"{INNOVATIONS}/{innovation}/potential", parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def part(self, innovation, name, **parameters):
        return self.potential(innovation, **parameters)["parts"][PARTS.index(name)]

    def codes(self, part):
        return [reason["code"] for reason in part["reasons"]]


class Profile(PotentialTest):
    def test_without_anything_recorded_every_part_is_unknown_and_says_why(self):
        number = self.propose("Lathes that listen", theory_of_change="")
        view = self.potential(number, state="MT")
        self.assertEqual(([part["part"] for part in view["parts"]], view["state"]), (PARTS, "MT"))
        for part in view["parts"]:
            with self.subTest(part["part"]):
                self.assertEqual((part["strength"], part["coverage"]["known"]), ("unknown", 0))
                self.assertTrue(part["source"] and all(reason["text"] for reason in part["reasons"]))
        self.assertEqual(self.codes(view["parts"][PARTS.index("readiness")]), ["no_application"])
        self.assertEqual(self.codes(self.part(number, "readiness")), ["no_state_chosen"])
        self.assertIsNone(self.potential(number)["state"])
        self.assertEqual((view["facts"]["effect"]["leading"], view["case_here"]), (None, None))

    def test_one_pilot_stands_alone_and_three_in_two_countries_tell_of_a_new_place(self):
        number = self.innovation()
        protocol = self.registered()
        first = self.reported(protocol, "Escola 1", "PT", self.innovator, figures())
        alone = self.potential(number, state="RO")
        effect, elsewhere = alone["parts"][1], alone["parts"][2]
        self.assertEqual((effect["strength"], self.codes(effect)), ("mixed", ["one_pilot"]))
        self.assertEqual(effect["rows"], [{"name": "Escola 1 (PT)", "page": f"/pilots/{first}"}])
        self.assertEqual((elsewhere["strength"], self.codes(elsewhere)[0]), ("unknown", "too_few_to_predict"))
        self.assertIn("not_tried_here", self.codes(elsewhere))
        self.reported(protocol, "Scoala 2", "RO", self.second_lead, figures(102.9))
        self.reported(protocol, "Scoala 3", "RO", self.second_lead, figures(103.1))
        three = self.potential(number, state="RO")
        effect, elsewhere = three["parts"][1], three["parts"][2]
        self.assertEqual((effect["strength"], effect["coverage"]), ("strong", {"known": 3, "of": 3}))
        self.assertEqual((elsewhere["strength"], self.codes(elsewhere)[0]), ("strong", "likely_elsewhere"))
        self.assertIn("too_few_for_moderators", self.codes(elsewhere))
        facts = three["facts"]["transferability"]
        self.assertEqual([(one["state"], one["pilots"]) for one in facts["states"]], [("PT", 1), ("RO", 2)])
        self.assertEqual(facts["prediction"], three["facts"]["effect"]["outcomes"][0]["pooled"]["prediction"])
        self.assertEqual(self.ran("potential", str(number), "--state", "RO"), three)
        self.assertEqual(self.ran("compare", str(number), "--state", "RO")["options"], [three])

    def test_what_is_wrong_is_named(self):
        number = self.propose("Kilns that sing")
        address = f"{INNOVATIONS}/{number}/potential"
        for state in ("Malta", "m1", "mt"):
            self.assert_problem(self.api.get(address, {"state": state}), 400, "state")
        self.assert_problem(self.api.get(address, {"colour": "x"}), 400, "colour")
        self.assert_problem(self.api.get(f"{INNOVATIONS}/999999/potential"), 404)
        self.assert_problem(self.api.get(f"{INNOVATIONS}/x/potential"), 404, "id")


class SideBySide(PotentialTest):
    def compare(self, state, *innovations):
        return self.api.get(COMPARISON, [("state", state), *(("innovation", number) for number in innovations)])

    def test_options_stand_in_the_order_in_which_they_were_asked_for(self):
        first, second = self.propose("Looms that count"), self.propose("Forges that cool")
        view = self.compare("MT", second, first).json
        self.assertEqual([one["innovation"]["id"] for one in view["options"]], [second, first])
        self.assertEqual(view["options"][1], self.potential(first, state="MT"))

    def test_what_cannot_be_compared_is_refused(self):
        number = self.propose("Saws that stop")
        self.assert_problem(self.compare("MT"), 400, "innovation")
        self.assert_problem(self.compare("MT", number, number), 400, "innovation")
        self.assert_problem(self.compare("MT", "first"), 400, "innovation")
        self.assert_problem(self.compare("MT", *range(1, 8)), 400, "innovation")
        self.assert_problem(self.compare("", number), 400, "state")
        self.assert_problem(self.compare("Malta", number), 400, "state")
        self.assert_problem(self.compare("MT", number, 999999), 404)


class Preparing(PotentialTest):
    def test_the_states_officer_prepares_a_case_the_team_submits_it_and_another_decides(self):
        number = self.propose("Ovens that wait")
        officer = self.people.with_role("national_agency_officer", "ES")
        body = {"innovation": number, "member_state": "ES", **CONTENT}
        for person in (self.people.with_role("national_agency_officer", "RO"), self.member, self.people.administrator(),
                       self.people.with_role("member_state_representative", "ES")):
            self.assert_problem(person.send("POST", CASES, body), 403)
        made = officer.send("POST", CASES, body)
        self.assertEqual(made.status, 201, made.body)
        view = self.potential(number, state="ES")
        self.assertEqual(view["case_here"], {"id": made.json["id"], "member_state": "ES", "state": "prepared"})
        self.assertEqual((self.codes(view["parts"][3]), self.codes(view["parts"][4])[0]), (["answers"], "cost_here"))
        self.assertEqual(self.codes(self.part(number, "scalability", state="MT")), ["answers", "case_of_other_state"])
        self.assertEqual(self.codes(self.part(number, "cost", state="MT")), ["no_cost", "cost_elsewhere"])
        self.did(officer.send("PUT", f"{CASES}/{made.json['id']}", {"revision": 1, **CONTENT, "risks": "Few mentors."}))
        self.assert_problem(officer.send("POST", f"{CASES}/{made.json['id']}/moves", {"revision": 2, "act": "submit"}), 403)
