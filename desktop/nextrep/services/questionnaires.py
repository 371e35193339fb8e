"""Questionnaires: answering, totals from paper, correcting, deleting, history, and when one is due.

Each answer is kept as it is given. Totals are computed from the answers whenever they are needed. What is
answered goes by a `Subject`: an instrument from its official form, or a questionnaire from a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.days import day_short
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import DAYS_APART, Instrument, InstrumentKey, instrument
from nextrep.domain.scoring import (
    Care,
    Change,
    Score,
    care,
    change,
    check_answers,
    score,
    score_of_total,
)
from nextrep.domain.text import tr
from nextrep.services import questionnaire_files as files
from nextrep.services import tracking
from nextrep.storage.store import Store

_CHANGES = Changes(assessments=True)
MAX_WORDS = 20_000
"""Longest answer in words."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is answered: an instrument from its official form, or a questionnaire from a file.

    A file that is scored has both: its history is that of the instrument.
    """

    instrument: InstrumentKey | None = None
    form_id: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One assessment as the history shows it.

    Attributes:
        score: None for a questionnaire that is not scored.
        change: against the last total before it; None without one.
        earlier_day: the day of that total.
        from_first: against the first total of all; None for the first and the second one.
    """

    assessment: Assessment
    score: Score | None
    change: Change | None = None
    earlier_day: int | None = None
    from_first: Change | None = None
    first_day: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """One questionnaire as the list shows it.

    Attributes:
        last: the latest of it, None where there is nothing yet.
        next_day: the first day on which it can be filled in again; None where any day will do.
        due: it was filled in before, and two weeks have passed.
    """

    subject: Subject
    title: str
    last: Line | None
    next_day: int | None
    due: bool


def standings(store: Store, today: int) -> tuple[Standing, ...]:
    """Return all six, and the questionnaires from files, each with its latest; `today` is a date ordinal."""
    subjects = [(Subject(key), instrument(key).title) for key in InstrumentKey]
    subjects += [
        (Subject(files.instrument_of(store, number), number), title)
        for number, title in store.questionnaires.offered()
    ]
    return tuple(_standing(store, subject, title, today) for subject, title in subjects)


def due(store: Store, today: int) -> tuple[str, ...]:
    """Return the titles of the instruments that were filled in before and can be again, for a gentle word.

    While all tracking is paused there is no such word.
    """
    if tracking.paused(store, today) is not None:
        return ()
    latest = store.assessments.latest_days()
    return tuple(instrument(key).title for key, day in latest.items() if day + DAYS_APART <= today)


def _standing(store: Store, subject: Subject, title: str, today: int) -> Standing:
    lines = history(store, subject)
    last = lines[0] if lines else None
    if subject.instrument is None or last is None:
        return Standing(subject, title, last, None, due=False)
    next_day = last.assessment.day + DAYS_APART
    return Standing(subject, title, last, next_day if next_day > today else None, due=next_day <= today)


def history(store: Store, subject: Subject) -> tuple[Line, ...]:
    """Return everything of one questionnaire, the newest first, each with its change."""
    found = _all_of(store, subject)
    lines: list[Line] = []
    points: list[tuple[int, int]] = []
    for one in found:
        reached = score_of(one)
        line = Line(one, reached)
        if one.instrument is not None and reached is not None and reached.total is not None:
            of, here = instrument(one.instrument), (one.day, reached.total)
            if points:
                line = replace(line, change=change(of, points[-1], here), earlier_day=points[-1][0])
            if len(points) > 1:
                line = replace(line, from_first=change(of, points[0], here), first_day=points[0][0])
            points.append(here)
        lines.append(line)
    return tuple(reversed(lines))


def find(store: Store, assessment_id: int) -> Assessment | None:
    """Return one assessment, None where there is none of that number."""
    try:
        return store.assessments.get(assessment_id)
    except KeyError:
        return None


def of_day(store: Store, subject: Subject, day: int) -> Assessment | None:
    """Return the answers of a day to go on with, by the same form or file; None where there are none."""
    found = [
        one
        for one in _all_of(store, subject)
        if one.day == day and one.way is not Way.TOTAL and one.form_id == subject.form_id
    ]
    return found[-1] if found else None


def line_of(store: Store, assessment_id: int) -> Line:
    """Return one assessment with its score and change.

    Raises:
        KeyError: there is none of that number.
    """
    one = store.assessments.get(assessment_id)
    subject = Subject(one.instrument) if one.instrument else Subject(form_id=one.form_id)
    return next(line for line in history(store, subject) if line.assessment.id == assessment_id)


def _all_of(store: Store, subject: Subject) -> list[Assessment]:
    if subject.instrument is not None:
        return store.assessments.of_instrument(subject.instrument)
    assert subject.form_id is not None
    return store.assessments.of_form(subject.form_id)


def score_of(one: Assessment) -> Score | None:
    """Return what an assessment adds up to; None where it is not scored."""
    if one.instrument is None:
        return None
    of = instrument(one.instrument)
    if one.total is not None:
        return score_of_total(of, one.total)
    return score(of, {number: value for number, value in one.values().items() if of.item(number)})


def care_for(store: Store, assessment_id: int) -> Care | None:
    """Return whether and when the calm card is shown for an assessment (see domain.scoring.care).

    Ask before a total is shown. An answer above 0 about dying or self-harm is `Care.BEFORE` in any file.

    Raises:
        KeyError: there is none of that number.
    """
    one = store.assessments.get(assessment_id)
    if one.harm():
        return Care.BEFORE
    if one.instrument is None:
        return None
    line = line_of(store, assessment_id)
    total = line.score.total if line.score else None
    before = total - line.change.points if total is not None and line.change else None
    return care(instrument(one.instrument), one.values(), total, before)


def first_free_day(store: Store, subject: Subject, day: int) -> int | None:
    """Return the day from which an instrument can be filled in again, None if it can be on `day`."""
    if subject.instrument is None:
        return None
    days = [one.day for one in _all_of(store, subject)]
    near = [one for one in days if abs(one - day) < DAYS_APART]
    return max(near) + DAYS_APART if near else None


def answer(
    store: Store,
    subject: Subject,
    assessment_id: int | None,
    item: str,
    given: Answer | None,
    day: int,
    now: datetime,
    *,
    step: bool = True,
) -> Outcome[Assessment]:
    """Keep one answer; the first one begins the assessment, and taking the only one back ends it.

    Args:
        subject: what is answered.
        assessment_id: the assessment that is being filled in or corrected, None to begin one on `day`.
        item: the item's number on the official form, or its link in the file.
        given: the answer; None takes it back.
        day: date ordinal, for a new one.
        now: the time it is.
        step: whether this is an undo step. A person's further answers to the same one are none, and undoing
            the first takes all of them back.

    Returns:
        The assessment as it is now; its id is 0 when nothing of it is left.

    Raises:
        UserError: the answer is not one of this questionnaire's, the day is still to come, or the same
            instrument was filled in less than 14 days from `day` (`field` is "day").
        KeyError: there is none of that number.
    """
    before = store.assessments.get(assessment_id) if assessment_id else None
    if before is None:
        _check_day(day, now)
        _check_apart(store, subject, day)
        way = Way.FILE if subject.form_id is not None else Way.FORM
        start = Assessment(0, day, now, way, subject.instrument, subject.form_id)
    else:
        start = before
    answers = {name: one for name, one in start.answers.items() if name != item}
    if given is not None:
        answers[item] = _checked(start, item, given)
    return _put(store, before, replace(start, answers=answers), step=step)


def _checked(one: Assessment, item: str, given: Answer) -> Answer:
    if len(given.words) > MAX_WORDS:
        raise UserError(tr("An answer goes up to {n} characters.", n=MAX_WORDS), field=item)
    if one.instrument is not None and given.number is not None and given.value is not None:
        of = instrument(one.instrument)
        if one.way is Way.FORM or of.item(given.number):
            check_answers(of, {given.number: given.value})
    return given


def record_total(
    store: Store, key: InstrumentKey, day: int, total: int, now: datetime
) -> Outcome[Assessment]:
    """Keep a total that was added up elsewhere. Any day will do: a clinic has its own rhythm.

    Raises:
        UserError: it is not a total of this questionnaire (`field` "total"), or the day is still to come.
    """
    _check_day(day, now)
    score_of_total(instrument(key), total)
    return _put(store, None, Assessment(0, day, now, Way.TOTAL, key, total=total))


def correct_total(
    store: Store, assessment_id: int, day: int, total: int, now: datetime
) -> Outcome[Assessment]:
    """Change the day or the total of one that was kept as a total.

    Raises:
        UserError: as `record_total`; or it was kept as answers, whose total follows from them.
        KeyError: there is none of that number.
    """
    _check_day(day, now)
    before = store.assessments.get(assessment_id)
    if before.way is not Way.TOTAL or before.instrument is None:
        raise UserError(tr("This total follows from its answers. Correct those."), field="total")
    score_of_total(instrument(before.instrument), total)
    return _put(store, before, replace(before, day=day, total=total))


def move(store: Store, assessment_id: int, day: int, now: datetime) -> Outcome[Assessment]:
    """Say that it was filled in on another day.

    Raises:
        UserError: the day is still to come.
        KeyError: there is none of that number.
    """
    _check_day(day, now)
    before = store.assessments.get(assessment_id)
    return _put(store, before, replace(before, day=day))


def delete(store: Store, assessment_id: int) -> Outcome[Assessment]:
    """Delete an assessment; it can be undone.

    Raises:
        KeyError: there is none of that number.
    """
    before = store.assessments.get(assessment_id)
    return _put(store, before, replace(before, total=None, answers={}))


def _put(
    store: Store, before: Assessment | None, after: Assessment, *, step: bool = True
) -> Outcome[Assessment]:
    """Write an assessment, or delete one of which nothing is left; the way back is what was there before."""
    empty = after.total is None and not after.answers
    with store.transaction():
        if not empty:
            after = replace(after, id=store.assessments.put(after))
        elif after.id:
            store.assessments.delete(after.id)
    if empty and before is None:
        return Outcome(after)
    number = after.id
    undo: Callable[[], Outcome[Any]] = lambda: _back(store, number, before)  # noqa: E731
    kept = replace(after, id=0) if empty else after
    return Outcome(kept, _CHANGES, undo=undo if step else None, label=_label(store, after))


def _back(store: Store, number: int, before: Assessment | None) -> Outcome[Any]:
    """Put back what was there before, and keep what is there now: answers may have come without a step."""
    try:
        now: Assessment | None = store.assessments.get(number)
    except KeyError:
        now = None
    with store.transaction():
        if before is not None:
            store.assessments.put(before)
        elif now is not None:
            store.assessments.delete(number)
    shown = before or now
    label = _label(store, shown) if shown else tr("questionnaire")
    return Outcome(before, _CHANGES, undo=lambda: _back(store, number, now), label=label)


def _label(store: Store, one: Assessment) -> str:
    if one.instrument is not None:
        title = instrument(one.instrument).title
    else:
        title = files.title_of(store, one.form_id or 0)
    return tr("{name} of {day}", name=title, day=day_short(one.day))


def _check_day(day: int, now: datetime) -> None:
    if day > now.date().toordinal():
        raise UserError(tr("That day is still to come."), field="day")


def _check_apart(store: Store, subject: Subject, day: int) -> None:
    free = first_free_day(store, subject, day)
    if free is not None and subject.instrument is not None:
        raise UserError(too_soon(instrument(subject.instrument), free), field="day")


def too_soon(of: Instrument, free: int) -> str:
    """Return why an instrument is not filled in before the day `free` (date ordinal)."""
    return tr(
        "The {name} looks back over two weeks, so the next one makes sense from {day} on. "
        "A total from a clinic can be added at any time.",
        name=of.title,
        day=day_short(free),
    )


def export_rows(store: Store) -> list[dict[str, Any]]:
    """Return every assessment as plain data for the export, the oldest first."""
    return [_export_row(store, one) for one in store.assessments.all()]


def _export_row(store: Store, one: Assessment) -> dict[str, Any]:
    reached = score_of(one)
    title = instrument(one.instrument).title if one.instrument else files.title_of(store, one.form_id or 0)
    return {
        "day": one.day,
        "recorded_at": one.recorded_at.isoformat(timespec="seconds"),
        "questionnaire": title,
        "from": str(one.way),
        "file": one.form_id,
        "total": reached.total if reached else None,
        "answers_missing_in_total": bool(reached and reached.prorated),
        "answers": [
            {"item": item, "number": found.number, "value": found.value, "words": found.words}
            for item, found in one.answers.items()
        ],
    }
