"""The exercise library: search on top, what was found on the left, all about one exercise on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr, tr_n
from nextrep.resources.exercise_likeness import Likeness
from nextrep.services import catalog, library, library_editing, preferences, program
from nextrep.services.library import Entry, Library
from nextrep.ui.library.commands import LibraryCommands
from nextrep.ui.library.details import ExerciseDetails
from nextrep.ui.library.exercise_list import ExerciseList, search_hint
from nextrep.ui.library.filter_bar import FilterBar
from nextrep.ui.library.history_words import history_lines
from nextrep.ui.library.room import fit
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.labels import Elided, SmallTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.search_field import SearchField

SETTLE_MS = 60
"""The right side follows the list when it has stood still this long, so that typing is never waited for."""
NARROW, LOW = 760, 480
"""Below this width (px at 100 %) list and details take turns; below this height the filters wait."""


class LibraryDialog(QDialog):
    """Find an exercise, read about it, and change what is one's own.

    Attributes:
        field: the search field.
        filters: what to look for beside words.
        list: what was found.
        details: all about the exercise that the list stands on.
        commands: what can be done with it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._library = Library(())
        self._at_hand = program.equipment_at_hand(context.store)
        self._alike: dict[str, Likeness] = {}
        self._narrow = self._low = False
        self._reading = False  # the details have the room to themselves
        self.setWindowTitle(tr("Exercises"))
        self.list = ExerciseList(tr("Exercises found"))
        self.field = SearchField(self.list, tr("Search exercises"), search_hint())
        self.filters = FilterBar(self._at_hand)
        self.message = InlineMessage()
        self.more = ChipButton(tr("Narrow down"))
        self.heading = SmallTitle(wrap=False)
        self.second_names = LinkButton("")
        self.details = ExerciseDetails()
        self.commands = LibraryCommands(context, self.details, self)
        self.page = ScrollPage(margins=False)
        self.page.body.addWidget(self.details, 1)
        self.back = LinkButton(tr("Back to the list"))
        self.make_button = SecondaryButton(tr("New exercise of my own…"))
        self.undo_link = LinkButton(tr("Undo"))
        self.status = Elided()
        self.close_button = SecondaryButton(tr("Close"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SETTLE_MS)
        self._lay_out()
        self._connect()
        px = current_theme().px
        fit(self, px(1080), px(760))
        self.refresh()
        self.field.setFocus()

    def _lay_out(self) -> None:
        px = current_theme().px
        self._left, self._right = QWidget(), QWidget()
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.more)
        head.addStretch(1)
        head.addWidget(self.second_names)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(4))
        left.addLayout(head)
        left.addWidget(self.list, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.page, 1)
        panes = QHBoxLayout()
        panes.setSpacing(px(16))
        panes.addWidget(self._left, 2)
        panes.addWidget(self._right, 3)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.make_button)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.undo_link)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(20), px(16), px(20), px(12))
        layout.setSpacing(px(8))
        layout.addWidget(self.field)
        layout.addWidget(self.filters)
        layout.addWidget(self.message)
        layout.addLayout(panes, 1)
        layout.addLayout(foot)
        self.undo_link.hide()
        self.second_names.hide()

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self._later.timeout.connect(self._follow)
        self.field.textChanged.connect(self._on_search)
        self.filters.changed.connect(self._on_search)
        self.more.toggled.connect(self._share_room)
        self.list.shown.connect(self._on_shown)
        self.list.taken.connect(self._on_taken)
        self.list.entered.connect(self._on_entered)
        self.details.chosen.connect(self.show_exercise)
        self.commands.done.connect(self._on_done)
        self.commands.refused.connect(self._on_refused)
        self.second_names.clicked.connect(self._on_second_names)
        self.back.clicked.connect(self._on_back)
        self.make_button.clicked.connect(self._on_make)
        self.undo_link.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self.reject)

    def refresh(self, key: str = "") -> None:
        """Read the library anew and go on showing the same exercise, or that of `key`."""
        wanted = key or (self.commands.entry.key if self.commands.entry is not None else "")
        self._library = library.view(self._context.store)
        self.commands.library = self._library
        self._find(wanted)
        self._follow()
        self._context.jobs.run(partial(_likenesses, self._library), then=self._on_likenesses, owner=self)

    def show_exercise(self, key: str) -> None:
        """Show the exercise of a key, whatever was looked for."""
        if self.list.exercises.row_of(key) < 0:
            self.field.blockSignals(True)
            self.field.clear()
            self.field.blockSignals(False)
            self.filters.clear()
        row = self.list.exercises.row_of(key)
        if row >= 0:
            self.list.stand_on(row)
            self._follow()
            self.page.verticalScrollBar().setValue(0)

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - as screens have it
        """Say above the list what did not work."""
        self.message.show_message(message, "warn")

    def done(self, result: int) -> None:
        """Keep what is half written before leaving."""
        self.details.words.save()
        self._later.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back before it leaves; undo and redo work here too."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self._narrow and self._reading:
            self._on_back()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._context.undo.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._context.undo.redo()
        elif event.matches(QKeySequence.StandardKey.Find):
            self._on_back()
        elif event.matches(QKeySequence.StandardKey.New):
            self._on_make()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let list and details take turns where there is no room for both."""
        super().resizeEvent(event)
        px = current_theme().px
        self._narrow, self._low = self.width() < px(NARROW), self.height() < px(LOW)
        self._share_room()

    def _share_room(self, _more: bool = False) -> None:
        self._left.setVisible(not (self._narrow and self._reading))
        self._right.setVisible(not self._narrow or self._reading)
        self.back.setVisible(self._narrow)
        alone = self._narrow and self._reading
        self.field.setHidden(alone)
        self.more.setVisible(self._low)
        self.filters.setHidden(alone or (self._low and not self.more.isChecked()))

    def _find(self, key: str = "") -> None:
        """Show what is looked for; stand on the exercise of `key` if it is among it."""
        found = self._library.find(self.field.text(), self.filters.facets())
        self.list.exercises.show_entries(found)
        self.heading.setText(
            tr_n("{n} exercise", "{n} exercises", len(found)) if found else tr("Nothing like that yet")
        )
        self.list.stand_on(max(0, self.list.exercises.row_of(key)) if key else 0)

    def _on_search(self, _change: object = None) -> None:
        self._find()

    def _on_shown(self, _exercise: Exercise | None) -> None:
        self._later.start()

    def _follow(self) -> None:
        """Show what the list stands on."""
        self._later.stop()
        exercise = self.list.current()
        if self.commands.entry is not None and (exercise is None or exercise.key != self.commands.entry.key):
            self.details.words.save()
        entry = self._library.get(exercise.key) if exercise is not None else None
        self.commands.entry = entry
        self.details.setVisible(entry is not None)
        if entry is not None:
            self._show(entry)

    def _show(self, entry: Entry) -> None:
        store, exercise = self._context.store, entry.exercise
        alike = self._alike.get(entry.key)
        self.commands.alike = alike.other if alike else None
        self.details.show_entry(
            entry,
            None if entry.own else catalog.by_key(entry.key),
            deletable=entry.own and library_editing.can_delete(store, exercise),
            has_own=any(one.own for one in self._library.entries),
        )
        self.details.show_alike(self.commands.alike)
        today = self._context.now().date().toordinal()
        history = library.history(store, exercise)
        lines = history_lines(history, preferences.unit(store), today)
        self.details.show_history(lines, done=bool(history.sets))
        self.details.show_stand_ins(
            self._library.stand_ins(exercise, self._at_hand), self._library.stands_in_for(exercise)
        )

    def _on_taken(self, _exercise: Exercise) -> None:
        """Read about it, in the room of the list where there is not enough for both."""
        self._follow()
        self._reading = True
        self._share_room()

    def _on_entered(self) -> None:
        (self.back if self._narrow else self.details.favourite).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_back(self) -> None:
        self._reading = False
        self._share_room()
        self.field.setFocus()
        self.field.selectAll()

    def _on_likenesses(self, found: list[Likeness]) -> None:
        self._alike = {one.own.key: one for one in found}
        self.second_names.setVisible(bool(found))
        self.second_names.setText(tr_n("{n} looks like another", "{n} look like others", len(found)))
        if self.commands.entry is not None and self.commands.entry.key in self._alike:
            self._show(self.commands.entry)

    def _on_second_names(self) -> None:
        """Show the own exercises that look like others, beginning with the likest."""
        self.filters.clear(own=True)
        self.show_exercise(next(iter(self._alike)))

    def _on_make(self) -> None:
        name = " ".join(self.field.text().split())
        self.commands.make("" if self._library.named(name) else name)

    def _on_done(self, key: str) -> None:
        self.message.clear()
        self.status.setText(tr("Saved"))
        self.undo_link.setText(tr("Undo {step}", step=self._context.undo.undoText()))
        self.undo_link.setVisible(self._context.undo.canUndo())
        self.refresh(key)
        if self._library.get(key) is not None:
            self.show_exercise(key)

    def _on_refused(self, why: str) -> None:
        self.show_error(why)

    def _on_undo(self) -> None:
        self.undo_link.hide()
        self.status.clear()
        self._context.undo.undo()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.training and initiator is None:
            self.undo_link.hide()
            self.status.clear()
            self.refresh()


def _likenesses(here: Library, _progress: object) -> list[Likeness]:
    return here.likenesses()
