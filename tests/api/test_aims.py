"""The two aims side by side: every figure with its rows, and what is not known is never zero."""
import json
import os
import subprocess
import tempfile
from datetime import date, timedelta

import installation
from client import ApiTest
from people import People

AIMS = "/api/v1/aims"
PROVIDERS = "/api/v1/providers"
TODAY = date.today()
YESTERDAY = str(TODAY - timedelta(days=1))
TOMORROW = str(TODAY + timedelta(days=1))
HEADER = "provider,member_state,answered,learners,learners_reached,implemented,type,novelty,source\n"


class AimsTest(ApiTest):
    installation = staticmethod(lambda: installation.separate("aims"))

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        self.finland = self.people.with_role("national_agency_officer", "FI")
        self.romania = self.people.with_role("national_agency_officer", "RO")

    def did(self, answer):
        self.assertEqual(answer.status, 204, answer.body)

    def provider(self, name, state="FI", officer=None):
        made = (officer or self.finland).send("POST", PROVIDERS, {"name": name, "member_state": state})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def answer(self, person, provider, **fields):
        return person.send("POST", f"{PROVIDERS}/{provider}/answers", {"answered": YESTERDAY, "source": "survey", **fields})

    def aims(self, state, **parameters):
        answer = self.api.get(f"{AIMS}/{state}", parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def figure(self, state, name, year=TODAY.year):
        """Of a year, by the name of the figure."""
        view = self.aims(state, **{"from": year, "to": year})
        found = [one for one in view["contribution"] + view["incidence"] if one["figure"] == name]
        self.assertEqual(len(found), 1, name)
        return found[0]["years"][0]

    def rows(self, state, name, year=TODAY.year, **parameters):
        return self.api.get(f"{AIMS}/{state}/{name}/rows", {"year": year, **parameters})


class Figures(AimsTest):
    def test_they_stand_side_by_side_and_no_figure_is_of_both(self):
        view = self.aims("PT")
        contribution = {one["figure"] for one in view["contribution"]}
        incidence = {one["figure"] for one in view["incidence"]}
        self.assertFalse(contribution & incidence)
        self.assertIn("vet_brokerage", contribution)
        self.assertIn("stage_entries-testing", incidence)
        self.assertEqual(set(view), {"state", "from", "to", "scope", "contribution", "incidence"})
        self.assertEqual((view["from"], view["to"]), (TODAY.year - 10, TODAY.year))

    def test_where_nothing_is_known_every_value_is_null(self):
        view = self.aims("LI")
        self.assertIsNone(view["scope"])
        for series in view["contribution"] + view["incidence"]:
            for year in series["years"]:
                self.assertIsNone(year["value"], (series["figure"], year))
                self.assertEqual(year["rows"], 0)

    def test_each_figure_has_date_source_and_coverage_and_opens_to_its_rows(self):
        known = 0
        for state in ("PT", "DE", "IE"):
            view = self.aims(state, **{"from": 2014, "to": 2020})
            for series in view["contribution"]:
                for year in series["years"]:
                    self.assertEqual(year["as_of"], f"{year['year']}-12-31")
                    self.assertTrue(year["source"])
                    if year["value"] is None or year["rows"] == 0:
                        continue
                    self.assertLessEqual(year["heard"], year["in_scope"])
                    page = self.rows(state, series["figure"], year["year"], limit=1000).json
                    self.assertEqual((page["total"], page["value"]), (year["rows"], year["value"]))
                    self.assertEqual(len(page["rows"]), year["rows"])
                    known += 1
        self.assertGreater(known, 0, "the demonstration's projects are counted")

    def test_rows_come_page_by_page_and_lead_to_what_they_name(self):
        for state in ("DE", "PT", "ES", "IT", "FR"):
            view = self.aims(state, **{"from": 1984 + 30, "to": TODAY.year})
            years = [(series["figure"], year["year"], year["rows"]) for series in view["contribution"]
                     if series["measure"] == "vet_share_of_organisations" for year in series["years"] if year["rows"] > 1]
            if years:
                break
        figure, year, total = years[0]
        seen, cursor = [], ""
        while cursor is not None:
            page = self.rows(state, figure, year, limit=1, **({"cursor": cursor} if cursor else {})).json
            self.assertEqual(len(page["rows"]), 1)
            seen += page["rows"]
            cursor = page["next_cursor"]
        self.assertEqual(len(seen), total)
        self.assertEqual(len({row["names"][0]["id"] for row in seen}), total)
        organisation = seen[0]["names"][0]
        found = self.api.get(f"/api/v1/organisations/{organisation['slug']}").json
        self.assertEqual(found["name"], organisation["name"])

    def test_what_is_wrong_is_named(self):
        for name, value in (("from", 1900), ("to", TODAY.year + 1), ("from", "x"), ("colour", "x")):
            self.assert_problem(self.api.get(f"{AIMS}/PT", {name: value}), 400, name)
        self.assert_problem(self.api.get(f"{AIMS}/PT", {"from": 2020, "to": 2019}), 400, "from")
        self.assert_problem(self.api.get(f"{AIMS}/Portugal"), 400, "state")
        self.assert_problem(self.rows("PT", "happiness"), 404)
        self.assert_problem(self.api.get(f"{AIMS}/PT/vet_degree/rows"), 400, "year")
        self.assert_problem(self.rows("PT", "vet_degree", cursor="x"), 400, "cursor")
        self.assert_problem(self.rows("PT", "vet_degree", limit=0), 400, "limit")


class Answers(AimsTest):
    def test_the_share_is_of_those_that_answered_and_the_scope_is_what_somebody_said(self):
        innovates, does_not = self.provider("Oppilaitos A"), self.provider("Oppilaitos B")
        self.provider("Oppilaitos C")
        self.did(self.answer(self.finland, innovates, learners=200, learners_reached=50, innovations=[
            {"implemented": YESTERDAY, "type": "pedagogy", "novelty": "region"}]))
        self.did(self.answer(self.finland, does_not))
        share = self.figure("FI", "innovating_providers")
        self.assertEqual((share["value"], share["heard"], share["in_scope"]), (0.5, 2, None))
        self.assertIsNone(self.figure("FI", "stage_entries-identified")["value"], "per 100 of nobody knows how many")
        self.did(self.finland.send("POST", f"{AIMS}/FI/scope", {"providers": 40, "day": YESTERDAY, "source": "register"}))
        self.assertEqual(self.figure("FI", "innovating_providers")["in_scope"], 40)
        self.assertEqual(self.aims("FI")["scope"], {"providers": 40, "day": YESTERDAY, "source": "register"})
        self.assertEqual(self.figure("FI", "innovating_providers_by_type-pedagogy")["value"], 0.5)
        self.assertEqual(self.figure("FI", "innovating_providers_by_type-product")["value"], 0)
        self.assertEqual(self.figure("FI", "learners_reached")["value"], 0.25)
        rows = self.rows("FI", "innovating_providers").json["rows"]
        self.assertEqual([row["names"][0]["name"] for row in rows], ["Oppilaitos A"])
        states = {one["state"]: one for one in self.api.get(AIMS).json["states"]}
        self.assertEqual((states["FI"]["providers_answered"], states["FI"]["providers_in_scope"]), (2, 40))

    def test_a_stale_correction_loses_nothing(self):
        school = self.provider("Koulu", "RO", self.romania)
        self.did(self.answer(self.romania, school, learners=10))
        self.assert_problem(self.answer(self.romania, school, learners=11), 409, "answered")
        self.did(self.answer(self.romania, school, learners=12, revision=1))
        self.assert_problem(self.answer(self.romania, school, learners=13, revision=1), 409)
        answers = [one for one in self.api.get(f"{AIMS}/RO/answers").json["answers"] if one["provider"]["id"] == school]
        self.assertEqual([(one["learners"], one["learners_reached"], one["revision"]) for one in answers], [(12, None, 2)])

    def test_they_are_for_the_state_and_for_who_represents_the_provider(self):
        organisation = int(self.api.get("/api/v1/projects", {"limit": 1}).json["hits"][0]["coordinator"]["id"].split("-")[0])
        made = self.finland.send("POST", PROVIDERS, {"name": "Talo", "member_state": "FI", "organisation": organisation})
        school = made.json["id"]
        scope = {"providers": 1, "day": YESTERDAY, "source": "register"}
        self.assert_problem(self.api.send("POST", f"{PROVIDERS}/{school}/answers", {}), 401)
        for person in (self.romania, self.people.person("somebody@example.org"), self.people.administrator(),
                       self.people.with_role("organisation_representative", "99"),
                       self.people.with_role("member_state_representative", "RO")):
            self.assert_problem(self.answer(person, school), 403)
            self.assert_problem(person.send("POST", f"{AIMS}/FI/scope", scope), 403)
        self.did(self.answer(self.people.with_role("organisation_representative", str(organisation)), school))
        self.did(self.answer(self.people.with_role("member_state_representative", "FI"), school, revision=1))
        self.assert_problem(self.people.with_role("organisation_representative", str(organisation)).send(
            "POST", f"{AIMS}/FI/scope", scope), 403)

    def test_what_is_wrong_is_named(self):
        school = self.provider("Nimetön")
        new = {"implemented": YESTERDAY, "type": "product", "novelty": "eu"}
        self.assert_problem(self.answer(self.finland, school, answered=TOMORROW), 400, "answered")
        self.assert_problem(self.answer(self.finland, school, answered=None), 400, "answered")
        self.assert_problem(self.answer(self.finland, school, source=" "), 400, "source")
        self.assert_problem(self.answer(self.finland, school, learners=1, learners_reached=2), 400, "learners_reached")
        self.assert_problem(self.answer(self.finland, school, innovations=[{**new, "type": "x"}]), 400, "innovations[0].type")
        self.assert_problem(self.answer(self.finland, school, innovations=[new, {**new, "implemented": None}]), 400,
                            "innovations[1].implemented")
        self.assert_problem(self.answer(self.finland, 999999), 404)
        self.assert_problem(self.finland.send("POST", f"{AIMS}/FI/scope", {"providers": 1, "day": TOMORROW, "source": "x"}), 400, "day")
        self.assert_problem(self.finland.send("POST", f"{AIMS}/FI/scope", {"day": YESTERDAY, "source": "x"}), 400, "providers")


class CommandLine(AimsTest):
    def run_program(self, *arguments):
        return subprocess.run([installation.PROGRAM, "aims", *arguments, "--data-dir", self.installation().folder],
                              capture_output=True, text=True, check=False)

    def imported(self, rows):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "answers.csv")
            with open(file, "w", encoding="utf-8") as table:
                table.write(HEADER + rows)
            ran = self.run_program("import", file, "--json")
        return ran.returncode, json.loads(ran.stdout)

    def test_a_table_is_taken_as_a_whole_or_not_at_all(self):
        good = "Skola,SE,2025-05-01,100,10,2024-09-01,product,eu,register\nSkola,SE,2025-05-01,100,10,2025-01-15,pedagogy,provider,register\n"
        code, report = self.imported(good + "Gymnasium,SE,2025-05-01,,,2024-13-01,product,eu,register\n")
        self.assertEqual(code, 1)
        self.assertEqual([(one["line"], one["column"]) for one in report["rejected"]], [(4, "implemented")])
        self.assertEqual(self.api.get(f"{AIMS}/SE/answers").json["total"], 0, "nothing of it was taken")
        code, report = self.imported(good)
        self.assertEqual((code, report["added"], report["providers_added"]), (0, 1, 1))
        code, report = self.imported(good)
        self.assertEqual((code, report["added"], report["changed"], report["unchanged"]), (0, 0, 0, 1))
        self.assertEqual(len(self.api.get(f"{AIMS}/SE/answers").json["answers"][0]["innovations"]), 2)

    def test_both_aims_are_shown_apart(self):
        shown = self.run_program("PT", "--from", "2015", "--to", "2020")
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertLess(shown.stdout.index("Contribution of VET"), shown.stdout.index("Incidence of innovation"))
        self.assertIn("not known", shown.stdout)
        self.assertEqual(self.run_program("PT", "--from", "2020", "--to", "2015").returncode, 2)
