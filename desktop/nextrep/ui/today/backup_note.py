"""A line on Today: the last backup outside this computer is old, or one of another computer can be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.services import backup_standing
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary


class BackupNote(Well):
    """Hidden while there is nothing to say.

    Attributes:
        go: leads to the backups in Settings, or to putting one back.
        later: puts the line aside for some weeks.
        asked: emitted with the argument for Settings.
    """

    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self._words = Secondary()
        self.go, self.later = LinkButton(""), LinkButton(tr("Not now"))
        self.later.setAccessibleName(tr("Not now: say this again in some weeks"))
        row = FlowLayout(spacing=12)
        row.addWidget(self.go)
        row.addWidget(self.later)
        self.body.setSpacing(current_theme().px(2))
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self.go.clicked.connect(self._on_go)
        self.later.clicked.connect(self._on_later)
        self.hide()

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()

    def show_state(self, *, first_day: bool, invented: bool) -> None:
        """Say what there is to say, or hide."""
        today = self._context.now().date().toordinal()
        old, last = (False, None) if invented else backup_standing.old_outside(self._context.store, today)
        self.setVisible(first_day or old)
        self.later.setVisible(not first_day)
        if first_day:
            self._wanted = "restore"
            self._words.setText(tr("Did you use NextRep on another computer?"))
            self.go.setText(tr("Open a backup…"))
        elif old:
            self._wanted = "backup"
            self._words.setText(_old_words(last, today))
            self.go.setText(tr("See the backups"))

    def stand_back(self, away: bool) -> None:
        """Be away while something matters more; it comes back with the next `show_state`."""
        if away:
            self.hide()

    def _on_go(self) -> None:
        self.asked.emit(self._wanted)

    def _on_later(self) -> None:
        backup_standing.put_aside(self._context.store, self._context.now().date().toordinal())
        self.hide()


def _old_words(last: int | None, today: int) -> str:
    if last is None:
        return tr("Your record is on this computer alone. A backup on a stick would outlive it.")
    return tr("The last backup outside this computer is of {day}.", day=short_day_text(last, today))
