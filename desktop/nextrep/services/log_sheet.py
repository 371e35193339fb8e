"""The log sheet on paper: which weeks there are to print, what is on it, and the PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from nextrep.domain.days import day_short, day_title, weekday_short
from nextrep.domain.errors import UserError
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.reports.log_sheet.content import Layout, LogSheet, SheetSession
from nextrep.services import preferences, program
from nextrep.services.log_sheet_words import SheetWords
from nextrep.services.program import PlannedView, ProgramView
from nextrep.settings.table import INVENTED
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.styles import Paper

STILL_TO_COME_DAYS = 7
"""A session that was not done is offered for so many days more, as "up next" does."""


@dataclass(frozen=True, slots=True)
class Printable:
    """Weeks of the program that can be printed, with their name."""

    title: str
    first_week: int
    last_week: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to print: only weeks in which something is still to do.

    Attributes:
        weeks: each week by itself; `blocks` the phases of more than one week.
        now: position in `weeks` of this week, or of the next one with something to do.
    """

    weeks: tuple[Printable, ...]
    blocks: tuple[Printable, ...]
    now: int = 0

    def block_of(self, week: int) -> int:
        """Return the position of the block that a week is in, 0 where it is in none."""
        inside = (i for i, one in enumerate(self.blocks) if one.first_week <= week <= one.last_week)
        return next(inside, 0)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What the person chose.

    Attributes:
        first_week, last_week: of the program, from 1; one week, or a block with a column a week.
        with_loads: the loads of the plan and those of the last time are on it. They are not unless asked
            for, as the paper may lie around.
        with_dates: the planned days are on it; without, one sheet serves for any week like it.
    """

    first_week: int
    last_week: int
    with_loads: bool = False
    with_dates: bool = True


def offer(store: Store, today: date) -> Offer:
    """Return what there is to print of the current program; nothing before there is one."""
    view = program.current(store)
    if view is None:
        return Offer((), ())
    by_week: dict[int, list[PlannedView]] = {}
    for week, one in _to_do(view, today):
        by_week.setdefault(week, []).append(one)
    trained = {week: some for week, some in by_week.items() if any(one.exercises for one in some)}
    numbers = sorted(trained)
    weeks = tuple(Printable(_week_title(week, trained[week]), week, week) for week in numbers)
    return Offer(weeks, _blocks(trained), _now(trained, today))


def _to_do(view: ProgramView, today: date) -> list[tuple[int, PlannedView]]:
    """Return what is still to come, with its week, in order of time; nobody is shown old gaps."""
    since = today.toordinal() - STILL_TO_COME_DAYS
    still = [
        one
        for one in view.sessions
        if one.planned.is_open and one.session is None and (one.planned.day >= since or one.going_on)
    ]
    rows = [(view.program_week(one.planned.day) or one.planned.week, one) for one in still]
    return sorted(rows, key=lambda row: (row[1].planned.day, row[1].planned.id))


def _week_title(week: int, some: Sequence[PlannedView]) -> str:
    first, last = some[0].planned.day, some[-1].planned.day
    days = day_short(first)
    if last != first:
        days = tr("{first} – {last}", first=day_short(first), last=day_short(last))
    return tr("Week {n}: {days}", n=week, days=days)


def _blocks(trained: dict[int, list[PlannedView]]) -> tuple[Printable, ...]:
    blocks = []
    for phase, some in groupby(sorted(trained), key=lambda week: _phase(trained[week])):
        weeks = list(some)
        if len(weeks) > 1:
            title = tr("Weeks {first}–{last}", first=weeks[0], last=weeks[-1])
            if phase:
                title = tr("{phase}, weeks {first}–{last}", phase=phase, first=weeks[0], last=weeks[-1])
            blocks.append(Printable(title, weeks[0], weeks[-1]))
    if len(blocks) > 1:
        first, last = min(trained), max(trained)
        blocks.append(Printable(tr("All of it, weeks {first}–{last}", first=first, last=last), first, last))
    return tuple(blocks)


def _phase(some: Sequence[PlannedView]) -> str:
    named = (one.planned.phase for one in some if one.exercises)
    phase = next(named, "")
    return phase_title(phase) if phase else ""


def _now(trained: dict[int, list[PlannedView]], today: date) -> int:
    """Return the position of the first week that is not over."""
    numbers = sorted(trained)
    ahead = (
        i
        for i, week in enumerate(numbers)
        if max(one.planned.day for one in trained[week]) >= today.toordinal()
    )
    return next(ahead, max(len(numbers) - 1, 0))


def content(store: Store, choice: SheetChoice, today: date) -> LogSheet:
    """Gather everything that the sheet says.

    Raises:
        UserError: there is no program, or nothing to do in these weeks.
    """
    view = program.current(store)
    if view is None:
        raise UserError(tr("There is no plan to print yet. Make one first."))
    chosen = [row for row in _to_do(view, today) if choice.first_week <= row[0] <= choice.last_week]
    if not any(one.exercises for _week, one in chosen):
        raise UserError(tr("Nothing is left to do in these weeks. Choose other ones."), field="weeks")
    one_week = choice.first_week == choice.last_week
    words = SheetWords(store, with_loads=choice.with_loads)
    return LogSheet(
        title=program.heading(view.program),
        unit=str(preferences.unit(store)),
        layout=Layout.WEEK if one_week else Layout.BLOCK,
        sessions=tuple(_session(week, one, words, dated=choice.with_dates) for week, one in chosen),
        invented=preferences.read(store, INVENTED),
    )


def _session(week: int, one: PlannedView, words: SheetWords, *, dated: bool) -> SheetSession:
    planned = one.planned
    on = date.fromordinal(planned.day)
    short = tr("{weekday} {date}", weekday=weekday_short(on.weekday()), date=day_short(planned.day))
    day = day_title(planned.day)
    if planned.minute is not None:
        at = f"{planned.minute // 60}:{planned.minute % 60:02d}"
        day = tr("{day}, {time}", day=day, time=at)
    return SheetSession(
        week=week,
        phase=phase_title(planned.phase) if planned.phase else "",
        title=tr(planned.title) or tr("Session"),
        exercises=words.exercises(one.exercises),
        day=day if dated else "",
        day_short=short if dated else "",
        length=tr("about {n} min", n=one.minutes) if one.exercises else "",
        note=tr(planned.note),
    )


def render(
    sheet: LogSheet,
    *,
    paper: Paper | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF of a sheet, on A4 if no paper is given.

    Raises:
        Cancelled: `cancelled` said so.
    """
    # ReportLab costs more start-up than the rest of the program; it is loaded when a paper is asked for.
    from nextrep.reports.log_sheet.sheet import Paper as Papers
    from nextrep.reports.log_sheet.sheet import build_log_sheet

    return build_log_sheet(sheet, paper=paper or Papers.A4, progress=progress, cancelled=cancelled)


def file_name(choice: SheetChoice) -> str:
    """Return a neutral name for the PDF."""
    if choice.first_week == choice.last_week:
        return f"log-sheet-week-{choice.first_week}.pdf"
    return f"log-sheet-weeks-{choice.first_week}-to-{choice.last_week}.pdf"
