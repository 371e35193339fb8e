"""Where the person chooses, orders and sizes the panels of a view, and gives views names."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from nextrep.domain.panels import MOST_TITLE_CHARS, Panel, PanelView, built_in_views, view_title
from nextrep.domain.text import tr
from nextrep.services import panel_choices, panels
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.chosen_panels import ChosenPanels
from nextrep.ui.trends.panel_list import PanelList
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.dialog_frame import fit, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import PageTitle, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.search_field import SearchField

_WIDTH, _HEIGHT, _LIST_HEIGHT = 860, 640, 300


class PanelsDialog(QDialog):
    """Nothing is changed until it is saved.

    Attributes:
        list: what can be chosen; chosen: what is.
        title: the name of the view.
        kept: emitted with the key of the view to show, after something was saved.
    """

    kept = Signal(str)

    def __init__(
        self, context: Context, view: PanelView, first: int, last: int, parent: QWidget | None = None
    ) -> None:
        """Make the dialog; `first` and `last` (date ordinals) say whose exercises are offered."""
        super().__init__(parent)
        self._context, self._view = context, view
        self._built_in = view.key in {one.key for one in built_in_views()}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Choose panels"))
        self.list, self.chosen = PanelList(), ChosenPanels()
        self.search = SearchField(self.list, tr("Search panels"), tr("Search"))
        self.title = QLineEdit(view_title(view))
        self.title.setMaxLength(MOST_TITLE_CHARS)
        self._title_field = LabelledField(tr("Name of the view"), self.title)
        self._message = InlineMessage()
        self.save = PrimaryButton(tr("Save"))
        self.save_new = SecondaryButton(tr("Save as a new view"))
        self.leave = SecondaryButton(tr("Cancel"))
        self.remove = LinkButton(tr("As it came") if self._built_in else tr("Remove this view"))
        choices = panel_choices.choices(context.store, first, last, view.panels)
        self._titles = {one.panel.key: one.title for one in choices}
        self.list.show_choices(choices)
        self.chosen.show_panels(view.panels, self._titles)
        self.list.mark(view.panels)
        self._lay_out()
        self._connect()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what was not taken."""
        if field == "title":
            self._title_field.set_problem(message)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._message.show_message(message, "error")

    def _lay_out(self) -> None:
        px = current_theme().px
        self.list.setMinimumHeight(px(_LIST_HEIGHT))
        left, right = QWidget(), QWidget()
        for side, heading, parts in (
            (left, tr("All panels"), (self.search, self.list)),
            (right, tr("In this view, from top to bottom"), (self.chosen,)),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(8))
            column.addWidget(Strong(heading))
            for part in parts:
                column.addWidget(part)
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(tr("Choose panels")))
        page.body.addWidget(self._title_field)
        page.body.addWidget(self._message)
        page.body.addWidget(Columns([(left, 1), (right, 1)], least=640), 1)
        holder = QWidget()
        foot = FlowLayout(holder)
        foot.setContentsMargins(px(24), px(8), px(24), px(16))
        for button in (self.save, self.save_new, self.leave, self.remove):
            foot.addWidget(button)
        put_together(self, page, row_of(holder, stretch=False))
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _connect(self) -> None:
        self.search.textChanged.connect(self.list.search)
        self.list.toggled.connect(self._on_toggled)
        self.chosen.changed.connect(self._on_changed)
        self.save.clicked.connect(self._on_save)
        self.save_new.clicked.connect(self._on_save_new)
        self.leave.clicked.connect(self.reject)
        self.remove.clicked.connect(self._on_remove)
        self.title.returnPressed.connect(self._on_save)

    def _on_toggled(self, panel: Panel) -> None:
        self.chosen.toggle(panel)

    def _on_changed(self) -> None:
        self._message.clear()
        self.list.mark(self.chosen.panels)

    def _on_save(self) -> None:
        title = self.title.text()
        as_it_was = next((one for one in built_in_views() if one.key == self._view.key), None)
        if as_it_was is not None and title.strip() in {"", view_title(as_it_was)}:
            title = ""  # so that it goes on to speak the person's language
        self._keep(replace(self._view, title=title, panels=self.chosen.panels))

    def _on_save_new(self) -> None:
        key = panels.new_key(self._context.store)
        self._keep(PanelView(key, self.title.text(), self.chosen.panels))

    def _keep(self, view: PanelView) -> None:
        self._title_field.set_problem("")
        call = partial(panels.save_view, self._context.store, view)
        if self._context.operate.run(call, initiator=self) is not None:
            self.kept.emit(view.key)
            self.accept()

    def _on_remove(self) -> None:
        call = partial(panels.remove_view, self._context.store, self._view.key)
        if self._context.operate.run(call, initiator=self) is not None:
            self.kept.emit(self._view.key if self._built_in else built_in_views()[0].key)
            self.accept()
