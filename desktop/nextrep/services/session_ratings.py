"""How a session feels before and after it, with the instants at which that was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nextrep.domain.changes import Outcome
from nextrep.domain.feelings import asking_times, check_feelings
from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.services import preferences, tracking
from nextrep.services.session_fields import change_fields
from nextrep.settings.table import RATING_ASIDE
from nextrep.storage.store import Store

_DAYS_BACK = 2
"""A session that ended within the hour began at most this many days ago."""


def rate_before(
    store: Store, session_id: int, pleasant: int | None, activated: int | None, now: datetime
) -> Outcome[Session]:
    """Keep how pleasant (-5 to 5) and how activated (1 to 6) the person feels before training, and when.

    Raises:
        UserError: out of range.
        KeyError: there is no such session.
    """
    check_feelings(pleasant, activated)
    session = store.sessions.get(session_id)
    if (pleasant, activated) == (session.pleasant_before, session.activated_before):
        return Outcome(session)
    values = {
        "pleasant_before": pleasant,
        "activated_before": activated,
        "rated_before_at": _instant(pleasant, activated, now),
    }
    return change_fields(store, session_id, values, tr("feeling before"))


def rate_after(
    store: Store, session_id: int, pleasant: int | None, activated: int | None, now: datetime
) -> Outcome[Session]:
    """Keep how pleasant (-5 to 5) and how activated (1 to 6) it is afterwards, and when that was said.

    The session may be finished; it may also be open still.

    Raises:
        UserError: out of range.
        KeyError: there is no such session.
    """
    check_feelings(pleasant, activated)
    session = store.sessions.get(session_id)
    if (pleasant, activated) == (session.pleasant_after, session.activated_after):
        return Outcome(session)
    return change_fields(store, session_id, after_fields(pleasant, activated, now), tr("feeling after"))


def after_fields(pleasant: int | None, activated: int | None, now: datetime) -> dict[str, Any]:
    """Return the fields of a session that keep a rating after it."""
    return {
        "pleasant_after": pleasant,
        "activated_after": activated,
        "rated_after_at": _instant(pleasant, activated, now),
    }


def _instant(pleasant: int | None, activated: int | None, now: datetime) -> datetime | None:
    return None if pleasant is None and activated is None else now


@dataclass(frozen=True, slots=True)
class AfterQuestion:
    """The question how it is some time after a session.

    Attributes:
        asked: whether it is time for it; before that it only waits.
        changes_at: aware instant at which it is asked, or is over.
    """

    session: Session
    asked: bool
    changes_at: datetime


def after_question(store: Store, now: datetime) -> AfterQuestion | None:
    """Return the question about the session that ended last, None where none is due now or soon.

    While all tracking is paused none is asked.
    """
    today = now.date().toordinal()
    if tracking.paused(store, today) is not None:
        return None
    ended = [one for one in store.sessions.done(today - _DAYS_BACK, today) if one.ended_at is not None]
    if not ended:
        return None
    session = max(ended, key=_end)
    times = asking_times(session)
    if times is None or session.id == preferences.read(store, RATING_ASIDE):
        return None
    start, end = times
    if now >= end:
        return None
    return AfterQuestion(session, now >= start, end if now >= start else start)


def _end(session: Session) -> float:
    assert session.ended_at is not None
    return session.ended_at.timestamp()


def put_aside(store: Store, session_id: int) -> Outcome[int]:
    """Ask no more how it is after this session."""
    return preferences.change(store, RATING_ASIDE, session_id)
