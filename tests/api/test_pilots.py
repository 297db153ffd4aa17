"""Protocols, pilots and what they found, and people who try to get round the rules."""
import hashlib
import json
import subprocess

import installation
from test_innovations import INNOVATIONS, InnovationTest

PROTOCOLS, PILOTS = "/api/v1/protocols", "/api/v1/pilots"
OUTCOMES = [{"name": "Score", "instrument": "Guild test", "timing": "After a year", "is_primary": True, "is_attainment": True},
            {"name": "Days absent", "instrument": "Register", "timing": "In the year", "lower_is_better": True}]
CONTENT = {"title": "Do mentors help?", "question": "Do apprentices with a mentor learn more?",
           "design": "individually_randomised", "unit": "learner", "treated_arm": "A mentor", "control_arm": "As before",
           "outcomes": OUTCOMES, "planned_treated": 40, "planned_control": 40, "analysis_plan": "Hedges' g.",
           "stopping_rule": "Harm."}
ARM = {"assigned": 60, "started": 58, "measured": 51, "analysed": 50}
FLOW = {"treated": [ARM], "control": [ARM]}


def figures(treated=103, control=100, learners=50):
    return [{"outcome": "Score", "arm": arm, "learners": learners, "mean_after": mean, "deviation_after": deviation}
            for arm, mean, deviation in (("treated", treated, 5.5), ("control", control, 4.5))]


def table(rows):
    return "learner,arm,group,outcome,before,after\n" + "".join(",".join(map(str, row)) + "\n" for row in rows)


class PilotTest(InnovationTest):
    installation = staticmethod(lambda: installation.separate("pilots"))
    _reviewers, _innovation = {}, []  # of this installation

    def setUp(self):
        super().setUp()
        self.second_lead = self.people.with_role("pilot_lead", "77")
        self.evaluator = self.people.with_role("evaluator", "55")
        self.own_evaluator = self.people.with_role("evaluator", "31")

    def innovation(self, title="Mentors that weld"):
        """One for all, with a pilot lead of its own and one of another country."""
        if not self._innovation:
            number = self.propose(title)
            self.did(self.innovator.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "pilot_lead", "organisation": "31"}))
            self.did(self.second_lead.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "pilot_lead", "organisation": "77"}))
            self.did(self.innovator.send("POST", f"{INNOVATIONS}/{number}/waiting/{self.second_lead.number}",
                                         {"role": "pilot_lead"}))
            self._innovation.append(number)
        return self._innovation[0]

    def drafted(self, **fields):
        made = self.innovator.send("POST", PROTOCOLS, {"innovation": self.innovation(), **CONTENT, **fields})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def registered(self, **fields):
        number = self.drafted(**fields)
        self.did(self.act(self.innovator, PROTOCOLS, number, "register"))
        return number

    def read(self, kind, number, person=None):
        answer = (person or self.api).get(f"{kind}/{number}")
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def act(self, person, kind, number, act, **fields):
        """With the revision as it is now, unless another is given."""
        return person.send("POST", f"{kind}/{number}/moves",
                           {"revision": self.read(kind, number)["revision"], "act": act, **fields})

    def put(self, person, number, what, **fields):
        return person.send("PUT", f"{PILOTS}/{number}/{what}", {"revision": self.read(PILOTS, number)["revision"], **fields})

    def planned(self, protocol, site="Escola 1", state="PT", lead=None):
        made = (lead or self.innovator).send("POST", PILOTS, {"protocol": protocol, "site": site, "member_state": state})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def running(self, protocol, site="Escola 1", state="PT", lead=None):
        lead = lead or self.innovator
        number = self.planned(protocol, site, state, lead)
        self.did(self.act(lead, PILOTS, number, "recruit"))
        self.did(self.act(lead, PILOTS, number, "start"))
        return number

    def reported(self, protocol, site, state, lead, summaries):
        number = self.running(protocol, site, state, lead)
        self.did(self.put(lead, number, "flow", **FLOW))
        self.did(self.put(lead, number, "summaries", summaries=summaries))
        for act in ("lock_data", "analyse", "report"):
            self.did(self.act(self.evaluator, PILOTS, number, act, reasons="As declared."))
        return number

    def ran(self, *arguments, expected=0):
        done = subprocess.run([installation.PROGRAM, "evidence", *arguments, "--json", "--data-dir",
                               self.installation().folder], capture_output=True, text=True)
        self.assertEqual(done.returncode, expected, done.stderr)
        return json.loads(done.stdout)


class Journey(PilotTest):
    def test_two_countries_under_one_protocol(self):
        protocol = self.registered()
        view = self.read(PROTOCOLS, protocol)
        text = view["texts"][0]
        self.assertEqual(text["sha256"], hashlib.sha256(text["text"].encode()).hexdigest())
        self.assertIn("minimum detectable effect: 0.6", text["text"])
        first = self.reported(protocol, "Escola 1", "PT", self.innovator, figures())
        self.assertEqual(self.read(PROTOCOLS, protocol)["syntheses"][0]["why_not"],
                         "One pilot is not pooled: it stands for itself.")
        second = self.reported(protocol, "Scoala 2", "RO", self.second_lead, figures(99))
        view = self.read(PILOTS, first)
        effect = view["effects"][0]
        self.assertEqual((round(effect["value"], 4), round(effect["variance"], 4)), (0.5924, 0.0411))
        self.assertEqual((effect["measure"], effect["is_exploratory"], view["state"]), ("hedges_g", False, "reported"))
        self.assertAlmostEqual(effect["probability_better"], 0.6624, 4)
        self.assertLess(self.read(PILOTS, second)["effects"][0]["value"], 0, "what went wrong stands there too")
        synthesis = self.read(PROTOCOLS, protocol)["syntheses"][0]
        self.assertEqual([one["member_state"] for one in synthesis["pilots"]], ["PT", "RO"])
        self.assertEqual((synthesis["pooled"]["studies"], synthesis["pooled"]["prediction"]), (2, None))
        self.assertAlmostEqual(sum(one["weight"] for one in synthesis["pilots"]), 1)
        third = self.reported(protocol, "Scoala 3", "RO", self.second_lead, figures(102))
        synthesis = self.read(PROTOCOLS, protocol)["syntheses"][0]
        low, high = synthesis["pooled"]["interval"]
        self.assertLess(synthesis["pooled"]["prediction"][0], low)
        self.assertGreater(synthesis["pooled"]["prediction"][1], high)
        self.assertEqual(len([one for one in synthesis["pilots"] if one["without"]]), 3)
        evidence = self.api.get(f"{INNOVATIONS}/{self.innovation()}/evidence").json
        self.assertGreaterEqual(evidence["level"], 3)
        self.assertEqual(evidence["reported_pilots"]["worse"] + evidence["reported_pilots"]["unclear"], 2)
        for number in (first, second, third):
            self.assertEqual(self.ran("reproduce", str(number))[0]["differences"], [])
        self.assertTrue(all(one["is_same"] for one in self.ran("reproduce", "all")))
        self.assertEqual(self.ran("show", str(self.innovation())), evidence)
        self.assertEqual(self.ran("pilot", str(first)), self.read(PILOTS, first))

    def test_an_amendment_keeps_the_earlier_text_and_what_came_after_the_data_is_exploratory(self):
        protocol = self.registered(title="A later thought")
        pilot = self.running(protocol)
        self.did(self.put(self.innovator, pilot, "flow", **FLOW))
        self.did(self.put(self.innovator, pilot, "summaries", summaries=figures()))
        other = {**CONTENT, "title": "A later thought", "outcomes": [{**OUTCOMES[0], "timing": "After two years"}]}
        self.assert_problem(self.act(self.innovator, PROTOCOLS, protocol, "amend", **other), 422)
        self.assert_problem(self.act(self.innovator, PROTOCOLS, protocol, "amend", reasons="Same.",
                                     **{**CONTENT, "title": "A later thought"}), 422)
        self.did(self.act(self.innovator, PROTOCOLS, protocol, "amend", reasons="A year is short.", **other))
        view = self.read(PROTOCOLS, protocol)
        self.assertEqual(([one["reasons"] for one in view["texts"]], view["state"]), ([None, "A year is short."], "amended"))
        self.assertIn("After a year", view["texts"][0]["text"])
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        effect = self.read(PILOTS, pilot)["effects"][0]
        self.assertEqual((effect["is_exploratory"], effect["protocol_text"]), (True, 2))
        self.assertEqual(self.read(PROTOCOLS, protocol)["syntheses"][0]["pilots"], [], "it is not pooled")

    def test_a_pilot_that_ends_early_stays_with_its_reason(self):
        protocol = self.registered(title="Too few came")
        pilot = self.running(protocol)
        self.assert_problem(self.act(self.innovator, PILOTS, pilot, "terminate", reasons=" "), 422)
        self.did(self.act(self.innovator, PILOTS, pilot, "terminate", reasons="Four came."))
        line = self.read(PROTOCOLS, protocol)["pilots"][0]
        self.assertEqual((line["state"], line["ended_because"]), ("terminated", "Four came."))


class Learners(PilotTest):
    def rows(self):
        return [(f"{arm[0]}-{one}", arm, "", "Score", "", one * 1.5 + shift)
                for arm, shift in (("treated", 4), ("control", 0)) for one in range(1, 13)]

    def test_rows_are_taken_whole_and_come_to_the_same_as_their_figures(self):
        protocol = self.registered(title="Row by row")
        pilot = self.running(protocol)
        answer = self.put(self.innovator, pilot, "learners", table=table(self.rows()))
        self.assertEqual(answer.json, {"rows": 24, "is_taken": True, "rejected": []})
        arm = {"assigned": 12, "started": 12, "measured": 12, "analysed": 12}
        self.did(self.put(self.innovator, pilot, "flow", treated=[arm], control=[arm]))
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        view = self.read(PILOTS, pilot, self.innovator)
        self.assertEqual([one["learners"] for one in view["data"]["summaries"]], [12, 12])
        self.assertAlmostEqual(view["data"]["summaries"][0]["mean_after"], 13.75)
        self.assertAlmostEqual(view["effects"][0]["value"], 4 / (1.5 * 13 ** 0.5) * 0.9655, 3)

    def test_a_table_with_a_wrong_row_changes_nothing_and_names_line_and_column(self):
        protocol = self.registered(title="Names are refused")
        pilot = self.running(protocol)
        good = self.rows()
        bad = [("Anna", "treated", "", "Score", "", 3), ("anna@example.org", "treated", "", "Score", "", 3),
               ("T-90", "both", "", "Score", "", 3), ("T-91", "treated", "", "Shoes", "", 3),
               ("T-92", "treated", "", "Score", "", "much"), ("t-1", "treated", "", "Score", "", 3),
               ("t-1", "control", "", "Days absent", "", 3)]
        answer = self.put(self.innovator, pilot, "learners", table=table(good + bad))
        self.assertEqual([(one["line"], one["column"]) for one in answer.json["rejected"]],
                         [(26, "learner"), (27, "learner"), (28, "arm"), (29, "outcome"), (30, "after"), (31, "learner"),
                          (32, "arm")])
        self.assertFalse(answer.json["is_taken"])
        self.assertIn("PT-017", answer.json["rejected"][0]["reason"])
        self.assertNotIn("anna", json.dumps(answer.json).lower(), "a name is not repeated")
        self.assertIsNone(self.read(PILOTS, pilot)["data"])
        missing = self.put(self.innovator, pilot, "learners", table="learner,arm\nT-1,treated\n")
        self.assert_problem(missing, 400, "table")
        self.assertIn("group", missing.json["detail"])

    def test_small_cells_and_what_would_tell_them_are_for_team_and_evaluators(self):
        protocol = self.registered(title="Few were lost")
        pilot = self.running(protocol)
        arm = {"assigned": 60, "started": 58, "measured": 51, "analysed": 50}
        self.did(self.put(self.innovator, pilot, "flow", treated=[arm], control=[arm]))
        for inside in (self.innovator, self.second_lead, self.evaluator):
            shown = self.read(PILOTS, pilot, inside)
            self.assertEqual((shown["flow"][0]["never_started"], shown["is_suppressed"]), (2, False))
        for stranger in (None, self.member, self.chair):
            shown = self.read(PILOTS, pilot, stranger)
            self.assertTrue(shown["is_suppressed"])
            for one in shown["flow"]:
                self.assertIsNone(one["never_started"])
                self.assertIsNone(one["not_analysed"])
                self.assertEqual((one["started"], one["measured"]), (None, None), "their difference would tell")
                self.assertEqual((one["assigned"], one["not_measured"], one["analysed"]), (60, 7, 50))


SHARE = {"name": "Passed", "instrument": "Trade exam", "timing": "After a year", "is_primary": True, "kind": "share"}


def counts(treated, control, learners=50, **more):
    return [{"outcome": "Passed", "arm": arm, "learners": learners, "events": events, **more}
            for arm, events in (("treated", treated), ("control", control))]


class Shares(PilotTest):
    def test_a_share_is_declared_analysed_pooled_and_comes_out_the_same_again(self):
        protocol = self.registered(title="Do more pass?", outcomes=[SHARE])
        text = self.read(PROTOCOLS, protocol)["texts"][0]["text"]
        self.assertTrue(text.endswith("lower is better: no\nkind: share\n"), text)
        first = self.reported(protocol, "Escola 1", "PT", self.innovator, counts(40, 34))
        effect = self.read(PILOTS, first)["effects"][0]
        self.assertEqual((effect["measure"], effect["finding"], effect["no_months"]), ("risk_difference", "unclear", "share"))
        self.assertAlmostEqual(effect["value"], 0.12)
        self.assertAlmostEqual(effect["variance"], .8 * .2 / 50 + .68 * .32 / 50)
        self.assertEqual(effect["share"]["treated"], {"events": 40, "learners": 50})
        self.assertAlmostEqual(effect["share"]["risk_ratio"]["value"], 40 / 34)
        self.assertAlmostEqual(effect["share"]["odds_ratio"]["value"], (40 / 10) / (34 / 16))
        self.reported(protocol, "Scoala 2", "RO", self.second_lead, counts(44, 30))
        synthesis = self.read(PROTOCOLS, protocol)["syntheses"][0]
        self.assertEqual((synthesis["kind"], synthesis["pooled"]["studies"]), ("share", 2))
        self.assertTrue(0.12 < synthesis["pooled"]["value"] < 0.28)
        self.assertGreaterEqual(synthesis["pooled"]["interval"][0], -1)
        self.assertEqual([one["why_not"] for one in synthesis["moderators"]], ["too_few", "not_recorded", "not_recorded"])
        self.assertEqual((synthesis["funnel"]["asymmetry"], synthesis["funnel"]["rests_on_few"]), (None, True))
        self.assertEqual(self.ran("reproduce", str(first))[0]["differences"], [])

    def test_groups_make_a_share_less_certain(self):
        groups = {"design": "cluster_randomised", "unit": "group", "learners_in_a_group": 10, "intraclass_correlation": 0.1,
                  "planned_treated": 50, "planned_control": 50, "outcomes": [SHARE]}
        alone = self.registered(title="One by one", outcomes=[SHARE])
        grouped = self.registered(title="Class by class", **groups)
        one = self.read(PILOTS, self.reported(alone, "A", "PT", self.innovator, counts(40, 30)))["effects"][0]
        other = self.read(PILOTS, self.reported(grouped, "A", "PT", self.innovator, counts(40, 30, groups=5)))["effects"][0]
        self.assertAlmostEqual(other["design_effect"], 1.9)
        self.assertEqual(other["degrees_of_freedom"], 8)
        self.assertAlmostEqual(other["variance"], one["variance"] * 1.9)
        self.assertLess(other["interval"][0], one["interval"][0])

    def test_few_learners_are_not_told_to_strangers_not_even_by_the_exact_difference(self):
        protocol = self.registered(title="Few failed", outcomes=[{**SHARE, "lower_is_better": True}])
        pilot = self.reported(protocol, "Escola 1", "PT", self.innovator, counts(2, 17))
        inside, outside = self.read(PILOTS, pilot, self.innovator), self.read(PILOTS, pilot)
        self.assertEqual(inside["effects"][0]["share"]["treated"]["events"], 2)
        effect = outside["effects"][0]
        self.assertEqual([effect[name] for name in ("share", "variance", "input_sha256")], [None, None, None])
        self.assertEqual((outside["data"]["sha256"], outside["data"]["summaries"]), (None, []))
        self.assertEqual(effect["finding"], "better")
        step = effect["rounded_to"]
        for number in (effect["value"], *effect["interval"]):
            self.assertAlmostEqual(number / step, round(number / step))
        self.assertAlmostEqual(effect["value"], inside["effects"][0]["value"], delta=step / 2 + 1e-9)
        self.reported(protocol, "Scoala 2", "RO", self.second_lead, counts(10, 20))
        self.assertIn("fewer than five", self.read(PROTOCOLS, protocol)["syntheses"][0]["why_not"])
        self.assertEqual(self.read(PROTOCOLS, protocol, self.innovator)["syntheses"][0]["pooled"]["studies"], 2)

    def test_rows_of_a_share_are_1_or_0_and_count_up(self):
        protocol = self.registered(title="Passed, row by row", outcomes=[SHARE])
        pilot = self.running(protocol)
        bad = self.put(self.innovator, pilot, "learners", table=table(
            [("t-1", "treated", "", "Passed", "", 2), ("t-2", "treated", "", "Passed", 1, 1)]))
        self.assertEqual([(one["line"], one["column"]) for one in bad.json["rejected"]], [(2, "after"), (3, "before")])
        rows = [(f"{arm[0]}-{one}", arm, "", "Passed", "", int(one <= passed))
                for arm, passed in (("treated", 14), ("control", 8)) for one in range(1, 21)]
        self.assertTrue(self.put(self.innovator, pilot, "learners", table=table(rows)).json["is_taken"])
        summaries = self.read(PILOTS, pilot, self.innovator)["data"]["summaries"]
        self.assertEqual([(one["learners"], one["events"], one["mean_after"]) for one in summaries], [(20, 14, None), (20, 8, None)])

    def test_what_a_share_cannot_be(self):
        alone = self.drafted(title="Alone", design="single_group", planned_control=0, outcomes=[SHARE])
        self.assertIn("control group", self.act(self.innovator, PROTOCOLS, alone, "register").json["detail"])
        odd = {"innovation": self.innovation(), **CONTENT, "outcomes": [{**SHARE, "kind": "often"}]}
        self.assert_problem(self.innovator.send("POST", PROTOCOLS, odd), 400, "outcomes[0].kind")
        pilot = self.running(self.registered(title="Odd counts", outcomes=[SHARE]))
        means = [{**one, "outcome": "Passed"} for one in figures()]
        for summaries, why in ((counts(51, 3), "true of none to all"), (means, "of how many learners it is true"),
                               (counts(3, 3, mean_after=1), "no field of this name")):
            refused = self.put(self.innovator, pilot, "summaries", summaries=summaries)
            self.assertEqual(refused.status, 400)
            self.assertIn(why, refused.json["detail"])


class Delivery(PilotTest):
    COSTS = [{"kind": "start_up", "what": "Training", "amount_eur": 500},
             {"kind": "recurring", "what": "Material", "amount_eur": 123.45},
             {"kind": "staff_time", "what": "Mentor", "amount_eur": 30.1, "hours": 12.5}]

    def entered(self, title, flow=None):
        pilot = self.running(self.registered(title=title))
        self.did(self.put(self.innovator, pilot, "flow", **(flow or FLOW)))
        self.did(self.put(self.innovator, pilot, "delivery", costs=self.COSTS, sessions_planned=20, sessions_delivered=18,
                          context="In a strike."))
        return pilot

    def test_costs_by_learner_and_sessions_held(self):
        many = {"assigned": 70, "started": 60, "measured": 55, "analysed": 50}
        pilot = self.entered("What it took", {"treated": [many], "control": [many]})
        took = self.read(PILOTS, pilot)["delivery"]
        self.assertEqual((took["total_eur"], took["running_eur"], took["learners"]), (999.7, 499.7, 60))
        self.assertEqual((took["per_learner_eur"], took["fidelity"]), (16.66, 0.9))
        self.assertEqual(took["costs"][2], {**self.COSTS[2], "cost_eur": 376.25})
        view = self.api.get(f"{INNOVATIONS}/{self.innovation()}/evidence").json
        lines = [one for protocol in view["protocols"] for one in protocol["pilots"] if one["id"] == pilot]
        self.assertEqual(lines[0]["delivery"]["per_learner_eur"], 16.66)

    def test_the_sum_is_left_out_where_it_would_tell_how_few_did_not_start(self):
        pilot = self.entered("Two did not start")
        took = self.read(PILOTS, pilot)["delivery"]
        self.assertEqual([took[name] for name in ("costs", "total_eur", "running_eur", "learners")], [[], None, None, None])
        self.assertEqual((took["per_learner_eur"], took["has_costs"]), (17.24, True))
        self.assertEqual(self.read(PILOTS, pilot, self.innovator)["delivery"]["total_eur"], 999.7)

    def test_missing_is_missing_and_bad_input_changes_nothing(self):
        pilot = self.running(self.registered(title="Nothing told"))
        self.assertIsNone(self.read(PILOTS, pilot)["delivery"])
        for fields, field in (({"costs": [{"kind": "recurring", "what": " ", "amount_eur": 1}]}, "costs[0].what"),
                              ({"costs": [{"kind": "recurring", "what": "x", "amount_eur": -1}]}, "costs[0].amount_eur"),
                              ({"costs": [{"kind": "recurring", "what": "x"}]}, "costs[0].amount_eur"),
                              ({"costs": [{"kind": "staff_time", "what": "x", "amount_eur": 1}]}, "costs[0].hours"),
                              ({"sessions_planned": 20}, "sessions_delivered")):
            self.assert_problem(self.put(self.innovator, pilot, "delivery", **fields), 400, field)
        self.assertIsNone(self.read(PILOTS, pilot)["delivery"])
        self.did(self.put(self.innovator, pilot, "delivery", context="Quiet."))
        took = self.read(PILOTS, pilot)["delivery"]
        self.assertEqual((took["per_learner_eur"], took["fidelity"], took["has_costs"]), (None, None, False))

    def test_who_may_and_until_when(self):
        pilot = self.entered("Until the report")
        self.assert_problem(self.put(self.second_lead, pilot, "delivery"), 403)
        self.assert_problem(self.put(self.innovator, pilot, "delivery", revision=1), 409)
        self.did(self.put(self.innovator, pilot, "summaries", summaries=figures()))
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        self.did(self.put(self.innovator, pilot, "delivery", costs=self.COSTS[:1]))
        self.assertNotIn("cost", self.api.get(f"{INNOVATIONS}/{self.innovation()}/evidence").json["there"])
        self.did(self.act(self.evaluator, PILOTS, pilot, "report", reasons="As declared."))
        there = self.api.get(f"{INNOVATIONS}/{self.innovation()}/evidence").json["there"]
        self.assertIn("cost", there, "a reported pilot tells what it costs")
        late = self.put(self.innovator, pilot, "delivery")
        self.assert_problem(late, 409)
        self.assertIn("until it is reported", late.json["detail"])


class Months(PilotTest):
    def test_months_are_told_of_attainment_alone(self):
        pilot = self.reported(self.registered(title="Months"), "Escola 1", "PT", self.innovator, figures())
        effect = self.read(PILOTS, pilot)["effects"][0]
        self.assertEqual(effect["months_of_progress"]["value"], 7)  # 0.5924
        other = self.registered(title="No months", outcomes=[{**OUTCOMES[0], "is_attainment": False}])
        effect = self.read(PILOTS, self.reported(other, "Escola 1", "PT", self.innovator, figures()))["effects"][0]
        self.assertEqual((effect["months_of_progress"], effect["no_months"]), (None, "not_attainment"))


class Breaking(PilotTest):
    def test_no_data_before_the_protocol_is_registered(self):
        protocol = self.drafted(title="Too early")
        pilot = self.planned(protocol)
        self.assert_problem(self.act(self.innovator, PILOTS, pilot, "recruit"), 422)
        for what, fields in (("flow", FLOW), ("summaries", {"summaries": figures()}), ("learners", {"table": table([])})):
            refused = self.put(self.innovator, pilot, what, **fields)
            self.assert_problem(refused, 422)
            self.assertIn("no data are taken unless it is registered", refused.json["detail"])
        self.did(self.act(self.innovator, PROTOCOLS, protocol, "register"))
        self.assert_problem(self.put(self.innovator, pilot, "flow", **FLOW), 409)

    def test_an_incomplete_protocol_is_not_registered_and_a_registered_one_not_rewritten(self):
        protocol = self.drafted(title="Half a thought", outcomes=[], stopping_rule="")
        refused = self.act(self.innovator, PROTOCOLS, protocol, "register")
        self.assert_problem(refused, 422)
        self.assertIn("One or two outcomes are primary", refused.json["detail"])
        self.assertEqual([one["field"] for one in self.read(PROTOCOLS, protocol)["problems"]], ["outcomes", "stopping_rule"])
        revision = self.read(PROTOCOLS, protocol)["revision"]
        whole = {"revision": revision, **CONTENT, "title": "Half a thought"}
        self.did(self.innovator.send("PUT", f"{PROTOCOLS}/{protocol}", whole))
        self.assert_problem(self.innovator.send("PUT", f"{PROTOCOLS}/{protocol}", whole), 409)
        self.did(self.act(self.innovator, PROTOCOLS, protocol, "register"))
        late = self.innovator.send("PUT", f"{PROTOCOLS}/{protocol}", {**whole, "revision": revision + 2})
        self.assert_problem(late, 409)
        self.assertIn("amendment", late.json["detail"])

    def test_evaluators_of_the_team_lock_nothing_and_the_independent_one_does_not_join(self):
        protocol = self.registered(title="Own work")
        pilot = self.running(protocol)
        self.did(self.put(self.innovator, pilot, "flow", **FLOW))
        unready = self.act(self.evaluator, PILOTS, pilot, "lock_data")
        self.assert_problem(unready, 422)
        self.assertIn("outcome_data", unready.json["detail"])
        self.did(self.put(self.innovator, pilot, "summaries", summaries=figures(learners=49)))
        unready = self.act(self.evaluator, PILOTS, pilot, "lock_data")
        self.assertIn("49 learners", unready.json["detail"])
        self.did(self.put(self.innovator, pilot, "summaries", summaries=figures()))
        for person in (self.innovator, self.second_lead, self.own_evaluator, self.chair):
            self.assert_problem(self.act(person, PILOTS, pilot, "lock_data"), 403)
        self.did(self.act(self.evaluator, PILOTS, pilot, "lock_data"))
        self.assert_problem(self.put(self.innovator, pilot, "summaries", summaries=figures(200)), 409)
        joined = self.evaluator.send("POST", f"{INNOVATIONS}/{self.innovation()}/team",
                                     {"role": "pilot_lead", "organisation": "55"})
        self.assert_problem(joined, 403)

    def test_nobody_leads_the_pilot_of_another_country(self):
        protocol = self.registered(title="Two countries")
        portugal = self.running(protocol)
        romania = self.running(protocol, "Scoala 2", "RO", self.second_lead)
        for person, pilot in ((self.second_lead, portugal), (self.innovator, romania), (self.member, portugal)):
            self.assert_problem(self.put(person, pilot, "flow", **FLOW), 403)
            self.assert_problem(self.put(person, pilot, "summaries", summaries=figures()), 403)
            self.assert_problem(self.act(person, PILOTS, pilot, "terminate", reasons="No."), 403)
        self.assert_problem(self.member.send("POST", PILOTS, {"protocol": protocol, "site": "X", "member_state": "PT"}), 403)
        self.assert_problem(self.api.send("POST", PILOTS, {"protocol": protocol, "site": "X", "member_state": "PT"}), 401)

    def test_stale_revisions_and_what_has_no_reading(self):
        protocol = self.registered(title="Stale")
        pilot = self.running(protocol)
        self.did(self.put(self.innovator, pilot, "flow", **FLOW))
        self.assert_problem(self.put(self.innovator, pilot, "flow", revision=1, **FLOW), 409)
        self.assert_problem(self.put(self.innovator, pilot, "summaries", revision=1, summaries=figures()), 409)
        self.assert_problem(self.act(self.innovator, PILOTS, pilot, "terminate", revision=1, reasons="No."), 409)
        self.assert_problem(self.act(self.innovator, PROTOCOLS, protocol, "close", revision=1, reasons="No."), 409)
        grown = {"assigned": 5, "started": 6, "measured": 5, "analysed": 5}
        self.assert_problem(self.put(self.innovator, pilot, "flow", treated=[grown], control=[ARM]), 400, "treated")
        self.assert_problem(self.put(self.innovator, pilot, "flow", treated=[ARM]), 400, "control")
        twice = self.innovator.send("POST", PILOTS, {"protocol": protocol, "site": "Escola 1", "member_state": "PT"})
        self.assert_problem(twice, 409)
        for path in (f"{PROTOCOLS}/99999", f"{PILOTS}/99999", f"{INNOVATIONS}/99999/evidence"):
            self.assertEqual(self.api.get(path).status, 404)


class Power(PilotTest):
    def test_a_visitor_learns_what_a_pilot_can_detect(self):
        answer = self.api.get("/api/v1/pilot-power", {"planned_treated": 64, "planned_control": 64}).json
        self.assertAlmostEqual(answer["minimum_detectable_effect"], 0.499, 3)
        self.assertEqual(answer["effects"][1]["treated_learners"], 64)
        self.assertAlmostEqual(answer["share_difference"], 0.239, 3)  # 50 to 74 of 100: h is 0.5 there (Cohen 1988)
        groups = self.api.get("/api/v1/pilot-power", {
            "design": "cluster_randomised", "unit": "group", "planned_treated": 200, "planned_control": 200,
            "learners_in_a_group": 20, "intraclass_correlation": 0.2}).json
        self.assertGreater(groups["minimum_detectable_effect"], 0.613)  # 2.8 standard errors with 20 groups
        none = self.api.get("/api/v1/pilot-power").json
        self.assertEqual((none["minimum_detectable_effect"], bool(none["why_not"])), (None, True))
        self.assert_problem(self.api.get("/api/v1/pilot-power", {"intraclass_correlation": "much"}), 400,
                            "intraclass_correlation")


if __name__ == "__main__":
    import unittest
    unittest.main()
