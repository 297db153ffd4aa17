"""A rubric, a panel of four that scores by it, disagrees and calibrates, and an officer who ranks; and people who try to
get round the rules."""
import json
import subprocess

import installation
from test_innovations import INNOVATIONS, InnovationTest

RUBRICS = "/api/v1/rubrics"
ANCHORS = ["None.", "A little.", "Enough.", "Much.", "All of it."]


def criterion(name, **fields):
    return {"name": name, "question": f"How much {name.lower()}?", "anchors": ANCHORS, **fields}


RUBRIC = {
    "stage": "identified", "title": "First look", "required_assessments": 2, "must_meet_score": 2,
    "threshold_hundredths": 150,
    "criteria": [criterion("Ethics", must_be_met=True), criterion("Relevance", weight=3), criterion("Novelty"),
                 criterion("Reach")]}


class PanelTest(InnovationTest):
    installation = staticmethod(lambda: installation.separate("panels"))
    _rubric, _reviewers = [], {}

    def setUp(self):
        super().setUp()
        self.steward = self.people.with_role("framework_steward")

    def rubric(self):
        """Published, so that all that is proposed from then on is scored by it."""
        if not self._rubric:
            made = self.steward.send("POST", RUBRICS, RUBRIC)
            self.assertEqual(made.status, 201, made.body)
            self.did(self.steward.send("POST", f"{RUBRICS}/{made.json['id']}/publication", {"revision": 1}))
            self._rubric.append(made.json["id"])
        return self._rubric[0]

    def before_gate(self, title):
        self.rubric()
        number = self.propose(title)
        self.prepare(number)
        self.protocol(number)
        for like in self.view(number)["duplicates"]:
            self.did(self.send(self.innovator, number, "distinctions", earlier=like["id"], reasons="Another trade."))
        return number

    def panel(self, number, person=None):
        answer = (person or self.api).get(f"{INNOVATIONS}/{number}/panel")
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def round(self, number, person, which=1):
        return person.get(f"{INNOVATIONS}/{number}/panel/rounds/{which}")

    def assign(self, number, person, by=None):
        return (by or self.chair).send("POST", f"{INNOVATIONS}/{number}/panel/reviewers", {
            "revision": self.view(number)["revision"], "person": person.number})

    def declare(self, number, person, **fields):
        return self.send(person, number, "panel/declarations", **{"declaration": "None.", **fields})

    def save(self, number, person, answers, draft=0, **fields):
        return person.send("PUT", f"{INNOVATIONS}/{number}/panel/scores", {
            "draft": draft, "lines": [{"answer": answer, "comment": f"Because of {answer}."} for answer in answers], **fields})

    def submit(self, number, person, draft=1):
        return self.send(person, number, "panel/submissions", draft=draft)

    def scored(self, number, person, answers):
        self.assertEqual(self.save(number, person, answers).status, 200)
        self.did(self.submit(number, person))

    def assigned_panel(self, title, size=4):
        number = self.before_gate(title)
        people = [self.reviewer(one) for one in range(size)]
        for person in people:
            self.did(self.assign(number, person))
            self.did(self.declare(number, person))
        return number, people


class Rubrics(PanelTest):
    def test_a_rubric_is_drafted_changed_and_published_and_then_stands(self):
        bare = {**RUBRIC, "stage": "testing", "criteria": [{"name": "Signal"}]}
        number = self.steward.send("POST", RUBRICS, bare).json["id"]
        at = f"{RUBRICS}/{number}"
        refused = self.steward.send("POST", at + "/publication", {"revision": 1})
        self.assert_problem(refused, 422)
        self.assertIn("Signal", refused.json["detail"])
        whole = {**bare, "criteria": [criterion("Signal", weight=2)]}
        self.did(self.steward.send("PUT", at, {"revision": 1, **whole}))
        self.assert_problem(self.steward.send("PUT", at, {"revision": 1, **whole}), 409)
        self.did(self.steward.send("POST", at + "/publication", {"revision": 2}))
        published = self.api.get(at).json
        self.assertEqual((published["state"], published["criteria"][0]["anchors"]), ("published", ANCHORS))
        again = self.steward.send("PUT", at, {"revision": 3, **whole})
        self.assert_problem(again, 409)
        self.assertIn("published", again.json["detail"])
        gates = {rule["stage"]: rule for rule in self.api.get("/api/v1/pipeline").json["gate_rules"]}
        self.assertEqual(gates["testing"]["number"], published["gate_rule"])
        self.assertEqual([one["name"] for one in gates["testing"]["criteria"]], ["Signal"])
        self.assertIn(number, [one["id"] for one in self.api.get(RUBRICS).json["rubrics"]])

    def test_what_is_wrong_is_named(self):
        for change, field in (({"title": " "}, "title"), ({"stage": "mainstreaming"}, "stage"), ({"criteria": []}, "criteria"),
                              ({"criteria": [criterion("A"), criterion("A")]}, "criteria"),
                              ({"criteria": [criterion("A", anchors=["One."])]}, "criteria[0].anchors"),
                              ({"criteria": [criterion("A", weight=0)]}, "criteria[0].weight")):
            with self.subTest(field=field, change=change):
                self.assert_problem(self.steward.send("POST", RUBRICS, {**RUBRIC, **change}), 400, field)

    def test_rubrics_are_the_stewards(self):
        self.assert_problem(self.chair.send("POST", RUBRICS, RUBRIC), 403)


class Assigning(PanelTest):
    def test_nobody_scores_the_work_of_their_own_organisation(self):
        number = self.before_gate("Cabins for welders")
        colleague = self.reviewer(7)
        given = self.people.administrator().send("POST", f"/api/v1/accounts/{colleague.number}/grants",
                                                 {"role": "organisation_representative", "scope": "31"})
        self.assertEqual(given.status, 204, given.body)
        listed = {one["person"]: one["why_not"] for one in self.panel(number, self.chair)["candidates"]}
        self.assertIn("their own organisation", listed[colleague.number]["detail"])
        self.assertEqual(listed[colleague.number]["reason"], {"code": "not_independent", "parts": {"why": ["own_organisation"]}})
        refused = self.assign(number, colleague)
        self.assert_problem(refused, 403)
        self.assertIn("nobody judges the work of their own organisation", refused.json["detail"])
        # Not where the chair has assigned nobody either.
        own = self.declare(number, colleague)
        self.assert_problem(own, 403)
        self.assertIn("their own organisation", own.json["detail"])

    def test_only_those_assigned_score(self):
        number = self.before_gate("Cabins for divers")
        self.did(self.assign(number, self.reviewer(0)))
        self.assert_problem(self.assign(number, self.reviewer(0)), 409)
        self.assert_problem(self.declare(number, self.reviewer(1)), 403)
        old_form = self.send(self.reviewer(1), number, "assessments", scores=["3"] * 4, declaration="None.")
        self.assert_problem(old_form, 403)
        self.assertIn("assigned other reviewers", old_form.json["detail"])
        self.assert_problem(self.assign(number, self.innovator), 403, "person")
        self.assert_problem(self.assign(number, self.reviewer(2), by=self.reviewer(1)), 403)
        self.did(self.send(self.chair, number, f"panel/reviewers/{self.reviewer(0).number}/release", reasons="Is ill."))
        self.assert_problem(self.declare(number, self.reviewer(0)), 403)

    def test_who_has_an_interest_is_out(self):
        number, (first, second) = self.assigned_panel("Cabins for bakers", 2)
        self.did(self.declare(number, second, has_interest=True, declaration="My sister leads it."))
        self.assert_problem(self.save(number, second, ["3"] * 4), 403)
        self.assert_problem(self.declare(number, second), 409)
        told = {one["standing"]: one for one in self.panel(number, self.chair)["reviewers"]}
        self.assertEqual(told["recused"]["declaration"], "My sister leads it.")
        # Others know that somebody is out, and neither who nor why.
        told = {one["standing"]: one for one in self.panel(number, first)["reviewers"]}
        self.assertEqual((told["recused"]["person"], told["recused"]["declaration"]), (None, None))

    def test_interests_are_declared_before_scoring(self):
        number = self.before_gate("Cabins for clerks")
        self.did(self.assign(number, self.reviewer(0)))
        refused = self.save(number, self.reviewer(0), ["3"] * 4)
        self.assert_problem(refused, 422)
        self.assertIn("Declare your interests", refused.json["detail"])


class Scoring(PanelTest):
    def test_scores_of_others_are_hidden_until_ones_own_are_submitted(self):
        number, (first, second, *_) = self.assigned_panel("Ropes for tilers")
        self.scored(number, first, ["3", "4", "cannot_judge", "2"])
        early = self.round(number, second)
        self.assert_problem(early, 403)
        self.assertIn("hidden until you have submitted your own", early.json["detail"])
        self.assertEqual(early.json["reason"], {"code": "rule", "parts": {"rule": ["scores_hidden"]}})
        self.assertEqual(self.panel(number, second)["why_scores_hidden"], early.json["detail"])
        self.assertEqual(self.view(number, second)["assessments"], [])
        self.assert_problem(self.round(number, self.api), 403)
        self.scored(number, second, ["2", "2", "1", "2"])
        seen = self.round(number, second).json
        self.assertEqual([sheet["scores"] for sheet in seen["scorings"][0]["sheets"]], [[3, 4, None, 2], [2, 2, 1, 2]])
        self.assertEqual(seen["scorings"][0]["sheets"][0]["comments"][1], "Because of 4.")
        self.assertEqual([sheet["is_yours"] for sheet in seen["scorings"][0]["sheets"]], [False, True])

    def test_a_draft_is_its_writers_and_keeps_what_two_windows_do_apart(self):
        number, (first, second, *_) = self.assigned_panel("Ropes for sailors")
        self.assertEqual(self.save(number, first, ["3", "", "1", "2"]).json, {"draft": 1})
        stale = self.save(number, first, ["0", "0", "0", "0"])
        self.assert_problem(stale, 409)
        self.assertIn("somebody changed it", stale.json["detail"])
        draft = self.panel(number, first)["draft"]
        self.assertEqual([line["answer"] for line in draft["lines"]], ["3", None, "1", "2"])
        self.assertEqual(self.panel(number, second)["draft"]["draft"], 0)
        self.assertIsNone(self.panel(number, self.chair)["draft"])
        incomplete = self.submit(number, first)
        self.assert_problem(incomplete, 422)
        self.assertIn("Relevance", incomplete.json["detail"])
        self.assert_problem(self.save(number, first, ["3", "3"], draft=1), 400, "lines")
        self.assert_problem(self.save(number, first, ["3", "5", "3", "3"], draft=1), 400, "lines[1].answer")

    def test_what_is_submitted_stands(self):
        number, (first, *_) = self.assigned_panel("Ropes for climbers")
        self.scored(number, first, ["3", "3", "3", "3"])
        for again in (self.save(number, first, ["4"] * 4), self.submit(number, first)):
            self.assert_problem(again, 409)
            self.assertIn("only in a calibration", again.json["detail"])
        self.assertEqual(self.round(number, first).json["scorings"][0]["sheets"][0]["scores"], [3, 3, 3, 3])

    def test_a_chair_who_scores_sees_no_scores_before(self):
        number, (first, *_) = self.assigned_panel("Ropes for thatchers", 2)
        both = self.people.person("both.roles@example.org")
        for role in ("reviewer", "panel_chair"):
            self.did(self.people.administrator().send(
                "POST", f"/api/v1/accounts/{both.number}/grants", {"role": role, "scope": "north"}))
        self.did(self.assign(number, both))
        self.scored(number, first, ["3"] * 4)
        self.assert_problem(self.round(number, both), 403)
        self.assertEqual(self.round(number, self.chair).status, 200)


class Calibrating(PanelTest):
    FIRST = [["4", "4", "4", "3"], ["4", "0", "0", "1"], ["3", "4", "1", "cannot_judge"], ["2", "1", "4", "0"]]
    SECOND = [["4", "3", "2", "1"], ["4", "3", "2", "1"], ["4", "3", "2", "2"], ["4", "3", "2", "1"]]

    def disagreed(self, title):
        number, people = self.assigned_panel(title)
        for person, answers in zip(people, self.FIRST):
            self.scored(number, person, answers)
        return number, people

    def calibrate(self, number, person=None):
        return self.send(person or self.chair, number, "panel/calibrations", reasons="Relevance is read in two ways.")

    def test_a_panel_disagrees_calibrates_and_both_scorings_are_kept(self):
        number, people = self.disagreed("Looms for weavers")
        first = self.round(number, self.chair).json["scorings"][0]["agreement"]
        self.assertLess(first["alpha"]["value"], 0.5)
        self.assertLess(first["alpha"]["interval"][0], first["alpha"]["interval"][1])
        self.assertIsNotNone(first["ac2"]["interval"])
        self.assertEqual((first["reviewers"], first["criteria"], first["draws"]), (4, 4, 2000))
        self.assert_problem(self.calibrate(number, people[0]), 403)
        self.did(self.calibrate(number))
        self.assert_problem(self.calibrate(number), 409)
        # The gate waits for all who scored.
        self.assertFalse(self.view(number, self.chair)["gate"]["is_open"])
        self.assert_problem(self.decide(number, "proceed"), 422)
        for place, (person, answers) in enumerate(zip(people, self.SECOND)):
            if place == 1:
                seen = self.round(number, person).json
                self.assertEqual(len(seen["scorings"][0]["sheets"]), 4)
                self.assertEqual(seen["scorings"][1]["sheets"], [])
                self.assertIn("hidden until", seen["scorings"][1]["why_hidden"])
                self.assertIsNone(seen["gate"])
            self.scored(number, person, answers)
            self.assert_problem(self.save(number, person, ["0"] * 4), 409)
        seen = self.round(number, self.chair).json
        self.assertEqual([len(scoring["sheets"]) for scoring in seen["scorings"]], [4, 4])
        self.assertEqual(seen["scorings"][0]["sheets"][1]["scores"], [4, 0, 0, 1])
        self.assertEqual(seen["scorings"][1]["sheets"][1]["scores"], [4, 3, 2, 1])
        second = seen["scorings"][1]["agreement"]
        self.assertGreater(second["alpha"]["value"], 0.9)
        self.assertEqual(self.round(number, self.chair).json["scorings"][1]["agreement"], second, "the seed is kept")
        self.assertTrue(seen["gate"]["is_open"])
        self.assertEqual(seen["gate"]["mean_hundredths"], 240)  # (3·3 + 2 + 1) / 5

        self.did(self.decide(number, "proceed"))
        frozen = self.round(number, self.api).json
        self.assertEqual(frozen["scorings"], [
            {**scoring, "sheets": [{**sheet, "is_yours": False} for sheet in scoring["sheets"]]} for scoring in seen["scorings"]])
        self.assertEqual((frozen["outcome"], frozen["reasons"]), ("proceed", "The panel is of one mind."))
        for late in (self.save(number, people[0], ["0"] * 4), self.calibrate(number)):
            self.assertIn(late.status, (400, 403, 409, 422))
        self.assertEqual(self.round(number, self.api).json, frozen)
        again = self.reproduced(str(number))
        self.assertEqual([(one["round"], one["calibration"], one["seed"], one["is_same"]) for one in again],
                         [(1, 0, first["seed"], True), (1, 1, second["seed"], True)])
        self.assertIn("4 reviewers, 4 criteria; alpha ", again[0]["now"])
        self.assertTrue(all(one["is_same"] for one in self.reproduced("all")))

    def reproduced(self, which):
        done = subprocess.run([installation.PROGRAM, "panel", "reproduce", which, "--json", "--data-dir",
                               self.installation().folder], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_a_calibration_needs_the_scores_of_all_who_were_asked(self):
        number, people = self.assigned_panel("Looms for knitters")
        self.scored(number, people[0], ["3"] * 4)
        refused = self.calibrate(number)
        self.assert_problem(refused, 422)
        self.assertIn("3 of those who were asked", refused.json["detail"])

    def test_agreement_is_not_defined_where_all_scores_are_equal(self):
        number, people = self.assigned_panel("Looms for spinners", 2)
        for person in people:
            self.scored(number, person, ["3"] * 4)
        agreement = self.round(number, self.chair).json["scorings"][0]["agreement"]
        self.assertIsNone(agreement["alpha"]["value"])
        self.assertTrue(agreement["alpha"]["why_not"])

    def test_reviewers_are_asked_by_notices(self):
        number, people = self.disagreed("Looms for felters")
        self.did(self.calibrate(number))
        told = [one["kind"] for one in people[0].get("/api/v1/notices").json["notices"] if one["about"] == "Looms for felters"]
        self.assertIn("assessment_asked", told)
        self.assertIn("calibration_opened", told)


class Ranking(PanelTest):
    installation = staticmethod(lambda: installation.separate("ranking"))
    _rubric, _reviewers, _made = [], {}, {}
    # By criterion; Ethics has to be met and is not weighed.
    SCORES = {"Maps": ["3", "4", "1", "1"], "Nets": ["3", "1", "4", "4"], "Oars": ["3", "1", "4", "4"],
              "Pots": ["1", "4", "4", "4"]}

    def setUp(self):
        super().setUp()
        if not self._made:
            for title, scores in self.SCORES.items():
                number, people = self.assigned_panel(title, 2)
                for person in people:
                    self.scored(number, person, scores)
                self._made[title] = number
            for title in ("Maps", "Nets", "Oars"):
                self.did(self.decide(self._made[title], "revise"))
        self.officer = self.people.with_role("member_state_representative", "PT")

    def ranking(self, person=None, **parameters):
        return self.api.get(f"{RUBRICS}/{self.rubric()}/ranking", parameters,
                            {"Cookie": (person or self.officer).cookie})

    def places(self, answer, method):
        names = {number: title for title, number in self._made.items()}
        return {names[option["id"]]: option[method]["place"] for option in answer.json["options"]}

    def test_an_officer_moves_the_weights_and_sees_what_changes(self):
        own = self.ranking()
        self.assertEqual(own.status, 200, own.body)
        self.assertEqual([one["own_weight"] for one in own.json["criteria"]], [3, 1, 1])
        self.assertEqual(self.places(own, "weighted_sum"), {"Maps": 1, "Nets": 2, "Oars": 2})
        moved = self.ranking(weights="1,2,2")
        self.assertEqual(self.places(moved, "weighted_sum"), {"Nets": 1, "Oars": 1, "Maps": 3})
        self.assertEqual(self.places(moved, "own_weights"), {"Maps": 1, "Nets": 2, "Oars": 2})
        self.assertEqual(moved.json["opinions"]["weighted_sum"]["first"], [self._made["Nets"], self._made["Oars"]])
        self.assertEqual(moved.json["opinions"]["own_weights"]["first"], [self._made["Maps"]])
        # Level with the others at half the weight: 4w + (1 - w) = w + 4(1 - w).
        relevance = own.json["sensitivity"][0]
        self.assertAlmostEqual(relevance["share"], 0.6)
        self.assertAlmostEqual(relevance["unchanged"][0], 0.5)
        self.assertEqual(relevance["first_below"], self._made["Nets"])

    def test_second_opinions_and_acceptability_add_up(self):
        answer = self.ranking(weights="3,1,1").json
        self.assertAlmostEqual(sum(option["promethee"]["score"] for option in answer["options"]), 0)
        for option in answer["options"]:
            self.assertAlmostEqual(sum(option["acceptability"]), 1)
            self.assertTrue(0 <= option["topsis"]["score"] <= 1)
        for place in range(3):
            self.assertAlmostEqual(sum(option["acceptability"][place] for option in answer["options"]), 1)
        self.assertEqual(self.ranking(weights="3,1,1").json, answer, "the seed brings back the same draws")
        self.assertNotEqual(self.ranking(weights="3,1,1", seed=2).json["options"], answer["options"])

    def test_what_is_at_hand_is_hidden_and_what_must_be_met_leaves_out(self):
        self.assertEqual(self.ranking().json["hidden"], 1)
        chairs = self.ranking(self.chair).json
        self.assertEqual(chairs["hidden"], 0)
        self.assertEqual([(one["title"], one["why"]["code"]) for one in chairs["left_out"]], [("Pots", "not_met")])

    def test_weights_that_cannot_be_are_refused(self):
        for weights in ("1,2", "0,0,0", "1,2,-3", "1,,2", "101,1,1", "a", "1,2,3,"):
            with self.subTest(weights=weights):
                self.assert_problem(self.ranking(weights=weights), 400, "weights")

    def test_a_draft_has_no_ranking(self):
        draft = self.steward.send("POST", RUBRICS, RUBRIC).json["id"]
        self.assert_problem(self.api.get(f"{RUBRICS}/{draft}/ranking"), 422)
        self.assert_problem(self.api.get(f"{RUBRICS}/999/ranking"), 404)
