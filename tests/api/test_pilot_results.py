"""What pilots found where it is a share, what they took, and months of progress."""
import installation
from test_innovations import INNOVATIONS
from test_pilots import CONTENT, FLOW, OUTCOMES, PILOTS, PROTOCOLS, PilotTest, figures, table

SHARE = {"name": "Passed", "instrument": "Trade exam", "timing": "After a year", "is_primary": True, "kind": "share"}


def counts(treated, control, learners=50, **more):
    return [{"outcome": "Passed", "arm": arm, "learners": learners, "events": events, **more}
            for arm, events in (("treated", treated), ("control", control))]


class ResultsTest(PilotTest):
    installation = staticmethod(lambda: installation.separate("pilot-results"))
    _reviewers, _innovation = {}, []  # of this installation


class Shares(ResultsTest):
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
        within, exact = effect["exact_within"], inside["effects"][0]
        for shown, number in zip((effect["value"], *effect["interval"]), (exact["value"], *exact["interval"])):
            self.assertAlmostEqual(shown * 100, round(shown * 100))
            self.assertAlmostEqual(shown, number, delta=within + 1e-9)
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

    def test_a_file_of_many_learners_takes_a_share_and_comes_out_the_same(self):
        changes = {"design": "pre_post_controlled", "outcomes": [SHARE, {**OUTCOMES[0], "is_primary": False}]}
        pilot = self.running(self.registered(title="Passed, in a file", **changes))
        many = 20_000
        rows = [row for arm, passed in (("treated", 15_000), ("control", 12_000)) for one in range(many)
                for row in ((f"{arm[0]}-{one:05}", arm, "", "Passed", "", int(one < passed)),
                            (f"{arm[0]}-{one:05}", arm, "", "Score", one % 7, one % 11))]
        bad = self.send_file(self.innovator, pilot, table([*rows, ("t-x1", "treated", "", "Passed", "", 0.5)])).json
        self.assertEqual([(one["line"], one["column"]) for one in bad["rejected"]], [(4 * many + 2, "after")])
        self.assertIn("share", bad["rejected"][0]["reason"])
        self.assertIsNone(self.read(PILOTS, pilot)["data"])
        self.assertEqual(self.send_file(self.innovator, pilot, table(rows)).json["rows"], 4 * many)
        arm = {"assigned": many, "started": many, "measured": many, "analysed": many}
        self.did(self.put(self.innovator, pilot, "flow", treated=[arm], control=[arm]))
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        view = self.read(PILOTS, pilot)
        self.assertEqual([(one["outcome"], one["events"]) for one in view["data"]["summaries"]],
                         [("Passed", 15_000), ("Passed", 12_000), ("Score", None), ("Score", None)])
        self.assertEqual(view["effects"][0]["measure"], "risk_difference")
        self.assertAlmostEqual(view["effects"][0]["value"], 0.15)
        self.assertEqual(view["effects"][1]["measure"], "difference_of_changes")
        self.assertEqual(self.ran("reproduce", str(pilot))[0]["differences"], [])

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


class Delivery(ResultsTest):
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
        self.assertEqual((took["per_learner_eur"], took["has_costs"]), (17, True), "in two figures: to the cent it would tell of how many it is the part")
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


class Months(ResultsTest):
    def test_months_are_told_of_attainment_alone(self):
        pilot = self.reported(self.registered(title="Months"), "Escola 1", "PT", self.innovator, figures())
        effect = self.read(PILOTS, pilot)["effects"][0]
        self.assertEqual(effect["months_of_progress"]["value"], 7)  # 0.5924
        other = self.registered(title="No months", outcomes=[{**OUTCOMES[0], "is_attainment": False}])
        effect = self.read(PILOTS, self.reported(other, "Escola 1", "PT", self.innovator, figures()))["effects"][0]
        self.assertEqual((effect["months_of_progress"], effect["no_months"]), (None, "not_attainment"))
