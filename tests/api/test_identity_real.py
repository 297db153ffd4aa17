"""Who is who in real records: participations in Horizon Europe as CORDIS published them, of six countries.

Where CORDIS has two registrations under one VAT number, one of them loses its PIC and its VAT number here, so that names and
addresses alone can tell. Needs ../shared/data beside the project.
"""
import csv
import hashlib
import json
import lzma
import tempfile
from collections import defaultdict
from pathlib import Path

import installation
from client import ApiTest
from people import People

PUBLISHED = Path(__file__).resolve().parents[3] / "shared/data/cordis/horizon-europe/organization.csv.xz"
COUNTRIES = {"CZ", "FI", "HR", "MT", "PT", "UK"}
# One organisation each, by their own pages; the second is without numbers here.
ONE = {
    "Charles University": "UNIVERZITA KARLOVA",
    "University of Malta": "UNIVERSITA TA MALTA",
    "University of Nottingham": "THE UNIVERSITY OF NOTTINGHAM",
    "Queen's University Belfast": "THE QUEEN'S UNIVERSITY OF BELFAST",
    "Zadarska Zupanija": "Zadar County",
}
# Registered twice, which CORDIS shows as it is.
REGISTERED_TWICE = {
    "J. Heyrovský Institute of Physical Chemistry of the CAS": "USTAV FYZIKALNI CHEMIE J. HEYROVSKEHO AV CR, v. v. i.",
    "Astronomical Institute of the Academy of Sciences of the Czech Republic": "ASTRONOMICKY USTAV AV CR",
}
# Its records of every second project are without numbers too: an import finds it by its name.
SPELLED = "UNIVERSIDADE DE AVEIRO"
MERGES, SPLITS, DECISIONS, DOUBTS = ("/api/v1/organisation-" + name for name in ("merges", "splits", "decisions", "doubts"))


def published_rows():
    """With what is taken from them, by country; and the PIC of each organisation."""
    with lzma.open(PUBLISHED, "rt", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        rows = [row for row in reader if row["country"] in COUNTRIES]
    pic_of = {row["name"]: row["organisationID"] for row in rows}
    for row in rows:
        is_half = row["name"] == SPELLED and int(row["projectID"]) % 2 == 1
        if row["name"] in ONE or is_half:
            row["organisationID"] = row["vatNumber"] = ""
    return reader.fieldnames, rows, pic_of


class OnRealRecords(ApiTest):
    @staticmethod
    def installation():
        running = installation._running
        if "real identity" not in running:
            fields, rows, OnRealRecords.pic_of = published_rows()
            with tempfile.TemporaryDirectory(prefix="tributary-real-") as folder:
                with open(Path(folder) / "organization.csv", "w", newline="", encoding="utf-8") as file:
                    writer = csv.DictWriter(file, fields, delimiter=";", quoting=csv.QUOTE_ALL)
                    writer.writeheader()
                    writer.writerows(rows)
                running["real identity"] = installation.Installation(["import", folder, "--resolve"])
            OnRealRecords.projects_of = defaultdict(set)
            for row in rows:
                OnRealRecords.projects_of[row["name"]].add(row["projectID"])
        return running["real identity"]

    def setUp(self):
        if not PUBLISHED.exists():
            print("\nskipped: merges, splits and their undo on real records: no ../shared/data")
            self.skipTest("no ../shared/data")
        super().setUp()
        self.curator = People.of(self).with_role("data_curator")

    # -- what is there

    def address(self, name):
        """Of whom the newest of its projects names so; by now, after all merges."""
        project = max(self.projects_of[name])
        found = self.api.get(f"/api/v1/projects/cordis-{project}").json["participations"]
        return next(one["organisation_id"] for one in found if one["name"] == name)

    def organisation(self, address):
        answer = self.api.get(f"/api/v1/organisations/{address}")
        return (answer.status, answer.headers.get("Location"), answer.json if answer.status == 200 else None)

    def printed(self, *arguments):
        code, printed, complaint = self.installation().run(*arguments)
        self.assertEqual(code, 0, complaint)
        return printed

    def index_files(self):
        folder = Path(self.installation().folder)
        files = sorted(file for file in folder.glob("index/**/*") if file.is_file())
        self.assertTrue(files)
        return [(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]

    def everything(self, addresses, names):
        """The pages of these organisations and of all their projects, what searches find of them, and the index as it is."""
        projects = sorted(set().union(*(self.projects_of[name] for name in names)))
        found = []
        for name in names:
            answer = self.api.get("/api/v1/projects", {"q": f'organisation:"{name}"', "limit": 100, "facets": "country"}).json
            found.append((answer["total"], sorted(hit["id"] for hit in answer["hits"]), answer["facets"]))
        return {"pages": [self.organisation(address) for address in addresses],
                "projects": [self.api.get(f"/api/v1/projects/cordis-{project}").json for project in projects],
                "found": found, "index": self.index_files()}

    def proposals(self):
        pairs, offset = [], 0
        while True:
            page = self.api.get(DOUBTS, {"limit": 100, "offset": offset}, {"Cookie": self.curator.cookie}).json
            pairs += page["pairs"]
            offset += 100
            if offset >= page["total"]:
                return pairs

    def decide(self, path, **body):
        answer = self.curator.send("POST", path, body)
        self.assertEqual(answer.status, 201, answer.body)
        return answer.json

    def test_pairs_are_found_and_their_merges_undone_exactly_by_command_and_over_the_api(self):
        asked = {frozenset((pair["one"]["name"], pair["other"]["name"])) for pair in self.proposals()}
        for at, (spelling, name) in enumerate({**ONE, **REGISTERED_TWICE}.items()):
            with self.subTest(spelling):
                part, whole = self.address(spelling), self.address(name)
                self.assertNotEqual(part == whole, frozenset((spelling, name)) in asked, "either the program merged them or a curator is asked")
                if part == whole:
                    number = self.api.get(f"/api/v1/organisations/{whole}/history").json["decisions"][0]["number"]
                    self.undo(at, number)
                    part = self.address(spelling)
                before, digest = self.everything((part, whole), (spelling, name)), self.printed("digest")
                counts = [page[2]["project_count"] for page in before["pages"]]
                number = self.merge(at, part, whole)
                self.assertEqual(self.organisation(part)[:2], (308, f"/api/v1/organisations/{whole}"))
                merged = self.organisation(whole)[2]
                self.assertEqual(merged["project_count"], len(self.projects_of[spelling] | self.projects_of[name]))
                self.assertLessEqual(max(counts), merged["project_count"])
                self.assertIn(spelling, merged["aliases"] + [merged["name"]])
                self.assertEqual(self.address(spelling), whole)
                self.assertNotEqual(self.printed("digest"), digest)
                self.undo(1 - at % 2, number)
                self.assertEqual(self.everything((part, whole), (spelling, name)), before)
                self.assertEqual(self.printed("digest"), digest, "of all tables of the catalogue")
                pairs = [{pair["one"]["id"], pair["other"]["id"]} for pair in self.proposals()]
                self.assertNotIn({part, whole}, pairs, "nobody is asked again")

    def test_a_split_is_undone_and_the_address_that_it_made_leads_back(self):
        whole = self.address(SPELLED)
        projects = self.projects_of[SPELLED]
        self.assertEqual(self.organisation(whole)[2]["project_count"], len(projects), "its name brought all together")
        before = self.everything([whole], [SPELLED])
        hidden = {project for project in projects if int(project) % 2 == 1}
        self.assertTrue(0 < len(hidden) < len(projects))
        for way in (0, 1):
            split = self.split(way, whole)
            self.assertEqual(split["participations"], len(hidden))
            for project in sorted(projects):
                found = self.api.get(f"/api/v1/projects/cordis-{project}").json["participations"]
                holder = next(one["organisation_id"] for one in found if one["name"] == SPELLED)
                self.assertEqual(holder, split["made"] if project in hidden else whole, project)
            self.assertEqual(self.organisation(split["made"])[2]["project_count"], len(hidden))
            self.assertEqual(self.organisation(whole)[2]["pic"], self.pic_of[SPELLED])
            self.assertEqual(self.organisation(split["made"])[2]["pic"], "")
            self.undo(1 - way, split["decision"])
            self.assertEqual(self.everything([whole], [SPELLED]), before)
            self.assertEqual(self.organisation(split["made"])[:2], (308, f"/api/v1/organisations/{whole}"))

    # -- one way or the other

    def merge(self, way, part, whole):
        if way % 2:
            return self.decide(MERGES, merge=part, keep=whole, reason="One organisation.")["decision"]
        return json.loads(self.printed("organisations", "merge", whole, part, "--reason", "One organisation.", "--json"))["decision"]

    def split(self, way, whole):
        if way % 2:
            return self.decide(SPLITS, organisation=whole, spellings=[SPELLED], reason="Another one.")
        return json.loads(self.printed("organisations", "split", whole, "--spelling", SPELLED, "--reason", "Another one.", "--json"))

    def undo(self, way, number):
        if way % 2:
            return self.decide(f"{DECISIONS}/{number}/undo", reason="It was wrong.")["decision"]
        return self.printed("organisations", "undo", str(number), "--reason", "It was wrong.")
