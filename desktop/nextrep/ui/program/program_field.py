"""Which program: one of those that ship, with what it is in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Body, Secondary


class ProgramBox(QComboBox):
    """The programs by name. The wheel scrolls the page: it must not change the program unseen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ProgramField(QWidget):
    """The choice and the words for what is chosen.

    Attributes:
        changed: emitted when the person chose another program.
    """

    changed = Signal()

    def __init__(self, templates: Sequence[ProgramTemplate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = tuple(templates)
        self.box = ProgramBox()
        self.box.setAccessibleName(tr("Which program?"))
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for template in self._templates:
            self.box.addItem(tr(template.title), template.key)
        self.summary = Body()
        self.details = Secondary("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(4))
        layout.addWidget(self.box)
        layout.addWidget(self.summary)
        layout.addWidget(self.details)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._on_changed)
        self._show_words()

    def template(self) -> ProgramTemplate:
        """Return the chosen program."""
        return self._templates[self.box.currentIndex()]

    def choose(self, key: str) -> None:
        """Choose a program; one that does not ship any more leaves the choice as it is."""
        index = self.box.findData(key)
        if index >= 0:
            self.box.setCurrentIndex(index)

    def _on_changed(self, _index: int) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        template = self.template()
        lines = [tr(line) for line in template.details]
        if not template.asks_weekdays:
            lines.append(
                tr("Its days follow from the first one, so it asks for neither weekdays nor minutes.")
            )
        self.summary.setText(tr(template.summary))
        self.details.setText("\n".join(lines))
        self.details.setVisible(bool(lines))
        self.box.setAccessibleDescription(" ".join([tr(template.summary), *lines]))
