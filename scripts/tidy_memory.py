"""What clang-tidy found clean is not looked at again while all that it depends on is the same.

A unit's key is a hash of the program's version list, the checks, the command and every file that the unit includes, as the
last build noted them; paths of the tree are relative, so that all clones of a machine share what is known. A unit that is
newer than its object has no key, as its list of includes may be old.
"""
import hashlib
import os
import re
import subprocess
import time
from pathlib import Path

DAYS_KEPT = 30


class TidyMemory:
    def __init__(self, root, build, entries):
        """`entries` are those of compile_commands.json."""
        self.root, self.build = root, build.resolve()
        caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        self.folder = caches / "tributary-tidy"
        self.commands = {Path(entry["file"]): entry["command"] for entry in entries}
        self.includes = self._includes()
        self.digests = {}
        self.checks = [self._digest(root / name) for name in (".clang-tidy", "scripts/clang-tidy.txt", "scripts/run-tidy")]

    def _includes(self):
        """The files that each object was made from, those alone that the build vouches for."""
        listed = subprocess.run(["ninja", "-C", self.build, "-t", "deps"], capture_output=True, text=True).stdout
        objects, current = {}, None
        for line in listed.splitlines():
            if line.startswith("    "):
                current.append(self.build / line.strip())
            elif line:
                current = []
                if line.endswith("(VALID)"):
                    objects[line.partition(":")[0]] = current
        return objects

    def _digest(self, file):
        if file not in self.digests:
            self.digests[file] = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"
        return self.digests[file]

    def key(self, unit):
        """None: nothing can be remembered of it."""
        command = self.commands[unit]
        named = re.search(r" -o (\S+)", command)
        files = self.includes.get(named.group(1)) if named else None
        if not files:
            return None
        made_at = (self.build / named.group(1)).stat().st_mtime_ns
        content = hashlib.sha256("\n".join([*self.checks, command.replace(str(self.root), ".")]).encode())
        for file in sorted(Path(os.path.normpath(name)) for name in files):
            is_ours = file.is_relative_to(self.root)
            if not file.is_file() or (is_ours and file.stat().st_mtime_ns > made_at):
                return None
            content.update(f"\n{file.relative_to(self.root) if is_ours else file} {self._text_digest(file, unit)}".encode())
        return content.hexdigest()

    def _text_digest(self, file, unit):
        """A unit that CMake has made names its sources by their whole paths."""
        if file != unit:
            return self._digest(file)
        return hashlib.sha256(file.read_text(encoding="utf-8").replace(str(self.root), ".").encode()).hexdigest()

    def knows(self, key):
        known = key is not None and (self.folder / key).exists()
        if known:
            os.utime(self.folder / key)
        return known

    def remember(self, key):
        if key is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / key).touch()

    def forget_old(self):
        oldest = time.time() - DAYS_KEPT * 24 * 3600
        for file in self.folder.glob("*"):
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
