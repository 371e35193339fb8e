"""Wrong passphrases of a profile, counted in a file beside it so that a new start does not forget them.

It stays on this computer, like the settings of the window, and comes into no backup. It cannot be kept among
them: Qt writes those, and the command line counts too.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from nextrep.domain.unlock_waiting import WrongTries

FILE = "unlock-tries.json"
_MOST = 1_000_000


def read(folder: Path) -> WrongTries:
    """Return the wrong tries; none where nothing is kept that can be read."""
    try:
        with (folder / FILE).open("rb") as source:
            data = json.loads(source.read(1000))
        count, at = data["wrong"], datetime.fromisoformat(data["last_at"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return WrongTries()
    if type(count) is not int or not 0 < count <= _MOST or at.tzinfo is None:
        return WrongTries()
    return WrongTries(count, at)


def write(folder: Path, tries: WrongTries) -> None:
    """Keep the wrong tries, or take the file away where there are none. A full disk keeps nobody out."""
    with suppress(OSError):
        if tries.last_at is None:
            (folder / FILE).unlink(missing_ok=True)
            return
        handle = os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump({"wrong": min(tries.count, _MOST), "last_at": tries.last_at.isoformat()}, out)
