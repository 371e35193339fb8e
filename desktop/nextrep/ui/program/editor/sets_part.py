"""The sets one by one, for those whose sets are not alike."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from nextrep.domain.prescription import MAX_ROWS, PlannedKind, PlannedSet
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.ui.program.editor.part import Part
from nextrep.ui.program.editor.set_line import SetLine
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.labels import Secondary, SmallTitle


class SetsPart(Part):
    """A line for each set; hidden until the person wants it.

    Attributes:
        toggled: emitted with whether the sets are said one by one.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Sets that differ"), parent)
        px = current_theme().px
        self._lines: list[SetLine] = []
        self._seed = PlannedSet()
        self._count = 3
        self.on = QCheckBox(tr("Say each set by itself: warm-up, drop, back-off, as many as possible, timed"))
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._grid.setColumnStretch(3, 2)
        for column, words in ((1, tr("Kind")), (2, tr("Reps or time")), (3, tr("Of the load"))):
            self._grid.addWidget(SmallTitle(words, wrap=False), 0, column)
        self.add = LinkButton(tr("Add a set"))
        self._note = Secondary(
            tr("The share is of the max where the load is a share of one, else of the first working set.")
        )
        self.body.addWidget(self.on)
        self._field = self.labelled("rows", tr("The sets in order"), self._holder)
        self.body.addWidget(self._field)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._note)
        self.on.toggled.connect(self._on_toggled)
        self.add.clicked.connect(self._on_add)
        self._show_lines()

    def show_target(self, target: Target) -> None:
        """Show the sets, if they are said one by one."""
        self._seed = PlannedSet(
            PlannedKind.TIMED if target.seconds is not None else PlannedKind.WORKING,
            target.reps_low if target.seconds is None else None,
            target.reps_high if target.seconds is None else None,
            target.seconds,
        )
        self._count = target.sets
        self._put(target.details.rows)
        self.on.setChecked(bool(target.details.rows))
        self._show_lines()

    def read(self, target: Target) -> Target:
        """Take the sets over; their number and range follow from them."""
        if not self.on.isChecked():
            return replace(target, details=replace(target.details, rows=()))
        rows = tuple(line.read() for line in self._lines)
        work = [row for row in rows if row.kind is not PlannedKind.WARMUP] or rows
        lows = [row.reps_low for row in work if row.reps_low is not None]
        highs = [row.reps_high for row in work if row.reps_high is not None]
        seconds = next((row.seconds for row in work if row.seconds is not None), None)
        return replace(
            target,
            sets=max(1, len(work)),
            reps_low=min(lows) if lows else None,
            reps_high=max([*highs, *lows]) if lows else None,
            seconds=None if lows else seconds,
            details=replace(target.details, rows=rows, distance_m=None),
        )

    def _put(self, rows: tuple[PlannedSet, ...]) -> None:
        while self._lines:
            self._lines.pop().leave()
        for row in rows:
            self._add_line(row)

    def _add_line(self, row: PlannedSet) -> SetLine:
        line = SetLine(row, len(self._lines) + 1, self._holder)
        line.changed.connect(self.on_changed)
        line.remove_asked.connect(self._on_remove)
        line.put_in(self._grid, len(self._lines) + 1)
        self._lines.append(line)
        return line

    def _on_toggled(self, on: bool) -> None:
        if on and not self._lines:
            self._put((self._seed,) * min(self._count, MAX_ROWS))
        self._show_lines()
        self.toggled.emit(on)
        self.changed.emit()

    def _on_add(self) -> None:
        if len(self._lines) >= MAX_ROWS:
            return
        kind = self._lines[-1].kind.currentData() if self._lines else PlannedKind.WORKING
        line = self._add_line(replace(self._seed, kind=PlannedKind(kind)))
        line.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_remove(self, line: SetLine) -> None:
        """Take a set out; the lines are put in anew, so that they close up."""
        if len(self._lines) == 1:
            self.on.setChecked(False)
            return
        place = self._lines.index(line)
        self._lines.remove(line)
        line.leave()
        for row, kept in enumerate(self._lines, start=1):
            kept.put_in(self._grid, row)
        self._lines[min(place, len(self._lines) - 1)].kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_lines(self) -> None:
        for widget in (self._field, self.add, self._note):
            widget.setVisible(self.on.isChecked())
