"""Who uses an innovation: every figure with its rows, and what is not known is never zero."""
import json
import os
import subprocess
import tempfile
from datetime import date, timedelta

import installation
from test_innovations import INNOVATIONS, InnovationTest

PROVIDERS = "/api/v1/providers"
LAST_YEAR = str(date.today() - timedelta(days=365))
TOMORROW = str(date.today() + timedelta(days=1))


class AdoptionTest(InnovationTest):
    installation = staticmethod(lambda: installation.separate("adoption"))

    def setUp(self):
        super().setUp()
        self.portugal = self.people.with_role("national_agency_officer", "PT")
        self.romania = self.people.with_role("national_agency_officer", "RO")

    def provider(self, name, **fields):
        made = self.portugal.send("POST", PROVIDERS, {"name": name, "member_state": "PT", **fields})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def record(self, person, innovation, provider, **fields):
        return person.send("POST", f"{INNOVATIONS}/{innovation}/adoption", {
            "provider": provider, "adopted": LAST_YEAR, "source": "survey", **fields})

    def reply(self, person, innovation, provider, **fields):
        return person.send("POST", f"{INNOVATIONS}/{innovation}/adoption/replies", {
            "provider": provider, "day": str(date.today()), "source": "letter", **fields})

    def adoption(self, innovation, **parameters):
        return self.api.get(f"{INNOVATIONS}/{innovation}/adoption", parameters).json


class Providers(AdoptionTest):
    def test_each_is_listed_with_what_it_uses_and_used(self):
        innovation = self.propose("Bakers who teach")
        school = self.provider("Escola dos Padeiros")
        row = self.record(self.portugal, innovation, school).json["id"]
        listed = self.api.get(PROVIDERS, {"member_state": "PT"}).json
        self.assertEqual(listed["as_of"], str(date.today()))
        found = next(one for one in listed["providers"] if one["id"] == school)
        self.assertEqual(found["adoptions"], [{
            "id": row, "innovation": {"id": innovation, "title": "Bakers who teach"}, "adopted": LAST_YEAR, "stopped": None,
            "in_use": True}])


class Figures(AdoptionTest):
    def test_who_was_not_heard_from_counts_as_nothing(self):
        innovation = self.propose("Welding glasses")
        uses, does_not = self.provider("Escola A"), self.provider("Escola B")
        self.provider("Escola C")
        silent = self.adoption(innovation)
        self.assertIsNone(silent["coverage"]["share"])
        self.assertIsNone(silent["changed"])
        self.assertEqual(silent["spread"], [])
        row = self.record(self.portugal, innovation, uses, fidelity="adapted").json["id"]
        self.did(self.reply(self.portugal, innovation, does_not))
        seen = self.adoption(innovation, member_state="PT")
        coverage = seen["coverage"]
        self.assertEqual((coverage["using"], coverage["reporting"], coverage["share"]), (1, 2, 0.5))
        self.assertGreaterEqual(coverage["in_scope"], 3)
        self.assertEqual(coverage["rows"], [row])
        self.assertEqual([one["id"] for one in seen["records"] if one["in_use"]], coverage["rows"])
        self.assertEqual((seen["as_of"], seen["states"][0]["member_state"]), (str(date.today()), "PT"))
        self.assertEqual(seen["spread"][0], {"year": int(LAST_YEAR[:4]), "adopted": 1, "in_use": 1})
        self.assertIsNone(self.adoption(innovation, member_state="RO")["coverage"]["share"])

    def test_what_stopped_is_told_and_a_stale_correction_loses_nothing(self):
        innovation = self.propose("Crane simulator")
        row = self.record(self.portugal, innovation, self.provider("Escola D")).json["id"]
        corrected = {"revision": 1, "stopped": str(date.today()), "source": "visit"}
        self.did(self.portugal.send("PUT", f"/api/v1/adoption/{row}", corrected))
        self.assert_problem(self.portugal.send("PUT", f"/api/v1/adoption/{row}", {"revision": 1, "source": "x"}), 409)
        seen = self.adoption(innovation)
        self.assertEqual((seen["coverage"]["using"], seen["coverage"]["share"]), (0, 0.0))
        self.assertEqual((seen["records"][0]["stopped"], seen["records"][0]["source"]), (str(date.today()), "visit"))
        before = self.adoption(innovation, on=str(date.today() - timedelta(days=1)))
        self.assertEqual(before["coverage"]["using"], 1)

    def test_learners_that_nobody_told_are_null(self):
        number = self.provider("Escola E")
        self.did(self.portugal.send("PUT", f"{PROVIDERS}/{number}", {"revision": 1, "learners": 320}))
        self.assert_problem(self.portugal.send("PUT", f"{PROVIDERS}/{number}", {"revision": 1, "learners": 1}), 409)
        self.provider("Escola F")
        learners = {one["name"]: one["learners"] for one in self.api.get(PROVIDERS, {"member_state": "PT"}).json["providers"]}
        self.assertEqual((learners["Escola E"], learners["Escola F"]), (320, None))


class Breaking(AdoptionTest):
    def test_it_is_for_the_states_officer_and_for_who_represents_the_provider(self):
        innovation = self.propose("Drone inspection")
        organisation = int(self.api.get("/api/v1/projects", {"limit": 1}).json["hits"][0]["coordinator"]["id"].split("-")[0])
        number = self.provider("Escola G", organisation=organisation)
        self.assert_problem(self.api.send("POST", PROVIDERS, {"name": "X", "member_state": "PT"}), 401)
        representative = self.people.with_role("organisation_representative", str(organisation))
        for person in (self.romania, self.member, self.people.administrator(),
                       self.people.with_role("organisation_representative", "99")):
            self.assert_problem(self.record(person, innovation, number), 403)
            self.assert_problem(self.reply(person, innovation, number), 403)
            self.assert_problem(person.send("POST", PROVIDERS, {"name": "X", "member_state": "PT"}), 403)
            self.assert_problem(person.send("PUT", f"{PROVIDERS}/{number}", {"revision": 1}), 403)
        made = self.record(representative, innovation, number)
        self.assertEqual(made.status, 201, made.body)
        self.assert_problem(self.romania.send("PUT", f"/api/v1/adoption/{made.json['id']}",
                                              {"revision": 1, "source": "x"}), 403)
        self.assert_problem(self.reply(representative, innovation, number), 409)

    def test_what_is_wrong_is_named(self):
        innovation = self.propose("Night shifts")
        number = self.provider("Escola H")
        self.assert_problem(self.record(self.portugal, innovation, number, source=" "), 400, "source")
        self.assert_problem(self.record(self.portugal, innovation, number, adopted="soon"), 400, "adopted")
        self.assert_problem(self.record(self.portugal, innovation, number, adopted=TOMORROW), 400)
        self.assert_problem(self.record(self.portugal, innovation, number, fidelity="close"), 400, "fidelity")
        self.assert_problem(self.reply(self.portugal, innovation, number, day=TOMORROW), 400, "day")
        self.assert_problem(self.record(self.portugal, 999999, number), 404)
        self.assert_problem(self.record(self.portugal, innovation, 999999), 404)
        self.assert_problem(self.portugal.send("POST", PROVIDERS, {"name": "Escola H", "member_state": "PT"}), 409)
        self.assert_problem(self.portugal.send("POST", PROVIDERS, {
            "name": "Y", "member_state": "PT", "organisation": 999999}), 400, "organisation")
        for name, value in (("on", "x"), ("on", TOMORROW), ("colour", "x")):
            self.assert_problem(self.api.get(f"{INNOVATIONS}/{innovation}/adoption", {name: value}), 400, name)
        self.assertEqual(self.api.get(f"{INNOVATIONS}/999999/adoption").status, 404)


class Import(AdoptionTest):
    def test_a_table_is_taken_and_its_rejected_lines_are_named(self):
        innovation = self.propose("Robot cells")
        site = self.installation()
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "adoption.csv")
            with open(file, "w", encoding="utf-8") as table:
                table.write("provider,member_state,innovation,adopted,asked,stopped,fidelity,source\n"
                            f"Școala,RO,{innovation},2024-09-01,,,as_tested,register\n"
                            f"Liceul,RO,{innovation},,2025-01-15,,,register\n"
                            "Colegiul,RO,999999,2024-09-01,,,,register\n")
            ran = subprocess.run([installation.PROGRAM, "adoption", "import", file, "--json", "--data-dir", site.folder],
                                 capture_output=True, text=True, check=False)
        report = json.loads(ran.stdout)
        self.assertEqual((ran.returncode, report["added"], report["providers_added"]), (3, 2, 2), ran.stderr)
        self.assertEqual([(one["line"], one["column"]) for one in report["rejected"]], [(4, "innovation")])
        coverage = self.adoption(innovation, member_state="RO")["coverage"]
        self.assertEqual((coverage["using"], coverage["reporting"], coverage["in_scope"]), (1, 2, 2))
