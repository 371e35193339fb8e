"""The timer of a timed set: get ready, hold, and, where it is done each side, the other side."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import GET_READY_S
from nextrep.ui.runtime import steady_clock
from nextrep.ui.session.controls import TallLink, TallSecondary
from nextrep.ui.session.set_clock import Phase, SetClock
from nextrep.ui.session.words import clock_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.gauges import Ring
from nextrep.ui.widgets.labels import Secondary, Strong

_LOOK_MS = 100
_RING, _LARGE_RING = 92, 172
_BOTH = 2


class SetTimer(Card):
    """Times the set that was current when it was started, seen or not.

    Attributes:
        began: emitted when getting ready for a first side begins: the row is the timer's until it ends.
        stopped: emitted with the whole seconds of each side that was timed, one or two numbers from 1.
        cancelled: emitted when it ended without a time.
        sounded: emitted with a `Sound` that is to be heard now.
        get_ready_s: seconds between the key and the start, 0 to 30.
        clock: the time; replace it in tests before the card is used.
    """

    began = Signal()
    stopped = Signal(list)
    cancelled = Signal()
    sounded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.get_ready_s = GET_READY_S.default
        self.clock = SetClock(steady_clock.milliseconds)
        self._next: tuple[int | None, int] = (None, 1)
        self._tick = QTimer(self)
        self._tick.setInterval(_LOOK_MS)
        self._tick.timeout.connect(self.update_clock)
        self.ring = Ring(tr("Timer"), diameter=_RING)
        self.line = Strong()
        self.hint = Secondary()
        self.main = TallSecondary("")
        self.other = TallLink("")
        self.main.clicked.connect(self.toggle)
        self.other.clicked.connect(self._on_other)
        self.body.addLayout(self._row())
        self.update_clock()

    def _row(self) -> QHBoxLayout:
        px = current_theme().px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(self.line)
        words.addWidget(self.hint)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(px(4))
        buttons.addStretch(1)
        buttons.addWidget(self.main)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        return row

    def set_large(self, large: bool) -> None:
        """Show the time in large figures, to be read from afar, or in ordinary ones."""
        self.ring.set_large(large, diameter=_LARGE_RING if large else _RING)
        for words in (self.line, self.hint):
            words.setProperty("large", large)
            words.style().unpolish(words)
            words.style().polish(words)

    @property
    def active(self) -> bool:
        """Whether a set is being timed, getting ready and changing sides included."""
        return self.clock.phase is not Phase.IDLE

    def set_target(self, seconds: int | None, sides: int = 1) -> None:
        """Take the current row: its planned seconds (None for none), done on one side or on 2.

        While a set is being timed it stays that set's timer, and takes the row afterwards.
        """
        self._next = seconds, min(sides, _BOTH)
        if not self.active:
            self.update_clock()

    def toggle(self) -> None:
        """Do what comes next: start, wait no longer, stop, or start the other side. The key T."""
        phase = self.clock.phase
        if phase is Phase.READY:
            self.clock.begin_now()
        elif phase is Phase.RUNNING:
            if self.clock.end_side():
                self._finish()
        else:
            self.clock.begin(self.get_ready_s)
            if phase is Phase.IDLE:
                self.began.emit()
        self.update_clock()

    def cancel(self) -> None:
        """Give up what is being timed; sides that are over count."""
        if self.active:
            self._finish()
            self.update_clock()

    def update_clock(self) -> None:
        """Show the time as it is now."""
        clock = self.clock
        if not self.active:
            clock.target_s, clock.sides = self._next
        sound = clock.look()
        if self.active and not self._tick.isActive():
            self._tick.start()
        elif not self.active:
            self._tick.stop()
        self.ring.set_state(clock.share(), clock_words(self._shown_s()))
        line, hint, main, other = self._words()
        self.line.setText(line)
        self.hint.setText(hint)
        self.main.setText(main)
        self.other.setText(other)
        self.other.setVisible(bool(other))
        if sound is not None:
            self.sounded.emit(sound)

    def _finish(self) -> None:
        seconds = self.clock.reset()
        if seconds:
            self.stopped.emit(seconds)
        else:
            self.cancelled.emit()

    def _on_other(self) -> None:
        self.cancel()

    def _shown_s(self) -> int:
        clock = self.clock
        if clock.phase is Phase.READY:
            return clock.ready_s()
        if clock.phase is Phase.RUNNING:
            return clock.elapsed_s()
        return clock.target_s or 0

    def _words(self) -> tuple[str, str, str, str]:
        """Return where it stands, what to know about it, and what both buttons do ("" for no second one)."""
        clock = self.clock
        match clock.phase:
            case Phase.IDLE:
                ready = self.get_ready_s
                hint = tr("T starts it, with {n} s to get ready", n=ready) if ready else tr("T starts it")
                name = tr("Timed set") if clock.sides < _BOTH else tr("Timed set, each side")
                return name, hint, tr("Start"), ""
            case Phase.READY:
                return tr("Get ready"), self._side() or tr("T starts it now"), tr("Start now"), tr("Cancel")
            case Phase.RUNNING:
                return self._to_go(), self._side() or tr("T stops it"), tr("Stop"), tr("Cancel")
            case Phase.OTHER_SIDE:
                first = tr("First side {n} s. T starts the other one", n=clock.done[0])
                return tr("Other side next"), first, tr("Start"), tr("Only this side")

    def _side(self) -> str:
        """Return which side it is, "" where there is only one."""
        if self.clock.sides < _BOTH:
            return ""
        return tr("Other side") if self.clock.done else tr("First side")

    def _to_go(self) -> str:
        target, elapsed = self.clock.target_s, self.clock.elapsed_s()
        if not target:
            return tr("Counting")
        if elapsed < target:
            return tr("{n} s to go", n=target - elapsed)
        if elapsed == target:
            return tr("The planned {n} s are done", n=target)
        return tr("{n} s more than planned", n=elapsed - target)
