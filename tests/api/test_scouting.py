"""Scouting: every number opens to exactly its rows, needs have their reasons, watches tell what is new and belong to one person."""
import time

import installation
from client import ApiTest
from people import People

RISING = "/api/v1/scouting/rising"
NEEDS = "/api/v1/scouting/needs"
WATCHES = "/api/v1/scouting/watches"


class Rising(ApiTest):
    installation = staticmethod(installation.demonstration)

    def total(self, query, **filters):
        parameters = [("q", query), ("facets", ""), ("limit", 1)]
        parameters += [(f"filter[{facet}]", value) for facet, value in filters.items()]
        return self.api.get("/api/v1/projects", parameters).json["total"]

    def test_every_count_is_what_its_search_finds(self):
        for query, filters in [("", {}), ("training OR energy", {}), ("", {"country": "PT"})]:
            parameters = [("q", query), ("limit", 5)] + [(f"filter[{facet}]", value) for facet, value in filters.items()]
            rising = self.api.get(RISING, parameters).json
            self.assertTrue(rising["has_enough"])
            for year in rising["years"]:
                self.assertEqual(year["projects"], self.total(query, year=year["year"], **filters))

    def test_a_field_without_projects_has_no_terms_and_says_so(self):
        rising = self.api.get(RISING, {"q": "qqqqqqqq"}).json
        self.assertFalse(rising["has_enough"])
        self.assertEqual(rising["terms"], [])

    def test_what_cannot_be_asked_is_named(self):
        for parameters, name in [({"from": "2023", "to": "2020"}, "from"), ({"from": "soon"}, "from"),
                                 ({"filter[colour]": "red"}, "filter[colour]"), ({"limit": "0"}, "limit"),
                                 ({"filter[year]": "soon"}, "filter[year]"), ({"sort": "title"}, "sort")]:
            answer = self.api.get(RISING, parameters)
            self.assert_problem(answer, 400, name)


class Rise(ApiTest):
    installation = staticmethod(installation.with_a_rise)

    def test_a_term_is_told_with_what_decided_and_its_counts_are_what_its_search_finds(self):
        rising = self.api.get(RISING).json
        self.assertIn("hydrogen", [term["term"] for term in rising["terms"]])
        self.assertNotIn("copper", [term["term"] for term in rising["terms"]])
        self.assertGreater(rising["words_tried"], 0)
        for term in rising["terms"]:
            self.assertLessEqual(term["chance"], rising["greatest_chance"])
            self.assertGreater(term["z"], 0)
            self.assertLessEqual(term["growth"]["low"], term["growth"]["per_year"])
            self.assertGreaterEqual(term["projects"], rising["fewest_projects"])
            self.assertEqual(term["projects"], sum(year["projects"] for year in term["years"]))
            for year in term["years"]:
                found = self.api.get("/api/v1/projects", {"q": term["query"], "filter[year]": year["year"], "limit": 1}).json
                self.assertEqual(year["projects"], found["total"], term["query"])


class Needs(ApiTest):
    installation = staticmethod(installation.demonstration_ecosystem)

    def need(self, text, **fields):
        return self.api.send("POST", NEEDS, {"text": text, **fields})

    def test_hits_have_their_reasons_and_the_score_is_what_it_is_made_of(self):
        answer = self.need("mentors for apprentices in small firms", limit=5).json
        self.assertGreater(answer["innovations_compared"], 0)
        self.assertTrue(answer["hits"])
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        for hit in answer["hits"]:
            self.assertTrue(hit["shared"])
            nearness = hit["nearest"]["closeness"]["value"] if hit["nearest"] else 0
            self.assertAlmostEqual(hit["score"], hit["closeness"]["value"] * (1 - nearness))
            if hit["nearest"]:
                shown = self.api.get(f"/api/v1/innovations/{hit['nearest']['id']}").json
                self.assertEqual(shown["text"]["title"], hit["nearest"]["title"])

    def test_filters_hold(self):
        answer = self.need("mentors for apprentices in small firms", filters=[{"facet": "country", "value": "PT"}], limit=50).json
        self.assertTrue(answer["hits"])
        for hit in answer["hits"]:
            self.assertIn("PT", hit["countries"])
        either = [{"facet": "country", "value": country} for country in ("PT", "RO")]
        answer = self.need("mentors for apprentices in small firms", filters=either, limit=50).json
        self.assertTrue(answer["hits"])
        for hit in answer["hits"]:
            self.assertTrue({"PT", "RO"} & set(hit["countries"]))
        self.assertTrue(any("PT" not in hit["countries"] for hit in answer["hits"]), "values of one facet are alternatives")

    def test_words_that_nobody_uses_find_nothing(self):
        self.assertEqual(self.need("qqqqqqqq").json["hits"], [])

    def test_what_cannot_be_asked_is_named(self):
        for body, name in [({"text": "a" * 5001}, "text"), ({}, "text"), ({"text": "a", "limit": 51}, "limit"),
                           ({"text": "a", "mood": "good"}, "mood")]:
            answer = self.api.send("POST", NEEDS, body)
            self.assert_problem(answer, 400, name)


class Watches(ApiTest):
    installation = staticmethod(lambda: installation.separate("watches"))

    def setUp(self):
        super().setUp()
        people = People.of(self)
        self.person = people.with_role("innovator", "31")
        self.other = people.with_role("innovator", "99")

    def watch(self, name="All", query="", filters=()):
        made = self.person.send("POST", WATCHES, {"name": name, "query": query, "filters": list(filters)})
        self.assertEqual(made.status, 201, made.body)
        return made.json["id"]

    def news(self, watch, settled=True):
        """What is new, once what was imported is found."""
        end = time.monotonic() + 30
        while True:
            news = self.person.get(f"{WATCHES}/{watch}/new").json
            if not settled or not news["catching_up"] or time.monotonic() > end:
                return news

    def run_import(self):
        code, _, complaint = self.installation().run("import", str(installation.CORDIS), patience=120)
        self.assertIn(code, (0, 3), complaint)   # 3: it has rows that cannot be read

    def test_what_an_import_brings_is_new_until_it_is_seen_and_is_not_new_again(self):
        everything = self.watch()
        nothing = self.watch("Nothing", "qqqqqqqq")
        self.assertEqual(self.news(everything)["total"], 0)
        self.run_import()
        news = self.news(everything)
        self.assertGreater(news["added"], 0)
        self.assertEqual(len(news["projects"]), news["total"])
        self.assertTrue(all(project["id"].startswith("cordis-") for project in news["projects"]))
        self.assertEqual(self.news(nothing)["total"], 0)
        listed = {one["id"]: one for one in self.person.get(WATCHES).json["watches"]}
        self.assertEqual(listed[everything]["added"], news["added"])
        seen = self.person.send("POST", f"{WATCHES}/{everything}/seen", {"up_to": news["up_to"]})
        self.assertEqual(seen.status, 204)
        self.assertEqual(self.news(everything)["total"], 0)
        self.run_import()
        self.assertEqual(self.news(everything)["total"], 0)

    def test_a_watch_keeps_its_words_and_filters(self):
        filters = [{"facet": "country", "value": "PT"}, {"facet": "country", "value": "RO"}]
        number = self.watch("Mentors", "mentor*", filters)
        watch = self.news(number, settled=False)["watch"]
        self.assertEqual((watch["name"], watch["query"], watch["filters"]), ("Mentors", "mentor*", filters))
        exported = self.person.get("/api/v1/account/export").json["watches"]
        self.assertIn(watch, exported)

    def test_another_cannot_see_or_touch_it(self):
        number = self.watch()
        self.assert_problem(self.other.get(f"{WATCHES}/{number}/new"), 404)
        self.assert_problem(self.other.send("POST", f"{WATCHES}/{number}/seen", {"up_to": "0.0"}), 404)
        self.assert_problem(self.other.send("DELETE", f"{WATCHES}/{number}"), 404)
        self.assertNotIn(number, [one["id"] for one in self.other.get(WATCHES).json["watches"]])
        for method, path, body in [("POST", WATCHES, {"name": "x", "query": ""}), ("DELETE", f"{WATCHES}/{number}", None),
                                   ("POST", f"{WATCHES}/{number}/seen", {"up_to": "0.0"})]:
            self.assert_problem(self.api.send(method, path, body), 401)
        self.assert_problem(self.api.get(WATCHES), 401)
        self.assert_problem(self.api.get(f"{WATCHES}/{number}/new"), 401)
        self.assertEqual(self.person.send("DELETE", f"{WATCHES}/{number}").status, 204)
        self.assert_problem(self.person.get(f"{WATCHES}/{number}/new"), 404)

    def test_what_cannot_be_watched_is_named(self):
        for body, name in [({"name": "", "query": ""}, "name"), ({"query": ""}, "name"),
                           ({"name": "x", "query": "", "filters": [{"facet": "year", "value": "soon"}]}, None)]:
            answer = self.person.send("POST", WATCHES, body)
            self.assert_problem(answer, 400, name)
        number = self.watch()
        for mark in ("soon", "1", "999999.999999", "-1.0"):
            answer = self.person.send("POST", f"{WATCHES}/{number}/seen", {"up_to": mark})
            self.assert_problem(answer, 400, "up_to")
