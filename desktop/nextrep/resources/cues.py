"""The cues that ship with the program, read from resources/cues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from nextrep.domain.cues import Cue, cue_from_data
from nextrep.resources.paths import read_json

CUES_FILE = "cues/cues.json"


@lru_cache(maxsize=1)
def load_cues() -> tuple[Cue, ...]:
    """Return the cues as shipped, in the order of the file, read once.

    Raises:
        KnownError: the file is missing.
        ValueError, KeyError, TypeError: it does not hold what it should (a fault of ours; a test reads it).
    """
    raw: Sequence[Mapping[str, Any]] = read_json(CUES_FILE)
    return tuple(map(cue_from_data, raw))
