"""Writing a cue of one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.cue_search import CueFacets
from nextrep.domain.cues import Cue, CueKind
from nextrep.domain.text import tr
from nextrep.ui.cues.cue_filter import kind_box, kind_of, pattern_box, pattern_of, phase_box, phase_of
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.fields import FieldProblem
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import SmallTitle

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NewCue(Well):
    """The words, what kind they are and what they are for. Enter adds them, Escape puts the form away.

    Attributes:
        written: emitted with a `Cue` without a key.
        left: emitted when the person wants no new cue after all.
    """

    written = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What to feel, where to breathe, or what to let go"))
        self.kind = kind_box("")
        self.pattern = pattern_box(tr("Any movement"))
        self.phase = phase_box(tr("Any phase"))
        self.problem = FieldProblem()
        self.problem.hide()
        self.add_button, self.leave_button = SecondaryButton(tr("Add")), LinkButton(tr("Cancel"))
        title = SmallTitle(tr("A cue of your own"))
        title.setBuddy(self.words)
        self.words.setAccessibleName(title.text())
        row = FlowLayout()
        for widget in (self.kind, self.pattern, self.phase, self.add_button, self.leave_button):
            row.addWidget(widget)
        for part in (title, self.words, self.problem):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.add_button.clicked.connect(self._on_add)
        self.leave_button.clicked.connect(self.left)

    def begin(self, facets: CueFacets) -> None:
        """Start anew, for what the list is narrowed down to."""
        self.words.clear()
        self.show_problem("")
        for box, value in (
            (self.kind, facets.kind),
            (self.pattern, facets.pattern),
            (self.phase, facets.phase),
        ):
            box.setCurrentIndex(max(0, box.findData(value)) if value is not None else 0)
        self.words.setFocus()

    def show_problem(self, message: str, field: str = "") -> None:  # noqa: ARG002 - only the words can be wrong
        """Say what could not be taken."""
        self.problem.setText(message)
        self.problem.setVisible(bool(message))
        self.words.setAccessibleDescription(message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, leave with Escape."""
        key = Qt.Key(event.key())
        if key in _ENTER and not event.isAutoRepeat():
            self._on_add()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_add(self) -> None:
        pattern, phase = pattern_of(self.pattern), phase_of(self.phase)
        cue = Cue(
            key="",
            text=self.words.text(),
            kind=kind_of(self.kind) or CueKind.FEEL,
            patterns=frozenset({pattern} if pattern else ()),
            phases=frozenset({phase} if phase else ()),
        )
        self.written.emit(cue)
