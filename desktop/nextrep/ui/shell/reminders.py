"""The one timer of the reminders. It says what is due in words that tell nothing, and leads there on a click.

It runs only while something is switched on, and never looks further ahead than a minute: computers sleep,
clocks are set, days end. What is due is asked anew each time (services/reminders.py).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.notice import Notice

if TYPE_CHECKING:
    from nextrep.domain.changes import Changes
    from nextrep.domain.reminders import ReminderKind

MINUTE_MS = 60_000
"""At most this long until the next look."""
REMINDER, QUESTIONNAIRES = "reminder", "questionnaires"
"""Keys for `navigate` that are no screens: one to try, and the window of the questionnaires."""


class ReminderTimer(QObject):
    """Looks, waits, and says.

    Attributes:
        asked: emitted with a key and an argument, as `Screen.navigate`, when the person follows a reminder.
        unseen: emitted with the words where neither tray nor desktop shows them.
    """

    asked = Signal(str, object)
    unseen = Signal(str)

    def __init__(
        self, window: QWidget, context: Callable[[], Context | None], notice: Notice | None = None
    ) -> None:
        """Wait for the first `look`.

        Args:
            window: the main window, which owns it.
            context: returns the context; its store may not be there yet. None while nothing of the person
                may be shown: nothing is said then.
            notice: the way to the tray.
        """
        super().__init__(window)
        self._window, self._context = window, context
        self._notice = notice or Notice(self)
        self._notice.clicked.connect(self._on_clicked)
        self._notice.unseen.connect(self.unseen)
        self._on = False
        self._kind: ReminderKind | None = None
        self._said: dict[ReminderKind, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        bus = context()
        if bus is not None:
            bus.bus.changed.connect(self._on_changed)

    def look(self) -> None:
        """Say what is due, and wait for what comes next; without anything switched on wait for nothing."""
        self._timer.stop()
        context = self._context()
        if context is None or context.store is None:
            return
        wait = MINUTE_MS
        with suppress(KnownError):  # another minute will do
            wait = self._looked(context)
        if self._on:
            self._timer.start(wait)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._notice.put_away()

    def waits_ms(self) -> int:
        """Return how long it waits in all until the next look, -1 while it waits for nothing."""
        return self._timer.interval() if self._timer.isActive() else -1

    def show_one(self) -> None:
        """Say one to try; it counts for nothing."""
        from nextrep.domain.reminders import ReminderKind  # not before the first paint

        self._say(ReminderKind.CHECK_IN)

    def _looked(self, context: Context) -> int:
        """Say what is due, unless the person is in the middle of something; returns milliseconds to wait."""
        from nextrep.services import reminders  # with the database: not before the first paint

        store, now = context.store, context.now()
        self._on = reminders.any_on(store)
        coming = reminders.coming(store, now, self._said) if self._on else None
        if coming is None:
            return MINUTE_MS
        left_ms = int((coming.at - now).total_seconds() * 1000)
        if left_ms > 0:
            return min(MINUTE_MS, left_ms + 1)
        if QApplication.activeModalWidget() is None and not reminders.training_now(store, now):
            day = now.date().toordinal()
            self._said[coming.kind] = day  # a full disk must not make it come each minute
            context.operate.quietly(partial(reminders.keep_shown, store, coming.kind, day))
            self._say(coming.kind)
        return MINUTE_MS

    def _say(self, kind: ReminderKind) -> None:
        from nextrep.domain.reminders import reminder_words

        self._kind = kind
        self._notice.say(self._window, tr("NextRep"), reminder_words(kind))

    def _on_clicked(self) -> None:
        if self._kind is not None and QApplication.activeModalWidget() is None:
            self.asked.emit(*_place(self._kind))

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        """Look again, once whoever changed something is done with it."""
        if changes.settings or (self._on and not changes.of_open):
            self._timer.start(0)


def _place(kind: ReminderKind) -> tuple[str, object]:
    """Return where a reminder leads, as `navigate` takes it."""
    from nextrep.domain.reminders import ReminderKind

    places: dict[ReminderKind, tuple[str, object]] = {
        ReminderKind.CHECK_IN: ("today", None),
        ReminderKind.TRAINING: ("program", None),
        ReminderKind.QUESTIONNAIRE: (QUESTIONNAIRES, None),
        ReminderKind.BACKUP: ("preferences", "backup"),
    }
    return places[kind]
