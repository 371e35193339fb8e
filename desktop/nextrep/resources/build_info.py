"""What an installed program was built from; a checkout has no such file."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from nextrep.domain.errors import KnownError
from nextrep.resources.paths import path

FILE = "build.json"


def build_commit() -> str:
    """Return the short name of the commit that the program was built from, "" where nobody wrote it down."""
    commit = _read().get("commit", "")
    return commit if isinstance(commit, str) else ""


def build_day() -> date | None:
    """Return the day (UTC) of the commit that the program was built from, None where nobody wrote it down."""
    at = _read().get("at")
    if not isinstance(at, int) or isinstance(at, bool):
        return None
    try:
        return datetime.fromtimestamp(at, UTC).date()
    except (OverflowError, ValueError, OSError):
        return None


def _read() -> dict[str, Any]:
    try:
        found = json.loads(path(FILE).read_text(encoding="utf-8"))
    except (KnownError, OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
