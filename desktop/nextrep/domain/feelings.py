"""How a session feels before and after it: the scales, and when it is asked.

Pleasantness runs from -5 to 5 as in the Feeling Scale (Hardy and Rejeski 1989, J Sport Exerc Psychol 11:304),
activation from 1 to 6 as in the Felt Arousal Scale (Svebak and Murgatroyd 1985, J Pers Soc Psychol 48:107),
the effort of a session from 0 to 10 (Foster et al. 2001, J Strength Cond Res 15:109). The words are our own.

Studies of resistance training that used the two scales share no timing (PLOS ONE 2023, 18:e0294529). Ours is
before the first set, and 10 to 30 minutes after the end; whenever it is, the actual time is kept beside it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.training import Session

PLEASANT = range(-5, 6)
ACTIVATED = range(1, 7)
EFFORT = range(11)

ASK_FROM = timedelta(minutes=10)
ASK_UNTIL = timedelta(minutes=60)
"""From when until when after a session it is asked: half an hour is meant, an hour is still asked."""


def check_feelings(pleasant: int | None, activated: int | None) -> None:
    """Refuse what is on no scale; None is no answer.

    Raises:
        UserError: pleasant is not -5 to 5, or activated not 1 to 6; `field` names which.
    """
    if pleasant is not None and pleasant not in PLEASANT:
        raise UserError(tr("How pleasant: -5 to 5."), field="pleasant")
    if activated is not None and activated not in ACTIVATED:
        raise UserError(tr("How activated: 1 to 6."), field="activated")


def check_effort(effort: int | None) -> None:
    """Refuse an effort of a session that is not 0 to 10; None is no answer.

    Raises:
        UserError: it is not; `field` is "effort".
    """
    if effort is not None and effort not in EFFORT:
        raise UserError(tr("Effort goes from 0 to 10."), field="effort")


def asking_times(session: Session) -> tuple[datetime, datetime] | None:
    """Return from when until when (UTC) to ask how a finished session feels, None where it is answered.

    One of the two answers is enough if it was given as the session was finished. An answer from within the
    time is still half of what was asked, so the other one stays open.
    """
    ended, rated = session.ended_at, session.rated_after_at
    if ended is None:
        return None
    if session.pleasant_after is not None and session.activated_after is not None:
        return None
    start = ended.astimezone(UTC) + ASK_FROM  # by the clock on the wall an hour could be missing
    if rated is not None and rated < start:
        return None
    return start, ended.astimezone(UTC) + ASK_UNTIL
