"""Signing in through a real OpenID Connect provider: who is let in, who is not, and what a provider cannot do here."""
import json
import re
import socket
import tempfile
import threading
import unittest
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import installation
from client import ApiTest
from people import PASSWORD, People
from provider import SECRET, Browser, Provider, free_port

START = "/api/v1/account/provider/sign-in"


class Site:
    """An installation and the provider that it trusts."""

    def __init__(self):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.return_to = self.address + "/api/v1/account/provider/return"
        self.provider = Provider(self.return_to)
        self.secret_file = tempfile.NamedTemporaryFile("w", suffix=".secret")
        self.secret_file.write(SECRET + "\n")
        self.secret_file.flush()
        self.installation = installation.Installation(["demo"], serve=self.options(self.provider.issuer))

    def options(self, issuer):
        return ("--port", str(self.port), "--public-url", self.address, "--oidc-issuer", issuer, "--oidc-client-id", "tributary",
                "--oidc-client-secret-file", self.secret_file.name, "--oidc-name", "Ministry login")

    def restart_provider(self, *options):
        self.provider.stop()
        self.provider = Provider(self.return_to, self.provider.port, options)

    def stop(self):
        self.installation.stop()
        self.provider.stop()
        self.secret_file.close()


class ProviderTest(ApiTest):
    site = None

    @classmethod
    def setUpClass(cls):
        cls.site = Site()
        cls.installation = staticmethod(lambda: cls.site.installation)

    @classmethod
    def tearDownClass(cls):
        cls.site.stop()

    def sent(self, browser, **parameters):
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        return browser.location(f"{self.site.address}{START}?{query}")

    def sign_in(self, browser, mail, **parameters):
        """The page that the browser ends at."""
        return browser.location(browser.sign_in_there(self.sent(browser, **parameters), mail))

    def account(self, browser):
        return json.loads(browser.ask(self.site.address + "/api/v1/account")[2])["account"]

    def assert_refused(self, page, refusal, where="/sign-in"):
        self.assertEqual(page, f"{self.site.address}{where}?refusal={refusal}")


class SigningIn(ProviderTest):
    def test_the_provider_is_named(self):
        self.assertEqual(self.api.get("/api/v1/account/provider").json, {"name": "Ministry login", "is_connected": False})

    def test_somebody_new_has_an_account_and_comes_back_to_it(self):
        first, second = Browser(), Browser()
        self.assertEqual(self.sign_in(first, "ada@example.org", next="/tasks", language="de"), self.site.address + "/tasks")
        account = self.account(first)
        self.assertEqual((account["mail"], account["name"], account["language"], account["grants"], account["has_password"]),
                         ("ada@example.org", "ada of the ministry", "de", [], False))
        self.assertEqual(self.sign_in(second, "ada@example.org"), self.site.address + "/account")
        self.assertEqual(self.account(second)["person"], account["person"])

    def test_cookies_are_the_browsers_alone(self):
        browser = Browser()
        status, headers, _ = browser.ask(self.site.address + START)
        self.assertEqual(status, 303)
        self.assertEqual(headers["Cache-Control"], "no-store")
        for part in ("HttpOnly", "SameSite=Lax", "Path=/api/v1/account/provider;", "Max-Age=600"):
            self.assertIn(part, headers["Set-Cookie"])
        query = parse_qs(urlsplit(headers["Location"]).query)
        self.assertEqual((query["response_type"], query["code_challenge_method"], query["redirect_uri"]),
                         (["code"], ["S256"], [self.site.return_to]))
        secret = re.match(r"tributary_sign_in=([\w-]+)", headers["Set-Cookie"]).group(1)
        self.assertNotIn(secret, headers["Location"])

    def test_a_return_is_used_once(self):
        browser, thief = Browser(), Browser()
        back = browser.sign_in_there(self.sent(browser), "once@example.org")
        thief.cookies = {port: dict(held) for port, held in browser.cookies.items()}
        self.assertEqual(browser.location(back), self.site.address + "/account")
        self.assert_refused(browser.location(back), "stale")
        self.assert_refused(thief.location(back), "stale")
        self.assertIsNone(self.account(thief))

    def test_a_return_is_of_the_browser_that_was_sent(self):
        browser, victim = Browser(), Browser()
        back = browser.sign_in_there(self.sent(browser), "attacker@example.org")
        self.assert_refused(victim.location(back), "stale")
        self.sent(victim)
        self.assert_refused(victim.location(back), "stale")
        self.assertIsNone(self.account(victim))

    def test_a_code_of_somebody_elses_is_of_no_use(self):
        browser, other = Browser(), Browser()
        stolen = parse_qs(urlsplit(browser.sign_in_there(self.sent(browser), "rich@example.org")).query)["code"][0]
        back = other.sign_in_there(self.sent(other), "poor@example.org")
        own = parse_qs(urlsplit(back).query)["code"][0]
        self.assert_refused(other.location(back.replace(own, stolen)), "wrong_answer")
        self.assertIsNone(self.account(other))

    def test_who_refuses_there_is_told_so(self):
        browser = Browser()
        self.assert_refused(browser.location(browser.sign_in_there(self.sent(browser))), "refused")
        self.assertIsNone(self.account(browser))

    def test_a_mail_address_that_is_not_proven_makes_no_account(self):
        browser = Browser()
        self.assert_refused(self.sign_in(browser, "unproven@example.org"), "mail_not_proven")
        self.assertIsNone(self.account(browser))

    def test_where_it_goes_on_is_a_page_of_here(self):
        for next_page in ("https://evil.example", "//evil.example", "/%5Cevil.example", "/%09/evil.example", "/api/v1/account/export"):
            with self.subTest(next=next_page):
                self.assert_problem(self.api.ask("GET", f"{START}?next={next_page}"), 400, "next")
        self.assert_problem(self.api.ask("GET", START + "?language=fr"), 400, "language")
        self.assert_problem(self.api.ask("GET", START + "?to=x"), 400, "to")

    def test_what_the_audit_trail_and_the_export_say(self):
        browser = Browser()
        self.sign_in(browser, "kept@example.org")
        self.sign_in(browser, "kept@example.org")
        person = self.account(browser)["person"]
        kept = json.loads(browser.ask(self.site.address + "/api/v1/account/export")[2])["sign_in_providers"]
        self.assertEqual([(one["issuer"], one["subject"]) for one in kept], [(self.site.provider.issuer, "kept@example.org")])
        _, trail, _ = self.site.installation.run("audit", "list", "--subject", f"account/{person}", "--json")
        self.assertIn("account.sign_in", trail)
        self.assertNotIn("kept@example.org", trail)


class Connecting(ProviderTest):
    CONNECTION = "/api/v1/account/provider/connection"

    def setUp(self):
        super().setUp()
        self.people = People.of(self)

    def browser_of(self, person):
        browser = Browser()
        name, value = person.cookie.split("=", 1)
        browser.cookies[self.site.port] = {(name, "/"): value}
        return browser

    def sent_to_connect(self, person, browser):
        answer = person.send("POST", self.CONNECTION, {"password": PASSWORD})
        self.assertEqual(answer.status, 200, answer.body)
        name, value = answer.headers["Set-Cookie"].split(";")[0].split("=", 1)
        browser.cookies[self.site.port][(name, "/api/v1/account/provider")] = value
        return answer.json["address"]

    def test_an_account_is_connected_by_who_is_signed_in_to_it_alone(self):
        person = self.people.person("maria@example.org")
        self.assert_refused(self.sign_in(Browser(), "maria@example.org"), "mail_taken")
        self.assert_problem(person.send("POST", self.CONNECTION, {"password": "wrong wrong"}), 403, "password")
        browser = self.browser_of(person)
        back = browser.sign_in_there(self.sent_to_connect(person, browser), "maria@example.org")
        self.assertEqual(browser.location(back), self.site.address + "/account")
        self.assertTrue(person.get("/api/v1/account/provider").json["is_connected"])
        self.assert_problem(person.send("POST", self.CONNECTION, {"password": PASSWORD}), 409)
        through = Browser()
        self.sign_in(through, "maria@example.org")
        self.assertEqual(self.account(through)["person"], person.number)

        self.assertEqual(person.send("DELETE", self.CONNECTION).status, 204)
        self.assert_problem(person.send("DELETE", self.CONNECTION), 404)
        self.assert_refused(self.sign_in(Browser(), "maria@example.org"), "mail_taken")

    def test_who_was_signed_out_meanwhile_connects_nothing(self):
        person = self.people.person("gone@example.org")
        browser = self.browser_of(person)
        back = browser.sign_in_there(self.sent_to_connect(person, browser), "gone@example.org")
        self.assertEqual(person.send("DELETE", "/api/v1/account/session").status, 204)
        self.assert_refused(browser.location(back), "not_signed_in", "/account")

    def test_an_identity_is_of_one_account(self):
        first, second = self.people.person("one@example.org"), self.people.person("two@example.org")
        for person, page in ((first, "/account"), (second, "/account?refusal=connected_before")):
            browser = self.browser_of(person)
            back = browser.sign_in_there(self.sent_to_connect(person, browser), "shared@example.org")
            self.assertEqual(browser.location(back), self.site.address + page)

    def test_erasure_lets_the_identity_go(self):
        browser = Browser()
        self.sign_in(browser, "leaving@example.org")
        before = json.loads(browser.ask(self.site.address + "/api/v1/account")[2])
        session = {name: value for (name, _), value in browser.cookies[self.site.port].items()}["tributary_session"]
        erased = self.api.send("POST", "/api/v1/account/erasure", {},
                               {"Cookie": "tributary_session=" + session, "X-CSRF-Token": before["csrf_token"]})
        self.assertEqual(erased.status, 204)
        self.sign_in(browser, "leaving@example.org")
        self.assertNotEqual(self.account(browser)["person"], before["account"]["person"])


class TheProvider(ProviderTest):
    def test_new_keys_another_algorithm_and_a_time_away(self):
        browser = Browser()
        self.sign_in(browser, "long@example.org")
        person = self.account(browser)["person"]
        for options in ((), ("--algorithm", "ES256"), ("--claims-in-token",)):
            with self.subTest(options=options):
                self.site.restart_provider(*options)
                again = Browser()
                self.assertEqual(self.sign_in(again, "long@example.org"), self.site.address + "/account")
                self.assertEqual(self.account(again)["person"], person)

        late = Browser()
        back = late.sign_in_there(self.sent(late), "long@example.org")
        self.site.provider.stop()
        self.assert_refused(late.location(back), "unreachable")
        people = People.of(self)
        people.person("local@example.org")
        self.assertEqual(people.sign_in("local@example.org").status, 200)
        self.site.provider = Provider(self.site.return_to, self.site.provider.port)
        self.assertEqual(self.sign_in(late, "long@example.org"), self.site.address + "/account")


class Trouble(unittest.TestCase):
    """Providers that are none, or not as they have to be."""

    def setUp(self):
        self.secret_file = tempfile.NamedTemporaryFile("w", suffix=".secret")
        self.secret_file.write(SECRET)
        self.secret_file.flush()
        self.addCleanup(self.secret_file.close)

    def serving(self, issuer, *options):
        port = free_port()
        server = installation.Installation(serve=(
            "--port", str(port), "--public-url", f"http://127.0.0.1:{port}", "--oidc-issuer", issuer, "--oidc-client-id", "tributary",
            "--oidc-client-secret-file", self.secret_file.name, *options))
        self.addCleanup(server.stop)
        return f"http://127.0.0.1:{port}"

    def test_one_that_is_not_there_keeps_nobody_from_anything_else(self):
        address = self.serving(f"http://127.0.0.1:{free_port()}")
        self.assertEqual(Browser().location(address + START), address + "/sign-in?refusal=unreachable")
        self.assertEqual(Browser().ask(address + "/api/v1/account")[0], 200)

    def test_one_that_never_answers_holds_up_nobody_else(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            address = self.serving(f"http://127.0.0.1:{silent.getsockname()[1]}", "--threads", "1")
            pages = []
            waiting = [threading.Thread(target=lambda: pages.append(Browser().location(address + START))) for _ in range(4)]
            for one in waiting:
                one.start()
            held = [silent.accept()[0] for _ in waiting]  # all of them wait for the provider now
            self.assertEqual(Browser().ask(address + "/api/v1/account")[0], 200)
            self.assertEqual(pages, [], "the answer came behind those who wait")
            for one in waiting:
                one.join(60)
            self.assertEqual(pages, [address + "/sign-in?refusal=unreachable"] * 4)
            for connection in held:
                connection.close()

    def test_another_server_that_answers_is_none(self):
        server = installation.separate("no provider")
        address = self.serving(f"http://127.0.0.1:{server.port}")
        self.assertEqual(Browser().location(address + START), address + "/sign-in?refusal=wrong_answer")

    def test_without_one_everybody_signs_in_here(self):
        address = f"http://127.0.0.1:{installation.separate('no provider').port}"
        self.assertEqual(json.loads(Browser().ask(address + "/api/v1/account/provider")[2]), {"name": None, "is_connected": False})
        for path in ("/sign-in", "/return"):
            self.assertEqual(Browser().ask(address + "/api/v1/account/provider" + path)[0], 404)

    def test_options_that_will_not_do_are_named(self):
        server = installation.separate("no provider")
        secret = ("--oidc-client-id", "tributary", "--oidc-client-secret-file", self.secret_file.name)
        public = ("--public-url", "https://tributary.example.org")
        with tempfile.NamedTemporaryFile() as empty:
            for options, named in (
                    (("--oidc-issuer", "http://login.example.org", *secret, *public), "--oidc-issuer"),
                    (("--oidc-issuer", "https://login.example.org", *public), "--oidc-client-id"),
                    (("--oidc-issuer", "https://login.example.org", "--oidc-client-id", "x", *public), "--oidc-client-secret-file"),
                    (("--oidc-issuer", "https://login.example.org", "--oidc-client-id", "x", "--oidc-client-secret-file", empty.name,
                      *public), "--oidc-client-secret-file"),
                    (("--oidc-issuer", "https://login.example.org", *secret), "--public-url"),
                    (secret, "--oidc-issuer")):
                with self.subTest(options=options):
                    code, _, said = server.run("serve", "--port", "0", *options)
                    self.assertNotEqual(code, 0)
                    self.assertIn(named, said)
