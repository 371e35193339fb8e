"""What a person does with the past: looking through it, logging another day, templates, the bin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.text import tr
from nextrep.services import session, session_list, session_past, session_templates
from nextrep.ui.session.bin_dialog import BinDialog
from nextrep.ui.session.past_dialog import PastDialog
from nextrep.ui.session.past_page import PastPage
from nextrep.ui.session.start_page import StartPage
from nextrep.ui.session.template_dialog import TemplateDialog
from nextrep.ui.widgets.screen import Screen

T = TypeVar("T")


class PastCommands(QObject):
    """Carries out what the start page and the page of all sessions ask for.

    Attributes:
        asked: emitted with what `SessionScreen.open` takes.
        left: emitted when the person goes back from the page of all sessions.
        page: the page of all sessions.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, screen: Screen, pages: QStackedWidget, start: StartPage) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._pages = pages
        self._shown = self._way_back = False
        self.page = PastPage(partial(session_list.held, screen.context.store))
        pages.addWidget(self.page)
        start.log_button.clicked.connect(self._on_log)
        start.past_button.clicked.connect(self.show_page)
        start.bin_button.clicked.connect(self.open_bin)
        start.rename_asked.connect(self._rename_template)
        start.delete_asked.connect(self._delete_template)
        self.page.asked.connect(self._on_asked)
        self.page.searched.connect(self._on_searched)
        self.page.left.connect(self._on_left)

    @property
    def shown(self) -> bool:
        """Whether the person looks through all sessions, so that nothing else takes their place."""
        return self._shown

    def show_page(self) -> None:
        """Show all sessions."""
        self.page.field.clear()
        self._show()

    def _show(self) -> None:
        self._shown, self._way_back = True, False
        self.refresh()
        self._pages.setCurrentWidget(self.page)
        self.page.focus()

    def leave_page(self, *, to_edit: bool) -> None:
        """Something else is shown; from one of the sessions (`to_edit`) the way leads back to all of them."""
        self._way_back = to_edit and self._shown
        self._shown = False

    def refresh(self) -> None:
        """Read the sessions again."""
        store, text = self._context.store, self.page.field.text()
        self.page.show_sessions(session_list.find(store, text), self._context.now().date().toordinal())

    def log_another_day(self, planned_id: int | None = None) -> None:
        """Ask for a session of another day; `planned_id` is the planned one that it probably was."""
        dialog = PastDialog(self._context, self._screen.window(), planned_id)
        dialog.logged.connect(self._on_logged)
        dialog.open()

    def open_bin(self) -> None:
        """Show what was deleted."""
        dialog = BinDialog(self._context, self._screen.window())
        dialog.finished.connect(self._screen.mark_stale)
        dialog.open()

    def make_template(self, session_id: int) -> None:
        """Keep a session as a template, and say so."""
        now = self._context.now()
        made = self._run(partial(session_templates.copy_of_session, self._context.store, session_id, now))
        if made is not None:
            self._screen.show_message(tr("“{title}” is a template now.", title=made.title))

    def end_edit(self, session_id: int) -> None:
        """A session of the past is left: without any set it goes away again. Then back to where it began."""
        now = self._context.now()
        self._run(partial(session_past.drop_if_empty, self._context.store, session_id, now))
        if self._way_back:
            self._show()
        else:
            self.left.emit()

    def _run(self, use_case: Callable[[], Outcome[T]]) -> T | None:
        return self._context.operate.run(use_case, initiator=self._screen)

    def _on_log(self) -> None:
        self.log_another_day()

    def _on_asked(self, wish: str, session_id: int) -> None:
        if wish == "open":
            self.asked.emit(("edit", session_id))
        elif wish == "repeat":
            self.asked.emit(("repeat", session_id))
        elif wish == "template":
            self.make_template(session_id)
        elif wish == "delete":
            self._delete(session_id)

    def _delete(self, session_id: int) -> None:
        store = self._context.store
        self._run(partial(session.discard, store, session_id, self._context.now()))
        self.refresh()
        self.page.focus()
        self._screen.show_message(tr("The session is in the bin for 30 days. Undo brings it back."))

    def _on_searched(self, _text: str) -> None:
        self.refresh()

    def _on_left(self) -> None:
        self._shown = False
        self.left.emit()

    def _on_logged(self, session_id: int) -> None:
        self.asked.emit(("edit", session_id))

    def _rename_template(self, number: int) -> None:
        template = session_templates.get(self._context.store, number)
        TemplateDialog(self._context, template, self._screen.window()).open()

    def _delete_template(self, number: int) -> None:
        self._run(partial(session_templates.delete, self._context.store, number))
        self._screen.mark_stale()
