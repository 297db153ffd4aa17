"""The pages as a client without JavaScript gets them, and the files of the interface."""
import html
import json
import re

import installation
from client import ApiTest


class Pages(ApiTest):
    def page(self, path, status=200):
        answer = self.api.ask("GET", path)
        self.assertEqual(answer.status, status, path)
        self.assertEqual(answer.headers["Content-Type"], "text/html; charset=utf-8")
        return answer.body.decode()

    def test_a_project_can_be_read_without_javascript(self):
        hit = self.api.get("/api/v1/projects", {"q": "InEcVET"}).json["hits"][0]
        project = self.api.get("/api/v1/projects/" + hit["id"]).json
        text = self.page("/projects/" + hit["id"])
        self.assertIn(f"<title>{html.escape(project['title'])} – Tributary</title>", text)
        self.assertEqual(text.count("<title>"), 1)
        self.assertIn('<meta name="description"', text)
        self.assertIn(f'<link rel="canonical" href="/projects/{hit["id"]}">', text)
        self.assertIn("1 coordinator and 9 partners", text)
        for participation in project["participations"]:
            self.assertIn(f'href="/organisations/{participation["organisation_id"]}"', text)
        data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S).group(1))
        self.assertEqual((data["@type"], data["name"]), ("ResearchProject", project["title"]))
        self.assertEqual(len(data["member"]), 10)

    def test_an_organisation_can_be_read_without_javascript(self):
        hit = self.api.get("/api/v1/projects", {"q": "InEcVET"}).json["hits"][0]
        organisation = hit["coordinator"]
        text = self.page("/organisations/" + organisation["id"])
        self.assertIn(f"<h1>{html.escape(organisation['name'])}</h1>", text)
        self.assertIn(f'href="/projects/{hit["id"]}"', text)
        moved = self.api.ask("GET", "/organisations/" + organisation["id"].split("-")[0] + "-old")
        self.assertEqual((moved.status, moved.headers["Location"]), (308, "/organisations/" + organisation["id"]))

    def test_every_page_route_has_the_interface(self):
        for path in ("/", "/?q=training&filter[country]=PT", "/about", "/coverage"):
            self.assertIn('src="/assets/app-1a2b3c4d.js"', self.page(path))
        for path in ("/nothing", "/projects/none", "/organisations/none", "/projects/", "/a/b/c"):
            self.assertIn('src="/assets/app-1a2b3c4d.js"', self.page(path, 404))

    def test_files_are_kept_for_ever_and_nothing_else_is_reached(self):
        script = self.api.ask("GET", "/assets/app-1a2b3c4d.js")
        self.assertEqual(script.headers["Cache-Control"], "public, max-age=31536000, immutable")
        self.assertTrue(script.headers["Content-Type"].startswith("text/javascript"))
        self.assertEqual(self.api.ask("GET", "/favicon.svg").headers["Cache-Control"], "no-cache")
        self.assertEqual(self.api.ask("GET", "/assets/none.js").status, 404)
        self.assertEqual(self.api.ask("GET", "/index.html").headers["Location"], "/")
        for path in ("/../run", "/assets/../../run", "/assets/%2e%2e/%2e%2e/run", "/..%2frun", "//etc/passwd",
                     "/assets/..%5c..%5crun", "/%2e%2e/client.py", "/assets/."):
            answer = self.api.ask("GET", path)
            self.assertIn(answer.status, (400, 404), path)
            self.assertNotIn(b"import", answer.body)


class HostileText(ApiTest):
    installation = staticmethod(installation.imported)

    def test_markup_in_published_texts_stays_text(self):
        text = self.api.ask("GET", "/projects/cordis-900000001").body.decode()
        self.assertIn("Learning &lt;b&gt;by&lt;/b&gt; doing &amp; more", text)
        self.assertNotIn("<b>", text)
        self.assertNotIn("<script>alert", text)
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S).group(1)
        self.assertEqual(json.loads(data)["description"], "Hostile </script><script>alert(1)</script> text")
