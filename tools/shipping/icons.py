"""Draws the program's icon in the sizes that desktops ask for, from resources/icons/nextrep.svg."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)
SIDE_COLOUR = "#F6F5F2"
"""Of resources/themes/light.toml: `bg`."""
_ICNS = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
}  # fmt: skip
"""Entries of an icon for macOS and the pixels of their sides: from the third line on, for dense screens."""


def draw(svg: Path, folder: Path) -> None:
    """Write the icon's pictures into `folder`; needs Qt.

    These are nextrep-SIZE.png for each size, nextrep.ico and nextrep.icns with all of them, and side.bmp,
    which stands at the side of the first and last page of the installer for Windows.
    """
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(QByteArray(svg.read_bytes()))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"nextrep-{size}.png").write_bytes(_picture(renderer, size))
    (folder / "nextrep.ico").write_bytes(_ico([(size, folder / f"nextrep-{size}.png") for size in SIZES]))
    sizes = sorted(set(_ICNS.values()))
    (folder / "nextrep.icns").write_bytes(_icns({size: _picture(renderer, size) for size in sizes}))
    _side(renderer).save(str(folder / "side.bmp"))
    del application


def _side(renderer: QSvgRenderer) -> QImage:
    """Return the icon on the ground of the light theme, in the shape of that page's side."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    image = QImage(328, 628, QImage.Format.Format_RGB32)
    image.fill(SIDE_COLOUR)
    painter = QPainter(image)
    renderer.render(painter, QRectF(84, 96, 160, 160))
    painter.end()
    return image


def _picture(renderer: QSvgRenderer, size: int) -> bytes:
    """Return the icon as a PNG picture with sides of `size` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _ico(pictures: list[tuple[int, Path]]) -> bytes:
    """Return a Windows icon that holds PNG pictures as they are."""
    head = b"\0\0\1\0" + len(pictures).to_bytes(2, "little")
    place, entries, bodies = 6 + 16 * len(pictures), b"", b""
    for size, path in pictures:
        body = path.read_bytes()
        side = size % 256  # 0 stands for 256
        entries += (
            bytes([side, side, 0, 0, 1, 0, 32, 0])
            + len(body).to_bytes(4, "little")
            + place.to_bytes(4, "little")
        )
        bodies, place = bodies + body, place + len(body)
    return head + entries + bodies


def _icns(pictures: dict[int, bytes]) -> bytes:
    """Return an icon for macOS that holds PNG pictures, given by their sides in pixels, as they are."""
    body = b""
    for name, size in _ICNS.items():
        picture = pictures[size]
        body += name.encode("ascii") + (len(picture) + 8).to_bytes(4, "big") + picture
    return b"icns" + (len(body) + 8).to_bytes(4, "big") + body


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
