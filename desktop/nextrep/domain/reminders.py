"""Which reminder comes next, and when. Off unless the person asks for it; local, and without a health word.

Nothing is asked for twice on a day, nothing that was left is counted, and what a day was for goes with it
(clinical.md, sections 4.3 and 4.5: no pressure, notification texts without health words). That no
questionnaire comes more often than every 14 days (4.1, point 8) is in the day that is handed in for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MINUTES_A_DAY = 24 * 60
AGAIN_AFTER_DAYS = 7
"""What stays due, a questionnaire or a backup, is said again after a week at the earliest."""


class ReminderKind(StrEnum):
    """What can be reminded of."""

    CHECK_IN = "check_in"
    TRAINING = "training"
    QUESTIONNAIRE = "questionnaire"
    BACKUP = "backup"

    @property
    def of_one_day(self) -> bool:
        """Whether it is over with its day, rather than staying due."""
        return self in {ReminderKind.CHECK_IN, ReminderKind.TRAINING}


@dataclass(frozen=True, slots=True)
class ReminderWishes:
    """What the person asked for.

    Attributes:
        times: minute of the day (0 to 1439) by kind; a kind that is not there is off.
        quiet_from: minute of the day from which nothing comes.
        quiet_to: minute of the day at which it may come again; the same as `quiet_from` for no quiet hours.
        paused: whether all tracking is paused: nothing comes then.
    """

    times: Mapping[ReminderKind, int] = field(default_factory=dict)
    quiet_from: int = 22 * 60
    quiet_to: int = 8 * 60
    paused: bool = False

    def quiet_at(self, minute: int) -> bool:
        """Return whether a minute of the day lies in the quiet hours; they may go over midnight."""
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= minute < self.quiet_to
        return minute >= self.quiet_from or minute < self.quiet_to


@dataclass(frozen=True, slots=True)
class ReminderFacts:
    """What is known of the person's days, as date ordinals.

    Attributes:
        checked_in: last day with a check-in.
        training: days with a planned session that is not done.
        questionnaire: first day on which one may be filled in again.
        backup: first day on which a copy is due.
        shown: last day on which each kind was shown.
    """

    checked_in: int | None = None
    training: frozenset[int] = frozenset()
    questionnaire: int | None = None
    backup: int | None = None
    shown: Mapping[ReminderKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reminder:
    """What comes next.

    Attributes:
        kind: of what.
        at: when, aware, in the zone of the clock that was handed in; never before that clock.
    """

    kind: ReminderKind
    at: datetime


def checked(wishes: ReminderWishes) -> ReminderWishes:
    """Return the wishes if they can be met.

    Raises:
        UserError: a time is no minute of the day, or lies in the quiet hours; names the kind as its field.
    """
    for kind, minute in wishes.times.items():
        if not 0 <= minute < MINUTES_A_DAY:
            raise UserError(tr("A time of day goes from 00:00 to 23:59."), field=kind.value)
        if wishes.quiet_at(minute):
            raise UserError(tr("This time lies in the quiet hours."), field=kind.value)
    return wishes


def next_reminder(wishes: ReminderWishes, facts: ReminderFacts, now: datetime) -> Reminder | None:
    """Return what comes next from `now` (aware) on, None while nothing does.

    A time of today that is over, because the computer was off, comes now; one of an earlier day does not.
    In quiet hours it waits for their end, and goes if its day is over by then. Of two at the same time the
    kind that stands first in `ReminderKind` comes first.
    """
    if wishes.paused:
        return None
    found = [
        Reminder(kind, at)
        for kind in ReminderKind
        if kind in wishes.times and (at := _next_of(kind, wishes, facts, now)) is not None
    ]
    return min(found, key=_moment, default=None)


def reminder_words(kind: ReminderKind) -> str:
    """Return what is shown: neutral to whoever looks over a shoulder."""
    return {
        ReminderKind.CHECK_IN: tr("A moment for NextRep, if you like."),
        ReminderKind.TRAINING: tr("Something is planned for today."),
        ReminderKind.QUESTIONNAIRE: tr("A form can be filled in again, if you like."),
        ReminderKind.BACKUP: tr("It is time for a copy of your data."),
    }[kind]


def _next_of(
    kind: ReminderKind, wishes: ReminderWishes, facts: ReminderFacts, now: datetime
) -> datetime | None:
    """Return when a kind comes next."""
    today = now.date().toordinal()
    for day in _days(kind, facts, today):
        at = _after_quiet(wishes, max(_at(day, wishes.times[kind], now), now.astimezone(UTC)), now)
        if not kind.of_one_day or at.date().toordinal() == day:
            return at
    return None


def _days(kind: ReminderKind, facts: ReminderFacts, today: int) -> list[int]:
    """Return the days to try, in order: two are enough where every day will do."""
    shown = facts.shown.get(kind)
    earliest = today if shown is None else max(today, shown + 1)
    if kind is ReminderKind.CHECK_IN:
        first = earliest if facts.checked_in is None else max(earliest, facts.checked_in + 1)
        return [first, first + 1]
    if kind is ReminderKind.TRAINING:
        return sorted(day for day in facts.training if day >= earliest)
    due = facts.questionnaire if kind is ReminderKind.QUESTIONNAIRE else facts.backup
    if due is None:
        return []
    again = today if shown is None or shown < due else shown + AGAIN_AFTER_DAYS
    return [max(earliest, due, again)]


def _at(day: int, minute: int, now: datetime) -> datetime:
    """Return the moment (UTC) of a minute of a day where `now` is; in a skipped hour, the hour after it."""
    local = datetime.combine(date.fromordinal(day), time(minute // 60, minute % 60), now.tzinfo)
    return local.astimezone(UTC)


def _after_quiet(wishes: ReminderWishes, moment: datetime, now: datetime) -> datetime:
    """Return a moment (UTC) in the zone of `now`; one in the quiet hours is put off to their end."""
    local = moment.astimezone(now.tzinfo)
    minute = local.hour * 60 + local.minute
    if not wishes.quiet_at(minute):
        return local
    day = local.date() if minute < wishes.quiet_to else local.date() + timedelta(days=1)
    return _at(day.toordinal(), wishes.quiet_to, now).astimezone(now.tzinfo)


def _moment(reminder: Reminder) -> datetime:
    return reminder.at.astimezone(UTC)
