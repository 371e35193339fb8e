"""Puts a theme on the application: style, palette, font and style sheet."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from nextrep.settings.table import LARGEST_TEXT, SMALLEST_TEXT
from nextrep.ui.theme.fonts import system_scale, ui_family
from nextrep.ui.theme.stylesheet import stylesheet
from nextrep.ui.theme.theme import BODY, Theme, keep_theme
from nextrep.ui.theme.tokens import Tokens, load_tokens

STYLE = "Fusion"
_SYSTEM_FONT = "nextrep_system_font"
_FAMILY = "nextrep_family"
_STYLED = "nextrep_styled"

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.WindowText: "ink",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "ink",
    _Role.PlaceholderText: "muted",
    _Role.Button: "surface",
    _Role.ButtonText: "ink",
    _Role.BrightText: "anxiety",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "ink",
    _Role.Highlight: "primary",
    _Role.HighlightedText: "on_primary",
    _Role.Accent: "primary",
    _Role.Link: "primary",
    _Role.LinkVisited: "mood",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "line",
    _Role.Dark: "muted",
    _Role.Shadow: "line",
}
_WHEN_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText)


def styled_application(name: str) -> QApplication:
    """Return a new application object in the style that the themes stand on.

    Asked for in words that Qt itself takes, because `setStyle` hands the style back: that has PySide describe
    it, with all its lists of names, and the first paint waits for it.
    """
    app = QApplication([name, "-style", STYLE])
    app.setProperty(_STYLED, True)
    return app


def apply_theme(app: QApplication, choice: str = "system", text_scale: float = 1.0) -> Theme:
    """Give the whole program a theme, at start-up or later; widgets repaint by themselves.

    Args:
        app: the application.
        choice: "system", "light" or "dark"; anything else counts as "system".
        text_scale: 1.0 is 100 %; taken between the smallest and the largest text.

    Returns:
        The theme now in force, which `current_theme` also returns.
    """
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    wants_contrast = accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
    if wants_contrast:
        app.setPalette(QPalette())  # back to the system's own colours before we read them
    if choice == "light":
        hints.setColorScheme(Qt.ColorScheme.Light)
    elif choice == "dark":
        hints.setColorScheme(Qt.ColorScheme.Dark)
    else:
        hints.unsetColorScheme()
    dark = choice == "dark" or (choice != "light" and hints.colorScheme() == Qt.ColorScheme.Dark)
    system = _system_font(app)
    text_scale = min(LARGEST_TEXT / 100, max(SMALLEST_TEXT / 100, text_scale))
    theme = Theme(
        tokens=_from_palette(app.palette()) if wants_contrast else _tokens("dark" if dark else "light"),
        text_scale=text_scale,
        dark=dark,
        scale=text_scale * system_scale(system),
        family=_family(app, system),
        high_contrast=wants_contrast,
    )
    keep_theme(app, theme)
    if not app.property(_STYLED):  # with a style sheet Qt no longer tells which style is below it
        app.setStyle(STYLE)
        app.setProperty(_STYLED, True)
    if not wants_contrast:
        app.setPalette(palette_of(theme))
    app.setFont(theme.font(BODY))
    app.setStyleSheet(stylesheet(theme))
    return theme


def palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.color(token))
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("muted"))
    return palette


@lru_cache(maxsize=4)
def _tokens(name: str) -> Tokens:
    return load_tokens(name)


def _family(app: QApplication, system: QFont) -> str:
    """Return the font family, found once: loading the bundled font twice would keep it twice."""
    family = app.property(_FAMILY)
    if not isinstance(family, str):
        family = ui_family(system)
        app.setProperty(_FAMILY, family)
    return family


def _system_font(app: QApplication) -> QFont:
    """Return the font that the system gave us, remembered from before our first change."""
    remembered = app.property(_SYSTEM_FONT)
    if isinstance(remembered, QFont):
        return remembered
    font = QFont(app.font())
    app.setProperty(_SYSTEM_FONT, font)
    return font


def _from_palette(palette: QPalette) -> Tokens:
    """Return the system's high-contrast colours in our roles."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    ink, window, base = name(_Role.WindowText), name(_Role.Window), name(_Role.Base)
    mark, on_mark = name(_Role.Highlight), name(_Role.HighlightedText)
    series = dict.fromkeys(("mood", "sleep", "anxiety", "stress", "energy", "confidence", "clarity"), ink)
    return Tokens(
        bg=window,
        surface=base,
        sunken=base,
        ink=ink,
        muted=ink,
        line=ink,
        primary=mark,
        primary_hover=mark,
        on_primary=on_mark,
        tint=base,
        win=ink,
        wintint=base,
        warn=ink,
        warnbg=base,
        **series,
    )
