"""Partners: who is found, why, and what moves the order; what cannot be asked is named."""
import tempfile
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import installation
from client import ApiTest, Client

PARTNERS = "/api/v1/partners"
IDEA = "training of welders for green skills in vocational schools"


class Partners(ApiTest):
    installation = staticmethod(installation.demonstration)

    def find(self, **fields):
        answer = self.api.send("POST", PARTNERS, fields)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_each_hit_is_explained_by_projects_that_it_took_part_in(self):
        answer = self.find(idea=IDEA, limit=5)
        self.assertGreater(answer["total"], 5)
        self.assertEqual(len(answer["hits"]), 5)
        self.assertGreater(answer["projects_voting"], 0)
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        for hit in answer["hits"]:
            self.assertGreater(hit["votes"]["projects"], 0)
            organisation = self.api.get(f"/api/v1/organisations/{hit['slug']}").json
            own = [project["id"] for project in organisation["projects"]]
            for reason in hit["votes"]["most"]:
                self.assertIn(reason["project"], own)
            self.assertLessEqual(sum(reason["share"] for reason in hit["votes"]["most"]), 1.0001)

    def test_the_score_is_the_weighted_mean_of_its_parts(self):
        weights = {"relevance": 1, "ties": 0.5, "experience": 0.6, "complementarity": 0.25, "newcomer": 0.75}
        member = self.find(idea=IDEA, limit=1)["hits"][0]["slug"]
        for hit in self.find(idea=IDEA, members=[member], weights=weights)["hits"]:
            mean = sum(weights[part] * value for part, value in hit["parts"].items()) / sum(weights.values())
            self.assertAlmostEqual(hit["score"], mean, places=9)

    def test_without_members_nothing_is_lost_to_ties(self):
        self.assertAlmostEqual(self.find(idea=IDEA, limit=1, weights={"experience": 0})["hits"][0]["score"], 1)
        refused = self.api.send("POST", PARTNERS, {"idea": IDEA, "weights": {"relevance": 0, "ties": 1, "experience": 0}})
        self.assert_problem(refused, 400, "weights")

    def test_pages_put_together_are_the_whole(self):
        whole = [hit["id"] for hit in self.find(idea=IDEA, limit=30)["hits"]]
        paged = [hit["id"] for offset in (0, 10, 20) for hit in self.find(idea=IDEA, limit=10, offset=offset)["hits"]]
        self.assertEqual(whole, paged)

    def test_counts_of_facets_are_what_their_filter_finds(self):
        answer = self.find(idea=IDEA, limit=1)
        for name, field in (("country", "countries"), ("organisation_type", "organisation_types")):
            facet = next(facet for facet in answer["facets"] if facet["name"] == name)
            self.assertEqual(sum(value["count"] for value in facet["values"]), answer["total"])
            for value in facet["values"][:4]:
                found = self.find(idea=IDEA, limit=3, **{field: [value["value"]]})
                self.assertEqual(found["total"], value["count"], value)
        countries = next(facet for facet in answer["facets"] if facet["name"] == "country")["values"]
        both = self.find(idea=IDEA, countries=[value["value"] for value in countries[:2]])
        self.assertEqual(both["total"], countries[0]["count"] + countries[1]["count"])

    def test_members_are_left_out_and_their_partners_come_up(self):
        first = self.find(idea=IDEA, limit=1)["hits"][0]
        answer = self.find(idea=IDEA, members=[str(first["id"])])
        self.assertEqual([member["slug"] for member in answer["looked_for"]["members"]], [first["slug"]])
        self.assertNotIn(first["id"], [hit["id"] for hit in answer["hits"]])
        tied = self.find(members=[first["slug"]], limit=5)
        self.assertGreater(tied["total"], 0)
        for hit in tied["hits"]:
            self.assertGreater(hit["ties"]["projects"], 0)

    def test_a_project_and_a_call_are_starts_too(self):
        project = self.api.get("/api/v1/projects", {"q": "", "limit": 1}).json["hits"][0]
        self.assertGreater(self.find(project=project["id"])["projects_voting"], 0)
        call = self.api.get(f"/api/v1/projects/{project['id']}").json["call"]
        answer = self.find(call=call, limit=100)
        self.assertGreater(answer["projects_voting"], 0)

    def test_filters_of_size_and_newcomers_hold(self):
        for hit in self.find(idea=IDEA, most_projects=2, limit=50)["hits"]:
            self.assertLessEqual(hit["projects"], 2)
        for hit in self.find(idea=IDEA, fewest_projects=3, limit=50)["hits"]:
            self.assertGreaterEqual(hit["projects"], 3)
        for hit in self.find(idea=IDEA, newcomers_only=True, limit=50)["hits"]:
            self.assertTrue(hit["is_newcomer"])

    def test_what_cannot_be_asked_is_named(self):
        for fields, status, name in [({}, 400, "idea"), ({"idea": ""}, 400, "idea"), ({"idea": "a", "call": "b"}, 400, "call"),
                                     ({"idea": "x" * 5001}, 400, "idea"), ({"project": "nothing-1"}, 404, "project"),
                                     ({"call": "no such call"}, 404, "call"), ({"idea": "a", "members": ["x"]}, 404, "members"),
                                     ({"idea": "a", "weights": {"relevance": 2}}, 400, "weights.relevance"),
                                     ({"idea": "a", "weights": {"relevance": 0, "ties": 0, "experience": 0, "complementarity": 0, "newcomer": 0}}, 400, "weights"),
                                     ({"idea": "a", "organisation_types": ["castle"]}, 400, "organisation_types"),
                                     ({"idea": "a", "countries": ["PT"] * 301}, 400, "countries"),
                                     ({"idea": "a", "organisation_types": ["company"] * 301}, 400, "organisation_types"),
                                     ({"idea": "a", "regions": ["PT"] * 301}, 400, "regions"),
                                     ({"idea": "a", "half_life_years": 0}, 400, "half_life_years"),
                                     ({"idea": "a", "fewest_projects": 5, "most_projects": 2}, 400, "fewest_projects"),
                                     ({"idea": "a", "limit": 101}, 400, "limit"), ({"idea": "a", "colour": "red"}, 400, "colour")]:
            with self.subTest(fields=list(fields)):
                self.assert_problem(self.api.send("POST", PARTNERS, fields), status, name)


class PartnersOfAServerThatHasJustStarted(unittest.TestCase):
    """Who took part in what is read in the background; nobody who asks meets that."""

    def setUp(self):
        self.server = installation.Installation(["demo"])
        self.addCleanup(self.server.stop)
        self.api = Client(self.server.port)

    def ask(self, **fields):
        answer = self.api.send("POST", PARTNERS, fields)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def test_many_who_ask_at_once_all_get_the_same_answer(self):
        with ThreadPoolExecutor(16) as people:
            answers = list(people.map(lambda _: self.ask(idea=IDEA), range(32)))
        self.assertGreater(answers[0]["total"], 5)
        for answer in answers:
            self.assertEqual(answer, answers[0])

    def test_what_an_import_brings_is_found_soon_and_everybody_is_answered_meanwhile(self):
        self.ask(idea=IDEA)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "project.csv").write_text(
                '"id";"acronym";"title";"startDate";"frameworkProgramme";"masterCall";"objective"\n'
                '"990001";"ZEP";"Apprentices repair zeppelins";"2024-02-01";"HORIZON";"HORIZON-ZEPPELINS";"How to repair zeppelins."\n')
            (Path(folder) / "organization.csv").write_text(
                '"projectID";"organisationID";"name";"country";"role"\n"990001";"911111111";"Zeppelin School";"DE";"coordinator"\n')
            self.assertEqual(self.server.run("import", folder)[0], 0)
        end = time.monotonic() + 30
        found = []
        while "Zeppelin School" not in found:
            self.assertLess(time.monotonic(), end, found)
            self.ask(idea=IDEA)
            answer = self.api.send("POST", PARTNERS, {"call": "HORIZON-ZEPPELINS"})
            self.assertIn(answer.status, (200, 404), answer.body)
            found = [hit["name"] for hit in answer.json["hits"]] if answer.status == 200 else []
