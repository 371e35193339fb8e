"""Which font the program uses, and how large the system wants text."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from nextrep.resources.paths import path

FILES = ("NotoSans-Regular.ttf", "NotoSans-Medium.ttf", "NotoSans-SemiBold.ttf", "NotoSans-Bold.ttf")
_BARE_FALLBACKS = ("DejaVu", "Bitstream")
_USUAL_LARGEST = 15.0
"""Pixels of the largest ordinary UI font: GNOME's 11 pt at 96 dpi is 14.7. More is a wish for larger text."""


def ui_family(system: QFont) -> str:
    """Return the family of the system's UI font, or of ours where the system has only a bare fallback."""
    family = QFontInfo(system).family()
    if not family.startswith(_BARE_FALLBACKS):
        return family
    bundled = ""
    for name in FILES:
        families = QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(path(f"fonts/{name}")))
        )
        bundled = bundled or (families[0] if families else "")
    return bundled or family


def system_scale(system: QFont) -> float:
    """Return how much larger than usual the system's UI font is, 1.0 to 3.0."""
    pixels = float(system.pixelSize())
    if pixels <= 0:
        screen = QGuiApplication.primaryScreen()
        pixels = system.pointSizeF() * (screen.logicalDotsPerInchY() if screen else 96.0) / 72.0
    return min(3.0, max(1.0, pixels / _USUAL_LARGEST))
