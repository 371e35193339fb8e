"""The bands to choose from with a click."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.columns import Column
from nextrep.ui.session.controls import TallMenu
from nextrep.ui.session.load_steps import band_names
from nextrep.ui.session.set_table import SetTable


class BandMenu(TallMenu):
    """Offers the bands from light to heavy, and none, for one row; it goes away when it is closed."""

    def __init__(self, table: SetTable, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self._row = row
        for name in ("", *band_names(table.sheet.loads)):
            self.addAction(name or tr("No band")).setData(name)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    def _on_triggered(self, action: QAction) -> None:
        self._table.set_text(self._row, Column.BAND, action.data())
