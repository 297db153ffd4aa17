"""Copies taken while many people write through the API: each is the state behind one entry of the audit trail, all of it.

The trail numbers all changes one after the other. So what a copy holds has to be exactly what its entries 1 to N made:
nothing of a later change, all of each earlier one, and all that was acknowledged before the copy began.
"""
import csv
import http.client
import json
import os
import re
import signal
import subprocess
import threading
from collections import Counter

csv.field_size_limit(1 << 30)
INNOVATIONS, VERSIONS = "/api/v1/innovations", "/api/v1/framework/versions"
DRAFTS = ("0.8.0", "0.9.0")  # each is edited by every other writer, so that some are refused as stale
TEXT = {
    "problem": "Apprentices leave early.", "what_is_new": "A mentor of another firm.", "target_group": "Apprentices",
    "eqf_levels": ["3"], "isced_field": "0715", "setting": "workplace", "type": "organisation", "novelty": "member_state",
    "novelty_justification": "No such pool is known.", "theory_of_change": "Who is heard stays.", "intended_outcomes": ["more stay"],
    "resources": "Two hours a week", "licence": "CC-BY-4.0", "languages": ["en"], "framework_items": ["E7"]}


class Server:
    def __init__(self, program, where):
        self.process = subprocess.Popen([program.path, "serve", "--port", "0", *where], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.match(r"Tributary is at http://127\.0\.0\.1:(\d+)/$", self.process.stdout.readline()).group(1))

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = None if body is None else json.dumps(body)
        connection.request(method, path, sent, {"Content-Type": "application/json", **headers})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, json.loads(content) if content else None, answer.getheader("Set-Cookie")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()


class Acknowledged:
    """What the server said was done, by whom; safe from any thread."""
    def __init__(self):
        self._lock, self._done = threading.Lock(), []

    def add(self, writer, subject, revision):
        with self._lock:
            self._done.append((writer, subject, revision))

    def all(self):
        with self._lock:
            return list(self._done)


class Writer(threading.Thread):
    """Proposes innovations, works on them, supports those of others, and edits a draft that others edit too."""
    def __init__(self, number, server, token, done):
        super().__init__(daemon=True)
        self.number, self.server, self.token, self.done = number, server, token, done
        self.asked_to_stop, self.wrong = threading.Event(), None

    def run(self):
        try:
            turn = 0
            while not self.asked_to_stop.is_set():
                turn += 1
                own = self.propose(turn)
                self.edit(own, turn)
                self.support(own - 1)
                self.edit_draft(DRAFTS[self.number % len(DRAFTS)], turn)
        except Exception as error:  # told by the main thread
            self.wrong = f"writer {self.number}: {error!r}"

    def send(self, method, path, body=None, accepted=(200, 201, 204)):
        status, answer, _ = self.server.ask(method, path, body, Authorization="Bearer " + self.token)
        if status not in accepted:
            raise RuntimeError(f"{method} {path} answered {status}: {answer}")
        return status, answer

    def propose(self, turn):
        title = f"Proposal {turn} of writer {self.number}"
        _, made = self.send("POST", INNOVATIONS, {**TEXT, "title": title, "member_state": "PT", "organisation": ""})
        self.done.add(self.number, f"innovation/{made['id']}", 1)
        return made["id"]

    def edit(self, innovation, turn):
        _, view = self.send("GET", f"{INNOVATIONS}/{innovation}")
        title = f"Proposal {turn} of writer {self.number}, once more"
        self.send("PUT", f"{INNOVATIONS}/{innovation}", {**TEXT, "title": title, "revision": view["revision"]})
        self.done.add(self.number, f"innovation/{innovation}", 2)

    def support(self, innovation):
        if innovation > 0:
            self.send("POST", f"{INNOVATIONS}/{innovation}/supporters", accepted=(200, 201, 204, 404))

    def edit_draft(self, number, turn):
        _, version = self.send("GET", f"{VERSIONS}/{number}")
        items = [{**item, "levels": [level["text"] for level in item["levels"]]} for item in version["items"]]
        items[0]["evidence_types"] = [f"writer {self.number}, {turn}"]
        status, _ = self.send("PUT", f"{VERSIONS}/{number}", {
            "revision": version["revision"], "title": version["title"], "items": items}, accepted=(200, 204, 409))
        if status != 409:
            self.done.add(self.number, f"draft {number}", version["revision"] + 1)


def token_of(program, server, where, number):
    """Of a person of their own, who may edit drafts as well."""
    mail = f"writer{number}@example.org"
    link = subprocess.run([program.path, "account", "create", mail, "--name", f"Writer {number}", *where],
                          capture_output=True, text=True, check=True).stdout
    program.call("account", "grant", mail, "framework_steward", *where)
    _, own, cookie = server.ask("POST", "/api/v1/account/session/link", {"secret": re.search(r"#(\S+)", link).group(1)})
    _, made, _ = server.ask("POST", "/api/v1/account/tokens", {"name": "archive"}, Cookie=cookie.split(";")[0],
                            **{"X-CSRF-Token": own["csrf_token"]})
    return made["token"]


class Copy:
    """One that was taken, and what was acknowledged before it began and while it was taken."""
    def __init__(self, path, before, after):
        self.path, self.before, self.meanwhile = path, before, after[len(before):]


def take_copies(program, where, writers, copies):
    """Copies, a backup and an export in turn, while so many write; and what the writers complain of."""
    server, done = Server(program, where), Acknowledged()
    try:
        people = [Writer(number, server, token_of(program, server, where, number), done) for number in range(writers)]
        for draft in DRAFTS:
            people[0].send("POST", VERSIONS, {"number": draft, "title": draft, "based_on": "0.1.0"})
        for writer in people:
            writer.start()
        taken = []
        for number in range(copies):
            before = done.all()
            path = program.fresh("copy") + ("" if number % 2 else ".zip")
            program.call(*(["export", "all"] if number % 2 else ["backup"]), path, *where)
            taken.append(Copy(path, before, done.all()))
        for writer in people:
            writer.asked_to_stop.set()
        for writer in people:
            writer.join()
        return taken, [writer.wrong for writer in people if writer.wrong]
    finally:
        server.stop()


def rows(folder, table):
    with open(os.path.join(folder, f"{table}.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def complaints_of(folder, copy):
    """What does not fit together in the tables of a copy; its last entry is the moment that it is of."""
    entries = rows(folder, "audit_entries")
    newest = len(entries)
    if [int(entry["number"]) for entry in entries] != list(range(1, newest + 1)):
        yield "entries of the trail are missing"
    made = Counter((entry["action"], entry["subject"]) for entry in entries)
    innovations = {f"innovation/{row['id']}": row for row in rows(folder, "innovations")}
    texts = Counter(f"innovation/{row['innovation']}" for row in rows(folder, "innovation_texts"))
    if set(innovations) != {subject for action, subject in made if action == "innovation.propose"}:
        yield "there are innovations without their entry, or entries without their innovation"
    for subject, row in innovations.items():
        if texts[subject] != 1 + made["innovation.edit", subject] or int(row["text_number"]) != texts[subject]:
            yield f"{subject} has {texts[subject]} texts, its entries make {1 + made['innovation.edit', subject]}"
    supporters = Counter(f"innovation/{row['innovation']}" for row in rows(folder, "innovation_supporters"))
    supported = Counter({subject: count for (action, subject), count in made.items() if action == "innovation.support"})
    if supporters != supported:
        yield "supporters are not those of the entries"
    drafts = {}
    for row in rows(folder, "framework_versions"):
        subject = f"framework_version/{row['id']}"
        drafts[f"draft {row['major']}.{row['minor']}.{row['patch']}"] = int(row["revision"])
        if row["state"] == "draft" and int(row["revision"]) != 1 + made["framework_version.edit", subject]:
            yield f"{subject} has revision {row['revision']}, its entries make {1 + made['framework_version.edit', subject]}"
    if any(int(row["entry"]) > newest for row in rows(folder, "notices")):
        yield "somebody is told of what has not happened yet"
    for writer, subject, revision in copy.before:
        if max(texts[subject], drafts.get(subject, 0)) < revision:
            yield f"what writer {writer} did to {subject} was acknowledged before the copy began, and is not in it"


def under_many_writers(program, engine, differing, archive, writers=8, copies=6):
    """Yields a complaint or None for each trial; the installation begins as `archive`."""
    where = engine.empty()
    program.call("restore", archive, *where)
    taken, wrong = take_copies(program, where, writers, copies)
    yield "; ".join(wrong) or None
    at_rest = program.fresh("copy") + ".zip"
    program.call("backup", at_rest, *where)
    last = program.exported(where)

    moments, most_writers = set(), 0
    for copy in [*taken, Copy(at_rest, [], [])]:
        restored = engine.empty()
        program.call("restore", copy.path, *restored)  # which checks every reference from row to row
        program.call("audit", "verify", *restored)
        folder = program.exported(restored)
        in_a_file = ["--data-dir", program.fresh("data")]
        program.call("restore", copy.path, *in_a_file)
        found = [*complaints_of(folder, copy)][:3] + [f"differs in a file: {name}" for name in
                                                      differing(folder, program.exported(in_a_file))]
        if os.path.isdir(copy.path):
            found += [f"restored differs from what was exported: {name}" for name in differing(folder, copy.path)]
        yield f"{engine.name}: {'; '.join(found)}" if found else None
        moments.add(len(rows(folder, "audit_entries")))
        most_writers = max(most_writers, len({writer for writer, _, _ in copy.meanwhile}))
    changed = differing(folder, last)
    yield f"{engine.name}: restored differs from what was copied: {changed}" if changed else None
    print(f"{engine.name}: {len(taken)} copies at {len(moments) - 1} moments of {max(moments)} changes by {writers} writers, up to "
          f"{most_writers} of whom wrote during one copy", flush=True)
    yield None if most_writers >= writers // 2 else f"{engine.name}: too few wrote during a copy: the test proved nothing"
