"""Opens profiles whose files were damaged in every way that dice can think of.

python mutated.py FOLDER SEED COUNT [FIRST] prints one JSON object. Each profile is opened as the program
does, in a process of its own: refused, noticed by the check, or row by row what was saved. Faults are
`crashed` (another exception, or the process died) or `silent` (rows are not what they were, and nothing says
so). `tests/machine/test_mutated.py` runs some hundreds of them.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nextrep.domain.errors import DamagedProfile, KnownError
from nextrep.domain.journal import Entry
from nextrep.services import demo, upkeep, vault
from nextrep.services.rescue import Offer, Rescue
from nextrep.storage import damage
from nextrep.storage import seal as seals
from nextrep.storage.database import DATABASE_ERRORS, FILE_NAME
from nextrep.storage.kept import KEPT_FOLDER
from nextrep.storage.store import Store
from nextrep.storage.tables import ALL_TABLES
from nextrep.storage.vault.kdf import Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.wal import log_of

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
TABLES = [model._meta.table_name for model in ALL_TABLES]
PAGE = 4096
Rows = dict[str, Counter[tuple[object, ...]]]
Mutation = Callable[[bytearray, random.Random], None]


class Template:
    """A profile that is written anew for each trial, in place: a file of its own would have no seal.

    Attributes:
        rows: what was saved in it; `earlier` the same without the last transaction, which a log may lose
            without anybody being able to tell it from a power cut.
        log: its write-ahead log, of a profile whose program was killed; b"" of one that was closed.
    """

    def __init__(self, folder: Path, key: ProfileKey | None, *, killed: bool) -> None:
        self.folder, self.key, self.killed = folder, key, killed
        opened = upkeep.open_profile(folder, NOW, key=key)
        if not demo_was_filled(opened.store):
            demo.fill(opened.store, 4, 1, NOW)
        opened.close()
        self.log, self.earlier = b"", None
        if killed:
            self._kill()
        self.files = {
            file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()
        }
        if not killed:
            self.rows = rows_of(folder, key)
            self.files = {name: data for name, data in self.files.items() if name.suffix != ".lock"}

    def _kill(self) -> None:
        """Leave some transactions in the log alone."""
        store = Store(self.folder, now=NOW, key=self.key)
        seals.take(self.folder)
        for day in range(6):
            if day == 5:
                self.earlier = rows_in(store)
            with store.transaction():
                store.entries.insert(Entry(0, 739_800 + day, NOW, f"entry {day} " * 200))
        self.rows = rows_in(store)
        self.log = log_of(self.folder / FILE_NAME).read_bytes()
        kept = {file: file.read_bytes() for file in self.folder.glob(f"{FILE_NAME}*")}
        store.close()
        for file, data in kept.items():
            file.write_bytes(data)

    def restore(self) -> None:
        """Write all of it again."""
        shutil.rmtree(self.folder / KEPT_FOLDER, ignore_errors=True)
        for file in self.folder.iterdir():
            if file.is_file() and file.relative_to(self.folder) not in self.files:
                file.unlink()
        for name, data in self.files.items():
            (self.folder / name).write_bytes(data)

    def mutate(self, dice: random.Random) -> str:
        """Damage it, and return how."""
        way = dice.choice(WAYS)
        target = log_of(self.folder / FILE_NAME) if self.killed else self.folder / FILE_NAME
        content = bytearray(target.read_bytes())
        before = bytes(content)
        while bytes(content) == before:
            way(content, dice)
        target.write_bytes(content)
        return way.__name__


def demo_was_filled(store: Store) -> bool:
    """Whether there is anything in it."""
    return not store.is_empty()


def a_byte(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(len(content))] ^= dice.randrange(1, 256)


def a_bit_here_and_there(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.randrange(2, 20)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def the_header(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(100)] = dice.randrange(256)


def the_head_of_a_page(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(max(1, len(content) // PAGE)) * PAGE + dice.randrange(12)] = dice.randrange(256)


def a_run(content: bytearray, dice: random.Random) -> None:
    start, length = dice.randrange(len(content)), dice.randrange(1, 3 * PAGE)
    end = min(len(content), start + length)
    content[start:end] = dice.randbytes(end - start)


def zeros(content: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(content) // 512) * 512
    end = min(len(content), start + 512 * dice.randrange(1, 17))
    content[start:end] = bytes(end - start)


def pages_swapped(content: bytearray, dice: random.Random) -> None:
    one, two = (dice.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE], content[two : two + PAGE] = (
        content[two : two + PAGE],
        content[one : one + PAGE],
    )


def a_page_twice(content: bytearray, dice: random.Random) -> None:
    one, two = (dice.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    content[one : one + PAGE] = content[two : two + PAGE]


def the_end_is_missing(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def whole_pages_missing(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content) // PAGE) * PAGE :]


def something_behind(content: bytearray, dice: random.Random) -> None:
    content += dice.randbytes(dice.randrange(1, 2 * PAGE))


def bytes_in_between(content: bytearray, dice: random.Random) -> None:
    place = dice.randrange(len(content))
    content[place:place] = dice.randbytes(dice.randrange(1, 64))


WAYS: tuple[Mutation, ...] = (
    a_byte, a_byte, a_bit_here_and_there, the_header, the_head_of_a_page, the_head_of_a_page, a_run, zeros,
    pages_swapped, a_page_twice, the_end_is_missing, whole_pages_missing, something_behind, bytes_in_between,
)  # fmt: skip


def rows_in(store: Store) -> Rows:
    """Every row of every table."""
    return {name: Counter(store._database.execute_sql(f"SELECT * FROM {name}").fetchall()) for name in TABLES}


def rows_of(folder: Path, key: ProfileKey | None) -> Rows:
    store = Store(folder, now=NOW, key=key)
    try:
        return rows_in(store)
    finally:
        store.close()


def outcome(template: Template) -> str:
    """Open the profile as the program does, and say what came of it."""
    try:
        opened = upkeep.open_profile(template.folder, NOW, key=template.key)
    except DamagedProfile:
        return rescued(template, "refused")
    except KnownError:
        return "refused with a word"
    try:
        found = rows_in(opened.store)
    except (
        *DATABASE_ERRORS,
        UnicodeDecodeError,
    ):
        found = None
    checked = []
    thread = threading.Thread(
        target=lambda: checked.append(upkeep.check_beside(opened, whole=False)), daemon=True
    )
    thread.start()
    thread.join()
    opened.close()
    if checked == [True]:
        if found in (template.rows, template.earlier):
            return "as it was"
        return "silent"
    assert damage.marked(template.folder) or found is None
    return rescued(template, "noticed")


def rescued(template: Template, how: str) -> str:
    """Recover what can be recovered: what is not there must be said."""
    rescue = Rescue(template.folder, template.key)
    offer = rescue.prepare(NOW, lambda _done, _total: None)
    if offer.recovered is not None:
        (made,) = (template.folder / KEPT_FOLDER).glob("recovered-*")
        now = rows_of_recovered(made, template)
        lost = sum(sum((template.rows[name] - now[name]).values()) for name in TABLES)
        if lost and not is_said(offer) and now != template.earlier:
            return "silent"
        how = f"{how}, all of it recovered" if not lost else f"{how}, some of it recovered"
    rescue.close()
    return how


def is_said(offer: Offer) -> bool:
    """Whether the page would say that something may be missing or another."""
    found = offer.recovered
    return found is None or bool(
        found.bad_pages or found.missing or found.leftovers or found.log_hurt or offer.altered
    )


def rows_of_recovered(made: Path, template: Template) -> Rows:
    if template.key is not None:
        shutil.copy(template.folder / "nextrep.key", made)
    return rows_of(made, template.key)


def in_a_process_of_its_own(template: Template) -> tuple[str, str]:
    """Return what came of it, and the traceback of a fault."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        try:
            said = outcome(template), ""
        except BaseException:  # noqa: BLE001 - told to the parent
            said = "crashed", traceback.format_exc()
        os.write(write_end, json.dumps(said).encode()[:60_000])
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not text:
        return "crashed", f"ended with status {status}"
    what, trace = json.loads(text)
    return str(what), str(trace)


def templates(folder: Path) -> list[Template]:
    """A closed profile, one that was killed, and both encrypted."""
    cheap = Cost(memory_kib=64, passes=1, lanes=1)
    found = []
    for killed in (False, True):
        found.append(Template(folder / f"plain-{killed}", None, killed=killed))
        key = vault.create(folder / f"locked-{killed}", "a long passphrase", NOW, cost=cheap).key
        found.append(Template(folder / f"locked-{killed}", key, killed=killed))
    return found


def main() -> None:
    """Run the trials and print what came of them."""
    folder, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    folder.mkdir(parents=True, exist_ok=True)
    kinds = templates(folder)
    results: Counter[str] = Counter()
    faults = []
    for number in range(first, first + count):
        dice = random.Random(f"{seed} {number}")
        template = dice.choices(kinds, (6, 2, 3, 1))[0]
        template.restore()
        way = template.mutate(dice)
        what, trace = in_a_process_of_its_own(template)
        results[what] += 1
        if what in {"crashed", "silent"}:
            faults.append(
                {"trial": number, "way": way, "profile": template.folder.name, "what": what, "trace": trace}
            )
            print(faults[-1], file=sys.stderr, flush=True)
        if number % 500 == 499:
            print(number + 1, dict(results), file=sys.stderr, flush=True)
    print(json.dumps({"results": results, "faults": faults}, indent=1), flush=True)


if __name__ == "__main__":
    main()
