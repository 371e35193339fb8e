"""What the person has to lift with: a usual place in one click, or lists of their own."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.owned import Owned
from nextrep.domain.owned_words import owned_lines, presets
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services import owned, preferences
from nextrep.settings.table import OWNED
from nextrep.ui.preferences.choice import Choice
from nextrep.ui.preferences.owned_lines import Line, Rows, groups
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card, Well
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.fields import LabelledField, NumberField
from nextrep.ui.widgets.labels import Secondary, Strong

_SIDE_BY_SIDE = 380
_OWN = "own"


class OwnedCard(Card):
    """Each list is kept as soon as it is left; what follows from all of them stands above.

    Attributes:
        places: the usual places.
        fields: the lists by the key of their line.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(OWNED.title(), parent)
        self._context = context
        self._kept = Owned()
        self.body.setSpacing(current_theme().px(12))
        options = [(preset.key, preset.title) for preset in presets()]
        self.places = Choice(
            tr("Where you train"),
            [*options, (_OWN, tr("My own lists"))],
            tr("A choice fills the lists. Next loads are then ones that you have."),
        )
        self.summary = Secondary("")
        self.summary.setObjectName("owned_summary")
        well = Well()
        well.body.addWidget(self.summary)
        self.toggle = LinkButton("")
        self.toggle.setObjectName("owned_toggle")
        self.unit_hint = Secondary("")
        self.fields: dict[str, ListField] = {}
        self.lists = self._make_lists()
        self.add(self.places)
        self.add(well)
        self.add_row(self.toggle)
        self.add(self.lists)
        self._open(on=False)
        self.places.chosen.connect(self._on_place)
        self.toggle.clicked.connect(self._on_toggle)

    def refresh(self) -> None:
        """Show what is kept; a list that cannot be read yet stays as it was typed."""
        kept = owned.read(self._context.store)
        unit = preferences.unit(self._context.store)
        for field in self.fields.values():
            field.show_kept(field.line.value(kept), unit)
        self._kept = kept
        self.unit_hint.setText(tr("A number without a unit is in {unit}.", unit=unit))
        self.summary.setText("\n".join(owned_lines(kept)))
        found = (preset.key for preset in presets() if preset.owned == kept)
        self.places.set_value(next(found, _OWN))

    def commit(self) -> None:
        """Keep a list that is still being typed."""
        for field in self.fields.values():
            if field.isModified():
                field.commit()
                self._keep(field)

    def _make_lists(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(12))
        layout.addWidget(self.unit_hint)
        for title, rows in groups():
            heading = Strong(title)
            layout.addSpacing(current_theme().px(4))
            layout.addWidget(heading)
            self._add_rows(layout, rows)
        return holder

    def _add_rows(self, layout: QVBoxLayout, rows: Rows) -> None:
        for row in rows:
            made = [self._labelled(line) for line in row]
            if len(made) == 1:
                layout.addWidget(made[0])
            else:
                layout.addWidget(Columns([(widget, 1) for widget in made], _SIDE_BY_SIDE, spacing=12))

    def _labelled(self, line: Line) -> LabelledField:
        field = ListField(line)
        field.left.connect(self._keep)
        self.fields[line.key] = field
        return LabelledField(line.title, field, line.hint)

    def _keep(self, field: ListField) -> None:
        """Keep one list; what was not taken is said at its field."""
        if field.problem() or field.value() == field.line.value(self._kept):
            return
        self._save(field.line.put(self._kept, field.value()), field)

    def _save(self, wanted: Owned, at: ListField | None = None) -> None:
        save = partial(owned.save, self._context.store, wanted)
        self._context.operate.run(save, initiator=self, on_error=partial(self._show_problem, at))

    def _show_problem(self, at: ListField | None, message: str, field: str) -> None:
        place = self.fields.get(field, at)
        if place is not None:
            place.set_problem(message)

    def _on_place(self, key: str) -> None:
        if key == _OWN:
            self._open(on=True)
            return
        for field in self.fields.values():
            field.set_problem("")
        self._save(next(preset.owned for preset in presets() if preset.key == key))

    def _on_toggle(self) -> None:
        self._open(on=self.lists.isHidden())

    def _open(self, *, on: bool) -> None:
        self.lists.setVisible(on)
        self.toggle.setText(tr("Hide the lists") if on else tr("Show the lists"))


class ListField(NumberField):
    """A list as text, in the unit of the person.

    Attributes:
        line: which list it is.
        left: emitted with the field itself, when what is typed is complete and was read.
    """

    left = Signal(object)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(self._read, self._write, parent, name=line.title)
        self.line = line
        self._unit = Unit.KG
        self._shown: Any = None
        self.setObjectName(f"owned {line.key}")
        self.editingFinished.connect(self._tell)

    def show_kept(self, value: Any, unit: Unit) -> None:
        """Show what is kept, unless nothing new is and something else is being typed."""
        if value == self._shown and unit is self._unit and (self.isModified() or self.problem()):
            return
        self._shown, self._unit = value, unit
        self.setValue(value)
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the cursor where it was put: a list is mended more often than typed anew."""
        QLineEdit.focusInEvent(self, event)

    def _tell(self) -> None:
        self.left.emit(self)

    def _read(self, text: str) -> Any:
        return self.line.parse(text, self._unit) or None

    def _write(self, value: Any) -> str:
        return self.line.show(value, self._unit)
