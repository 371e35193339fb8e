"""The program's own icons: small line drawings in the colour that is asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter, QPixmap

from nextrep.resources.paths import read_text
from nextrep.ui.theme.theme import current_theme

SIZE = 20
"""Side of an icon in pixels at 100 %."""
_DISABLED = 0.35
"""Opacity of the icon of a button that cannot be used now."""


def icon(name: str, color: str = "ink") -> QIcon:
    """Return the drawing `name` (a file of resources/icons) in a role of `Tokens` or a "#RRGGBB" colour.

    Raises:
        OSError: there is no such drawing.
    """
    usual = pixmap(name, color)
    drawing = QIcon(usual)
    # The style would make it grey by itself, in the dark theme as light as the usual drawing.
    drawing.addPixmap(_faded(usual), QIcon.Mode.Disabled)
    return drawing


def pixmap(name: str, color: str = "ink", size: int = SIZE) -> QPixmap:
    """Return the drawing `name` as a square picture, `size` pixels at 100 % wide.

    Raises:
        OSError: there is no such drawing.
    """
    theme = current_theme()
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return QPixmap.fromImage(_drawn(name, theme.color(color).name(), theme.px(size), ratio))


def icon_size() -> QSize:
    """Return the size of an icon here, for `setIconSize`."""
    side = current_theme().px(SIZE)
    return QSize(side, side)


def _faded(usual: QPixmap) -> QPixmap:
    """Return the picture as it stands on a button that cannot be used now."""
    faded = QPixmap(usual.size())
    faded.setDevicePixelRatio(usual.devicePixelRatio())
    faded.fill(Qt.GlobalColor.transparent)
    painter = QPainter(faded)
    painter.setOpacity(_DISABLED)
    painter.drawPixmap(0, 0, usual)
    painter.end()
    return faded


@lru_cache(maxsize=128)
def _drawn(name: str, color: str, side: int, ratio: float) -> QImage:
    """Draw once. An image is kept, not a pixmap: a pixmap must not outlive the application."""
    from PySide6.QtSvg import QSvgRenderer

    source = read_text(f"icons/{name}.svg").replace("#000000", color)
    picture = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
