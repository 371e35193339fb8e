"""Settings of this computer: light or dark, and the size of text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import LARGEST_TEXT, SMALLEST_TEXT, TEXT_SCALE
from nextrep.ui.preferences.choice import Choice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.spin import SpinBox


class LookCard(Card):
    """Both take effect at once.

    Attributes:
        theme_chosen: emitted with "system", "light" or "dark".
        scale_chosen: emitted with the text size in percent.
    """

    theme_chosen = Signal(str)
    scale_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Look"), parent)
        px = current_theme().px
        self.body.setSpacing(px(12))
        self.theme = Choice(
            tr("Colours"),
            [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))],
        )
        self.scale = SpinBox(SMALLEST_TEXT, LARGEST_TEXT, TEXT_SCALE.default, tr(" %"), name=tr("Text size"))
        self.scale.setSingleStep(25)
        self.scale.setKeyboardTracking(False)
        self.scale.setMinimumWidth(px(120))
        self.scale.setObjectName("text_scale")
        self.usual = LinkButton(tr("Back to {n} %", n=TEXT_SCALE.default))
        title = SmallTitle(tr("Text size"))
        title.setBuddy(self.scale)
        self.add(self.theme)
        self.add(title)
        self.add_row(self.scale, self.usual)
        words = tr(
            "From {low} to {high} percent. Both are kept for this computer only.",
            low=SMALLEST_TEXT,
            high=LARGEST_TEXT,
        )
        self.add(Secondary(words))
        self.theme.chosen.connect(self.theme_chosen)
        self.scale.valueChanged.connect(self.scale_chosen)
        self.usual.clicked.connect(self._on_usual)

    def show_values(self, theme: str, percent: int) -> None:
        """Show what is in force."""
        self.theme.set_value(theme)
        self.scale.blockSignals(True)
        self.scale.setValue(percent)
        self.scale.blockSignals(False)
        self.usual.setVisible(percent != TEXT_SCALE.default)

    def _on_usual(self) -> None:
        self.scale.setValue(TEXT_SCALE.default)
