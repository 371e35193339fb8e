"""What is at hand: a usual place with one click, or piece by piece."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.equipment import equipment_title, usual_sets
from nextrep.domain.exercises import Equipment
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout


class EquipmentField(QWidget):
    """Chips for usual places; the pieces behind a link.

    Attributes:
        changed: emitted when the person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._sets = usual_sets()
        self._group = QButtonGroup(self)
        self.presets = [ChipButton(one.title) for one in self._sets]
        self.boxes = {item: QCheckBox(equipment_title(item)) for item in Equipment}
        row = FlowLayout(spacing=4)
        for index, chip in enumerate(self.presets):
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self.more = LinkButton("")
        row.addWidget(self.more)
        self._pieces = QWidget()
        flow = FlowLayout(self._pieces, spacing=2)
        for box in self.boxes.values():
            flow.addWidget(box)
            box.toggled.connect(self._on_piece)
        self._pieces.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addLayout(row)
        layout.addWidget(self._pieces)
        self._group.idClicked.connect(self._on_preset)
        self.more.clicked.connect(self._on_more)
        self.set_items(frozenset())

    def items(self) -> frozenset[Equipment]:
        """Return what is ticked."""
        return frozenset(item for item, box in self.boxes.items() if box.isChecked())

    def set_items(self, items: frozenset[Equipment]) -> None:
        """Tick `items` without telling anyone."""
        for item, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(item in items)
            box.blockSignals(False)
        self._mark_preset()

    def _on_preset(self, index: int) -> None:
        self.set_items(self._sets[index].items)
        self.changed.emit()

    def _on_piece(self, _on: bool) -> None:
        self._mark_preset()
        self.changed.emit()

    def _on_more(self) -> None:
        self._pieces.setHidden(not self._pieces.isHidden())
        self._mark_preset()

    def _mark_preset(self) -> None:
        """Mark the usual place that has exactly these pieces, if there is one."""
        items = self.items()
        self._group.setExclusive(False)
        for one, chip in zip(self._sets, self.presets, strict=True):
            chip.setChecked(one.items == items)
        self._group.setExclusive(True)
        shown = not self._pieces.isHidden()
        count = tr_n("{n} thing", "{n} things", len(items))
        self.more.setText(tr("Hide the list") if shown else tr("Piece by piece ({count})…", count=count))
