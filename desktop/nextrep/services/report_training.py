"""The training of a report: the dose, how sessions felt, and strength."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from nextrep.domain.exercises import Exercise
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.domain.units import Load, Unit
from nextrep.reports.content import StrengthRow, Training
from nextrep.services import findings, preferences, trends
from nextrep.storage.store import Store

STRENGTH_ROWS = 8


def training(store: Store, sessions: Sequence[Session], first: int, last: int) -> Training:
    """Return the dose of the period: sessions, their length, and how they felt."""
    from nextrep.domain.trends.sessions import around_sessions  # numpy: only when a report is made

    minutes = [s.duration_s / 60 for s in sessions if s.duration_s]
    efforts = [session.effort for session in sessions if session.effort is not None]
    done, planned = trends.adherence(store, first, last)
    return Training(
        sessions=done,
        kept=trends.kept(store, first, last),
        planned=planned,
        median_minutes=round(median(minutes)) if minutes else None,
        sets=store.sets.count(first, last),
        phase=_phase(store, last),
        around=around_sessions(findings.pairs(sessions)),
        effort=float(median(efforts)) if efforts else None,
    )


def _phase(store: Store, last: int) -> str:
    found = phase_at(store, last)
    return tr("{phase}, week {n}", phase=found[1], n=found[0]) if found else ""


def phase_at(store: Store, day: int) -> tuple[int, str] | None:
    """Return the week of the plan, from 1, and the name of its phase on a day (date ordinal).

    None where no plan has sessions in the week of that day.
    """
    program = store.programs.current()
    if program is None:
        return None
    week = (day - program.start_day) // 7 + 1
    found = [one.phase for one in store.programs.planned_of(program.id) if one.week == week]
    return (week, phase_title(found[0])) if found else None


def strength(store: Store, first: int, last: int) -> tuple[StrengthRow, ...]:
    """Return the exercises done most often, with the first and last best of the period."""
    unit = preferences.unit(store)
    rows = []
    for choice in trends.strength_choices(store, first, last)[:STRENGTH_ROWS]:
        facts = store.sets.facts(choice.exercise_id, first, last)
        best = trends.estimates(store, choice.exercise, facts)
        if best:
            measure = _e1rm_measure(choice.exercise)
            values = [best[day] for day in sorted(best)]
            shown = [_load_text(value, unit) for value in (values[0], values[-1])]
        elif any(f.reps for f in facts):
            measure = tr("most reps")
            values = _by_day([(f.day, f.reps or 0) for f in facts])
            shown = [str(int(value)) for value in (values[0], values[-1])]
        else:
            measure = tr("longest set")
            values = _by_day([(f.day, f.seconds or 0) for f in facts])
            shown = [tr("{s} s", s=int(value)) for value in (values[0], values[-1])]
        # A share of what is added to the body would say little about the work done.
        change = "" if best and choice.exercise.measure.of_body else _change(values)
        if len(values) == 1:
            shown[0] = ""  # the same twice would read as no change
        rows.append(StrengthRow(choice.exercise.name, measure, shown[0], shown[1], change, choice.sessions))
    return tuple(rows)


def _e1rm_measure(exercise: Exercise) -> str:
    """Return the name of an estimate in a table; the method says by which formula."""
    return tr("estimated 1RM, added load") if exercise.measure.of_body else tr("estimated 1RM")


def _by_day(rows: Sequence[tuple[int, int]]) -> list[float]:
    best: dict[int, int] = {}
    for day, value in rows:
        best[day] = max(best.get(day, 0), value)
    return [float(best[day]) for day in sorted(best)]


def _change(values: Sequence[float]) -> str:
    if len(values) < 2 or not values[0]:
        return ""
    percent = round(100 * (values[-1] / values[0] - 1))
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return tr("{percent} %", percent=f"{sign}{abs(percent)}")


def _load_text(grams: float, unit: Unit) -> str:
    whole = Load(round(grams), unit).value()
    return f"{whole:.1f} {unit}".replace(".0 ", " ")
