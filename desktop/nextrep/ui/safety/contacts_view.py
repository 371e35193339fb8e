"""Who can be reached, in one fixed order: emergency, crisis lines, own contacts, own plan, and who sees it.

It is given what it shows, so that it works before a profile is open and while one is locked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.domain.safety import HelpView, ShownLine
from nextrep.domain.text import tr, tr_n
from nextrep.ui.safety.words import checked_words, line_words, numbers_words, offline_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Divider, clear_layout, row_of
from nextrep.ui.widgets.labels import Body, Secondary, SmallTitle, Strong


class ContactsView(QWidget):
    """Numbers and names below each other.

    Attributes:
        change_asked: emitted when the person wants to choose a country or to change contacts.
        plan_asked: emitted when they want to see their plan; a large view shows it instead.
    """

    change_asked = Signal()
    plan_asked = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, large: bool = False, changeable: bool = True
    ) -> None:
        """Make an empty view.

        Args:
            parent: owner.
            large: numbers are read from further away, and the plan stands below them.
            changeable: offers to choose a country; not where no profile is open.
        """
        super().__init__(parent)
        self._large, self._changeable = large, changeable
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(current_theme().px(4))

    def show_view(self, view: HelpView) -> None:
        """Show who can be reached."""
        clear_layout(self._rows)
        self._add_emergency(view)
        self._add_lines(view)
        self._add_written(tr("My help lines"), view.own_lines)
        self._add_written(tr("My contacts"), view.contacts)
        if self._large and view.plan:
            self._add_plan(view)
        elif not self._large:
            self._add_plan_link()
        self._gap()
        self._rows.addWidget(Divider())
        self._rows.addWidget(Body(offline_words()))

    def _add_emergency(self, view: HelpView) -> None:
        self._rows.addWidget(SmallTitle(tr("In danger now")))
        if view.emergency:
            self._add_number(view.emergency)
            self._rows.addWidget(Secondary(tr("Emergency number")))
        else:
            self._add_number((tr("Call the emergency number where you are."),), as_words=True)

    def _add_lines(self, view: HelpView) -> None:
        if view.lines or view.country:
            self._gap()
            title = (
                tr("Help lines: {country}", country=tr(view.country)) if view.country else tr("Help lines")
            )
            self._rows.addWidget(SmallTitle(title))
        for shown in view.lines:
            self._add_line(shown)
        if view.unchecked:
            self._add_change(
                tr_n(
                    "{n} number is left out: it has to be checked on the operator's own page first.",
                    "{n} numbers are left out: they have to be checked on the operator's own page first.",
                    view.unchecked,
                ),
                tr("Show what is left out"),
            )
        elif not view.country and not view.lines and not view.own_lines:
            self._gap()
            self._add_change(
                tr("Help lines stand here once you have chosen your country."), tr("Choose a country")
            )

    def _add_line(self, shown: ShownLine) -> None:
        self._add_number(shown.numbers)
        self._rows.addWidget(Body(line_words(shown.line)))
        self._rows.addWidget(Secondary(checked_words(shown)))
        self._rows.addSpacing(current_theme().px(6))

    def _add_number(self, numbers: tuple[str, ...], *, as_words: bool = False) -> None:
        label = Strong(numbers[0] if as_words else numbers_words(numbers))
        label.setProperty("large", self._large)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(label)

    def _add_change(self, words: str, button: str) -> None:
        self._rows.addWidget(Body(words))
        if self._changeable:
            change = LinkButton(button)
            change.clicked.connect(self.change_asked)
            self._rows.addLayout(row_of(change))

    def _add_written(self, title: str, lines: tuple[str, ...]) -> None:
        if not lines:
            return
        self._gap()
        self._rows.addWidget(SmallTitle(title))
        for line in lines:
            self._add_number((line,), as_words=True)

    def _add_plan(self, view: HelpView) -> None:
        self._gap()
        self._rows.addWidget(Divider())
        for title, text in view.plan:
            self._gap()
            self._rows.addWidget(SmallTitle(title))
            self._rows.addWidget(Body(text))

    def _add_plan_link(self) -> None:
        plan = LinkButton(tr("My plan for hard days"))
        plan.clicked.connect(self.plan_asked)
        self._gap()
        self._rows.addLayout(row_of(plan))

    def _gap(self) -> None:
        self._rows.addSpacing(current_theme().px(12))
