"""What the calendar says about one session."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.days import day_short, day_title, weekday_short
from nextrep.domain.exercises import group_title
from nextrep.domain.program import WEEKDAYS, PlannedState
from nextrep.domain.recovery import REST_HOURS, ShortRest
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import Session
from nextrep.services.program import PlannedView


@dataclass(frozen=True, slots=True)
class Tile:
    """One session on the calendar, in words.

    Attributes:
        kind: "planned" or "beside" (done without a place in the plan); with `id` it names the tile.
        id: of the planned session or, beside the plan, of the session.
        lines: what stands below the title; `brief` is the same in fewer words, for narrow columns.
        done: whether it was done.
        today: whether it is of today, or going on now.
        late: whether it is a planned session of a day that has passed.
        chip: short words about something to look at, "" for nothing; `tip` says it in full.
    """

    kind: str
    id: int
    day: int
    title: str
    lines: tuple[str, ...]
    brief: tuple[str, ...] = ()
    done: bool = False
    today: bool = False
    late: bool = False
    chip: str = ""
    tip: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """Name of the tile, the same after the calendar was read anew."""
        return self.kind, self.id

    @property
    def movable(self) -> bool:
        """Whether it can be moved, swapped and removed: what is done stays where it was."""
        return self.kind == "planned" and not self.done

    def spoken(self) -> str:
        """Return everything it says as one text."""
        return ", ".join(text for text in (self.title, *self.lines, self.chip) if text)


def planned_tile(view: PlannedView, today: int) -> Tile:
    """Describe a planned session as seen on `today` (a date ordinal)."""
    planned = view.planned
    done = planned.state is PlannedState.DONE
    on_today = planned.day == today
    lines = _lines(view, today, brief=False)
    ahead = not done and planned.day >= today
    return Tile(
        kind="planned",
        id=planned.id,
        day=planned.day,
        title=planned.title,
        lines=lines,
        brief=_lines(view, today, brief=True),
        done=done,
        today=on_today or view.going_on,
        late=not done and planned.day < today,
        chip=rest_chip(view.short_rests) if ahead else "",
        tip=rest_text(view.short_rests) if ahead else "",
    )


def _lines(view: PlannedView, today: int, *, brief: bool) -> tuple[str, ...]:
    planned = view.planned
    if planned.state is PlannedState.DONE:
        return (done_text(view.session),)
    if view.going_on:
        return (tr("open now"),)
    lines = [tr("today")] if planned.day == today else []
    lines.append(tr_n("{n} exercise", "{n} exercises", len(view.exercises)))
    lines.append(tr("{n} min", n=view.minutes) if brief else tr("about {n} min", n=view.minutes))
    if view.moved_from is not None:
        lines.append(_moved_text(view.moved_from, planned.day))
    return tuple(lines)


def beside_tile(session: Session, today: int) -> Tile:
    """Describe a finished session that was not planned."""
    return Tile(
        kind="beside",
        id=session.id,
        day=session.day,
        title=session.title or tr("Session"),
        lines=(done_text(session),),
        brief=(done_text(session),),
        done=True,
        today=session.day == today,
    )


def done_text(session: Session | None) -> str:
    """Return for example "done in 35 min"."""
    if session is None or not session.duration_s:
        return tr("done")
    return tr("done in {n} min", n=max(1, round(session.duration_s / 60)))


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


def spoken_day(day: int, tiles: tuple[Tile, ...], today: int) -> str:
    """Return a day with what is on it, for screen readers."""
    words = [day_title(day)]
    if day == today:
        words.append(tr("today"))
    words += [tile.spoken() for tile in tiles] or [tr("nothing planned")]
    return "; ".join(words)
