"""Choices of a paper as rows of chips: its size, and one of a few others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QButtonGroup, QWidget

from nextrep.domain.text import tr
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import SmallTitle

PAPERS = ("A4", "LETTER")


def chip_row(title: str, names: Sequence[str], group: QButtonGroup, chosen: int) -> QWidget:
    """Return a row with a chip for each name; ids of `group` are places in `names`, `chosen` is one."""
    row = QWidget()
    flow = FlowLayout(row, spacing=4)
    flow.addWidget(SmallTitle(title, wrap=False))
    for number, name in enumerate(names):
        chip = ChipButton(name, checked=number == chosen)
        chip.setAccessibleName(tr("{group}: {choice}", group=title, choice=name))
        group.addButton(chip, number)
        flow.addWidget(chip)
    return row


def paper_row(group: QButtonGroup) -> QWidget:
    """Return a row to choose the paper in, the usual one chosen; ids of `group` are places in `PAPERS`."""
    return chip_row(tr("Paper"), [tr("A4"), tr("Letter")], group, usual_paper())


def usual_paper() -> int:
    """Return the paper that is usual where this computer is, as its position in `PAPERS`."""
    american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return PAPERS.index("LETTER" if american else "A4")


def chosen_paper(group: QButtonGroup) -> str:
    """Return the paper that is chosen in a `paper_row`, one of `PAPERS`."""
    return PAPERS[max(0, group.checkedId())]
