"""The framework: its versions, their text, and what changed."""
from client import ApiTest


class Framework(ApiTest):
    def test_a_new_installation_begins_with_the_starter_draft(self):
        versions = self.api.get("/api/v1/framework/versions").json["versions"]
        self.assertEqual([(one["number"], one["state"], one["based_on"]) for one in versions], [("0.1.0", "draft", None)])
        version = self.api.get("/api/v1/framework/versions/0.1.0").json
        keys = [item["key"] for item in version["items"]]
        self.assertEqual(keys, [f"E{n}" for n in range(1, 10)] + [f"P{n}" for n in range(1, 11)])
        for item in version["items"]:
            self.assertEqual([level["number"] for level in item["levels"]], [0, 1, 2, 3, 4])
            self.assertTrue(all(level["text"] for level in item["levels"]), item["key"])
        self.assertEqual([(act["act"], act["who"]) for act in version["next"]],
                         [("consult", ["framework_steward"]), ("withdraw", ["framework_steward"])])

    def test_what_is_not_known_is_null_and_not_zero(self):
        version = self.api.get("/api/v1/framework/versions/0.1.0").json
        self.assertIsNone(version["rule"])
        self.assertIsNone(version["outcome"])
        self.assertEqual(version["positions"], [])

    def test_a_version_can_be_compared_with_any_other(self):
        answer = self.api.get("/api/v1/framework/versions/0.1.0/changes", {"since": "0.1.0"}).json
        self.assertEqual({change["kind"] for change in answer["changes"]}, {"unchanged"})
        self.assertEqual(len(answer["changes"]), 19)
        refused = self.api.get("/api/v1/framework/versions/0.1.0/changes")
        self.assert_problem(refused, 400, "since")

    def test_unknown_versions_are_404_and_name_the_parameter(self):
        for number in ("9.9.9", "0.1", "01.1.0", "draft", "0.1.0.0"):
            self.assert_problem(self.api.get("/api/v1/framework/versions/" + number), 404, "number")
            self.assert_problem(self.api.get("/api/v1/framework/versions/0.1.0/changes", {"since": number}), 404, "since")
        self.assert_problem(self.api.get("/api/v1/framework/versions", {"x": 1}), 400, "x")
