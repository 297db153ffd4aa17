#!/usr/bin/env python3
"""What the scripts at the root refuse, and what the layer check finds. Needs no build."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, stdin=subprocess.DEVNULL,
                          timeout=60, **options)
    return done.returncode, done.stdout + done.stderr


class LayerCheck(unittest.TestCase):
    """Each test lays out a small tree with one breach, and expects its place and reason."""

    def check(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return run(ROOT / "scripts/check-layers", folder)

    def assert_found(self, files, *expected):
        status, output = self.check(files)
        self.assertEqual(status, 1, output)
        for text in expected:
            self.assertIn(text, output)

    def test_lawful_includes_pass(self):
        status, output = self.check({
            "src/search/index.cpp": '#include "search/internal/block.h"\n#include "text/analyzer.h"\n#include <vector>\n',
            "src/http/routes.cpp": '#include "app/portal.h"\n#include "catalogue/project.h"\n'})
        self.assertEqual((status, output), (0, "2 passed, 0 failed\n"))

    def test_include_upwards(self):
        self.assert_found({"src/text/a.cpp": '#include <string>\n#include "search/index.h"\n'},
                          "src/text/a.cpp:2: text/ may not include search/index.h", "0 passed, 1 failed")

    def test_include_of_a_sibling(self):
        self.assert_found({"src/catalogue/a.h": '#include "search/index.h"\n'}, "src/catalogue/a.h:1:")

    def test_database_out_of_reach_of_the_edges(self):
        self.assert_found({"src/http/a.cpp": '#include "sql/connection.h"\n'}, "src/http/a.cpp:1:")

    def test_another_layers_internals(self):
        self.assert_found({"src/search/a.cpp": '\n\n  #  include "text/internal/tables.h"\n'},
                          "src/search/a.cpp:3: text/internal/tables.h is internal to text/")

    def test_unknown_layer(self):
        self.assert_found({"src/extras/a.cpp": "\n"}, "src/extras/a.cpp:1: src/extras/ is no layer")

    def test_forbidden_link(self):
        self.assert_found({"src/text/CMakeLists.txt": "find_package(ICU)\ntributary_library(text LINKS base sql)\n"},
                          "src/text/CMakeLists.txt:2: text may not link sql")

    def test_heavy_header_twice(self):
        self.assert_found({"src/http/a.cpp": "#include <boost/beast/core.hpp>\n",
                           "src/http/b.cpp": "\n#include <boost/beast/http.hpp>\n"},
                          "src/http/b.cpp:2: Beast is included by src/http/a.cpp already")
        self.assert_found({"src/cli/a.h": "#include <CLI/CLI.hpp>\n"}, "src/cli/a.h:1: CLI11 in a header")

    def test_long_files_in_any_language(self):
        for name in ["src/base/a.cpp", "web/src/page.tsx", "tests/api/cases.py", "scripts/thing"]:
            self.assert_found({name: "x\n" * 601}, f"{name}:601: 601 lines")
            self.assertEqual(self.check({name: "x\n" * 600})[0], 0, name)


class Tidy(unittest.TestCase):
    """A tree with one unit of two sources, as CMake makes it, and a source by itself."""

    SOURCES = {"src/a.cpp": "#include <set>\nnamespace a {\nusing std::multiset;\nint* nothing() { return 0; }\n}\n",
               "src/b.cpp": "namespace b {\nint BadName() { return 1; }\n}\n",
               "src/alone.cpp": '#include <set>\n#include "part.cpp"\nusing std::multiset;\n',
               "src/part.cpp": "inline int part() { return 1; }\n"}

    def tidy(self, sources, *parts):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            unit = root / "build/dev/Unity/unity_0_cxx.cxx"
            includes = "".join(f'#include "{root}/{name}"\n' for name in ("src/a.cpp", "src/b.cpp"))
            for path, text in [(unit, includes), *((root / name, text) for name, text in sources.items()),
                               (root / ".clang-tidy", (ROOT / ".clang-tidy").read_text(encoding="utf-8"))]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            commands = [{"directory": folder, "file": str(file), "command": f"c++ -std=c++23 -c {file}"}
                        for file in (unit, root / "src/alone.cpp")]
            (root / "build/dev/compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
            return run(ROOT / "scripts/run-tidy", "build/dev", *parts, cwd=root)

    def test_what_is_wrong_in_a_source_is_found_whatever_unit_it_is_in(self):
        status, output = self.tidy(self.SOURCES)
        self.assertEqual(status, 1, output)
        for place, check in (("a.cpp:3", "misc-unused-using-decls"), ("a.cpp:4", "modernize-use-nullptr"),
                             ("b.cpp:2", "readability-identifier-naming"), ("alone.cpp:2", "bugprone-suspicious-include"),
                             ("alone.cpp:3", "misc-unused-using-decls")):
            self.assertRegex(output, rf"{re.escape(place)}:.*\[{check}")
        self.assertTrue(output.endswith("3 source files in 2 units\n0 passed, 2 failed\n"), output)

    def test_a_part_of_a_path_takes_the_units_that_hold_it(self):
        whole = {**self.SOURCES, "src/a.cpp": "namespace a {\nint one() { return 1; }\n}\n",
                 "src/b.cpp": "namespace b {\nint two() { return 2; }\n}\n"}
        self.assertEqual(self.tidy(whole, "src/b.cpp"), (0, "2 source files in 1 units\n1 passed, 0 failed\n"))

    def test_what_was_clean_is_looked_at_again_once_it_or_what_it_includes_has_changed(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            build = root / "build"
            source, header = root / "src/a.cpp", root / "src/a.h"
            command = f"c++ -MD -MF a.d -o a.o -c {source}"
            for path, text in [(source, '#include "a.h"\n'), (header, "namespace a {\nint one();\n}\n"),
                               (root / ".clang-tidy", (ROOT / ".clang-tidy").read_text(encoding="utf-8")),
                               (build / "build.ninja", f"rule c\n  command = {command}\n  deps = gcc\n  depfile = a.d\n"
                                                       f"build a.o: c {source}\n"),
                               (build / "compile_commands.json",
                                json.dumps([{"directory": str(build), "file": str(source), "command": command}]))]:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            names = {**os.environ, "XDG_CACHE_HOME": str(root / "cache")}

            def tidy():
                return run(ROOT / "scripts/run-tidy", "build", cwd=root, env=names)

            subprocess.run(["ninja", "-C", build, "--quiet"], check=True)
            self.assertEqual(tidy(), (0, "1 source files in 1 units\n1 passed, 0 failed\n"))
            known = "1 source files in 1 units, 1 of them the same as when they were clean\n1 passed, 0 failed\n"
            self.assertEqual(tidy(), (0, known))
            header.write_text("namespace a {\nint BadName();\n}\n", encoding="utf-8")
            for what in ("before it is built again", "afterwards"):
                status, output = tidy()
                self.assertEqual(status, 1, what)
                self.assertIn("readability-identifier-naming", output, what)
                subprocess.run(["ninja", "-C", build, "--quiet"], check=True)


class DocumentationCheck(unittest.TestCase):
    def test_links_to_missing_files_and_functions(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "a.cpp").write_text("void here() {}\n", encoding="utf-8")
            page = Path(folder, "page.md")
            page.write_text("[`here()`](a.cpp) [elsewhere](https://example.org/x) [below](#below)\n", encoding="utf-8")
            self.assertEqual(run(ROOT / "scripts/check-docs", folder), (0, "1 passed, 0 failed\n"))
            page.write_text("\n[`gone()`](a.cpp)\n[b](b.cpp)\n", encoding="utf-8")
            status, output = run(ROOT / "scripts/check-docs", folder)
            self.assertEqual(status, 1)
            self.assertIn("page.md:2: there is no gone() in a.cpp", output)
            self.assertIn("page.md:3: there is no b.cpp", output)


class RunArguments(unittest.TestCase):
    def assert_refused(self, arguments, reason):
        status, output = run(ROOT / "run", *arguments)
        self.assertEqual(status, 2, output)
        self.assertIn(reason, output)

    def test_bad_arguments_are_named(self):
        self.assert_refused(["--prot", "80"], "unknown argument '--prot'")
        self.assert_refused(["--port"], "--port needs a number")
        for port in ["0", "65536", "http", "-1", ""]:
            self.assert_refused(["--port", port], f"not '{port}'")
        self.assert_refused(["--data"], "--data needs at least one")
        self.assert_refused(["--data", "--port", "8081"], "--data needs at least one")
        self.assert_refused(["--data", "/no/such/file.zip"], "there is no file or folder '/no/such/file.zip'")
        self.assert_refused(["--data-dir", str(ROOT / "run")], "is not a folder")

    def test_port_in_use_is_said_before_the_build(self):
        import socket
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            self.assert_refused(["--port", port], f"port {port} is in use")

    def test_help(self):
        status, output = run(ROOT / "run", "--help")
        self.assertEqual(status, 0)
        self.assertIn("usage: ./run [--data PATH…] [--port N] [--data-dir DIR]", output)


class InstallPackages(unittest.TestCase):
    """With stand-ins for dpkg-query, apt-get, sudo and id, as the script must not change this machine."""

    def install(self, installed, user, tools):
        with tempfile.TemporaryDirectory() as folder:
            def tool(name, text):
                path = Path(folder) / name
                path.write_text("#!/bin/bash\n" + text, encoding="utf-8")
                path.chmod(0o755)
            for name in ["bash", "dirname", "env", "sed"]:
                os.symlink(f"/usr/bin/{name}", Path(folder) / name)
            tool("dpkg-query", 'shift 2; for p; do ' +
                 ('echo "installed $p"' if installed else 'echo "not-installed $p"') + "; done")
            tool("apt-get", f'echo "$@" >> {folder}/apt.log')
            tool("id", f"echo {user}")
            if "sudo" in tools:
                tool("sudo", f'echo sudo >> {folder}/apt.log; exec "$@"')
            if "node" in tools:
                tool("node", "echo v20.1.0")
                tool("npm", "")
            status, output = run(ROOT / "scripts/install-packages", "build", env={"PATH": folder})
            log = Path(folder) / "apt.log"
            return status, output, log.read_text(encoding="utf-8") if log.exists() else ""

    def test_nothing_missing_asks_nobody(self):
        self.assertEqual(self.install(True, 1000, ["node"]), (0, "", ""))

    def test_root_needs_no_sudo(self):
        status, output, log = self.install(False, 0, ["node", "sudo"])
        self.assertEqual(status, 0, output)
        self.assertIn("install --no-install-recommends", log)
        self.assertNotIn("sudo", log)
        self.assertNotIn("nodejs", log)

    def test_others_use_sudo(self):
        status, output, log = self.install(False, 1000, ["sudo"])
        self.assertEqual(status, 0, output)
        self.assertIn("sudo\n", log)
        self.assertIn("nodejs npm", log)

    def test_without_sudo_it_says_what_to_do(self):
        status, output, log = self.install(False, 1000, [])
        self.assertEqual((status, log), (1, ""))
        self.assertIn("not root, and there is no sudo; as root run: apt-get install", output)


class TestRunner(unittest.TestCase):
    def test_unknown_suite_is_refused(self):
        status, output = run(ROOT / "test", "no-such-suite")
        self.assertEqual(status, 2)
        self.assertIn("there is no suite 'no-such-suite'", output)

    def run_suites(self, suites):
        """./test over stand-ins: name → what the suite does."""
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "scripts/suites").mkdir(parents=True)
            shutil.copy(ROOT / "test", root / "test")
            for name, text in {"install-packages": "", **{f"suites/{name}": text for name, text in suites.items()}}.items():
                (root / "scripts" / name).write_text("#!/bin/bash\n" + text, encoding="utf-8")
                (root / "scripts" / name).chmod(0o755)
            return run(root / "test", *suites)

    def test_each_suite_runs_once_and_is_counted_under_its_name(self):
        counted = "[ \"$1\" = build ] || echo '%d passed, 0 failed'\n"
        status, output = self.run_suites({"run": counted % 1, "browser": counted % 20, "asan": counted % 300, "tsan": counted % 4000})
        self.assertEqual(status, 0, output)
        for name, passed in [("run", 1), ("browser", 20), ("asan", 300), ("tsan", 4000)]:
            self.assertRegex(output, rf"(?m)^{name} +\d+ s +{passed} passed +0 failed")
        self.assertEqual(output.splitlines()[-1], "4321 passed, 0 failed")

    def test_what_fails_or_does_not_count_fails_the_whole(self):
        status, output = self.run_suites({"unit": "echo '5 passed, 1 failed'; exit 1", "docs": "echo 'no count'"})
        self.assertEqual(status, 1)
        self.assertIn("did not run to its end", output)
        self.assertEqual(output.splitlines()[-1], "5 passed, 2 failed")


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=1).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
