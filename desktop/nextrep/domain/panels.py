"""Which panels Trends shows, in which order and how tall: named views that the person can change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nextrep.domain.day_topics import YES_NO, Topic
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.text import tr


class PanelKind(StrEnum):
    """What a panel draws. What `of` means for each stands behind it."""

    E1RM = "e1rm"
    """Best estimated maximum of a day: id of an exercise, "" for the most trained one of the period."""
    BEST_SET = "best_set"
    """Best set of a day: id of an exercise, "" for the most trained one."""
    VOLUME = "volume"
    """Load × reps of a day: id of an exercise, name of a movement pattern, "" for everything."""
    SESSIONS = "sessions"
    """Sessions a week, done and planned."""
    MUSCLE_SETS = "muscle_sets"
    """Working sets a week of a muscle group."""
    LOAD = "load"
    """Effort of a session × its minutes, each week."""
    RATING = "rating"
    """A rating of the day: key of a measure."""
    SLEEP = "sleep"
    """A figure of the night: value of `SleepFigure`."""
    SCORE = "score"
    """Totals of a questionnaire: value of `InstrumentKey`."""
    AROUND = "around"
    """Pleasantness after a session minus before it."""
    FOCUS = "focus"
    """Median focus of the sets of a session."""
    DAY = "day"
    """What was noted about a day: value of one of `DAY_TOPICS`."""


DAY_TOPICS = (
    Topic.PAIN, Topic.OUTDOORS, Topic.WITH_OTHERS, Topic.ILL, Topic.PROTEIN, Topic.WATER, Topic.CAFFEINE_LATE,
    Topic.ALCOHOL, Topic.BODY_WEIGHT,
)  # fmt: skip
"""What a panel can draw of a day. Tags are words, and the day of a cycle is no quantity."""


class SleepFigure(StrEnum):
    """What is drawn of nights; names of the Consensus Sleep Diary."""

    TST = "tst"
    SE = "se"
    SOL = "sol"
    WASO = "waso"
    QUALITY = "quality"


class PanelSize(StrEnum):
    """How tall a panel is beside the others."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"

    @property
    def share(self) -> int:
        """Its part of the height, in thirds of a normal one."""
        return {PanelSize.SMALL: 2, PanelSize.NORMAL: 3, PanelSize.LARGE: 6}[self]


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel of a view.

    Attributes:
        of: see `PanelKind`.
    """

    kind: PanelKind
    of: str = ""
    size: PanelSize = PanelSize.NORMAL

    @property
    def key(self) -> str:
        """Names what it draws, whatever its size: "rating:mood"."""
        return f"{self.kind}:{self.of}" if self.of else str(self.kind)

    @property
    def is_daily(self) -> bool:
        """Whether what it draws is noted day by day, so that a year of it has a cell for each day."""
        if self.kind is PanelKind.DAY:
            return Topic(self.of) not in YES_NO
        return self.kind in {PanelKind.RATING, PanelKind.SLEEP}


@dataclass(frozen=True, slots=True)
class PanelView:
    """A named set of panels, from top to bottom.

    Attributes:
        key: lasting name; the built-in ones have words, own ones "own_1", "own_2" and so on.
        title: as the person calls it; "" for a built-in name.
    """

    key: str
    title: str
    panels: tuple[Panel, ...]


OVERVIEW, STRENGTH, SLEEP, CLINICIAN = "overview", "strength", "sleep", "clinician"
MOST_VIEWS, MOST_PANELS, MOST_TITLE_CHARS = 20, 12, 40


def built_in_views() -> tuple[PanelView, ...]:
    """Return the views that are there from the start, as they come."""
    kind, rating, sleep = PanelKind, PanelKind.RATING, PanelKind.SLEEP
    mood, anxiety = Panel(rating, str(Rating.MOOD)), Panel(rating, str(Rating.ANXIETY))
    asleep = Panel(sleep, str(SleepFigure.TST))
    return (
        PanelView(OVERVIEW, "", (Panel(kind.E1RM), Panel(kind.SESSIONS), mood, anxiety, asleep)),
        PanelView(
            STRENGTH, "", (Panel(kind.E1RM), Panel(kind.BEST_SET), Panel(kind.VOLUME), Panel(kind.SESSIONS))
        ),
        PanelView(SLEEP, "", (asleep, *(Panel(sleep, str(one)) for one in SleepFigure if one != "tst"))),
        PanelView(
            CLINICIAN,
            "",
            (
                Panel(kind.SCORE, str(InstrumentKey.PHQ9)), Panel(kind.SCORE, str(InstrumentKey.GAD7)),
                mood, anxiety, asleep, Panel(kind.SESSIONS, size=PanelSize.SMALL), Panel(kind.AROUND),
            ),
        ),
    )  # fmt: skip


def view_title(view: PanelView) -> str:
    """Return the name of a view for people."""
    names = {
        OVERVIEW: tr("Overview"),
        STRENGTH: tr("Strength"),
        SLEEP: tr("Sleep"),
        CLINICIAN: tr("For my clinician"),
    }
    return view.title or names.get(view.key, view.key)


def size_title(size: PanelSize) -> str:
    """Return the name of a size for people."""
    return {PanelSize.SMALL: tr("Small"), PanelSize.NORMAL: tr("Normal"), PanelSize.LARGE: tr("Large")}[size]


def checked_view(view: PanelView, others: Sequence[PanelView] = ()) -> PanelView:
    """Return a view with its name trimmed, if it can be kept.

    Raises:
        UserError: an own view has no name, one that is too long, or that of another view (`field` is
            "title"); it has no panel, too many, or one of them twice (`field` is "panels").
    """
    title = " ".join(view.title.split())
    if not title and view.key not in {one.key for one in built_in_views()}:
        raise UserError(tr("Give the view a name."), field="title")
    if len(title) > MOST_TITLE_CHARS:
        raise UserError(tr("A name goes up to {n} characters.", n=MOST_TITLE_CHARS), field="title")
    view = replace(view, title=title)
    names = {view_title(one).casefold() for one in others if one.key != view.key}
    if view_title(view).casefold() in names:
        raise UserError(tr("There is a view of that name."), field="title")
    if not view.panels:
        raise UserError(tr("Choose at least one panel."), field="panels")
    if len(view.panels) > MOST_PANELS:
        raise UserError(tr("A view has up to {n} panels.", n=MOST_PANELS), field="panels")
    if len({panel.key for panel in view.panels}) < len(view.panels):
        raise UserError(tr("One panel is there twice."), field="panels")
    return view
