"""What an installed program was built from; a checkout has no such file."""

from __future__ import annotations

import json

from nextrep.domain.errors import KnownError
from nextrep.resources.paths import path

FILE = "build.json"


def build_commit() -> str:
    """Return the short name of the commit that the program was built from, "" where nobody wrote it down."""
    try:
        found = json.loads(path(FILE).read_text(encoding="utf-8"))
    except (KnownError, OSError, ValueError):
        return ""
    commit = found.get("commit", "") if isinstance(found, dict) else ""
    return commit if isinstance(commit, str) else ""
