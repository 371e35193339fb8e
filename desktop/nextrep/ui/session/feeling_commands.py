"""How somebody feels before a session: keeping the answer, and asking again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from nextrep.services import session_ratings
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.widgets.screen import Screen


class FeelingCommands(QObject):
    """Carries out what the two cards about the time before a session ask for."""

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._context = screen.context
        self._conductor = conductor
        page.before.rated.connect(self._on_rated)
        page.before.closed.connect(self._on_closed)
        page.felt.change_button.clicked.connect(self._on_change)

    def _on_rated(self, pleasant: int | None, activated: int | None) -> None:
        if self._conductor.view is not None:
            session_id, now = self._conductor.view.session.id, self._context.now()
            store = self._context.store
            self._conductor.run(
                partial(session_ratings.rate_before, store, session_id, pleasant, activated, now)
            )
            self._conductor.reload()

    def _on_closed(self) -> None:
        self._conductor.ask_before(wanted=False)

    def _on_change(self) -> None:
        self._conductor.ask_before(wanted=True)
