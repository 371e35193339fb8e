"""The journal: how was a day, in numbers and in my words?"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr
from nextrep.services import day_context, events, journal
from nextrep.ui.journal.day_card import DayCard
from nextrep.ui.journal.entry_list import EntryListCard
from nextrep.ui.journal.month import MonthCard
from nextrep.ui.journal.month_model import first_of_month, last_of_month
from nextrep.ui.journal.questionnaires_card import QuestionnairesCard
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.low_mood import LowMoodCare
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.check_in import CHECK_IN_KEY, NOW_KEY, CheckInForm
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen


class JournalScreen(Screen):
    """Calendar and list on the left, the day in the middle, its check-in on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._day = self._today = self._month = 0
        self._day_card = DayCard(self)
        self._questionnaires = QuestionnairesCard(context)
        self._form = CheckInForm(self)
        self._ask_button = LinkButton(tr("What to ask…"))
        self.care = LowMoodCare(context)
        self._month_card, self._list = MonthCard(), EntryListCard(context)
        check_in = Card(tr("Check-in"))
        check_in.add_corner(self._form.saved_line)
        check_in.add(self._form)
        check_in.add_row(self._ask_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(16))
        column.addWidget(self._month_card)
        # Beside the day, which has become too high for what stands below it to be seen at once.
        column.addWidget(self._questionnaires)
        column.addWidget(self._list, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(16))
        column.addWidget(self.care)
        column.addWidget(self._day_card, 1)
        page = ScrollPage()
        # Tab and narrow windows take the day first, then the way to other days.
        parts = [(left, 300), (middle, 560), (check_in, 320)]
        page.body.addWidget(Columns(parts, least=880, pile=(1, 2, 0)), 1)
        self.set_content(page)
        self._month_card.asked.connect(self.go_to)
        self._month_card.turned.connect(self._on_turned)
        self._day_card.asked.connect(self.go_to)
        self._day_card.writing.kept.connect(self._on_kept)
        self._form.kept.connect(self._on_kept)
        self._form.mood_kept.connect(self.care.look)
        self.care.turned.connect(self._day_card.word_note.stand_back)
        self._ask_button.clicked.connect(self._on_ask)
        QShortcut(QKeySequence(CHECK_IN_KEY), self).activated.connect(self._form.sheet.focus)
        QShortcut(QKeySequence(NOW_KEY), self).activated.connect(self._form.note_now)
        for part in (self._day_card.tags, self._day_card.events, self._day_card.about):
            part.kept.connect(self._show_context)
        self._list.asked.connect(self._on_entry)

    def concerns(self, changes: Changes) -> bool:
        """Training days are marked too; one's own words, and a pause of all tracking, are settings."""
        return changes.journal or changes.sessions or changes.settings

    def activate(self) -> None:
        """Show a day; one that was left open as today becomes the new today after midnight."""
        today = self.context.now().date().toordinal()
        if today != self._today:
            if self._day == self._today and self._left():
                self._day, self._month = today, first_of_month(today)
            self._today = today
            self.mark_stale()
        super().activate()
        self._day_card.writing.refresh_spelling()

    def deactivate(self) -> None:
        """Keep what is half written."""
        self._flush()

    def event(self, event: QEvent) -> bool:
        """Come back to the right day when the window was left open overnight."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible() and self._today:
            self.activate()
        return super().event(event)

    def open(self, argument: object) -> None:
        """Show a day: a date, or its ordinal."""
        day = argument.toordinal() if isinstance(argument, date) else argument
        if isinstance(day, int) and self.go_to(day):
            self._day_card.writing.editor.setFocus()

    def go_to(self, day: int) -> bool:
        """Show the day with this date ordinal; returns whether it could be shown."""
        if day > self.context.now().date().toordinal():
            self.show_message(tr("That day is still to come. You can write in it when it is here."))
            return False
        self.clear_message()
        if not self._left() and day != self._day:
            return False  # what cannot be kept stays, with the reason above it
        self._day, self._month = day, first_of_month(day)
        self.refresh()
        return True

    def refresh(self) -> None:
        """Read the day, its month and the list, and show them."""
        view = journal.day_view(self.context.store, self._day)
        self._day_card.show_day(self._day, self._today, view.entries, trained=view.trained)
        self._day_card.earlier_years.show_days(journal.on_this_day(self.context.store, self._day))
        self._show_context()
        is_today = self._day == self._today
        self._form.show_day(self._day, view.questions, view.checkin, view.moments, view.night, today=is_today)
        self.care.follow()
        self._questionnaires.refresh()
        self._day_card.writing.refresh_spelling()
        self._show_surroundings()

    def _show_context(self) -> None:
        store, day = self.context.store, self._day
        self._day_card.show_context(day_context.view(store, day), events.of_day(store, day))

    def _show_surroundings(self) -> None:
        month = self._month
        marks = journal.month_view(self.context.store, month, last_of_month(month))
        self._month_card.show_month(month, marks, self._today, self._day)
        self._list.reload()
        self._list.show_chosen(self._day_card.writing.current_id())

    def unsaved(self) -> str:
        """Keep what is half written; returns words for an entry that cannot be kept."""
        return "" if self._left() else tr("What you wrote in the journal")

    def _left(self) -> bool:
        """Keep what is half written; returns whether the words of the day can be left."""
        kept = self._day_card.writing.settle()
        self._day_card.about.flush()
        self._form.flush()
        return kept

    def _flush(self) -> None:
        self._left()

    def _on_kept(self) -> None:
        """Calendar and list show what was just written here."""
        self._show_surroundings()

    def _on_ask(self) -> None:
        from nextrep.ui.measures.dialog import AskDialog  # few open it, and the screen is there sooner

        self._flush()
        AskDialog(self.context, self).open()

    def _on_turned(self, month: int) -> None:
        if month <= self._today:
            self._month = month
            self._show_surroundings()

    def _on_entry(self, entry: object) -> None:
        if isinstance(entry, Entry) and self.go_to(entry.day):
            self._day_card.writing.show_entry(entry.id)
            self._list.show_chosen(entry.id)
