"""The rest between sets: a clock that no wall clock can move, and its card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.session.words import clock_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.gauges import Ring
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

IN_MS, OUT_MS = 4_000, 6_000
"""A breath: in for 4 s, out for 6 s; about six a minute with the longer half out."""
STEP_S = 15
_TICK_MS = 100


class RestClock:
    """Counts a rest down. It reads the time only when asked, so being hidden or late loses nothing."""

    def __init__(self, milliseconds: Callable[[], int]) -> None:
        """Make a clock at rest; `milliseconds` is a monotonic time from any start."""
        self._now = milliseconds
        self._end = 0
        self._total = 0

    def start(self, seconds: float, left: float | None = None) -> None:
        """Begin a rest of `seconds`, of which `left` remain (all by default)."""
        self._total = round(seconds * 1000)
        self._end = self._now() + round((seconds if left is None else left) * 1000)

    def add(self, seconds: int) -> None:
        """Make the rest longer or (negative) shorter."""
        self._end += seconds * 1000
        self._total = max(self._total, self._end - self._now())

    def skip(self) -> None:
        """End the rest now."""
        self._end = self._now()

    def clear(self) -> None:
        """Forget the rest, as before the first one."""
        self._total = 0

    @property
    def started(self) -> bool:
        """Whether there was a rest, running or over."""
        return self._total > 0

    @property
    def running(self) -> bool:
        """Whether some rest is left."""
        return self.started and self._left_ms() > 0

    def left_s(self) -> int:
        """Return the seconds left, a begun one counted whole."""
        return -(-self._left_ms() // 1000)

    def share(self) -> float:
        """Return the share left, 0 to 1."""
        return min(1.0, self._left_ms() / self._total) if self._total else 0.0

    def breath(self) -> float:
        """Return how full a breath is now, 0 to 1, in time with the rest."""
        at = (self._total - self._left_ms()) % (IN_MS + OUT_MS)
        return at / IN_MS if at < IN_MS else 1 - (at - IN_MS) / OUT_MS

    def _left_ms(self) -> int:
        return max(0, self._end - self._now())


class BreathRing(Ring):
    """The ring of the rest, with a faint second one that widens and narrows with the breath."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._breath: float | None = None

    def set_breath(self, fullness: float | None) -> None:
        """Show a breath, 0 to 1, or none."""
        self._breath = fullness
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, then the breath."""
        super().paintEvent(event)
        if self._breath is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.color("primary")
        colour.setAlphaF(0.28)
        painter.setPen(QPen(colour, theme.px(3)))
        radius = min(self.width(), self.height()) * (0.33 + 0.07 * self._breath)
        middle = QRectF(self.rect()).center()
        painter.drawEllipse(middle, radius, radius)
        painter.end()


class RestCard(Card):
    """Rest: the time left, a way to make it longer or shorter, and how to breathe meanwhile.

    Attributes:
        clock: the time; replace it in tests before the card is used.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._since = QElapsedTimer()
        self._since.start()
        self.clock = RestClock(self._since.elapsed)
        self._planned_s = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.update_clock)
        title = SmallTitle(tr("Rest"))
        self.ring = BreathRing(tr("Rest"))
        self.line = Body()
        self.breathing = Secondary(tr("4 in · 6 out"))
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

    def start(self, seconds: int, left: float | None = None) -> None:
        """Begin a rest; 0 seconds is none."""
        self.clock.start(seconds, left)
        self._run()
        self.update_clock()

    def clear(self) -> None:
        """Go back to before the first rest."""
        self.clock.clear()
        self.update_clock()

    def update_clock(self) -> None:
        """Show the time as it is now."""
        clock = self.clock
        resting = clock.running
        if resting:
            self.ring.set_state(clock.share(), clock_words(clock.left_s()))
            self.line.setText(tr("Breathe out slowly"))
        elif clock.started or not self._planned_s:
            self.ring.set_state(0.0, clock_words(0))
            self.line.setText(tr("Ready when you are"))
        else:
            self.ring.set_state(1.0, clock_words(self._planned_s))
            self.line.setText(tr("Starts when a set is saved"))
        self.ring.set_breath(clock.breath() if resting and _motion_allowed(self) else None)
        self.breathing.setText(tr("4 in · 6 out") if resting else "")
        for button in (self.shorter, self.skip, self.longer):
            button.setVisible(resting)
        if not resting:
            self._tick.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on showing the time."""
        super().showEvent(event)
        self.update_clock()
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing; the clock needs no ticks to be right."""
        self._tick.stop()
        super().hideEvent(event)

    def _run(self) -> None:
        if self.clock.running and self.isVisible():
            self._tick.start()

    def _on_shorter(self) -> None:
        self.clock.add(-STEP_S)
        self.update_clock()

    def _on_longer(self) -> None:
        self.clock.add(STEP_S)
        self.update_clock()

    def _on_skip(self) -> None:
        self.clock.skip()
        self.update_clock()


def _motion_allowed(widget: QWidget) -> bool:
    """Whether the style lets widgets move; a high-contrast wish counts as a wish for stillness too."""
    style = widget.style()
    moving = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
    return moving and not current_theme().high_contrast
