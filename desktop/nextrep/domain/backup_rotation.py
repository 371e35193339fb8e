"""Which backups are kept: 7 days, 4 weeks, 12 months. Nothing made by hand goes.

The newest backup of each of the last days, weeks and months that have one is kept, however long ago they
are: after a long pause the old ones are all there is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from nextrep.domain.text import tr

DAYS, WEEKS, MONTHS = 7, 4, 12
STAYS_DAYS = 90
"""What was made before a change stays so many days whatever else there is (our convention); then it is one
like the others."""


class BackupKind(StrEnum):
    """Why a backup was made."""

    DAY = "day"
    HAND = "hand"
    BEFORE_FORMAT = "before-format"
    BEFORE_IMPORT = "before-import"
    BEFORE_KEY = "before-key"

    def title(self) -> str:
        """Return it in words."""
        return {
            BackupKind.DAY: tr("after a day of use"),
            BackupKind.HAND: tr("made by hand"),
            BackupKind.BEFORE_FORMAT: tr("before a newer NextRep"),
            BackupKind.BEFORE_IMPORT: tr("before an import"),
            BackupKind.BEFORE_KEY: tr("before encryption was changed"),
        }[self]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as the rotation sees it.

    Attributes:
        name: of its file.
        made_at: aware, in the zone it was made in: its day is the local one.
        kind: why it was made.
    """

    name: str
    made_at: datetime
    kind: BackupKind


def superfluous(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return those of `backups` that may go at `now` (aware), oldest first.

    Never among them: the newest of all; one made by hand; one made before a change within `STAYS_DAYS`; one
    that is later than `now`, because the clock was set back and nobody can tell which of both is right.
    """
    past = sorted((one for one in backups if one.made_at <= now), key=_moment)
    counted = [one for one in past if one.kind is not BackupKind.HAND]
    wanted = {one.name for one in past if _stays(one, now)}
    wanted |= {one.name for one in past[-1:]}
    for part, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        wanted |= _newest_of_each(counted, part, most)
    return [one for one in past if one.name not in wanted]


def _newest_of_each(ordered: Sequence[Backup], part: Callable[[date], object], most: int) -> set[str]:
    """Return the newest backup of each of the last `most` days, weeks or months that have one."""
    newest: dict[object, str] = {}
    for one in reversed(ordered):
        if len(newest) == most:
            break
        newest.setdefault(part(one.made_at.date()), one.name)
    return set(newest.values())


def _stays(one: Backup, now: datetime) -> bool:
    if one.kind is BackupKind.HAND:
        return True
    return one.kind is not BackupKind.DAY and (now - one.made_at).days < STAYS_DAYS


def _moment(one: Backup) -> tuple[datetime, str]:
    return one.made_at.astimezone(UTC), one.name


def _day(day: date) -> object:
    return day


def _week(day: date) -> object:
    return day.isocalendar()[:2]


def _month(day: date) -> object:
    return day.year, day.month
