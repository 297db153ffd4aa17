"""Claims of organisations, offers and requests, and messages that show no address, over a real SMTP exchange."""
import json
import re
import tempfile
from datetime import date, timedelta
from pathlib import Path

import installation
from client import ApiTest
from mail_sink import MailSink
from people import PASSWORD, People, Person

OFFERS, CONVERSATIONS, CLAIMS = "/api/v1/offers", "/api/v1/conversations", "/api/v1/claims"
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
CHECKS = ("about_a_partnership", "says_who_is_sought", "no_personal_data", "no_advertising", "respectful", "dates_possible")
MET = [{"item": item, "is_met": True} for item in CHECKS]
# Name, country, web site.
ORGANISATIONS = {
    "escola": ("Escola dos Robots", "PT", "https://www.escola.example/en"), "lathes": ("School of Lathes", "RO", "http://lathes.example"),
    "shared": ("Shared A", "EL", "https://sch.example/a"), "neighbour": ("Shared B", "EL", "https://www.sch.example/b"),
    "north": ("Institute of the North", "EE", "https://north.example"), "south": ("Lyceum Meridional", "ES", "https://south.example"),
    "college": ("College of Evidence", "LV", "https://college.example"), "silent": ("No Site", "FI", ""), "everybody": ("Mail for all", "DE", "http://gmail.com"),
    **{f"flooded{number}": (f"Flooded {number}", "IE", f"http://flooded{number}.example") for number in range(7)}}
BEGAN = date.today().year - 1  # within the quarters that the page of a hub shows
CONTENT = {"kind": "request", "topic": "Apprentices weld with robots", "role": "partner",
           "text": "We look for schools where apprentices weld with collaborative robots.", "programme": "Erasmus+"}


class WithSink(installation.Installation):
    """A made catalogue, served with a mail server on loopback."""

    def __init__(self):
        self.sink = MailSink()
        with tempfile.TemporaryDirectory() as folder:
            self.write_catalogue(Path(folder))
            super().__init__(["import", folder], serve=("--smtp", self.sink.address))

    @staticmethod
    def write_catalogue(folder):
        projects = ['"id";"acronym";"title";"startDate";"endDate";"frameworkProgramme";"objective"']
        rows = ['"projectID";"organisationID";"name";"country";"organizationURL";"role";"order"']
        for number in range(1, 5):
            projects.append(f'"{number}";"WELD{number}";"Collaborative robots weld {number}";"{BEGAN}-02-01";"{BEGAN + 2}-02-01";"HORIZON";'
                            '"Apprentices in schools weld with collaborative robots in workshops."')
            rows.append(f'"{number}";"9002";"School of Lathes";"RO";"http://lathes.example";"coordinator";"1"')
        # Others, so that a word of these is not one of all.
        for number in range(100, 180):
            projects.append(f'"{number}";"TREE{number}";"Forests and rivers {number}";"{BEGAN}-02-01";"{BEGAN + 2}-02-01";"HORIZON";'
                            f'"Hydrologists measure rivers beside forests of kind {number}."')
            rows.append(f'"{number}";"8000";"Institute of Rivers";"FR";"http://rivers.example";"coordinator";"1"')
        projects.append(f'"9";"FLUTE";"Flutes of bone";"{BEGAN}-02-01";"{BEGAN + 2}-02-01";"HORIZON";"Musicians carve flutes."')
        for order, (name, country, site) in enumerate(ORGANISATIONS.values(), 1):
            rows.append(f'"9";"{9000 + order}";"{name}";"{country}";"{site}";"participant";"{order}"')
        (folder / "project.csv").write_text("\n".join(projects) + "\n", encoding="utf-8")
        (folder / "organization.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def mails(self, at_least=1, patience=10):
        return self.sink.mails(at_least, patience)

    def stop(self):
        code = super().stop()
        self.sink.shutdown()
        self.sink.server_close()
        return code


def with_sink():
    running = installation._running
    if "partnerships" not in running:
        running["partnerships"] = WithSink()
    return running["partnerships"]


class PartnershipTest(ApiTest):
    installation = staticmethod(with_sink)
    _organisations = {}

    def setUp(self):
        super().setUp()
        self.people = People.of(self)
        if not self._organisations:
            project = next(hit for hit in self.api.get("/api/v1/projects", {"q": "flutes"}).json["hits"])
            found = self.api.get(f"/api/v1/projects/{project['id']}").json["participations"]
            ids = {one["name"]: int(one["organisation_id"].split("-")[0]) for one in found}
            self._organisations.update({key: ids[name] for key, (name, _, _) in ORGANISATIONS.items()})

    def number(self, key):
        return self._organisations[key]

    def did(self, answer, status=204):
        self.assertEqual(answer.status, status, answer.body)
        return answer.json if answer.body else None

    def refused(self, answer, status, rule=None, parameter=None):
        reason = self.assert_problem(answer, status, parameter).get("reason")
        if rule:
            self.assertEqual((reason["code"], reason["parts"]), ("rule", {"rule": [rule]}))

    # -- people

    def curator(self):
        return self.people.with_role("data_curator")

    def representative(self, key):
        return self.people.with_role("organisation_representative", str(self.number(key)))

    def taking(self, key):
        """Who represents it and takes messages."""
        person = self.representative(key)
        self.did(person.send("PUT", f"/api/v1/organisations/{self.number(key)}/contact", {"takes_messages": True}))
        return person

    def claim(self, person, key, **body):
        return person.send("POST", f"/api/v1/organisations/{self.number(key)}/claims", {"method": "mail", **body})

    def contact(self, key, person=None):
        path = f"/api/v1/organisations/{self.number(key)}/contact"
        return (person or self.api).get(path).json

    # -- offers

    def written(self, key="escola", **content):
        person = self.representative(key)
        return self.did(person.send("POST", OFFERS, {"organisation": self.number(key), **CONTENT, **content}), 201)["id"]

    def offer(self, number, person=None):
        return (person or self.api).get(f"{OFFERS}/{number}").json

    def act(self, person, number, act, **more):
        seen = self.offer(number, person).get("revision", 1)
        return person.send("POST", f"{OFFERS}/{number}/moves", {"revision": seen, "act": act, **more})

    def published(self, key="escola", **content):
        number = self.written(key, **content)
        self.did(self.act(self.representative(key), number, "submit"))
        self.did(self.act(self.curator(), number, "publish", checklist=MET))
        return number

    # -- messages

    def write(self, person, key, **body):
        return person.send("POST", CONVERSATIONS, {
            "organisation": self.number(key), "subject": "Robots that weld", "text": "Would you take part?", **body})

    def begun(self, person, key, **body):
        return self.did(self.write(person, key, **body), 201)["id"]

    def moved(self, person, number, act, **more):
        return person.send("POST", f"{CONVERSATIONS}/{number}/moves", {"act": act, **more})

    def answered(self, person, number, text="Gladly."):
        return person.send("POST", f"{CONVERSATIONS}/{number}/answers", {"text": text})

    def mails_with(self, text, at_least=1):
        """The mails whose text or subject has it; waits for so many."""
        known = 1
        while True:
            mails = self.installation().mails(known)
            found = [mail for mail in mails if text in mail.get_content() or text in mail["Subject"]]
            if len(found) >= at_least or len(mails) < known:
                return found
            known = len(mails) + 1


class Claims(PartnershipTest):
    def test_an_address_at_the_domain_of_its_site_makes_a_representative(self):
        person = self.people.person("ana@lathes.example")
        self.did(self.claim(person, "lathes"), 201)
        mail = self.mails_with("School of Lathes")[-1]
        self.assertEqual(mail["To"], "<ana@lathes.example>" if "<" in mail["To"] else "ana@lathes.example")
        secret = re.search(r"/confirm-claim#([\w-]+)", mail.get_content()).group(1)
        thief = self.people.person("thief@example.org")
        self.refused(thief.send("POST", CLAIMS + "/confirmation", {"secret": secret}), 422, "claim_link_ended")
        self.assertEqual(self.did(person.send("POST", CLAIMS + "/confirmation", {"secret": secret}), 200)["organisation_id"], self.number("lathes"))
        self.refused(person.send("POST", CLAIMS + "/confirmation", {"secret": secret}), 422, "claim_link_ended")
        grants = person.get("/api/v1/account").json["account"]["grants"]
        self.assertEqual([(one["role"], one["scope"]) for one in grants], [("organisation_representative", str(self.number("lathes")))])
        contact = self.contact("lathes", person)
        self.assertEqual((contact["is_claimed"], contact["takes_messages"], contact["you"]["represents"]), (True, False, True))
        self.assertEqual(contact["last_verified_at"][:10], date.today().isoformat())
        own = person.get(CLAIMS).json["own"]
        self.assertEqual([(one["state"], one["domain"]) for one in own], [("granted", "lathes.example")])
        self.assertEqual(person.get(CLAIMS).json["granted"], [], "those of others are for administrators")
        # Revoked, with the role; the claim of the person is not theirs to grant again, and no link of before or after brings it back.
        number = own[0]["id"]
        self.did(self.claim(person, "lathes"), 201)
        before = re.search(r"/confirm-claim#([\w-]+)", self.mails_with("School of Lathes", 2)[-1].get_content()).group(1)
        self.refused(person.send("POST", f"{CLAIMS}/{number}/moves", {"act": "revoke", "reasons": "x"}), 403)
        administrator = self.people.administrator()
        self.refused(administrator.send("POST", f"{CLAIMS}/{number}/moves", {"act": "revoke"}), 422)
        self.did(administrator.send("POST", f"{CLAIMS}/{number}/moves", {"act": "revoke", "reasons": "Left the school."}))
        self.assertEqual(person.get("/api/v1/account").json["account"]["grants"], [])
        self.refused(person.send("POST", CLAIMS + "/confirmation", {"secret": before}), 422, "claim_revoked")
        self.refused(self.claim(person, "lathes"), 422, "claim_revoked", "mail")
        self.assertEqual(person.get("/api/v1/account").json["account"]["grants"], [])

    def test_look_alikes_public_and_shared_domains_go_to_an_administrator(self):
        person = self.people.person("look@alike.example")
        for mail in ("ana@escola.example.org", "ana@escola-example.org", "ana@xn--escola-9ua.example", "ana@office.escola.example"):
            self.refused(self.claim(person, "escola", mail=mail), 422, "domain_of_another", "mail")
        self.refused(self.claim(person, "shared", mail="ana@sch.example"), 422, "domain_shared", "mail")
        self.refused(self.claim(person, "everybody", mail="ana@gmail.com"), 422, "domain_public", "mail")
        self.refused(self.claim(person, "silent"), 422, "domain_not_published", "mail")
        self.refused(self.claim(person, "escola", mail="ana@escola.example\r\nBcc: all@example.org"), 400, parameter="mail")
        self.assertEqual(person.get(CLAIMS).json["own"], [], "nothing of it stays")
        self.refused(self.claim(person, "shared", method="administrator"), 400, parameter="words")
        claim = self.did(self.claim(person, "shared", method="administrator", words="I run it."), 201)["id"]
        self.refused(person.send("POST", f"{CLAIMS}/{claim}/moves", {"act": "grant", "reasons": "It is me."}), 403)
        stranger = self.people.person("stranger.of.claims@example.org")
        self.refused(stranger.send("POST", f"{CLAIMS}/{claim}/moves", {"act": "withdraw"}), 404)
        administrator = self.people.administrator()
        self.assertIn(claim, [one["id"] for one in administrator.get(CLAIMS).json["waiting"]])
        self.did(administrator.send("POST", f"{CLAIMS}/{claim}/moves", {"act": "grant", "reasons": "Telephoned the school."}))
        self.assertTrue(self.contact("shared")["is_claimed"])
        told = person.get("/api/v1/notices").json["notices"]
        self.assertEqual([(one["kind"], one["about"], one["word"]) for one in told], [("claim_decided", "Shared A", "grant")])

    def test_claims_are_throttled(self):
        person = self.people.person("often@example.org")
        for _ in range(5):
            self.did(self.claim(person, "neighbour", method="administrator", words="Please."), 201)
        self.refused(self.claim(person, "neighbour", method="administrator", words="Please."), 429, "claimed_too_often")


class Offers(PartnershipTest):
    def test_goes_from_a_draft_to_a_moderator_and_is_shown_with_its_end(self):
        owner = self.representative("escola")
        number = self.written(days=30)
        for stranger in (self.api, self.people.person("reads.drafts@example.org")):
            self.assert_problem(stranger.get(f"{OFFERS}/{number}"), 404)
        self.did(self.act(owner, number, "submit"))
        curator = self.curator()
        self.assertIn(number, [one["id"] for one in curator.get("/api/v1/offer-work").json["waiting"]])
        self.refused(self.act(curator, number, "publish", checklist=MET[:5]), 400, parameter="checklist")
        unmet = MET[:5] + [{"item": "dates_possible", "is_met": False}]
        self.refused(self.act(curator, number, "publish", checklist=unmet), 422)
        self.refused(self.act(curator, number, "reject", checklist=unmet), 422)
        unmet[5]["reason"] = "Say until when."
        self.did(self.act(curator, number, "reject", checklist=unmet))
        self.assertEqual(self.offer(number, owner)["moves"][-1]["checklist"][-1], {
            "item": "dates_possible", "is_met": False, "reason": "Say until when."})
        self.did(self.act(owner, number, "revise"))
        deadline = str(date.today() + timedelta(days=60))
        stale = {"revision": 1, **CONTENT}
        self.assertIn("somebody changed it", self.assert_problem(owner.send("PUT", f"{OFFERS}/{number}", stale), 409)["detail"])
        seen = self.offer(number, owner)["revision"]
        self.did(owner.send("PUT", f"{OFFERS}/{number}", {"revision": seen, **CONTENT, "deadline": deadline, "days": 30}))
        self.did(self.act(owner, number, "submit"))
        self.refused(self.act(owner, number, "publish", checklist=MET), 403)
        self.did(self.act(curator, number, "publish", checklist=MET))
        shown = self.offer(number)
        self.assertEqual((shown["state"], shown["last_day"], shown["moves"], shown["acts"]),
                         ("published", str(date.today() + timedelta(days=30)), [], []))
        self.assertIn(number, [one["id"] for one in self.api.get(OFFERS, {"q": "robots weld", "kind": "request", "country": "PT"}).json["offers"]])
        self.assertNotIn(number, [one["id"] for one in self.api.get(OFFERS, {"country": "RO"}).json["offers"]])
        self.assertNotIn(number, [one["id"] for one in self.api.get(OFFERS, {"answered_by": str(date.today() + timedelta(days=61))}).json["offers"]])
        self.refused(self.act(owner, number, "renew"), 409, "renewed_too_early")
        self.assertNotIn("renew", self.offer(number, owner)["acts"])
        code, printed, _ = self.installation().run("offers", "list", "apprentices", "--kind", "request", "--json")
        self.assertEqual((code, number in [one["id"] for one in json.loads(printed)["offers"]]), (0, True))
        self.did(self.act(owner, number, "close"))
        self.assertNotIn(number, [one["id"] for one in self.api.get(OFFERS).json["offers"]])

    def test_an_offer_is_renewed_six_times_a_year(self):
        owner, number = self.representative("escola"), self.published(days=5)
        for _ in range(6):
            self.assertIn("renew", self.offer(number, owner)["acts"])
            self.did(self.act(owner, number, "renew"))
        self.refused(self.act(owner, number, "renew"), 409, "renewed_too_often")
        self.did(self.act(owner, number, "close"))

    def test_what_was_taken_down_is_not_shown_again_by_closing_it(self):
        owner, number = self.representative("escola"), self.published(text="Robots and apprentices of the closed days.")
        self.did(self.act(self.curator(), number, "take_down", reasons="It advertises."))
        self.assert_problem(self.api.get(f"{OFFERS}/{number}"), 404)
        self.did(self.act(owner, number, "revise"))
        self.did(self.act(owner, number, "close"))
        self.assert_problem(self.api.get(f"{OFFERS}/{number}"), 404)

    def test_an_offer_ends_with_its_deadline(self):
        deadline = str(date.today() + timedelta(days=10))
        number = self.published(deadline=deadline)
        self.assertEqual(self.offer(number)["last_day"], deadline)
        self.did(self.act(self.representative("escola"), number, "close"))

    def test_nobody_posts_for_a_foreign_organisation_or_writes_an_address(self):
        foreign = self.representative("lathes")
        self.assert_problem(foreign.send("POST", OFFERS, {"organisation": self.number("escola"), **CONTENT}), 403)
        number = self.published()
        for answer in (foreign.send("PUT", f"{OFFERS}/{number}", {"revision": 3, **CONTENT}), self.act(foreign, number, "close")):
            self.assert_problem(answer, 403)
        owner = self.representative("escola")
        for field, text in (("text", "Write to ana@escola.example"), ("topic", "Call +351 255 123 456"), ("text", "Hidden \u202e text")):
            self.refused(owner.send("POST", OFFERS, {"organisation": self.number("escola"), **CONTENT, field: text}), 400, parameter=field)
        self.refused(owner.send("POST", OFFERS, {"organisation": self.number("escola"), **CONTENT, "days": 181}), 400, parameter="days")
        self.did(self.act(owner, number, "close"))

    def test_suits_requests_and_past_projects_and_both_sides_are_told(self):
        lathes, escola = self.representative("lathes"), self.representative("escola")
        request = self.published(days=10)
        offer = self.published("lathes", kind="offer", text="Our apprentices weld with collaborative robots; we would take part.")
        match = next(one for one in self.offer(offer)["matches"] if one["offer"] == request)
        self.assertEqual(match["organisation"]["name"], "Escola dos Robots")
        self.assertLessEqual({"robots", "apprentices"}, set(match["words"]))
        self.did(self.act(escola, request, "renew"))
        self.assertEqual([one["offer"] for one in self.offer(request)["matches"] if one["offer"]].count(offer), 1, "from the other side, once")
        by_projects = [one for one in self.offer(request, escola)["matches"] if one["offer"] is None]
        self.assertEqual(by_projects[0]["organisation"]["name"], "School of Lathes", "most of its projects say so")
        self.assertTrue(all(self.api.get(f"/api/v1/projects/{slug}").status == 200 for slug in by_projects[0]["projects"]))
        self.assertEqual([one for one in self.offer(request)["matches"] if one["offer"] is None], [], "of past projects only their people know")
        for person in (lathes, escola):
            told = person.get("/api/v1/notices").json["notices"]
            self.assertIn(("offer_matched", f"/offers/{offer}"), [(one["kind"], one["page"]) for one in told])
        nobody = self.people.person("told.nothing@example.org")
        self.assertEqual(nobody.get("/api/v1/notices").json["notices"], [])
        for owner, number in ((escola, request), (lathes, offer)):
            self.did(self.act(owner, number, "close"))


class OffersOfHubs(PartnershipTest):
    def hub(self, slug, **filter_):
        """Open, made as an administrator and its manager do; answers its offers' numbers."""
        text = {"language": "en", "name": slug, "description": "What is done."}
        content = {"texts": [text], "query": "", "choices": [], **filter_}
        administrator = self.people.administrator()
        self.did(administrator.send("POST", "/api/v1/hubs", {"slug": slug, **content}), 201)
        manager = self.curator()  # of all hubs: who signs up from one address is counted
        self.did(administrator.send("POST", f"/api/v1/accounts/{manager.number}/grants", {"role": "hub_manager", "scope": slug}))
        self.did(manager.send("POST", f"/api/v1/hubs/{slug}/moves", {"revision": 1, "act": "open"}))
        return lambda: [one["id"] for one in self.api.get(f"/api/v1/hubs/{slug}/offers").json["offers"]]

    def test_a_hub_has_the_offers_of_its_places_and_one_of_a_theme_those_of_who_works_on_it(self):
        portuguese = self.hub("of-portugal", choices=[{"facet": "country", "value": "PT"}, {"facet": "country", "value": "GR"}])
        weavers = self.hub("of-portuguese-forests", query="forests", choices=[{"facet": "country", "value": "PT"}])
        welders = self.hub("of-welders", query="weld robots")
        carvers = self.hub("of-carvers", query="flutes")
        everybody = (portuguese, weavers, welders, carvers)
        before = [shown() for shown in everybody]
        self.assertEqual([one for shown in before for one in shown], [])
        owner, number = self.representative("escola"), self.published()
        of_lathes = self.published("lathes", kind="offer", text="Our apprentices mend lathes; we would take part.")
        draft = self.written()
        self.assertEqual([shown() for shown in everybody], [[number], [number], [of_lathes], [of_lathes, number]],
                         "lathes takes part in the projects of either theme; the newest first")
        self.did(self.act(owner, number, "close"))
        self.assertEqual([shown() for shown in everybody], [[], [], [of_lathes], [of_lathes]], "what ended is gone")
        self.assert_problem(self.api.get("/api/v1/hubs/nothing/offers"), 404)
        self.assert_problem(self.api.get("/api/v1/hubs/of-welders/offers", {"colour": "red"}), 400, "colour")
        self.did(self.act(self.representative("lathes"), of_lathes, "close"))
        self.assertNotIn(draft, portuguese())


class Relay(PartnershipTest):
    def test_a_message_and_its_answer_go_by_mail_and_show_no_address(self):
        receiver = self.taking("escola")
        number = self.published()
        asker = self.people.person("officer@small-school.example")
        thread = self.did(asker.send("POST", CONVERSATIONS, {
            "offer": number, "subject": "Robots for the workshop", "text": "We have four.\nWould you take part?"}), 201)["id"]
        mail = self.mails_with("We have four.")[-1]
        receiving = f"organisation_representative.{self.number('escola')}@example.org"
        self.assertIn(receiving, mail.envelope[1][0])
        self.assertEqual(len(mail.envelope[1]), 1)
        self.assertIn("tributary@localhost", mail["From"])
        self.assertIn("> Would you take part?", mail.get_content())
        self.assertIn(f"/messages/{thread}", mail.get_content())
        self.assertNotIn("small-school", mail.as_sent.decode() + mail.get_content())
        self.assertIsNone(mail["Reply-To"])
        # Until the organisation wants to talk nothing more is written.
        self.refused(self.answered(asker, thread, "Hello?"), 409, "answer_outstanding")
        self.refused(self.write(asker, "escola"), 409, "conversation_is_open")
        seen = receiver.get(f"{CONVERSATIONS}/{thread}").json
        self.assertEqual((seen["state"], seen["side"], seen["asker"], seen["acts"]), ("asked", "organisation", "Μαρία", ["accept", "decline", "report"]))
        self.did(self.answered(receiver, thread, "Gladly. Which robots?"))
        back = self.mails_with("Gladly. Which robots?")[-1]
        self.assertIn("officer@small-school.example", back.envelope[1][0])
        self.assertNotIn(receiving, back.as_sent.decode() + back.get_content())
        self.did(self.answered(asker, thread, "Mine: officer@small-school.example"))  # one's own, once both want to talk
        view = asker.get(f"{CONVERSATIONS}/{thread}").json
        self.assertEqual([(one["text"][:6], one["is_of_organisation"]) for one in view["messages"]],
                         [("We hav", False), ("Gladly", True), ("Mine: ", False)])
        self.assertEqual((view["state"], view["answered_at"] is not None), ("open", True))
        self.did(self.moved(asker, thread, "close"))
        self.assert_problem(self.answered(receiver, thread), 409)
        self.did(self.act(self.representative("escola"), number, "close"))

    def test_no_answer_of_the_api_has_an_address_of_somebody_else(self):
        receiver = self.taking("escola")
        asker = self.people.person("hidden@own-address.example")
        thread = self.begun(asker, "escola")
        self.did(self.answered(receiver, thread))
        auditor = self.people.with_role("auditor")
        stranger = self.people.person("curious@example.org")
        pages = [CONVERSATIONS, f"{CONVERSATIONS}/{thread}", OFFERS, "/api/v1/offer-work", CLAIMS, "/api/v1/notices", "/api/v1/account/export",
                 f"/api/v1/organisations/{self.number('escola')}/contact", f"/api/v1/organisations/{self.number('escola')}"]
        for person, own in ((asker, "hidden@own-address.example"), (receiver, f"organisation_representative.{self.number('escola')}@example.org"),
                            (stranger, "curious@example.org"), (auditor, "auditor.all@example.org"), (self.curator(), "data_curator.all@example.org")):
            for page in pages:
                with self.subTest(own=own, page=page):
                    text = self.api.ask("GET", page, {"Cookie": person.cookie}).body.decode()
                    self.assertLessEqual(set(ADDRESS.findall(text)), {own})
        code, printed, _ = self.installation().run("audit", "list", "--limit", "1000", "--json")
        self.assertEqual((code, [word for word in ("own-address", "Would you") if word in printed]), (0, []))
        for person in (stranger, self.representative("lathes"), self.curator()):
            self.assert_problem(person.get(f"{CONVERSATIONS}/{thread}"), 404)
            self.assert_problem(self.answered(person, thread), 404)
            self.assert_problem(self.moved(person, thread, "report", reasons="x"), 404)
        self.did(self.moved(asker, thread, "close"))

    def test_what_is_no_plain_first_message_is_refused(self):
        self.taking("escola")
        asker = self.people.person("plain@example.org")
        for field, text in (("subject", "Hello\r\nBcc: all@example.org"), ("subject", ""), ("text", " "), ("text", "x" * 4001),
                            ("text", "Write to me@plain.example"), ("subject", "+351 255 123 456"), ("text", "null \x00 byte")):
            self.refused(self.write(asker, "escola", **{field: text}), 400, parameter=field)
        self.refused(self.write(asker, "silent"), 409, "takes_no_messages")
        self.assert_problem(self.write(asker, "escola", for_organisation=self.number("lathes")), 403)
        self.refused(self.write(self.representative("escola"), "escola"), 409, "own_organisation_asked")
        self.assertEqual(asker.get(CONVERSATIONS).json["conversations"], [])

    def test_the_relay_is_not_flooded(self):
        asker = self.people.person("flood@example.org")
        for number in range(7):
            self.taking(f"flooded{number}")
        threads = [self.begun(asker, f"flooded{number}") for number in range(5)]
        self.refused(self.write(asker, "flooded5"), 429, "contact_limit")
        self.did(self.moved(asker, threads[0], "close"))
        self.refused(self.write(asker, "flooded0"), 409, "declined_lately")  # and not begun anew by closing
        receiver = self.representative("flooded1")
        self.did(self.answered(receiver, threads[1]))
        for number in range(35):
            self.did(self.answered(asker, threads[1], f"Number {number}"))
        self.refused(self.answered(asker, threads[1]), 429, "message_limit")
        self.assertEqual(len([one for one in receiver.get(f"{CONVERSATIONS}/{threads[1]}").json["messages"] if not one["is_of_organisation"]]), 36)

    def test_an_organisation_declines_blocks_and_reports(self):
        receiver = self.taking("flooded6")
        declined, blocked, reported = (self.people.person(f"{name}@example.org") for name in ("declined", "blocked", "reported"))
        thread = self.begun(declined, "flooded6")
        self.did(self.moved(receiver, thread, "decline", reasons="Not this year."))
        self.assertIn("Not this year.", self.mails_with("Not this year.")[-1].get_content())
        self.refused(self.write(declined, "flooded6"), 409, "declined_lately")
        thread = self.begun(blocked, "flooded6")
        self.did(receiver.send("PUT", f"{CONVERSATIONS}/{thread}/block", {"is_blocked": True}))
        self.did(self.moved(blocked, thread, "close"))
        self.refused(self.write(blocked, "flooded6"), 403, "blocked_by_organisation")
        self.assert_problem(blocked.send("PUT", f"{CONVERSATIONS}/{thread}/block", {"is_blocked": False}), 404)
        thread = self.begun(reported, "flooded6", text="Buy my robots!")
        self.assert_problem(self.moved(receiver, thread, "report"), 422)
        self.did(self.moved(receiver, thread, "report", reasons="An advertisement."))
        self.assert_problem(self.answered(reported, thread), 409)
        self.assertNotIn("An advertisement.", json.dumps(reported.get(f"{CONVERSATIONS}/{thread}").json))
        curator = self.curator()
        seen = curator.get(f"{CONVERSATIONS}/{thread}").json
        self.assertEqual((seen["side"], seen["acts"], seen["messages"][0]["text"], seen["moves"][-1]["reasons"]),
                         ("moderator", ["dismiss", "uphold"], "Buy my robots!", "An advertisement."))
        self.assertIn("message_reported", [one["kind"] for one in curator.get("/api/v1/notices").json["notices"]])
        self.did(self.moved(curator, thread, "uphold", reasons="It is one."))
        self.refused(self.write(reported, "escola"), 403, "reported_lately")
        # Three first messages that came in and were not withdrawn or abuse: too few so far.
        self.assertEqual(self.contact("flooded6")["response"], {"asked": None, "answered": None, "share": None, "within_days": 14, "fewest": 3})

    def test_how_an_organisation_answers_is_shown_from_three_on(self):
        receiver = self.taking("neighbour")
        for number in range(3):
            self.did(self.moved(receiver, self.begun(self.people.person(f"rate{number}@example.org"), "neighbour"), "accept"))
        shown = self.contact("neighbour")
        self.assertEqual((shown["response"]["asked"], shown["response"]["answered"], shown["response"]["share"]), (3, 3, 1))
        self.assertTrue(shown["takes_messages"])

    def test_ones_data_are_exported_and_erased(self):
        receiver = self.taking("escola")
        asker = self.people.person("leaves@example.org")
        thread = self.begun(asker, "escola", text="Words to be forgotten")
        self.did(self.answered(receiver, thread, "We keep ours"))
        kept = asker.get("/api/v1/account/export").json["conversations"]
        self.assertEqual([[one["text"] for one in each["messages"]] for each in kept], [["Words to be forgotten", "We keep ours"]])
        self.assertIn("We keep ours", [one["text"] for one in receiver.get("/api/v1/account/export").json["messages_for_organisations"]])
        self.did(asker.send("POST", "/api/v1/account/erasure", {"password": PASSWORD}))
        left = receiver.get(f"{CONVERSATIONS}/{thread}").json
        self.assertEqual([one["text"] for one in left["messages"]], [None, "We keep ours"])
        self.assertEqual((left["asker"], left["subject"], left["state"]), (None, None, "closed"))
        code, printed, _ = self.installation().run("audit", "verify")
        self.assertEqual(code, 0, printed)


class Merged(PartnershipTest):
    """What was one organisation's is the whole's once it became part of another, and its own again after an undo."""

    def merge(self):
        answer = self.curator().send("POST", "/api/v1/organisation-merges", {
            "merge": str(self.number("north")), "keep": str(self.number("south")), "reason": "They are one foundation."})
        return self.did(answer, 201)["decision"]

    def undo(self, decision):
        self.did(self.curator().send("POST", f"/api/v1/organisation-decisions/{decision}/undo", {"reason": "Two after all."}), 201)

    def offers_of(self, key):
        return [(one["id"], one["organisation"]["id"]) for one in self.api.get(OFFERS, {"organisation": self.number(key)}).json["offers"]]

    def test_claims_offers_and_conversations_follow_a_merge_and_its_undo(self):
        north, asker = self.taking("north"), self.people.person("asker.of.both@example.org")
        offer, thread = self.published("north"), self.begun(asker, "north")
        self.assertEqual((self.contact("south")["is_claimed"], self.offers_of("south")), (False, []))
        decision = self.merge()
        # The whole is represented and takes messages, its offers are those of the part, under its own name.
        for key in ("north", "south"):
            contact = self.contact(key, north)
            self.assertEqual((contact["organisation_id"], contact["is_claimed"], contact["takes_messages"], contact["you"]["represents"]),
                             (self.number("south"), True, True, True))
            self.assertEqual(self.offers_of(key), [(offer, self.number("south"))])
        listed = self.api.get("/api/v1/contacts", {"organisation": [self.number(key) for key in ("north", "lathes")]}).json["contacts"]
        self.assertEqual([one["organisation_id"] for one in listed], [self.number("south"), self.number("lathes")])
        self.assertEqual(north.get(f"{CONVERSATIONS}/{thread}").json["organisation"]["name"], "Lyceum Meridional")
        self.refused(self.write(asker, "south"), 409, "conversation_is_open")
        other = self.people.person("asker.of.south@example.org")
        to_whole = self.begun(other, "south", subject="To the whole")
        self.assertIn(to_whole, [one["id"] for one in north.get(CONVERSATIONS).json["conversations"]])
        self.did(self.answered(north, to_whole))
        self.assertTrue(self.mails_with("To the whole"))
        written = self.did(north.send("POST", OFFERS, {"organisation": self.number("north"), **CONTENT, "topic": "Of the whole"}), 201)["id"]
        self.assertEqual(self.offer(written, north)["organisation"]["id"], self.number("south"))
        self.did(north.send("PUT", f"{CONVERSATIONS}/{to_whole}/block", {"is_blocked": True}))
        self.did(self.act(north, written, "close"))
        self.undo(decision)
        # Each has its own again; what was begun with the whole stays with it.
        self.assertEqual((self.contact("south")["is_claimed"], self.contact("north")["is_claimed"]), (False, True))
        self.assertEqual((self.offers_of("north"), self.offers_of("south")), ([(offer, self.number("north"))], []))
        self.assertEqual(north.get(f"{CONVERSATIONS}/{thread}").json["organisation"]["name"], "Institute of the North")
        self.assert_problem(north.get(f"{CONVERSATIONS}/{to_whole}"), 404)
        self.did(self.act(north, offer, "close"))

    def test_a_role_revoked_of_the_whole_is_revoked_of_its_part(self):
        person = self.people.person("dora@north.example")
        self.did(self.claim(person, "north"), 201)
        secret = re.search(r"/confirm-claim#([\w-]+)", self.mails_with("Institute of the North")[-1].get_content()).group(1)
        decision = self.merge()
        self.did(person.send("POST", CLAIMS + "/confirmation", {"secret": secret}), 200)
        claim = person.get(CLAIMS).json["own"][0]
        self.assertEqual((claim["state"], claim["organisation"]["id"]), ("granted", self.number("south")))
        self.assertTrue(self.contact("south", person)["you"]["represents"])
        self.did(self.people.administrator().send("POST", f"{CLAIMS}/{claim['id']}/moves", {"act": "revoke", "reasons": "Left."}))
        self.assertFalse(self.contact("south", person)["you"]["represents"])
        self.undo(decision)
        self.assertFalse(self.contact("north", person)["you"]["represents"])


class Contacts(PartnershipTest):
    def test_a_list_of_contacts_names_what_is_wrong(self):
        self.assert_problem(self.api.get("/api/v1/contacts"), 400, "organisation")
        self.assert_problem(self.api.get("/api/v1/contacts", {"organisation": "escola"}), 400, "organisation")
        self.assert_problem(self.api.get("/api/v1/contacts", {"organisation": [1] * 101}), 400, "organisation")
        self.assertEqual(self.api.get("/api/v1/contacts", {"organisation": 10**9}).json["contacts"], [])


class Evidence(PartnershipTest):
    def test_who_erases_the_account_does_not_take_along_what_was_reported(self):
        receiver, curator = self.taking("college"), self.curator()
        fled, other = self.people.person("fled@example.org"), self.people.person("other.fled@example.org")
        reported, answered = self.begun(fled, "college", text="Buy my robots!", subject="Robots for sale"), self.begun(other, "college", text="Of no harm.")
        self.did(self.moved(receiver, reported, "report", reasons="An advertisement."))
        for person in (fled, other):
            self.did(person.send("POST", "/api/v1/account/erasure", {"password": PASSWORD}))
        self.assertIsNone(receiver.get(f"{CONVERSATIONS}/{answered}").json["messages"][0]["text"], "nobody reported it")
        seen = curator.get(f"{CONVERSATIONS}/{reported}").json
        self.assertEqual((seen["subject"], seen["messages"][0]["text"], seen["asker"]), ("Robots for sale", "Buy my robots!", None))
        self.did(self.moved(curator, reported, "uphold", reasons="It advertises."))
        seen = curator.get(f"{CONVERSATIONS}/{reported}").json
        self.assertEqual((seen["subject"], seen["messages"][0]["text"]), (None, None), "decided, it goes with its author")
