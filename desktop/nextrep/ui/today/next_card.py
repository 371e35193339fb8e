"""The large card: the one next thing and the ways to do less, or later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.today.words import Action, NextStep
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card, clear_layout
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle, SmallTitle


class NextCard(Card):
    """Shows a `NextStep`.

    Attributes:
        chosen: emitted with a screen key and its argument.
        buttons: the main action first; those without an action are hidden.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, roomy=True)
        px = current_theme().px
        self._actions: tuple[Action, ...] = ()
        self._over, self._title, self._facts = SmallTitle(), PageTitle(), Muted()
        for label in (self._over, self._title, self._facts):
            self.add(label)
        self._chip_holder = QWidget()
        self._chips = FlowLayout(self._chip_holder)
        self.add(self._chip_holder)
        self.body.addSpacing(px(8))
        self.buttons: tuple[QPushButton, ...] = (PrimaryButton(""), SecondaryButton(""), LinkButton(""))
        row = FlowLayout(spacing=12)
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        self.body.addLayout(row)

    def show_step(self, step: NextStep) -> None:
        """Show what comes next."""
        self._over.setText(step.over)
        self._title.setText(step.title)
        self._facts.setText(step.facts)
        clear_layout(self._chips)
        for text in step.chips:
            self._chips.addWidget(Chip(text))
        self._chip_holder.setVisible(bool(step.chips))
        self._actions = step.actions
        for index, button in enumerate(self.buttons):
            there = index < len(step.actions)
            if there:
                button.setText(step.actions[index].text)
            button.setVisible(there)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            action = self._actions[self.buttons.index(button)]
            self.chosen.emit(action.screen, action.argument)
