"""The load of the current set: how to make it, and the next ones that exist."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Measure
from nextrep.domain.loading import Loading
from nextrep.domain.text import tr
from nextrep.domain.units import Load
from nextrep.ui.session.columns import Column, as_shown
from nextrep.ui.session.controls import TallLink, TallSecondary
from nextrep.ui.session.keys import Command
from nextrep.ui.session.load_steps import next_load
from nextrep.ui.session.plates_view import PlatesView
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.words import equipment_words, load_words
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle

_NO_BREAK = "\u00a0"


class LoadCard(Card):
    """The load of the current row, how to make it, and buttons that name the next lighter and heavier one.

    Attributes:
        asked: emitted with `Command.HEAVIER` or `Command.LIGHTER`.
        tools_asked: emitted when the person wants plates, warm-up and maximum.
        load: the load in words. how: how to make it, in one line. plates: the same as a picture.
    """

    asked = Signal(object)
    tools_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown: object = None
        self.load = Body()
        self.how = Secondary()
        self.plates = PlatesView()
        self._equipment = Secondary()
        self.lighter, self.heavier = TallSecondary(""), TallSecondary("")
        self.tools_button = TallLink(tr("Tools"))
        self.tools_button.setToolTip(tr("Plates, warm-up and maximum (B)"))
        self.lighter.clicked.connect(self._on_lighter)
        self.heavier.clicked.connect(self._on_heavier)
        self.tools_button.clicked.connect(self.tools_asked)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(SmallTitle(tr("Load")))
        names.addWidget(self.load)
        head = row_of(spacing=8, stretch=False)
        head.addLayout(names, 1)
        head.addWidget(self.tools_button)
        self.body.addLayout(head)
        self.add(self.how)
        self.add(self.plates)
        self.add(self._equipment)
        self.body.addLayout(row_of(self.lighter, self.heavier, spacing=8, stretch=False))

    def show_row(self, sheet: SetSheet, index: int) -> None:
        """Show the load of a row. It is called with each key, so what is shown already is left alone."""
        band = sheet.text(index, Column.BAND) if Column.BAND in sheet.columns else None
        load = sheet.load(index)
        typed = Column.LOAD in sheet.columns and bool(sheet.text(index, Column.LOAD).strip())
        exercise = sheet.block.exercise
        now = (exercise, load, typed, band, sheet.unit, sheet.loads)
        if now == self._shown:
            return
        self._shown = now
        self.load.setText(_load_line(sheet, load, band, typed=typed))
        told = sheet.loads.sides(exercise, load) if load is not None else None
        self._show_loading(told)
        self._equipment.setText(equipment_words(exercise))
        self._equipment.setVisible(bool(exercise.equipment))
        for button, sign in ((self.lighter, -1), (self.heavier, 1)):
            self._name(button, sheet, index, sign)

    def _show_loading(self, told: Loading | None) -> None:
        words = told.short() if told is not None else ""
        self.how.setText(words.replace(" × ", f"{_NO_BREAK}×{_NO_BREAK}").replace(" kg", f"{_NO_BREAK}kg"))
        self.how.setVisible(bool(words))
        self.how.setToolTip(told.text() if told is not None and words else "")
        self.plates.show_loading(told)

    def _name(self, button: SecondaryButton, sheet: SetSheet, index: int, sign: int) -> None:
        """Name the load that a button leads to, or the band's direction; off where there is none further."""
        down = sign < 0
        following = _following(sheet, index, sign) if Column.BAND not in sheet.columns else None
        if following is None:
            button.setText(tr("Lighter") if down else tr("Heavier"))
            button.setAccessibleName("")
            button.setEnabled(True)
            button.setToolTip("")
            return
        now = sheet.load(index)
        if following.grams == (now.grams if now is not None else 0):
            at_end = tr("There is nothing lighter.") if down else tr("There is nothing heavier.")
            button.setText((tr("Lightest") if down else tr("Heaviest")) if now is not None else tr("–"))
            button.setAccessibleName(at_end)
            button.setToolTip(at_end)
            button.setEnabled(False)
            return
        shown = as_shown(following, help_is_plain=sheet.helps)
        number = shown.text(sheet.unit, with_unit=False).replace("-", "−")
        button.setText(tr("↓ {load}", load=number) if down else tr("↑ {load}", load=number))
        whole = load_words(following, sheet.unit)
        button.setAccessibleName(tr("Down to {load}", load=whole) if down else tr("Up to {load}", load=whole))
        button.setToolTip(tr("The next that there is: {load}", load=whole))
        button.setEnabled(True)

    def _on_lighter(self) -> None:
        self.asked.emit(Command.LIGHTER)

    def _on_heavier(self) -> None:
        self.asked.emit(Command.HEAVIER)


def _load_line(sheet: SetSheet, load: Load | None, band: str | None, *, typed: bool) -> str:
    """Return the load or the band in words."""
    if band and load is not None and load.grams:
        return tr("{band} band and {load}", band=band, load=load_words(load, sheet.unit))
    if band is not None:
        return tr("{band} band", band=band) if band else tr("No band chosen")
    unknown = load is None and (typed or sheet.block.exercise.measure is Measure.LOADED)
    return tr("Not chosen yet") if unknown else load_words(load, sheet.unit)


def _following(sheet: SetSheet, index: int, sign: int) -> Load | None:
    """Return where a step leads, None where what stands in the row is no load."""
    try:
        return next_load(sheet, index, sign)
    except UserError:
        return None
