"""A question to write about, if one is wanted: its theme can be chosen, and another one asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.prompts import PromptTheme, prompt_for, theme_title
from nextrep.domain.text import tr
from nextrep.resources.prompts import load_prompts
from nextrep.services import preferences
from nextrep.settings.table import PROMPT_THEME
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Well
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, SmallTitle
from nextrep.ui.widgets.spin import ComboBox

ANOTHER_KEY = "Ctrl+J"


class PromptWell(QWidget):
    """The question of the day, and the way to others.

    Attributes:
        theme: what the questions are about.
        another: shows another question; Ctrl+J does too, from within the text.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self._day = self._turned = 0
        self._trained = False
        self._text = Body()
        self.theme = ComboBox()
        self.theme.setAccessibleName(tr("What the question is about"))
        self.theme.addItem(tr("Any theme"), None)
        for theme in PromptTheme:
            self.theme.addItem(theme_title(theme), theme)
        self.another = LinkButton(tr("Another question"))
        key = QShortcut(QKeySequence(ANOTHER_KEY), self)
        self.another.setToolTip(tr("Another question ({key})", key=ANOTHER_KEY))
        well = Well()
        well.body.addWidget(self._text)
        choices = FlowLayout(spacing=8)
        for widget in (self.theme, self.another):
            choices.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(SmallTitle(tr("A question, if you want one")), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addLayout(head)
        layout.addWidget(well)
        layout.addLayout(choices)
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.another.clicked.connect(self._on_another)
        key.activated.connect(self._on_another)

    def show_day(self, day: int, *, trained: bool) -> None:
        """Show the question of a day (date ordinal); one that was asked for on the same day stays.

        Where there was a session, and no theme is chosen, the first one is about how it is after training.
        """
        if self._day == 0:
            self._remember()
        if day != self._day:
            self._day, self._trained, self._turned = day, trained, 0
            self._show()
        elif trained != self._trained:
            self._trained = trained
            if not self._turned:
                self._show()

    def text(self) -> str:
        """Return the question that is shown."""
        return self._text.text()

    def _remember(self) -> None:
        """Choose the theme that was chosen last."""
        chosen = preferences.read(self._context.store, PROMPT_THEME)
        self.theme.blockSignals(True)
        themes = ["", *map(str, PromptTheme)]
        self.theme.setCurrentIndex(themes.index(chosen) if chosen in themes else 0)
        self.theme.blockSignals(False)

    def _show(self) -> None:
        chosen = self.theme.currentData()
        theme = PromptTheme(chosen) if chosen else None
        if theme is None and self._trained and not self._turned:
            theme = PromptTheme.TRAINING
        self._text.setText(prompt_for(self._day, load_prompts(), theme, self._turned))

    def _on_theme(self, _index: int) -> None:
        self._turned = 0
        chosen = str(self.theme.currentData() or "")
        store = self._context.store
        self._context.operate.quietly(partial(preferences.change, store, PROMPT_THEME, chosen))
        self._show()

    def _on_another(self) -> None:
        self._turned += 1
        self._show()
