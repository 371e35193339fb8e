"""Draws the program's icon in the sizes that desktops ask for, from resources/icons/nextrep.svg."""

from __future__ import annotations

import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(svg: Path, folder: Path) -> None:
    """Write nextrep-SIZE.png for each size, and nextrep.ico with all of them, into `folder`; needs Qt."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(QByteArray(svg.read_bytes()))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"nextrep-{size}.png"))
    (folder / "nextrep.ico").write_bytes(_ico([(size, folder / f"nextrep-{size}.png") for size in SIZES]))
    application.quit()


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


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
