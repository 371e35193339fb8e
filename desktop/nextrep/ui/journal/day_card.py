"""The day in the middle of the journal: its name, its entries, and a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.day_topics import Topic
from nextrep.domain.events import Event
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr
from nextrep.services.day_context import DayContextView
from nextrep.ui.journal.about_day import AboutDay
from nextrep.ui.journal.day_events import DayEvents
from nextrep.ui.journal.on_this_day import OnThisDay
from nextrep.ui.journal.prompt_well import PromptWell
from nextrep.ui.journal.tag_bar import TagBar
from nextrep.ui.journal.word_note import WordNote
from nextrep.ui.journal.writing import Writing
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.day_text import day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.screen import Screen


class DayCard(Card):
    """One day of the journal.

    Attributes:
        asked: emitted with another day (date ordinal) that the person wants to see.
        writing: the entries.
        word_note: a quiet line where the entry holds a word of the person's own list.
        tags, events, about: what the day was like, and what happened.
        earlier_years: links to the same date in other years.
        prompt: a question to write about.
    """

    asked = Signal(int)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._day = self._today = 0
        self._title = PageTitle()
        self._earlier = IconButton("chevron-left", tr("Day before"))
        self._later = IconButton("chevron-right", tr("Next day"))
        self._to_today = LinkButton(tr("Today"))
        self._privacy = Chip(tr("Private"))
        self.writing = Writing(screen)
        self.word_note = WordNote(screen.context)
        self.tags, self.events, self.about = TagBar(screen), DayEvents(screen), AboutDay(screen)
        self.earlier_years = OnThisDay()
        self.prompt = PromptWell(screen.context)
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._title, 1)
        for widget in (self._to_today, self._earlier, self._later):
            head.addWidget(widget)
        signs = FlowLayout()
        signs.addWidget(self._privacy)
        self._trained = Chip(tr("Trained"), "tint")
        signs.addWidget(self._trained)
        self.body.addLayout(signs)
        self.add(self.writing, 1)
        # Above the words, and after them for the keyboard: who opens the journal can write at once.
        self.body.insertLayout(0, head)
        for part in (self.word_note, self.tags, self.events, self.about, self.earlier_years):
            self.add(part)
        self.add(self.prompt)
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._to_today.clicked.connect(self._on_today)
        self.earlier_years.asked.connect(self.asked)
        self.writing.privacy_changed.connect(self._on_privacy)

    def show_day(self, day: int, today: int, entries: Sequence[Entry], *, trained: bool) -> None:
        """Show a day; days are date ordinals."""
        self._day, self._today = day, today
        self._title.setText(day_text(day, today))
        self._later.setEnabled(day < today)
        self._to_today.setVisible(day != today)
        self._trained.setVisible(trained)
        self.prompt.show_day(day, trained=trained)
        self.writing.show_day(day, entries)

    def show_context(self, view: DayContextView, events: Sequence[Event]) -> None:
        """Show what was said about the day, and what happened on it."""
        self.tags.setVisible(Topic.TAGS in view.topics)
        self.tags.show_view(view)
        self.events.show_day(self._day, self._today, events)
        self.about.show_view(view)

    def _on_privacy(self, in_report: bool) -> None:
        words = tr("May go into a report") if in_report else tr("Private")
        if words != self._privacy.text():  # laying out anew would cost more than saving does
            self._privacy.setText(words)
            self._privacy.set_kind("warn" if in_report else "neutral")
            self._privacy.updateGeometry()
        self.word_note.show_entry(self.writing.entry())

    def _on_earlier(self) -> None:
        self.asked.emit(self._day - 1)

    def _on_later(self) -> None:
        self.asked.emit(self._day + 1)

    def _on_today(self) -> None:
        self.asked.emit(self._today)
