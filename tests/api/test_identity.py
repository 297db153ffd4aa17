"""Who is who among organisations: merges, splits and their undo, and what an import makes of them."""
import csv
import json
import subprocess
import tempfile
from pathlib import Path

import installation
from client import ApiTest
from people import People

MERGES, APART, SPLITS, DECISIONS, DOUBTS = (
    "/api/v1/organisation-" + name for name in ("merges", "separations", "splits", "decisions", "doubts"))
COLUMNS = {
    "project": ["id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "legalBasis", "topics",
                "ecSignatureDate", "frameworkProgramme", "masterCall", "subCall", "fundingScheme", "nature", "objective",
                "contentUpdateDate", "rcn", "grantDoi"],
    "organization": ["projectID", "projectAcronym", "organisationID", "vatNumber", "name", "shortName", "activityType", "street",
                     "postCode", "city", "country", "organizationURL", "order", "role"],
}
AVEIRO = dict(name="UNIVERSIDADE DE AVEIRO", street="CAMPUS DE SANTIAGO 1", postCode="3810 193", city="AVEIRO", country="PT",
              organizationURL="http://www.ua.pt", activityType="HES")
ROWS = [
    dict(AVEIRO, projectID="910000001", organisationID="999900001", vatNumber="PT501461108", role="coordinator"),
    dict(AVEIRO, projectID="910000002", organisationID="", vatNumber="", name="Universidade de Aveiro, Lda", role="participant"),
    dict(AVEIRO, projectID="910000002", organisationID="999900002", vatNumber="", name="Escola Profissional de Gaia", city="GAIA",
         street="RUA NOVA 7", postCode="4400 001", organizationURL="http://www.epg.example.pt", role="coordinator"),
    # One PIC under two names: an import makes one organisation of them.
    dict(AVEIRO, projectID="910000001", organisationID="999900003", vatNumber="", name="Stichting Noord", city="GRONINGEN", country="NL",
         street="KADE 1", postCode="9711", organizationURL="", role="participant"),
    dict(AVEIRO, projectID="910000003", organisationID="999900003", vatNumber="", name="Noord College", city="GRONINGEN", country="NL",
         street="KADE 1", postCode="9711", organizationURL="", role="coordinator"),
    dict(AVEIRO, projectID="910000004", organisationID="", vatNumber="", name="Stichting Noord", city="GRONINGEN", country="NL",
         street="KADE 1", postCode="9711", organizationURL="", role="coordinator"),
]


def write_files(folder, rows, update="2024-01-01 10:00:00"):
    projects = [dict(id=number, acronym="P" + number[-1], title="Project " + number, startDate=f"202{number[-1]}-01-01",
                     endDate="2029-12-31", frameworkProgramme="HORIZON", contentUpdateDate=update)
                for number in sorted({row["projectID"] for row in rows})]
    for name, lines in (("project", projects), ("organization", [dict(row, order=str(at)) for at, row in enumerate(rows, 1)])):
        with open(Path(folder) / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS[name], delimiter=";", quoting=csv.QUOTE_ALL)
            writer.writeheader()
            writer.writerows(lines)


def catalogue():
    if "identity" not in installation._running:
        folder = tempfile.mkdtemp(prefix="tributary-identity-")
        write_files(folder, ROWS)
        installation._running["identity"] = installation.Installation(["import", folder, "--resolve"])
        installation._running["identity"].files = folder
    return installation._running["identity"]


class Identity(ApiTest):
    installation = staticmethod(catalogue)

    def setUp(self):
        super().setUp()
        self.curator = People.of(self).with_role("data_curator")

    def slug(self, project, name):
        participations = self.api.get(f"/api/v1/projects/cordis-{project}").json["participations"]
        return next(one["organisation_id"] for one in participations if one["name"] == name)

    def organisation(self, address):
        answer = self.api.get(f"/api/v1/organisations/{address}")
        if answer.status == 308:
            answer = self.api.get(answer.headers["Location"])
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def everything(self):
        """All whole answers that speak of organisations."""
        return [self.api.get(f"/api/v1/projects/cordis-91000000{at}").json for at in (1, 2, 3, 4)] + [
            self.organisation(self.slug(row["projectID"], row["name"])) for row in ROWS]

    def decide(self, path, status=201, person=None, **body):
        answer = (person or self.curator).send("POST", path, body)
        self.assertEqual(answer.status, status, answer.body)
        return answer.json

    def undo(self, number, status=201):
        return self.decide(f"{DECISIONS}/{number}/undo", status, reason="It was wrong.")

    def doubts(self):
        answer = self.api.get(DOUBTS, {"country": "PT"}, {"Cookie": self.curator.cookie})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json

    def import_again(self, rows=ROWS, update="2024-01-01 10:00:00"):
        write_files(self.installation().files, rows, update)
        code, printed, complaint = self.installation().run("import", self.installation().files, "--resolve")
        self.assertEqual(code, 0, printed + complaint)

    def test_what_differs_by_its_legal_form_alone_is_merged_by_the_program(self):
        whole = self.organisation(self.slug("910000001", "UNIVERSIDADE DE AVEIRO"))
        self.assertEqual(self.slug("910000002", "Universidade de Aveiro, Lda"), whole["id"])
        self.assertEqual([part["name"] for part in whole["parts"]], ["Universidade de Aveiro, Lda"])
        self.assertIn("Universidade de Aveiro, Lda", whole["aliases"])
        self.assertEqual(whole["project_count"], 2)
        told = self.api.get(f"/api/v1/organisations/{whole['id']}/history").json["decisions"]
        first = told[-1]
        self.assertEqual((first["kind"], first["author"], first["other"]["name"]), ("merge", "program", whole["name"]))
        self.assertGreaterEqual(first["score"], 0.99)
        self.assertIn("same_words", first["reasons_for"])
        answer = self.api.get(f"/api/v1/organisations/{whole['parts'][0]['id']}")
        self.assertEqual((answer.status, answer.headers["Location"]), (308, "/api/v1/organisations/" + whole["id"]))

    def test_an_import_compares_nothing_unasked(self):
        with tempfile.TemporaryDirectory(prefix="tributary-unasked-") as folder:
            arguments = ["import", self.installation().files, "--data-dir", folder, "--json"]
            done = subprocess.run([installation.PROGRAM, *arguments], capture_output=True, text=True, timeout=300)
            report = json.loads(done.stdout)
        self.assertGreater(report["new"], 0)
        self.assertEqual(set(report["organisations"].values()), {0})

    def test_a_merge_by_hand_holds_through_imports_and_is_undone_exactly(self):
        before = self.everything()
        keep, merge = self.slug("910000001", "UNIVERSIDADE DE AVEIRO"), self.slug("910000002", "Escola Profissional de Gaia")
        number = self.decide(MERGES, keep=keep, merge=merge, reason="It became a faculty.")["decision"]
        whole = self.organisation(merge)
        self.assertEqual(whole["id"], keep)
        self.assertEqual(whole["project_count"], 2)
        self.assertIn("999900002", [part["pic"] for part in whole["parts"]])
        self.assertEqual(self.slug("910000002", "Escola Profissional de Gaia"), keep)
        page = self.api.ask("GET", f"/organisations/{merge}")
        self.assertEqual((page.status, page.headers["Location"]), (308, f"/organisations/{keep}"))
        self.decide(MERGES, 409, keep=keep, merge=merge, reason="Again.")
        merged = self.everything()
        self.import_again()
        self.assertEqual(self.everything(), merged)
        newest = self.api.get(f"/api/v1/organisations/{keep}/history").json["decisions"][0]
        self.assertEqual((newest["author"], newest["reason"], newest["person"]), ("curator", "It became a faculty.", ""))
        named = self.curator.get(f"/api/v1/organisations/{keep}/history").json["decisions"][0]
        self.assertEqual(named["person"], "Μαρία")
        undone = self.undo(number)["decision"]
        self.assertEqual(self.everything(), before)
        self.undo(number, 409)
        told = self.api.get(f"/api/v1/organisations/{keep}/history").json["decisions"]
        self.assertEqual((told[0]["number"], told[0]["undoes"], told[1]["undone_by"]), (undone, number, undone))
        code, printed, _ = self.installation().run("audit", "list", "--json")
        self.assertEqual(code, 0)
        for action in ("organisation.resolve", "organisation.merge", "organisation.undo"):
            self.assertIn(action, printed)

    def test_a_split_holds_through_imports_and_is_undone_exactly(self):
        before = self.everything()
        north = self.slug("910000003", "Noord College")
        self.assertEqual(self.slug("910000001", "Stichting Noord"), north)
        refused = self.curator.send("POST", SPLITS, {"organisation": north, "spellings": ["Nobody"], "reason": "No."})
        self.assert_problem(refused, 400, "spellings")
        # Only the record without a PIC goes by its name alone.
        split = self.decide(SPLITS, organisation=north, spellings=["STICHTING NOORD"], reason="The owner is another.")
        self.assertEqual(split["participations"], 1)
        self.assertEqual(self.slug("910000004", "Stichting Noord"), split["made"])
        self.assertEqual(self.slug("910000003", "Noord College"), north)
        self.assertEqual(self.organisation(split["made"])["project_count"], 1)
        parted = self.everything()
        self.import_again(update="2025-01-01 10:00:00")
        self.assertEqual(self.slug("910000004", "Stichting Noord"), split["made"])
        self.import_again()
        self.assertEqual([one["name"] for one in self.everything()[4:]], [one["name"] for one in parted[4:]])
        self.undo(split["decision"])
        self.assertEqual(self.slug("910000004", "Stichting Noord"), self.slug("910000003", "Noord College"))
        self.assertEqual([one["project_count"] for one in self.everything()[4:]], [one["project_count"] for one in before[4:]])
        answer = self.api.get(f"/api/v1/organisations/{split['made']}")
        self.assertEqual((answer.status, answer.headers["Location"]), (308, f"/api/v1/organisations/{self.slug('910000003', 'Noord College')}"))

    def test_spellings_of_a_part_are_split_off_the_whole(self):
        before = self.everything()
        keep, north = self.slug("910000001", "UNIVERSIDADE DE AVEIRO"), self.slug("910000003", "Noord College")
        merge = self.decide(MERGES, keep=keep, merge=north, reason="One owner.")["decision"]
        split = self.decide(SPLITS, organisation=keep, spellings=["STICHTING NOORD"], reason="The owner is another.")
        self.assertEqual(split["participations"], 1)
        self.assertEqual(self.slug("910000004", "Stichting Noord"), split["made"])
        self.assertEqual(self.slug("910000003", "Noord College"), keep, "the rest of the part stays in the whole")
        told = self.api.get(f"/api/v1/organisations/{keep}/history").json["decisions"]
        self.assertEqual([one["kind"] for one in told[:2]], ["split", "merge"])
        # All of a part is no split of it: its merge is to be undone.
        refused = self.curator.send("POST", SPLITS, {"organisation": keep, "pics": ["999900003"], "spellings": ["Noord College"], "reason": "x"})
        self.assertIn("undo that merge", self.assert_problem(refused, 400, "spellings")["detail"])
        self.undo(split["decision"])
        self.undo(merge)
        after = self.everything()
        self.assertEqual([one["project_count"] for one in after[4:]], [one["project_count"] for one in before[4:]])

    def test_splits_within_splits_are_undone_in_any_order(self):
        place = dict(AVEIRO, street="LARGO 3", postCode="4700", city="BRAGA", organizationURL="", vatNumber="", role="coordinator")
        named = [("910000011", "999900020", "Oficina Um"), ("910000012", "999900020", "Oficina Dois"), ("910000013", "999900020", "Oficina Tres"),
                 ("910000014", "", "Oficina Dois"), ("910000015", "", "Oficina Tres")]
        self.import_again(ROWS + [dict(place, projectID=project, organisationID=pic, name=name) for project, pic, name in named])
        whole = self.slug("910000011", "Oficina Um")
        number = lambda address: address.split("-")[0]  # names in addresses follow the newest record
        holders = lambda: [number(self.slug(project, name)) for project, _, name in named]
        self.assertEqual(set(holders()), {number(whole)})
        before = self.organisation(whole)
        split = lambda organisation, *spellings: self.decide(SPLITS, organisation=organisation, spellings=spellings, reason="Another one.")
        for outer_first in (True, False):
            outer = split(whole, "Oficina Dois", "Oficina Tres")
            inner = split(outer["made"], "Oficina Tres")
            all_three = [number(address) for address in (whole, outer["made"], inner["made"])]
            self.assertEqual(holders(), all_three[:1] * 3 + all_three[1:])
            self.undo((outer if outer_first else inner)["decision"])
            self.assertEqual(holders()[3:], [all_three[0], all_three[2]] if outer_first else [all_three[1]] * 2)
            self.undo((inner if outer_first else outer)["decision"])
            self.assertEqual(self.organisation(whole), before)
            for made in (outer["made"], inner["made"]):
                answer = self.api.get(f"/api/v1/organisations/{made}")
                self.assertEqual((answer.status, answer.headers["Location"]), (308, "/api/v1/organisations/" + whole))

    def test_under_one_vat_number_names_that_contradict_are_asked_about(self):
        place = dict(AVEIRO, street="CAIS 9", postCode="4050", city="PORTO", organizationURL="", organisationID="", role="coordinator")
        named = [("910000021", "PT509998887", "Conservatorio do Porto"), ("910000022", "509 998 887", "PORTO CONSERVATORIO, SA"),
                 ("910000023", "PT509998887", "Museu do Vinho")]
        rows = ROWS + [dict(place, projectID=project, vatNumber=vat, name=name) for project, vat, name in named]
        rows[-1]["street"], rows[-1]["postCode"] = "RUA ALTA 1", "4000"
        self.import_again(rows)
        conservatory, other_spelling, museum = (self.slug(project, name) for project, _, name in named)
        self.assertEqual(other_spelling, conservatory)
        self.assertNotEqual(museum, conservatory)
        pair = next(one for one in self.doubts()["pairs"] if museum in (one["one"]["id"], one["other"]["id"]))
        self.assertIn("same_vat", pair["reasons_for"])
        # A spelling goes without the number, with those that are alike.
        split = self.decide(SPLITS, organisation=museum, spellings=["MUSEU DO VINHO"], reason="x", status=400)
        self.assertIn("Nothing of the organisation would stay", split["detail"])
        self.decide(MERGES, keep=conservatory, merge=museum, reason="One foundation.")
        self.assertEqual(self.organisation(museum)["id"], conservatory)

    def test_a_pair_that_was_parted_by_an_undo_is_not_asked_about_again(self):
        twin = dict(ROWS[2], projectID="910000006", organisationID="999900010", name="Escola Profissional de Gaia, Lda")
        self.import_again(ROWS + [twin])
        sides = next([pair["one"]["id"], pair["other"]["id"]] for pair in self.doubts()["pairs"]
                     if "999900010" in (pair["one"]["pic"], pair["other"]["pic"]))
        self.undo(self.decide(MERGES, keep=sides[0], merge=sides[1], reason="One.")["decision"])
        self.import_again(ROWS + [dict(twin, street="RUA NOVA 11")], "2026-02-01 10:00:00")
        self.assertNotIn(sides, [[pair["one"]["id"], pair["other"]["id"]] for pair in self.doubts()["pairs"]])

    def test_without_the_right_nothing_is_decided_or_listed(self):
        member = People.of(self).person("member@example.org")
        keep, merge = self.slug("910000001", "UNIVERSIDADE DE AVEIRO"), self.slug("910000002", "Escola Profissional de Gaia")
        self.assert_problem(self.api.get(DOUBTS), 401)
        self.assert_problem(member.get(DOUBTS), 403)
        for path, body in ((MERGES, {"keep": keep, "merge": merge}), (APART, {"one": keep, "other": merge}),
                           (SPLITS, {"organisation": keep, "spellings": ["x"]}), (f"{DECISIONS}/1/undo", {})):
            self.assert_problem(member.send("POST", path, {**body, "reason": "Because."}), 403)
            self.assert_problem(self.curator.send("POST", path, {**body, "reason": " "}), 400, "reason")
        self.assert_problem(self.curator.send("POST", MERGES, {"keep": "0", "merge": merge, "reason": "x"}), 400, "keep")
        self.assert_problem(self.curator.send("POST", f"{DECISIONS}/100000/undo", {"reason": "x"}), 404)
        self.assertEqual(self.organisation(merge)["id"], merge)

    def test_a_doubtful_pair_is_asked_about_until_it_is_kept_apart(self):
        # Registered twice: the same in all but its PIC.
        twin = dict(ROWS[2], projectID="910000005", organisationID="999900009", name="Escola Profissional de Gaia, SA")
        self.import_again(ROWS + [twin])
        pairs = self.doubts()["pairs"]
        pair = next(one for one in pairs if "999900009" in (one["one"]["pic"], one["other"]["pic"]))
        self.assertIn("same_words", pair["reasons_for"])
        sides = [pair[side]["id"] for side in ("one", "other")]
        for_now = self.decide(APART, one=sides[0], other=sides[1], reason="Two schools.")["decision"]
        self.assertNotIn(pair, self.doubts()["pairs"])
        self.undo(for_now)
        self.assertIn(pair, self.doubts()["pairs"], "asked about again, as before")
        self.undo(for_now, 409)
        told = self.api.get(f"/api/v1/organisations/{sides[0]}/history").json["decisions"]
        self.assertEqual([(one["kind"], one["undoes"]) for one in told[:2]], [("undo", for_now), ("keep_apart", None)])
        self.decide(APART, one=sides[0], other=sides[1], reason="Two schools.")
        self.import_again(ROWS + [dict(twin, street="RUA NOVA 9")], "2026-01-01 10:00:00")
        left = self.doubts()
        self.assertNotIn(sides, [[one["one"]["id"], one["other"]["id"]] for one in left["pairs"]])
        number = self.decide(MERGES, keep=sides[0], merge=sides[1], reason="One after all.")["decision"]
        self.assertEqual(self.organisation(sides[1])["id"], sides[0])
        self.undo(number)
        self.assertEqual(self.organisation(sides[1])["id"], sides[1])
