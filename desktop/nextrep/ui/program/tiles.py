"""What the calendar says about one session."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from nextrep.domain.days import day_short, day_title, weekday_short
from nextrep.domain.exercises import group_title
from nextrep.domain.program import WEEKDAYS, PlannedState, SkipReason
from nextrep.domain.recovery import REST_HOURS, ShortRest
from nextrep.domain.text import kept, tr, tr_n
from nextrep.domain.training import Session
from nextrep.services.program import PlannedView
from nextrep.ui.widgets.clock_text import clock_text

_NOTE_CHARS = 40
"""How much of a day off's words stands on the calendar of weeks; one week alone shows all of them."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is drawn of a session, the same for all that look alike.

    Attributes:
        look: "open", "done", "beside" (done without a place in the plan), "late" (planned for a day that has
            passed), "now" (begun and not finished), "skipped", "paused" or "off" (a day off, which has words
            only).
        lines: what stands below the title; `brief` is the same in fewer words, for narrow columns.
        exercises: name and dose of each exercise, for where there is room.
        marked: whether the first line stands out.
        chip: short words about something to look at, "" for nothing.
        note: the person's or the program's words for the day, for where there is room.
    """

    look: str
    title: str
    lines: tuple[str, ...]
    brief: tuple[str, ...] = ()
    exercises: tuple[tuple[str, str], ...] = ()
    marked: bool = False
    chip: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One session on the calendar, in words.

    Attributes:
        kind: "planned" or "beside" (done without a place in the plan); with `id` it names the tile.
        id: of the planned session or, beside the plan, of the session.
        tip: says in full what the chip says in short.
    """

    kind: str
    id: int
    day: int
    face: Face
    tip: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """Name of the tile, the same after the calendar was read anew."""
        return self.kind, self.id

    @property
    def title(self) -> str:
        """Name of the session."""
        return self.face.title

    @property
    def done(self) -> bool:
        """Whether it was done."""
        return self.face.look in {"done", "beside"}

    @property
    def skipped(self) -> bool:
        """Whether it is left out."""
        return self.face.look == "skipped"

    @property
    def planned(self) -> bool:
        """Whether it belongs to the plan and is neither done nor going on: all of that can be changed."""
        return self.kind == "planned" and not self.done and not self.going_on

    @property
    def going_on(self) -> bool:
        """Whether it was begun and is open now."""
        return self.face.look == "now"

    @property
    def movable(self) -> bool:
        """Whether it can be moved and swapped: what is done stays where it was, what is left out rests."""
        return self.planned and not self.skipped

    @property
    def trains(self) -> bool:
        """Whether there is something to do; a day off has words only."""
        return self.face.look != "off"

    def spoken(self) -> str:
        """Return everything it says as one text."""
        return ", ".join(text for text in (self.title, *self.face.lines, self.face.chip) if text)


def planned_tile(view: PlannedView, today: int, *, paused: bool = False, full: bool = False) -> Tile:
    """Describe a planned session.

    Args:
        view: the session.
        today: date ordinal.
        paused: whether its day is in a pause.
        full: whether its exercises are told too.
    """
    planned = view.planned
    look = _look(view, today, paused=paused)
    ahead = look == "open" and planned.day >= today
    done = look == "done"
    face = Face(
        look=look,
        title=planned.title,
        lines=_lines(view, today, look, brief=False),
        brief=_lines(view, today, look, brief=True),
        exercises=_exercises(view) if full and not done else (),
        marked=done or planned.day == today or view.going_on,
        chip=rest_chip(view.short_rests) if ahead else "",
        note="" if done else planned.note,
    )
    tip = rest_text(view.short_rests) if ahead else ""
    return Tile("planned", planned.id, planned.day, face, tip or face.note)


def _exercises(view: PlannedView) -> tuple[tuple[str, str], ...]:
    return tuple((exercise.name, target.text()) for exercise, target in view.exercises)


def _look(view: PlannedView, today: int, *, paused: bool) -> str:
    planned = view.planned
    if planned.state is PlannedState.DONE:
        return "done"
    if view.going_on:
        return "now"
    if planned.state is PlannedState.SKIPPED:
        return "skipped"
    if not planned.trains:
        return "off"
    if paused:
        return "paused"
    return "late" if planned.day < today else "open"


def _lines(view: PlannedView, today: int, look: str, *, brief: bool) -> tuple[str, ...]:
    planned = view.planned
    if look == "done":
        return (done_text(view.session),)
    if look == "skipped":
        return (skipped_text(planned.skipped),)
    if look == "off":
        return (shorten(planned.note, _NOTE_CHARS, placeholder="…"),) if planned.note else ()
    if look == "now":
        return (tr("open now"),)
    moved = _moved_text(view.moved_from, planned.day) if view.moved_from is not None else ""
    on_day = planned.day == today
    return _to_do(on_day, planned.minute, len(view.exercises), view.minutes, moved, brief=brief)


@kept
def _to_do(
    today: bool, minute: int | None, exercises: int, minutes: int, moved: str, *, brief: bool
) -> tuple[str, ...]:
    """Say what a session to do asks for; in a plan the same comes again and again."""
    lines = [tr("today")] if today else []
    if minute is not None:
        lines.append(clock_text(minute))
    lines.append(tr_n("{n} exercise", "{n} exercises", exercises))
    lines.append(tr("{n} min", n=minutes) if brief else tr("about {n} min", n=minutes))
    if moved:
        lines.append(moved)
    return tuple(lines)


def beside_tile(session: Session) -> Tile:
    """Describe a finished session that was not planned."""
    words = (done_text(session),)
    face = Face("beside", session.title or tr("Session"), words, words, marked=True)
    return Tile("beside", session.id, session.day, face)


def done_text(session: Session | None) -> str:
    """Return for example "done in 35 min"."""
    if session is None or not session.duration_s:
        return tr("done")
    return tr("done in {n} min", n=max(1, round(session.duration_s / 60)))


def skipped_text(reason: SkipReason | None) -> str:
    """Return for example "left out: travel"."""
    words = {SkipReason.ILL: tr("ill"), SkipReason.TRAVEL: tr("travel"), SkipReason.LOW_DAY: tr("low day")}
    if reason is None or reason not in words:
        return tr("left out")
    return tr("left out: {reason}", reason=words[reason])


def _moved_text(before: int, now: int) -> str:
    same_week = (before - 1) // WEEKDAYS == (now - 1) // WEEKDAYS
    day = weekday_short((before - 1) % WEEKDAYS) if same_week else day_short(before)
    return tr("moved from {day}", day=day)


def rest_chip(rests: tuple[ShortRest, ...]) -> str:
    """Return for example "Back: 24 h rest", for several muscles "Back and 2 more: 24 h rest"."""
    if not rests:
        return ""
    shortest = min(rests, key=lambda rest: rest.hours)
    muscle = group_title(shortest.group)
    if len(rests) > 1:
        muscle = tr("{muscle} and {n} more", muscle=muscle, n=len(rests) - 1)
    if not shortest.hours:
        return tr("{muscle}: twice this day", muscle=muscle)
    return tr("{muscle}: {hours} h rest", muscle=muscle, hours=shortest.hours)


def rest_text(rests: tuple[ShortRest, ...]) -> str:
    """Say which muscles come again soon, and what that means; "" for none."""
    if not rests:
        return ""
    muscles = ", ".join(
        tr("{muscle} {hours} h", muscle=group_title(rest.group), hours=rest.hours) for rest in rests
    )
    return tr(
        "Rest since these muscles were last trained: {muscles}. About {usual} h is a common guide. "
        "It is a note, not a rule: move the session if you still feel the last one.",
        muscles=muscles,
        usual=REST_HOURS,
    )


def spoken_day(day: int, tiles: tuple[Tile, ...], today: int, *, paused: bool = False) -> str:
    """Return a day with what is on it, for screen readers."""
    words = [day_title(day)]
    if day == today:
        words.append(tr("today"))
    if paused:
        words.append(tr("paused"))
    words += [tile.spoken() for tile in tiles] or [tr("nothing planned")]
    return "; ".join(words)
