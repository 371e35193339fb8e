"""A short note before the first session: when to speak to a professional first, and when to stop.

What it names follows the project's research (clinical.md, section 4.4): for asking first, the idea of the
ACSM's screening of 2015 (Riebe et al., Med Sci Sports Exerc 47:2473: how active one is, known disease of the
heart, the metabolism or the kidneys, symptoms) and the special notes there; for stopping, its warning signs.
The words are our own. PAR-Q+ may be used unaltered only, and this is no such questionnaire.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services import preferences
from nextrep.settings.table import SAFETY_NOTE_SEEN
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.controls import TallSecondary
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle
from nextrep.ui.widgets.page import reveal

_SIDE_BY_SIDE = 700
"""Width from which both lists stand beside each other, px at 100 %."""
_CLOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class SafetyNote(Card):
    """What is worth knowing before the first session. Enter or Escape puts it away.

    Attributes:
        closed: emitted when the person puts it away.
        close_button: does that.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before you train"), parent)
        px = current_theme().px
        self.body.setSpacing(px(8))
        ask = _part(tr("Speak to a doctor or another professional first if"), asking_first())
        stop = _part(tr("Stop, and get help, if you notice"), stopping())
        self.add(Columns([(ask, 1), (stop, 1)], _SIDE_BY_SIDE, spacing=24))
        self.close_button = TallSecondary(tr("Close"))
        self.close_button.clicked.connect(self.closed)
        row = row_of(self.close_button, stretch=False)
        row.addWidget(
            Secondary(tr("General information, not advice about you. Settings, About, shows it again.")), 1
        )
        self.body.addLayout(row)

    def focus(self) -> None:
        """Put the keyboard on the way out."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self.close_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Enter or Escape."""
        if Qt.Key(event.key()) not in _CLOSING:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.closed.emit()


class SafetyDesk(QObject):
    """Shows the note where a session starts, until the person has put it away once.

    Attributes:
        note: the card.
        closed: emitted when it was put away.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make a note that is shown nowhere yet; `parent` owns it."""
        super().__init__(parent)
        self._context = context
        self.note = SafetyNote(parent)
        self.note.hide()
        self.note.closed.connect(self._on_closed)

    @property
    def shown(self) -> bool:
        """Whether the note waits to be put away."""
        return not self.note.isHidden()

    def show_in(self, layout: QBoxLayout, place: int = 0) -> None:
        """Put the note into a layout, at a place in it, if it was not put away before."""
        if preferences.read(self._context.store, SAFETY_NOTE_SEEN):
            self.note.hide()
            return
        if layout.indexOf(self.note) < 0:
            layout.insertWidget(place, self.note)
        self.note.show()

    def hide(self) -> None:
        """Show it no longer here; it comes again elsewhere."""
        self.note.hide()

    def _on_closed(self) -> None:
        """Remember it, which is no step to take back: undo is for what was trained."""
        self.note.hide()
        store = self._context.store
        self._context.operate.quietly(partial(preferences.change, store, SAFETY_NOTE_SEEN, True))
        self.closed.emit()


def asking_first() -> tuple[str, ...]:
    """Return who asks a professional before training."""
    return (
        tr("you have a condition of the heart, the kidneys or the metabolism, such as diabetes"),
        tr("you have had chest pain, dizziness or fainting, or are short of breath with little effort"),
        tr("you have hardly moved for months and want to train hard"),
        tr("you are pregnant, gave birth lately, or had surgery"),
        tr("you take medicine that changes your heart rate or your balance"),
        tr("an eating disorder or a manic phase is part of your life now"),
    )


def stopping() -> tuple[str, ...]:
    """Return what ends a session at once."""
    return (
        tr("pain or pressure in the chest"),
        tr("fainting, or feeling close to it"),
        tr("shortness of breath that is unusual for you"),
        tr("a sudden, severe headache"),
        tr("new numbness or weakness, or trouble with speaking or seeing"),
    )


def _part(title: str, lines: tuple[str, ...]) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(2))
    layout.addWidget(SmallTitle(title))
    layout.addWidget(Body("\n".join(tr("• {line}", line=line) for line in lines)))
    layout.addStretch(1)
    return part
