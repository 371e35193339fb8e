"""Colours of series from the roles of the theme; all of them opaque, because Qt draws those fast."""

from __future__ import annotations

from PySide6.QtGui import QColor

from nextrep.domain.series import Series
from nextrep.domain.year_pixels import YearPixels
from nextrep.ui.theme.contrast import ratio
from nextrep.ui.theme.theme import Theme, current_theme

_ROLES = {"strength": "primary"}
"""Colour roles of families that have another name."""
_OTHER = "primary"
DOT_SHARE = 0.72
"""How much of its line's colour a dot or a bar has: it stands back, and still has 3 : 1 against the card."""
BAND_SHARE = 0.22
"""Of quartiles beside a line."""
_LIGHTEST, _STEP, _DEEPEST = 0.05, 0.045, 0.24
"""Of published bands, from the lowest up."""


def series_color(series: Series) -> str:
    """Return the colour role of a series; measures of the person's own have that of strength."""
    role = _ROLES.get(series.family, series.family)
    return role if role and hasattr(current_theme().tokens, role) else _OTHER


def mixed(color: QColor, under: QColor, share: float) -> QColor:
    """Return `color` over `under`, opaque; `share` 1 is `color` alone."""

    def part(over: int, below: int) -> int:
        return round(over * share + below * (1 - share))

    return QColor(
        part(color.red(), under.red()), part(color.green(), under.green()), part(color.blue(), under.blue())
    )


def zone_colors(color: QColor, surface: QColor, count: int) -> tuple[QColor, ...]:
    """Return light stripes for so many bands, each a little deeper than the one below."""
    step = min(_STEP, (_DEEPEST - _LIGHTEST) / max(count - 1, 1))
    return tuple(mixed(color, surface, _LIGHTEST + step * index) for index in range(count))


def pixel_colors(year: YearPixels, value: float, theme: Theme) -> tuple[QColor, QColor]:
    """Return the colour of the cell of a value, and that of a figure which can be read on it."""
    surface = theme.color("surface")
    fill = mixed(theme.color(series_color(year.series)), surface, year.depth(value))
    return fill, max((theme.color("ink"), surface), key=lambda ink: ratio(ink.name(), fill.name()))
