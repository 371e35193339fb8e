"""What the two timers of a session need from outside: sounds, a notification, and the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import preferences
from nextrep.settings.table import BREATH_IN_S, BREATH_OUT_S, GET_READY_S, PACER_ON, REST_NOTIFY
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.notice import Notice
from nextrep.ui.runtime.sound import Sound, Sounds
from nextrep.ui.session.rest import RestCard
from nextrep.ui.session.set_timer import SetTimer


class Timekeeper(QObject):
    """Lets the timers be heard, says in the tray that the rest is over, and hands them their settings.

    Attributes:
        sounds, notice: the ways out.
    """

    def __init__(self, context: Context, rest: RestCard, timer: SetTimer) -> None:
        """Serve both cards from now on; belongs to the card of the rest."""
        super().__init__(rest)
        self._context = context
        self._rest, self._timer = rest, timer
        self.sounds = Sounds(context, self)
        self.notice = Notice(self)
        rest.over.connect(self._on_rest_over)
        timer.sounded.connect(self.sounds.play)
        context.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        store = self._context.store
        self._rest.set_pace(
            preferences.read(store, BREATH_IN_S),
            preferences.read(store, BREATH_OUT_S),
            on=preferences.read(store, PACER_ON),
        )
        self._timer.get_ready_s = preferences.read(store, GET_READY_S)
        self._timer.update_clock()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self._read()

    def _on_rest_over(self) -> None:
        self.sounds.play(Sound.REST_OVER)
        elsewhere = QApplication.activeWindow() is None
        if elsewhere and self._context.settings_machine.get(REST_NOTIFY):
            self.notice.say(self._rest.window(), tr("NextRep"), tr("The rest is over"))
