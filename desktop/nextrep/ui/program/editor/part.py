"""A part of the editor: shows some of what is asked, and reads it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.training import Target
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField, NumberField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Strong


class LiveField(NumberField):
    """A field that can be read while it is still being typed in.

    Attributes:
        key: what mistakes in it are called, for example "reps".
    """

    def __init__(
        self, key: str, parse: Callable[[str], Any], show: Callable[[Any], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parse, show, parent)
        self.key = key
        self._read = parse

    def read(self) -> Any:
        """Return what is in it now, None where it is empty.

        Raises:
            UserError: it cannot be read; `field` is its key.
        """
        text = self.text().strip()
        try:
            return self._read(text) if text else None
        except UserError as error:
            raise UserError(str(error), field=self.key) from None


class Part(QWidget):
    """Base of the parts.

    Attributes:
        changed: something was typed or chosen.
        body: its layout.
        fields: its inputs by the names that services give them in a `UserError`.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, LabelledField] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(current_theme().px(8))
        self.body.addWidget(Strong(title))
        self.setAccessibleName(title)

    def show_target(self, target: Target) -> None:
        """Show what is asked. For subclasses."""

    def read(self, target: Target) -> Target:
        """Return `target` with what is in this part.

        Raises:
            UserError: something cannot be read; `field` names it.
        """
        return target

    def labelled(
        self, key: str, label: str, editor: QWidget, hint: str = "", width: int = 0
    ) -> LabelledField:
        """Return an input with its label, known under a name; `width` in px at 100 %, 0 for any."""
        field = LabelledField(label, editor, hint)
        if width:
            field.setFixedWidth(current_theme().px(width))
        self.fields[key] = field
        if isinstance(editor, NumberField):
            editor.textEdited.connect(self.on_changed)
            editor.editingFinished.connect(editor.commit)
        return field

    def on_changed(self, *_values: object) -> None:
        """Tell that something was typed or chosen."""
        self.changed.emit()


def flow_of(*widgets: QWidget, top: bool = True) -> QWidget:
    """Return widgets side by side, below each other where room is short; `top` keeps labels in line."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=12, top=top)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
