"""The charts as a picture that can be understood without the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from nextrep.services.files import save_file
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import CARD_TITLE, SECONDARY, current_theme

_SHARP = 2.0
"""Pixels for each unit of the layout, so that it prints well."""


def picture_of(charts: QWidget, title: str, note: str) -> QImage:
    """Return the charts as they stand, with a title above and small print below."""
    theme = current_theme()
    margin, heading, small = theme.px(20), theme.font(CARD_TITLE, 700), theme.font(SECONDARY)
    top = margin + QFontMetrics(heading).height() + theme.px(8)
    bottom = QFontMetrics(small).height() + theme.px(8) + margin
    width, height = charts.width() + 2 * margin, top + charts.height() + bottom
    picture = QImage(round(width * _SHARP), round(height * _SHARP), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(theme.color("surface"))
    charts.render(picture, QPoint(margin, top), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter = QPainter(picture)
    for font, color, place, text in (
        (heading, "ink", QRect(margin, margin, width, top), title),
        (small, "muted", QRect(margin, height - bottom + theme.px(8), width, bottom), note),
    ):
        painter.setFont(font)
        painter.setPen(theme.color(color))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
    painter.end()
    return picture


@dataclass(frozen=True, slots=True)
class SavePicture:
    """A job: writes a picture as PNG and returns where it is."""

    picture: QImage
    target: Path

    def __call__(self, _progress: Progress) -> Path:
        """Do the work.

        Raises:
            KnownError: it cannot be written.
        """
        packed = QByteArray()
        buffer = QBuffer(packed)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.picture)
        buffer.close()
        save_file(self.target, bytes(packed.data()))
        return self.target
