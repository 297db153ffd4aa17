"""Installations to ask: a data directory made by the program itself, and `tributary serve` on a free port."""
import json
import re
import shutil
import signal
import subprocess
import tempfile
import time
from email import message_from_bytes, policy
from pathlib import Path

PROGRAM = None  # set by run
PAGES = Path(__file__).resolve().parent / "pages"
CORDIS = Path(__file__).resolve().parent / "cordis"
_running = {}


class Installation:
    def __init__(self, *preparation, serve=()):
        """`preparation`: the arguments of the commands that fill the data directory, each a list; `serve`: more of the server."""
        self.folder = tempfile.mkdtemp(prefix="tributary-api-")
        for arguments in preparation:
            done = subprocess.run([PROGRAM, *arguments, "--data-dir", self.folder], capture_output=True, text=True,
                                  timeout=300)
            # An import with rejected rows may say so in its exit code; what it could not do, the tests will miss.
            if done.returncode < 0:
                raise RuntimeError(f"{arguments} was killed: {done.stderr}")
        self.log = open(Path(self.folder) / "serve.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data-dir", self.folder, *(() if "--port" in serve else ("--port", "0")), "--web-root", str(PAGES), *serve],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.match(r"Tributary is at http://127\.0\.0\.1:(\d+)/$", line.strip())
        if not found:
            self.log.seek(0)
            raise RuntimeError(f"serve did not start: {line!r} {self.log.read()}")
        self.port = int(found.group(1))

    def first_administrator_link(self):
        """What `serve` prints of a data directory without an administrator: the secret of the link."""
        self.process.stdout.readline()
        return self.process.stdout.readline().strip().split("#")[1]

    def sign_in_secret(self, mail):
        """Of a link that `tributary account link` makes."""
        done = subprocess.run([PROGRAM, "account", "link", mail, "--json", "--data-dir", self.folder],
                              capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)["link"].split("#")[1]

    def run(self, *arguments, patience=60):
        """Another command on the same data: exit code, what it printed, what it complained of."""
        done = subprocess.run([PROGRAM, *arguments, "--data-dir", self.folder], capture_output=True, text=True,
                              timeout=patience)
        return done.returncode, done.stdout, done.stderr

    def mails(self, at_least=1, patience=10):
        """The texts of the mails in the outbox, oldest first."""
        end = time.monotonic() + patience
        while True:
            files = sorted((Path(self.folder) / "outbox").glob("*.eml"))
            if len(files) >= at_least or time.monotonic() > end:
                return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
            time.sleep(0.02)

    def stop(self):
        """The exit code after a polite stop."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        return code


def demonstration():
    """The demonstration catalogue, shared by all tests: they only read."""
    if "demo" not in _running:
        _running["demo"] = Installation(["demo"])
    return _running["demo"]


def demonstration_ecosystem():
    """The demonstration with its people, framework and innovations, which tests only read."""
    if "ecosystem" not in _running:
        _running["ecosystem"] = Installation(["demo", "--ecosystem"])
    return _running["ecosystem"]


def imported():
    """A small set in the form of CORDIS, made for these tests, one of whose rows cannot be imported."""
    if "cordis" not in _running:
        _running["cordis"] = Installation(["import", str(CORDIS)])
    return _running["cordis"]


def with_a_rise():
    """A made catalogue of four years, in which more and more projects are about hydrogen, and as many as before about copper."""
    if "rise" not in _running:
        with tempfile.TemporaryDirectory() as folder:
            with open(Path(folder) / "project.csv", "w", encoding="utf-8") as table:
                table.write('"id";"acronym";"title";"startDate";"endDate";"frameworkProgramme";"objective"\n')
                for number in range(240):
                    year, place = 2018 + number // 60, number % 60
                    rise = {2018: 2, 2019: 6, 2020: 12, 2021: 20}[year]
                    word = "hydrogen" if place < rise else "copper" if place >= 50 else "timber"
                    table.write(f'"{number + 1}";"A{number}";"Craft schools and {word}";"{year}-02-01";"{year + 1}-02-01";"HORIZON";'
                                f'"How apprentices learn about {word} in workshop {place}."\n')
            _running["rise"] = Installation(["import", folder])
    return _running["rise"]


def separate(name):
    """The installation of this name, whose people and content its tests make and break."""
    if name not in _running:
        _running[name] = Installation(["demo"])
    return _running[name]


def with_ecosystem(name):
    """The demonstration with its ecosystem, of this name, which its tests add to."""
    if name not in _running:
        _running[name] = Installation(["demo", "--ecosystem"])
    return _running[name]


def stop_all():
    for one in _running.values():
        one.stop()
    _running.clear()
