"""A quiet pace for breathing: its times, and a ring that widens and narrows with it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QStyle, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import BREATH_IN_S, BREATH_OUT_S
from nextrep.ui.runtime import steady_clock
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.gauges import Ring

_FRAME_MS = 40
"""25 pictures a second; the ring moves by less than a pixel between two of them."""
_WORDS_MS = 200
"""How often to look whether the words change, where nothing moves."""


@dataclass(frozen=True, slots=True)
class Breath:
    """One breath, over and over.

    Attributes:
        in_s, out_s: seconds of breathing in and of breathing out, at least 1.
    """

    in_s: int
    out_s: int

    def inhaling(self, since_ms: int) -> bool:
        """Whether it is time to breathe in, so many milliseconds after the first breath began."""
        return self._at(since_ms) < self.in_s * 1000

    def fullness(self, since_ms: int) -> float:
        """Return how full the breath is, 0 to 1; it slows down towards each turn."""
        at, into = self._at(since_ms), self.in_s * 1000
        share = at / into if at < into else 1 - (at - into) / (self.out_s * 1000)
        return (1 - math.cos(math.pi * share)) / 2

    def _at(self, since_ms: int) -> int:
        return since_ms % ((self.in_s + self.out_s) * 1000)


class BreathRing(Ring):
    """The ring of a waiting time, with a faint second one that widens and narrows with the breath.

    Where the system asks for stillness the second ring is not drawn; the words of `turned` remain.

    Attributes:
        clock: milliseconds from any start; replace it in tests before the ring is used.
        turned: emitted with what to do now ("Breathe in", "Breathe out slowly"), and "" once stopped.
    """

    turned = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, diameter: int = 172) -> None:
        """Make a ring at rest; `name` is read out before its text, `diameter` is in px at 100 %."""
        super().__init__(name, parent, diameter=diameter)
        self.clock: Callable[[], int] = steady_clock.milliseconds
        self._breath = Breath(BREATH_IN_S.default, BREATH_OUT_S.default)
        self._began: int | None = None
        self._words = ""
        self._fullness: float | None = None
        self._frames = QTimer(self)
        self._frames.timeout.connect(self.update_breath)

    @property
    def breathing(self) -> bool:
        """Whether the pace goes on."""
        return self._began is not None

    def words(self) -> str:
        """Return what to do now, "" while stopped."""
        return self._words

    def set_times(self, in_s: int, out_s: int) -> None:
        """Take another pace, in seconds of at least 1; a pace that goes on begins anew with it."""
        breath = Breath(in_s, out_s)
        if breath != self._breath:
            self._breath = breath
            if self.breathing:
                self.start()

    def start(self) -> None:
        """Begin with a breath in."""
        self._began = self.clock()
        self.update_breath()
        self._run()

    def stop(self) -> None:
        """End the pace."""
        self._began = None
        self._frames.stop()
        self.update_breath()

    def update_breath(self) -> None:
        """Show the breath as it is now."""
        if self._began is None:
            words, self._fullness = "", None
        else:
            since = self.clock() - self._began
            words = tr("Breathe in") if self._breath.inhaling(since) else tr("Breathe out slowly")
            self._fullness = self._breath.fullness(since) if motion_allowed(self) else None
        self.update()
        if words != self._words:
            self._words = words
            self.turned.emit(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on in time, as if it had been watched."""
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing for nobody."""
        self._frames.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, then the breath."""
        super().paintEvent(event)
        if self._fullness is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.color("primary")
        colour.setAlphaF(0.28)
        painter.setPen(QPen(colour, theme.px(3)))
        radius = min(self.width(), self.height()) * (0.33 + 0.07 * self._fullness)
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)
        painter.end()

    def _run(self) -> None:
        if self.breathing and self.isVisible():
            self.update_breath()
            self._frames.start(_FRAME_MS if motion_allowed(self) else _WORDS_MS)


def motion_allowed(widget: QWidget) -> bool:
    """Whether the style lets widgets move; a high-contrast wish counts as a wish for stillness too."""
    style = widget.style()
    moving = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0
    return moving and not current_theme().high_contrast


def pace_words(in_s: int, out_s: int) -> str:
    """Return a pace as for example "4 in · 6 out", in seconds."""
    return tr("{n_in} in · {n_out} out", n_in=in_s, n_out=out_s)
