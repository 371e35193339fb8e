"""Where the shipped data files are: in a checkout, in an installed wheel or in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nextrep
from nextrep.domain.errors import DamagedProgram
from nextrep.domain.text import tr


def path(name: str) -> Path:
    """Return the place of a shipped file, named like "exercises/library.json".

    Raises:
        DamagedProgram: the file is missing, so the installation is incomplete.
    """
    for root in _roots():
        candidate = root / name
        if candidate.exists():
            return candidate
    raise damaged(name)


def read_text(name: str) -> str:
    """Return what a shipped file holds.

    Raises:
        DamagedProgram: it is missing or cannot be read, so the installation is not whole.
    """
    file = path(name)
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise damaged(name) from None


def read_json(name: str) -> Any:
    """Return what a shipped JSON file holds.

    Raises:
        DamagedProgram: it is missing, cannot be read or is no JSON, so the installation is not whole.
    """
    import json  # not before the first paint

    try:
        return json.loads(read_text(name))
    except ValueError:
        raise damaged(name) from None


def damaged(what: str) -> DamagedProgram:
    """Return what to say of an installation that is not whole.

    Args:
        what: the file or module that is missing or not as it should be.
    """
    return DamagedProgram(
        tr("NextRep is damaged: its part “{what}” is missing or not whole.", what=what),
        safe=tr("Your data is not touched; it is kept apart from the program."),
        next_step=tr("Install NextRep again, over this one."),
    )


def _roots() -> tuple[Path, ...]:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return (Path(frozen) / "resources",)
    package = Path(nextrep.__file__).resolve().parent
    return (package / "_data", package.parents[1] / "resources")
