"""The quiet minutes before and after a session."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from nextrep.domain.quiet import QuietKind
from nextrep.resources.quiet import lines_for
from nextrep.services import preferences
from nextrep.settings.table import BREATH_IN_S, BREATH_OUT_S, PACER_ON
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.quiet_page import QuietPage
from nextrep.ui.session.summary_page import SummaryPage
from nextrep.ui.session.train_page import TrainPage


class QuietDesk(QObject):
    """Begins quiet minutes where they are asked for: to arrive before a session, or to close one."""

    def __init__(
        self, context: Context, pages: QStackedWidget, page: QuietPage, train: TrainPage, summary: SummaryPage
    ) -> None:
        super().__init__(pages)
        self._context = context
        self._pages = pages
        self._page = page
        train.before.arrive_asked.connect(self._on_arrive)
        summary.quiet_button.clicked.connect(self._on_close)

    @property
    def shown(self) -> bool:
        """Whether they are on the screen now."""
        return self._pages.currentWidget() is self._page

    def _on_arrive(self) -> None:
        self._begin(QuietKind.ARRIVAL)

    def _on_close(self) -> None:
        self._begin(QuietKind.CLOSE)

    def _begin(self, kind: QuietKind) -> None:
        store, day = self._context.store, self._context.now().date().toordinal()
        pace = preferences.read(store, BREATH_IN_S), preferences.read(store, BREATH_OUT_S)
        self._pages.setCurrentWidget(self._page)
        self._page.begin(kind, lines_for(kind, day), pace if preferences.read(store, PACER_ON) else None)
