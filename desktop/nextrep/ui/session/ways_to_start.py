"""Which use case starts a session, for what other screens and the start page ask for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from nextrep.domain.changes import Outcome
from nextrep.services import session
from nextrep.services.session import SessionView
from nextrep.services.session_source import Source, SourceKind

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store


def way_to_start(argument: object, store: Store, now: datetime) -> Callable[[], Outcome[SessionView]]:
    """Return what starts a session as asked.

    Args:
        argument: ("start_planned", planned id), ("repeat", session id), ("template", its id),
            ("one_set", None) or ("free", None).
        store: the open profile.
        now: aware.

    Raises:
        ValueError: it is none of these.
    """
    match argument:
        case ("start_planned", int(planned_id)):
            return partial(session.start_planned, store, planned_id, now)
        case ("repeat", int(session_id)):
            return partial(session.repeat, store, session_id, now)
        case ("template", int(template_id)):
            return partial(session.start_from, store, Source(SourceKind.TEMPLATE, template_id), now)
        case ("one_set", _):
            return partial(session.start_one_set, store, now)
        case ("free", _):
            return partial(session.start_free, store, now)
    raise ValueError(argument)
