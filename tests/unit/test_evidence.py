"""What is known: every claim of the notes is there, whole, and with no figure that the notes do not have."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import pytest

from nextrep.domain.evidence import Checked, Claim, Tier, Verdict, in_tier
from nextrep.domain.evidence_words import (
    checked_words,
    claim_lines,
    introduction,
    source_text,
    tier_meaning,
    tier_title,
    verdict_title,
)
from nextrep.resources.evidence import FIELDS, load_claims, read_claims
from tests.unit.test_tone import RULES

NUMBER = re.compile(r"(?<![\d.,])-?\d+(?:,\d{3})*(?:\.\d+)?")
ELSEWHERE = {19: "### 4.4", 23: "### 1.2"}
"""Rows of the table that point to another place of the notes, which has their figures and marks."""
LETTERS = {
    Verdict.SUPPORTED: "S",
    Verdict.PARTLY: "P",
    Verdict.OVERSTATED: "O",
    Verdict.MISATTRIBUTED: "M",
    Verdict.NOT_FOUND: "N",
    Verdict.CONTRADICTED: "X",
    Verdict.UNTESTED: "untested",
    Verdict.RISKY: "risky",
}
FOUND_INSTEAD = {"anxiety-small", "self-esteem-small"}
"""What was found in the place of a claim that is not supported: it has no verdict of its own in the notes."""


@pytest.fixture
def claims() -> tuple[Claim, ...]:
    return load_claims()


@pytest.fixture
def raw(repo: Path) -> list[dict]:
    return json.loads((repo / "resources/evidence/claims.json").read_text(encoding="utf-8"))


@pytest.fixture
def notes(shared: Path) -> str:
    return (shared / "spec" / "clinical.md").read_text(encoding="utf-8")


@pytest.fixture
def table(notes: str) -> dict[int, list[str]]:
    """Number of a row -> its cells."""
    section = notes.split("\n## 6. ", 1)[1].split("\n### 6.1", 1)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if re.match(r"\| \d+ \|", line)]
    return {int(cells[0]): cells[1:] for cells in rows}


def _numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text.replace("\N{MINUS SIGN}", "-").replace(" %", "%")))


def _texts(claim: Claim) -> str:
    return " ".join((claim.claim, claim.studied, claim.people, claim.effect, claim.limits))


def test_every_row_of_the_notes_has_its_entry(claims, table) -> None:
    assert {row for claim in claims for row in claim.rows} == set(table) == set(range(1, 36))


def test_no_figure_is_of_our_own_making(claims, table, notes) -> None:
    unknown = {}
    for claim in claims:
        allowed = "\n".join(" ".join((str(row), *table[row])) for row in claim.rows)
        for row in claim.rows:
            if row in ELSEWHERE:
                allowed += notes.split(ELSEWHERE[row], 1)[1].split("\n#", 1)[0]
        strange = _numbers(_texts(claim)) - _numbers(allowed)
        if strange:
            unknown[claim.key] = strange
    assert unknown == {}


def test_every_source_stands_in_the_notes(claims, notes) -> None:
    for claim in claims:
        strange = _numbers(" ".join(claim.source)) - _numbers(notes)
        assert not strange, claim.key


def test_verdicts_are_those_of_the_notes(claims, table) -> None:
    wrong = {}
    for claim in claims:
        if claim.key in FOUND_INSTEAD:
            continue
        said = {
            word for row in claim.rows for word in re.findall(r"\b[SPOMNX]\b|risky|untested", table[row][-1])
        }
        if {LETTERS[one] for one in claim.verdict} != said:
            wrong[claim.key] = said
    assert wrong == {}


def test_marks_of_the_notes_decide_how_sure_an_entry_is(claims, table) -> None:
    for claim in claims:
        row = claim.rows[0]
        text = " ".join(table[row])
        marks = {
            letter for inner in re.findall(r"\[([VK][^\]]*)", text) for letter in inner if letter in "VK"
        }
        wanted = {frozenset("V"): Checked.VERIFIED, frozenset("VK"): Checked.PARTLY}
        known = Checked.VERIFIED if row == 19 else wanted.get(frozenset(marks), Checked.MEMORY)
        assert claim.checked is known, claim.key


def test_tiers_are_those_of_the_notes(claims) -> None:
    by_key = {claim.key: claim.tier for claim in claims}
    expected = {
        Tier.REASONABLE: ("fewer-depressive-symptoms",),
        Tier.SMALL: ("anxiety-small", "self-esteem-small", "sleep-quality"),
        Tier.NARROW: ("older-women-thinking",),
        Tier.OPEN: ("bdnf-up", "inflammation", "cortisol", "deep-sleep"),
        Tier.UNSUPPORTED: (
            "as-medicine",
            "forty-percent-sleep",
            "dementia",
            "million-people",
            "less-medicine",
        ),
    }
    for tier, keys in expected.items():
        assert {by_key[key] for key in keys} == {tier}
    assert all(in_tier(claims, tier) for tier in Tier)
    assert sum(len(in_tier(claims, tier)) for tier in Tier) == len(claims)


def test_nothing_that_was_not_found_or_is_contradicted_counts_as_supported(claims) -> None:
    for claim in claims:
        if {Verdict.NOT_FOUND, Verdict.CONTRADICTED, Verdict.MISATTRIBUTED} & set(claim.verdict):
            assert claim.tier in {Tier.OPEN, Tier.UNSUPPORTED}, claim.key
        if claim.tier is Tier.REASONABLE:
            assert claim.verdict == (Verdict.SUPPORTED,), claim.key


def test_an_entry_says_all_of_it_in_plain_words(claims) -> None:
    for claim in claims:
        lines = claim_lines(claim)
        assert len(lines) == 7
        assert all(title and text for title, text in lines)
        assert len(claim.claim) <= 110, claim.key
        assert "October 2026" in checked_words(claim)
        assert source_text(claim) in dict(lines)["Source"]
        for text in (claim.claim, claim.studied, claim.people, claim.effect, claim.limits):
            assert text.endswith("."), f"{claim.key}: {text}"


def test_no_claim_is_about_the_reader_or_a_promise(claims) -> None:
    texts = [(claim.key, _texts(claim)) for claim in claims]
    assert [
        key for key, text in texts if re.search(r"\b(you|your|yours|we|will)\b", text, re.IGNORECASE)
    ] == []
    for name, rule in RULES.items():
        broken = [key for key, text in texts if re.search(rule, text, re.IGNORECASE)]
        assert broken == [], name


def test_what_goes_before_says_that_averages_are_averages() -> None:
    said = " ".join(introduction())
    assert "Average effects; your own result can differ." in said
    assert "promise" in said


def test_every_tier_and_verdict_has_words() -> None:
    assert len({tier_title(tier) for tier in Tier} | {tier_meaning(tier) for tier in Tier}) == 2 * len(Tier)
    assert len({verdict_title(verdict) for verdict in Verdict}) == len(Verdict)


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_an_entry_that_lacks_a_field_is_refused(raw: list[dict], field: str) -> None:
    broken = copy.deepcopy(raw)
    del broken[3][field]
    with pytest.raises(ValueError, match=field):
        read_claims(broken)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"claim": " "}, "empty"),
        ({"effect": 0.5}, "no text"),
        ({"rows": []}, "rows"),
        ({"rows": ["5"]}, "rows"),
        ({"source": "Gordon"}, "source"),
        ({"source": [""]}, "source"),
        ({"verdict": ["true"]}, "true"),
        ({"tier": "great"}, "great"),
        ({"checked": "surely"}, "surely"),
        ({"written": "2026-13"}, "written"),
        ({"written": None}, "written"),
        ({"key": "many-ways-of-training"}, "twice"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused(raw: list[dict], change: dict, words: str) -> None:
    broken = copy.deepcopy(raw)
    broken[0] |= change
    with pytest.raises(ValueError, match=words):
        read_claims(broken)


@pytest.mark.parametrize("data", [{}, "claims", [1], [None]])
def test_a_file_of_another_kind_is_refused(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one it is depends on the place
        read_claims(data)
