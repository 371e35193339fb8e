"""Where the shipped data files are: in a checkout, in an installed wheel or in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

import nextrep
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr


def path(name: str) -> Path:
    """Return the place of a shipped file, named like "exercises/library.json".

    Raises:
        KnownError: the file is missing, so the installation is incomplete.
    """
    for root in _roots():
        candidate = root / name
        if candidate.exists():
            return candidate
    raise KnownError(
        tr("A file of the program is missing: {name}.", name=name),
        safe=tr("Your data is safe; it is kept apart from the program."),
        next_step=tr("Please install the program again."),
    )


def _roots() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return (Path(frozen) / "resources",)
    package = Path(nextrep.__file__).resolve().parent
    return (package / "_data", package.parents[1] / "resources")
