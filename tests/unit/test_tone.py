"""How the program speaks, over every text that a person reads (clinical.md, sections 4.3 and 4.4).

Read are the texts that go through `tr` and `tr_n` in the sources, and those of the data files. A text that
breaks a rule for a good reason stands in `ALLOWED` with that reason.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
TEXTS_OF = {"tr": 1, "tr_n": 2}
"""How many of the first arguments are texts."""

DIAGNOSES = (
    r"depress(ed|ion|ive)\b|an anxiety disorder|anxious|bipolar|mani[ac]|psycho(sis|tic)|suicidal|an? addict"
    r"|anorexi[ac]|bulimi[ac]|PTSD|OCD|ADHD|mentally ill|sick\b|unwell\b|abnormal|unstable|disorder(ed)?\b"
)
RULES = {
    "an exclamation mark": r"!|\u00a1|\uff01",
    "blame": (
        r"\byou (missed|failed|forgot|neglected|gave up|ruined|lost your|didn.t|did not (do|train|log))\b"
        r"|\byour fault|\blaz(y|iness)|\bguilt|\bshame|\bexcuses?\b|\bcheat|\bpunish|\bslack"
    ),
    "pressure": (
        r"\byou (must|should\b(?! feel)|ought to|need to|have to\b(?! lift))|\boverdue\b|\blast chance"
        r"|\bdon.t (give up|stop|quit|break)|\bpush harder|\bno pain"
    ),
    "a chain that breaks": r"\bstreaks?\b|\bunbroken|\bbroken chain|\bmissed\b",
    "a diagnosis said of the person": (
        r"\byou(r|.re| are| have| seem| suffer| may be| might be| sound)?\b"
        rf"[^.,;:?]{{0,30}}\b({DIAGNOSES})"
    ),
    "normal and abnormal": r"\babnormal|\bnormal (score|mood|sleep|range|result)",
    "a label of danger": (
        r"\b(high|low|moderate|severe|increased|elevated|no|at) risk\b|\brisk (level|score|group)"
        r"|\bdanger(ous)? level|\bred flag"
    ),
    "hard words about death": r"\bcommit(ted|s)? suicide|\b(failed|successful) attempt|\boverdose|\bsuicidal",
    "empty comfort": (
        r"\beverything (will be|is) (ok|okay|fine|alright|all right)|\bdon.t worry|\bcheer up"
        r"|\bnothing to worry|\byou are (safe|fine|ok|okay)\b|\bit (will|gets?) (be )?better\b"
    ),
    "praise without measure": (
        r"\bcongrat|\bwell done\b|\bgreat job|\bgood job|\bawesome|\bamazing|\bcrush(ed|ing)? it"
        r"|\bbeast\b|\bunstoppable|\bproud of you"
    ),
    "a promise of effect": (
        r"\b(cures?|heals?|boosts?|guarantees?d?)\b|\bproven to\b|\bscientifically"
        r"|\bimproved? your (mood|mind|mental)|\bmakes? you (happy|happier|better)"
        r"|\b(reduce|treat)s? (depression|anxiety|stress)"
    ),
    "a measure of the body to reach (4.4)": (
        r"\bBMI\b|\bbody mass index|\bcalories?\b|\bkcal\b|\b(goal|target|ideal) (body )?weight"
        r"|\bprotein (goal|target)|\bg/kg\b|\bburn(ed|s)? fat|\bweight loss|\blose weight"
    ),
    "another's screening form (4.4)": r"\bPAR-?Q",
    "a reward for more than was planned (4.4)": (
        r"\bbonus\b|\bextra points?\b|\bbadges?\b|\btroph|\bmedals?\b|\bleader ?board|\blevel(led|ed)? up"
    ),
    "coldness": (
        r"\binvalid\b|\billegal\b|\bfatal\b|\babort(ed)?\b|\bnon-?compliant|\badherence\b|\bpatients?\b"
    ),
}

ALLOWED = {
    "Marks with ! are not used here; put quotes around the text.": "names the sign that a file holds",
}

SAFETY_RULES = {
    "any word of scores, dangers or comfort": (
        r"\brisk|\bscore|\bsevere|\bsafe\b|\bfine\b|\bworry|\bwin\b|\bwell\b|\bproud|\bgood\b(?! for me)"
        r"|\bbest\b|\bcount(s|ed)?\b"
    ),
    "that somebody was told": r"\bwas (told|informed|sent)|\bwe (sent|told|informed)|\breported\b|\bnotified",
    "how it could be done": r"\bpills?\b|\bknife|\bweapon|\bgun\b|\brope\b|\bbridge\b|\bjump",
}
"""More for the texts of the card, of Help now and of the plan (4.1, points 2 and 7; 4.3, last row)."""
SAFETY_FILES = (
    "ui/safety/",
    "domain/hard_days",
    "services/hard_days",
    "services/safety",
    "reports/hard_days/",
)


@lru_cache(maxsize=1)
def spoken() -> tuple[tuple[str, str], ...]:
    """Every text with its place."""
    return (*_in_sources(), *_in_data())


def _in_sources() -> Iterator[tuple[str, str]]:
    for file in sorted((REPO / "desktop").rglob("*.py")):
        place = file.relative_to(REPO / "desktop" / "nextrep").as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS_OF:
                for argument in node.args[: TEXTS_OF[node.func.id]]:
                    for text in _constants(argument):
                        yield f"{place}:{node.lineno}", text


def _constants(node: ast.AST) -> Iterator[str]:
    """The texts of an argument: one, or those that it chooses from."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def _in_data() -> Iterator[tuple[str, str]]:
    for file in sorted((REPO / "resources").rglob("*.json")):
        place = file.relative_to(REPO).as_posix()
        for text in _strings(json.loads(file.read_text(encoding="utf-8"))):
            yield place, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in {"key", "source", "sources", "aliases", "operator"}:
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _broken(rule: str, texts: tuple[tuple[str, str], ...]) -> list[str]:
    found = re.compile(rule, re.IGNORECASE)
    return [f"{place}: {text}" for place, text in texts if found.search(text) and text not in ALLOWED]


def test_the_texts_are_found() -> None:
    texts = {text for _place, text in spoken()}
    assert len(texts) > 1500
    assert "This program works offline. Nobody sees this unless you show it." in texts


@pytest.mark.parametrize("name", list(RULES))
def test_no_text_speaks_with(name: str) -> None:
    assert _broken(RULES[name], spoken()) == []


@pytest.mark.parametrize("name", list(SAFETY_RULES))
def test_what_is_said_on_hard_days_is_free_of(name: str) -> None:
    texts = tuple((place, text) for place, text in spoken() if place.startswith(SAFETY_FILES))
    assert len(texts) > 50
    assert _broken(SAFETY_RULES[name], texts) == []


def test_every_exception_is_still_needed() -> None:
    texts = {text for _place, text in spoken()}
    for text in ALLOWED:
        assert text in texts
        assert any(re.search(rule, text, re.IGNORECASE) for rule in RULES.values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("an exclamation mark", "Well then!"),
        ("blame", "You missed 5 days."),
        ("pressure", "You must train today."),
        ("a chain that breaks", "Your streak is 5."),
        ("a diagnosis said of the person", "You are moderately depressed."),
        ("a diagnosis said of the person", "You have an anxiety disorder."),
        ("normal and abnormal", "A normal score."),
        ("a label of danger", "You are at high risk."),
        ("hard words about death", "He committed suicide."),
        ("empty comfort", "Don't worry, everything will be fine."),
        ("praise without measure", "Awesome, well done."),
        ("a promise of effect", "Lifting boosts your mood."),
        ("a promise of effect", "Training improved your mood by 23 %."),
        ("coldness", "Invalid value"),
        ("a measure of the body to reach (4.4)", "Your BMI is 22."),
        ("another's screening form (4.4)", "The PAR-Q+ asks:"),
        ("a reward for more than was planned (4.4)", "A badge for an extra session."),
    ],
)
def test_the_rules_hear_what_they_are_for(name: str, text: str) -> None:
    assert re.search(RULES[name], text, re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    [
        "Your PHQ-9 answers add up to 14 of 27. The published band for 10-14 is called “moderate”.",
        "Only a qualified professional can say what this means for you.",
        "You logged 9 of 14 days.",
        "Would you like to? Skip is fine.",
        "3 of your last 4 planned sessions happened.",
        "Smaller version today?",
        "No clear change; that is common with this amount of data.",
        "thoughts of death or hurting yourself",
    ],
)
def test_the_rules_let_pass_what_the_notes_recommend(text: str) -> None:
    assert not [name for name, rule in RULES.items() if re.search(rule, text, re.IGNORECASE)]
