"""Periods that are often wanted in a report: since the last appointment, some weeks, a phase, the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from nextrep.domain.events import EventKind
from nextrep.domain.program import PlannedState
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr, tr_n
from nextrep.services.report import default_choice
from nextrep.storage.store import Store

_WEEKS = (4, 12)


class PeriodKey(StrEnum):
    """What a period is called where it is remembered; its days are found anew each time."""

    APPOINTMENT = "appointment"
    FOUR_WEEKS = "4w"
    TWELVE_WEEKS = "12w"
    PHASE = "phase"
    PLAN = "plan"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Period:
    """A period that is often wanted, with its name; both days are in it."""

    key: PeriodKey
    title: str
    first: date
    last: date


def last_appointment(store: Store, today: date) -> date | None:
    """Return the first day of the latest therapy event before today; None where there is none.

    One of today is the appointment that the report is for.
    """
    found = [one.first for one in store.events.all() if one.kind is EventKind.THERAPY]
    before = [day for day in found if day < today.toordinal()]
    return date.fromordinal(max(before)) if before else None


def periods(store: Store, today: date, appointment: date | None) -> tuple[Period, ...]:
    """Return the periods on offer, those that need an appointment or a plan only where there is one.

    All end where `services.report.default_choice` ends, but that since an appointment never before it.

    Args:
        store: the profile.
        today: the day on which it is asked.
        appointment: the day of the last appointment, None where it is not known.
    """
    last = default_choice(store, today).last
    found = []
    if appointment is not None and appointment <= today:
        end = last if last >= appointment else today
        found.append(Period(PeriodKey.APPOINTMENT, tr("Since last appointment"), appointment, end))
    for key, weeks in zip((PeriodKey.FOUR_WEEKS, PeriodKey.TWELVE_WEEKS), _WEEKS, strict=True):
        first = date.fromordinal(max(1, (last - timedelta(days=7 * weeks - 1)).toordinal()))
        found.append(Period(key, tr_n("{n} week", "{n} weeks", weeks), first, last))
    return (*found, *_of_plan(store, last))


def _of_plan(store: Store, last: date) -> list[Period]:
    """Return the phase in which `last` lies, where it is not the first, and the time since the plan began."""
    program = store.programs.current()
    if program is None or program.start_day > last.toordinal():
        return []
    found = []
    phase, first = _phase(store, program.id, last.toordinal())
    if first is not None and first > program.start_day:
        title = tr("This phase: {phase}", phase=phase_title(phase))
        found.append(Period(PeriodKey.PHASE, title, date.fromordinal(first), last))
    start = date.fromordinal(program.start_day)
    found.append(Period(PeriodKey.PLAN, tr("Since the plan began"), start, last))
    return found


def _phase(store: Store, program_id: int, last: int) -> tuple[str, int | None]:
    """Return the phase of the latest planned session up to `last`, and the day on which it began."""
    planned = [one for one in store.programs.planned_of(program_id) if one.state is not PlannedState.REMOVED]
    so_far = sorted((one for one in planned if one.day <= last and one.phase), key=lambda one: one.day)
    if not so_far:
        return "", None
    phase, first = so_far[-1].phase, so_far[-1].day
    for one in reversed(so_far):
        if one.phase != phase:
            break
        first = one.day
    return phase, first
