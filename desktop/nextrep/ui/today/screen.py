"""Today: the one next thing I can do, and how I am."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.domain.tracking_pause import TrackingPause
from nextrep.services import session_ratings, today
from nextrep.ui.lock.offer_note import OfferNote
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.locking import PROTECT
from nextrep.ui.safety.low_mood import LowMoodCare
from nextrep.ui.today.after_card import AfterCard
from nextrep.ui.today.backup_note import BackupNote
from nextrep.ui.today.cards import WeekCard, WinsCard
from nextrep.ui.today.next_card import NextCard
from nextrep.ui.today.pause_note import PauseNote
from nextrep.ui.today.words import date_line, greeting, next_step, question
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.check_in import CHECK_IN_KEY, NOW_KEY, CheckInForm
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.pause_menu import PauseMenu
from nextrep.ui.widgets.screen import Screen

_MINUTE_MS = 60_000
"""At most this long until the next look whether to ask how it is: a computer may sleep in between."""


class TodayScreen(Screen):
    """The first screen of the day.

    Attributes:
        after: the question how it is some time after a session; hidden while it is not asked.
        backup_note: says that the last backup outside this computer is old; hidden while it is not.
        offer: asks once whether there is to be a passphrase.
        pause_note: says that all tracking is paused; hidden while it is not.
        pause_link, pause_menu: ways to pause it.
        ask_link: the way to what is asked here; hidden while all tracking is paused.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day = 0
        self._title, self._date = PageTitle(), Muted()
        self._invented = Chip(tr("Invented data"), "warn")
        self._next, self._week, self._wins = NextCard(), WeekCard(), WinsCard()
        self._next.chosen.connect(self.navigate)
        self.after = AfterCard()
        self.after.write_asked.connect(self._on_more)
        self.after.hide()
        self.after.rated.connect(self._on_rated)
        self.after.put_aside.connect(self._on_put_aside)
        self._ask_again = QTimer(self)
        self._ask_again.setSingleShot(True)
        self._ask_again.timeout.connect(self._ask)
        self._form = CheckInForm(self)
        self.care = LowMoodCare(context)
        self.care.turned.connect(self._on_care)
        self._form.mood_kept.connect(self.care.look)
        self._keys = [QShortcut(QKeySequence(key), self) for key in (CHECK_IN_KEY, NOW_KEY)]
        self._keys[0].activated.connect(self._form.sheet.focus)
        self._keys[1].activated.connect(self._form.note_now)
        page = ScrollPage()
        columns = Columns([(self._left(), 739), (self._check_in_card(), 477)], least=820)
        page.body.addWidget(columns, 1)
        self.set_content(page)

    def _left(self) -> QWidget:
        px = self.context.theme.px
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        head = QVBoxLayout()
        head.setSpacing(px(4))
        titles = QHBoxLayout()
        titles.addWidget(self._title, 1)
        titles.addWidget(self._invented)
        head.addLayout(titles)
        head.addWidget(self._date)
        column.addLayout(head)
        column.addWidget(self.care)
        column.addWidget(self._next)
        column.addWidget(self.after)
        self._facts = Columns([(self._week, 308), (self._wins, 415)], least=560)
        column.addWidget(self._facts)
        self.backup_note = BackupNote(self.context)
        self.backup_note.asked.connect(self._on_backup)
        column.addWidget(self.backup_note)
        self.offer = OfferNote(self.context)
        self.offer.asked.connect(self._on_protect)
        column.addWidget(self.offer)
        column.addStretch(1)
        return left

    def _check_in_card(self) -> Card:
        self._card = Card(question(self.context.now()))
        self.pause_link = LinkButton(tr("Pause tracking"))
        self.pause_menu = PauseMenu(self.context, self)
        self.pause_link.clicked.connect(self._on_pause)
        self._card.add_corner(self.pause_link)
        self._hint = Secondary(
            tr("Fill in as much as you like. Blank is fine. {key} comes here.", key=CHECK_IN_KEY)
        )
        self.pause_note = PauseNote(self.context)
        for widget in (self.pause_note, self._hint, self._form):
            self._card.add(widget)
        self._more = LinkButton(tr("Write more in the journal"))
        self._more.clicked.connect(self._on_more)
        self.ask_link = LinkButton(tr("What to ask…"))
        self.ask_link.clicked.connect(self._on_ask)
        row = FlowLayout(spacing=12)
        row.addWidget(self._form.saved_line)
        row.addWidget(self._more)
        row.addWidget(self.ask_link)
        self._card.body.addLayout(row)
        return self._card

    def concerns(self, changes: Changes) -> bool:
        """Entries are not shown here."""
        return changes.training or changes.program or changes.checkins or changes.nights or changes.settings

    def activate(self) -> None:
        """Show the day; after midnight it is another one."""
        if self._day != self.context.now().date().toordinal():
            self.mark_stale()
        super().activate()
        self._ask()

    def deactivate(self) -> None:
        """Keep what has not settled."""
        self._form.flush()

    def event(self, event: QEvent) -> bool:
        """Come back to the right day when the window was left open overnight."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible() and self._day:
            self.activate()
        return super().event(event)

    def refresh(self) -> None:
        """Read what there is and show it."""
        now = self.context.now()
        if now.date().toordinal() != self._day:
            self._form.flush()
        view = today.view(self.context.store, now)
        self._day = now.date().toordinal()
        self._title.setText(greeting(now, view.name))
        self._date.setText(date_line(view, now))
        self._invented.setVisible(view.invented)
        self._next.show_step(next_step(view, now))
        self._week.show_week(view)
        self._wins.show_wins(view.wins)
        self.backup_note.show_state(first_day=view.first_day, invented=view.invented)
        self.offer.refresh(invented=view.invented)
        self._show_pause(view.paused, question(now) if view.paused is None else tr("Check-in"))
        self._form.show_day(self._day, view.questions, view.checkin, view.moments, view.night, today=True)
        self.care.follow()
        self._ask()

    def _show_pause(self, pause: TrackingPause | None, title: str) -> None:
        """Ask how it is, or say that all tracking is paused."""
        if self._card.title is not None:
            self._card.title.setText(title)
            self._card.setAccessibleName(title)
        self.pause_note.show_pause(pause)
        for widget in (self._hint, self._form, self._form.saved_line, self.pause_link, self.ask_link):
            widget.setVisible(pause is None)
        for key in self._keys:
            key.setEnabled(pause is None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nobody."""
        self._ask_again.stop()
        super().hideEvent(event)

    def _ask(self) -> None:
        """Ask how it is if it is time for it, and look again when that changes."""
        now = self.context.now()
        question = session_ratings.after_question(self.context.store, now)
        asked = question is not None and question.asked and self.care.card is None
        self.after.show_session(question.session if question is not None and asked else None)
        if question is None or not self.isVisible():
            self._ask_again.stop()
            return
        left_ms = (question.changes_at - now).total_seconds() * 1000
        self._ask_again.start(min(_MINUTE_MS, int(left_ms) + 1))

    def _on_rated(self, session_id: int, pleasant: int | None, activated: int | None) -> None:
        store, now = self.context.store, self.context.now()
        rate = partial(session_ratings.rate_after, store, session_id, pleasant, activated, now)
        self.context.operate.run(rate, initiator=self)
        self._ask()

    def _on_put_aside(self, session_id: int) -> None:
        self.context.operate.run(
            partial(session_ratings.put_aside, self.context.store, session_id), initiator=self
        )
        self._ask()

    def _on_pause(self) -> None:
        self._form.flush()
        self.pause_menu.show_below(self.pause_link)

    def _on_ask(self) -> None:
        from nextrep.ui.measures.dialog import AskDialog  # few open it, and the screen is there sooner

        self._form.flush()
        AskDialog(self.context, self).open()

    def _on_care(self, opened: bool) -> None:
        """Have plans and praise stand back while the calm card is open (clinical.md, 4.1, point 7)."""
        self._next.setHidden(opened)
        self._facts.setHidden(opened)
        self.backup_note.stand_back(opened)
        self._ask()

    def _on_protect(self) -> None:
        self.navigate.emit(PROTECT, None)

    def _on_backup(self, argument: str) -> None:
        self.navigate.emit("preferences", argument)

    def _on_more(self) -> None:
        self.navigate.emit("journal", self._day)
