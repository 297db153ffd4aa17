#!/usr/bin/env python3
"""./run as a person uses it: an empty folder is filled and served, the second start is quick, signals stop it cleanly.

Builds the release preset when it is not built yet, which is most of the time this takes.
"""
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECOND_START_SECONDS = 3.0
STOP_SECONDS = 10.0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Running:
    """./run in a process of its own, up to the line with its address."""

    def __init__(self, *arguments):
        self.port = free_port()
        began = time.monotonic()
        self.process = subprocess.Popen([str(ROOT / "run"), "--port", str(self.port), *arguments], text=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.printed = []
        self.address = None
        for line in self.process.stdout:
            self.printed.append(line)
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            if found:
                self.address = found.group(0)
                break
        self.seconds_to_address = time.monotonic() - began

    def get(self, path):
        with urllib.request.urlopen(self.address.rstrip("/") + path, timeout=30) as answer:
            return answer.status, answer.read().decode("utf-8")

    def stop(self, with_signal):
        """The exit code after the signal; None when it did not stop in time."""
        self.process.send_signal(with_signal)
        try:
            self.printed.append(self.process.communicate(timeout=STOP_SECONDS)[0])
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            return None
        return self.process.returncode

    def output(self):
        return "".join(self.printed)


class Run(unittest.TestCase):
    def test_first_start_fills_second_is_quick_and_both_stop_cleanly(self):
        with tempfile.TemporaryDirectory() as folder:
            data_dir = str(Path(folder) / "data")
            first = Running("--data-dir", data_dir)
            self.assertIsNotNone(first.address, first.output())
            self.assertIn(f":{first.port}/", first.address)
            status, page = first.get("/")
            self.assertEqual(status, 200)
            self.assertIn("<html", page)
            answer = json.loads(first.get("/api/v1/projects?q=InEcVET")[1])
            self.assertTrue(answer["demonstration"])
            self.assertEqual(answer["hits"][0]["acronym"], "InEcVET")
            projects = json.loads(first.get("/api/v1/projects")[1])["total"]
            self.assertGreaterEqual(projects, 200)
            self.assertEqual(first.stop(signal.SIGTERM), 0, first.output())

            second = Running("--data-dir", data_dir)
            self.assertIsNotNone(second.address, second.output())
            print(f"second start: {second.seconds_to_address:.2f} s to the address", flush=True)
            self.assertLess(second.seconds_to_address, SECOND_START_SECONDS, second.output())
            self.assertEqual(json.loads(second.get("/api/v1/projects")[1])["total"], projects)
            self.assertEqual(second.stop(signal.SIGINT), 0, second.output())

    def test_a_start_that_is_killed_while_it_fills_leaves_nothing_half_made(self):
        with tempfile.TemporaryDirectory() as folder:
            data_dir = Path(folder) / "data"
            process = subprocess.Popen([str(ROOT / "run"), "--port", str(free_port()), "--data-dir", str(data_dir)],
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       start_new_session=True)
            filling = Path(f"{data_dir}.filling")
            while not (filling / "tributary.db").exists() and not data_dir.exists():
                self.assertIsNone(process.poll(), "it ended before it filled anything")
                time.sleep(0.005)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.assertFalse(data_dir.exists(), "it was quicker than the kill")
            again = Running("--data-dir", str(data_dir))
            self.assertIsNotNone(again.address, again.output())
            self.assertFalse(filling.exists())
            pipeline = json.loads(again.get("/api/v1/innovations")[1])
            self.assertEqual(pipeline["total"], 14)
            self.assertEqual(again.stop(signal.SIGTERM), 0, again.output())

    def test_a_wrong_file_is_named_and_nothing_is_served(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = Path(folder) / "recipes.csv"
            wrong.write_text("dish;minutes\nsoup;20\n", encoding="utf-8")
            run = Running("--data-dir", str(Path(folder) / "data"), "--data", str(wrong))
            self.assertIsNone(run.address, run.output())
            run.process.communicate(timeout=STOP_SECONDS)
            self.assertNotEqual(run.process.returncode, 0)
            self.assertIn("recipes.csv", run.output())


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=1).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
