"""Cases put before authorities, what they decide, and people who try to get round the rules."""
import json
import subprocess
from datetime import date, timedelta

import installation
from test_innovations import InnovationTest

CASES = "/api/v1/mainstreaming"
ANSWERED = [{"answer": "partly", "evidence": "minutes of May"}] * 12
CONTENT = {"lever": "funding_rule", "competent_authority": "Ministry of Education", "checklist": ANSWERED,
           "cost_at_scale": 1200000, "risks": "Too few mentors.", "equity": "Small firms gain most."}
SOON = str(date.today() + timedelta(days=30))


class CaseTest(InnovationTest):
    installation = staticmethod(lambda: installation.separate("mainstreaming"))
    _recommended = []
    _reviewers = {}  # of this installation

    def setUp(self):
        super().setUp()
        self.portugal = self.people.with_role("member_state_representative", "PT")
        self.romania = self.people.with_role("member_state_representative", "RO")

    def recommended(self):
        """The same innovation each time; tests take Member States of their own."""
        if not self._recommended:
            self._recommended.append(self.another_recommended("Welding glasses"))
        return self._recommended[0]

    def another_recommended(self, title):
        number = self.propose(title)
        self.prepare(number)
        self.protocol(number)
        for scores, reviewers, before in (("3333", 2, []), ("333", 2, ["lessons"]), ("33333", 2, [
                "product_materials", "product_training", "product_cost", "product_licence", "product_accessibility"])):
            for kind in before:
                self.fact(number, kind)
            if len(scores) == 5:
                self.did(self.send(self.innovator, number, "evidence",
                                   links=[{"title": "Report", "link": "https://example.org/report"}]))
            self.assess(number, reviewers, list(scores))
            self.did(self.decide(number, "proceed"))
        self.assess(number, 3, list("3333"))
        self.did(self.decide(number, "recommend"))
        return number

    def case(self, state, innovation=None, **fields):
        made = self.innovator.send("POST", CASES, {
            "innovation": innovation or self.recommended(), "member_state": state, **CONTENT, **fields})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def case_view(self, number, person=None):
        return (person or self.api).get(f"{CASES}/{number}").json

    def act(self, person, number, act, **fields):
        """With the revision as it is now, unless another is given."""
        return person.send("POST", f"{CASES}/{number}/moves", {
            "revision": self.case_view(number)["revision"], "act": act, "reasons": "It was weighed.", **fields})


class Closing(CaseTest):
    def test_a_case_whose_innovation_is_withdrawn_is_closed_with_a_reason(self):
        innovation = self.propose("Ovens that speak")
        number = self.case("PT", innovation)
        self.did(self.decide(innovation, "withdraw", self.innovator))
        self.assertEqual(self.case_view(number)["waiting"]["of_case"], ["close"])
        self.assert_problem(self.act(self.innovator, number, "close", reasons=" "), 422)
        self.assert_problem(self.act(self.portugal, number, "close"), 403)
        self.did(self.act(self.innovator, number, "close", reasons="It is withdrawn."))
        view = self.case_view(number)
        self.assertEqual((view["state"], view["next"]), ("closed", []))
        self.assertEqual([(move["act"], move["reasons"]) for move in view["moves"]], [("close", "It is withdrawn.")])
        self.assertIn(number, [one["id"] for one in self.api.get(CASES, {"state": "closed"}).json["cases"]])

    def test_an_approval_of_what_is_withdrawn_is_taken_back_with_a_reason(self):
        spain = self.people.with_role("member_state_representative", "ES")
        innovation = self.another_recommended("Kilns that wait")
        number = self.case("ES", innovation)
        for person, act in ((self.innovator, "submit"), (spain, "consider"), (spain, "approve")):
            self.did(self.act(person, number, act))
        tasks = lambda: [one["acts"] for one in spain.get("/api/v1/account/tasks").json["tasks"]
                         if one["page"] == f"/mainstreaming/{number}"]
        self.assertEqual((self.case_view(number)["waiting"]["of_case"], tasks()), ([], []))
        self.did(self.decide(innovation, "withdraw", self.innovator))
        self.assert_problem(self.act(spain, number, "enact", in_force_from=SOON), 422)
        self.assertEqual((self.case_view(number)["waiting"]["of_case"], tasks()), (["revoke"], [["revoke"]]))
        for person in (self.innovator, self.portugal, self.chair, self.people.administrator()):
            refused = self.assert_problem(self.act(person, number, "revoke"), 403)
            self.assertEqual((refused["reason"]["code"], refused["reason"]["parts"]["roles"]),
                             ("role_needed", ["member_state_representative"]))
        self.assertEqual(self.assert_problem(self.act(spain, number, "revoke", reasons=" "), 422)["reason"], {
            "code": "still_needed", "parts": {"of": ["mainstreaming case"], "state": ["approved"], "act": ["revoke"],
                                              "needs": ["reasons"]}})
        stale = self.assert_problem(self.act(spain, number, "revoke", revision=1), 409)
        self.assertEqual(stale["reason"], {"code": "stale", "parts": {}})
        self.did(self.act(spain, number, "revoke", reasons="Its team has withdrawn it."))
        view = self.case_view(number)
        self.assertEqual((view["state"], view["next"], view["moves"][-1]["reasons"]),
                         ("closed", [], "Its team has withdrawn it."))
        self.assertEqual(tasks(), [])
        final = self.assert_problem(self.act(spain, number, "enact", in_force_from=SOON), 409)["reason"]
        self.assertEqual((final["code"], final["parts"]["state"], final["parts"]["acts"]), ("no_such_act", ["closed"], []))
        told = self.innovator.get("/api/v1/notices").json["notices"][0]
        self.assertEqual((told["kind"], told["page"]), ("case_decided", f"/mainstreaming/{number}"))
        self.assertIn("Take the approval back", told["text"])


class Journey(CaseTest):
    def test_from_prepared_into_force_and_out_beside_the_pipeline(self):
        innovation = self.recommended()
        number = self.case("PT")
        view = self.case_view(number, self.innovator)
        self.assertEqual((view["state"], view["your_roles"].count("innovator")), ("prepared", 1))
        self.assertEqual([(one["act"], one["missing"]) for one in view["next"]], [("submit", []), ("close", [])])
        self.assertEqual(view["answers"], {"yes": 0, "partly": 12, "no": 0, "unknown": 0})
        self.did(self.act(self.innovator, number, "submit", reasons="All twelve items rest on something now."))
        self.did(self.act(self.portugal, number, "consider", reasons=""))  # which decides nothing yet
        self.did(self.act(self.portugal, number, "approve_in_part"))
        early = self.act(self.portugal, number, "enact", in_force_from=SOON)
        self.assert_problem(early, 422)
        self.assertIn("once PT has taken it up", early.json["detail"])
        self.assertEqual(self.case_view(number)["waiting"]["of_innovation"], ["take_up"])
        self.did(self.decide(innovation, "take_up", self.portugal, state="PT", competent_authority="A ministry"))
        self.assert_problem(self.act(self.portugal, number, "enact"), 422)
        without = self.assert_problem(self.act(self.portugal, number, "enact", in_force_from=SOON, reasons=" "), 422)
        self.assertEqual(without["reason"]["parts"]["needs"], ["reasons"])
        self.did(self.act(self.portugal, number, "enact", in_force_from=SOON))
        view = self.case_view(number)
        self.assertEqual((view["state"], view["in_force_from"]), ("in_force", SOON))
        self.assertEqual(view["waiting"]["of_innovation"], ["adopt", "adopt_in_part"])
        self.assertEqual(self.view(innovation)["stage"], "mainstreaming")
        self.did(self.decide(innovation, "adopt_in_part", self.portugal, in_force_from=SOON))
        self.assertEqual(self.case_view(number)["waiting"], {"of_innovation": [], "of_case": []})
        self.did(self.act(self.portugal, number, "review"))
        self.did(self.act(self.portugal, number, "end"))
        view = self.case_view(number)
        self.assertEqual((view["state"], view["next"]), ("ended", []))
        self.assertEqual(view["waiting"]["of_innovation"], ["de_implement"])
        self.assertEqual([move["act"] for move in view["moves"]],
                         ["submit", "consider", "approve_in_part", "enact", "review", "end"])
        self.assertEqual([move["reasons"] for move in view["moves"]],
                         ["All twelve items rest on something now.", "", *["It was weighed."] * 4])
        self.assertEqual({move["by"] for move in view["moves"]}, {None})
        self.assertNotIn(None, {move["by"] for move in self.case_view(number, self.member)["moves"]})


class Finding(CaseTest):
    def test_cases_are_found_whatever_became_of_them(self):
        number = self.case("FI")
        finland = self.people.with_role("member_state_representative", "FI")
        self.did(self.act(self.innovator, number, "submit"))
        self.did(self.act(finland, number, "consider"))
        self.did(self.act(finland, number, "decline"))
        for filters in ({"state": "declined"}, {"member_state": "FI"}, {"member_state": "FI", "lever": "funding_rule"},
                        {"innovation": self.recommended(), "state": "declined"}):
            found = self.api.get(CASES, filters).json
            self.assertEqual(([one["id"] for one in found["cases"]], found["total"]), ([number], 1), filters)
        self.assertEqual(self.api.get(CASES, {"member_state": "FI", "lever": "curriculum"}).json["total"], 0)

    def test_the_terminal_tells_the_same(self):
        number = self.case("HU")
        site = self.installation()

        def ran(*arguments):
            done = subprocess.run([installation.PROGRAM, "mainstreaming", *arguments, "--json", "--data-dir", site.folder],
                                  capture_output=True, text=True, check=True)
            return json.loads(done.stdout)
        self.assertEqual(ran("list", "--member-state", "HU"), self.api.get(CASES, {"member_state": "HU"}).json)
        self.assertEqual(ran("show", str(number)), self.case_view(number))

    def test_pages_have_no_gap_and_no_repetition(self):
        for lever in ("curriculum", "guidance", "regulation"):
            self.case("AT", lever=lever)
        first = self.api.get(CASES, {"limit": 2, "member_state": "AT"}).json
        rest = self.api.get(CASES, {"limit": 2, "member_state": "AT", "after": first["next"]}).json
        self.assertEqual((len(first["cases"]), len(rest["cases"]), rest["next"]), (2, 1, None))
        self.assertEqual(len({one["id"] for one in first["cases"] + rest["cases"]}), 3)

    def test_what_has_no_reading_is_named(self):
        for name, value in (("state", "nowhere"), ("lever", "x"), ("limit", 0), ("innovation", "x"), ("colour", "x")):
            self.assert_problem(self.api.get(CASES, {name: value}), 400, name)
        for path in ("/999999", "/none"):
            self.assertEqual(self.api.get(CASES + path).status, 404)


class Breaking(CaseTest):
    def test_visitors_write_nothing(self):
        number = self.case("MT")
        self.assert_problem(self.api.send("POST", CASES, {"innovation": 1, "member_state": "PT", **CONTENT}), 401)
        self.assert_problem(self.api.send("PUT", f"{CASES}/{number}", {"revision": 1, **CONTENT}), 401)
        self.assert_problem(self.api.send("POST", f"{CASES}/{number}/moves", {"revision": 1, "act": "submit"}), 401)

    def test_only_the_team_prepares_and_only_the_own_state_decides(self):
        number = self.case("RO")
        for person in (self.member, self.portugal, self.chair):
            self.assert_problem(person.send("POST", CASES, {
                "innovation": self.recommended(), "member_state": "LT", **CONTENT}), 403)
            self.assert_problem(person.send("PUT", f"{CASES}/{number}", {"revision": 1, **CONTENT}), 403)
            self.assert_problem(self.act(person, number, "submit"), 403)
        self.did(self.act(self.innovator, number, "submit"))
        for person in (self.portugal, self.innovator, self.chair, self.people.administrator()):
            self.assert_problem(self.act(person, number, "consider"), 403)
        self.did(self.act(self.romania, number, "consider"))
        self.assert_problem(self.act(self.portugal, number, "approve"), 403)
        self.assert_problem(self.act(self.romania, number, "approve", reasons=" "), 422)
        self.did(self.act(self.romania, number, "approve"))

    def test_a_stale_change_is_refused_and_loses_nothing(self):
        number = self.case("EE")
        self.did(self.innovator.send("PUT", f"{CASES}/{number}", {"revision": 1, **CONTENT, "risks": "Mine"}))
        stale = self.innovator.send("PUT", f"{CASES}/{number}", {"revision": 1, **CONTENT, "risks": "Theirs"})
        self.assert_problem(stale, 409)
        self.assert_problem(self.act(self.innovator, number, "submit", revision=1), 409)
        view = self.case_view(number)
        self.assertEqual((view["risks"], view["revision"], view["state"]), ("Mine", 2, "prepared"))

    def test_what_is_missing_is_named(self):
        innovation = self.propose("Drone inspection")
        answers = [{"answer": "yes", "evidence": "report"}] * 11 + [{"answer": "unknown"}]
        number = self.case("LV", innovation, checklist=answers, cost_at_scale=None, equity="")
        self.assertIsNone(self.case_view(number)["cost_at_scale"])
        self.assertEqual(self.case_view(number)["next"][0]["missing"],
                         ["recommendation", "answered_checklist", "cost_at_scale", "equity_statement"])
        refused = self.act(self.innovator, number, "submit")
        self.assert_problem(refused, 422)
        for part in ("recommendation", "cost_at_scale", "equity_statement", "for item 12."):
            self.assertIn(part, refused.json["detail"])

    def test_what_is_before_an_authority_does_not_change(self):
        number = self.case("SE")
        self.did(self.act(self.innovator, number, "submit"))
        self.assert_problem(self.innovator.send("PUT", f"{CASES}/{number}", {"revision": 2, **CONTENT}), 409)
        again = self.innovator.send("POST", CASES, {
            "innovation": self.recommended(), "member_state": "SE", **CONTENT})
        self.assert_problem(again, 409)

    def test_a_field_that_is_wrong_is_named(self):
        def refused(name, **fields):
            self.assert_problem(self.innovator.send("POST", CASES, {
                "innovation": self.recommended(), "member_state": "DK", **CONTENT, **fields}), 400, name)
        refused("member_state", member_state="Denmark")
        refused("competent_authority", competent_authority=" ")
        refused("checklist", checklist=ANSWERED[:11])
        refused("checklist[0].answer", checklist=[{"answer": "perhaps"}] * 12)
        refused("cost_at_scale", cost_at_scale=-1)
        refused("lever", lever="magic")
        refused("in_force_from", in_force_from=SOON)
        number = self.case("DK")
        self.assert_problem(self.act(self.innovator, number, "submit", in_force_from=SOON), 400, "in_force_from")
