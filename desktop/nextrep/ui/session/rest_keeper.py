"""The rests of a session: how long they are, and that a crash does not end them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject

from nextrep.domain.training import Session
from nextrep.services import session_exercises
from nextrep.services.session import BlockView
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.known import Known
from nextrep.ui.session.rest import RestCard


class RestKeeper(QObject):
    """Begins and ends the rests on a card, and keeps in the log when the one that runs is over.

    Attributes:
        session: the session that is going on, None without one: one of the past has no rest.
    """

    def __init__(self, context: Context, card: RestCard, known: Known) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._known = known
        self.session: Session | None = None
        card.changed.connect(self._on_changed)

    def seconds_of(self, block: BlockView | None) -> int:
        """Return the rest after a set of an exercise: as planned, else the person's usual one."""
        if block is not None and block.target is not None:
            return block.target.rest_s
        return self._known.habits.rest_s

    def begin_after(self, block: BlockView) -> None:
        """Begin the rest after a set of an exercise."""
        self.begin(self.seconds_of(block))

    def begin(self, seconds: int) -> None:
        """Begin a rest, or end the one that runs with 0."""
        if seconds and self.session is not None:
            self._card.start(seconds)
        elif self._card.clock.running:
            self._card.skip_rest()

    def resume(self) -> None:
        """Go on with the rest that the session was left in."""
        if self.session is None:
            return
        end, total = self.session.rest_end_at, self.session.rest_total_s
        if end is None or not total:
            return
        ahead = end.timestamp() - self._context.now().timestamp()
        if 0 < ahead <= total:  # a clock that was set back must not make the rest longer
            self._card.resume(total, ahead)

    def _on_changed(self, left_s: float | None, total_s: int) -> None:
        """Keep the rest, so that it is where it was after a crash."""
        if self.session is None:
            return
        end = None if left_s is None else self._context.now() + timedelta(seconds=left_s)
        keep = partial(session_exercises.keep_rest, self._context.store, self.session.id, end)
        self._context.operate.quietly(partial(keep, total_s if end is not None else None))
