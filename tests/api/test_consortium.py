"""Consortia: every rule has its verdict and reason, what is unknown never passes, and proposals keep all rules."""
import threading

from client import ApiTest

RULES = "/api/v1/consortium/rules"
CHECK = "/api/v1/consortium/check"
PROPOSE = "/api/v1/consortium/propose"


def partner(name, country, **more):
    return {"name": name, "country": country, "role": "partner", **more}


THREE = [
    {"name": "Escola", "country": "PT", "type": "vocational_school", "role": "coordinator", "budget_eur": 150000},
    partner("Kammer", "AT", budget_eur=100000),
    partner("Scoala", "RO", budget_eur=50000.5),
]


class Rules(ApiTest):
    def test_every_set_names_its_source_and_each_rule_says_what_it_asks_in_three_languages(self):
        answer = self.api.get(RULES).json
        names = [rules["name"] for rules in answer["rule_sets"]]
        for name in ("erasmus-ka210", "erasmus-ka220", "erasmus-cove", "horizon-ria-ia", "interreg-europe"):
            self.assertIn(name, names)
        for rules in answer["rule_sets"]:
            self.assertTrue(rules["sources"], rules["name"])
            for rule in rules["rules"]:
                self.assertEqual({"en", "de", "el"}, set(rule["text"]), (rules["name"], rule["rule"]))
        self.assertEqual(len(answer["country_groups"]["eu"]["countries"]), 27)


class Check(ApiTest):
    def check(self, organisations, rules="erasmus-ka220"):
        answer = self.api.send("POST", CHECK, {"rules": rules, "organisations": organisations})
        self.assertEqual(answer.status, 200, answer.body[:300])
        return answer.json, {outcome["rule"]: outcome for outcome in answer.json["outcomes"]}

    def test_a_consortium_that_keeps_the_rules_passes_but_for_what_people_check(self):
        answer, of = self.check(THREE)
        self.assertEqual(answer["verdict"], "passed")
        self.assertEqual(of["countries"]["found"], {"low": 3, "high": 3})
        self.assertEqual(of["countries"]["organisations"], [0, 1, 2])
        self.assertEqual(of["grant"]["found"], {"low": 300000.5, "high": 300000.5})
        self.assertEqual(of["lump_sum"]["verdict"], "unjudged")

    def test_a_broken_rule_is_named_with_who_breaks_it(self):
        answer, of = self.check([*THREE[:2], partner("Institut", "BY", budget_eur=0)])
        self.assertEqual(answer["verdict"], "failed")
        self.assertEqual(of["countries"]["verdict"], "failed")
        self.assertIn("2 countries found, at least 3 countries needed", of["countries"]["reason"])
        self.assertEqual(of["excluded_countries"]["against"], [2])
        self.assertIn("Institut", of["excluded_countries"]["reason"])

    def test_what_is_not_known_is_asked_for(self):
        answer, of = self.check([*THREE[:2], {"name": "Somebody", "role": "partner"}])
        self.assertEqual(answer["verdict"], "unjudged")
        self.assertEqual(of["countries"]["missing"], [{"organisation": 2, "field": "country"}])
        self.assertEqual(of["grant"]["missing"], [{"organisation": 2, "field": "budget"}])
        self.assertIsNone(of["grant"]["found"]["high"])

    def test_each_country_of_a_centre_of_excellence_has_both_kinds(self):
        members = [{"name": f"{kind} {country}", "country": country, "type": kind, "role": "partner", "budget_eur": 1}
                   for country in ("PT", "RO", "AT", "DE") for kind in ("enterprise", "vocational_school")]
        members[0]["role"] = "coordinator"
        self.assertEqual(self.check(members, "erasmus-cove")[0]["verdict"], "passed")
        members[-1]["type"] = "enterprise"
        _, of = self.check(members, "erasmus-cove")
        self.assertEqual((of["each_country"]["verdict"], of["each_country"]["countries"]), ("failed", ["DE"]))

    def test_horizon_wants_a_member_state(self):
        members = [{"name": country, "country": country, "role": "partner"} for country in ("NO", "IS", "CH")]
        members[0]["role"] = "coordinator"
        answer, of = self.check(members, "horizon-ria-ia")
        self.assertEqual([of[rule]["verdict"] for rule in ("organisations", "countries", "member_state")],
                         ["passed", "passed", "failed"])

    def test_horizon_excludes_organisations_from_russia_and_belarus(self):
        for rules in ("horizon-ria-ia", "horizon-csa"):
            _, of = self.check([partner("A", "RU"), partner("B", "PT"), partner("C", "BY")], rules)
            self.assertEqual((of["excluded_countries"]["verdict"], of["excluded_countries"]["against"]), ("failed", [0, 2]))
            self.assertTrue(of["excluded_countries"]["check_against_call"])

    def test_a_rule_asks_to_be_checked_where_its_group_of_countries_does(self):
        _, of = self.check(THREE)
        self.assertTrue(of["countries"]["check_against_call"])
        self.assertFalse(of["once"]["check_against_call"])

    def test_an_organisation_of_the_catalogue_brings_its_country_along(self):
        project = self.api.get("/api/v1/projects", {"q": "", "limit": 1}).json["hits"][0]
        known = self.api.get(f"/api/v1/organisations/{project['coordinator']['id']}").json
        answer, _ = self.check([{"organisation": known["id"], "role": "coordinator"}])
        member = answer["organisations"][0]
        self.assertEqual((member["name"], member["country"]), (known["name"], known["country"]))
        self.assert_problem(self.api.send("POST", CHECK, {"rules": "erasmus-ka220", "organisations": [{"organisation": "999999"}]}),
                            400, "organisations[0].organisation")

    def test_rules_of_ones_own_are_taken(self):
        own = {"name": "alpine", "title": "Alpine call", "country_groups": {"alps": {"title": "Alps", "countries": ["AT", "CH"]}},
               "rules": [{"id": "alps", "kind": "organisations", "text": "Two from the Alps", "of": {"countries": ["alps"]}, "at_least": 2},
                         {"id": "share", "kind": "organisation_share", "text": "Nobody has more than half", "at_most": 50}]}
        _, of = self.check(THREE, own)
        self.assertEqual((of["alps"]["verdict"], of["alps"]["found"]["low"]), ("failed", 1))
        self.assertEqual(of["share"]["verdict"], "passed")

    def test_what_cannot_be_asked_is_named(self):
        rule = {"id": "a", "kind": "organisations", "text": "t", "at_least": 1}
        own = {"name": "n", "title": "t", "rules": [rule]}
        for body, field in [
            ({}, "rules"), ({"rules": "no-such"}, "rules"), ({"rules": 7}, "rules"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a", "country": "Portugal"}]}, "organisations[0].country"),
            ({"rules": "erasmus-ka220", "organisations": [{"country": "PT"}]}, "organisations[0].name"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a", "type": "pub"}]}, "organisations[0].type"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a", "role": "boss"}]}, "organisations[0].role"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a", "budget_eur": -1}]}, "organisations[0].budget_eur"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a", "colour": "red"}]}, "organisations[0].colour"),
            ({"rules": "erasmus-ka220", "organisations": [{"name": "a"}] * 101}, "organisations"),
            ({"rules": "erasmus-ka220", "candidates": []}, "candidates"),
            ({"rules": {**own, "rules": []}}, "rules.rules"),
            ({"rules": {**own, "rules": [{**rule, "kind": "magic"}]}}, "rules.rules[0].kind"),
            ({"rules": {**own, "rules": [{**rule, "at_least": None}]}}, "rules.rules[0].at_least"),
            ({"rules": {**own, "rules": [{**rule, "of": {"countries": ["atlantis"]}}]}}, "rules.rules[0].of.countries"),
            ({"rules": {**own, "rules": [rule, rule]}}, "rules.rules[1].id"),
        ]:
            self.assert_problem(self.api.send("POST", CHECK, body), 400, field)
        typed = {"Content-Type": "application/json"}
        broken = self.api.ask("POST", CHECK, typed, b'{"rules":\n "erasmus-ka220",\n oops}')
        self.assert_problem(broken, 400, "line 3")
        self.assert_problem(self.api.ask("POST", CHECK, {"Content-Type": "text/csv"}, b"name\n"), 415)


class Propose(ApiTest):
    def propose(self, **body):
        answer = self.api.send("POST", PROPOSE, {"rules": "erasmus-ka220", **body})
        self.assertEqual(answer.status, 200, answer.body[:300])
        return answer.json

    def test_the_best_that_keep_all_rules_are_asked_with_who_could_step_in(self):
        candidates = [{"name": name, "country": country, "score": score, "budget_eur": 10000}
                      for name, country, score in [("Nah", "PT", 1), ("A", "RO", 0.5), ("B", "RO", 0.6), ("C", "AT", 0.2), ("D", "AT", 0.1)]]
        answer = self.propose(organisations=THREE[:1], candidates=candidates)
        self.assertEqual(answer["state"], "optimal")
        self.assertEqual([place["candidate"] for place in answer["places"]], [2, 3])
        self.assertEqual([[other["candidate"] for other in place["alternatives"]] for place in answer["places"]], [[1], [4]])
        self.assertAlmostEqual(answer["score"], 0.8)
        self.assertEqual(answer["check"]["verdict"], "passed")
        self.assertEqual(len(answer["check"]["organisations"]), 3)

    def test_places_are_filled_as_far_as_asked(self):
        candidates = [{"name": f"P{number}", "country": "RO" if number % 2 else "AT", "score": 0.5, "budget_eur": 1} for number in range(8)]
        answer = self.propose(organisations=THREE[:1], candidates=candidates, places=5)
        self.assertEqual(len(answer["places"]), 5)
        self.assertEqual(answer["check"]["verdict"], "passed")

    def test_what_is_impossible_is_said_with_the_rule_in_the_way(self):
        candidates = [{"name": "A", "country": "RO", "score": 0.5, "budget_eur": 1}, {"name": "B", "country": "RO", "score": 0.5, "budget_eur": 1}]
        answer = self.propose(organisations=THREE[:1], candidates=candidates)
        self.assertEqual((answer["state"], answer["in_the_way"], answer["check"]), ("impossible", ["countries"], None))

    def test_one_proposal_is_made_at_a_time_and_none_lasts_much_longer_than_it_may(self):
        codes = [chr(first) + chr(second) for first in range(65, 78) for second in range(65, 88)]
        rule = {"kind": "organisations", "text": "t", "of": {"countries": codes, "newcomer": True}, "at_least": 90}
        rules = {"name": "n", "title": "t", "rules": [{**rule, "id": str(number)} for number in range(50)]}
        candidates = [{"name": str(number), "country": codes[-1], "score": 0.5, "newcomer": number < 90} for number in range(1000)]
        answers = []
        large = threading.Thread(target=lambda: answers.append(self.propose(rules=rules, candidates=candidates, places=90)))
        large.start()
        refused = None
        while large.is_alive() and refused is None:
            answer = self.api.send("POST", PROPOSE, {"rules": "erasmus-ka220"})
            refused = answer if answer.status == 503 else None
        large.join(60)
        self.assertFalse(large.is_alive())
        self.assertIsNotNone(refused)
        self.assert_problem(refused, 503)
        self.assertEqual(refused.headers["Retry-After"], "5")
        self.assertIn(answers[0]["state"], ("good", "unknown"))
        self.assertEqual(self.propose()["state"], "impossible")

    def test_lists_that_no_call_has_are_refused(self):
        rule = {"id": "a", "kind": "organisations", "text": "t", "at_least": 1}
        group = {"title": "t", "countries": ["PT"] * 300}
        own = {"name": "n", "title": "t", "country_groups": {"mine": group}, "rules": [{**rule, "of": {"countries": ["mine"] * 300}}]}
        self.assertEqual(self.propose(rules=own)["state"], "impossible")
        for changed, field in [
            ({"rules": [{**rule, "of": {"countries": ["mine"] * 301}}]}, "rules.rules[0].of.countries"),
            ({"rules": [{**rule, "of": {"types": ["school"] * 301}}]}, "rules.rules[0].of.types"),
            ({"country_groups": {"mine": {"title": "t", "countries": ["PT"] * 301}}}, "rules.country_groups.mine.countries"),
            ({"country_groups": {f"group{number}": group for number in range(21)}}, "rules.country_groups"),
            ({"rules": [{**rule, "id": str(number)} for number in range(51)]}, "rules.rules"),
        ]:
            self.assert_problem(self.api.send("POST", PROPOSE, {"rules": {**own, **changed}}), 400, field)

    def test_a_candidate_has_a_score(self):
        for candidate, field in [({"name": "A"}, "candidates[0].score"), ({"name": "A", "score": 2}, "candidates[0].score")]:
            self.assert_problem(self.api.send("POST", PROPOSE, {"rules": "erasmus-ka220", "candidates": [candidate]}), 400, field)
        self.assert_problem(self.api.send("POST", PROPOSE, {"rules": "erasmus-ka220", "places": 1.5}), 400, "places")

