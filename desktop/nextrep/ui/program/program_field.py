"""Which program: one of those that ship, with what it is in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.labels import Body, Secondary, Strong


class ProgramList(QListWidget):
    """The programs by name, as high as they need."""

    def sizeHint(self) -> QSize:
        """Room for all rows and the longest name."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        edge = 2 * self.frameWidth()
        return QSize(self.sizeHintForColumn(0) + edge + current_theme().px(16), rows + edge + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut: the page scrolls."""
        return self.sizeHint()


class ProgramField(QWidget):
    """The choice and the words for what is chosen.

    Attributes:
        changed: emitted when the person chose another program.
        list: the programs.
    """

    changed = Signal()

    def __init__(self, templates: Sequence[ProgramTemplate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._templates = tuple(templates)
        self.list = ProgramList()
        self.list.setAccessibleName(tr("Which program?"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for template in self._templates:
            item = QListWidgetItem(tr(template.title))
            item.setData(Qt.ItemDataRole.UserRole, template.key)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tr(template.summary))
            self.list.addItem(item)
        self.title, self.summary, self.details = Strong(), Body(), Secondary()
        words = Well()
        words.body.setSpacing(px(6))
        for label in (self.title, self.summary, self.details):
            words.body.addWidget(label)
        words.body.addWidget(Secondary(tr("General training advice.")))
        words.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns([(self.list, 0), (words, 1)], 520))
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._on_changed)
        self._show_words()

    def template(self) -> ProgramTemplate:
        """Return the chosen program."""
        return self._templates[max(0, self.list.currentRow())]

    def choose(self, key: str) -> None:
        """Choose a program; one that does not ship any more leaves the choice as it is."""
        for row, template in enumerate(self._templates):
            if template.key == key:
                self.list.setCurrentRow(row)

    def _on_changed(self, _row: int) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        template = self.template()
        lines = [tr(line) for line in template.details]
        if template.offsets:
            lines.append(
                tr("Its days follow from the first one, so it asks for neither weekdays nor minutes.")
            )
        self.title.setText(tr(template.title))
        self.summary.setText(tr(template.summary))
        self.details.setText("\n".join(lines))
        self.details.setVisible(bool(lines))
        self.list.setAccessibleDescription(" ".join([tr(template.summary), *lines]))
