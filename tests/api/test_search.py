"""/api/v1/projects: what it answers, and what it refuses and how."""
from client import ApiTest


class Search(ApiTest):
    def search(self, **parameters):
        answer = self.api.get("/api/v1/projects", {k.replace("__", "["): v for k, v in parameters.items()})
        self.assertEqual(answer.status, 200, answer.body[:300])
        return answer.json

    def test_everything_is_found_without_a_query(self):
        found = self.search()
        self.assertGreater(found["total"], 20)
        self.assertEqual(len(found["hits"]), 20)
        self.assertTrue(found["demonstration"])
        names = [facet["name"] for facet in found["facets"]]
        self.assertEqual(names, ["status", "programme", "action", "country", "coordinator_country", "year",
                                 "organisation_type", "topic", "language"])

    def test_words_are_found_and_marked(self):
        found = self.search(q="innovation ecosystems")
        self.assertGreaterEqual(found["total"], 1)
        hit = found["hits"][0]
        self.assertIn("Innovation", "".join(run["text"] for run in hit["title_runs"] if run["marked"]))
        self.assertEqual("".join(run["text"] for run in hit["title_runs"]), hit["title"])
        self.assertEqual(found["query"]["text"], "innovation ecosystems")

    def test_pages_follow_one_another_without_gap_or_repeat(self):
        seen, cursor = [], None
        total = self.search()["total"]
        while True:
            page = self.search(limit=37, sort="title", facets="", **({"cursor": cursor} if cursor else {}))
            self.assertEqual(page["total"], total)
            seen += [hit["id"] for hit in page["hits"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        self.assertEqual(len(seen), total)
        self.assertEqual(len(set(seen)), total)

    def test_a_filter_gives_what_its_facet_counted(self):
        facet = self.search(facets="country")["facets"][0]
        value = facet["values"][0]
        answer = self.api.get("/api/v1/projects", [("filter[country]", value["value"]), ("facets", "country")]).json
        self.assertEqual(answer["total"], value["count"])
        self.assertTrue(all(value["value"] in hit["countries"] for hit in answer["hits"]))
        selected = [one["value"] for one in answer["facets"][0]["values"] if one["selected"]]
        self.assertEqual(selected, [value["value"]])
        self.assertEqual(answer["facets"][0]["distinct"], facet["distinct"], "a facet ignores its own choice")

    def test_two_values_of_a_facet_are_either_or(self):
        values = self.search(facets="status")["facets"][0]["values"]
        two = [value for value in values if value["count"] > 0][:2]
        answer = self.api.get("/api/v1/projects", [("filter[status]", value["value"]) for value in two]).json
        self.assertEqual(answer["total"], sum(value["count"] for value in two))

    def test_facets_are_chosen_by_name(self):
        self.assertEqual([f["name"] for f in self.search(facets="year,topic")["facets"]], ["year", "topic"])
        self.assertEqual(self.search(facets="")["facets"], [])

    def test_an_explanation_adds_up_to_the_score(self):
        found = self.search(q='innovation "work-based learning" mentor*', explain="true", limit=10)
        self.assertGreaterEqual(len(found["hits"]), 2)
        for hit in found["hits"]:
            why = hit["explanation"]
            self.assertEqual(sum(part["points"] for part in why["parts"]), why["points"])
            self.assertAlmostEqual(why["points"] / why["points_in_one"], hit["score"], places=4)
            self.assertEqual(why["documents"], self.search(limit=1)["total"])
            for part in why["parts"]:
                self.assertEqual(part["points"], part["mentions"] * sum(word["points"] for word in part["words"]))
        self.assertNotIn("explanation", self.search(q="innovation")["hits"][0])

    def test_the_order_is_kept(self):
        grants = [hit["grant_eur"] for hit in self.search(sort="-grant", limit=100)["hits"] if hit["grant_eur"]]
        self.assertEqual(grants, sorted(grants, reverse=True))
        starts = [hit["start"] for hit in self.search(sort="start", limit=100)["hits"] if hit["start"]]
        self.assertEqual(starts, sorted(starts))

    def test_related_finds_the_same_in_another_order(self):
        by_words = self.search(q="training guide", limit=100)
        related = self.search(q="training guide", limit=100, sort="related")
        self.assertEqual(related["total"], by_words["total"])
        self.assertEqual({hit["id"] for hit in related["hits"]}, {hit["id"] for hit in by_words["hits"]})

    def test_what_has_no_reading_is_told(self):
        found = self.search(q='"never closed')
        self.assertGreaterEqual(len(found["query"]["misreadings"]), 1)

    def test_a_mistyped_word_is_found_and_told(self):
        found = self.search(q="innovatoin")
        self.assertGreaterEqual(found["total"], 1)
        near = found["query"]["near_words"][0]
        self.assertEqual((near["typed"], near["words"][0], near["cut"]), ("innovatoin", "innovation", False))
        better = found["query"]["did_you_mean"]
        self.assertEqual((better["text"], better["changed"]), ("innovation", [{"begin": 0, "end": 10}]))
        self.assertEqual(self.search(q='"innovatoin"')["total"], 0, "what is quoted is meant so")

    def test_the_last_word_goes_on_while_one_types(self):
        finished, typing = self.search(q="innovat"), self.search(q="innovat", as_you_type="true")
        self.assertGreaterEqual(typing["total"], 1)
        self.assertIsNone(typing["query"]["did_you_mean"])
        self.assertGreaterEqual(typing["total"], finished["total"])

    def test_other_names_are_told(self):
        names = self.search(q="VET")["query"]["also_searched"]
        self.assertEqual(names[0]["typed"], "VET")
        self.assertIn("vocational education and training", names[0]["names"])

    def test_completions_lead_to_their_projects(self):
        def completions(**parameters):
            answer = self.api.get("/api/v1/completions", parameters)
            self.assertEqual(answer.status, 200, answer.body[:300])
            return answer.json["completions"]
        found = completions(q="innov")
        self.assertTrue(found)
        for one in found:
            self.assertEqual(self.search(q=one["query"])["total"], one["projects"], one)
        self.assertLessEqual(len(completions(q="i", limit=1)), 3, "one of each kind")
        self.assertEqual(completions(q=" "), [])
        self.assertEqual(self.api.ask("GET", "/api/v1/completions?limit=0").status, 400)

    def test_nothing_found_is_an_empty_list(self):
        found = self.search(q="xqzzyv")
        self.assertEqual((found["total"], found["hits"], found["next_cursor"]), (0, [], None))


class RefusedSearches(ApiTest):
    def test_only_relevance_has_an_explanation(self):
        self.refused("q=innovation&explain=true&sort=title", "explain")
        self.refused("q=innovation&explain=yes", "explain")

    def refused(self, query_string, parameter):
        answer = self.api.ask("GET", "/api/v1/projects?" + query_string)
        self.api.validate("/api/v1/projects", answer)
        return self.assert_problem(answer, 400, parameter)

    def test_unknown_parameters(self):
        self.assertIn("limit", self.refused("page=2", "page")["detail"])
        self.refused("Q=x", "Q")
        self.refused("filter=country", "filter")

    def test_unknown_facets(self):
        self.assertIn("country", self.refused("filter[colour]=red", "filter[colour]")["detail"])
        self.refused("filter%5B%5D=red", "filter[]")
        self.refused("facets=country,colour", "facets")

    def test_unreadable_values(self):
        for limit in ("0", "101", "-1", "1.5", "ten", "", "99999999999999999999", "0x10", "%2B5"):
            self.refused("limit=" + limit, "limit")
        self.refused("sort=age", "sort")
        self.refused("filter[year]=someday", "filter[year]")
        self.refused("filter[status]=late", "filter[status]")
        self.refused("limit=1&limit=2", "limit")
        self.refused("q=a&q=b", "q")

    def test_cursors_that_are_none(self):
        for cursor in ("garbage", "%00", "AAAA", "%F0%9F%98%80", "x" * 4000):
            self.refused("cursor=" + cursor, "cursor")

    def test_bad_percent_encoding_names_the_place(self):
        problem = self.refused("q=ab%zz", "q")
        self.assertEqual((problem["begin"], problem["end"]), (2, 5))
        self.refused("q=%", "q")
        self.refused("q=%2", "q")

    def test_nul_and_non_utf8(self):
        self.refused("q=a%00b", "q")
        self.refused("q=%ff", "q")
        self.refused("q=%ED%A0%80", "q")
        self.refused("filter[country]=%C3", "filter[country]")

    def test_queries_too_long_or_too_deep(self):
        self.refused("q=" + "a" * 2001, "q")
        self.refused("q=" + "(" * 40 + "a" + ")" * 40, "q")

    def test_too_many_parameters(self):
        self.refused("&".join(["filter[country]=PT"] * 300), None)
