"""Where the person chooses their country and makes the contacts their own. Everything is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.safety import written_lines
from nextrep.domain.text import tr
from nextrep.services import safety
from nextrep.services.safety import LONGEST_NUMBER
from nextrep.settings.table import COUNTRY
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.line_choice import LineChoiceRow
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.dialog_frame import fit, flow_foot, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import PageTitle, Secondary, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.settling_text import SettlingText
from nextrep.ui.widgets.spin import ComboBox
from nextrep.ui.widgets.undo_link import UndoLink

_WIDTH, _HEIGHT = 680, 720
_TEXT_HEIGHT = 96


class ContactsDialog(QDialog):
    """Country, emergency number, the country's lines, own lines, own contacts.

    Attributes:
        country: the countries, none first.
        rows: the shipped lines of the country, by key.
        undo_link: takes the last step back.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("Help contacts"))
        self.rows: dict[str, LineChoiceRow] = {}
        self._shown: tuple[safety.LineChoice, ...] | None = None
        self.country = ComboBox()
        self.country.setMinimumContentsLength(12)
        self.country.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.country.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.country.addItem(tr("None chosen"), "")
        for code, name in safety.countries():
            self.country.addItem(name, code)
        self.emergency = QLineEdit()
        self.emergency.setMaxLength(LONGEST_NUMBER)
        self.own_lines, self.contacts = _text(), _text()
        self.close_button = SecondaryButton(tr("Close"))
        self._message = InlineMessage()
        self._fields: dict[str, LabelledField] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(current_theme().px(16))
        self._lay_out()
        self._connect()
        self.refresh()
        self.country.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is kept; what is being typed stays."""
        store = self._context.store
        made = safety.choices(store)
        self.country.blockSignals(True)
        self.country.setCurrentIndex(max(0, self.country.findData(safety.country(store))))
        self.country.blockSignals(False)
        if not self.emergency.isModified():
            self.emergency.setText(made.emergency)
        _show(self.own_lines, made.own_lines)
        _show(self.contacts, made.contacts)
        self._show_lines(safety.line_choices(store))

    def done(self, result: int) -> None:
        """Keep what is still being typed."""
        self._on_emergency()
        self._on_own_lines()
        self._on_contacts()
        for row in self.rows.values():
            if row.number.isModified():
                row.number.editingFinished.emit()
        super().done(result)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what was not taken, at its field."""
        row = self.rows.get(field)
        place = row.field if row is not None else self._fields.get(field)
        if place is None:
            self._message.show_message(message, "error")
        else:
            place.set_problem(message)

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(tr("Help contacts")))
        page.body.addWidget(self._message)
        self._add(page, "country", COUNTRY.title(), self.country, tr("Which lines you see is up to you."))
        self._add(
            page,
            "emergency",
            tr("Emergency number"),
            self.emergency,
            tr("The one that is right where you are. Without one, the card says so in words."),
        )
        page.body.addLayout(self._lines)
        page.body.addWidget(Strong(tr("Your own")))
        hint = tr("One on each line: name, number, hours. They stand in this order.")
        self._add(page, "contacts", tr("My contacts"), self.contacts, hint)
        self._add(page, "own_lines", tr("My help lines"), self.own_lines, hint)
        page.body.addWidget(Secondary(tr("Kept as you go, in your record on this computer.")))
        page.body.addStretch(1)
        self.undo_link = UndoLink(self._context.undo, self)
        put_together(self, page, flow_foot(self.close_button, self.undo_link))
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _add(self, page: ScrollPage, name: str, label: str, editor: QWidget, hint: str) -> None:
        self._fields[name] = LabelledField(label, editor, hint)
        page.body.addWidget(self._fields[name])

    def _connect(self) -> None:
        self.country.currentIndexChanged.connect(self._on_country)
        self.emergency.editingFinished.connect(self._on_emergency)
        for text, kept in ((self.own_lines, self._on_own_lines), (self.contacts, self._on_contacts)):
            text.settled.connect(kept)
            text.left.connect(kept)
        self.close_button.clicked.connect(self.accept)
        self._context.bus.changed.connect(self._on_changed)

    def _show_lines(self, choices: tuple[safety.LineChoice, ...]) -> None:
        """Make the rows anew where one of them is another one."""
        if choices == self._shown:
            return
        focus: QWidget | None = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        self._shown = choices
        clear_layout(self._lines)
        self.rows = {}
        for choice in choices:
            row = LineChoiceRow(choice)
            row.show_asked.connect(self._on_show)
            row.number_asked.connect(self._on_number)
            self.rows[choice.line.key] = row
            self._lines.addWidget(row)
            again = row.findChild(QWidget, name) if name else None
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run(self, call: Callable[[], Outcome[Any]], field: str) -> bool:
        if field in self._fields:
            self._fields[field].set_problem("")
        self._message.clear()
        return self._context.operate.run(call, initiator=self) is not None

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()

    def _on_country(self, index: int) -> None:
        code = str(self.country.itemData(index))
        self._run(partial(safety.choose_country, self._context.store, code), "country")

    def _on_emergency(self) -> None:
        self.emergency.setModified(False)
        self._run(partial(safety.set_emergency, self._context.store, self.emergency.text()), "emergency")

    def _on_show(self, key: str, on: bool) -> None:
        store = self._context.store
        if on:
            self._run(partial(safety.show_line, store, key, self._context.now().date()), key)
        else:
            self._run(partial(safety.hide_line, store, key), key)

    def _on_number(self, key: str, number: str) -> None:
        self._run(partial(safety.correct, self._context.store, key, number), key)

    def _on_own_lines(self) -> None:
        if self.own_lines.changed():
            self._write("own_lines", self.own_lines, safety.write_own_lines)

    def _on_contacts(self) -> None:
        if self.contacts.changed():
            self._write("contacts", self.contacts, safety.write_contacts)

    def _write(self, field: str, text: SettlingText, write: Callable[..., Outcome[Any]]) -> None:
        text.hold()
        if self._run(partial(write, self._context.store, text.toPlainText()), field):
            text.mark_saved()


def _text() -> SettlingText:
    text = SettlingText()
    text.setFixedHeight(current_theme().px(_TEXT_HEIGHT))
    return text


def _show(text: SettlingText, lines: tuple[str, ...]) -> None:
    """Show kept lines, unless the text says the same already or is being written."""
    if not text.changed() and written_lines(text.toPlainText()) != lines:
        text.show_text("\n".join(lines))
