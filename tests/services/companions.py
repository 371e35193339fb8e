"""Profiles for the companion's tests: something of everything, and words that must not slip out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.events import Event, EventKind
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.units import Load, Unit
from nextrep.services import (
    day_context,
    demo,
    events,
    journal,
    moments,
    questionnaires,
    report,
    tracking,
)
from nextrep.services.report import Choice
from nextrep.storage.store import Store

EVERYTHING = frozenset(ReportSection)


def full(store: Store, now: datetime) -> Choice:
    """Fill a profile with twelve weeks and some odd cases; return a choice of everything in it."""
    demo.fill(store, 12, 3, now)
    today = now.date().toordinal()
    answer(store, now, InstrumentKey.PHQ9, 40, "2222222.1")
    answer(store, now, InstrumentKey.PHQ9, 1, "11111111.")
    questionnaires.record_total(store, InstrumentKey.GAD7, today - 1, 4, now)
    event = Event(0, EventKind.MEDICATION_CHANGED, "=sertraline", today - 20, None, "75 mg")
    events.save(store, event, now)
    hidden = replace(event, title="kept private", in_report=False)
    events.save(store, hidden, now)
    tracking.pause(store, today - 30, today - 25)
    for hour, value in ((7, 20), (9, 45)):
        at = (now - timedelta(days=3)).replace(hour=hour)
        moments.note(store, at, {Rating.MOOD: value}, now)
    day_context.set_weight(store, today - 2, Load(81_500, Unit.KG), now)
    entry = journal.write(store, today - 1, "-chosen words,\nin two lines", now - timedelta(days=1)).value
    journal.mark_for_report(store, entry.id, in_report=True)
    journal.write(store, today - 1, "unmarked words", now - timedelta(days=1))
    choice = replace(report.default_choice(store, now.date()), name="A. B.", questions=("Is it safe?",))
    return replace(choice, sections=EVERYTHING, entries=(entry.id,))


def answer(store: Store, now: datetime, key: InstrumentKey, back: int, answers: str) -> None:
    """Answer in the order of the items, `back` days ago; a point is left empty."""
    at = now - timedelta(days=back)
    given = {str(n): Answer(int(value), n) for n, value in enumerate(answers, 1) if value != "."}
    store.assessments.put(Assessment(0, at.date().toordinal(), at, Way.FORM, key, answers=given))


__all__ = ["EVERYTHING", "answer", "full"]
