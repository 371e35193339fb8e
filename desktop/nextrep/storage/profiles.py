"""The profiles of several people: each a folder of its own, and in it the name that the list of people shows.

The first person's profile is the data folder itself, as it is while there is only one. The others lie beside
it and never in it, because whatever is done with a profile's folder (copying it, looking for what is left in
it, deleting it) must not reach another person's. They have numbers, so that a folder's name says nothing.
"""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import count
from pathlib import Path

from nextrep.storage import disk

_OTHERS = " profiles"
"""The folder of the others is called as the first person's, with this behind it."""
NAME_FILE = "profile.json"


def home_of(folder: Path) -> Path:
    """Return the folder of the first person's profile, for the profile in `folder`."""
    around = folder.parent.name
    if not around.endswith(_OTHERS) or not (folder / NAME_FILE).exists():
        return folder
    return folder.parent.with_name(around.removesuffix(_OTHERS))


def others_of(home: Path) -> Path:
    """Return the folder in which the profiles of others lie."""
    return home.with_name(home.name + _OTHERS)


def folders(home: Path) -> list[Path]:
    """Return the profile folders, the first person's first; what cannot be looked into has no others."""
    found: list[Path] = []
    with suppress(OSError):
        found = [one for one in others_of(home).iterdir() if (one / NAME_FILE).exists()]
    return [home, *sorted(found, key=_number)]


def name_in(folder: Path) -> str:
    """Return the name that a profile goes by, "" where it has none or it cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        name = json.loads((folder / NAME_FILE).read_text("utf-8"))["name"]
        return name if isinstance(name, str) else ""
    return ""


def put_name(folder: Path, name: str) -> None:
    """Keep the name of a profile.

    Raises:
        OSError: it cannot be written.
    """
    disk.write_json(folder / NAME_FILE, {"name": name})


def make(home: Path, name: str) -> Path:
    """Make the folder of another person's profile and return it.

    Raises:
        OSError: it cannot be made.
    """
    others = others_of(home)
    others.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in count(2):
        folder = others / str(number)
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        put_name(folder, name)
        return folder
    raise AssertionError


def _number(folder: Path) -> tuple[int, str]:
    return (int(folder.name) if folder.name.isdecimal() else 10**9, folder.name)
