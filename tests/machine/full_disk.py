"""Trains on a small disk of its own until that is full, and writes down what the screen says.

python full_disk.py FOLDER, in a mount namespace of its own: `unshare --map-root-user --mount`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.machine.killed import ENTER, Hands, prepare
from tests.machine.on_disk import on_disk

ROOM = 64 * 1024
"""Bytes that are left: some sets, at one or two pages of the write-ahead log each."""


def main() -> None:
    """Fill the disk but for some room, do sets until one cannot be written, make room, and go on."""
    disk = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)], check=True)
    profile, filler = disk / "profile", disk / "filler"
    prepare(profile)
    hands = Hands(profile, os.open(os.devnull, os.O_WRONLY), looking=False)
    fill(filler)
    seen = []
    for _ in range(8):
        hands._press(ENTER)
        seen.append(look(hands))
    filler.unlink()
    hands._screen.train.unsaved.retry.emit()
    seen.append(look(hands))
    print(json.dumps({"seen": seen, "problems": hands._store.problems()}), flush=True)
    os._exit(0)  # no disk outlives this process


def fill(path: Path) -> None:
    """Take all the room there is, then give some back."""
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            file.truncate(max(0, file.tell() - ROOM))


def look(hands: Hands) -> dict[str, object]:
    """Return what the screen says of the last set, and how many there are on the disk."""
    page = hands._screen.train
    band = "" if page.unsaved.isHidden() else page.unsaved.accessibleName()
    done = sum(block.working_sets for block in hands._screen.conductor.view.blocks)  # type: ignore[union-attr]
    return {"band": band, "shown": done, "kept": len(on_disk(hands._store))}


if __name__ == "__main__":
    main()
