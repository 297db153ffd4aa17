"""`tributary call`: what the API does, from the command line, with the same rights and the same answers."""
import json
import os
import subprocess
import tempfile

import installation
from client import ApiTest
from people import People


class Call(ApiTest):
    installation = staticmethod(lambda: installation.separate("call"))

    def call(self, *arguments, token="", body=None):
        """Exit code, what was printed, what was complained of."""
        with tempfile.TemporaryDirectory() as folder:
            if body is not None:
                file = os.path.join(folder, "body.json")
                with open(file, "w", encoding="utf-8") as written:
                    json.dump(body, written)
                arguments += ("--body", file)
            done = subprocess.run([installation.PROGRAM, "call", *arguments, "--data-dir", self.installation().folder],
                                  capture_output=True, text=True, timeout=60, env={**os.environ, "TRIBUTARY_TOKEN": token})
            return done.returncode, done.stdout, done.stderr

    def token_of(self, person):
        return person.send("POST", "/api/v1/account/tokens", {"name": "script", "days": 1}).json["token"]

    def test_every_operation_of_the_document_is_listed_with_what_it_needs(self):
        done = subprocess.run([installation.PROGRAM, "call", "--list"], capture_output=True, text=True, check=True)
        document = self.api.get("/api/v1/openapi.json").json
        for path, methods in document["paths"].items():
            for method in methods.values():
                block = done.stdout.split(f"{method['operationId']} ", 1)[1].split("\n")
                self.assertIn(method["summary"], block[0])
                for parameter in method.get("parameters", []):
                    if parameter["in"] == "path":
                        self.assertIn(f" {parameter['name']}=…", block[1], path)

    def test_it_answers_what_the_api_answers(self):
        asked = [("q", "training & care"), ("filter[country]", "PT"), ("limit", "3")]
        for operation, parameters, path, query in [
                ("searchProjects", [f"{name}={value}" for name, value in asked], "/api/v1/projects", asked),
                ("getOrganisation", ["id=no such/one"], "/api/v1/organisations/no%20such%2Fone", [])]:
            code, printed, complaint = self.call(operation, *parameters)
            answer = self.api.get(path, query)
            self.assertEqual(code, 0 if answer.status < 300 else 1)
            told = json.loads(printed or complaint)
            told.pop("took_ms", None)
            expected = dict(answer.json)
            expected.pop("took_ms", None)
            self.assertEqual(told, expected)

    def test_who_calls_has_the_rights_of_their_token_and_no_others(self):
        people = People.of(self)
        token = self.token_of(people.with_role("innovator", "31"))
        code, _, complaint = self.call("supportInnovation", "id=1")
        self.assertEqual((code, json.loads(complaint)["status"]), (1, 401))
        code, _, complaint = self.call("supportInnovation", "id=1", token="trib_of_nobody")
        self.assertEqual((code, json.loads(complaint)["status"]), (1, 401))
        code, _, complaint = self.call("draftRubric", token=token, body={"stage": "testing", "title": "Mine", "criteria": []})
        self.assertEqual((code, json.loads(complaint)["status"]), (1, 403))

    def test_a_change_is_made_once_and_what_is_wrong_in_it_is_named(self):
        people = People.of(self)
        person = people.with_role("innovator", "31")
        token = self.token_of(person)
        with_watch = {"name": "From a script", "query": "mentor", "filters": []}
        code, printed, complaint = self.call("addWatch", token=token, body=with_watch)
        self.assertEqual(code, 0, complaint)
        number = json.loads(printed)["id"]
        self.assertIn(number, [watch["id"] for watch in person.get("/api/v1/scouting/watches").json["watches"]])
        code, _, complaint = self.call("addWatch", token=token, body={**with_watch, "colour": "red"})
        self.assertEqual((code, json.loads(complaint)["parameter"]), (1, "colour"))
        self.assertEqual(self.call("removeWatch", f"id={number}", token=token)[0], 0)
        code, _, complaint = self.call("removeWatch", f"id={number}", token=token)
        self.assertEqual((code, json.loads(complaint)["status"]), (1, 404))

    def test_what_has_no_reading_is_named(self):
        for arguments, named in [([], "OPERATION"), (["getInovation"], "getInnovation"), (["getInnovation"], "id=…"),
                                 (["getInnovation", "id"], "name=value"), (["getInnovation", "id=1", "id=2"], "twice"),
                                 (["addWatch"], "--body"), (["getInnovation", "id=1", "--body", "x.json"], "takes no body")]:
            code, printed, complaint = self.call(*arguments)
            self.assertEqual((code, printed), (2, ""), arguments)
            self.assertIn(named, complaint)
