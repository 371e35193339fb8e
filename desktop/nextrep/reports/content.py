"""What the clinician's report says, computed before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nextrep.domain.e1rm import Formula
from nextrep.domain.event_marks import EventMark
from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.domain.series import Level, Series, Sufficiency
from nextrep.domain.trends.findings import AroundSessions
from nextrep.domain.trends.short_words import ShortDayAfter, ShortTrend
from nextrep.reports.score_content import Scores


@dataclass(frozen=True, slots=True)
class TypicalRow:
    """First and last 14 logged days of one measure. `unit` is "" for 0-10 ratings, "h" or "%" for sleep.

    Attributes:
        at_most: how many nights of the period count with the most that they can be.
    """

    title: str
    direction: str
    unit: str
    first: Level | None
    last: Level | None
    at_most: int = 0


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """One exercise: first and last estimate or best set of the period, as text, and how often it was done."""

    exercise: str
    measure: str
    first: str
    last: str
    change: str
    sessions: int


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One of the last 14 days; None is "not logged" (sleep in minutes).

    Attributes:
        sleep_at_most: the time asleep is the most that it can be.
    """

    day: int
    mood: float | None
    anxiety: float | None
    sleep_min: int | None
    trained: bool
    sleep_at_most: bool = False


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week for page 2. Ratings and sleep are weekly medians; None is "not logged".

    Attributes:
        minutes: trained in the whole week.
        sleep_at_most: at least one night has only a most, so the medians of sleep are that too.
        load: effort × minutes of the sessions of the week that have both (session RPE, Foster 2001).
    """

    monday: int
    days_logged: int
    mood: float | None
    anxiety: float | None
    sleep_min: int | None
    efficiency: float | None
    sessions: int
    minutes: int | None
    sleep_at_most: bool = False
    load: int | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """The training dose. planned is None without a plan in the period; minutes is a median or None.

    Attributes:
        sessions: all that were done, planned or not; kept: the planned ones that were done.
        around: pleasantness after sessions against before them (-5 to +5).
        effort: median session RPE (0-10; Foster 2001), None where none was rated.
    """

    sessions: int
    kept: int
    planned: int | None
    median_minutes: int | None
    sets: int
    phase: str
    around: AroundSessions
    effort: float | None = None


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """A journal entry that the person chose: its day in words, and its lines without marks."""

    day: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session of the list; everything is text, "" for what is not known or not rated."""

    day: str
    title: str
    exercises: str
    sets: str
    minutes: str
    effort: str
    felt: str


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """One of the person's own measures; everything is text: scale, better end, days with a value, levels."""

    title: str
    scale: str
    direction: str
    days: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class DayFact:
    """Something noted about days: what, on how many of them, and how much, "" where there is no more."""

    what: str
    days: str
    how_much: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One session to come: its day, its name and its exercises in words."""

    day: str
    title: str
    exercises: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything on the pages.

    Attributes:
        name: as the person wants to be called on paper; may be "".
        first, last: period, both days included.
        invented: True for a demo profile; then every page says so.
        events: what happened, those that the person lets into a report.
        panels: mood, anxiety, sleep hours, best e1RM, sessions a week: those that have data.
        formula: of the estimated 1RM.
        scores: of questionnaires; with any, there is a third page.
        nights_at_most: nights whose time asleep is the most that it can be, because minutes awake or to fall
            asleep are not known; nights_in_part: nights with a beginning or an end only.
        questions: up to three lines typed by the person.
        trends: of mood, anxiety and hours asleep, in the words of the screen.
        day_after: mood, anxiety and sleep on the day after training, where both sides were ticked.
        entries, session_list, plan, own_measures, day_facts: only what the person ticked, from page 3 on.
        sections: what the person ticked; nothing of the others is drawn.
    """

    name: str
    first: date
    last: date
    printed: date
    app_version: str
    invented: bool
    checkins: Sufficiency
    nights: Sufficiency
    typical: tuple[TypicalRow, ...]
    panels: tuple[Series, ...]
    training_days: tuple[int, ...]
    last_days: tuple[DayColumn, ...]
    training: Training
    strength: tuple[StrengthRow, ...]
    weeks: tuple[WeekRow, ...]
    questions: tuple[str, ...] = ()
    events: tuple[EventMark, ...] = ()
    formula: Formula = Formula.EPLEY
    scores: Scores = field(default_factory=Scores)
    nights_at_most: int = 0
    nights_in_part: int = 0
    sections: frozenset[ReportSection] = sections_of(ReportPreset.GP)

    def has(self, section: ReportSection) -> bool:
        """Whether the person ticked a section; a block of one that is not says so, and never 0."""
        return section in self.sections

    trends: tuple[ShortTrend, ...] = ()
    day_after: tuple[ShortDayAfter, ...] = ()
    entries: tuple[WrittenEntry, ...] = ()
    session_list: tuple[SessionRow, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    own_measures: tuple[OwnMeasure, ...] = ()
    day_facts: tuple[DayFact, ...] = ()
