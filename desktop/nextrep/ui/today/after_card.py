"""The quiet question some minutes after a session: how is it now?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.domain.training import Session
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.scale import activated_scale, pleasant_scale


class AfterCard(Card):
    """Asks how pleasant and how activated it is now. Each answer is kept at once and may stay empty.

    Attributes:
        rated: emitted with the id of the session and both answers as they are now.
        put_aside: emitted with the id of the session when the person does not want to be asked.
        aside_button: does that, as Escape does.
        write_asked: emitted when the person would rather write about it.
        write_button: asks for that.
    """

    rated = Signal(int, object, object)
    put_aside = Signal(int)
    write_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How is it now?"), parent)
        px = current_theme().px
        self._session_id = 0
        self._words = Secondary()
        self.pleasant = pleasant_scale(tr("How pleasant?"))
        self.activated = activated_scale(tr("How activated?"))
        self.aside_button = LinkButton(tr("Not now"))
        self.aside_button.clicked.connect(self._on_aside)
        self.write_button = LinkButton(tr("Write about it"))
        self.write_button.setToolTip(tr("Opens the journal, with a question about training"))
        self.write_button.clicked.connect(self.write_asked)
        self.add_corner(self.write_button)
        self.add_corner(self.aside_button)
        self.body.setSpacing(px(4))
        self.add(self._words)
        row = FlowLayout(spacing=12, top=True)
        row.addWidget(self.pleasant)
        row.addWidget(self.activated)
        self.body.addLayout(row)
        self.pleasant.answered.connect(self.activated.focus)
        for scale in (self.pleasant, self.activated):
            scale.chosen.connect(self._on_chosen)

    def show_session(self, session: Session | None) -> None:
        """Ask about a finished session, or about none, which hides the card."""
        self.setVisible(session is not None)
        if session is None or session.ended_at is None:
            return
        self._session_id = session.id
        ended = session.ended_at.strftime("%H:%M")
        self._words.setText(
            tr("“{title}” ended at {time}. Both can stay empty.", title=session.title, time=ended)
        )
        self.pleasant.set_value(session.pleasant_after)
        self.activated.set_value(session.activated_after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the question aside with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_aside()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, _value: object) -> None:
        self.rated.emit(self._session_id, self.pleasant.value(), self.activated.value())

    def _on_aside(self) -> None:
        self.put_aside.emit(self._session_id)
