"""Fields with arrows or a list. Use these rather than Qt's own.

Qt's take the keyboard, and another value, when the page is scrolled under the mouse; and the style sheet
cannot give numbers room at the left.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.month_dress import dress_month


class SpinBox(QSpinBox):
    """A whole number in a small range. The wheel changes it only while it has the focus."""

    def __init__(
        self,
        low: int,
        high: int,
        value: int,
        suffix: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        """Make the field.

        Args:
            low: least value.
            high: greatest value.
            value: first value.
            suffix: what follows the number, with its space: " min".
            parent: owner.
            name: read out to screen readers; a `LabelledField` sets it too.
        """
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(low, high)
        self.setSuffix(suffix)
        self.setValue(value)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(current_theme().px(8), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DateBox(QDateEdit):
    """A date with a calendar to choose from."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMM yyyy")
        self.setAccessibleName(name)
        dress_month(self.calendarWidget())

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.calendarPopup():
            dress_month(self.calendarWidget())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ComboBox(QComboBox):
    """One of a few. The wheel changes it only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
