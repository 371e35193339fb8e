"""What to ask: how often, in which order, and measures of one's own. Everything is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.measures import Measure, Rhythm
from nextrep.domain.text import tr
from nextrep.services import measures
from nextrep.ui.measures.ask_list import AskList, rhythm_words
from nextrep.ui.measures.own_form import OwnForm
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.spin import ComboBox
from nextrep.ui.widgets.undo_link import UndoLink


class AskDialog(QDialog):
    """A list, and what can be done with the row it stands on.

    Attributes:
        list: the rows.
        rhythm: how often the row is asked.
        up_button, down_button: change the order.
        edit_button, remove_button, back_button: for own measures.
        new_button: adds one.
        form: the form that is open, None while there is none.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.form: OwnForm | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What to ask"))
        self.list = AskList()
        self.message = InlineMessage()
        self.rhythm = ComboBox()
        for rhythm in Rhythm:
            words = rhythm_words(rhythm)
            self.rhythm.addItem(words[:1].upper() + words[1:], str(rhythm))
        self.up_button = IconButton("chevron-up", tr("Earlier (Alt+Up)"))
        self.down_button = IconButton("chevron-down", tr("Later (Alt+Down)"))
        self.edit_button, self.remove_button = LinkButton(tr("Edit…")), LinkButton(tr("Put away"))
        self.back_button = LinkButton(tr("Bring back"))
        self.new_button = SecondaryButton(tr("A measure of my own…"))
        self.undo_link = UndoLink(context.undo, self)
        self.close_button = SecondaryButton(tr("Close"))
        self._lay_out()
        self._connect()
        px = current_theme().px
        fit(self, px(560), px(640))
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        px = current_theme().px
        deeds = QWidget()
        row = FlowLayout(deeds, spacing=4)
        for widget in (
            self.up_button, self.down_button, self.edit_button, self.remove_button, self.back_button
        ):  # fmt: skip
            row.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self.undo_link)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(12))
        layout.setSpacing(px(8))
        words = tr(
            "Daily ones are asked on Today and in the Journal, weekly ones when a week has gone by. "
            "Whatever you change, earlier answers are kept."
        )
        layout.addWidget(Secondary(words))
        layout.addWidget(self.message)
        layout.addWidget(self.list, 1)
        layout.addWidget(LabelledField(tr("How often"), self.rhythm))
        layout.addWidget(deeds)
        layout.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.reordered.connect(self._on_reordered)
        self.list.edit_asked.connect(self._on_edit)
        self.list.remove_asked.connect(self._on_remove)
        self.rhythm.activated.connect(self._on_rhythm)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.edit_button.clicked.connect(self._on_edit)
        self.remove_button.clicked.connect(self._on_remove)
        self.back_button.clicked.connect(self._on_back)
        self.new_button.clicked.connect(self._on_new)
        self.close_button.clicked.connect(self.reject)

    def refresh(self, key: str = "") -> None:
        """Read everything anew and stand on the same row, or on that of `key`."""
        store = self._context.store
        wanted = key or self.list.key()
        self.list.show_rows(measures.questions(store), measures.removed(store), wanted)
        self._on_row()

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - as screens have it
        """Say above the list what did not work."""
        self.message.show_message(message, "warn")

    def _measure(self) -> Measure | None:
        return measures.known(self._context.store).get(self.list.key())

    def _on_row(self, _row: int = 0) -> None:
        """Offer what can be done with this row."""
        key, measure = self.list.key(), self._measure()
        removed = measure is not None and measure.removed
        own = measure is not None and measure.own
        rhythms = {one.measure.key: one.rhythm for one in measures.questions(self._context.store)}
        self.rhythm.setEnabled(key in rhythms)
        if key in rhythms:
            self.rhythm.setCurrentIndex(self.rhythm.findData(str(rhythms[key])))
        self.up_button.setEnabled(self.list.can_move(-1))
        self.down_button.setEnabled(self.list.can_move(1))
        self.edit_button.setVisible(own and not removed)
        self.remove_button.setVisible(own and not removed)
        self.back_button.setVisible(own and removed)

    def _run(self, call: Callable[[], Outcome[Any]], key: str = "") -> None:
        self.message.clear()
        self._context.operate.run(call, initiator=self)
        self.refresh(key)

    def _on_rhythm(self, _index: int) -> None:
        rhythm = Rhythm(self.rhythm.currentData())
        self._run(partial(measures.set_rhythm, self._context.store, self.list.key(), rhythm))

    def _on_reordered(self, keys: list[str]) -> None:
        self._run(partial(measures.put_in_order, self._context.store, keys))

    def _on_up(self) -> None:
        self.list.carry(-1)

    def _on_down(self) -> None:
        self.list.carry(1)

    def _on_new(self) -> None:
        self._open_form(None)

    def _on_edit(self) -> None:
        measure = self._measure()
        if measure is not None and measure.own and not measure.removed:
            self._open_form(measure)

    def _open_form(self, measure: Measure | None) -> None:
        self.form = OwnForm(self._context, measure, self)
        self.form.finished.connect(self._on_form_closed)
        self.form.open()

    def _on_form_closed(self) -> None:
        key = self.form.key if self.form is not None else ""
        self.form = None
        self.refresh(key)
        self.list.setFocus()

    def _on_remove(self) -> None:
        measure = self._measure()
        if measure is not None and measure.own and not measure.removed:
            self._run(partial(measures.remove, self._context.store, measure.key), measure.key)

    def _on_back(self) -> None:
        self._run(partial(measures.bring_back, self._context.store, self.list.key()), self.list.key())
        self.list.setFocus()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.settings and initiator is not self:
            self.refresh()
