"""What a session of another day can have been: planned, like an earlier one, from a template, or free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.domain.program import minutes_for
from nextrep.domain.session_times import minutes_of
from nextrep.domain.text import tr
from nextrep.services import program
from nextrep.services.program import PlannedView
from nextrep.services.session_source import FREE, Source, SourceKind
from nextrep.storage.store import Store

PLANNED, DAYS_AROUND = 4, 7
"""So many other planned sessions are offered, of so many days around the day."""
EARLIER = 8
EVENING = 18 * 60
USUAL_MINUTES = 45
"""Where nothing is known, a session is taken for one of 45 minutes that began at 18:00."""


@dataclass(frozen=True, slots=True)
class PastChoice:
    """One thing that it can have been, with what is likely of it.

    Attributes:
        day: date ordinal of the planned or earlier session, None for a template and a free one.
        of_day: whether it was planned for the very day that is logged.
        minute: minute of the day at which it probably began; `minutes` is how long it probably took, None
            where nobody can tell.
    """

    source: Source
    title: str
    day: int | None
    of_day: bool
    minute: int
    minutes: int | None

    @property
    def planned_id(self) -> int | None:
        """The planned session that it is, None for any other."""
        return self.source.number if self.source.kind is SourceKind.PLAN else None

    @property
    def template(self) -> bool:
        """Whether it is a template."""
        return self.source.kind is SourceKind.TEMPLATE


def choices(store: Store, day: int, now: datetime) -> list[PastChoice]:
    """Return what a session of a day (date ordinal) can have been, the most likely first."""
    planned = sorted(_planned(store, day), key=lambda one: abs(one.planned.day - day))
    usual = _usual_minute(store)
    found = [_of_plan(one, day, usual) for one in planned if one.planned.day == day]
    found.append(PastChoice(FREE, tr("Free session"), None, of_day=False, minute=usual, minutes=None))
    others = [one for one in planned if one.planned.day != day]
    found += [_of_plan(one, day, usual) for one in others[:PLANNED]]
    found += _of_templates(store, usual)
    found += [
        PastChoice(
            Source(SourceKind.SESSION, one.id),
            one.title,
            one.day,
            of_day=False,
            minute=usual,
            minutes=minutes_of(one.duration_s),
        )
        for one in store.past.summaries(EARLIER)
    ]
    today = now.date().toordinal() == day
    return [_over_by(one, now) for one in found] if today else found


def day_of(store: Store, planned_id: int) -> int:
    """Return the day (date ordinal) of a planned session.

    Raises:
        KeyError: there is none of that id.
    """
    return store.programs.planned(planned_id).day


def _planned(store: Store, day: int) -> list[PlannedView]:
    plan = program.current(store)
    return [
        one
        for one in (plan.sessions if plan is not None else ())
        if one.planned.is_open
        and one.planned.trains
        and not one.going_on
        and abs(one.planned.day - day) <= DAYS_AROUND
    ]


def _of_plan(one: PlannedView, day: int, usual: int) -> PastChoice:
    return PastChoice(
        Source(SourceKind.PLAN, one.planned.id),
        one.planned.title,
        one.planned.day,
        of_day=one.planned.day == day,
        minute=one.planned.minute if one.planned.minute is not None else usual,
        minutes=one.minutes,
    )


def _of_templates(store: Store, usual: int) -> Iterator[PastChoice]:
    for one in store.templates.all():
        asked = [row.asked for row in one.rows if row.asked is not None]
        yield PastChoice(
            Source(SourceKind.TEMPLATE, one.id),
            one.title,
            None,
            of_day=False,
            minute=usual,
            minutes=minutes_for(asked) if asked else None,
        )


def _usual_minute(store: Store) -> int:
    """Return the minute of the day at which the latest session began."""
    latest = store.past.summaries(1)
    if not latest:
        return EVENING
    start = store.sessions.get(latest[0].id).started_at
    return start.hour * 60 + start.minute


def _over_by(one: PastChoice, now: datetime) -> PastChoice:
    """Return a choice that is over by now."""
    latest = now.hour * 60 + now.minute - (one.minutes if one.minutes is not None else USUAL_MINUTES)
    return replace(one, minute=max(0, min(one.minute, latest)))
