"""A profile is its owner's alone: nobody else on the computer may read its folder or its files.

Where the system knows the modes of POSIX, the folder is 0700 and every file 0600. On Windows a mode says
nothing of who may read: there the profile lies in the person's own folder, which Windows keeps from other
accounts, and a profile put elsewhere is as open as the folder it is put in.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OTHERS = 0o077
"""The rights of the group and of everybody else, of which nothing is left."""
_OURS = (
    *("nextrep", "NextRep", "window.ini", "in-use.lock", "unlock-tries", "backups.json", "restoring.json"),
    *("not-placed", "from-backup"),
)
"""How the names of the profile's own files begin; a folder that a person chose may hold other things too."""
_FOLDERS = ("asked", "backups", "kept", "logs")


def make_private(folder: Path) -> None:
    """Take the rights of others from a profile's folder and files, as older versions or a copy left them.

    What cannot be changed stays: some file systems know no rights, and some folders belong to somebody else.
    A folder that everybody shares, such as /tmp, keeps its rights.
    """
    with suppress(OSError):
        if not folder.stat().st_mode & stat.S_ISVTX:
            _close_to_others(folder)
    for path in _own(folder):
        with suppress(OSError):
            _close_to_others(path)


def _own(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(_OURS) and not path.is_dir():
                yield path
    for name in _FOLDERS:
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            yield folder / name
            yield from (folder / name).rglob("*")


def _close_to_others(path: Path) -> None:
    mode = path.lstat().st_mode
    if mode & OTHERS and not stat.S_ISLNK(mode):
        path.chmod(stat.S_IMODE(mode) & ~OTHERS)
