"""What rests in the bin or is a template comes back as it was, every field of it."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

from nextrep.domain.bin import BinItem, BinKind, Kept
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.prescription import LoadPlan, LoadRule, TargetDetails
from nextrep.domain.program import Prescription
from nextrep.domain.session_template import SessionTemplate, TemplateRow
from nextrep.domain.training import (
    Block,
    Effort,
    EffortScale,
    Session,
    SessionState,
    SetDraft,
    SetEntry,
    SetKind,
    Target,
)
from nextrep.domain.units import Load, Unit
from nextrep.storage.kept_texts import kept_from, kept_text, rows_from, rows_text
from nextrep.storage.store import Store

START = datetime(2026, 11, 22, 9, 30, 4, 500_000, tzinfo=ZoneInfo("Europe/Berlin"))
FLIGHT = datetime(2026, 11, 22, 18, 0, tzinfo=timezone(timedelta(hours=9)))
OWN = Exercise(
    "own_crawl",
    "Crawl",
    Pattern.CORE,
    Measure.TIMED,
    (Muscle.ABDOMINALS,),
    (Muscle.SHOULDERS,),
    (Equipment.BAND,),
    unilateral=True,
    level=Level.EXPERT,
    note="Slowly",
    cue="The floor",
)
DETAILS = TargetDetails(distance_m=40, load=LoadPlan(LoadRule.BAND, band="red"), superset="A", note="slow")
SESSION = Session(
    id=7,
    title="Push „ä“",
    started_at=START,
    ended_at=FLIGHT,
    day=START.toordinal(),
    state=SessionState.DONE,
    planned_id=3,
    duration_s=61,
    note="two\nlines",
    pleasant_before=-5,
    activated_before=1,
    pleasant_after=5,
    effort=0,
    origin="strong",
    activated_after=6,
    rated_before_at=START,
    rated_after_at=FLIGHT,
    body_grams=70_500,
    rest_end_at=FLIGHT,
    rest_total_s=90,
)
BLOCK = Block(2, 11, Target(11, 3, 5, 8, 30, 1, 2, 75, DETAILS), "note", skipped=True)
DRAFT = SetDraft(
    exercise_id=11,
    block=2,
    kind=SetKind.REST_PAUSE,
    load=Load(-20_412, Unit.LB),
    reps=0,
    seconds=30,
    distance_m=40,
    effort=Effort(EffortScale.RPE, 85),
    focus=0,
    note="n",
    reps_left=0,
    reps_right=1,
    band="red",
)


def usual(value: Any) -> list[str]:
    """Names of the fields that are as usual, and so would not show that they are lost."""
    return [
        one.name
        for one in fields(value)
        if one.default is not MISSING and getattr(value, one.name) == one.default
    ]


def test_every_field_of_a_session_its_exercises_and_its_sets_is_kept() -> None:
    for value in (SESSION, BLOCK, DRAFT):
        assert usual(value) == []  # a new field belongs into this test
    entry = SetEntry(5, 7, 4, FLIGHT, DRAFT)
    bare = SetEntry(6, 7, 5, None, SetDraft(11, 2, reps=3))
    kept = Kept(SESSION, "key", (BLOCK, Block(3, 11, None)), (entry, bare), {11: OWN})
    found = kept_from(kept_text(kept))
    assert found == kept
    assert found.session.started_at.tzinfo == START.tzinfo


def test_the_rows_of_a_template_are_kept() -> None:
    asked = Prescription("own_crawl", 3, 5, 8, 30, 1, 2, 75, DETAILS)
    rows = (TemplateRow(OWN, asked), TemplateRow(OWN, None))
    assert rows_from(rows_text(rows)) == rows


def test_numbers_of_the_bin_are_not_given_twice_and_what_was_deleted_last_comes_first(store: Store) -> None:
    kept = Kept(SESSION, None, (), (), {})
    items = [
        BinItem(0, BinKind.SESSION, "Push", 1, START.astimezone(UTC) + timedelta(hours=n), kept)
        for n in (0, 2, 1)
    ]
    with store.transaction():
        numbers = [store.bin.insert(item) for item in items]
        store.bin.delete(numbers[2])
        other = store.bin.insert(items[2])
    assert other not in numbers
    assert [item.id for item in store.bin.all()] == [numbers[1], other, numbers[0]]
    assert store.bin.holds(BinKind.SESSION, 7)
    assert not store.bin.holds(BinKind.SET, 7)
    assert store.bin.count_before(START + timedelta(minutes=1)) == 1


def test_templates_are_listed_from_the_newest(store: Store) -> None:
    with store.transaction():
        for hour, title in ((0, "Old"), (2, "New"), (1, "Middle")):
            store.templates.insert(
                SessionTemplate(0, title, START.astimezone(UTC) + timedelta(hours=hour), ())
            )
    assert [one.title for one in store.templates.all()] == ["New", "Middle", "Old"]
