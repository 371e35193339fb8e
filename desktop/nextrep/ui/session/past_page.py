"""All sessions of the past, by month, to be opened, repeated, kept as a template or deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QWidget,
)

from nextrep.domain.text import tr, tr_n
from nextrep.services.session_list import Outline
from nextrep.ui.session.controls import TallLink, TallMenu, TallPrimary, TallSecondary
from nextrep.ui.session.past_model import PastDelegate, PastModel, ReadHeld
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle, Secondary
from nextrep.ui.widgets.menu_key import opens_menu
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.search_field import ENTER_KEYS, SearchField

_LEAST_LIST = 108
"""Two sessions are always seen, px at 100 %; where the window is lower, the page scrolls."""


class PastList(QListView):
    """The list; letters do something with the session that it stands on.

    Attributes:
        asked: emitted with "open", "repeat", "template" or "delete" and the number of the session.
    """

    asked = Signal(str, int)

    def __init__(self, read_held: ReadHeld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = PastModel(read_held)
        self.setModel(self.sessions)
        self.setItemDelegate(PastDelegate(self))
        self.setAccessibleName(tr("Sessions, the newest first"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.doubleClicked.connect(self._on_double_clicked)

    def current(self) -> Outline | None:
        """Return the session that the list stands on."""
        return self.sessions.session(self.currentIndex().row())

    def stand_on(self, row: int) -> None:
        """Move to a row and make it visible."""
        index = self.sessions.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def ask(self, what: str) -> None:
        """Ask for something to be done with the session that the list stands on."""
        one = self.current()
        if one is not None:
            self.asked.emit(what, one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, R and T and Delete for the rest, left and right from month to month."""
        key = Qt.Key(event.key())
        wishes = {Qt.Key.Key_R: "repeat", Qt.Key.Key_T: "template", Qt.Key.Key_Delete: "delete"}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = "open" if key in ENTER_KEYS else wishes.get(key, "") if plain else ""
        if wish:
            if not event.isAutoRepeat():  # a key held down must not go through the list
                self.ask(wish)
        elif plain and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if key == Qt.Key.Key_Right else -1
            self.stand_on(self.sessions.month_from(self.currentIndex().row(), step))
        elif not opens_menu(self.viewport(), event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done."""
        if self.current() is None:
            return
        menu = TallMenu(self)
        for text, wish in wish_titles():
            menu.addAction(text).setData(wish)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            menu.popup(event.globalPos())
        else:
            menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            menu.setActiveAction(menu.actions()[0])

    def _on_chosen(self, action: QAction) -> None:
        self.ask(str(action.data()))

    def _on_scrolled(self) -> None:
        self.viewport().update()  # the month at the top belongs to another row now

    def _on_double_clicked(self) -> None:
        self.ask("open")


def wish_titles() -> tuple[tuple[str, str], ...]:
    """Return what can be done with a session: the words on its button, and what is asked for."""
    return (
        (tr("Open"), "open"),
        (tr("Repeat"), "repeat"),
        (tr("Make a template"), "template"),
        (tr("Delete"), "delete"),
    )


class PastPage(ScrollPage):
    """The page around the list.

    Attributes:
        asked: emitted with "open", "repeat", "template" or "delete" and the number of a session.
        searched: emitted with the words that are looked for, "" for all sessions.
        left: emitted when the person goes back.
    """

    asked = Signal(str, int)
    searched = Signal(str)
    left = Signal()

    def __init__(self, read_held: ReadHeld, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = TallLink(tr("Back"))
        self.list = PastList(read_held)
        self.field = SearchField(self.list, tr("Search sessions"), tr("Name, exercise, month or year"))
        self.count = Muted(wrap=False)
        self.nothing = Muted()
        self.open_button = TallPrimary("")
        self.buttons = [self.open_button, *(TallSecondary("") for _ in range(3))]
        for button, (text, wish) in zip(self.buttons, wish_titles(), strict=True):
            button.setText(text)
            button.setObjectName(wish)
            button.clicked.connect(self._on_clicked)
        self.back_button.clicked.connect(self.left)
        self.field.textChanged.connect(self.searched)
        self.list.asked.connect(self.asked)
        self._lay_out()

    def _lay_out(self) -> None:
        px = current_theme().px
        self.field.setMaximumWidth(px(420))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.back_button)
        head.addWidget(PageTitle(tr("All sessions"), wrap=False))
        head.addStretch(1)
        head.addWidget(self.field, 2)
        card = Card()
        card.add(self.count)
        card.body.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        card.add(self.list, 1)
        self.list.setMinimumHeight(px(_LEAST_LIST))
        foot = FlowLayout(spacing=12)
        for button in self.buttons:
            foot.addWidget(button)
        keys = tr("↵ opens · R repeats · T makes a template · Delete deletes · ← → from month to month")
        self.body.setSpacing(px(12))
        self.body.addLayout(head)
        self.body.addWidget(card, 1)
        self.body.addLayout(foot)
        self.body.addWidget(Secondary(keys))

    def show_sessions(self, sessions: Sequence[Outline], today: int) -> None:
        """Show sessions, the newest first; the list stays at the session it stood on, or at its place."""
        here, row = self.list.current(), self.list.currentIndex().row()
        self.list.sessions.show_sessions(sessions, today)
        words = self.field.text().strip()
        self.count.setText(tr_n("{n} session", "{n} sessions", len(sessions)))
        self.count.setVisible(bool(sessions))
        self.list.setVisible(bool(sessions))
        self.nothing.setVisible(not sessions)
        self.nothing.setText(
            tr("Nothing found for “{words}”.", words=words)
            if words
            else tr("Every session that you finish will stand here.")
        )
        for button in self.buttons:
            button.setEnabled(bool(sessions))
        if sessions:
            found = self.list.sessions.row_of(here.id) if here is not None else 0
            self.list.stand_on(found if found >= 0 else min(row, len(sessions) - 1))

    def focus(self) -> None:
        """Put the keyboard on the list, or on the search where there is none."""
        (self.list if self.list.isVisibleTo(self) else self.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape; from a search, to all sessions first."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.field.text():
            self.field.clear()
        else:
            self.left.emit()

    def _on_clicked(self) -> None:
        self.list.ask(self.sender().objectName())
