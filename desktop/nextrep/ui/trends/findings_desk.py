"""What a period says, found out beside the window once its charts are there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import JobHandle
from nextrep.ui.trends.findings_card import FindingsCard
from nextrep.ui.trends.findings_reading import FindingsReading, ReadFindings
from nextrep.ui.trends.reading import Reading
from nextrep.ui.widgets.screen import Screen


class FindingsDesk(QObject):
    """Has the newest period reckoned, and shows what comes of it.

    Attributes:
        failed: emitted with the error, where it could not be reckoned.
    """

    failed = Signal(object)

    def __init__(self, context: Context, card: FindingsCard, screen: Screen) -> None:
        super().__init__(screen)
        self._context = context
        self._card = card
        self._screen = screen
        self._reckoning: JobHandle | None = None

    def reckon(self, reading: Reading) -> None:
        """Find out what a period says; an earlier one that is still reckoned is let go."""
        if self._reckoning is not None:
            self._reckoning.cancel()
        view = reading.view
        job = ReadFindings(self._context.store, view.first, view.last, reading.shown.panels)
        self._reckoning = self._context.jobs.run(
            job, then=self._show, failed=self._on_failed, owner=self._screen
        )

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _show(self, found: FindingsReading) -> None:
        self._reckoning = None
        self._card.show_reading(found)
        self._card.show()
