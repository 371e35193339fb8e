"""A dialog of steps: pages one after the other, each skippable, with one thing to do at any time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.program.making.parts import QuestionPage, focus
from nextrep.ui.program.making.steps import StepBar
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Divider
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.labels import Secondary

_ROOMY = 480
"""Height in px at 100 % from which the words at the foot are shown."""


class StepDialog(QDialog):
    """Enter goes to the next step, Ctrl+Enter does what the dialog is for, Alt with the arrows moves.

    Attributes:
        steps: the steps in a row.
        back, next, make, leave: the buttons at the foot; `make` does what the dialog is for.
    """

    def __init__(
        self, pages: Sequence[QuestionPage], make: str, words: str, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            pages: the steps in order.
            make: what the dialog is for, on its button.
            words: a line at the foot, shown where there is room.
            parent: the window it belongs to.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages = list(pages)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.steps = StepBar([page.title for page in self._pages])
        self.back, self.next = SecondaryButton(tr("Back")), SecondaryButton(tr("Next"))
        self.make, self.leave = PrimaryButton(make), SecondaryButton(tr("Cancel"))
        self.make.setToolTip(tr("Ctrl+Enter, from any step"))
        for button in (self.leave, self.back, self.next, self.make):
            button.setAutoDefault(True)  # Enter on a button presses that button
        self._words = Secondary(words)
        self._lay_out()
        self.steps.asked.connect(self._on_step)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.make.clicked.connect(self.on_make)
        self.leave.clicked.connect(self.reject)
        for keys, what in (
            ("Ctrl+Return", self.on_make),
            ("Ctrl+Enter", self.on_make),
            ("Alt+Left", self._on_back),
            ("Alt+Right", self._on_next),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(what)

    def on_make(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def shown_pages(self) -> list[QuestionPage]:
        """Return the steps there are with the answers so far."""
        return self._pages

    def here(self) -> QuestionPage:
        """Return the page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, QuestionPage)
        return page

    def go_to(self, page: QuestionPage) -> None:
        """Show a page; the keyboard goes to its first question."""
        self._stack.setCurrentWidget(page)
        self.show_buttons()
        page.verticalScrollBar().setValue(0)
        first = page.first_field()
        if first is not None:
            focus(first)

    def point_at(self, page: QuestionPage) -> None:
        """Give the keyboard to what cannot be taken on a page."""
        problem = page.problem()
        if problem is not None:
            focus(problem[1])
            page.ensureWidgetVisible(problem[1])

    def show_buttons(self) -> None:
        """Show where one is and what can be done from here."""
        shown, here = self.shown_pages(), self.here()
        self.steps.show_step(self._pages.index(here), [self._pages.index(page) for page in shown])
        last = here is shown[-1]
        self.back.setEnabled(here is not shown[0])
        self.next.setVisible(not last)
        (self.make if last else self.next).setDefault(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the questions come before the words at the foot."""
        super().resizeEvent(event)
        self._words.setVisible(self.height() >= current_theme().px(_ROOMY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter where no shortcut is heard."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.on_make()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px = current_theme().px
        head = QVBoxLayout()
        head.setContentsMargins(px(18), px(14), px(18), px(10))
        head.addWidget(self.steps)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.leave)
        row.addStretch(1)
        for button in (self.back, self.next, self.make):
            row.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(10), px(24), px(16))
        foot.setSpacing(px(10))
        foot.addWidget(self._words)
        foot.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Divider())
        layout.addWidget(self._stack, 1)
        layout.addWidget(Divider())
        layout.addLayout(foot)
        fit(self, px(780), px(700))

    def _on_step(self, position: int) -> None:
        self._leave_for(self._pages[position])

    def _on_back(self) -> None:
        self._move(-1)

    def _on_next(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        shown = self.shown_pages()
        position = shown.index(self.here()) + by
        if 0 <= position < len(shown):
            self._leave_for(shown[position])

    def _leave_for(self, page: QuestionPage) -> None:
        """Go to another page; what cannot be taken is said first, but only on the way forward."""
        here = self.here()
        onward = self._pages.index(page) > self._pages.index(here)
        if onward and here.problem():
            self.point_at(here)
        else:
            self.go_to(page)
