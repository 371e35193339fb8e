"""Input fields that read what was typed, and say beside themselves what they could not read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.clock_text import clock_text, parse_clock
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle


class FieldProblem(Body):
    """What is wrong with the field above, in words."""


class NumberField(QLineEdit):
    """A line edit whose text is read by a function; it is empty or has a value, or shows a problem.

    Attributes:
        valueChanged: emitted with the new value (None where empty) once the person has finished.
        problemChanged: emitted with the message, "" when it is gone.
    """

    valueChanged = Signal(object)  # noqa: N815 - named as Qt names its own
    problemChanged = Signal(str)  # noqa: N815 - named as Qt names its own

    def __init__(
        self,
        parse: Callable[[str], Any],
        show: Callable[[Any], str] = str,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        """Make an empty field.

        Args:
            parse: reads a text that is not blank; raises `UserError` with what to do.
            show: writes a value.
            parent: owner.
            name: read out to screen readers; a `LabelledField` sets it too.
        """
        super().__init__(parent)
        self._parse, self._show_value = parse, show
        self._value: Any = None
        self._problem = ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._on_edited)

    def value(self) -> Any:
        """Return the last value that could be read, None where empty."""
        return self._value

    def setValue(self, value: Any) -> None:
        """Show a value (None empties the field) without telling anyone."""
        self._value = value
        self.setText("" if value is None else self._show_value(value))
        self.set_problem("")

    def problem(self) -> str:
        """Return why the text cannot be read, "" where it can."""
        return self._problem

    def set_problem(self, message: str) -> None:
        """Show a problem, or none with "". Services' `UserError` goes here too."""
        if message == self._problem:
            return
        self._problem = message
        self.setProperty("problem", bool(message))
        self.setToolTip(message)
        self.setAccessibleDescription(message)
        self.style().unpolish(self)
        self.style().polish(self)
        self.problemChanged.emit(message)

    def commit(self) -> bool:
        """Read the text now; returns whether it could be read."""
        text = self.text().strip()
        try:
            value = self._parse(text) if text else None
        except UserError as error:
            self.set_problem(str(error))
            return False
        self.set_problem("")
        changed = value != self._value
        self._value = value
        self.setText("" if value is None else self._show_value(value))
        if changed:
            self.valueChanged.emit(value)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces; later than the click that would put the cursor in."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

    def _on_edited(self, _text: str) -> None:
        self.set_problem("")


class TimeField(NumberField):
    """A time of day such as "23:10"; takes 2310, 23.10 and 11pm too."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parse_clock, clock_text, parent, name=name)
        self.setPlaceholderText(tr("hh:mm"))

    def minutes(self) -> int | None:
        """Return minutes after midnight, 0 to 1439, or None where empty."""
        value = self.value()
        return value if isinstance(value, int) else None


class LabelledField(QWidget):
    """A label above an input, a hint or a problem below it.

    Attributes:
        editor: the input.
    """

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = SmallTitle(label)
        self._label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self._hint = Secondary(hint)
        self._hint.setHidden(not hint)
        self._problem = FieldProblem()
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(4))
        for widget in (self._label, editor, self._hint, self._problem):
            layout.addWidget(widget)
        if not editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            layout.addStretch(1)  # labels of neighbours stay in line when one of them shows a problem
        if isinstance(editor, NumberField):
            editor.problemChanged.connect(self.set_problem)
        self.setFocusProxy(editor)

    def problem(self) -> str:
        """Return what is said to be wrong below the input, "" where nothing is."""
        return self._problem.text()

    def set_problem(self, message: str) -> None:
        """Show what is wrong below the input, or nothing with ""."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))
