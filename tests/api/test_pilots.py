"""Protocols, pilots and what they found, and people who try to get round the rules."""
import hashlib
import json
import os
import socket
import subprocess
import tempfile

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

    def ran(self, *arguments, expected=0, environment=None):
        done = subprocess.run([installation.PROGRAM, "evidence", *arguments, "--json", "--data-dir",
                               self.installation().folder], capture_output=True, text=True, env=environment)
        self.assertEqual(done.returncode, expected, done.stderr)
        return json.loads(done.stdout)

    @staticmethod
    def session(person):
        return {"Cookie": person.cookie, "X-CSRF-Token": person.csrf}

    def send_file(self, person, pilot, text, revision=None):
        """As a file, beside the limit of a body."""
        revision = revision or self.read(PILOTS, pilot)["revision"]
        path = f"{PILOTS}/{pilot}/learners"
        answer = self.api.ask("PUT", f"{path}?revision={revision}", {"Content-Type": "text/csv", **self.session(person)}, text.encode())
        self.api.validate(path, answer, "PUT")
        return answer


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
        self.assertEqual(answer.json, {"rows": 24, "is_taken": True, "is_cut": False, "rejected": []})
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

    def test_a_file_above_the_limit_of_a_body_is_taken_and_comes_out_the_same(self):
        protocol = self.registered(title="Many learners")
        pilot = self.running(protocol)
        many = 50_000
        rows = [(f"{arm[0]}-{one:06}", arm, f"C-{one // 20}", "Score", one % 7, one % 11 + shift)
                for arm, shift in (("treated", 1), ("control", 0)) for one in range(many)]
        text = table(rows)
        self.assertGreater(len(text), 3 * 2 ** 20)
        answer = self.send_file(self.innovator, pilot, text)
        self.assertEqual(answer.json.get("rows"), 2 * many, answer.body[:500])
        arm = {"assigned": many, "started": many, "measured": many, "analysed": many}
        self.did(self.put(self.innovator, pilot, "flow", treated=[arm], control=[arm]))
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        view = self.read(PILOTS, pilot, self.innovator)
        self.assertEqual((view["data"]["rows"], view["data"]["summaries"][0]["groups"]), (2 * many, many // 20))
        self.assertAlmostEqual(view["effects"][0]["value"], 1 / 10 ** 0.5, 3)
        self.assertTrue(all(one["is_same"] for one in self.ran("reproduce", str(pilot))))

    def test_a_file_that_may_not_come_is_refused_and_changes_nothing(self):
        protocol = self.registered(title="Not everybody")
        pilot = self.running(protocol)
        good = table(self.rows())
        path = f"{PILOTS}/{pilot}/learners"
        visitor = self.api.ask("PUT", path + "?revision=3", {"Content-Type": "text/csv"}, good.encode())
        self.assertEqual(visitor.status, 401)
        self.assert_problem(self.send_file(self.second_lead, pilot, good), 403)
        self.assert_problem(self.send_file(self.innovator, pilot, good, revision=1), 409)
        self.assert_problem(self.send_file(self.innovator, pilot, "learner,arm\n"), 400)
        bad = self.send_file(self.innovator, pilot, good + "Anna,treated,,Score,,3\n" * 1200).json
        self.assertEqual((bad["is_taken"], bad["is_cut"], len(bad["rejected"])), (False, True, 1000))
        self.assertIsNone(self.read(PILOTS, pilot)["data"])

    def test_a_file_whose_sender_goes_away_leaves_nothing(self):
        protocol = self.registered(title="Half of it")
        pilot = self.running(protocol)
        head = (f"PUT {PILOTS}/{pilot}/learners?revision=3 HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                + "".join(f"{name}: {value}\r\n" for name, value in self.session(self.innovator).items())
                + "Content-Length: 50000000\r\n\r\n" + table(self.rows()))
        with socket.create_connection(("127.0.0.1", self.api.port)) as half:
            half.sendall(head.encode())
        self.assertIsNone(self.read(PILOTS, pilot)["data"])
        self.assertEqual(self.send_file(self.innovator, pilot, table(self.rows())).status, 200)

    def test_the_command_line_checks_a_file_and_enters_it_with_a_token(self):
        protocol = self.registered(title="From the command line")
        pilot = self.running(protocol)
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write(table(self.rows()))
            file.flush()
            self.assertEqual(self.ran("learners", str(pilot), file.name, "--check")["rows"], 24)
            self.assertIsNone(self.read(PILOTS, pilot)["data"], "nothing is kept")
            secret = self.innovator.send("POST", "/api/v1/account/tokens", {"name": "script", "days": 1}).json["token"]
            environment = {**os.environ, "TRIBUTARY_TOKEN": secret}
            taken = self.ran("learners", str(pilot), file.name, environment=environment)
            self.assertTrue(taken["is_taken"])
            self.assertEqual(self.read(PILOTS, pilot, self.innovator)["data"]["rows"], 24)


class HandingOver(PilotTest):
    def hand_over(self, person, pilot, to, reasons="The first one retires."):
        return person.send("POST", f"{PILOTS}/{pilot}/handovers",
                           {"revision": self.read(PILOTS, pilot)["revision"], "to": to.number, "reasons": reasons})

    def test_a_pilot_gets_another_lead_and_the_first_keeps_nothing(self):
        protocol = self.registered(title="In other hands")
        pilot = self.running(protocol, "Scoala 9", "RO", self.second_lead)
        seen = self.read(PILOTS, pilot, self.second_lead)
        self.assertEqual([one["person"] for one in seen["may_lead"]], [self.innovator.number])
        self.did(self.hand_over(self.second_lead, pilot, self.innovator))
        self.assert_problem(self.put(self.second_lead, pilot, "flow", **FLOW), 403)
        self.assert_problem(self.hand_over(self.second_lead, pilot, self.second_lead), 403)
        self.did(self.put(self.innovator, pilot, "flow", **FLOW))
        shown = self.read(PILOTS, pilot, self.innovator)
        self.assertEqual([one["reasons"] for one in shown["handovers"]], ["The first one retires."])
        self.assertIsNone(self.read(PILOTS, pilot)["handovers"][0]["from"], "names are not for visitors")

    def test_it_goes_to_pilot_leads_of_the_team_alone_before_the_data_are_locked(self):
        protocol = self.registered(title="Not to anybody")
        pilot = self.running(protocol, "Scoala 10", "RO", self.second_lead)
        self.assert_problem(self.hand_over(self.second_lead, pilot, self.evaluator), 422)
        self.assert_problem(self.hand_over(self.second_lead, pilot, self.innovator, " "), 400, "reasons")
        self.assert_problem(self.hand_over(self.second_lead, pilot, self.second_lead), 400, "to")
        self.assert_problem(self.hand_over(self.member, pilot, self.innovator), 403)
        self.did(self.put(self.second_lead, pilot, "flow", **FLOW))
        self.did(self.put(self.second_lead, pilot, "summaries", summaries=figures()))
        self.did(self.act(self.evaluator, PILOTS, pilot, "lock_data"))
        self.assert_problem(self.hand_over(self.second_lead, pilot, self.innovator), 409)


class WhatWaits(PilotTest):
    def waiting(self, person):
        tasks = person.get("/api/v1/account/tasks").json["tasks"]
        return {(one["kind"], one["page"]): one for one in tasks if "pilot" in one["kind"] or "protocol" in one["kind"]}

    def told(self, person):
        answer = person.get("/api/v1/notices")
        self.assertEqual(answer.status, 200, answer.body)
        return [(one["kind"], one["word"]) for one in answer.json["notices"]]

    def test_lead_and_evaluator_are_told_what_to_do_and_what_was_done(self):
        protocol = self.drafted(title="Who does what")
        self.assertEqual(self.waiting(self.innovator)["register_protocol", f"/protocols/{protocol}"]["acts"], ["register"])
        self.did(self.act(self.innovator, PROTOCOLS, protocol, "register"))
        pilot = self.planned(protocol, "Scoala 11", "RO", self.second_lead)
        page = f"/pilots/{pilot}"
        self.assertEqual(self.waiting(self.second_lead)["run_pilot", page]["acts"], ["recruit"])
        for act in ("recruit", "start"):
            self.did(self.act(self.second_lead, PILOTS, pilot, act))
        self.assertEqual(self.waiting(self.second_lead)["enter_pilot_data", page]["missing"], ["participant_flow", "outcome_data"])
        self.assertNotIn(("evaluate_pilot", page), self.waiting(self.evaluator))
        self.assertIn(("pilot_started", "start"), self.told(self.evaluator))
        self.assertNotIn("pilot_started", [kind for kind, _ in self.told(self.own_evaluator)], "has a part in it")
        self.did(self.put(self.second_lead, pilot, "flow", **FLOW))
        self.did(self.put(self.second_lead, pilot, "summaries", summaries=figures()))
        self.assertNotIn(("enter_pilot_data", page), self.waiting(self.second_lead))
        self.assertEqual(self.waiting(self.evaluator)["evaluate_pilot", page]["acts"], ["lock_data"])
        self.assertNotIn(("evaluate_pilot", page), self.waiting(self.own_evaluator))
        self.did(self.act(self.evaluator, PILOTS, pilot, "lock_data"))
        self.assertEqual(self.waiting(self.evaluator)["evaluate_pilot", page]["acts"], ["analyse"])
        self.assertIn(("pilot_moved", "lock_data"), self.told(self.second_lead))
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
