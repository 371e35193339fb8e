"""Rows of the tidy table: questionnaires, nights, sessions. What is not known has no row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from nextrep.domain.assessments import Way
from nextrep.domain.companion import Answered, Trained
from nextrep.domain.instruments import HARM_ITEM
from nextrep.domain.sleep import Night

_WAYS = {Way.FORM: "official form", Way.FILE: "opened file", Way.TOTAL: "paper"}
PRORATED = "missing answers count as the mean of the others"


class Row(NamedTuple):
    """One value of one measure, as it is written.

    Attributes:
        date: YYYY-MM-DD; time: HH:MM:SS, "" for what belongs to the whole day.
        value: a figure, a date, or "" where the note alone says it.
        source: where the value is from.
    """

    date: str
    time: str
    measure: str
    value: str
    unit: str
    source: str
    note: str


def row(day: int, measure: str, value: str, unit: str, source: str, *, time: str = "", note: str = "") -> Row:
    """Return a row of a day (a date ordinal)."""
    return Row(date.fromordinal(day).isoformat(), time, measure, value, unit, source, note)


def figure(value: float, places: int = 4) -> str:
    """Return a number with a point and no needless zeros; never an exponent."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def answer_rows(answered: Iterable[Answered]) -> Iterator[Row]:
    """Return answers and totals. An answer in words has none; the item about self-harm always has one."""
    for one in answered:
        of, day = one.one, one.one.day
        name = str(of.instrument) if of.instrument else "questionnaire"
        source = _WAYS[of.way]
        note = "" if of.instrument else one.title
        if not of.instrument:
            yield row(day, "questionnaire_answered", "1", "", source, note=one.title)
        for answer in sorted(of.answers.values(), key=lambda found: found.number or 0):
            if answer.number is None or (answer.value is None and answer.number != HARM_ITEM):
                continue
            value = "" if answer.value is None else figure(answer.value)
            said = note if value else "answered; what it counts is not said in the file"
            yield row(day, f"{name}_item_{answer.number}", value, "points", source, note=said)
        yield from _totals(one, source)


def _totals(answered: Answered, source: str) -> Iterator[Row]:
    score, day = answered.score, answered.one.day
    if score is None:
        return
    note = PRORATED if score.prorated else ""
    if score.total is None:
        yield row(day, f"{score.key}_total", "", "points", source, note="no total by the published rules")
    else:
        yield row(day, f"{score.key}_total", figure(score.total), "points", source, note=note)
    if score.instead is not None and score.instead.total is not None:
        measure = f"{score.key}_as_{score.instead.key}_total"
        yield row(day, measure, figure(score.instead.total), "points", source)


def night_rows(night: Night) -> Iterator[Row]:
    """Return the figures of a night, by the day of waking."""
    if any(night.times):
        yield row(night.day, "night_logged", "1", "night", "self-report")
    if night.at_most and night.total_sleep_min is not None:
        yield row(night.day, "night_at_most", "1", "night", "computed")
    for measure, value, unit, source in (
        ("time_asleep", night.total_sleep_min, "min", "computed"),
        ("time_in_bed", night.time_in_bed_min, "min", "computed"),
        ("sleep_efficiency", night.efficiency, "%", "computed"),
        ("sleep_latency", night.latency_to_sleep_min, "min", "self-report"),
        ("awake_in_night", night.awake_in_night_min, "min", "self-report"),
        ("awakenings", night.awakenings, "", "self-report"),
        ("sleep_quality", night.quality, "0-10", "self-report"),
    ):
        if value is not None:
            yield row(night.day, measure, figure(value), unit, source)


def session_rows(session: Trained) -> Iterator[Row]:
    """Return the figures of a session; the note says which session of the period it is."""
    time = session.started_at.strftime("%H:%M:%S")
    name = f"session {session.number}"
    titled = f"{name}: {session.title}" if session.title else name
    minutes = None if session.seconds is None else session.seconds / 60
    yield row(session.day, "session_done", "1", "session", "training log", time=time, note=titled)
    for measure, value, unit, source in (
        ("session_length", minutes, "min", "training log"),
        ("session_working_sets", session.working_sets, "sets", "training log"),
        ("session_effort", session.effort, "0-10", "self-report"),
        ("pleasantness_before", session.pleasant_before, "-5 to 5", "self-report"),
        ("pleasantness_after", session.pleasant_after, "-5 to 5", "self-report"),
    ):
        if value is not None:
            yield row(session.day, measure, figure(value), unit, source, time=time, note=name)
    for exercise, sets in session.exercises:
        said = f"{name}: {exercise}"
        yield row(session.day, "exercise_sets", figure(sets), "sets", "training log", time=time, note=said)
