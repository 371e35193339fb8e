"""Kills all kinds of work at random moments: opening, changes of format, writing, imports, backups, closing.

python killed_work.py FOLDER SEED TRIALS prints one JSON object. Each trial is a fork with a profile of its
own: new, old, or encrypted. It does a list of things that the seed decides, and says each through a pipe once
the service that does it has returned, which is when a screen would say so. Then it is killed. What was
said must be there, what was begun is there as a whole or not at all, and what was there before still is.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import selectors
import shutil
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nextrep.services import backups, demo, journal, transfer, upkeep, vault
from nextrep.storage.backup_files import found_in
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store
from nextrep.storage.vault.kdf import Cost
from nextrep.storage.vault.key import ProfileKey

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
TODAY = NOW.date().toordinal()
FORMATS = Path(__file__).resolve().parents[1] / "fixtures" / "profiles"
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"  # noqa: E501
SETS = 60
"""In each file that is imported."""
KEPT = ("session", "workset", "entry", "checkin", "rating", "night", "exercise", "planned")
Rows = dict[str, Counter[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Template:
    """A profile as it is before, and all that must be in it afterwards, in the newest format."""

    folder: Path
    key: ProfileKey | None
    rows: Rows


def templates(folder: Path) -> list[Template]:
    """An empty profile, one with some weeks, one of each old format, and an encrypted one."""
    found = [_template(folder / "empty", None, 0), _template(folder / "weeks", None, 6)]
    key = vault.create(folder / "locked", "a long passphrase", NOW, cost=Cost(64, 1, 1)).key
    found.append(_template(folder / "locked", key, 6))
    for file in sorted(FORMATS.glob("format-*.db.gz")):
        old = folder / file.name.split(".")[0]
        old.mkdir()
        (old / FILE_NAME).write_bytes(gzip.decompress(file.read_bytes()))
        copy = folder / f"{old.name}-now"
        shutil.copytree(old, copy)
        Store(copy, now=NOW).close()
        found.append(Template(old, None, rows_of(copy, None)))
    return found


def _template(folder: Path, key: ProfileKey | None, weeks: int) -> Template:
    opened = upkeep.open_profile(folder, NOW, key=key)
    if weeks:
        demo.fill(opened.store, weeks, 1, NOW)
    opened.close()
    return Template(folder, key, rows_of(folder, key))


def rows_of(folder: Path, key: ProfileKey | None) -> Rows:
    store = Store(folder, now=NOW, key=key)
    try:
        return {
            name: Counter(store._database.execute_sql(f"SELECT * FROM {name}").fetchall()) for name in KEPT
        }
    finally:
        store.close()


def plan(dice: random.Random) -> list[str]:
    """Decide what is done, in which order."""
    return dice.choices(("entry", "check-in", "import", "backup", "reopen"), (6, 6, 3, 2, 1), k=20)


def work(folder: Path, key: ProfileKey | None, steps: list[str], pipe: int) -> None:
    """Do it, and say each thing that is done."""
    opened = upkeep.open_profile(folder, NOW, key=key)
    os.write(pipe, b"opened\n")
    for number, step in enumerate(steps):
        if step == "reopen":
            opened.close()
            opened = upkeep.open_profile(folder, NOW, key=key)
        else:
            do(opened.store, folder, step, number)
        os.write(pipe, f"{number}\n".encode())
    opened.close()
    os.write(pipe, b"end\n")
    signal.pause()


def do(store: Store, folder: Path, step: str, number: int) -> None:
    """Do one thing in a way that shows its number."""
    match step:
        case "entry":
            journal.write(store, TODAY, f"mark {number} " + "words " * 200, NOW)
        case "check-in":
            journal.check_in(store, TODAY - 1000 - number, {"mood": number, "energy": number}, NOW)
        case "import":
            file = folder.parent / f"{folder.name}-{number}.csv"
            head = f'2020-01-{number + 1:02} 18:00:00,"Mark {number}",45m,"Bench Press (Barbell)"'
            rows = [f'{head},{one},60,8,0,0,"","",\n' for one in range(1, SETS + 1)]
            file.write_text(HEADER + "".join(rows), encoding="utf-8")
            transfer.keep(store, transfer.read(store, file), UTC)
        case "backup":
            backups.make(store, NOW)


def there(store: Store, step: str, number: int) -> str:
    """Whether one thing is there: "whole", "none", or "part"."""
    query, most = {
        "entry": ("SELECT count(*) FROM entry WHERE body GLOB ?", 1),
        "check-in": (
            "SELECT count(*) FROM rating r JOIN checkin c ON c.id = r.checkin_id WHERE c.day = ?",
            2,
        ),
        "import": (
            "SELECT count(*) FROM workset w JOIN session s ON s.id = w.session_id WHERE s.title = ?",
            SETS,
        ),
    }[step]
    value = {"entry": f"mark {number} *", "check-in": TODAY - 1000 - number, "import": f"Mark {number}"}[step]
    (count,) = store._database.execute_sql(query, (value,)).fetchone()
    return "whole" if count == most else "none" if not count else "part"


def run(template: Template, folder: Path, steps: list[str], seconds: float | None) -> tuple[list[str], float]:
    """Fork a process that works, and kill it after so long; returns what it said, and how long it took."""
    shutil.copytree(template.folder, folder)
    read_end, write_end = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        try:
            work(folder, template.key, steps, write_end)
        finally:
            os._exit(1)
    os.close(write_end)
    said: list[str] = []
    with os.fdopen(read_end, "rb") as pipe:
        if seconds is None:
            for line in iter(pipe.readline, b""):
                said.append(line.decode().strip())
                if said[-1] == "end":
                    break
        else:
            with selectors.DefaultSelector() as nothing:
                nothing.select(seconds)  # the other process works on
        took = time.monotonic() - start
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said += pipe.read().decode().split()
    return said, took


def faults_of(template: Template, folder: Path, steps: list[str], said: list[str]) -> list[str]:
    """Open the profile as the next start does, and return what is not as it must be."""
    done = max((int(one) for one in said if one.isdigit()), default=-1)
    found: list[str] = []
    opened = upkeep.open_profile(folder, NOW, key=template.key)
    try:
        for number, step in enumerate(steps):
            if step in {"backup", "reopen"}:
                continue
            state = there(opened.store, step, number)
            allowed = {"whole"} if number <= done else {"whole", "none"} if number == done + 1 else {"none"}
            if state not in allowed:
                found.append(f"{step} {number}: {state}, said {done}")
        found += opened.store.problems()
    finally:
        opened.close()
    now = rows_of(folder, template.key)
    found += [f"{name}: rows from before are gone" for name in KEPT if template.rows[name] - now[name]]
    for backup in found_in(folder / "backups", NOW.tzinfo):
        if backup.size < 1000:
            found.append(f"{backup.path.name}: half a backup")
    made = sum(step == "backup" for step in steps[: done + 1])
    if len(found_in(folder / "backups", NOW.tzinfo)) < made:
        found.append("a backup that was said to be made is not there")
    return found


def main() -> None:
    """Run the trials and print what came of them."""
    folder, seed, trials = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    kinds = templates(folder)
    faults, said_in_all, whole = [], 0, {}
    for number in range(trials):
        dice = random.Random(f"{seed} {number}")
        template = dice.choice(kinds)
        steps = plan(dice)
        place = folder / f"trial-{number}"
        if template.folder not in whole:
            said, whole[template.folder] = run(template, folder / f"whole-{number}", steps, None)
            assert said[-1] == "end", said
            assert faults_of(template, folder / f"whole-{number}", steps, said) == []
        # Every third one while it opens: a change of format takes most of that time.
        longest = whole[template.folder] * (0.3 if number % 3 == 0 else 1.1)
        said, _ = run(template, place, steps, dice.uniform(0, longest))
        wrong = faults_of(template, place, steps, said)
        said_in_all += len(said)
        if wrong:
            faults.append({"trial": number, "profile": template.folder.name, "wrong": wrong})
            print(faults[-1], file=sys.stderr, flush=True)
        shutil.rmtree(place)
        if number % 100 == 99:
            print(number + 1, said_in_all, len(faults), file=sys.stderr, flush=True)
    print(json.dumps({"trials": trials, "said": said_in_all, "faults": faults}), flush=True)


if __name__ == "__main__":
    main()
