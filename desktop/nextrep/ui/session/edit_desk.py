"""Editing a session of the past: which one, the bar above it, and leaving it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from nextrep.services import session_past
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.past_bar import PastBar
from nextrep.ui.session.past_commands import PastCommands
from nextrep.ui.widgets.screen import Screen


class EditDesk(QObject):
    """Keeps which session of the past is edited.

    Attributes:
        session_id: its id, None while none is edited.
        bar: what can be said about the whole of it.
    """

    def __init__(self, screen: Screen, conductor: Conductor, past: PastCommands) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._conductor = conductor
        self._past = past
        self.session_id: int | None = None
        self.bar = PastBar(screen.context)
        self.bar.hide()
        self.bar.done.connect(self._on_done)
        self.bar.changed.connect(self._on_changed)

    def leave(self) -> None:
        """Leave the session of the past, for something else; without any set it goes away again."""
        if self.session_id is None:
            return
        edited, self.session_id = self.session_id, None
        self._conductor.leave()
        store, now = self._context.store, self._context.now()
        self._context.operate.run(
            partial(session_past.drop_if_empty, store, edited, now), initiator=self._screen
        )

    def _on_done(self) -> None:
        """Leave the session of the past, for where it was opened from."""
        if self.session_id is not None and not self._screen.unsaved():
            edited, self.session_id = self.session_id, None
            self._conductor.leave()
            self._past.end_edit(edited)

    def _on_changed(self, _session: object) -> None:
        self._conductor.reload()
