"""Opens and writes profiles on a small disk of its own that fills up, is read-only, or is pulled.

python surroundings.py FOLDER, in a mount namespace of its own: `unshare --map-root-user --mount`. Prints one
JSON object: for each condition what was said, and whether what was saved before is still there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.domain.journal import Entry
from nextrep.services import upkeep
from nextrep.services.rescue import Rescue
from nextrep.storage import database
from nextrep.storage.database import FILE_NAME
from nextrep.storage.migrations import LATEST, MIGRATIONS
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)


def mount(disk: Path, *options: str) -> None:
    disk.mkdir(exist_ok=True)
    subprocess.run(["mount", *options, str(disk)], check=True)


def made(folder: Path) -> bytes:
    """Make a profile with one entry; returns its file."""
    opened = upkeep.open_profile(folder, NOW)
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 740_000, NOW, "kept"))
    opened.close()
    return (folder / FILE_NAME).read_bytes()


def filled(disk: Path, room: int) -> Path:
    """Fill a disk but for so many bytes."""
    path = disk / "filler"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(max(0, file.tell() - room))
    return path


def said(work: Callable[[], object]) -> list[str]:
    """Return what is said when something cannot be done."""
    try:
        work()
    except KnownError as error:
        return [error.title, error.safe, error.next_step]
    return []


def entries(folder: Path) -> list[str]:
    store = Store(folder, now=NOW)
    try:
        assert store.problems() == []
        return [entry.text for entry in store.entries.latest(9)]
    finally:
        store.close()


def full_while_the_format_changes(disk: Path) -> dict[str, object]:
    """The backup, the rehearsal or the change itself finds no room: the profile stays in its old format."""
    mount(disk, "-t", "tmpfs", "-o", "size=3m", "none")
    before = made(disk / "profile")
    filler = filled(disk, 300 * 1024)
    database.MIGRATIONS, database.LATEST = (
        (*MIGRATIONS, ("ALTER TABLE tag ADD COLUMN shade TEXT",)),
        LATEST + 1,
    )
    words = said(lambda: Store(disk / "profile", now=NOW))
    database.MIGRATIONS, database.LATEST = MIGRATIONS, LATEST
    same = (disk / "profile" / FILE_NAME).read_bytes() == before
    filler.unlink()
    return {"said": words, "same": same, "entries": entries(disk / "profile")}


def full_while_rescued(disk: Path) -> dict[str, object]:
    """There is no room for what can be recovered: the damaged file stays."""
    mount(disk, "-t", "tmpfs", "-o", "size=3m", "none")
    profile = disk / "profile"
    content = bytearray(made(profile))
    content[16:40] = b"\xff" * 24
    (profile / FILE_NAME).write_bytes(content)
    filler = filled(disk, 20 * 1024)
    rescue = Rescue(profile)
    words = said(lambda: rescue.prepare(NOW, lambda _done, _total: None))
    same = (profile / FILE_NAME).read_bytes() == bytes(content)
    filler.unlink()
    rescue.prepare(NOW, lambda _done, _total: None)
    rescue.use_recovered(NOW)
    rescue.close()
    return {"said": words, "same": same, "entries": entries(profile)}


def read_only(disk: Path) -> dict[str, object]:
    """A disk that takes no writes: nothing opens on it, and nothing of it is changed."""
    mount(disk, "-t", "tmpfs", "none")
    before = made(disk / "profile")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    words = said(lambda: upkeep.open_profile(disk / "profile", NOW))
    same = (disk / "profile" / FILE_NAME).read_bytes() == before
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    return {"said": words, "same": same, "entries": entries(disk / "profile")}


def pulled(disk: Path) -> dict[str, object]:
    """The drive is pulled while the profile is open, and comes back with all that was said to be saved."""
    mount(disk, "-t", "tmpfs", "none")
    keeper = disk.with_name(f"{disk.name}-same")  # the same drive in another place, to bring it back from
    keeper.mkdir()
    made(disk / "profile")
    subprocess.run(["mount", "--bind", str(disk), str(keeper)], check=True)
    opened = upkeep.open_profile(disk / "profile", NOW)
    with opened.store.transaction():
        opened.store.entries.insert(Entry(0, 740_001, NOW, "before"))
    subprocess.run(["umount", "--lazy", str(disk)], check=True)

    def write() -> None:
        with opened.store.transaction():
            opened.store.entries.insert(Entry(0, 740_002, NOW, "while it is away"))

    words = said(write)
    subprocess.run(["mount", "--bind", str(keeper), str(disk)], check=True)
    write()
    opened.close()
    return {"said": words, "same": True, "entries": entries(disk / "profile")}


def main() -> None:
    """Try each condition on a disk of its own."""
    folder = Path(sys.argv[1])
    conditions = (full_while_the_format_changes, full_while_rescued, read_only, pulled)
    print(json.dumps({one.__name__: one(folder / one.__name__) for one in conditions}), flush=True)


if __name__ == "__main__":
    main()
