"""The heading of a session: its name, and for how long it has been going on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from nextrep.domain.text import tr
from nextrep.domain.training import Session, SessionState
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.words import minutes_between

_MINUTE_MS = 20_000
"""How often "17 min in" is looked at."""


class SessionHeading(QObject):
    """Says the minutes of a session that is going on, while somebody looks at them."""

    def __init__(self, context: Context, label: QLabel) -> None:
        super().__init__(label)
        self._context = context
        self._label = label
        self._session: Session | None = None
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self._show)

    def show_session(self, session: Session, *, seen: bool) -> None:
        """Say what a session is called and, of one that is not done, the minutes so far."""
        self._session = session
        self._show()
        if seen and session.state is not SessionState.DONE:
            self._minutes.start()

    def look(self) -> None:
        """Look at the minutes again."""
        self._show()
        self._minutes.start()

    def look_away(self) -> None:
        """Stop looking at the minutes while nobody sees them."""
        self._minutes.stop()

    def clear(self) -> None:
        """Forget the session."""
        self._session = None
        self._minutes.stop()

    def _show(self) -> None:
        if self._session is None:
            return
        title = self._session.title
        if self._session.state is not SessionState.DONE:
            minutes = minutes_between(self._session.started_at, self._context.now())
            title = tr("{title} · {n} min in", title=title, n=minutes)
        self._label.setText(title)
