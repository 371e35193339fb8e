"""Fields and choices of the tools: what they show is worked out while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.set_text import whole
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_REPS, EffortScale, effort_of
from nextrep.domain.units import Load, Unit, parse_decimal, parse_load
from nextrep.ui.session.columns import as_shown
from nextrep.ui.session.controls import TARGET
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import NumberField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import SmallTitle

_WIDTH = 120


class LiveField(NumberField):
    """A number field, 44 px high, whose value can be asked for while it is typed.

    Attributes:
        changed: emitted whenever the text is another one.
    """

    changed = Signal()

    def __init__(
        self, parse: Callable[[str], Any], show: Callable[[Any], str] = str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parse, show, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)

    def now(self) -> Any:
        """Return what is typed, None where that is nothing or cannot be read."""
        text = self.text().strip()
        try:
            return self._parse(text) if text else None
        except UserError:
            return None

    def sizeHint(self) -> QSize:
        """Room for a weight with its decimals."""
        px = current_theme().px
        return QSize(px(_WIDTH), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def _on_text(self, _text: str) -> None:
        self.changed.emit()


class LoadField(LiveField):
    """A load in one unit; another one can be typed with it ("135 lb"). Help is typed as a plain number."""

    def __init__(self, unit: Unit, parent: QWidget | None = None, *, helps: bool = False) -> None:
        super().__init__(self._read, self._written, parent)
        self._unit, self._helps = unit, helps
        self._exact: Load | None = None

    def set_load(self, load: Load | None) -> None:
        """Show a load; it stays exact until another one is typed."""
        self._exact = load
        self.setValue(load)

    def set_unit(self, unit: Unit) -> None:
        """Show and read in another unit: the load stays the same."""
        load = self.now()
        self._unit = unit
        self.set_load(load)
        self.changed.emit()

    def _read(self, text: str) -> Load | None:
        if self._exact is not None and text == self._written(self._exact):
            return self._exact
        load = parse_load(text, self._unit)
        return Load(-load.grams, load.unit) if load is not None and self._helps else load

    def _written(self, load: Load) -> str:
        self._exact = load
        shown = as_shown(load, help_is_plain=self._helps)
        return shown.text(self._unit, with_unit=False)


def reps_field() -> LiveField:
    """Return a field for reps, 1 or more."""
    return LiveField(_read_reps)


def left_field() -> LiveField:
    """Return a field for reps left in tenths, in halves from 0 to 10."""
    return LiveField(_read_left, _left_text)


def _read_reps(text: str) -> int:
    reps = whole(text, tr("Reps are whole numbers."), "reps")
    if not 1 <= reps <= MAX_REPS:
        raise UserError(tr("Reps go from 1 to {high}.", high=MAX_REPS), field="reps")
    return reps


def _read_left(text: str) -> int:
    return effort_of(parse_decimal(text), EffortScale.RIR).tenths


def _left_text(tenths: int) -> str:
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


class TallChip(ChipButton):
    """A chip in a target of 44 px."""

    def sizeHint(self) -> QSize:
        """At least 44 px each way."""
        side = current_theme().px(TARGET)
        return super().sizeHint().expandedTo(QSize(side, side))


class TallChoice(QWidget):
    """A label and chips of which one is on.

    Attributes:
        chosen: emitted with the place of the one that the person chose, from 0.
        chips: in order.
    """

    chosen = Signal(int)

    def __init__(
        self, label: str, options: Sequence[str], parent: QWidget | None = None, *, titled: bool = True
    ) -> None:
        """Make the choice; where it is not `titled`, only screen readers hear the label."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.chips: list[TallChip] = []
        row = FlowLayout(spacing=4)
        for place, words in enumerate(options):
            chip = TallChip(words, checked=place == 0)
            chip.setAccessibleName(tr("{label}: {choice}", label=label, choice=words))
            self._group.addButton(chip, place)
            self.chips.append(chip)
            row.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if titled:
            layout.addWidget(SmallTitle(label))
        layout.addLayout(row)

    def choice(self) -> int:
        """Return the place of the one that is on, from 0."""
        return self._group.checkedId()

    def set_choice(self, place: int) -> None:
        """Turn one on without telling anyone."""
        self.chips[place].setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._group.id(button))
