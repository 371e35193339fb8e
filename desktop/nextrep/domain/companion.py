"""What goes into the machine-readable companion of a report: exactly what the person ticked for it.

`services/companion.py` gathers it, `exchange/fhir_export.py` and `exchange/tidy_csv.py` write it down. What
was not chosen is not in here, so that no writer can let it slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nextrep.domain.assessments import Assessment
from nextrep.domain.events import Event
from nextrep.domain.journal import Entry
from nextrep.domain.scoring import Score
from nextrep.domain.series import Points, Series, monday_of
from nextrep.domain.sleep import Night


class CompanionKind(StrEnum):
    """How a companion is written."""

    FHIR = "fhir"
    CSV = "csv"
    """A table, and a second one that says what each measure of it means."""
    ZIP = "zip"
    """All of them in one file."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A questionnaire of one day.

    Attributes:
        title: of the instrument or of the opened file.
        score: what it adds up to, None where it is not scored.
        form_digest: SHA-256 of the opened file in hexadecimal, "" from the official form or from paper.
    """

    one: Assessment
    title: str
    score: Score | None
    form_digest: str = ""


@dataclass(frozen=True, slots=True)
class Trained:
    """A session that was done. What was not rated or not chosen is None, "" or empty.

    Attributes:
        number: from 1, by start, within the period.
        day: local date ordinal of the start.
        seconds: trained; working_sets: without warm-ups.
        effort: 0 to 10; pleasant_before, pleasant_after: -5 to +5.
        title, exercises: only with the list of sessions; each exercise with its working sets.
    """

    number: int
    day: int
    started_at: datetime
    seconds: int | None
    working_sets: int
    effort: int | None = None
    pleasant_before: int | None = None
    pleasant_after: int | None = None
    title: str = ""
    exercises: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A planned session (days are date ordinals); `title` only where the plan was chosen."""

    day: int
    done: bool
    title: str = ""


class StrengthMeasure(StrEnum):
    """By what an exercise is followed."""

    E1RM = "estimated_1rm"
    REPS = "most_reps"
    SECONDS = "longest_set"


@dataclass(frozen=True, slots=True)
class StrengthLine:
    """One exercise over the period.

    Attributes:
        unit: "kg" or "lb" of an estimate, "" of reps, "s" of seconds.
        points: best of each day.
    """

    exercise: str
    measure: StrengthMeasure
    unit: str
    points: Points


Step = Callable[[], None]
"""Called for each row or resource that was made; it may raise `Cancelled`."""


def no_step() -> None:
    """Nobody waits."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Everything that was chosen for the period from `first` to `last` (date ordinals, both included).

    Attributes:
        name: name or initials as the person wants them in a report, "" for none.
        app_version: of NextRep.
        invented: the profile holds demonstration data.
        logged: days with a check-in; paused: days of a pause of all tracking.
        ratings: the daily ratings that have a value, as each day counts.
        planned: sessions that the plan has in the period; upcoming: those after it, if the plan was chosen.
        phase: week of the plan on the last day, counted from 1, with the name of its phase; None without one.
        weights: pairs of day and grams of body weight; only where the person asked for them.
        entries: journal entries that the person chose one by one.
    """

    first: int
    last: int
    name: str = ""
    app_version: str = ""
    invented: bool = False
    questions: tuple[str, ...] = ()
    answered: tuple[Answered, ...] = ()
    logged: tuple[int, ...] = ()
    paused: tuple[int, ...] = ()
    ratings: tuple[Series, ...] = ()
    nights: tuple[Night, ...] = ()
    sessions: tuple[Trained, ...] = ()
    planned: tuple[PlannedDay, ...] = ()
    upcoming: tuple[PlannedDay, ...] = ()
    phase: tuple[int, str] | None = None
    strength: tuple[StrengthLine, ...] = ()
    weights: tuple[tuple[int, int], ...] = ()
    events: tuple[Event, ...] = ()
    entries: tuple[Entry, ...] = ()


def strength_days(days: Iterable[int], first: int, last: int) -> Points:
    """Return on how many days of a week there was a session, at the week's Monday (LOINC 82291-6).

    Only whole weeks of the period count, and only those with a session: a week without one may be a week in
    which nothing was written down, and what is not known is not 0.
    """
    found: dict[int, set[int]] = {}
    for day in days:
        monday = monday_of(day)
        if first <= monday and monday + 6 <= last:
            found.setdefault(monday, set()).add(day)
    return tuple((monday, float(len(trained))) for monday, trained in sorted(found.items()))
