"""What is known, read from resources/evidence. An entry that lacks a field is refused."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from nextrep.domain.evidence import Checked, Claim, Tier, Verdict
from nextrep.resources.paths import read_json

FIELDS = frozenset(Claim.__dataclass_fields__)
_TEXTS = ("key", "claim", "studied", "people", "effect", "limits")
_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@lru_cache(maxsize=1)
def load_claims() -> tuple[Claim, ...]:
    """Return the claims as shipped, in their order, read once.

    Raises:
        KnownError: the file is missing.
        ValueError: it does not hold what it should (a fault of ours; a test reads it).
    """
    return read_claims(read_json("evidence/claims.json"))


def read_claims(raw: Any) -> tuple[Claim, ...]:
    """Return the claims from plain data.

    Raises:
        ValueError: an entry lacks a field, has one too many or one that does not fit; names the entry.
    """
    if not isinstance(raw, list):
        raise ValueError("the file is no list of claims")
    claims = tuple(_claim(row) for row in raw)
    keys = [claim.key for claim in claims]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"keys that come twice: {sorted(twice)}")
    return claims


def _claim(row: Any) -> Claim:
    if not isinstance(row, dict) or row.keys() != FIELDS:
        wrong = sorted(row.keys() ^ FIELDS) if isinstance(row, dict) else []
        raise ValueError(f"{row}: fields {wrong} are missing or unknown")
    key = row["key"]
    if not all(isinstance(row[name], str) and row[name].strip() for name in _TEXTS):
        raise ValueError(f"{key}: a field is empty or no text")
    for name, kind in (("rows", int), ("verdict", str), ("source", str)):
        if not (
            isinstance(row[name], list) and row[name] and all(isinstance(one, kind) for one in row[name])
        ):
            raise ValueError(f"{key}: {name} is no list, empty, or holds something else")
    if not all(map(str.strip, row["source"])):
        raise ValueError(f"{key}: a source is empty")
    written = _MONTH.fullmatch(str(row["written"]))
    if written is None:
        raise ValueError(f"{key}: written is no month such as 2026-10")
    return Claim(
        key=key,
        rows=tuple(row["rows"]),
        tier=Tier(row["tier"]),
        verdict=tuple(map(Verdict, row["verdict"])),
        claim=row["claim"],
        studied=row["studied"],
        people=row["people"],
        effect=row["effect"],
        limits=row["limits"],
        source=tuple(row["source"]),
        written=(int(written[1]), int(written[2])),
        checked=Checked(row["checked"]),
    )
