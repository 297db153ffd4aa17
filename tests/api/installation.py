"""Installations to ask: a data directory made by the program itself, and `tributary serve` on a free port."""
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

PROGRAM = None  # set by run
PAGES = Path(__file__).resolve().parent / "pages"
CORDIS = Path(__file__).resolve().parent / "cordis"
_running = {}


class Installation:
    def __init__(self, *preparation):
        """`preparation`: the arguments of the commands that fill the data directory, each a list."""
        self.folder = tempfile.mkdtemp(prefix="tributary-api-")
        for arguments in preparation:
            done = subprocess.run([PROGRAM, *arguments, "--data-dir", self.folder], capture_output=True, text=True,
                                  timeout=300)
            # An import with rejected rows may say so in its exit code; what it could not do, the tests will miss.
            if done.returncode < 0:
                raise RuntimeError(f"{arguments} was killed: {done.stderr}")
        self.log = open(Path(self.folder) / "serve.log", "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data-dir", self.folder, "--port", "0", "--web-root", str(PAGES)],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.match(r"Tributary is at http://127\.0\.0\.1:(\d+)/$", line.strip())
        if not found:
            self.log.seek(0)
            raise RuntimeError(f"serve did not start: {line!r} {self.log.read()}")
        self.port = int(found.group(1))

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


def imported():
    """A small set in the form of CORDIS, made for these tests, one of whose rows cannot be imported."""
    if "cordis" not in _running:
        _running["cordis"] = Installation(["import", str(CORDIS)])
    return _running["cordis"]


def stop_all():
    for one in _running.values():
        one.stop()
    _running.clear()
