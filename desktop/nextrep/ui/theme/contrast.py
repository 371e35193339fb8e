"""Contrast of two colours, as WCAG 2.2 defines it."""

from __future__ import annotations

TEXT = 4.5
"""Least contrast of text up to 18 pt: WCAG 2.2, success criterion 1.4.3 (AA)."""
GRAPHIC = 3.0
"""Least contrast of marks and lines that carry meaning: WCAG 2.2, success criterion 1.4.11 (AA)."""


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 black to 1 white (WCAG 2.2, "relative luminance")."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 (same) to 21 (black on white) (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
