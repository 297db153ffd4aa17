"""Asks one installation and holds every answer to the OpenAPI document."""
import gzip
import http.client
import json
import re
import socket
import unittest
from urllib.parse import urlencode

import jsonschema

import installation


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class Client:
    def __init__(self, port):
        self.port = port
        self.description = json.loads(self.ask("GET", "/api/v1/openapi.json").body)
        self.seen = set()  # (path template, status)

    def ask(self, method, target, headers=None, body=None):
        """One request, without judging the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            reply = connection.getresponse()
            return Answer(reply.status, reply.headers, reply.read())
        finally:
            connection.close()

    def get(self, path, parameters=None, headers=None):
        """GETs an address of the API and validates the answer. `parameters` is a mapping or a list of pairs."""
        target = path + ("?" + urlencode(parameters, doseq=True) if parameters else "")
        answer = self.ask("GET", target, headers)
        self.validate(path, answer)
        return answer

    def send(self, method, path, body=None, headers=None):
        """Writes to an address of the API and validates the answer. `body` becomes JSON."""
        sent = None if body is None else json.dumps(body).encode()
        typed = {} if body is None else {"Content-Type": "application/json"}
        answer = self.ask(method, path, {**typed, **(headers or {})}, sent)
        self.validate(path.split("?")[0], answer, method)
        return answer

    def validate(self, path, answer, method="GET"):
        template, operation = self.operation_of(path, method)
        responses = operation["responses"]
        described = responses.get(str(answer.status)) or responses["default"]
        if "$ref" in described:
            described = self.description["components"]["responses"][described["$ref"].rsplit("/", 1)[1]]
        self.seen.add((template, answer.status))
        if "content" not in described:
            assert answer.body == b"", f"{path}: {answer.status} has a body that the description does not know"
            return
        media_type = answer.headers["Content-Type"].split(";")[0]
        assert media_type in described["content"], f"{path}: {answer.status} has type {media_type}"
        if media_type.endswith("json"):
            body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body
            schema = {**described["content"][media_type]["schema"], "components": self.description["components"]}
            jsonschema.Draft202012Validator(schema).validate(json.loads(body))

    def operation_of(self, path, method="GET"):
        for template, item in self.description["paths"].items():
            if re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)), path):
                return template, item[method.lower()]
        raise AssertionError(f"{path} is not in the OpenAPI document")

    def raw(self, data, patience=20):
        """Sends bytes as they are and returns all bytes until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=patience) as connection:
            connection.sendall(data)
            received = b""
            while piece := connection.recv(65536):
                received += piece
            return received


_clients = {}


class ApiTest(unittest.TestCase):
    """Asks the demonstration; `self.api` is shared by all tests of the run."""

    installation = staticmethod(installation.demonstration)

    def setUp(self):
        server = self.installation()
        self.api = _clients.setdefault(server.port, None) or Client(server.port)
        _clients[server.port] = self.api

    def assert_problem(self, answer, status, parameter=None):
        self.assertEqual(answer.status, status, answer.body[:300])
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["detail"])
        self.assertEqual(problem.get("parameter"), parameter, problem)
        return problem
