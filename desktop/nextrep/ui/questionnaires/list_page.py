"""Which questionnaires there are, what the latest of each was, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.instruments import instrument
from nextrep.domain.score_words import direction_text, total_text
from nextrep.domain.text import tr
from nextrep.services.questionnaires import Standing
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card, clear_layout
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import CardTitle, Muted, Secondary, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage


class ListPage(ScrollPage):
    """A row for each questionnaire.

    Attributes:
        fill_asked, total_asked, history_asked, remove_asked: emitted with a `Subject`.
        message: what could not be opened, and why.
        rows: the questionnaires.
    """

    fill_asked = Signal(object)
    total_asked = Signal(object)
    history_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(current_theme().px(12))
        self.message = InlineMessage()
        self.rows: list[StandingRow] = []
        self._holder = QWidget()
        intro = tr(
            "For scores that you share with a professional. The words stand on the official forms; "
            "what you enter stays in this profile. Two weeks lie between two of the same kind."
        )
        self.body.addWidget(CardTitle(tr("Questionnaires")))
        self.body.addWidget(Muted(intro))
        self.body.addWidget(self.message)
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(current_theme().px(12))
        self.body.addWidget(self._holder)
        self.body.addStretch(1)

    def show_standings(self, found: Sequence[Standing], today: int) -> None:
        """Show each questionnaire with its latest; `today` is a date ordinal."""
        clear_layout(self._list)
        self.rows = [StandingRow(one, today) for one in found]
        for row in self.rows:
            self._list.addWidget(row)
            row.fill_asked.connect(self.fill_asked)
            row.total_asked.connect(self.total_asked)
            row.history_asked.connect(self.history_asked)
            row.remove_asked.connect(self.remove_asked)

    def focus(self) -> None:
        """Put the keyboard on the first one."""
        if self.rows:
            self.rows[0].fill.setFocus(Qt.FocusReason.OtherFocusReason)


class StandingRow(Card):
    """One questionnaire with its latest and its buttons.

    Attributes:
        fill_asked, total_asked, history_asked, remove_asked: emitted with its `Subject`.
        fill, total, history, remove: the buttons; hidden where they do not apply.
    """

    fill_asked = Signal(object)
    total_asked = Signal(object)
    history_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, one: Standing, today: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.standing = one
        head = FlowLayout(spacing=12)
        head.addWidget(Strong(one.title, wrap=False))
        for text in _about(one):
            head.addWidget(Secondary(text, wrap=False))
        self.body.addLayout(head)
        for text in _last_lines(one, today):
            self.body.addWidget(Secondary(text))
        from_file = one.subject.form_id is not None
        self.fill = SecondaryButton(tr("Fill in"))
        self.total, self.history = LinkButton(tr("Add a total")), LinkButton(tr("History"))
        self.remove = LinkButton(tr("Remove from the list"))
        foot = FlowLayout(spacing=4)
        for button, applies in (
            (self.fill, True),
            (self.total, not from_file),
            (self.history, one.last is not None),
            (self.remove, from_file),
        ):
            button.setAccessibleName(tr("{what}: {name}", what=button.text(), name=one.title))
            if applies:
                foot.addWidget(button)
            else:
                button.hide()
                button.setParent(self)
        self.body.addLayout(foot)
        self.fill.clicked.connect(self._on_fill)
        self.total.clicked.connect(self._on_total)
        self.history.clicked.connect(self._on_history)
        self.remove.clicked.connect(self._on_remove)

    def _on_fill(self) -> None:
        self.fill_asked.emit(self.standing.subject)

    def _on_total(self) -> None:
        self.total_asked.emit(self.standing.subject)

    def _on_history(self) -> None:
        self.history_asked.emit(self.standing.subject)

    def _on_remove(self) -> None:
        self.remove_asked.emit(self.standing.subject)


def _about(one: Standing) -> list[str]:
    key, about = one.subject.instrument, []
    if key is not None:
        about.append(direction_text(instrument(key)))
    if one.subject.form_id is not None:
        about.append(tr("from a file") if key else tr("from a file, kept without a score"))
    return about


def _last_lines(one: Standing, today: int) -> list[str]:
    if one.last is None:
        return []
    day = short_day_text(one.last.assessment.day, today)
    if one.last.score is None or one.subject.instrument is None:
        return [tr("Last on {day}", day=day)]
    of = instrument(one.subject.instrument)
    lines = [tr("Last on {day}: {total}", day=day, total=total_text(of, one.last.score))]
    if one.next_day is not None:
        lines.append(tr("Again from {day} on", day=short_day_text(one.next_day, today)))
    return lines
