"""What goes into the report: a tick for each section, and whom it is for, which ticks several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.report_sections import (
    ReportPreset,
    ReportSection,
    preset_title,
    section_title,
    sections_of,
)
from nextrep.domain.text import tr, tr_n
from nextrep.ui.report.score_ticks import ScoreTicks
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary, SmallTitle

_TARGET = 36
_INDENT = 30
_PRESETS = tuple(ReportPreset)


class IncludeField(QWidget):
    """Ticks. Choosing whom it is for ticks what is usual for them; every tick can be changed after that.

    Attributes:
        changed: emitted when something else is ticked.
        entries_asked: emitted when the person wants to choose entries of the journal.
        presets: whom it is for.
        ticks: by section.
        scores: a tick for each questionnaire of the period.
        choose_entries: opens the entries.
    """

    changed = Signal()
    entries_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presets = QButtonGroup(self)
        self.ticks: dict[ReportSection, QCheckBox] = {}
        self.scores = ScoreTicks()
        self.choose_entries = LinkButton(tr("Choose entries…"))
        self._entries_line = Secondary()
        self._entries = QWidget()
        self._lay_out()
        self.presets.idClicked.connect(self._on_preset)
        self.choose_entries.clicked.connect(self.entries_asked)
        self.scores.changed.connect(self.changed)

    def show_ticks(self, preset: ReportPreset, sections: frozenset[ReportSection]) -> None:
        """Tick sections, without telling anyone."""
        self.presets.button(_PRESETS.index(preset)).setChecked(True)
        for section, tick in self.ticks.items():
            tick.setChecked(section in sections)
        self._show_parts()

    def preset(self) -> ReportPreset:
        """Return whom it is for."""
        return _PRESETS[max(0, self.presets.checkedId())]

    def sections(self) -> frozenset[ReportSection]:
        """Return what is ticked."""
        return frozenset(section for section, tick in self.ticks.items() if tick.isChecked())

    def show_entries(self, chosen: int, offered: int) -> None:
        """Say how many entries of the period are chosen, of how many that may go into a report."""
        if not offered:
            said = tr("No entry of this period is marked “May go into a report”.")
        else:
            said = tr_n(
                "{chosen} of {n} marked entry chosen.",
                "{chosen} of {n} marked entries chosen.",
                offered,
                chosen=chosen,
            )
        self._entries_line.setText(said)
        self.choose_entries.setEnabled(bool(offered))
        self.choose_entries.setAccessibleDescription(said)

    def show_offered(self, offered: Sequence[object]) -> None:
        """Take the questionnaires of the period."""
        self.scores.show_offered(offered)  # type: ignore[arg-type]
        self._show_parts()

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(SmallTitle(tr("For")))
        row = QWidget()
        flow = FlowLayout(row, spacing=4)
        for number, preset in enumerate(_PRESETS):
            chip = ChipButton(preset_title(preset))
            chip.setAccessibleName(tr("{group}: {choice}", group=tr("For"), choice=preset_title(preset)))
            self.presets.addButton(chip, number)
            flow.addWidget(chip)
        layout.addWidget(row)
        layout.addSpacing(px(8))
        layout.addWidget(SmallTitle(tr("Include")))
        for section in ReportSection:
            tick = QCheckBox(section_title(section))
            tick.setMinimumHeight(px(_TARGET))
            tick.clicked.connect(self._on_tick)
            self.ticks[section] = tick
            layout.addWidget(tick)
            if section is ReportSection.SCORES:
                self.scores.setContentsMargins(px(_INDENT), 0, 0, 0)
                layout.addWidget(self.scores)
            elif section is ReportSection.JOURNAL:
                layout.addWidget(self._entries)
        column = QVBoxLayout(self._entries)
        column.setContentsMargins(px(_INDENT), 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._entries_line)
        column.addLayout(row_of(self.choose_entries))

    def _on_preset(self, _number: int) -> None:
        self.show_ticks(self.preset(), sections_of(self.preset()))
        self.changed.emit()

    def _on_tick(self, _on: bool) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        """Show what belongs to a section only while it is ticked."""
        self.scores.stand_by(self.ticks[ReportSection.SCORES].isChecked())
        self._entries.setVisible(self.ticks[ReportSection.JOURNAL].isChecked())
