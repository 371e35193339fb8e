"""How far a change of an exercise reaches."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from nextrep.domain.plan_exercises import Scope
from nextrep.domain.text import tr, tr_n


def this_text() -> str:
    """Return the words for a change of one session."""
    return tr("This session only")


def later_text(title: str, later: int) -> str:
    """Return the words for a change that reaches later sessions of the same name."""
    return tr_n(
        "This and {n} later session “{title}”",
        "This and all {n} later sessions “{title}”",
        later,
        title=title,
    )


class ScopeField(QWidget):
    """This session, or this and the later ones of its name; hidden where there are none."""

    def __init__(self, title: str, later: int, parent: QWidget | None = None) -> None:
        """Make the choice; `later` is how many open sessions of that name follow."""
        super().__init__(parent)
        self.this = QRadioButton(this_text())
        self.following = QRadioButton(later_text(title, later))
        self.this.setChecked(True)
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for choice in (self.this, self.following):
            group.addButton(choice)
            layout.addWidget(choice)
        self.setVisible(bool(later))

    def scope(self) -> Scope:
        """Return what was chosen."""
        return Scope.FOLLOWING if self.following.isChecked() else Scope.THIS
