"""Innovations from proposal to practice and out of it, and people who try to get round the rules."""
import hashlib
from datetime import date, timedelta

import installation
from client import ApiTest
from people import People

INNOVATIONS = "/api/v1/innovations"
TEXT = {
    "title": "Mentors from small firms", "problem": "Apprentices leave in their first months.",
    "what_is_new": "A mentor of another firm, paid by a pool.", "target_group": "Apprentices in small firms",
    "eqf_levels": ["3", "4"], "isced_field": "0715", "setting": "workplace", "type": "organisation",
    "novelty": "member_state", "novelty_justification": "No such pool is known.",
    "theory_of_change": "Who can speak to an outsider stays.", "intended_outcomes": ["more are there after a year"],
    "resources": "Two hours a week", "licence": "CC-BY-4.0", "languages": ["en", "pt"], "framework_items": ["E7", "P2"]}


class InnovationTest(ApiTest):
    """One installation for all, whose panel "north" has a chair and three reviewers."""
    installation = staticmethod(lambda: installation.separate("innovations"))
    _reviewers = {}

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        self.innovator = self.people.with_role("innovator", "31")
        self.member = self.people.with_role("innovator", "99")
        self.chair = self.people.with_role("panel_chair", "north")

    def reviewer(self, number):
        if number not in self._reviewers:
            person = self.people.person(f"reviewer{number}@example.org")
            given = self.people.administrator().send("POST", f"/api/v1/accounts/{person.number}/grants",
                                                     {"role": "reviewer", "scope": "north"})
            self.assertEqual(given.status, 204, given.body)
            self._reviewers[number] = person
        return self._reviewers[number]

    def propose(self, title, **fields):
        made = self.innovator.send("POST", INNOVATIONS, {
            **TEXT, "title": title, "problem": title + " is missing.", "what_is_new": title + " is new.",
            "member_state": "PT", "organisation": "31", **fields})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def view(self, number, person=None):
        return (person or self.api).get(f"{INNOVATIONS}/{number}").json

    def send(self, person, number, path, **body):
        """With the revision as it is now, unless another is given."""
        return person.send("POST", f"{INNOVATIONS}/{number}/{path}",
                           {"revision": self.view(number)["revision"], **body})

    def did(self, answer):
        self.assertEqual(answer.status, 204, answer.body)

    def fact(self, number, kind, text="Written down."):
        self.did(self.send(self.innovator, number, "facts", kind=kind, text=text))

    def protocol(self, number):
        self.did(self.send(self.innovator, number, "protocols", title="Do mentors help?", text="Two groups, one year."))

    def prepare(self, number):
        """What the first gate asks for, but the protocol and the assessments."""
        self.fact(number, "ethics_note")
        self.fact(number, "data_protection_note")
        self.did(self.innovator.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "pilot_lead", "organisation": "31"}))
        self.did(self.send(self.chair, number, "panel", panel="north"))

    def assess(self, number, reviewers, scores):
        for one in range(reviewers):
            self.did(self.send(self.reviewer(one), number, "assessments", scores=scores, declaration="None."))

    def decide(self, number, act, person=None, **statement):
        return self.send(person or self.chair, number, "moves",
                         **{"act": act, "reasons": "The panel is of one mind.", **statement})


class Journey(InnovationTest):
    def test_from_proposal_through_all_gates_to_practice_and_out_of_it(self):
        number = self.propose("Welding glasses")
        self.prepare(number)
        self.protocol(number)
        self.assess(number, 2, ["3", "3", "", "3"])
        refused = self.decide(number, "proceed")
        self.assert_problem(refused, 422)
        self.assertIn("Nobody could judge: Novelty", refused.json["detail"])
        self.assertEqual(self.view(number, self.chair)["gate"]["missing"], [
            {"code": "not_judged", "criterion": "Novelty", "have": 0, "needed": 0, "sentence": "Nobody could judge: Novelty."}])
        self.assertEqual(self.view(number)["gate"]["missing"], [], "scores are hidden")
        self.did(self.decide(number, "revise"))
        self.assess(number, 2, ["3", "3", "3", "3"])
        self.did(self.decide(number, "proceed", evidence=["https://example.org/plan"]))
        self.fact(number, "lessons")
        self.assess(number, 2, ["3", "3", "3"])
        self.did(self.decide(number, "proceed"))
        for part in ("materials", "training", "cost", "licence", "accessibility"):
            self.fact(number, "product_" + part)
        self.did(self.send(self.innovator, number, "evidence",
                           links=[{"title": "Report", "link": "https://example.org/report"}]))
        self.assess(number, 2, ["3", "3", "3", "3", "3"])
        self.did(self.decide(number, "proceed"))
        self.assess(number, 3, ["3", "3", "3", "3"])
        due = str(date.today() + timedelta(days=90))
        self.did(self.decide(number, "recommend_with_conditions", conditions=[{"text": "A guide", "due": due}]))
        decision = self.view(number)["moves"][-1]["number"]
        met = {"decision": decision, "condition": 1, "shown_by": "The guide is out."}
        self.assert_problem(self.send(self.innovator, number, "met-conditions", **met), 403)
        self.assert_problem(self.send(self.chair, number, "met-conditions", **{**met, "condition": 2}), 422)
        self.did(self.send(self.chair, number, "met-conditions", **met))
        portugal = self.people.with_role("member_state_representative", "PT")
        romania = self.people.with_role("member_state_representative", "RO")
        self.did(self.decide(number, "take_up", portugal, state="PT", competent_authority="A ministry"))
        self.assert_problem(self.decide(number, "adopt", romania, in_force_from=due), 403)
        self.did(self.decide(number, "adopt", portugal, in_force_from=due))
        self.assertEqual(self.view(number)["stage"], "mainstreamed")
        self.did(self.decide(number, "de_implement", portugal))
        view = self.view(number)
        self.assertEqual((view["stage"], view["standing"], view["next"]), ("mainstreamed", "de_implemented", []))
        self.assertEqual([move["act"] for move in view["moves"]],
                         ["revise", "proceed", "proceed", "proceed", "recommend_with_conditions", "take_up", "adopt",
                          "de_implement"])
        self.assertTrue(all(move["reasons"] and move["framework"] == "0.1.0" for move in view["moves"]))
        condition = view["moves"][4]["conditions"][0]
        self.assertEqual((condition["text"], condition["due"]), ("A guide", due))
        self.assertEqual((condition["met"]["role"], condition["met"]["shown_by"]), ("panel_chair", "The guide is out."))
        self.assertIsNone(condition["met"]["by"], "names are for those who are signed in")
        named = self.view(number, self.chair)["moves"][4]["conditions"][0]["met"]
        self.assertEqual(named["by"], "Μαρία")
        self.assertEqual(view["protocols"][0]["sha256"], hashlib.sha256(b"Two groups, one year.").hexdigest())
        self.assertEqual(len(view["assessments"]), 11)

    def test_the_page_tells_what_comes_next_and_who_must_act(self):
        number = self.propose("Sign language lessons", theory_of_change="")
        view = self.view(number)
        self.assertEqual([problem["field"] for problem in view["problems"]], ["theory_of_change"])
        proceed = view["next"][0]
        self.assertEqual((proceed["act"], proceed["who"]), ("proceed", ["panel_chair"]))
        self.assertEqual(proceed["missing"], ["complete_text", "registered_protocol", "ethics_note",
                                              "data_protection_note", "pilot_lead", "gate_rule"])
        self.assertEqual(proceed["to_state"], ["reasons"])
        self.assertEqual(view["gate"]["rule"]["required_assessments"], 2)


class Finding(InnovationTest):
    def found(self, **filters):
        return [one["id"] for one in self.api.get(INNOVATIONS, filters).json["innovations"]]

    def test_a_negative_result_is_as_findable_as_a_positive_one(self):
        number = self.propose("Crane simulator")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        self.did(self.decide(number, "reject", reasons="Two like it have failed."))
        for filters in ({"q": "CRANE simul"}, {"standing": "stopped", "q": "crane"}, {"decided": "reject", "q": "crane"},
                        {"stage": "identified", "q": "crane"}, {"state": "PT", "q": "crane"}, {"item": "E7", "q": "crane"}):
            self.assertEqual(self.found(**filters), [number], filters)
        for filters in ({"standing": "active", "q": "crane"}, {"item": "E1"}, {"state": "FI"}):
            self.assertEqual(self.found(**filters), [], filters)
        line = self.api.get(INNOVATIONS, {"q": "crane"}).json["innovations"][0]
        self.assertEqual((line["last_act"], line["last_reasons"]), ("reject", "Two like it have failed."))

    def test_every_number_of_the_board_opens_its_rows(self):
        self.propose("Drone inspection")
        board = self.api.get("/api/v1/pipeline").json
        for stage in board["stages"]:
            for standing, count in stage["standings"].items():
                rows = self.api.get(INNOVATIONS, {"stage": stage["stage"], "standing": standing, "limit": 1}).json
                self.assertEqual(rows["total"], count, (stage["stage"], standing))

    def test_pages_have_no_gap_and_no_repetition(self):
        for title in ("Solar roofs", "Heat pumps", "Green walls"):
            self.propose(title)
        every = self.found(limit=100)
        read, after = [], None
        while True:
            page = self.api.get(INNOVATIONS, {"limit": 2, **({"after": after} if after else {})}).json
            read += [one["id"] for one in page["innovations"]]
            after = page["next"]
            if after is None:
                break
        self.assertEqual(read, every)

    def test_a_likely_duplicate_is_pointed_out_before(self):
        number = self.propose("Bakery apprentices rotate")
        answer = self.member.send("POST", "/api/v1/pipeline/duplicates", {
            "title": "Bakery apprentices rotate", "problem": "Bakery apprentices rotate is missing.",
            "what_is_new": "Bakery apprentices rotate is new."})
        self.assertEqual(answer.json["duplicates"][0]["id"], number)
        self.assertEqual(answer.json["duplicates"][0]["percent"], 100)

    def test_what_has_no_reading_is_named(self):
        for name, value in (("stage", "nowhere"), ("decided", "x"), ("limit", 0), ("after", "x"), ("colour", "x"),
                            ("q", "a " * 17)):
            self.assert_problem(self.api.get(INNOVATIONS, {name: value}), 400, name)
        for path in ("/999999", "/none", "/1/texts/99"):
            self.assertEqual(self.api.get(INNOVATIONS + path).status, 404)

    def test_it_comes_from_a_project_of_the_catalogue(self):
        project = self.api.get("/api/v1/projects", {"limit": 1}).json["hits"][0]
        number = self.propose("Robot cells", projects=[project["id"]])
        self.assertEqual(self.view(number)["projects"], [{"slug": project["id"], "title": project["title"]}])
        self.assertEqual(self.found(project=project["id"]), [number])
        refused = self.innovator.send("POST", INNOVATIONS, {**TEXT, "member_state": "PT", "projects": ["demo-none"]})
        self.assert_problem(refused, 400, "projects")


class Breaking(InnovationTest):
    def test_one_person_is_never_innovator_and_judge(self):
        number = self.propose("Night shifts")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        both = self.people.person("both@example.org")
        for role, scope in (("reviewer", "north"), ("panel_chair", "north"), ("innovator", "31")):
            given = self.people.administrator().send("POST", f"/api/v1/accounts/{both.number}/grants",
                                                     {"role": role, "scope": scope})
            self.assertEqual(given.status, 204)
        scores = {"scores": ["4", "4", "4", "4"], "declaration": "None."}
        of_their_organisation = self.assert_problem(self.send(both, number, "assessments", **scores), 403)
        self.assertEqual(of_their_organisation["reason"],
                         {"code": "not_independent", "parts": {"why": ["own_organisation"]}})
        self.did(both.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "innovator", "organisation": "31"}))
        self.assert_problem(self.send(both, number, "assessments", **scores), 403)
        self.assert_problem(self.decide(number, "reject", both), 403)
        judge = self.reviewer(0)
        self.did(self.send(judge, number, "assessments", **scores))
        self.assert_problem(judge.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "innovator"}), 403)
        self.assert_problem(self.send(judge, number, "assessments", **scores), 409)

    def test_nothing_is_tried_before_its_protocol_is_registered(self):
        number = self.propose("Exoskeletons")
        self.prepare(number)
        self.assess(number, 2, ["4", "4", "4", "4"])
        for override in (False, True):
            refused = self.decide(number, "proceed", override=override)
            self.assert_problem(refused, 422)
            self.assertIn("registered_protocol", refused.json["detail"])
        self.assertEqual(self.view(number)["stage"], "identified")
        self.assert_problem(self.send(self.innovator, number, "facts", kind="lessons", text="It worked."), 409)
        self.protocol(number)
        again = self.send(self.innovator, number, "protocols", title="Other", text="Other.")
        self.assert_problem(again, 400, "reasons")
        self.did(self.decide(number, "proceed"))
        self.did(self.send(self.innovator, number, "protocols", title="Other", text="Other.", reasons="A site left."))
        protocols = self.view(number)["protocols"]
        self.assertEqual([one["text"] for one in protocols], ["Two groups, one year.", "Other."])
        self.assertEqual([one["is_exploratory"] for one in protocols], [False, True])

    def test_decisions_carry_reasons(self):
        number = self.propose("Forest schools")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        for reasons in ("", " \n\t"):
            self.assert_problem(self.decide(number, "reject", reasons=reasons), 422)
        self.assertEqual(self.view(number)["moves"], [])

    def test_scores_are_hidden_until_ones_own_are_given(self):
        number = self.propose("Chess for welders")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        self.did(self.send(self.reviewer(0), number, "assessments", scores=["1", "0", "", "2"], declaration="None."))
        for person in (None, self.innovator, self.member, self.reviewer(1)):
            view = self.view(number, person)
            self.assertEqual((view["assessments"], view["gate"]["is_open"], view["gate"]["assessments"]), ([], None, 1))
        self.assertEqual(len(self.view(number, self.chair)["assessments"]), 1)
        self.did(self.send(self.reviewer(1), number, "assessments", scores=["1", "1", "1", "1"], declaration="None."))
        self.assertEqual(len(self.view(number, self.reviewer(1))["assessments"]), 2)

    def test_an_override_needs_a_second_person_and_is_named(self):
        number = self.propose("Virtual stables")
        self.prepare(number)
        self.protocol(number)
        self.assess(number, 2, ["0", "0", "0", "0"])
        self.assert_problem(self.decide(number, "proceed"), 422)
        self.did(self.decide(number, "proceed", override=True))
        self.assertEqual(self.view(number)["stage"], "identified")
        self.assertEqual(self.view(number)["pending_override"]["act"], "proceed")
        self.assert_problem(self.send(self.chair, number, "override-confirmation"), 422)
        self.assert_problem(self.send(self.member, number, "override-confirmation"), 403)
        officer = self.people.with_role("national_agency_officer", "PT")
        self.did(self.send(officer, number, "override-confirmation"))
        view = self.view(number)
        self.assertEqual((view["stage"], view["moves"][0]["is_override"]), ("testing", True))

    def test_merging_keeps_the_supporters(self):
        first, second = self.propose("Bees on roofs"), self.propose("Bees on roofs")
        for person, number in ((self.member, first), (self.member, second), (self.chair, second)):
            self.did(person.send("POST", f"{INNOVATIONS}/{number}/supporters"))
        self.did(self.send(self.chair, second, "panel", panel="north"))
        self.did(self.decide(second, "merge", merge_target=first))
        self.assertEqual(self.view(first)["supporters"], 2)
        romania = self.people.with_role("member_state_representative", "RO")
        self.did(romania.send("POST", f"{INNOVATIONS}/{first}/supporters"))
        told = self.api.get(f"{INNOVATIONS}/{first}/supporters").json
        self.assertEqual((told["total"], [one["name"] for one in told["supporters"]]), (3, [None] * 3))
        self.assertEqual([one["member_states"] for one in told["supporters"]], [[], [], ["RO"]], "a state supports it openly")
        page = self.api.get(f"{INNOVATIONS}/{first}/supporters", {"offset": 2, "limit": 1}, {"Cookie": romania.cookie}).json
        self.assertEqual([(one["is_you"], one["name"]) for one in page["supporters"]], [(True, "Μαρία")])
        self.assert_problem(self.api.get(f"{INNOVATIONS}/{first}/supporters", {"limit": 0}), 400, "limit")
        self.assert_problem(self.api.get(f"{INNOVATIONS}/999/supporters"), 404)
        self.assertEqual(self.view(second)["merged_into"], first)
        self.assertEqual(self.view(first)["lineage"]["lines"],
                         [{"innovation": first, "earlier": second, "kind": "merges"}])

    def test_a_stale_revision_is_a_conflict_and_loses_nothing(self):
        number = self.propose("Cargo bikes")
        edit = {**TEXT, "title": "Cargo bikes for plumbers", "revision": 1}
        self.did(self.innovator.send("PUT", f"{INNOVATIONS}/{number}", edit))
        self.assert_problem(self.innovator.send("PUT", f"{INNOVATIONS}/{number}", {**edit, "title": "Lost"}), 409)
        for person, path, body in self.writes():
            self.assert_problem(person.send("POST", f"{INNOVATIONS}/{number}/{path}", {"revision": 1, **body}), 409)
        view = self.view(number)
        self.assertEqual((view["title"], view["text_number"]), ("Cargo bikes for plumbers", 2))
        self.assertEqual(self.api.get(f"{INNOVATIONS}/{number}/texts/1").json["title"], "Cargo bikes")

    def writes(self):
        return ((self.innovator, "facts", {"kind": "ethics_note", "text": "x"}),
                (self.innovator, "protocols", {"title": "x", "text": "x"}),
                (self.innovator, "evidence", {"links": [{"title": "x", "link": "https://x.org"}]}),
                (self.innovator, "distinctions", {"earlier": 1, "reasons": "x"}),
                (self.chair, "panel", {"panel": "north"}),
                (self.innovator, "moves", {"act": "park", "reasons": "x"}))

    def test_every_write_asks_who_it_is_and_whether_they_may(self):
        number = self.propose("Wind turbines")
        gate = {"stage": "identified", "criteria": [{"name": "Relevance"}]}
        self.assertEqual(self.api.send("POST", INNOVATIONS, {**TEXT, "member_state": "PT"}).status, 401)
        self.assertEqual(self.api.send("PUT", f"{INNOVATIONS}/{number}", {**TEXT, "revision": 1}).status, 401)
        self.assertEqual(self.member.send("PUT", f"{INNOVATIONS}/{number}", {**TEXT, "revision": 1}).status, 403)
        self.assertEqual(self.api.send("POST", "/api/v1/pipeline/gate-rules", gate).status, 401)
        self.assertEqual(self.member.send("POST", "/api/v1/pipeline/gate-rules", gate).status, 403)
        assessment = {"scores": ["4", "4", "4", "4"], "declaration": "None."}
        writes = (*self.writes(), (None, "assessments", assessment), (None, "override-confirmation", {}))
        for _, path, body in writes:
            full = {"revision": 1, **body}
            self.assertEqual(self.api.send("POST", f"{INNOVATIONS}/{number}/{path}", full).status, 401, path)
            self.assertEqual(self.member.send("POST", f"{INNOVATIONS}/{number}/{path}", full).status, 403, path)
        for path, body in (("supporters", None), ("team", {"role": "innovator"}), ("team/departures", {"role": "innovator"}),
                           (f"waiting/{self.member.number}", {"role": "innovator"})):
            self.assertEqual(self.api.send("POST", f"{INNOVATIONS}/{number}/{path}", body).status, 401, path)
        self.assertEqual(self.view(number)["revision"], 1)

    def test_a_team_lets_in_whom_it_knows(self):
        number = self.propose("Timber frames")
        path = f"{INNOVATIONS}/{number}"
        self.did(self.member.send("POST", f"{path}/team", {"role": "innovator"}))
        self.assertEqual(self.view(number)["waiting"][0]["name"], None)  # visitors see no names
        waiting = self.view(number, self.innovator)["waiting"][0]
        self.assertEqual(waiting["person"], self.member.number)
        self.assert_problem(self.member.send("POST", f"{path}/waiting/{self.member.number}", {"role": "innovator"}), 403)
        self.did(self.innovator.send("POST", f"{path}/waiting/{self.member.number}", {"role": "innovator"}))
        self.did(self.innovator.send("POST", f"{path}/team/departures", {"role": "innovator"}))
        last = self.assert_problem(self.member.send("POST", f"{path}/team/departures", {"role": "innovator"}), 422)
        self.assertEqual(last["reason"], {"code": "rule", "parts": {"rule": ["last_innovator"]}})
        self.assertEqual([one["is_you"] for one in self.view(number, self.member)["team"]], [True])
