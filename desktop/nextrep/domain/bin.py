"""What was deleted and rests in the bin for a while: sets, exercises of a session, and whole sessions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from nextrep.domain.exercises import Exercise
from nextrep.domain.training import Block, Session, SetEntry

KEPT_FOR = timedelta(days=30)
"""So long things rest in the bin before they are gone for good."""

_DAY = timedelta(days=1)


class BinKind(StrEnum):
    """What was deleted."""

    SET = "set"
    EXERCISE = "exercise"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was deleted, with all that is needed to put it back.

    Attributes:
        session: the session that it was, or that it was part of.
        origin_key: key of that session in the file it came from, None for one of this program.
        blocks: the exercises that were deleted; for a set its own one, which stayed where it was.
        sets: the sets that were deleted, in the order of doing.
        exercises: what each exercise number in `blocks` and `sets` stood for, because by the time it comes
            back the exercise may be part of another one, or not be there any more.
    """

    session: Session
    origin_key: str | None
    blocks: tuple[Block, ...]
    sets: tuple[SetEntry, ...]
    exercises: Mapping[int, Exercise]


@dataclass(frozen=True, slots=True)
class BinItem:
    """One thing in the bin.

    Attributes:
        title: name of the session, or of the exercise.
        day: date ordinal of its session.
        deleted_at: aware instant, in UTC.
    """

    id: int
    kind: BinKind
    title: str
    day: int
    deleted_at: datetime
    kept: Kept


def days_left(item: BinItem, now: datetime) -> int:
    """Return how many days something stays in the bin, begun ones counted, 0 when its time is over."""
    left = item.deleted_at - over(now)
    return max(0, -(-left // _DAY))


def over(now: datetime) -> datetime:
    """Return the instant before which everything deleted is to leave the bin."""
    return now.astimezone(UTC) - KEPT_FOR  # in UTC, because clocks may change within the time
