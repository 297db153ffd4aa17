"""How states apply the framework, where no version is agreed yet."""
from client import ApiTest

APPLICATIONS = "/api/v1/applications"


class NothingApplied(ApiTest):
    def test_without_an_agreed_version_there_is_nothing_and_no_zero(self):
        self.assertEqual(self.api.get(APPLICATIONS).json, {"version": None, "versions": [], "items": [], "rows": []})
        draft = self.api.get(APPLICATIONS, {"version": "0.1.0"}).json
        self.assertEqual((draft["version"]["state"], len(draft["items"]), draft["rows"]), ("draft", 19, []))

    def test_what_there_is_not_is_404_and_names_the_parameter(self):
        for code in ("PT", "PT11", "pt", "P", "PT111111"):
            self.assert_problem(self.api.get(f"{APPLICATIONS}/{code}"), 404, "code")
        for number in ("9.9.9", "draft", "0.1"):
            self.assert_problem(self.api.get(APPLICATIONS, {"version": number}), 404, "version")
        self.assert_problem(self.api.get(APPLICATIONS, {"x": 1}), 400, "x")
