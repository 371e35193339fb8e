"""What the person wrote on one day: an editor that saves itself, and the other entries of that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.entry_search import shown_line
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr
from nextrep.services import journal, spelling
from nextrep.settings.table import SPELLING
from nextrep.ui.journal.editor import EntryEditor
from nextrep.ui.journal.spell_marks import SpellMarks
from nextrep.ui.journal.spell_menu import SpellMenu
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.day_text import day_text, time_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.screen import Screen

CHIP_CHARS = 24
"""As much of an entry as its chip shows."""


class Writing(QWidget):
    """The entries of a day, one of them in the editor.

    Attributes:
        kept: emitted after something was written or deleted.
        privacy_changed: emitted with whether the entry in the editor may go into a report.
        editor: where the person writes.
    """

    kept = Signal()
    privacy_changed = Signal(bool)

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._day = 0
        self._entries: tuple[Entry, ...] = ()
        self._entry: Entry | None = None
        self._stepped = False
        self.editor = EntryEditor()
        self._spelling = SpellMarks(screen.context.jobs, parent=self)
        self.editor.check_spelling(self._spelling, SpellMenu(screen.context, self._spelling, self.editor))
        self._chip_holder = QWidget()
        self._chips = FlowLayout(self._chip_holder)
        self._in_report = QCheckBox(tr("May go into a report"))
        self._star = QCheckBox(tr("Star"))
        self._star.setToolTip(tr("Words with a star stand among the small wins in Trends."))
        self._new, self._delete = LinkButton(tr("New entry")), LinkButton(tr("Delete entry"))
        self._saved = Secondary(wrap=False)
        self._lay_out()
        self.editor.settled.connect(self._on_settled)
        self.editor.left.connect(self.flush)
        self._in_report.clicked.connect(self._on_report)
        self._star.clicked.connect(self._on_star)
        self._new.clicked.connect(self.begin_new)
        self._delete.clicked.connect(self._on_delete)

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self._chip_holder)
        layout.addWidget(self.editor, 1)
        row = FlowLayout(spacing=4)
        for widget in (self._in_report, self._star, self._new, self._delete, self._saved):
            row.addWidget(widget)
        layout.addLayout(row)

    def refresh_spelling(self) -> None:
        """Check spelling in the language that is chosen, with the person's own words."""
        context = self._screen.context
        language = context.settings_machine.get(SPELLING)
        if self._spelling.use(language, spelling.own_words(context.store)):
            self.editor.spelling_changed()

    def show_day(self, day: int, entries: Sequence[Entry]) -> None:
        """Show the latest entry of a day, or go on with the one in the editor when the day is the same.

        What the person is just writing on the same day stays.
        """
        same = day == self._day
        self._day, self._entries = day, tuple(entries)
        today = self._screen.context.now().date().toordinal()
        self.editor.setAccessibleName(tr("Your words for {day}", day=day_text(day, today)))
        before = self._entry if same else None
        current = self._found(before.id) if before else None
        unchanged = current is not None and before is not None and current.text == before.text
        if same and (self.editor.changed() or unchanged):
            self._entry = current
        else:
            self._load(current or (self._entries[-1] if self._entries else None))
        self._describe()

    def show_entry(self, entry_id: int) -> None:
        """Put one of the day's entries into the editor."""
        entry = self._found(entry_id)
        other = entry is not None and (self._entry is None or self._entry.id != entry_id)
        if other and self.settle():
            self._load(self._found(entry_id))
            self._describe()

    def current_id(self) -> int | None:
        """Return the entry in the editor, None for one that is not written yet."""
        return self._entry.id if self._entry else None

    def entry(self) -> Entry | None:
        """Return the entry in the editor as it is kept, None for one that is not written yet."""
        return self._entry

    def begin_new(self) -> None:
        """Begin another entry on the same day, once the one in the editor is kept."""
        if not self.settle():
            return
        self._load(None)
        self._describe()
        self.editor.setFocus()

    def flush(self) -> None:
        """Keep what was written; an emptied entry is deleted now."""
        self.editor.hold()
        if self.editor.changed():
            self._keep()

    def settle(self) -> bool:
        """Keep what was written; returns whether nothing is left that could not be kept."""
        self.flush()
        return not (self.editor.changed() and self.editor.text().strip())

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the screen or the window goes away."""
        self.flush()
        super().hideEvent(event)

    def _found(self, entry_id: int) -> Entry | None:
        return next((entry for entry in self._entries if entry.id == entry_id), None)

    def _load(self, entry: Entry | None) -> None:
        """Put an entry into the editor; what is written from now on is a new undo step."""
        self._entry, self._stepped = entry, False
        self.editor.show_text(entry.text if entry else "")
        self._saved.hide()

    def _on_settled(self) -> None:
        # An entry that is empty for a moment may be about to be written anew: it is deleted on leaving only.
        if self.editor.changed() and self.editor.text().strip():
            self._keep()

    def _keep(self) -> None:
        text = self.editor.text()
        if self._entry is None and not text.strip():
            return
        context = self._screen.context
        call = partial(
            journal.keep,
            context.store,
            self._day,
            self.current_id(),
            text,
            context.now(),
            step=not self._stepped,
        )
        number = context.operate.run(call, initiator=self._screen)
        if number is None:
            return
        self._stepped = number != 0
        self._read_again(number)
        self.editor.mark_saved()
        self._say_saved(context.now())
        self.kept.emit()

    def _read_again(self, entry_id: int) -> None:
        """Show what the store has of the day, and which of it is in the editor."""
        self._entries = journal.entries_of(self._screen.context.store, self._day)
        self._entry = self._found(entry_id)
        self._describe()

    def _say_saved(self, now: datetime) -> None:
        self._saved.setText(tr("Saved {time}", time=time_text(now)))
        self._saved.show()

    def _describe(self) -> None:
        """Show chips, privacy and what can be done."""
        private = self._entry is None or not self._entry.in_report
        self._in_report.setChecked(not private)
        self._star.setChecked(self._entry is not None and self._entry.starred)
        for widget in (self._in_report, self._star, self._new, self._delete):
            widget.setVisible(self._entry is not None)
        self.privacy_changed.emit(not private)
        others = [entry for entry in self._entries if self._entry is None or entry.id != self._entry.id]
        self._chip_holder.setVisible(bool(others))
        self._show_chips(bool(others))

    def _show_chips(self, wanted: bool) -> None:
        labels = [(entry.id, self._chip_text(entry)) for entry in self._entries] if wanted else []
        if wanted and self._entry is None:
            labels.append((0, tr("New entry")))
        shown = [chip for chip in self._chip_holder.findChildren(ChipButton) if not chip.isHidden()]
        if [chip.property("entry") for chip in shown] == [number for number, _text in labels]:
            for chip, (_number, text) in zip(shown, labels, strict=True):
                if chip.text() != text:
                    chip.setText(text)
        else:
            clear_layout(self._chips)
            for number, text in labels:
                chip = ChipButton(text)
                chip.setProperty("entry", number)
                chip.clicked.connect(self._on_chip)
                self._chips.addWidget(chip)
        current = self.current_id() or 0
        for chip in self._chip_holder.findChildren(ChipButton):
            chip.setChecked(chip.property("entry") == current)

    def _chip_text(self, entry: Entry) -> str:
        line, _marks = shown_line(entry.text)
        words = line if len(line) <= CHIP_CHARS else line[: CHIP_CHARS - 1].rstrip() + "…"
        if entry.written_at.date().toordinal() != entry.day:
            return words
        return tr("{time} {words}", time=time_text(entry.written_at), words=words)

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            self.show_entry(int(chip.property("entry")))
            self._describe()
            self.editor.setFocus()

    def _on_report(self, checked: bool) -> None:
        self.flush()
        if self._entry is None:
            self._describe()
            return
        context = self._screen.context
        call = partial(journal.mark_for_report, context.store, self._entry.id, in_report=checked)
        context.operate.run(call, initiator=self._screen)
        self._read_again(self._entry.id)
        self.kept.emit()

    def _on_star(self, checked: bool) -> None:
        self.flush()
        if self._entry is None:
            self._describe()
            return
        context = self._screen.context
        call = partial(journal.star, context.store, self._entry.id, starred=checked)
        context.operate.run(call, initiator=self._screen)
        self._read_again(self._entry.id)
        self.kept.emit()

    def _on_delete(self) -> None:
        self.editor.hold()
        if self._entry is None:
            return
        context = self._screen.context
        call = partial(journal.keep, context.store, self._day, self._entry.id, "", context.now(), step=True)
        if context.operate.run(call, initiator=self._screen) is not None:
            self._read_again(0)
            self._load(self._entries[-1] if self._entries else None)
            self._describe()
            self.editor.setFocus()
            self.kept.emit()
