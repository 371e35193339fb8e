"""A quiet minute before training, or two after it: a ring that breathes, and a few words that change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.quiet import QuietKind, line_at
from nextrep.domain.text import tr
from nextrep.ui.runtime import steady_clock
from nextrep.ui.session.breath import BreathRing
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.session.words import clock_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Body, Muted, SmallTitle
from nextrep.ui.widgets.page import ScrollPage

_TICK_MS = 250
_LINE_WIDTH = 560
"""Widest line in px at 100 %; longer ones are hard to take in at one look."""
_LINE_SIZE = 20
_LEAVING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class QuietPage(QWidget):
    """Counts down beside the pace of a breath. It can be left at any time, and nothing is kept of it.

    Attributes:
        left: emitted when the person goes on, before the time is over or after it.
        clock: milliseconds from any start; replace it in tests before the page is used.
        line: what to notice now.
        leave_button: "Skip", and "Go on" once the time is over.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock: Callable[[], int] = steady_clock.milliseconds
        self._kind = QuietKind.ARRIVAL
        self._lines: tuple[str, ...] = ()
        self._began = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.update_page)
        self._title = SmallTitle(wrap=False)
        self.ring = BreathRing(tr("Time left"), diameter=200)
        self.breath = Muted(wrap=False)
        self.ring.turned.connect(self.breath.setText)
        self.line = Body()
        self.line.setFont(current_theme().font(_LINE_SIZE, 500))
        self.leave_button = TallSecondary("")
        self.leave_button.clicked.connect(self._on_leave)
        self._lay_out()

    def _lay_out(self) -> None:
        px = current_theme().px
        middle = Qt.AlignmentFlag.AlignHCenter
        self.line.setAlignment(middle | Qt.AlignmentFlag.AlignVCenter)
        self.line.setMaximumWidth(px(_LINE_WIDTH))
        self.line.setMinimumHeight(px(64))  # two lines, so that nothing moves when the words change
        words = QHBoxLayout()  # a row of its own: it is what asks the text for its height at this width
        words.addStretch(1)
        words.addWidget(self.line, 1000)
        words.addStretch(1)
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addStretch(2)
        page.body.addWidget(self._title, 0, middle)
        page.body.addLayout(words)
        page.body.addWidget(self.ring, 0, middle)
        page.body.addWidget(self.breath, 0, middle)
        page.body.addStretch(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(20))
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self.leave_button, 0, middle)  # below what may scroll: the way out is always there

    def begin(self, kind: QuietKind, lines: Sequence[str], pace: tuple[int, int] | None) -> None:
        """Start the time.

        Args:
            kind: how long, and before or after training.
            lines: what to notice, one after the other; at least one.
            pace: seconds of a breath in and of a breath out; None for no pace.
        """
        self._kind, self._lines = kind, tuple(lines)
        self._title.setText(
            tr("A minute to arrive") if kind is QuietKind.ARRIVAL else tr("Two quiet minutes")
        )
        self._began = self.clock()
        self.leave_button.setText(tr("Skip"))
        self.ring.stop()
        if pace is not None:
            self.ring.set_times(*pace)
            self.ring.start()
        self.update_page()
        if self.isVisible():
            self._tick.start()
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """End the time without a word."""
        self._lines = ()
        self._tick.stop()
        self.ring.stop()

    def left_s(self) -> int:
        """Return the seconds left, a begun one counted whole."""
        return -(-self._left_ms() // 1000)

    def update_page(self) -> None:
        """Show the time and the words as they are now."""
        if not self._lines:
            return
        total, left = self._kind.seconds * 1000, self._left_ms()
        self.ring.set_state(left / total, clock_words(self.left_s()))
        text = line_at(self._lines, total - left, total)
        if left == 0:
            self._tick.stop()
            self.ring.stop()
            self.leave_button.setText(tr("Go on"))
            text = _end_words(self._kind)
        if text != self.line.text():
            self.line.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Enter or Escape."""
        if Qt.Key(event.key()) not in _LEAVING:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._on_leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on in time, as if it had been watched."""
        super().showEvent(event)
        self.update_page()
        if self._lines and self._left_ms():
            self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing for nobody."""
        self._tick.stop()
        super().hideEvent(event)

    def _left_ms(self) -> int:
        return max(0, self._began + self._kind.seconds * 1000 - self.clock())

    def _on_leave(self) -> None:
        self.stop()
        self.left.emit()


def _end_words(kind: QuietKind) -> str:
    return tr("Begin when you are ready.") if kind is QuietKind.ARRIVAL else tr("Get up when you are ready.")
