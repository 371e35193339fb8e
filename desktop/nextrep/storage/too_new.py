"""What an older program says of a profile that a newer one has saved."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import nextrep
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage.database import MAP_FILE

_VERSION = re.compile(r"[0-9A-Za-z.+-]{1,30}")


def too_new(folder: Path, found: int, known: int) -> KnownError:
    """Return what to say of a profile whose format is later than this program's.

    Args:
        folder: of the profile.
        found, known: its format, and the latest that this program knows.
    """
    theirs = saved_by(folder, found)
    title = (
        tr(
            "This profile was saved by NextRep {theirs}, a newer version than this one, {ours}.",
            theirs=theirs,
            ours=nextrep.__version__,
        )
        if theirs
        else tr("This profile was saved by a newer NextRep than this one, {ours}.", ours=nextrep.__version__)
    )
    return KnownError(
        title,
        safe=tr("Nothing was changed."),
        next_step=tr(
            "Install the newer version over this one; your data stays where it is. Until then this one can be"
            " started with another profile (--profile FOLDER) and put a backup from before into that."
            " (The profile has format {found}, this version knows {known}.)",
            found=found,
            known=known,
        ),
    )


def saved_by(folder: Path, version: int) -> str:
    """Return the version of the program that closed a profile last, "" where nobody wrote it down.

    Args:
        folder: of the profile.
        version: its format; what was written down of another format is out of date.
    """
    with suppress(OSError, ValueError, TypeError, KeyError):
        known = json.loads((folder / MAP_FILE).read_bytes())
        if known["format"] == version and _VERSION.fullmatch(known["program"]):
            return str(known["program"])
    return ""
