"""The card of the rest between two sets."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import BREATH_IN_S, BREATH_OUT_S
from nextrep.ui.runtime import steady_clock
from nextrep.ui.session.breath import BreathRing, pace_words
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.session.rest_clock import RestClock
from nextrep.ui.session.words import clock_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

STEP_S = 15
_SEEN_MS, _UNSEEN_MS = 100, 1_000
"""How often to look at the clock while somebody sees the card, and while nobody does. A computer that wakes
from suspend is so seen within a second: timers stand still in it, the clock does not."""


class RestCard(Card):
    """Rest: the time left, a way to make it longer or shorter, and how to breathe meanwhile.

    Attributes:
        changed: emitted when the end of the rest is another one, with the seconds left and the whole length
            in seconds, both as they are now; with None and 0 once there is none any more. `resume` and
            `clear` do not emit it.
        over: emitted when a rest has come to its end by itself; once for each rest, however late it is seen.
        clock: the time; replace it in tests before the card is used.
    """

    changed = Signal(object, int)
    over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.clock = RestClock(steady_clock.milliseconds)
        self._planned_s = 0
        self._counting = False
        self._paced = True
        self._pace = pace_words(BREATH_IN_S.default, BREATH_OUT_S.default)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.timeout.connect(self.update_clock)
        title = SmallTitle(tr("Rest"))
        self.ring = BreathRing(tr("Rest"))
        self.line = Body()
        self.breathing = Secondary()
        for label in (title, self.line, self.breathing):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.shorter = TallSecondary(tr("−{n} s", n=STEP_S))
        self.skip = TallSecondary(tr("Skip"))
        self.longer = TallSecondary(tr("+{n} s", n=STEP_S))
        self.shorter.setAccessibleName(tr("{n} seconds less rest", n=STEP_S))
        self.skip.setAccessibleName(tr("Skip the rest"))
        self.longer.setAccessibleName(tr("{n} seconds more rest", n=STEP_S))
        self.shorter.clicked.connect(self._on_shorter)
        self.skip.clicked.connect(self._on_skip)
        self.longer.clicked.connect(self._on_longer)
        self.ring.turned.connect(self._on_turned)
        for widget in (title, self.ring, self.line, self.breathing):
            self.add(widget)
        self.body.addLayout(self._buttons())
        self.update_clock()

    def _buttons(self) -> QHBoxLayout:
        px = current_theme().px
        row = QHBoxLayout()
        row.setContentsMargins(0, px(8), 0, 0)
        row.setSpacing(px(8))
        row.addStretch(1)
        for button in (self.shorter, self.skip, self.longer):
            button.setStyleSheet(f"padding: 0 {px(4)}px;")  # three must stand side by side
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def set_planned(self, seconds: int) -> None:
        """Say how long the next rest will be, before there is one; 0 is none."""
        self._planned_s = seconds
        self.update_clock()

    def set_pace(self, in_s: int, out_s: int, *, on: bool = True) -> None:
        """Take another pace of breathing, seconds in and seconds out, or none."""
        self._paced = on
        self._pace = pace_words(in_s, out_s)
        self.ring.set_times(in_s, out_s)
        self.update_clock()

    def start(self, seconds: int) -> None:
        """Begin a rest; 0 seconds is none."""
        self.clock.start(seconds)
        self._begin()
        self._tell()

    def resume(self, total_s: int, left_s: float) -> None:
        """Go on with a kept rest, of which `left_s` seconds remain; 0 or less: it is over, quietly."""
        self.clock.start(total_s, max(0.0, left_s))
        self._begin()

    def clear(self) -> None:
        """Go back to before the first rest."""
        self.clock.clear()
        self._begin()

    def update_clock(self) -> None:
        """Show the time as it is now."""
        clock = self.clock
        resting = clock.running
        if resting:
            self.ring.set_state(clock.share(), clock_words(clock.left_s()))
        elif clock.started or not self._planned_s:
            self.ring.set_state(0.0, clock_words(0))
        else:
            self.ring.set_state(1.0, clock_words(self._planned_s))
        self._show_breath(resting=resting)
        for button in (self.shorter, self.skip, self.longer):
            button.setVisible(resting)
        if resting:
            self._tick.start(_SEEN_MS if self.isVisible() else min(_UNSEEN_MS, clock.left_ms()))
            return
        self._tick.stop()
        if self._counting:
            self._counting = False
            self.over.emit()
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the time at once."""
        super().showEvent(event)
        self.update_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look less often; the end is still heard."""
        super().hideEvent(event)
        self.update_clock()

    def _show_breath(self, *, resting: bool) -> None:
        """Start or stop the pace, and say what to do."""
        paced = resting and self._paced
        if paced and not self.ring.breathing:
            self.ring.start()
        elif not paced and self.ring.breathing:
            self.ring.stop()
        if paced:
            self.line.setText(self.ring.words())
        elif resting:
            self.line.setText(tr("Resting"))
        elif self.clock.started or not self._planned_s:
            self.line.setText(tr("Ready when you are"))
        else:
            self.line.setText(tr("Starts when a set is saved"))
        self.breathing.setText(self._pace if paced else "")

    def _begin(self) -> None:
        """Show another rest, or none, from its first breath on."""
        self._counting = self.clock.running
        if self._counting and self._paced:
            self.ring.start()
        self.update_clock()

    def _tell(self) -> None:
        clock = self.clock
        if clock.running:
            self.changed.emit(clock.left_ms() / 1000, clock.total_s)
        else:
            self.changed.emit(None, 0)

    def _on_turned(self, words: str) -> None:
        if words:
            self.line.setText(words)

    def _change(self, seconds: int | None) -> None:
        """Add seconds or (None) end the rest; what is ended by hand makes no sound."""
        if seconds is None:
            self.clock.skip()
        else:
            self.clock.add(seconds)
        self._counting = self.clock.running
        self.update_clock()
        self._tell()

    def _on_shorter(self) -> None:
        self._change(-STEP_S)

    def _on_longer(self) -> None:
        self._change(STEP_S)

    def skip_rest(self) -> None:
        """End the rest now, without a sound."""
        self._change(None)

    def set_large(self, large: bool) -> None:
        """Show the time in large figures, to be read from afar, or in ordinary ones."""
        self.ring.set_large(large)

    def _on_skip(self) -> None:
        self.skip_rest()
