"""Hubs: who may write them, what they show to whom, figures that open to their rows, and a page that others may frame."""
import json
import re
from datetime import date, timedelta

import installation
import test_ecosystem
from client import ApiTest
from people import People

HUBS = "/api/v1/hubs"
TODAY = date.today()
HUB = {"texts": [{"language": "fr", "name": "Le grand sud", "description": "Ce qui s'y fait."},
                 {"language": "en", "name": "The great south", "description": "What is done there."}],
       "query": "training", "choices": [{"facet": "country", "value": "PT"}, {"facet": "country", "value": "IT"}]}
NEWS = {"language": "fr", "title": "Une rencontre", "body": "Des écoles se sont rencontrées.", "day": str(TODAY)}
CALL = {"call": "KA220-VET", "language": "en", "note": "Small partnerships.", "deadline": str(TODAY + timedelta(days=30)),
        "link": "https://example.org/call"}
HIGHLIGHT = {"language": "en", "reason": "It shows how."}


class Hubs(ApiTest):
    installation = staticmethod(lambda: installation.separate("hubs"))
    _open = []

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        self.administrator = self.people.administrator()
        self.manager = self.people.with_role("hub_manager", "south")
        self.other = self.people.with_role("hub_manager", "north")
        if not self._open:
            made = self.administrator.send("POST", HUBS, {"slug": "south", **HUB})
            self.assertEqual((made.status, made.json), (201, {"slug": "south"}), made.body)
            self._open.append(self.api.get(f"{HUBS}/south"))
            self.did(self.send("moves", act="open"))

    def did(self, answer, status=204):
        self.assertEqual(answer.status, status, answer.body)
        return answer

    def hub(self, person=None):
        return (person or self.api).get(f"{HUBS}/south").json

    def send(self, part, person=None, method="POST", **fields):
        """With the revision as it is now, unless another is given."""
        body = {"revision": self.hub(self.manager)["revision"], **fields}
        return (person or self.manager).send(method, f"{HUBS}/south{'/' if part else ''}{part}", body)

    def test_a_draft_was_there_for_nobody_else(self):
        self.assert_problem(self._open[0], 404)
        self.assertIn("south", [one["slug"] for one in self.api.get(HUBS).json["hubs"]])
        self.assertEqual([self.api.get(HUBS).json["may_create"], self.administrator.get(HUBS).json["may_create"]], [False, True])

    def test_only_an_administrator_makes_a_hub_at_a_free_address(self):
        self.assert_problem(self.manager.send("POST", HUBS, {"slug": "west", **HUB}), 403)
        self.assert_problem(self.administrator.send("POST", HUBS, {"slug": "south", **HUB}), 409, "slug")
        self.assert_problem(self.administrator.send("POST", HUBS, {"slug": "So/uth", **HUB}), 400, "slug")

    def test_another_hubs_manager_is_refused_and_nothing_is_changed(self):
        before = self.hub()
        for part, fields in (("moves", {"act": "close"}), ("news", NEWS), ("calls", CALL)):
            self.assert_problem(self.send(part, self.other, **fields), 403)
            self.assert_problem(self.send(part, self.administrator, **fields), 403)
        self.assert_problem(self.send("", self.other, "PUT", **HUB), 403)
        self.assertEqual(self.hub(), before)

    def test_a_stale_revision_is_409_and_says_why(self):
        before = self.hub()
        answer = self.send("news", **{**NEWS, "revision": before["revision"] - 1})
        self.assertEqual(self.assert_problem(answer, 409)["reason"]["code"], "stale")
        self.assertEqual(self.hub(), before)

    def test_what_a_filter_cannot_mean_is_refused_with_its_character(self):
        before = self.hub()
        refused = self.assert_problem(self.send("", method="PUT", **{**HUB, "query": "métier budget:soon"}), 400, "query")
        self.assertIn("At character 8", refused["detail"])
        self.assert_problem(self.send("", method="PUT", **{**HUB, "choices": [{"facet": "moon", "value": "full"}]}), 400, "choices")
        self.assert_problem(self.send("", method="PUT", **{**HUB, "texts": [{"language": "Greek", "name": "x"}]}), 400, "texts[0].language")
        self.assert_problem(self.send("news", **{**NEWS, "title": "x" * 201}), 400, "title")
        self.assert_problem(self.send("news", **{**NEWS, "language": "de"}), 400, "language")
        self.assert_problem(self.send("calls", **{**CALL, "deadline": str(TODAY - timedelta(days=1))}), 400, "deadline")
        self.assert_problem(self.send("calls", **{**CALL, "link": "javascript:alert(1)"}), 400, "link")
        self.assert_problem(self.send("highlights", **HIGHLIGHT, project="nothing-1"), 400, "project")
        self.assertEqual(self.hub(), before)

    def test_news_are_read_in_the_feed_until_they_are_withdrawn(self):
        number = self.did(self.send("news", **{**NEWS, "title": "Des & autres <b>"}), 201).json["number"]
        shown = next(one for one in self.api.get(f"{HUBS}/south/news").json["news"] if one["number"] == number)
        self.assertEqual((shown["role"], shown["language"], shown["state"]), ("hub_manager", "fr", "published"))
        self.assertNotIn("person", json.dumps(shown))
        feed = lambda: self.api.ask("GET", "/hubs/south/feed.atom")
        self.assertEqual(feed().headers["Content-Type"], "application/atom+xml")
        self.assertIn("<title>Des &amp; autres &lt;b&gt;</title>", feed().body.decode())
        self.assertIn('<entry xml:lang="fr">', feed().body.decode())
        self.assertNotIn("Des &amp;", self.api.ask("GET", "/hubs/south/feed.atom?language=en").body.decode())
        self.did(self.send(f"news/{number}/withdrawal"))
        self.assertNotIn("Des &amp;", feed().body.decode())
        self.assertNotIn(number, [one["number"] for one in self.hub()["news"]])
        self.assertIn(number, [one["number"] for one in self.hub(self.manager)["news"]])
        self.assert_problem(self.send(f"news/{number}/withdrawal"), 404)

    def test_calls_and_projects_are_put_there_and_taken_off(self):
        call = self.did(self.send("calls", **CALL), 201).json["number"]
        self.assertEqual([one["call"] for one in self.api.get(f"{HUBS}/south/calls").json["calls"] if one["number"] == call], ["KA220-VET"])
        self.did(self.send(f"calls/{call}/removal"))
        self.assertNotIn(call, [one["number"] for one in self.hub()["calls"]])
        project = self.api.get("/api/v1/projects", {"q": "InEcVET"}).json["hits"][0]
        made = self.did(self.send("highlights", **HIGHLIGHT, project=project["id"]), 201).json["number"]
        shown = next(one for one in self.hub()["highlights"] if one["number"] == made)
        self.assertEqual((shown["reason"], shown["project"]["title"]), ("It shows how.", project["title"]))
        self.assert_problem(self.send("highlights", **HIGHLIGHT, project=project["id"]), 409, "project")
        self.did(self.send(f"highlights/{made}/removal"))
        self.assertNotIn(made, [one["number"] for one in self.hub()["highlights"]])

    def test_it_is_closed_and_reopened_by_its_manager(self):
        self.did(self.send("moves", act="close"))
        self.assertEqual([one["state"] for one in self.api.get(HUBS).json["hubs"] if one["slug"] == "south"], ["closed"])
        self.assertIn("This hub is closed.", self.api.ask("GET", "/hubs/south/widget?language=en").body.decode())
        self.assert_problem(self.send("moves", act="open"), 409)
        self.did(self.send("moves", act="reopen"))

    def test_everything_stands_in_the_trail(self):
        self.did(self.send("", method="PUT", **HUB))
        code, printed, _ = self.installation().run("audit", "list", "--subject", "hub/south", "--limit", "500", "--json")
        self.assertEqual(code, 0)
        for action in ("hub.create", "hub.open", "hub.edit"):
            self.assertIn(action, printed)

    def test_the_command_line_makes_and_keeps_a_hub(self):
        run = self.installation().run
        self.assertEqual(run("hubs", "create", "east", "--language", "el", "--name", "Ανατολή", "--filter", "country=GR")[0], 0)
        self.assertNotEqual(run("hubs", "edit", "east", "--act", "open")[0], 0, "without a description it stays a draft")
        self.assertEqual(run("hubs", "edit", "east", "--language", "el", "--description", "Τι γίνεται εκεί.", "--act", "open")[0], 0)
        shown = json.loads(run("hubs", "show", "east", "--json")[1])
        self.assertEqual((shown["state"], shown["texts"][0]["name"]), ("open", "Ανατολή"))
        self.assertIn("east", run("hubs", "list")[1])
        figures = json.loads(run("hubs", "figures", "east", "--quarters", "4", "--json")[1])
        self.assertEqual(len(figures["quarters"]), 4)
        code, _, complaint = run("hubs", "create", "odd", "--language", "el", "--name", "x", "--query", "budget:soon")
        self.assertNotEqual(code, 0)
        self.assertIn("At character", complaint)


class ThemeHub(ApiTest):
    """Pilots of hubs without places, over the demonstration: four of a repair café, one of mentors, which came from a project."""
    installation = staticmethod(lambda: installation.with_ecosystem("themes"))

    def pilots(self, slug, *filter_):
        run = self.installation().run
        words = ("--language", "en", "--name", slug, *filter_)
        self.assertEqual(run("hubs", "create", slug, *words)[0], 0)
        self.assertEqual(run("hubs", "edit", slug, "--language", "en", "--description", "A theme.", "--act", "open")[0], 0)
        shown = self.api.get(f"{HUBS}/{slug}").json["pilots"]
        self.assertEqual(json.loads(run("hubs", "show", slug, "--json")[1])["pilots"], shown, "the command line says the same")
        return shown

    def titles(self, slug, *filter_):
        return sorted({pilot["innovation"]["title"] for pilot in self.pilots(slug, *filter_)})

    def test_a_theme_has_the_pilots_of_what_is_about_it_or_came_from_its_projects(self):
        cafe, mentors = "A repair café as graded coursework", "A pool of mentors for apprentices in very small firms"
        shown = self.pilots("repair", "--query", "REPAIR cafe")
        self.assertEqual({pilot["innovation"]["title"] for pilot in shown}, {cafe})
        self.assertEqual(sorted(pilot["member_state"] for pilot in shown), ["FI", "IE", "PT", "RO"], "wherever they are")
        self.assertEqual(self.titles("mentoring", "--query", '"pool of mentors" OR repair*'), [mentors, cafe])
        self.assertEqual(self.titles("not-mentors", "--query", "(mentor* OR repair) NOT apprentices"), [cafe])
        self.assertEqual(self.titles("welding", "--query", "welding"), [], "of what is not piloted there is none")
        source = self.api.get("/api/v1/projects/demo-562126-EPP-1-2015-1-IE-EPPKA3-PI-FORWARD").json
        by_words = ("--query", f'"{source["title"]}"')
        self.assertEqual(self.titles("by-project", *by_words), [mentors], "its text does not say so, the project that it came from does")
        year = source["start"][:4]
        self.assertEqual(self.titles("of-its-year", "--filter", f"year={year}"), [mentors])
        self.assertEqual(self.titles("of-another-year", *by_words, "--filter", f"year={int(year) - 1}"), [])
        self.assertEqual(self.titles("repair-of-that-year", "--query", "repair", "--filter", f"year={year}"), [],
                         "an innovation is of no year")


class DemonstrationHub(ApiTest):
    installation = staticmethod(installation.demonstration_ecosystem)
    member = test_ecosystem.DemonstrationEcosystem.member
    address = f"{HUBS}/demonstration"

    def total(self, query, filters):
        parameters = [("q", query), ("facets", ""), ("limit", 1)]
        parameters += [(f"filter[{choice['facet']}]", choice["value"]) for choice in filters]
        return self.api.get("/api/v1/projects", parameters).json["total"]

    def test_every_figure_opens_to_its_rows(self):
        figures = self.api.get(f"{self.address}/figures", {"quarters": 40}).json
        self.assertEqual(figures["as_of"], str(TODAY))
        self.assertTrue(figures["source"])
        coverage, choices = figures["coverage"], figures["filter"]["choices"]
        self.assertEqual(coverage["projects"], self.total(figures["filter"]["query"], choices))
        self.assertEqual(coverage["projects"], sum(coverage[part] for part in ("shown", "earlier", "later", "without_start")))
        self.assertGreater(coverage["shown"], 0)
        self.assertEqual(coverage["shown"], sum(quarter["projects"] for quarter in figures["quarters"]))
        for quarter in figures["quarters"]:
            if not quarter["projects"]:
                continue
            self.assertEqual(quarter["projects"], self.total(quarter["query"], choices), quarter["quarter"])
            rows = self.organisations(quarter["quarter"])
            self.assertEqual(len(rows), quarter["organisations"])
            self.assertEqual(sum(row["newcomer"] for row in rows), quarter["newcomers"])
            self.assertEqual(len({row["country"] for row in rows} - {""}), quarter["countries"])

    def organisations(self, quarter):
        rows = []
        while True:
            page = self.api.get(f"{self.address}/figures/{quarter}", {"limit": 100, "offset": len(rows)}).json
            rows += page["organisations"]
            if len(rows) >= page["total"]:
                return rows

    def test_a_quarter_that_is_none_is_named(self):
        for quarter in ("2024-Q5", "soon", "1950-Q1"):
            self.assert_problem(self.api.get(f"{self.address}/figures/{quarter}"), 404, "quarter")
        self.assert_problem(self.api.get(f"{self.address}/figures", {"quarters": 41}), 400, "quarters")

    def test_it_is_labelled_and_has_news_in_each_of_its_languages_and_pilots_of_its_countries(self):
        hub = self.api.get(self.address).json
        self.assertTrue(hub["texts"][0]["name"].startswith("Demonstration:"))
        self.assertEqual({one["language"] for one in hub["news"]}, {text["language"] for text in hub["texts"]})
        self.assertEqual(hub["curators"], {"role": "hub_manager", "people": 1})
        self.assertTrue(hub["pilots"])
        countries = {choice["value"] for choice in hub["filter"]["choices"]}
        self.assertLessEqual({pilot["member_state"] for pilot in hub["pilots"]}, countries)
        self.assertEqual([one["project"]["acronym"] for one in hub["highlights"]], ["InEcVET"])
        self.assertNotIn("@", json.dumps(hub), "nobody's address is told")

    def test_the_widget_is_a_light_page_of_its_own(self):
        answer = self.api.ask("GET", "/hubs/demonstration/widget?language=fr")
        page = answer.body.decode()
        self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertNotIn("<script", page)
        self.assertIn('<h1 lang="fr">', page)
        self.assertLess(page.index("Un atelier sur le mentorat"), page.index("The hub is open"), "the reader's language first")
        self.assertIn("Demonstration data", page)
        self.assertLess(len(page), 20_000)
        for link in re.findall(r"<a [^>]*>", page):
            self.assertIn('target="_blank" rel="noopener"', link)
        sheets = re.findall(r'(?:href|src)="(/[^"]*)"', page)
        self.assertEqual(sheets, ["/hub-widget.css"])
        self.assertEqual(self.api.ask("GET", sheets[0]).headers["Content-Type"], "text/css; charset=utf-8")
        self.assertIn('<html lang="el">', self.api.ask("GET", "/hubs/demonstration/widget?language=el").body.decode())
        self.assertEqual(self.api.ask("GET", "/hubs/nothing/widget").status, 404)
        self.assertEqual(self.api.ask("GET", "/hubs/demonstration/widget?colour=red").status, 400)

    def test_no_other_page_may_be_framed(self):
        policy = lambda path: self.api.ask("GET", path).headers["Content-Security-Policy"]
        self.assertIn("frame-ancestors *", policy("/hubs/demonstration/widget"))
        self.assertIn("default-src 'none'", policy("/hubs/demonstration/widget"))
        others = ["/", "/hubs", "/hubs/demonstration", "/hubs/demonstration/edit", "/hubs/demonstration/feed.atom", "/hub-widget.css",
                  "/hubs/nothing/widget", "/hubs/demonstration/widget?colour=red", "/hubs/demonstration/widget/", "/sign-in", "/account",
                  "/api/v1/hubs", self.address, "/healthz", "/nothing", "/assets/app-1a2b3c4d.js"]
        for path in others:
            self.assertIn("frame-ancestors 'none'", policy(path), path)
            self.assertNotIn("frame-ancestors *", policy(path), path)
