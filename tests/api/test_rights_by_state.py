"""One table of every write: what those get who hold the right for another Member State, and who saw an older revision.

A new write route of the OpenAPI document fails test_every_write_is_in_the_table until it has its line there.
"""
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

import installation
from test_adoption import LAST_YEAR
from test_framework_writing import VERSIONS, levels_as_texts
from test_hubs import CALL, HIGHLIGHT, HUB, HUBS, NEWS
from test_innovations import INNOVATIONS, TEXT
from test_mainstreaming import CASES, CONTENT, CaseTest
from test_offers import CONTENT as OFFER, MET
from test_panels import RUBRIC, RUBRICS
from test_pilots import CONTENT as PROTOCOL, FLOW, PILOTS, PROTOCOLS, figures
from test_rights import FOR_STRANGERS, QUESTIONS, WRITES

TODAY = str(date.today())
RULE = {"majority": "unanimity", "quorum_percent": 50,
        "entitled": [{"state": state, "population": 1_000_000} for state in ("FI", "PT")]}


@dataclass
class Write:
    """`watch` is the address of what the write would change; placeholders are keys of the world. `by` may write,
    `foreign` holds the same right elsewhere. Without both the write is neither of a state nor of a revision."""
    watch: str = ""
    body: dict = field(default_factory=dict)
    by: str = ""
    foreign: str = ""
    foreign_body: dict = None  # where it is another one than `body`
    foreign_names: dict = field(default_factory=dict)  # of placeholders, where it is about another thing


OF_APPLICATION = {"version": "0.1.0"}
ANSWER = {"answered": LAST_YEAR, "innovations": [], "source": "survey"}
APPLICATION = "/api/v1/applications/{code}?version=0.1.0"
INNOVATION = INNOVATIONS + "/{id}"
OF_TAKEN_UP = {"id": "recommended"}

TABLE = {
    "/api/v1/framework": {
        ("POST", "/versions"): Write(),
        ("PUT", "/versions/{number}"): Write(VERSIONS + "/{number}", {"title": "Other", "items": "items"}, by="steward"),
        ("POST", "/versions/{number}/moves"): Write(VERSIONS + "/{number}", {"act": "consult"}, by="steward"),
        ("POST", "/versions/{number}/positions"): Write(
            VERSIONS + "/{number}", {"state": "PT", "kind": "agree"}, foreign="finland", foreign_names={"number": "proposed"}),
        ("POST", "/versions/{number}/amendments"): Write(),
        ("POST", "/amendments/{id}/supporters"): Write(),
        ("POST", "/amendments/{id}/moves"): Write(
            VERSIONS + "/0.4.0", {"act": "reject", "reasons": "No."}, by="steward"),
        ("POST", "/rules"): Write(),
    },
    "/api/v1/applications": {
        ("POST", ""): Write(APPLICATION, {**OF_APPLICATION, "code": "PT15", "type": "strategy"}, foreign="finland"),
        ("PUT", "/{code}/items/{item}"): Write(
            APPLICATION, {**OF_APPLICATION, "status": "in_place"}, by="portugal", foreign="finland"),
        # Peers are of another state: here it is one's own that nobody reviews.
        ("POST", "/{code}/reviews"): Write(
            APPLICATION, {**OF_APPLICATION, "item": "E1", "level": "absent", "reasons": "Seen."}, by="finnish_agency",
            foreign="agency"),
        ("PUT", "/{code}/targets"): Write(
            APPLICATION, {**OF_APPLICATION, "targets": []}, by="portugal", foreign="finland"),
        ("POST", "/{code}/moves"): Write(
            APPLICATION, {**OF_APPLICATION, "act": "discontinue", "reasons": "No means."}, by="portugal", foreign="finland"),
    },
    "/api/v1/innovations": {
        ("POST", ""): Write(),
        ("PUT", "/{id}"): Write(INNOVATION, TEXT, by="innovator"),
        ("POST", "/{id}/supporters"): Write(),
        ("POST", "/{id}/team"): Write(),
        ("POST", "/{id}/team/departures"): Write(),
        ("POST", "/{id}/waiting/{person}"): Write(),
        ("POST", "/{id}/facts"): Write(INNOVATION, {"kind": "lessons", "text": "None yet."}, by="innovator"),
        ("POST", "/{id}/protocols"): Write(INNOVATION, {"title": "A trial", "text": "Two groups."}, by="innovator"),
        ("POST", "/{id}/evidence"): Write(
            INNOVATION, {"links": [{"title": "Report", "link": "https://example.org/report"}]}, by="innovator"),
        ("POST", "/{id}/distinctions"): Write(INNOVATION, {"earlier": "recommended", "reasons": "Another trade."}, by="innovator"),
        ("POST", "/{id}/panel"): Write(INNOVATION, {"panel": "north"}, by="chair"),
        ("POST", "/{id}/assessments"): Write(
            INNOVATION, {"scores": ["3", "3", "3", "3"], "declaration": "None."}, by="reviewer"),
        ("POST", "/{id}/panel/reviewers"): Write(INNOVATION + "/panel", {"person": 1}, by="chair"),
        ("POST", "/{id}/panel/reviewers/{person}/release"): Write(
            INNOVATION + "/panel", {"reasons": "Is ill."}, by="chair"),
        ("POST", "/{id}/panel/declarations"): Write(INNOVATION + "/panel", {"declaration": "None."}, by="reviewer"),
        ("PUT", "/{id}/panel/scores"): Write(),
        ("POST", "/{id}/panel/submissions"): Write(INNOVATION + "/panel", {}, by="reviewer"),
        ("POST", "/{id}/panel/calibrations"): Write(INNOVATION + "/panel", {"reasons": "They differ."}, by="chair"),
        ("POST", "/{id}/moves"): Write(
            INNOVATION, {"act": "park", "reasons": "Later."}, by="innovator", foreign="romania",
            foreign_body={"act": "take_up", "reasons": "Wanted.", "state": "PT", "competent_authority": "A ministry"},
            foreign_names=OF_TAKEN_UP),
        ("POST", "/{id}/override-confirmation"): Write(INNOVATION, {}, by="chair", foreign="romanian_agency"),
        ("POST", "/{id}/met-conditions"): Write(
            INNOVATION, {"decision": 1, "condition": 1, "shown_by": "Seen."}, by="chair", foreign="romania"),
        ("POST", "/{id}/adoption"): Write(
            INNOVATION + "/adoption", {"provider": "provider", "adopted": TODAY, "source": "visit"},
            foreign="romanian_agency"),
        ("POST", "/{id}/adoption/replies"): Write(
            INNOVATION + "/adoption", {"provider": "provider", "day": TODAY, "source": "visit"}, foreign="romanian_agency"),
    },
    "/api/v1/adoption": {
        ("PUT", "/{id}"): Write(
            INNOVATIONS + "/{recommended}/adoption", {"stopped": TODAY, "source": "visit"}, by="agency",
            foreign="romanian_agency"),
    },
    "/api/v1/providers": {
        ("POST", ""): Write(
            "/api/v1/providers", {"name": "Escola Z", "member_state": "PT"}, foreign="romanian_agency"),
        ("PUT", "/{id}"): Write("/api/v1/providers", {"learners": 7}, by="agency", foreign="romanian_agency"),
        ("POST", "/{id}/answers"): Write("/api/v1/aims/{state}/answers", {**ANSWER, "learners": 7}, by="agency", foreign="romanian_agency"),
    },
    "/api/v1/aims": {
        ("POST", "/{state}/scope"): Write(
            "/api/v1/aims/{state}", {"providers": 9, "day": LAST_YEAR, "source": "register"}, foreign="romanian_agency"),
    },
    # Who is no part of a claim or a conversation does not find it; test_offers.py tries them all.
    "/api/v1/claims": {
        ("POST", "/confirmation"): Write(),
        ("POST", "/{id}/moves"): Write(),
    },
    "/api/v1/organisations": {
        ("POST", "/{id}/claims"): Write(),
        ("PUT", "/{id}/contact"): Write(),
    },
    "/api/v1/conversations": {
        ("POST", ""): Write(),
        ("POST", "/{id}/answers"): Write(),
        ("POST", "/{id}/moves"): Write(),
        ("PUT", "/{id}/block"): Write(),
    },
    "/api/v1/offers": {
        ("POST", ""): Write(),
        ("PUT", "/{id}"): Write("/api/v1/offers/{id}", OFFER, by="representative", foreign="other_representative"),
        ("POST", "/{id}/moves"): Write("/api/v1/offers/{id}", {"act": "close"}, by="representative", foreign="other_representative"),
    },
    # One's own: another's are not there.
    "/api/v1/scouting": {
        ("POST", "/watches"): Write(),
        ("POST", "/watches/{id}/seen"): Write(),
        ("DELETE", "/watches/{id}"): Write(),
    },
    "/api/v1/notices": {
        ("POST", "/{id}/read"): Write(),
        ("POST", "/read"): Write(),
        ("PUT", "/preferences"): Write(),
        ("POST", "/feed"): Write(),
        ("DELETE", "/feed"): Write(),
    },
    # Nobody's state or organisation: whoever curates the data decides on all; test_identity.py.
    "/api/v1/organisation-merges": {("POST", ""): Write()},
    "/api/v1/organisation-separations": {("POST", ""): Write()},
    "/api/v1/organisation-splits": {("POST", ""): Write()},
    "/api/v1/organisation-decisions": {("POST", "/{number}/undo"): Write()},
    "/api/v1/mainstreaming": {
        ("POST", ""): Write(),
        ("PUT", "/{id}"): Write(CASES + "/{id}", CONTENT, by="innovator"),
        ("POST", "/{id}/moves"): Write(
            CASES + "/{id}", {"act": "submit"}, by="innovator", foreign="romania", foreign_body={"act": "consider"},
            foreign_names={"id": "submitted"}),
    },
    # Who keeps one hub keeps no other.
    "/api/v1/hubs": {
        ("POST", ""): Write(),
        ("PUT", "/{slug}"): Write(HUBS + "/{slug}", HUB, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/moves"): Write(HUBS + "/{slug}", {"act": "close"}, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/news"): Write(HUBS + "/{slug}", NEWS, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/news/{entry}/withdrawal"): Write(HUBS + "/{slug}", {}, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/calls"): Write(HUBS + "/{slug}", CALL, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/calls/{entry}/removal"): Write(HUBS + "/{slug}", {}, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/highlights"): Write(HUBS + "/{slug}", {**HIGHLIGHT, "project": "cordis-101087143"}, by="hub", foreign="other_hub"),
        ("POST", "/{slug}/highlights/{entry}/removal"): Write(HUBS + "/{slug}", {}, by="hub", foreign="other_hub"),
    },
    # Who leads the pilot of one country leads no other's.
    "/api/v1/protocols": {
        ("POST", ""): Write(),
        ("PUT", "/{id}"): Write(PROTOCOLS + "/{id}", PROTOCOL, by="innovator"),
        ("POST", "/{id}/moves"): Write(PROTOCOLS + "/{id}", {"act": "close", "reasons": "No."}, by="innovator"),
    },
    "/api/v1/pilots": {
        ("POST", ""): Write(),
        ("POST", "/{id}/moves"): Write(
            PILOTS + "/{id}", {"act": "terminate", "reasons": "No."}, by="innovator", foreign="romanian_lead"),
        ("POST", "/{id}/handovers"): Write(
            PILOTS + "/{id}", {"to": 1, "reasons": "No."}, by="innovator", foreign="romanian_lead"),
        ("PUT", "/{id}/flow"): Write(PILOTS + "/{id}", FLOW, by="innovator", foreign="romanian_lead"),
        ("PUT", "/{id}/summaries"): Write(
            PILOTS + "/{id}", {"summaries": figures()}, by="innovator", foreign="romanian_lead"),
        ("PUT", "/{id}/learners"): Write(
            PILOTS + "/{id}", {"table": "learner,arm,group,outcome,before,after"}, by="innovator", foreign="romanian_lead"),
        ("PUT", "/{id}/delivery"): Write(PILOTS + "/{id}", {"context": "Quiet."}, by="innovator", foreign="romanian_lead"),
    },
    "/api/v1/rubrics": {
        ("POST", ""): Write(),
        ("PUT", "/{id}"): Write("/api/v1/rubrics/{id}", RUBRIC, by="steward"),
        ("POST", "/{id}/publication"): Write("/api/v1/rubrics/{id}", {}, by="steward"),
    },
    "/api/v1/pipeline": {
        ("POST", "/duplicates"): Write(),
        ("POST", "/gate-rules"): Write(),
    },
    # Who gives and takes roles is bound to no state.
    "/api/v1/accounts": {
        ("POST", "/{number}/grants"): Write(),
        ("DELETE", "/{number}/grants/{role}"): Write(),
    },
}
LINES = {(method, start + rest): (start, write) for start, lines in TABLE.items() for (method, rest), write in lines.items()}


class EveryWrite(CaseTest):
    installation = staticmethod(lambda: installation.separate("rights by state"))
    _recommended, _reviewers, _world = [], {}, {}

    def setUp(self):
        super().setUp()
        role = self.people.with_role
        self.who = {
            "steward": role("framework_steward"), "portugal": self.portugal, "romania": self.romania,
            "finland": role("member_state_representative", "FI"), "agency": role("national_agency_officer", "PT"),
            "romanian_agency": role("national_agency_officer", "RO"), "finnish_agency": role("national_agency_officer", "FI"),
            "hub": role("hub_manager", "south"), "other_hub": role("hub_manager", "north"),
            "representative": role("organisation_representative", "31"), "other_representative": role("organisation_representative", "77"),
            "romanian_lead": role("pilot_lead", "77"), "innovator": self.innovator, "chair": self.chair, "reviewer": self.reviewer(0)}
        if not self._world:
            self.make_world()

    # -- what there is to write to; all of it has been changed once, so that revision 1 is an older one

    def done(self, answer):
        self.assertIn(answer.status, (200, 201, 204), answer.body)
        return answer.json if answer.body else None

    def move_version(self, number, act):
        revision = self.api.get(f"{VERSIONS}/{number}").json["revision"]
        self.done(self.who["steward"].send("POST", f"{VERSIONS}/{number}/moves", {"revision": revision, "act": act}))

    def make_world(self):
        self.make_framework()
        application = "/api/v1/applications"
        self.done(self.portugal.send("POST", application, {**OF_APPLICATION, "code": "PT", "type": "strategy"}))
        self.done(self.portugal.send("PUT", f"{application}/PT/items/E1", {
            **OF_APPLICATION, "revision": 1, "status": "in_place", "self_assessed": "emerging"}))
        young, recommended = self.propose("Bakers at sea"), self.recommended()
        self.fact(young, "ethics_note")
        self.did(self.send(self.chair, young, "panel", panel="north"))
        agency = self.who["agency"]
        provider = self.done(agency.send("POST", "/api/v1/providers", {"name": "Escola A", "member_state": "PT"}))["id"]
        self.done(agency.send("PUT", f"/api/v1/providers/{provider}", {"revision": 1, "learners": 40}))
        adoption = self.done(agency.send("POST", f"{INNOVATIONS}/{recommended}/adoption", {
            "provider": provider, "adopted": LAST_YEAR, "source": "survey"}))["id"]
        self.done(agency.send("PUT", f"/api/v1/adoption/{adoption}", {"revision": 1, "fidelity": "adapted", "source": "survey"}))
        answers = f"/api/v1/providers/{provider}/answers"
        self.done(agency.send("POST", answers, ANSWER))
        self.done(agency.send("POST", answers, {**ANSWER, "revision": 1, "learners": 40}))
        self.make_pilot(young)
        prepared, submitted = self.case("RO"), self.case("PT")
        self.done(self.innovator.send("PUT", f"{CASES}/{prepared}", {"revision": 1, **CONTENT}))
        self.did(self.act(self.innovator, submitted, "submit"))
        self.make_hub()
        rubric = self.done(self.who["steward"].send("POST", RUBRICS, RUBRIC))["id"]
        self.done(self.who["steward"].send("PUT", f"{RUBRICS}/{rubric}", {"revision": 1, **RUBRIC}))
        owner, offers = self.who["representative"], "/api/v1/offers"
        offer = self.done(owner.send("POST", offers, {"organisation": 31, **OFFER}))["id"]
        self.done(owner.send("POST", f"{offers}/{offer}/moves", {"revision": 1, "act": "submit"}))
        self.done(self.people.with_role("data_curator").send("POST", f"{offers}/{offer}/moves", {"revision": 2, "act": "publish", "checklist": MET}))
        self._world.update({
            "slug": "south", "entry": 1, "offers": offer, "rubrics": rubric, "person": self.who["reviewer"].number,
            "innovations": young, "recommended": recommended, "providers": provider, "provider": provider,
            "adoption": adoption, "mainstreaming": prepared, "submitted": submitted, "code": "PT", "state": "PT", "item": "E1"})

    def make_pilot(self, innovation):
        """One in Portugal, and its lead; another lead of the team is for Romania."""
        lead, team = self.who["romanian_lead"], f"{INNOVATIONS}/{innovation}/team"
        self.did(self.innovator.send("POST", team, {"role": "pilot_lead", "organisation": "31"}))
        self.did(lead.send("POST", team, {"role": "pilot_lead", "organisation": "77"}))
        self.did(self.innovator.send("POST", f"{INNOVATIONS}/{innovation}/waiting/{lead.number}", {"role": "pilot_lead"}))
        draft, registered = (self.done(self.innovator.send("POST", PROTOCOLS, {"innovation": innovation, **PROTOCOL}))["id"]
                             for _ in range(2))
        self.done(self.innovator.send("PUT", f"{PROTOCOLS}/{draft}", {"revision": 1, **PROTOCOL}))
        self.done(self.innovator.send("POST", f"{PROTOCOLS}/{registered}/moves", {"revision": 1, "act": "register"}))
        site = {"protocol": registered, "site": "Escola A", "member_state": "PT"}
        pilot = self.done(self.innovator.send("POST", PILOTS, site))["id"]
        self.done(self.innovator.send("POST", f"{PILOTS}/{pilot}/moves", {"revision": 1, "act": "recruit"}))
        self._world.update({"protocols": draft, "pilots": pilot})

    def make_hub(self):
        hub = self.who["hub"]
        self.done(self.people.administrator().send("POST", HUBS, {"slug": "south", **HUB}))
        self.done(hub.send("POST", f"{HUBS}/south/moves", {"revision": 1, "act": "open"}))
        self.done(hub.send("POST", f"{HUBS}/south/news", {"revision": 2, **NEWS}))
        self.done(hub.send("POST", f"{HUBS}/south/calls", {"revision": 3, **CALL}))

    def make_framework(self):
        steward = self.who["steward"]
        self.done(steward.send("POST", "/api/v1/framework/rules", RULE))
        for act in ("consult", "propose"):
            self.move_version("0.1.0", act)
        for state, person in (("PT", self.portugal), ("FI", self.who["finland"])):
            self.done(person.send("POST", f"{VERSIONS}/0.1.0/positions", {"state": state, "kind": "agree"}))
        self.move_version("0.1.0", "agree")
        for number, acts in (("0.2.0", ("consult", "propose")), ("0.3.0", ()), ("0.4.0", ("consult",))):
            draft = self.done(steward.send("POST", VERSIONS, {"number": number, "title": "A draft", "based_on": "0.1.0"}))
            self.done(steward.send("PUT", f"{VERSIONS}/{number}", {
                "revision": draft["revision"], "title": "Next", "items": levels_as_texts(draft["items"])}))
            for act in acts:
                self.move_version(number, act)
        items = levels_as_texts(self.api.get(f"{VERSIONS}/0.3.0").json["items"])
        text = next(item["text"] for item in items if item["key"] == "E1")
        amendment = self.done(self.innovator.send("POST", f"{VERSIONS}/0.4.0/amendments", {
            "item": "E1", "before": text, "after": text + " Always.", "reason": "To be clear."}))["id"]
        self.done(steward.send("POST", f"/api/v1/framework/amendments/{amendment}/moves", {"revision": 1, "act": "debate"}))
        self._world.update({"number": "0.3.0", "proposed": "0.2.0", "framework": amendment, "items": items})

    # -- the table

    def address(self, template, start, names):
        """`{id}` is the thing of this part of the API, unless `names` says which; others are by their names."""
        def value(match):
            name = match.group(1)
            return str(self._world[names.get(name, start.rsplit("/", 1)[1] if name == "id" else name)])
        return re.sub(r"\{(\w+)\}", value, template)

    def filled(self, body):
        """Texts that are keys of the world stand for what is there."""
        return {name: self._world[value] if value in ("items", "recommended", "provider") else value
                for name, value in body.items() if not isinstance(value, list)} | {
                    name: value for name, value in body.items() if isinstance(value, list)}

    def operations(self):
        for template, item in self.api.description["paths"].items():
            for method in WRITES:
                if method in item:
                    yield (method.upper(), template), item[method]

    @staticmethod
    def takes_a_revision(operation):
        content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        return "revision" in content.get("schema", {}).get("properties", {})

    def test_every_write_is_in_the_table(self):
        own_account = {key for key, _ in self.operations() if key[1] == "/api/v1/account" or key[1].startswith("/api/v1/account/")}
        self.assertLessEqual(FOR_STRANGERS, {template for _, template in own_account})
        questions = {key for key, _ in self.operations() if key[1] in QUESTIONS}
        self.assertEqual({key for key, _ in self.operations()} - own_account - questions, set(LINES))
        with_revision = {key for key, operation in self.operations() if self.takes_a_revision(operation)}
        self.assertEqual({key for key, (_, write) in LINES.items() if write.by}, with_revision)

    def assert_refused(self, answer, status, watch, before):
        self.assertEqual(answer.status, status, answer.body)
        self.assertTrue(answer.json["detail"])
        self.assertEqual(self.seen(watch), before)

    def seen(self, watch):
        path, _, query = watch.partition("?")
        return self.api.get(path, dict([query.split("=")]) if query else None).json

    def test_with_another_states_rights_nothing_is_changed(self):
        for (method, template), (start, write) in LINES.items():
            if not write.foreign:
                continue
            with self.subTest(method=method, path=template):
                watch = self.address(write.watch, start, write.foreign_names)
                before = self.seen(watch)
                body = self.filled(write.body if write.foreign_body is None else write.foreign_body)
                if write.by:
                    body["revision"] = self.revision_now(start, write, before)
                path = self.address(template, start, write.foreign_names)
                self.assert_refused(self.who[write.foreign].send(method, path, body), 403, watch, before)

    def test_with_a_stale_revision_nothing_is_lost(self):
        for (method, template), (start, write) in LINES.items():
            if not write.by:
                continue
            with self.subTest(method=method, path=template):
                watch = self.address(write.watch, start, {})
                before = self.seen(watch)
                self.assertGreater(self.revision_now(start, write, before), 1, "revision 1 has to be an older one")
                path = self.address(template, start, {})
                answer = self.who[write.by].send(method, path, {**self.filled(write.body), "revision": 1})
                self.assert_refused(answer, 409, watch, before)
                self.assertIn("somebody changed it", answer.json["detail"])

    def revision_now(self, start, write, seen):
        """Of what is watched, or of the row in it that is written to."""
        if start == "/api/v1/adoption":
            return next(row["revision"] for row in seen["records"] if row["id"] == self._world["adoption"])
        if write.watch.endswith("/answers"):
            return seen["answers"][0]["revision"]
        if start == "/api/v1/providers":
            return next(row["revision"] for row in seen["providers"] if row["id"] == self._world["provider"])
        if write.watch == VERSIONS + "/0.4.0":
            return next(row["revision"] for row in seen["amendments"] if row["id"] == self._world["framework"])
        return seen["revision"]
