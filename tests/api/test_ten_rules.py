"""The ten rules of the ecosystem, each with somebody who tries to break it and is refused, or held to what is shown."""
import re
import tempfile
from pathlib import Path

import installation
import test_ecosystem
from client import Client
from test_adoption import LAST_YEAR, PROVIDERS, TOMORROW, AdoptionTest
from test_aims import AIMS, TODAY
from test_framework_writing import VERSIONS, levels_as_texts
from test_innovations import INNOVATIONS, TEXT
from test_mainstreaming import CASES, CONTENT as CASE
from test_pilots import FLOW, OUTCOMES, PILOTS, PROTOCOLS, PilotTest, figures, table
from test_scouting import RISING


# Public answers that hold no figures of many rows: single records with the days and sources of their own, lists of these whose
# totals count what they list, what is told in parts with an origin each (the aims, the potential), and what runs the program.
RECORDS = {"/healthz", "/readyz"} | {"/api/v1/" + name for name in (
    "account", "account/provider", "aims/{state}", "applications", "applications/{code}", "comparison", "completions", "consortium/rules",
    "ecosystem",
    "framework/versions", "framework/versions/{number}", "framework/versions/{number}/changes", "imports", "imports/{run}/rejects",
    "framework/amendments/{id}/supporters", "innovations", "innovations/{id}", "innovations/{id}/panel",
    "hubs", "hubs/{slug}", "hubs/{slug}/calls", "hubs/{slug}/news", "innovations/{id}/potential", "innovations/{id}/supporters", "mainstreaming", "mainstreaming/{id}", "offers/{id}", "openapi.json",
    "organisations/{id}", "organisations/{id}/history", "pilot-power", "pilots/{id}", "projects", "projects/{id}", "projects/{id}/similar", "protocols/{id}",
    "rubrics", "rubrics/{id}")}


class Demonstration:
    """The demonstration ecosystem; what is sent to it here is refused, so that others find it as it was."""
    installation = staticmethod(installation.demonstration_ecosystem)
    member = test_ecosystem.DemonstrationEcosystem.member

    def __init__(self):
        self.api = Client(self.installation().port)

    def get(self, path, parameters=None):
        return self.api.get(path, parameters).json


class TenRules(PilotTest, AdoptionTest):
    installation = staticmethod(lambda: installation.separate("ten rules"))
    _reviewers, _innovation = {}, []  # of this installation

    def setUp(self):
        super().setUp()
        self.demonstration = Demonstration()

    def refused(self, answer, status, code=None, parameter=None, **parts):
        """With the reason that a page can tell: its code and, of its parts, at least these."""
        reason = self.assert_problem(answer, status, parameter).get("reason")
        if code:
            self.assertEqual((reason["code"], {name: reason["parts"][name] for name in parts}), (code, parts))

    def with_data(self, pilot):
        self.did(self.put(self.innovator, pilot, "flow", **FLOW))
        self.did(self.put(self.innovator, pilot, "summaries", summaries=figures()))
        return pilot

    def listed(self, path, name, api=None, **filters):
        return (api or self.api).get(path, filters).json[name]

    def test_1_one_person_is_never_innovator_and_judge(self):
        number = self.propose("Ladders that fold")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        both = self.people.person("ladders@example.org")
        for role, scope in (("reviewer", "north"), ("panel_chair", "north"), ("innovator", "88")):
            self.did(self.people.administrator().send("POST", f"/api/v1/accounts/{both.number}/grants", {"role": role, "scope": scope}))
        self.did(both.send("POST", f"{INNOVATIONS}/{number}/team", {"role": "innovator", "organisation": "88"}))
        self.did(self.innovator.send("POST", f"{INNOVATIONS}/{number}/waiting/{both.number}", {"role": "innovator"}))
        scores = {"scores": ["4", "4", "4", "4"], "declaration": "None."}
        for refused in (self.send(both, number, "assessments", **scores), self.decide(number, "reject", both)):
            self.refused(refused, 403, "not_independent", why=["own_innovation"])
        self.assertEqual((self.view(number, self.chair)["assessments"], self.view(number)["moves"]), ([], []))
        self.did(self.send(self.reviewer(0), number, "assessments", **scores))
        pilot = self.with_data(self.running(self.registered(title="Judged by its own")))
        self.refused(self.act(self.own_evaluator, PILOTS, pilot, "lock_data"), 403, "not_independent", why=["own_organisation"])
        self.did(self.act(self.evaluator, PILOTS, pilot, "lock_data"))
        for judge, work in ((self.reviewer(0), number), (self.evaluator, self.innovation())):
            self.refused(judge.send("POST", f"{INNOVATIONS}/{work}/team", {"role": "innovator"}), 403, "not_independent", why=["has_judged"])

    def test_2_no_pilot_data_before_the_protocol_is_registered_and_earlier_data_are_flagged(self):
        pilot = self.planned(self.drafted(title="Data first"))
        for what, fields in (("flow", FLOW), ("summaries", {"summaries": figures()}), ("learners", {"table": table([])})):
            refused = self.put(self.innovator, pilot, what, **fields)
            self.refused(refused, 422)
            self.assertIn("no data are taken unless it is registered", refused.json["detail"])
        self.refused(self.act(self.innovator, PILOTS, pilot, "recruit"), 422, "still_needed", needs=["registered_protocol"])
        self.assertEqual((self.read(PILOTS, pilot)["flow"], self.read(PILOTS, pilot, self.innovator)["data"]), ([], None))
        # The data are seen, and then another outcome is said to have been meant.
        protocol = self.registered(title="Outcome last")
        pilot = self.with_data(self.running(protocol))
        amended = {**self.read(PROTOCOLS, protocol)["content"], "outcomes": [{**OUTCOMES[0], "timing": "After two years"}]}
        self.did(self.act(self.innovator, PROTOCOLS, protocol, "amend", reasons="A year is short.", **amended))
        for act in ("lock_data", "analyse"):
            self.did(self.act(self.evaluator, PILOTS, pilot, act))
        self.assertEqual([one["is_exploratory"] for one in self.read(PILOTS, pilot)["effects"]], [True])
        self.assertEqual(self.read(PROTOCOLS, protocol)["syntheses"][0]["pilots"], [], "nor is it pooled")

    def test_3_agreed_text_never_changes(self):
        for number, state in (("0.1.0", "agreed"), ("0.2.0", "consultation")):
            before = self.demonstration.get(f"{VERSIONS}/{number}")
            edit = {"revision": before["revision"], "title": "Other", "items": levels_as_texts(before["items"])}
            edit["items"][0]["text"] = "Something else."
            steward, other = [self.demonstration.member(name) for name in ("steward", "administrator")]
            self.refused(steward.send("PUT", f"{VERSIONS}/{number}", edit), 409, "not_in_this_state", state=[state])
            self.refused(other.send("PUT", f"{VERSIONS}/{number}", edit), 403, "role_needed", roles=["framework_steward"])
            self.assertEqual(self.demonstration.get(f"{VERSIONS}/{number}"), before)
        late = {"item": "E1", "before": "", "after": "Other words.", "reason": "Better."}
        self.refused(self.demonstration.member("member").send("POST", f"{VERSIONS}/0.1.0/amendments", late), 409)

    def test_4_every_count_opens_to_its_rows(self):
        get, walked = self.demonstration.get, {}

        def compare(kind, where, counts, rows):
            self.assertEqual(counts, rows, (kind, where))
            walked[kind] = walked.get(kind, 0) + sum(rows)
        for stage in get("/api/v1/pipeline")["stages"]:
            for standing, count in stage["standings"].items():
                rows = get(INNOVATIONS, {"stage": stage["stage"], "standing": standing, "limit": 100})["innovations"]
                compare("board", (stage, standing), [count], [len(rows)])
        for number in (1, 2, 3, 4):
            told = get(f"{INNOVATIONS}/{number}/adoption")
            for part in [told["coverage"], *told["states"]]:
                state = part.get("member_state")
                heard = [row for row in told["records"] + told["replies"] if state in (None, row["provider"]["member_state"])]
                used, heard = {row["id"] for row in heard if row.get("in_use")}, {row["provider"]["id"] for row in heard}
                rows = [used, heard, get(PROVIDERS, {"member_state": state} if state else None)["providers"]]
                self.assertEqual(set(part["rows"]), used)
                compare("adoption", state, [part["using"], part["reporting"], part["in_scope"]], [len(one) for one in rows])
            for year in told["spread"]:
                adopted = [row for row in told["records"] if int(row["adopted"][:4]) <= year["year"]]
                compare("spread", (number, year), [year["adopted"]], [len(adopted)])
        for row in get(AIMS)["states"]:
            rows = [get(PROVIDERS, {"member_state": row["state"]})["providers"], get(f"{AIMS}/{row['state']}/answers")["answers"]]
            compare("states", row, [row["providers_listed"], row["providers_answered"]], [len(one) for one in rows])
            address, known, cursor = f"{AIMS}/{row['state']}/organisations", [], {}
            while cursor is not None:  # page by page
                page = get(address, {"limit": 2, **cursor})
                known += page["organisations"]
                cursor = page["next_cursor"] and {"cursor": page["next_cursor"]}
            compare("catalogue", row, [row["vet_providers_in_catalogue"], page["total"]], [len({one["id"] for one in known}), len(known)])
            for one in known[:3]:
                self.assertEqual((one["name"], row["state"]), tuple(get(f"/api/v1/organisations/{one['id']}")[part] for part in ("name", "country")))
        supported = [(f"{INNOVATIONS}/{one['id']}", one["supporters"]) for one in get(INNOVATIONS, {"limit": 100})["innovations"]]
        supported += [(f"/api/v1/framework/amendments/{one['id']}", one["supporters"]) for version in get(VERSIONS)["versions"]
                      for one in get(f"{VERSIONS}/{version['number']}")["amendments"]]
        for address, count in supported:
            pages = [get(f"{address}/supporters", {"limit": 1, "offset": at}) for at in range(count + 1)]
            rows = [row for page in pages for row in page["supporters"]]
            compare(address.split("/")[3] + " supporters", address, [count, count], [len(rows), pages[0]["total"]])
            self.assertEqual([(row["name"], row["is_you"]) for row in rows], [(None, False)] * count, "no names for visitors")
        view = get(f"{AIMS}/IE")
        for figure, year in [(one["figure"], year) for one in view["contribution"] + view["incidence"] for year in one["years"]]:
            page = get(f"{AIMS}/IE/{figure}/rows", {"year": year["year"], "limit": 1000})
            self.assertEqual(page["value"], year["value"], figure)
            compare("aims", (figure, year), [year["rows"]], [len(page["rows"])])
        counts = [("rising", {"q": "training OR energy", "filter[year]": year["year"]}, year["projects"])
                  for year in get(RISING, {"q": "training OR energy"})["years"]]
        counts += [("coverage", {"filter[year]": row["year"], "filter[coordinator_country]": row["country"]}, row["projects"])
                   for row in get("/api/v1/coverage")["rows"][:30]]
        counts += [("facets", {f"filter[{facet['name']}]": value["value"]}, value["count"])
                   for facet in get("/api/v1/projects")["facets"] for value in facet["values"][:12]]
        for kind, filters, count in counts:
            found = get("/api/v1/projects", {**filters, "facets": "", "limit": 100})
            compare(kind, filters, [count, min(count, 100)], [found["total"], len(found["hits"])])
        self.assertEqual({kind for kind, rows in walked.items() if rows}, {
            "board", "adoption", "spread", "states", "catalogue", "innovations supporters", "framework supporters", "aims", "rising",
            "coverage", "facets"})

    def test_5_missing_is_never_zero(self):
        told = [self.demonstration.get(f"{INNOVATIONS}/{number}/adoption") for number in range(1, 15)]
        unheard = {(one["coverage"]["share"], one["changed"], len(one["spread"])) for one in told if not one["coverage"]["reporting"]}
        self.assertEqual(unheard, {(None, None, 0)})
        unknown = self.demonstration.get(f"{AIMS}/LI")
        values = {year["value"] for series in unknown["contribution"] + unknown["incidence"] for year in series["years"]}
        self.assertEqual((values, unknown["scope"]), ({None}, None))
        # A school that says nothing of its learners is not one without learners.
        officer = self.people.with_role("national_agency_officer", "MT")
        for name, learners in (("Skola A", {"learners": 0}), ("Skola B", {}), ("Skola C", {"learners": None})):
            school = officer.send("POST", PROVIDERS, {"name": name, "member_state": "MT", **learners}).json["id"]
        self.assertEqual([one["learners"] for one in self.listed(PROVIDERS, "providers", member_state="MT")], [0, None, None])
        self.did(officer.send("POST", f"{PROVIDERS}/{school}/answers", {"answered": LAST_YEAR, "source": "survey"}))
        now = {series["figure"]: series["years"][-1] for series in self.listed(f"{AIMS}/MT", "incidence")}
        self.assertEqual((now["innovating_providers"]["value"], now["innovating_providers"]["heard"]), (0, 1))
        self.assertIsNone(now["learners_reached"]["value"], "nobody said how many learners there are")
        # Who cannot judge gives no zero, and the gate says so instead of counting one.
        number = self.propose("Bells for bakers")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        self.assess(number, 2, ["3", "3", "", "3"])
        self.assertEqual(self.view(number, self.chair)["assessments"][0]["scores"], [3, 3, None, 3])
        self.assertIn("not_judged", [one["code"] for one in self.view(number, self.chair)["gate"]["missing"]])
        case = self.innovator.send("POST", CASES, {"innovation": number, "member_state": "MT", **CASE, "cost_at_scale": None}).json["id"]
        self.assertIsNone(self.listed(f"{CASES}/{case}", "cost_at_scale"))

    def test_6_decisions_carry_reasons(self):
        number, other = self.propose("Clocks for cooks"), self.propose("Clamps for joiners")
        self.did(self.send(self.chair, number, "panel", panel="north"))
        protocol = self.registered(title="No reasons")
        case = self.innovator.send("POST", CASES, {"innovation": number, "member_state": "SI", **CASE}).json["id"]
        innovation, api = f"{INNOVATIONS}/{number}", self.demonstration.api
        attempts = [(self.chair, innovation, {"act": "revise"}), (self.chair, innovation, {"act": "merge", "merge_target": other}),
                    (self.innovator, innovation, {"act": "withdraw"}), (self.chair, innovation, {"act": "reject"}),
                    (self.innovator, f"{PILOTS}/{self.running(protocol)}", {"act": "terminate"}),
                    (self.innovator, f"{PROTOCOLS}/{protocol}", {"act": "close"}), (self.innovator, f"{CASES}/{case}", {"act": "close"})]
        for person, address, act in attempts:
            before = self.api.get(address).json
            for reasons in ({}, {"reasons": ""}, {"reasons": " \n\t"}):
                refused = person.send("POST", address + "/moves", {"revision": before["revision"], **act, **reasons})
                self.refused(refused, 422, "still_needed", needs=["reasons"])
            self.assertEqual(self.api.get(address).json, before)
        for person, address, act in attempts[3:]:  # nothing but the reasons was missing
            sent = {"revision": self.listed(address, "revision"), **act, "reasons": "It was weighed."}
            self.did(person.send("POST", address + "/moves", sent))
            self.assertEqual(self.listed(address, "moves")[-1]["reasons"], "It was weighed.")
        applied = [row["code"] for row in self.listed("/api/v1/applications", "rows", api) if row["stage"]]
        addresses = [f"/api/v1/applications/{code}" for code in applied]
        addresses += [f"{path}/{row['id']}" for path, name in ((INNOVATIONS, "innovations"), (CASES, "cases"))
                      for row in self.listed(path, name, api, limit=100)]
        told = {}
        for address in addresses:
            for move in self.listed(address, "moves", api):
                told.setdefault((address.split("/")[3], move["act"]), []).append(move["reasons"].strip())
        carry_out = {("mainstreaming", act) for act in ("submit", "consider")}
        carry_out |= {("applications", act) for act in ("legislate", "pilot", "implement")}
        decided = [one for act, reasons in told.items() if act not in carry_out for one in reasons]
        self.assertTrue(len(decided) > 50 and all(decided), told)
        self.assertTrue({("mainstreaming", "enact"), ("applications", "approve"), ("applications", "complete")} <= set(told), told)

    def test_7_a_negative_result_is_as_findable_as_a_positive_one(self):
        good, bad = self.propose("Kites for roofers"), self.propose("Kites for sailors")
        self.did(self.send(self.chair, bad, "panel", panel="north"))
        self.did(self.decide(bad, "reject"))
        # Its team would rather have it forgotten.
        self.refused(self.innovator.send("PUT", f"{INNOVATIONS}/{bad}", {**TEXT, "revision": self.view(bad)["revision"]}), 409)
        self.refused(self.decide(bad, "withdraw", self.innovator), 409, "no_such_act")
        for filters in ({"limit": 100}, {"q": "kites"}, {"stage": "identified"}, {"state": "PT"}, {"item": "E7"}):
            found = {one["id"]: set(one) for one in self.listed(INNOVATIONS, "innovations", **{"limit": 100, **filters})}
            self.assertEqual(found[good], found[bad], filters)
        for filters in ({"standing": "stopped"}, {"decided": "reject"}):
            self.assertEqual([one["id"] for one in self.listed(INNOVATIONS, "innovations", q="kites", **filters)], [bad])
        for part in ("", "/evidence", "/adoption", "/panel"):
            self.assertEqual(*[set(self.api.get(f"{INNOVATIONS}/{number}{part}").json) for number in (good, bad)])
        protocol = self.registered(title="One helps, one harms")
        helps = self.reported(protocol, "Escola 1", "PT", self.innovator, figures(110))
        harms = self.reported(protocol, "Scoala 2", "RO", self.second_lead, figures(90))
        self.refused(self.act(self.second_lead, PILOTS, harms, "terminate", reasons="It looks bad."), 409, "no_such_act")
        self.refused(self.put(self.second_lead, harms, "summaries", summaries=figures(110)), 409)
        [better, worse] = [self.listed(f"{PILOTS}/{number}", "effects")[0] for number in (helps, harms)]
        self.assertTrue(better["interval"][0] > 0 > worse["interval"][1], (better, worse))
        self.assertEqual((set(better), set(self.read(PILOTS, helps))), (set(worse), set(self.read(PILOTS, harms))))
        told = self.read(PROTOCOLS, protocol)
        for lines, name in ((told["pilots"], "id"), (told["syntheses"][0]["pilots"], "pilot")):
            self.assertEqual({line[name]: set(line) for line in lines}, {helps: set(lines[0]), harms: set(lines[0])})
        count = self.listed(f"{INNOVATIONS}/{self.innovation()}/evidence", "reported_pilots")
        self.assertTrue(count["better"] and count["worse"], count)

    def addresses(self, api):
        return [address for _, address in self.templates(api)]

    def templates(self, api):
        """Of all that is read with an id at most, with an address for each id that is there."""
        lists = ((INNOVATIONS, "innovations", "id"), (CASES, "cases", "id"), (VERSIONS, "versions", "number"), (AIMS, "states", "state"),
                 *((f"/api/v1/{name}", rows, key) for name, rows, key in (
                     ("projects", "hits", "id"), ("rubrics", "rubrics", "id"), ("applications", "rows", "code"))))
        ids = {path.split("/")[3]: [one[field] for one in self.listed(path, name, api)] for path, name, field in lists}
        ids["organisations"] = [one["coordinator"]["id"] for one in self.listed("/api/v1/projects", "hits", api)]
        for template, item in api.description["paths"].items():
            needed = [one for one in item.get("get", {}).get("parameters", []) if one.get("required")]
            if "get" in item and len(needed) <= template.count("{") <= 1:
                for one in ids.get(template.split("/")[3], [1, 2]) if needed else [""]:
                    yield template, re.sub(r"{\w+}", str(one), template)

    def test_8_personal_contact_data_are_given_to_nobody(self):
        self.running(self.registered(title="Who asks for mail"))
        administrator, *there = map(self.demonstration.member, ("administrator", "innovator-cets", "representative-ro", "organisation"))
        here = [self.member, self.people.with_role("member_state_representative", "RO")]
        for api, administrator, people in ((self.demonstration.api, administrator, there), (self.api, self.people.administrator(), here)):
            # The list that only administrators have: where one looks for addresses in vain, they could be found.
            everybody = {one["person"]: one["mail"] for one in administrator.get("/api/v1/accounts").json["accounts"] if one["mail"]}
            self.assertGreater(len(everybody), 5)
            for person in [None] + people:
                headers = {"Cookie": person.cookie} if person else {}
                answers = {address: api.get(address, headers=headers) for address in self.addresses(api)}
                self.assertGreater(len([answer for answer in answers.values() if answer.status == 200]), 40)
                for address, answer in answers.items():
                    told = (answer.body.decode() + str(answer.headers)).lower()
                    own = person and address.startswith("/api/v1/account") and person.number
                    self.assertEqual([one for one, mail in everybody.items() if mail.lower() in told and one != own], [], address)
                self.assert_problem(api.get("/api/v1/accounts", headers=headers), 403 if person else 401)

    def test_9_each_public_figure_carries_date_source_and_coverage(self):
        get = self.demonstration.get
        years = [year for state in ("CY", "FI", "IE", "PT", "RO") for view in [get(f"{AIMS}/{state}")]
                 for series in view["contribution"] + view["incidence"] for year in series["years"]]
        self.assertGreater(len([year for year in years if year["value"]]), 100)
        for year in years:
            self.assertEqual((year["as_of"], bool(year["source"].strip())), (min(str(TODAY), f"{year['year']}-12-31"), True))
            self.assertTrue(year["value"] is None or year["heard"] > 0, f"{year}: of nobody who was heard")
        adoptions = [get(f"{INNOVATIONS}/{number}/adoption") for number in (1, 2, 4)]
        for told in adoptions + [get(RISING)]:
            self.assertEqual((told["as_of"], bool(told["source"].strip())), (str(TODAY), True))
        for told in adoptions:
            covered = [part["using"] <= part["reporting"] <= part["in_scope"] for part in [told["coverage"], *told["states"]]]
            sources = [row["source"].strip() for row in told["records"] + told["replies"]]
            self.assertTrue(len(sources) > 3 and all(covered + sources), told)
        # Whoever reads any public address finds figures with their origin, or records that each have their own.
        of_figures, of_records = set(), set()
        for template, address in self.templates(self.demonstration.api):
            answer = self.demonstration.api.get(address)
            if answer.status != 200 or "json" not in answer.headers.get("content-type", ""):
                continue
            if {"as_of", "source"} <= set(answer.json):
                day, told = answer.json["as_of"], answer.json["source"].strip()
                self.assertTrue(day == str(TODAY) and len(told) > 10, (address, day, told))
                of_figures.add(template)
            else:
                of_records.add(template)
        self.assertEqual(of_records - RECORDS, set(), "an address with figures, or one to name among the records")
        self.assertEqual(of_figures, {"/api/v1/" + name for name in (
            "aims", "aims/{state}/answers", "aims/{state}/organisations", "coverage", "innovations/{id}/adoption", "innovations/{id}/evidence", "network", "offers", "organisations/{id}/contact", "pipeline",
            "providers", "rubrics/{id}/ranking", "scouting/rising")})
        # Somebody brings figures that nobody can trace, or of a day to come.
        number, school = self.propose("Wheels for walkers"), self.provider("Escola das Rodas")
        told = lambda: (self.adoption(number), self.listed(f"{AIMS}/PT/answers", "answers"), self.listed(f"{AIMS}/PT", "scope"))
        before = told()
        adoption, of_it = f"{INNOVATIONS}/{number}/adoption", {"provider": school}
        for path, day, field, body in ((f"{PROVIDERS}/{school}/answers", "answered", "answered", {}), (adoption, "adopted", None, of_it),
                                       (adoption + "/replies", "day", "day", of_it), (f"{AIMS}/PT/scope", "day", "day", {"providers": 9})):
            sent = {day: LAST_YEAR, **body}
            self.refused(self.portugal.send("POST", path, {**sent, "source": " "}), 400, parameter="source")
            self.refused(self.portugal.send("POST", path, {**sent, "source": "survey", day: TOMORROW}), 400, parameter=field)
        self.assertEqual(told(), before)

    def test_10_everything_can_be_exported_and_restored(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = Path(folder) / "first", Path(folder) / "second"
            self.assertEqual(self.demonstration.installation().run("export", "all", str(first))[0], 0)
            copy = installation.Installation(["restore", str(first)], ["export", "all", str(second)])
            self.addCleanup(copy.stop)
            content = {path.name: path.read_bytes() for path in first.iterdir()}
            self.assertGreater(len(content), 50)
            self.assertEqual({path.name: path.read_bytes() for path in second.iterdir()}, content)
            api, restored = self.demonstration.api, Client(copy.port)
            same = [address for address in self.addresses(api) if address.startswith("/api/") and "/account" not in address]
            here, there = [{address: (one.get(address).status, one.get(address).body) for address in same} for one in (api, restored)]
            self.assertGreater(len([status for status, _ in here.values() if status == 200]), 60)
            self.assertEqual(there, here)
            # Somebody makes the export say what was never decided.
            moves = first / "innovation_moves.csv"
            self.assertIn(b"reject", content[moves.name])
            moves.write_bytes(content[moves.name].replace(b"reject", b"revise"))
            code, _, complaint = copy.run("restore", str(first), "--replace")
            self.assertEqual((code, moves.name in complaint), (1, True), complaint)
            self.assertEqual(restored.get(INNOVATIONS).body, here[INNOVATIONS][1])
