"""What every address does alike: health, methods, limits, validators, compression, CORS, security headers."""
import gzip
import re
import socket
import time

import installation
from client import ApiTest, Client


class Health(ApiTest):
    def test_it_lives_and_is_ready(self):
        self.assertEqual(self.api.get("/healthz").json, {"status": "alive"})
        self.assertEqual(self.api.get("/readyz").json["projects"], self.api.get("/api/v1/projects").json["total"])

    def test_metrics_count_requests_by_route_and_status(self):
        self.api.get("/api/v1/projects/nothing-here")
        text = self.api.get("/metrics").body.decode()
        self.assertRegex(text, r'tributary_http_requests_total\{[^}]*route="/api/v1/projects/\{id\}"[^}]*\} \d')
        self.assertRegex(text, r'tributary_http_request_duration_seconds_bucket\{[^}]*status="404"')
        total = self.api.get("/api/v1/projects").json["total"]
        self.assertRegex(text, rf"(?m)^tributary_index_projects {total}$")
        self.assertRegex(text, r"(?m)^tributary_http_connections_open [1-9]")

    def test_the_description_is_of_openapi_3_1_and_knows_every_route(self):
        self.assertEqual(self.api.description["openapi"], "3.1.0")
        for path, item in self.api.description["paths"].items():
            allowed = self.api.ask("OPTIONS", re.sub(r"\{\w+\}", "1", path)).headers["Allow"].split(", ")
            self.assertEqual({method.upper() for method in item}, set(allowed) - {"HEAD", "OPTIONS"}, path)


class Methods(ApiTest):
    def test_head_is_get_without_the_body(self):
        for path in ("/api/v1/projects", "/healthz", "/api/v1/coverage", "/", "/assets/app-1a2b3c4d.js"):
            got, headed = self.api.ask("GET", path), self.api.ask("HEAD", path)
            self.assertEqual(headed.status, 200)
            self.assertEqual(headed.body, b"")
            for name in ("Content-Length", "Content-Type", "ETag"):
                self.assertEqual(headed.headers[name], got.headers[name], path)

    def test_other_methods_are_405_with_allow(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "BREW"):
            answer = self.api.ask(method, "/api/v1/projects", body=b"{}")
            self.api.validate("/api/v1/projects", answer)
            self.assert_problem(answer, 405)
            self.assertEqual(answer.headers["Allow"], "GET, HEAD, OPTIONS")

    def test_any_page_may_read_the_api(self):
        answer = self.api.ask("OPTIONS", "/api/v1/projects", {
            "Origin": "https://example.org", "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match"})
        self.assertEqual((answer.status, answer.body), (204, b""))
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
        self.assertIn("GET", answer.headers["Access-Control-Allow-Methods"])
        self.assertIn("If-None-Match", answer.headers["Access-Control-Allow-Headers"])
        for path in ("/api/v1/projects", "/api/v1/projects/none", "/api/v1/none"):
            self.assertEqual(self.api.ask("GET", path, {"Origin": "null"}).headers["Access-Control-Allow-Origin"], "*")
        self.assertIsNone(self.api.ask("GET", "/").headers["Access-Control-Allow-Origin"])

    def test_unknown_addresses_of_the_api_are_404(self):
        for path in ("/api/v1/none", "/api/", "/api/v2/projects", "/api/v1/projects/", "/api/v1/projects/a/b"):
            self.assert_problem(self.api.ask("GET", path), 404)


class Delivery(ApiTest):
    def test_an_unchanged_answer_is_304(self):
        for path in ("/api/v1/projects?q=training", "/api/v1/openapi.json", "/api/v1/coverage", "/"):
            first = self.api.ask("GET", path)
            again = self.api.ask("GET", path, {"If-None-Match": first.headers["ETag"], "Accept-Encoding": "gzip"})
            self.assertEqual((again.status, again.body), (304, b""), path)
            self.assertEqual(again.headers["ETag"], first.headers["ETag"])
            self.assertEqual(self.api.ask("GET", path, {"If-None-Match": '"other"'}).status, 200)
        self.assertNotEqual(self.api.ask("GET", "/api/v1/projects?q=training").headers["ETag"],
                            self.api.ask("GET", "/api/v1/projects?q=learning").headers["ETag"])

    def test_large_answers_are_compressed_where_accepted(self):
        plain = self.api.get("/api/v1/projects")
        self.assertIsNone(plain.headers["Content-Encoding"])
        packed = self.api.get("/api/v1/projects", headers={"Accept-Encoding": "gzip, br"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertLess(len(packed.body), len(plain.body) / 2)
        self.assertEqual(gzip.decompress(packed.body), plain.body)
        self.assertIn("Accept-Encoding", plain.headers["Vary"])
        self.assertIsNone(self.api.get("/healthz", headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"])

    def test_every_answer_carries_the_security_headers(self):
        for path in ("/", "/api/v1/projects", "/nothing", "/api/none", "/assets/app-1a2b3c4d.js", "/healthz"):
            headers = self.api.ask("GET", path).headers
            self.assertIn("default-src 'self'", headers["Content-Security-Policy"], path)
            self.assertNotIn("unsafe", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertTrue(headers["Referrer-Policy"])

    def test_problems_are_never_cached(self):
        self.assertEqual(self.api.get("/api/v1/projects/nothing").headers["Cache-Control"], "no-store")


class Limits(ApiTest):
    def status_of(self, request):
        return self.api.raw(request).split(b"\r\n")[0]

    def test_each_limit_has_its_status(self):
        head = b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        for target in (b"/api/v1/projects?q=" + b"a" * 100_000, b"/" + b"a" * 9_000):
            answer = self.api.raw(b"GET " + target + head + b"\r\n")
            self.assertTrue(answer.startswith(b"HTTP/1.1 414 "), answer[:100])
            self.assertIn(b"application/problem+json", answer)
        self.assertIn(b" 431 ", self.status_of(b"GET /healthz" + head + b"X: " + b"a" * 20_000 + b"\r\n\r\n"))
        self.assertIn(b" 413 ", self.status_of(b"POST /healthz" + head + b"Content-Length: 2000000\r\n\r\n"))
        self.assertIn(b" 400 ", self.status_of(b"GET /healthz HTTP/1.1\r\n\r\n"))
        self.assertIn(b" 400 ", self.status_of(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"))
        self.assertIn(b" 400 ", self.status_of(b"GET /api/v1/\x00" + head + b"\r\n"))
        self.assertIn(b" 200 ", self.status_of(b"GET /healthz" + head + b"\r\n"))

    def test_answers_behind_200_half_open_clients(self):
        half_open = []
        try:
            for _ in range(200):
                connection = socket.create_connection(("127.0.0.1", self.api.port))
                connection.sendall(b"GET /api/v1/projects HTTP/1.1\r\nHost: ")
                half_open.append(connection)
            began = time.monotonic()
            self.assertEqual(self.api.get("/api/v1/projects", {"q": "training"}).status, 200)
            self.assertLess(time.monotonic() - began, 10)
        finally:
            for connection in half_open:
                connection.close()

    def test_connections_are_kept_and_pipelined_answers_are_in_order(self):
        answers = self.api.raw(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
                               b"GET /api/v1/projects/none HTTP/1.1\r\nHost: x\r\n\r\n"
                               b"GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        order = [answers.index(mark) for mark in (b'"alive"', b'"parameter":"id"', b'"ready"')]
        self.assertEqual(order, sorted(order))


class Stopping(ApiTest):
    def test_a_polite_stop_ends_well_and_closes_idle_clients(self):
        server = installation.Installation(["demo"])
        idle = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertTrue(idle.recv(65536).startswith(b"HTTP/1.1 200"))
        self.assertEqual(Client(server.port).get("/healthz").status, 200)
        self.assertEqual(server.stop(), 0)
        self.assertEqual(idle.recv(1), b"")
        idle.close()
