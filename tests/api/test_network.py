"""The network: who works with whom, whole or of a search; its measures against those of the organisations' own pages; its exports."""
import csv
import io
import json
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import installation
from client import ApiTest

NETWORK = "/api/v1/network"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


class Network(ApiTest):
    installation = staticmethod(installation.demonstration)

    def network(self, **parameters):
        answer = self.api.get(NETWORK, parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def graphml(self, **parameters):
        answer = self.api.get(NETWORK + ".graphml", parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return ElementTree.fromstring(answer.body)

    def rows(self, **parameters):
        answer = self.api.get(NETWORK + ".csv", parameters)
        self.assertEqual(answer.status, 200, answer.body)
        return list(csv.DictReader(io.StringIO(answer.body.decode(), newline="")))

    def test_says_of_which_day_and_of_what_it_is(self):
        answer = self.network()
        self.assertRegex(answer["as_of"], r"^\d{4}-\d\d-\d\d$")
        self.assertIn("participations", answer["source"])
        self.assertEqual(answer["projects"], self.api.get("/api/v1/projects", {"limit": 1}).json["total"])
        self.assertGreater(answer["organisations"], 100)
        self.assertGreaterEqual(answer["ties"], answer["stable_ties"])
        self.assertLessEqual(answer["components"]["largest"], answer["organisations"])

    def test_a_search_and_its_filters_have_only_their_projects(self):
        words, country = "welding", {"filter[country]": "PT"}
        found = self.api.get("/api/v1/projects", {"q": words, "limit": 1, **country}).json["total"]
        part = self.network(q=words, **country)
        self.assertEqual(part["projects"], found)
        self.assertLess(part["organisations"], self.network()["organisations"])

    def test_members_are_those_of_the_projects(self):
        first = self.network(by="projects", limit=1)["members"][0]
        page = self.api.get(f"/api/v1/organisations/{first['slug']}", {"limit": 1000}).json
        self.assertEqual(first["projects"], len({project["id"] for project in page["projects"]}))
        partners = set()
        for project in page["projects"]:
            for participation in self.api.get(f"/api/v1/projects/{project['id']}").json["participations"]:
                partners.add(participation["organisation_id"])
        around = self.network(around=first["slug"], limit=200)
        self.assertEqual(around["query"]["around"]["id"], first["id"])
        self.assertEqual(around["organisations"], len(partners))
        self.assertEqual(first["degree"], len(partners) - 1)

    def test_each_order_is_that_of_its_measure(self):
        for by in ("degree", "betweenness", "core", "projects"):
            values = [member[by] for member in self.network(by=by, limit=200)["members"]]
            self.assertEqual(values, sorted(values, reverse=True), by)

    def test_ties_among_the_shown_are_counted_from_both(self):
        answer = self.network(joint=2, limit=200)
        self.assertTrue(answer["among"])
        self.assertGreaterEqual(min(tie["joint_projects"] for tie in answer["among"]), 2)
        self.assertEqual(answer["ties"], answer["stable_ties"])
        self.assertLess(answer["ties"], self.network()["ties"])

    def test_betweenness_lies_in_its_range(self):
        answer = self.network(by="betweenness", limit=200)
        for member in answer["members"]:
            self.assertLessEqual(member["betweenness_low"], member["betweenness"])
            self.assertGreaterEqual(member["betweenness_high"], member["betweenness"])
        exact = answer["betweenness"]["method"] == "exact"
        self.assertEqual(exact, answer["betweenness"]["samples"] is None)

    def test_graphml_read_back_is_the_network(self):
        answer, document = self.network(q="welding", limit=200), self.graphml(q="welding")
        self.assertEqual(document.tag, GRAPHML + "graphml")
        keys = {key.get("id"): key for key in document.findall(GRAPHML + "key")}
        self.assertEqual({key.get("for") for key in keys.values()}, {"node", "edge"})
        graph = document.find(GRAPHML + "graph")
        self.assertEqual(graph.get("edgedefault"), "undirected")
        nodes = {node.get("id"): {data.get("key"): data.text for data in node} for node in graph.findall(GRAPHML + "node")}
        edges = graph.findall(GRAPHML + "edge")
        self.assertEqual((len(nodes), len(edges)), (answer["organisations"], answer["ties"]))
        degrees = dict.fromkeys(nodes, 0)
        pairs = set()
        for edge in edges:
            ends = edge.get("source"), edge.get("target")
            pairs.add(frozenset(ends))
            for end in ends:
                degrees[end] += 1
            self.assertGreaterEqual(int(edge.find(GRAPHML + "data").text), 1)
        self.assertEqual(len(pairs), len(edges), "each tie stands there once")
        for identifier, data in nodes.items():
            self.assertTrue(set(data) <= set(keys))
            self.assertEqual(int(data["degree"]), degrees[identifier])
        self.assertIn("search for welding", document.find(GRAPHML + "desc").text)

    def test_tables_read_back_are_the_network(self):
        answer = self.network(q="welding")
        ties, organisations = self.rows(q="welding"), self.rows(q="welding", table="organisations")
        self.assertEqual((len(ties), len(organisations)), (answer["ties"], answer["organisations"]))
        self.assertEqual(sum(int(tie["joint_projects"]) >= 2 for tie in ties), answer["stable_ties"])
        names = {row["id"]: row["name"] for row in organisations}
        for tie in ties:
            self.assertEqual((names[tie["from_id"]], names[tie["to_id"]]), (tie["from_name"], tie["to_name"]))
        first = answer["members"][0]
        row = next(row for row in organisations if row["id"] == str(first["id"]))
        self.assertEqual(int(row["degree"]), first["degree"])
        self.assertAlmostEqual(float(row["betweenness"]), first["betweenness"])

    def test_a_way_goes_over_joint_projects(self):
        members = self.network(limit=200)["members"]
        first, last = members[0], members[-1]
        answer = self.api.get(NETWORK + "/path", {"from": first["id"], "to": last["slug"]}).json
        self.assertEqual((answer["from"]["id"], answer["to"]["id"]), (first["id"], last["id"]))
        path = answer["path"]
        self.assertEqual(answer["steps"], len(path) - 1)
        self.assertEqual((path[0]["id"], path[-1]["id"]), (first["id"], last["id"]))
        for before, step in zip(path, path[1:]):
            self.assertGreaterEqual(step["joint"]["projects"], 1)
            for project in step["joint"]["newest"]:
                taking_part = {part["organisation_id"] for part in
                               self.api.get(f"/api/v1/projects/{project['project']}").json["participations"]}
                self.assertLessEqual({before["slug"], step["slug"]}, taking_part)
        same = self.api.get(NETWORK + "/path", {"from": first["id"], "to": first["id"]}).json
        self.assertEqual(same["steps"], 0)
        nowhere = self.api.get(NETWORK + "/path", {"from": first["id"], "to": last["id"], "q": "title:nothinghasthisword"}).json
        self.assertIsNone(nowhere["steps"])
        self.assertEqual(nowhere["path"], [])

    def test_what_cannot_be_asked_is_named(self):
        for path, parameters, status, parameter in (
                (NETWORK, {"by": "beauty"}, 400, "by"), (NETWORK, {"limit": 201}, 400, "limit"), (NETWORK, {"joint": 0}, 400, "joint"),
                (NETWORK, {"around": "999999-nobody"}, 404, "around"), (NETWORK, {"around": "somebody"}, 404, "around"),
                (NETWORK, {"filter[year]": "20xx"}, 400, "filter[year]"), (NETWORK, {"filter[mood]": "x"}, 400, "filter[mood]"),
                (NETWORK, {"q": "x" * 2001}, 400, "q"), (NETWORK, {"offset": 1}, 400, "offset"),
                (NETWORK + "/path", {"to": 1}, 400, "from"), (NETWORK + "/path", {"from": 1}, 400, "to"),
                (NETWORK + "/path", {"from": 1, "to": "999999"}, 404, "to"), (NETWORK + "/path", {"from": "x", "to": 1}, 404, "from"),
                (NETWORK + ".csv", {"table": "chairs"}, 400, "table"), (NETWORK + ".graphml", {"limit": 3}, 400, "limit")):
            with self.subTest(path=path, **parameters):
                self.assert_problem(self.api.get(path, parameters), status, parameter)

    def test_the_command_line_says_and_writes_the_same(self):
        run = self.installation().run
        code, printed, _ = run("network", "welding", "--json")
        self.assertEqual(code, 0)
        network = self.network(q="welding")
        self.assertEqual(json.loads(printed)["ties"], network["ties"])
        with tempfile.TemporaryDirectory() as folder:
            graphml, ties, organisations = (Path(folder) / name for name in ("n.graphml", "ties.csv", "organisations.csv"))
            code, printed, _ = run("network", "welding", "--by", "core", "--graphml", str(graphml), "--csv", str(ties),
                                   "--organisations-csv", str(organisations))
            self.assertEqual(code, 0)
            self.assertIn("modularity", printed)
            self.assertEqual(sorted(path.name for path in Path(folder).iterdir()), ["n.graphml", "organisations.csv", "ties.csv"])
            self.assertEqual(graphml.read_bytes(), self.api.get(NETWORK + ".graphml", {"q": "welding"}).body)
            self.assertEqual(ties.read_bytes(), self.api.get(NETWORK + ".csv", {"q": "welding"}).body)
            code, _, complaint = run("network", "--graphml", str(Path(folder) / "no" / "folder.graphml"))
            self.assertEqual(code, 1)
            self.assertIn("folder.graphml", complaint)
        self.assertEqual(run("network", "--by", "beauty")[0], 2)
        self.assertEqual(run("network", "--around", "999999")[0], 1)

    def test_the_command_line_shows_the_way(self):
        first, second = self.network(limit=2)["members"]
        code, printed, _ = self.installation().run("network", "path", str(first["id"]), str(second["id"]))
        self.assertEqual(code, 0)
        self.assertIn("joint project", printed)
        code, printed, _ = self.installation().run("network", "path", str(first["id"]), str(second["id"]), "--query", "title:nothinghasthisword")
        self.assertEqual(code, 3)
        self.assertIn("There is no way", printed)
