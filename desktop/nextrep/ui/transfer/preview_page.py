"""Second page of an import: what is in the file, what would be kept, what would not and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services.transfer import Preview
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import words
from nextrep.ui.transfer.skipped_table import SkippedTable
from nextrep.ui.transfer.work import Reading
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.labels import Body, Muted, PageTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage

_OPEN_UNITS = {"guess", "default", "asked"}
"""Where a unit comes from when the file does not say it: then the person may."""


class PreviewPage(ScrollPage):
    """Facts of a file.

    Attributes:
        unit_chosen: emitted with the `Unit` that the file shall be read in.
        changed: something else would be kept now.
    """

    unit_chosen = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._reading: Reading | None = None
        self.body.setSpacing(px(12))
        self.body.addWidget(PageTitle(tr("What is in the file")))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self._facts = {
            name: self._fact(row, title)
            for row, (name, title) in enumerate(
                (
                    ("origin", tr("File")),
                    ("span", tr("Days")),
                    ("sets", tr("Sets")),
                    ("exercises", tr("Exercises")),
                    ("unit", tr("Unit of weight")),
                )
            )
        }
        self.units = {unit: ChipButton(str(unit)) for unit in Unit}
        self._unit_group = QButtonGroup(self)
        for unit, chip in self.units.items():
            chip.setAccessibleName(tr("Read the weights as {unit}", unit=unit))
            self._unit_group.addButton(chip)
        self._unit_group.buttonClicked.connect(self._on_unit)
        self._unit_row = QWidget()
        row = row_of(*self.units.values(), spacing=4)
        row.setContentsMargins(0, 0, 0, 0)
        self._unit_row.setLayout(row)
        self._grid.addWidget(self._unit_row, 5, 1)
        self.body.addLayout(self._grid)
        self._repeats = Body()
        self.once = QCheckBox(tr("Take them once"))
        self.once.toggled.connect(self._on_once)
        self.body.addWidget(self._repeats)
        self.body.addWidget(self.once)
        self._notes = InlineMessage(dismissable=False)
        self.body.addWidget(self._notes)
        self.skipped = SkippedTable()
        self.body.addWidget(self.skipped, 100)
        self.body.addStretch(1)

    def show_reading(self, reading: Reading) -> None:
        """Show a file as read; sessions that are in it twice are taken twice unless the person says so."""
        self._reading = reading
        self.once.blockSignals(True)
        self.once.setChecked(self.once.isChecked() and reading.once is not None)
        self.once.blockSignals(False)
        twice = reading.once is not None
        self._repeats.setVisible(twice)
        self.once.setVisible(twice)
        if twice:
            self._repeats.setText(words.repeats_text(reading.whole.log, reading.repeated_sessions))
        self._show()

    def forget(self) -> None:
        """Begin anew with another file."""
        self.once.blockSignals(True)
        self.once.setChecked(False)
        self.once.blockSignals(False)

    def preview(self) -> Preview:
        """Return what would be kept now."""
        assert self._reading is not None
        once = self._reading.once
        return once if once is not None and self.once.isChecked() else self._reading.whole

    def _show(self) -> None:
        preview, reading = self.preview(), self._reading
        assert reading is not None
        log = preview.log
        for name, text in (
            ("origin", words.origin_text(reading.path, log)),
            ("span", words.span_text(log)),
            ("sets", words.sets_text(preview)),
            ("exercises", words.exercises_text(preview)),
            ("unit", words.unit_text(log)),
        ):
            self._facts[name].setText(text)
        self.units[log.unit].setChecked(True)
        self._unit_row.setVisible(log.unit_source in _OPEN_UNITS)
        notes = [words.here_text(preview), *log.warnings]
        if log.unknown_columns:
            notes.append(tr("Columns left out: {names}.", names=", ".join(log.unknown_columns)))
        text = "\n".join(note for note in notes if note)
        if text:
            self._notes.show_message(text, "info")
        else:
            self._notes.clear()
        self.skipped.show_rows(log.skipped)

    def _fact(self, row: int, title: str) -> Body:
        label, value = Muted(title, wrap=False), Body()
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setBuddy(value)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        return value

    def _on_unit(self, chip: ChipButton) -> None:
        self.unit_chosen.emit(next(unit for unit, one in self.units.items() if one is chip))

    def _on_once(self, _on: bool) -> None:
        self._show()
        self.changed.emit()
