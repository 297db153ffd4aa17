"""Projects, organisations, coverage, imports."""
import installation
from client import ApiTest

INECVET = "Innovation Ecosystems for VET"


class Records(ApiTest):
    def inecvet(self):
        hits = self.api.get("/api/v1/projects", {"q": "InEcVET"}).json["hits"]
        self.assertTrue(hits, "the demonstration holds InEcVET")
        return self.api.get("/api/v1/projects/" + hits[0]["id"]).json

    def test_a_project_is_whole(self):
        project = self.inecvet()
        self.assertEqual((project["start"], project["end"], project["status"]), ("2015-11-01", "2017-10-31", "finished"))
        self.assertEqual(project["grant_eur"], 666667)
        self.assertEqual((project["coordinator_count"], project["partner_count"]), (1, 9))
        self.assertEqual(project["participations"][0]["role"], "coordinator")
        self.assertEqual(project["countries"][0], "IE")
        self.assertTrue(project["demonstration"])

    def test_a_project_leads_to_its_organisations_and_back(self):
        project = self.inecvet()
        for participation in project["participations"]:
            organisation = self.api.get("/api/v1/organisations/" + participation["organisation_id"]).json
            self.assertIn(project["id"], [one["id"] for one in organisation["projects"]])
            self.assertEqual(organisation["project_count"], len(organisation["projects"]))

    def test_similar_projects_come_with_their_reasons(self):
        project = self.inecvet()
        answer = self.api.get(f"/api/v1/projects/{project['id']}/similar").json
        self.assertTrue(answer["hits"])
        text = (project["title"] + " " + project["summary"]).lower()
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        for hit in answer["hits"]:
            self.assertNotEqual(hit["id"], project["id"])
            self.assertTrue(hit["shared"], "each has a reason")
            self.assertLessEqual(sum(one["share"] for one in hit["shared"]), 1.001)
        self.assertTrue(any(one["word"].lower() in text for one in answer["hits"][0]["shared"]))
        few = self.api.get(f"/api/v1/projects/{project['id']}/similar", {"limit": 2}).json
        self.assertEqual(few["hits"], answer["hits"][:2])
        for limit in (0, 51, "many"):
            refused = self.api.get(f"/api/v1/projects/{project['id']}/similar", {"limit": limit})
            self.assert_problem(refused, 400, "limit")

    def test_unknown_records_are_404_and_name_the_parameter(self):
        for path in ("/api/v1/projects/nothing", "/api/v1/projects/%C3%A9", "/api/v1/projects/a%2Fb", "/api/v1/projects/nothing/similar",
                     "/api/v1/organisations/99999999", "/api/v1/organisations/none", "/api/v1/organisations/-1"):
            self.assert_problem(self.api.get(path), 404, "id")
        self.assert_problem(self.api.get("/api/v1/projects/%ff"), 400, "id")
        self.assert_problem(self.api.get("/api/v1/projects/a", {"x": 1}), 400, "x")
        self.assert_problem(self.api.get("/api/v1/imports/999999/rejects"), 404, "run")
        self.assert_problem(self.api.get("/api/v1/imports/one/rejects"), 404, "run")

    def test_an_outdated_organisation_address_leads_to_the_present_one(self):
        present = self.inecvet()["participations"][0]["organisation_id"]
        number = present.split("-")[0]
        by_number = self.api.get("/api/v1/organisations/" + number)
        self.assertEqual((by_number.status, by_number.json["id"]), (200, present))
        moved = self.api.get(f"/api/v1/organisations/{number}-old-name", {"limit": 5})
        self.assertEqual(moved.status, 308)
        self.assertEqual(moved.headers["Location"], f"/api/v1/organisations/{present}?limit=5")

    def test_an_organisation_shows_as_many_projects_as_asked(self):
        present = self.inecvet()["participations"][0]["organisation_id"]
        self.assertEqual(len(self.api.get("/api/v1/organisations/" + present, {"limit": 1}).json["projects"]), 1)
        self.assert_problem(self.api.get("/api/v1/organisations/" + present, {"limit": 0}), 400, "limit")
        self.assert_problem(self.api.get("/api/v1/organisations/" + present, {"limit": 1001}), 400, "limit")

    def test_coverage_counts_every_project_once(self):
        total = self.api.get("/api/v1/projects").json["total"]
        coverage = self.api.get("/api/v1/coverage").json
        self.assertEqual(coverage["projects"], total)
        self.assertEqual(sum(row["projects"] for row in coverage["rows"]), total)


class Imports(ApiTest):
    installation = staticmethod(installation.imported)

    def test_a_run_counts_and_its_rejects_are_listed(self):
        runs = self.api.get("/api/v1/imports").json["runs"]
        self.assertEqual(len(runs), 1)
        run = runs[0]
        self.assertEqual((run["source"], run["state"], run["new"]), ("cordis", "finished", 2))
        self.assertEqual(run["rejected"], 1)
        rejects = self.api.get(f"/api/v1/imports/{run['id']}/rejects").json["rejects"]
        self.assertEqual(len(rejects), 1)
        self.assertTrue(rejects[0]["file"].endswith("project.csv"), rejects)
        self.assertEqual(rejects[0]["line"], 4)
        self.assertTrue(rejects[0]["reason"])
        self.assertIn("BROKEN", rejects[0]["raw"])
        later = self.api.get(f"/api/v1/imports/{run['id']}/rejects", {"offset": 1, "limit": 10}).json
        self.assertEqual(later["rejects"], [])
        self.assert_problem(self.api.get(f"/api/v1/imports/{run['id']}/rejects", {"offset": -1}), 400, "offset")

    def test_imported_projects_know_where_they_came_from(self):
        project = self.api.get("/api/v1/projects/cordis-900000001").json
        self.assertFalse(project["demonstration"])
        self.assertEqual(project["title"], "Learning <b>by</b> doing & more")
        self.assertIn("title", [one["field"] for one in project["provenance"]])
