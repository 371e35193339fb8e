"""What the pages of questions are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import CardTitle, Secondary, SmallTitle
from nextrep.ui.widgets.page import ScrollPage


class Question(QWidget):
    """A question with what answers it, and below it a hint or why the answer cannot be taken.

    Attributes:
        field: what answers it.
    """

    def __init__(self, title: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._hint, self._problem = Secondary(hint), FieldProblem()
        self._hint.setHidden(not hint)
        self._problem.hide()
        label = SmallTitle(title)
        label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        for widget in (label, field, self._hint, self._problem):
            column.addWidget(widget)

    def set_problem(self, message: str) -> None:
        """Say why the answer cannot be taken, or nothing with ""."""
        self._problem.setText(message)
        self._problem.setVisible(bool(message))

    def problem(self) -> str:
        """Return what `set_problem` said last."""
        return self._problem.text()


class QuestionPage(ScrollPage):
    """One step of the dialog.

    Attributes:
        changed: the person answered something else.
        title: what the step is about.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        self.body.setSpacing(current_theme().px(16))
        self._heading = CardTitle(title)
        self.body.addWidget(self._heading)

    def ask(self, title: str, field: QWidget, hint: str = "") -> Question:
        """Put a question on the page."""
        question = Question(title, field, hint)
        self.body.addWidget(question)
        return question

    def first_field(self) -> QWidget | None:
        """Return what has the keyboard first on this page."""
        return None

    def problem(self) -> tuple[str, QWidget] | None:
        """Return why the answers cannot be taken and where to mend it; None where they can."""
        return None

    def _on_changed(self, *_values: object) -> None:
        self.changed.emit()


class Choice(QWidget):
    """Chips of which one is on, or none before the person has chosen.

    Attributes:
        chosen: emitted with the position when the person chose another.
    """

    chosen = Signal(int)

    def __init__(self, titles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = FlowLayout(self, spacing=4)
        for index, title in enumerate(titles):
            chip = ChipButton(title)
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self._group.idClicked.connect(self.chosen)

    def chip(self, index: int) -> ChipButton:
        """Return one of the chips."""
        chip = self._group.button(index)
        assert isinstance(chip, ChipButton)
        return chip

    def value(self) -> int:
        """Return the position of what is on, -1 for nothing."""
        return self._group.checkedId()

    def set_value(self, index: int) -> None:
        """Switch one on without telling anyone."""
        self.chip(index).setChecked(True)


class Several(QWidget):
    """Chips of which any can be on.

    Attributes:
        changed: the person switched one.
        chips: in the order of the titles.
    """

    changed = Signal()

    def __init__(self, titles: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = [ChipButton(title, mark=True) for title in titles]
        row = FlowLayout(self, spacing=4)
        for chip in self.chips:
            row.addWidget(chip)
            chip.clicked.connect(self._on_clicked)

    def values(self) -> list[int]:
        """Return the positions of those that are on."""
        return [index for index, chip in enumerate(self.chips) if chip.isChecked()]

    def set_values(self, positions: list[int]) -> None:
        """Switch these on and the others off, without telling anyone."""
        for index, chip in enumerate(self.chips):
            chip.setChecked(index in positions)

    def _on_clicked(self, _on: bool) -> None:
        self.changed.emit()


def holder(layout: QLayout) -> QWidget:
    """Return a widget with this layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


def focus(widget: QWidget) -> None:
    """Give a field the keyboard so that the ring is seen."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def both_or_neither() -> str:
    """Say what is missing where one of two times was written."""
    return tr("Write both times, or leave both empty.")
