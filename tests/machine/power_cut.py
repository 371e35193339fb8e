"""Cuts the power at every write of a recorded session.

python power_cut.py FOLDER STEP prints one JSON object. A process opens a profile, writes, closes, opens and
backs up; strace records every write, sync, rename and deletion in the profile, and each time that the process
said that something is saved. Then, at every STEP-th of these calls, the folder is put together as a power cut
there may leave it: all that was written; only what was synced; or synced and some of the rest. Each
is opened as the program does: all that was said before must be in it, and nothing may be called damaged.

The shared memory of the log is no file that is written to, so it is never there: as after a real power cut.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.services import upkeep
from nextrep.storage.database import FILE_NAME, MAP_FILE, SEAL_FILE
from tests.machine.killed_work import NOW, do, there

STEPS = (
    "entry", "check-in", "entry", "import", "entry", "check-in", "reopen", "entry", "entry", "backup",
    "entry", "check-in", "entry", "reopen", "import", "entry", "backup", "entry", "check-in", "entry",
)  # fmt: skip
SECTOR = 512
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


@dataclass
class File:
    """A file as it is in memory, and as it is on the disk for sure.

    Attributes:
        waiting: writes since the last sync: where, and what; None for where means cut to that length.
    """

    now: bytearray = field(default_factory=bytearray)
    synced: bytes = b""
    waiting: list[tuple[int | None, bytes]] = field(default_factory=list)

    def write(self, at: int | None, data: bytes) -> None:
        apply(self.now, at, data)
        self.waiting.append((at, data))

    def sync(self) -> None:
        self.synced, self.waiting = bytes(self.now), []

    def torn(self, dice: random.Random) -> bytes:
        """What is on the disk if only some of what waits came there."""
        content = bytearray(self.synced)
        for at, data in self.waiting:
            if at is None:
                if dice.random() < 0.5:
                    apply(content, at, data)
                continue
            for start in range(0, len(data), SECTOR):
                if dice.random() < 0.6:
                    apply(content, at + start, data[start : start + SECTOR])
        return bytes(content)


def apply(content: bytearray, at: int | None, data: bytes) -> None:
    if at is None:
        length = int(data)
        del content[length:]
        content.extend(bytes(length - len(content)))
        return
    if at > len(content):
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def child(folder: Path, said: Path) -> None:
    """Work, and write a line to `said` once something is saved."""
    pipe = os.open(said, os.O_CREAT | os.O_WRONLY)
    opened = upkeep.open_profile(folder, NOW)
    for number, step in enumerate(STEPS):
        if step == "reopen":
            opened.close()
            opened = upkeep.open_profile(folder, NOW)
        else:
            do(opened.store, folder, step, number)
        os.write(pipe, f"said {number}\n".encode())
    opened.close()


def record(folder: Path) -> list[str]:
    """Run the child under strace and return the lines of its trace."""
    trace = folder / "trace.txt"
    calls = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename,link,mkdir"
    command = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-e", f"trace={calls}", "-o", str(trace)]
    command += [sys.executable, __file__, str(folder), "child"]
    subprocess.run(command, check=True)
    return trace.read_text(encoding="ascii").splitlines()


def text_of(quoted: str) -> bytes:
    return bytes.fromhex(quoted.replace("\\x", ""))


class Replay:
    """The files of the profile folder, call by call.

    Attributes:
        names: what the folder holds by name; `sure` as it was when the folder was last synced.
        said: the last number that was said to be saved.
    """

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        self.names: dict[str, File] = {}
        self.sure: dict[str, File] = {}
        self.said = -1
        self.places: dict[tuple[str, str], int] = {}

    def take(self, line: str) -> bool:
        """Take one call; returns whether it changed the profile."""
        match = CALL.match(line)
        if match is None or match[3].startswith("-"):
            return False
        name, words = match[1], match[2]
        strings = [text_of(one) for one in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', words)]
        place = re.match(r"(\d+)<((?:\\x[0-9a-f]{2})*|[^>]*)>", words)
        path = ""
        if place is not None:
            raw = place[2]
            path = text_of(raw).decode() if raw.startswith("\\x") else raw
        if name in {"unlink", "rename", "link", "openat"}:
            return self._name(name, [one.decode() for one in strings], words)
        if path.endswith("said.txt") and name == "write":
            self.said = int(strings[0].split()[1])
            return False
        if Path(path) == self.profile and name == "fsync":
            self.sure = dict(self.names)
            return True
        inside = self._inside(path)
        if inside is None or inside not in self.names:
            return False
        return self._content(name, inside, strings, words, int(match[3]))

    def _inside(self, path: str) -> str | None:
        here = Path(path)
        if (
            here.parent != self.profile
            or here.name.endswith(("-shm", ".lock"))
            or path.endswith(" (deleted)")
        ):
            return None
        return here.name

    def _name(self, call: str, paths: list[str], words: str) -> bool:
        names = [self._inside(one) for one in paths]
        if call == "openat":
            if names and names[-1] is not None and "O_CREAT" in words:
                fresh = names[-1] not in self.names
                file = self.names.setdefault(names[-1], File())
                if "O_TRUNC" in words:
                    file.write(None, b"0")
                self.places.pop((names[-1], "write"), None)
                return fresh
            return False
        if call == "unlink" and names[0] in self.names:
            del self.names[str(names[0])]
            return True
        if call == "rename" and names[0] in self.names and names[1] is not None:
            self.names[names[1]] = self.names.pop(str(names[0]))
            return True
        return False

    def _content(self, call: str, inside: str, strings: list[bytes], words: str, result: int) -> bool:
        file = self.names[inside]
        if call == "pwrite64":
            file.write(int(words.rsplit(", ", 1)[1]), strings[0][:result])
        elif call == "write":
            at = self.places.get((inside, "write"), 0)
            file.write(at, strings[0][:result])
            self.places[inside, "write"] = at + result
        elif call == "ftruncate":
            file.write(None, words.rsplit(", ", 1)[1].encode())
        elif call in {"fsync", "fdatasync"}:
            file.sync()
            # The name of a file that is synced is on the disk too, on the file systems of Linux.
            self.sure[inside] = file
        return True

    def put(self, folder: Path, way: str, dice: random.Random) -> None:
        """Put the folder together as the power cut leaves it."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        names = self.names if way == "all" else self.sure
        if way == "torn" and dice.random() < 0.5:
            names = self.names
        for name, file in names.items():
            content = {"all": bytes(file.now), "synced": file.synced}.get(way)
            (folder / name).write_bytes(file.torn(dice) if content is None else content)
        _seal_for(folder)


def _seal_for(folder: Path) -> None:
    """Make a whole seal one of this folder's file, which is another one to the system."""
    seal, database = folder / SEAL_FILE, folder / FILE_NAME
    if not seal.exists() or not database.exists():
        return
    head, _, body = seal.read_bytes().partition(b"\n")
    body = body.rstrip(b"\n")
    if head == b"1 %08x" % zlib.crc32(body):
        mine = b"%d %b" % (database.stat().st_ino, body.split(b" ")[1])
        seal.write_bytes(b"1 %08x\n%b\n" % (zlib.crc32(mine), mine))


def fault(folder: Path, said: int) -> str:
    """Open the profile and return what is not as it must be, "" for nothing."""
    try:
        opened = upkeep.open_profile(folder, NOW)
    except KnownError as error:
        return f"refused: {error.title}"
    try:
        for number, step in enumerate(STEPS):
            if step in {"backup", "reopen"}:
                continue
            state = there(opened.store, step, number)
            if state == "part" or (number <= said and state != "whole"):
                return f"{step} {number} is {state}, said {said}"
        problems = opened.store.problems()
        if problems:
            return problems[0]
        return "" if opened.compare_seal() else "the seal calls it damaged"
    finally:
        opened.close()


def main() -> None:
    """Record, cut, open, and print what came of it."""
    folder = Path(sys.argv[1])
    profile = folder / "profile"
    if sys.argv[2] == "child":
        child(profile, folder / "said.txt")
        return
    lines = record(folder)
    replay, cuts, faults = Replay(profile), 0, []
    calls = 0
    for line in lines:
        if not replay.take(line):
            continue
        calls += 1
        if calls % int(sys.argv[2]) or "nextrep.db" not in replay.names:
            continue
        for way in ("all", "synced", "torn"):
            again = folder / "again"
            replay.put(again, way, random.Random(f"{calls} {way}"))
            cuts += 1
            wrong = fault(again, replay.said)
            if wrong:
                faults.append({"call": calls, "way": way, "wrong": wrong, "line": line[:120]})
    replay.put(folder / "again", "all", random.Random(0))
    for name in (FILE_NAME, MAP_FILE):
        assert (folder / "again" / name).read_bytes() == (profile / name).read_bytes(), "all was recorded"
    print(json.dumps({"calls": calls, "cuts": cuts, "said": replay.said, "faults": faults}), flush=True)


if __name__ == "__main__":
    main()
