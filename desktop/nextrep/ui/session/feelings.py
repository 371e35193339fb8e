"""How it feels before training, asked in whole steps with one key each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.ui.session.controls import TallLink
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.scale import activated_scale, pleasant_scale

_GAP = 8
"""Between the questions, px at 100 %."""
_CLOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape})


class BeforeCard(Card):
    """Asks once how the person feels before training. Both answers may stay empty.

    A key answers the first question and goes on to the second; a key answers that and puts the card away.
    Enter and Escape put it away at any time.

    Attributes:
        rated: emitted with both answers as they are now.
        closed: emitted when the person puts the card away.
        arrive_asked: emitted when the person wants a quiet minute first.
    """

    rated = Signal(object, object)
    closed = Signal()
    arrive_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self.close_button = TallLink(tr("Skip"))
        self.arrive_button = TallLink(tr("Arrive for a minute"))
        self.close_button.clicked.connect(self.closed)
        self.arrive_button.clicked.connect(self.arrive_asked)
        self.pleasant = pleasant_scale(tr("How pleasant do you feel right now?"))
        self.activated = activated_scale(tr("And how activated?"))
        down = QBoxLayout.Direction.TopToBottom  # narrow first: from there it can grow
        self._scales, self._links, self._row = QBoxLayout(down), QBoxLayout(down), QBoxLayout(down)
        self._scales.setSpacing(px(_GAP))
        self._scales.addWidget(self.pleasant, 11)
        self._scales.addWidget(self.activated, 6)
        self._links.setSpacing(0)
        links = QWidget()
        links.setLayout(self._links)
        self._links.setContentsMargins(0, 0, 0, 0)
        for link in (self.arrive_button, self.close_button):
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignRight)
        self._row.setSpacing(px(4))
        self._row.addLayout(self._scales, 1)
        self._row.addWidget(links, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        self.pleasant.answered.connect(self.activated.focus)
        self.activated.answered.connect(self.closed)
        for scale in (self.pleasant, self.activated):
            scale.chosen.connect(self._on_chosen)

    def focus(self) -> None:
        """Put the keyboard on the first question without an answer."""
        answered = self.pleasant.value() is not None and self.activated.value() is None
        (self.activated if answered else self.pleasant).focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as few lines as there is room for: the questions side by side, the links beside them."""
        super().resizeEvent(event)
        gap = current_theme().px(_GAP)
        links = [self.arrive_button.sizeHint().width(), self.close_button.sizeHint().width()]
        questions = self.pleasant.sizeHint().width() + self.activated.sizeHint().width() + gap
        room = self.body.contentsRect().width() - questions
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside = room >= gap + max(links)
        self._scales.setDirection(across if room >= 0 else down)
        self._row.setDirection(across if beside else down)
        self._links.setDirection(down if beside and room < gap + sum(links) else across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the card away with Enter or Escape."""
        if Qt.Key(event.key()) not in _CLOSING:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.closed.emit()

    def show_session(self, session: Session) -> None:
        """Show what was answered."""
        self.pleasant.set_value(session.pleasant_before)
        self.activated.set_value(session.activated_before)
        rated = session.pleasant_before is not None or session.activated_before is not None
        self.close_button.setText(tr("Close") if rated else tr("Skip"))

    def _on_chosen(self, _value: object) -> None:
        self.rated.emit(self.pleasant.value(), self.activated.value())
