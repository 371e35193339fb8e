"""The theme in force, as widgets ask for it while they paint or measure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from nextrep.ui.theme.tokens import Tokens, load_tokens

_PROPERTY = "nextrep_theme"

BODY = 14
SECONDARY = 12
CARD_TITLE = 16
PAGE_TITLE = 24


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours and sizes.

    Attributes:
        tokens: the colours by role.
        text_scale: what the person chose, 1.0 is 100 %.
        dark: whether the dark theme is in force.
        scale: factor from pixels at 100 % to pixels here (the choice times the system's own text size).
        family: font family of all text.
        high_contrast: whether the system's high-contrast palette wins over our colours.
    """

    tokens: Tokens
    text_scale: float = 1.0
    dark: bool = False
    scale: float = 1.0
    family: str = ""
    high_contrast: bool = False

    def px(self, n: float) -> int:
        """Return `n` device-independent pixels at 100 % as pixels here; at least 1 unless `n` is 0."""
        return max(1, round(n * self.scale)) if n else 0

    def color(self, role: str) -> QColor:
        """Return the colour of a role of `Tokens`; any "#RRGGBB" is taken as it is."""
        return QColor(role if role.startswith("#") else getattr(self.tokens, role))

    def font(self, size: float = BODY, weight: int = 400, *, tabular: bool = False) -> QFont:
        """Return the font of `size` pixels at 100 %; `tabular` gives figures of one width where it can."""
        font = QFont(self.family) if self.family else QFont(QApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def keep_theme(app: QApplication, theme: Theme) -> None:
    """Make `theme` what `current_theme` returns; it lives as long as the application."""
    app.setProperty(_PROPERTY, theme)


def current_theme() -> Theme:
    """Return the theme in force, or the light one before any was applied."""
    app = QApplication.instance()
    theme = app.property(_PROPERTY) if app is not None else None
    if isinstance(theme, Theme):
        return theme
    plain = Theme(load_tokens("light"))
    if isinstance(app, QApplication):
        keep_theme(app, plain)
    return plain
