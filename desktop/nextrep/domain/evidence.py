"""What is known: claims about strength training and the mind, and how well each is supported.

Facts and verdicts follow the project's research notes (clinical.md, section 6); the tiers are those of 6.1.
Nothing here is about the person who reads it, and no claim is a promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How well a claim is supported, best first (clinical.md, section 6.1)."""

    REASONABLE = "reasonable"
    SMALL = "small"
    NARROW = "narrow"
    OPEN = "open"
    UNSUPPORTED = "unsupported"


class Verdict(StrEnum):
    """What the literature says to a claim as it is often told (the letters of clinical.md, section 6)."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    OVERSTATED = "overstated"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not found"
    CONTRADICTED = "contradicted"
    UNTESTED = "untested"
    RISKY = "risky"


class Checked(StrEnum):
    """How the facts of an entry are known: the marks [V] and [K] of the notes."""

    VERIFIED = "verified"
    PARTLY = "partly"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry.

    Attributes:
        key: lower case, never changed afterwards.
        rows: rows of the table in section 6 that it comes from.
        tier: where it is sorted in.
        verdict: of the claim as it is often told; the main one first.
        claim: a short sentence.
        studied: what was studied.
        people: in whom, and how many.
        effect: how large, with the interval where the notes give one.
        limits: what it does not show.
        source: authors, year, journal, as the notes have them.
        written: year and month in which the note was written.
        checked: how the facts are known.
    """

    key: str
    rows: tuple[int, ...]
    tier: Tier
    verdict: tuple[Verdict, ...]
    claim: str
    studied: str
    people: str
    effect: str
    limits: str
    source: tuple[str, ...]
    written: tuple[int, int]
    checked: Checked


def in_tier(claims: tuple[Claim, ...], tier: Tier) -> tuple[Claim, ...]:
    """Return the claims of a tier in their order."""
    return tuple(claim for claim in claims if claim.tier is tier)
