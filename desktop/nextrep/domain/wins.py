"""Small wins of a session in plain words: what went well, down to having come at all.

Nobody is compared with anybody else, nothing is counted in a row, and what did not happen is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nextrep.domain.record_words import done_text, load_text
from nextrep.domain.records import Record, RecordKind
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Unit

MOST_WINS = 4
MOST_OF_A_KIND = 2
"""So many records are named, so that other wins have room too."""

BREAK_DAYS = 14
"""From so many days without a session on, coming back is a win of its own."""

LOW_MOOD = 30
"""A check-in with a mood (0-100) up to here makes a low day, as does an unpleasant feeling before the
session. Our convention; it decides nothing but whether a small session is called one on a low day."""


class WinKind(StrEnum):
    """What went well, the most telling first."""

    BACK = "back after a break"
    LOW_DAY = "a low day kept small"
    FIRST_WEEK = "first week complete"
    RECORD = "record"
    MORE_REPS = "more reps than last time"
    FIRST_TIME = "first time"
    SHOWED_UP = "showed up"


@dataclass(frozen=True, slots=True)
class Win:
    """Something that went well, in one short sentence."""

    kind: WinKind
    text: str


@dataclass(frozen=True, slots=True)
class Lift:
    """An exercise of the session by its name, with the unit that its loads are shown in."""

    name: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class MoreReps:
    """More reps than last time: with so many grams (0 for none, help below 0), so many reps more."""

    grams: int
    more: int


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of a session.

    Attributes:
        sets: working sets done; `planned` is how many the plan had, None without a plan.
        records: with their exercises, in the order of the session.
        more: exercises with more reps than last time.
        new: exercises done for the first time; `first` says that it is the first session of all.
        days_away: days since the session before it, None where there was none.
        first_week: whether it completed the first week of the plan.
        low_day: whether it was a low day (see LOW_MOOD).
    """

    sets: int
    planned: int | None = None
    records: tuple[tuple[Lift, Record], ...] = ()
    more: tuple[tuple[Lift, MoreReps], ...] = ()
    new: tuple[Lift, ...] = ()
    first: bool = False
    days_away: int | None = None
    first_week: bool = False
    low_day: bool = False

    @property
    def small(self) -> bool:
        """Whether it was one set, or at most half of what was planned."""
        return self.sets == 1 or (self.planned is not None and 2 * self.sets <= self.planned)


def wins(story: Story) -> tuple[Win, ...]:
    """Return up to four small wins, the most telling first; having come is always one."""
    found: list[Win] = []
    if story.days_away is not None and story.days_away >= BREAK_DAYS:
        found.append(Win(WinKind.BACK, tr("Back after {time}.", time=_away(story.days_away))))
    if story.low_day and story.small:
        found.append(Win(WinKind.LOW_DAY, tr("It was a low day, and you kept it small.")))
    if story.first_week:
        found.append(Win(WinKind.FIRST_WEEK, tr("The first week of the plan is complete.")))
    best = _best_of_each(story.records)
    found += [Win(WinKind.RECORD, _record_text(lift, record)) for lift, record in best[:MOST_OF_A_KIND]]
    named = {lift for lift, _record in best}
    more = [(lift, one) for lift, one in story.more if lift not in named]
    found += [Win(WinKind.MORE_REPS, _more_text(lift, one)) for lift, one in more[:MOST_OF_A_KIND]]
    if story.new:
        found.append(Win(WinKind.FIRST_TIME, _new_text(story)))
    return (*found[: MOST_WINS - 1], Win(WinKind.SHOWED_UP, tr("You showed up.")))


def more_reps(now: Iterable[SetDraft], last: Iterable[SetDraft]) -> MoreReps | None:
    """Return where more reps were done than the last time with the same load, the heaviest of them.

    The best sets of both times are compared; warm-ups, drop and rest-pause sets are left out.
    """
    before, after = _most_reps(last), _most_reps(now)
    found = [
        MoreReps(grams, reps - before[grams])
        for grams, reps in after.items()
        if reps > before.get(grams, reps)
    ]
    return max(found, key=lambda one: one.grams, default=None)


def _most_reps(sets: Iterable[SetDraft]) -> dict[int, int]:
    most: dict[int, int] = {}
    for one in sets:
        if one.reps and not one.band and one.kind is not SetKind.WARMUP and not one.kind.follows_on:
            grams = one.load.grams if one.load is not None else 0
            most[grams] = max(most.get(grams, 0), one.reps)
    return most


def _best_of_each(records: Sequence[tuple[Lift, Record]]) -> list[tuple[Lift, Record]]:
    """Return the most telling record of each exercise, the latest of equals, the most telling first."""
    order = list(RecordKind)
    best: dict[Lift, Record] = {}
    for lift, record in records:
        known = best.get(lift)
        if record.kind is RecordKind.SET_VOLUME:
            continue  # a figure for the finish page, but hardly something that one feels
        if known is None or order.index(record.kind) <= order.index(known.kind):
            best[lift] = record
    return sorted(best.items(), key=lambda pair: order.index(pair[1].kind))


def _record_text(lift: Lift, record: Record) -> str:
    fact, unit = record.fact, lift.unit
    said = {"exercise": lift.name, "done": done_text(fact, unit)}
    if record.kind is RecordKind.HELP and not fact.grams:
        return tr("{exercise}: without help for the first time, {done}.", **said)
    if RecordKind.REPS_AT_LOAD in record.kinds and record.kind is not RecordKind.LOAD:
        load = load_text(fact.grams or 0, unit)
        return tr("{exercise}: most reps so far at {load}, {n}.", exercise=lift.name, load=load, n=fact.reps)
    return {
        RecordKind.LOAD: tr("{exercise}: the heaviest so far, {done}.", **said),
        RecordKind.HELP: tr("{exercise}: the least help so far, {done}.", **said),
        RecordKind.REPS: tr("{exercise}: the most reps so far, {n}.", exercise=lift.name, n=fact.reps),
        RecordKind.E1RM: tr("{exercise}: the best set so far, {done}.", **said),
        RecordKind.SECONDS: tr("{exercise}: the longest hold so far, {done}.", **said),
    }[record.kind]


def _more_text(lift: Lift, one: MoreReps) -> str:
    if not one.grams:
        return tr_n(
            "{exercise}: one rep more than last time.",
            "{exercise}: {n} reps more than last time.",
            one.more,
            exercise=lift.name,
        )
    return tr_n(
        "{exercise}: one rep more than last time at {load}.",
        "{exercise}: {n} reps more than last time at {load}.",
        one.more,
        exercise=lift.name,
        load=load_text(one.grams, lift.unit),
    )


def _new_text(story: Story) -> str:
    if story.first:
        return tr("Your first session: something to build on.")
    if len(story.new) == 1:
        return tr("{exercise} for the first time: something to build on.", exercise=story.new[0].name)
    return tr("{n} exercises for the first time: something to build on.", n=len(story.new))


def _away(days: int) -> str:
    """Return a time away in weeks, in months from three months on."""
    if days >= 91:
        return tr("{n} months", n=round(days / 30.44))
    return tr("{n} weeks", n=days // 7)
