"""Experience, and what should be left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nextrep.domain.equipment import level_title
from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import Exercise, Level, Pattern
from nextrep.domain.joints import Joint, joint_title
from nextrep.domain.program import Answers
from nextrep.domain.text import tr
from nextrep.ui.program.making.leave_out_field import LeaveOutField
from nextrep.ui.program.making.parts import Choice, QuestionPage, Several

_PATTERNS = tuple(one for one in Pattern if one not in (Pattern.ISOLATION, Pattern.POWER))
"""Movements that plans are made of."""


class PersonPage(QuestionPage):
    """How long the person has trained; sore joints, movements and exercises to leave out."""

    def __init__(
        self,
        search: Callable[[str], Sequence[Exercise]],
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Experience and limits"), parent)
        self.levels = Choice([level_title(level) for level in Level])
        self.ask(tr("How long have you trained with weights?"), self.levels)
        self.joints = Several([joint_title(joint) for joint in Joint])
        self.ask(
            tr("Is a joint sore?"),
            self.joints,
            tr(
                "The plan leaves out what usually loads it most. This is not medical advice: with pain, ask "
                "someone who treats it."
            ),
        )
        self.patterns = Several([pattern_title(pattern) for pattern in _PATTERNS])
        self.ask(
            tr("Movements to leave out"),
            self.patterns,
            tr("A related movement takes the place if there is one."),
        )
        self.exercises = LeaveOutField(search, name_of)
        self.ask(tr("Exercises to leave out"), self.exercises)
        self.body.addStretch(1)
        self.levels.chosen.connect(self._on_changed)
        self.joints.changed.connect(self._on_changed)
        self.patterns.changed.connect(self._on_changed)
        self.exercises.changed.connect(self._on_changed)

    def show_answers(self, answers: Answers) -> None:
        """Show what was said."""
        self.levels.set_value(tuple(Level).index(answers.experience))
        self.joints.set_values([index for index, joint in enumerate(Joint) if joint in answers.sore])
        left = answers.without_patterns
        self.patterns.set_values([index for index, pattern in enumerate(_PATTERNS) if pattern in left])
        self.exercises.set_keys(answers.without)

    def experience(self) -> Level:
        """Return how long the person has trained."""
        return tuple(Level)[self.levels.value()]

    def sore(self) -> frozenset[Joint]:
        """Return the joints to be gentle with."""
        every = tuple(Joint)
        return frozenset(every[index] for index in self.joints.values())

    def without_patterns(self) -> frozenset[Pattern]:
        """Return the movements to leave out."""
        return frozenset(_PATTERNS[index] for index in self.patterns.values())

    def first_field(self) -> QWidget:
        """Begin with the experience."""
        return self.levels.chip(self.levels.value())
