"""The phases of the program, side by side, the current one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nextrep.domain.plan_summary import PhaseDose
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.card import clear_layout


class PhasePill(QFrame):
    """One phase with its weeks and dose."""

    def __init__(self, dose: PhaseDose, parent: QWidget | None = None, *, current: bool = False) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._current = current
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._dose = dose
        self._write()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        layout.addWidget(self._label)
        words = tr("{phase}, {dose}", phase=phase_title(dose.phase), dose=dose.text())
        self.setAccessibleName(tr("{phase}, now", phase=words) if current else words)
        self.setToolTip(dose.blocks_text())

    @property
    def current(self) -> bool:
        """Whether this is the phase of this week."""
        return self._current

    def changeEvent(self, event: QEvent) -> None:
        """Write the dose in the colour of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        from html import escape  # with it comes a table of all HTML signs

        theme = current_theme()
        self._label.setText(
            f"<b>{escape(phase_title(self._dose.phase))}</b> "
            f'<span style="font-size: {theme.px(SECONDARY)}px; color: {theme.tokens.muted}">'
            f"{escape(self._dose.text())}</span>"
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill; the current one has a border too."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "primary" if self._current else "line" if theme.high_contrast else ""
        painter.setPen(QPen(theme.color(edge), 1.5) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("tint" if self._current else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(8), theme.px(8))
        painter.end()


class PhaseBar(QWidget):
    """All phases in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[PhaseDose, ...], int] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().px(4))

    def show_phases(self, doses: Sequence[PhaseDose], week: int) -> None:
        """Show the phases; the one that holds `week` (from 1) is the current one."""
        if self._shown == (tuple(doses), week):
            return
        self._shown = (tuple(doses), week)
        clear_layout(self._row)
        for dose in doses:
            self._row.addWidget(PhasePill(dose, current=dose.holds(week)), 1)
