"""Exercises to leave out: found by name, listed, let in again with a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class LeaveOutField(QWidget):
    """A search field over chips. What is typed opens a list; Up, Down and Enter choose from it.

    Attributes:
        changed: the list is another one.
        field: the search field.
    """

    changed = Signal()

    def __init__(
        self,
        search: Callable[[str], Sequence[Exercise]],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the field.

        Args:
            search: finds exercises by a text that is not blank.
            name_of: gives the name of an exercise key.
            parent: owner.
        """
        super().__init__(parent)
        px = current_theme().px
        self._search, self._name_of = search, name_of
        self._keys: list[str] = []
        self._found: list[Exercise] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Name of an exercise"))
        self.field.setAccessibleName(tr("Exercise to leave out"))
        self.field.setMaximumWidth(px(360))
        self._names = QStringListModel(self)
        self._list = QCompleter(self._names, self)
        self._list.setWidget(self.field)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(8)
        self._popup().setAccessibleName(tr("Exercises found"))
        self._nothing = Secondary(tr("Nothing of that name."))
        self._nothing.hide()
        self._chips = QWidget()
        self._row = FlowLayout(self._chips, spacing=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.field)
        layout.addWidget(self._nothing)
        layout.addWidget(self._chips)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._on_text)
        self._list.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]
        self._show_chips()

    def keys(self) -> frozenset[str]:
        """Return what is left out, by exercise key."""
        return frozenset(self._keys)

    def set_keys(self, keys: Iterable[str]) -> None:
        """Show what is left out without telling anyone."""
        self._keys = sorted(keys, key=self._name_of)
        self._show_chips()

    def chips(self) -> list[ChipButton]:
        """Return the chips of what is left out, in order."""
        items = (self._row.itemAt(index) for index in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [chip for chip in widgets if isinstance(chip, ChipButton)]

    def _popup(self) -> QAbstractItemView:
        popup = self._list.popup()
        assert popup is not None
        return popup

    def _on_text(self, text: str) -> None:
        wanted = " ".join(text.split())
        found = self._search(wanted) if wanted else ()
        self._found = [one for one in found if one.key not in self._keys]
        self._names.setStringList([one.name for one in self._found])
        self._nothing.setVisible(bool(wanted) and not self._found)
        popup = self._popup()
        if self._found:
            self._list.complete()
            popup.setCurrentIndex(self._list.completionModel().index(0, 0))
        else:
            popup.hide()

    def _on_chosen(self, index: QModelIndex) -> None:
        self._keys.append(self._found[index.row()].key)
        self.field.clear()
        self._show_chips()
        self.changed.emit()

    def _on_removed(self, key: str) -> None:
        self._keys.remove(key)
        self._show_chips()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_chips(self) -> None:
        while item := self._row.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key in self._keys:
            name = self._name_of(key)
            chip = ChipButton(tr("{name} ×", name=name), checked=True)
            chip.setAccessibleName(tr("{name} is left out; let it in again", name=name))
            chip.setToolTip(tr("Let it in again"))
            chip.clicked.connect(partial(self._on_removed, key))
            self._row.addWidget(chip)
        self._chips.setVisible(bool(self._keys))
