"""All about one exercise: what it is, what was done of it, one's own words, what stands in for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nextrep.domain.exercise_words import feeling, measure_title, muscle_title, needs, pattern_title
from nextrep.domain.exercises import Exercise, Level
from nextrep.domain.text import tr
from nextrep.services.library import Entry
from nextrep.ui.library.words_field import WordsField
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card, Well
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Muted, Secondary, SmallTitle

MOST_SHOWN = 8
"""Exercises that are named as stand-ins; the closest ones come first."""


class ExerciseDetails(Card):
    """What is known of an exercise, and what can be done with it.

    Attributes:
        chosen: emitted with the key of another exercise that the person wants to see.
        words: the person's own words.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self.name = CardTitle()
        self._kind = Secondary()
        self.alike = Well()
        self._alike_text = Body()
        self.alike_button = LinkButton(tr("Merge into it…"))
        self.alike.body.addWidget(self._alike_text)
        row = FlowLayout()
        row.addWidget(self.alike_button)
        self.alike.body.addLayout(row)
        self._make_buttons()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(px(16))
        self._facts.setVerticalSpacing(px(4))
        self._facts.setColumnStretch(1, 1)
        self._values = {title: Body() for title in (tr("Main work"), tr("Helping"), tr("Needs"))}
        for line, (title, value) in enumerate(self._values.items()):
            self._facts.addWidget(SmallTitle(title, wrap=False), line, 0)
            self._facts.addWidget(value, line, 1)
        self.history = Muted()
        self.print_history = LinkButton(tr("Print its history…"))
        self.words = WordsField()
        self._replaced_by, self._replaces = _Names(), _Names()
        self._lay_out()

    def _make_buttons(self) -> None:
        self.favourite = ChipButton(tr("Favourite"), mark=True)
        self.hide_button = SecondaryButton("")
        self.edit_button = SecondaryButton(tr("Edit…"))
        self.merge_button = SecondaryButton("")
        self.delete_button = SecondaryButton(tr("Delete"))
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        for button in (
            self.favourite,
            self.edit_button,
            self.hide_button,
            self.merge_button,
            self.delete_button,
        ):
            flow.addWidget(button)

    def _lay_out(self) -> None:
        space = current_theme().px(8)
        for widget in (self.name, self._kind, self.alike, self._buttons):
            self.add(widget)
        self.body.addSpacing(space)
        self.body.addLayout(self._facts)
        self.body.addSpacing(space)
        self.add(SmallTitle(tr("Your log")))
        self.add(self.history)
        paper = FlowLayout()
        paper.addWidget(self.print_history)
        self.body.addLayout(paper)
        self.body.addSpacing(space)
        self.add(self.words)
        self.body.addSpacing(space)
        for title, names in (
            (tr("Can be replaced by, with what you have"), self._replaced_by),
            (tr("Can stand in for, where equipment is missing"), self._replaces),
        ):
            self.add(SmallTitle(title))
            self.add(names)
            names.chosen.connect(self.chosen)

    def show_entry(self, entry: Entry, shipped: Exercise | None, *, deletable: bool, has_own: bool) -> None:
        """Show an exercise.

        Args:
            entry: the exercise as the person has it.
            shipped: as the library has it, None for one of the person's own.
            deletable: it is the person's own and nothing refers to it.
            has_own: there is an own exercise that could be merged into this one.
        """
        exercise = entry.exercise
        self.name.setText(exercise.name)
        self._kind.setText(_kind(entry))
        self.favourite.setChecked(entry.favourite)
        self.hide_button.setText(tr("Offer it again") if entry.hidden else tr("Hide"))
        self.hide_button.setToolTip("" if entry.hidden else tr("It is not offered any more; your log stays."))
        self.edit_button.setVisible(entry.own)
        self.delete_button.setVisible(deletable)
        self.merge_button.setVisible(entry.own or has_own)
        self.merge_button.setText(tr("Merge into…") if entry.own else tr("Merge one of mine into it…"))
        texts = (
            ", ".join(muscle_title(muscle) for muscle in exercise.primary) or tr("not said yet"),
            ", ".join(muscle_title(muscle) for muscle in exercise.secondary) or tr("–"),
            needs(exercise),
        )
        for value, text in zip(self._values.values(), texts, strict=True):
            value.setText(text)
        usual = feeling(exercise) if not exercise.cue else ""
        words = (shipped.note, shipped.cue) if shipped is not None else None
        self.words.show_words(exercise.note, exercise.cue, usual, words)

    def show_history(self, lines: Sequence[str], *, done: bool) -> None:
        """Say what was done of it; once something was, that can be printed."""
        self.history.setText("\n".join(lines))
        self.print_history.setVisible(done)

    def show_alike(self, other: Exercise | None) -> None:
        """Point out that this own exercise is probably a second name of `other`."""
        self.alike.setVisible(other is not None)
        if other is not None:
            self._alike_text.setText(tr("This looks like “{other}”.", other=other.name))

    def show_stand_ins(self, replaced_by: Sequence[Entry], replaces: Sequence[Entry]) -> None:
        """Name what can stand in for it, and what it can stand in for."""
        self._replaced_by.show_names(replaced_by)
        self._replaces.show_names(replaces)


def _kind(entry: Entry) -> str:
    exercise = entry.exercise
    parts = [
        tr("My own") if entry.own else "",
        pattern_title(exercise.pattern),
        measure_title(exercise.measure),
        tr("one side at a time") if exercise.unilateral else "",
        _experience(exercise.level),
        tr("hidden") if entry.hidden else "",
    ]
    return " · ".join(part for part in parts if part)


def _experience(level: Level) -> str:
    if level is Level.BEGINNER:
        return ""
    return tr("for people with some practice") if level is Level.INTERMEDIATE else tr("for the experienced")


class _Names(QWidget):
    """Names of exercises to go to. The buttons stay the same, and with them the way of the Tab key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._buttons = [LinkButton("") for _ in range(MOST_SHOWN)]
        self._none = Muted(tr("nothing known"), wrap=False)
        flow = FlowLayout(self, spacing=0)
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._on_clicked, place))
            flow.addWidget(button)
        flow.addWidget(self._none)

    def show_names(self, entries: Sequence[Entry]) -> None:
        """Show the first of these exercises, or that there are none."""
        self._keys = [entry.key for entry in entries[:MOST_SHOWN]]
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._keys))
            if place < len(self._keys):
                button.setText(entries[place].exercise.name)
                button.setToolTip(needs(entries[place].exercise))
        self._none.setVisible(not entries)
        self.updateGeometry()

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._keys[place])
