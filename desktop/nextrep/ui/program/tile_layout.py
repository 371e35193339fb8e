"""Where the words of a tile stand at a width. Worked out once for all tiles that look alike."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from nextrep.domain.text import tr
from nextrep.ui.program.tiles import Face
from nextrep.ui.theme.theme import SECONDARY, Theme

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_PAD_Y, _CHIP = 7, 4
_WIDE_PAD, _SLIM_PAD, _BIG_PAD = 8, 5, 10
_TALL = 10_000
_MOST_KEPT = 4096
_DOSE_BESIDE = 150
"""Width in px at 100 % from which the dose of an exercise stands beside its name."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words at a place, counted from the tile's upper left corner."""

    text: str
    place: QRect
    size: int
    weight: int
    role: str


@dataclass(frozen=True, slots=True)
class TileLayout:
    """A tile laid out: its words, the ground of its chip (None for no chip) and its height."""

    runs: tuple[Run, ...]
    chip: QRect | None
    height: int


class TileSetter:
    """Lays faces out, and remembers how."""

    def __init__(self) -> None:
        self._scale = 0.0
        self._family = ""
        self._kept: dict[tuple[Face, int, bool], TileLayout] = {}
        self._fonts: dict[tuple[int, int], tuple[QFont, QFontMetrics]] = {}

    def lay_out(self, theme: Theme, face: Face, width: int, *, big: bool) -> TileLayout:
        """Return the layout of a face; `big` tells its exercises too."""
        if (theme.scale, theme.family) != (self._scale, self._family):
            self._scale, self._family = theme.scale, theme.family
            self._kept.clear()
            self._fonts.clear()
        found = self._kept.get((face, width, big))
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[face, width, big] = _Setting(self, theme, width).of(face, big=big)
        return found

    def font(self, theme: Theme, size: int, weight: int) -> QFont:
        """Return a font of the theme that was last laid out in."""
        return self._font(theme, size, weight)[0]

    def height(self, theme: Theme, size: int, weight: int, width: int, text: str) -> int:
        """Return how high a text is at a width."""
        box = QRect(0, 0, max(1, width), _TALL)
        return self._font(theme, size, weight)[1].boundingRect(box, WRAP, text).height()

    def advance(self, theme: Theme, size: int, weight: int, text: str) -> int:
        """Return how wide a text is on one line."""
        return self._font(theme, size, weight)[1].horizontalAdvance(text)

    def _font(self, theme: Theme, size: int, weight: int) -> tuple[QFont, QFontMetrics]:
        found = self._fonts.get((size, weight))
        if found is None:
            font = theme.font(size, weight)
            found = self._fonts[size, weight] = (font, QFontMetrics(font))
        return found


class _Setting:
    """One tile while it is laid out from top to bottom."""

    def __init__(self, setter: TileSetter, theme: Theme, width: int) -> None:
        self._setter, self._theme, self._width = setter, theme, width
        longest = setter.advance(theme, SECONDARY, 400, tr("about {n} min", n=88))
        self._wide = width >= longest + 2 * theme.px(_WIDE_PAD)
        self._pad = theme.px(_WIDE_PAD if self._wide else _SLIM_PAD)
        self._y = theme.px(_PAD_Y)
        self._runs: list[Run] = []

    def of(self, face: Face, *, big: bool) -> TileLayout:
        """Lay a face out."""
        if big:
            self._pad = self._theme.px(_BIG_PAD if self._wide else _SLIM_PAD)
        quiet = face.look in {"beside", "late", "skipped", "paused", "off"}
        title_size = (15 if big else 13) if self._wide else 12
        weight = 500 if face.look in {"skipped", "off"} else 600
        self._write(face.title, title_size, weight, "muted" if quiet else "ink")
        lines = face.lines if self._wide else face.brief or face.lines
        if big and face.look == "off":
            lines = (face.note,) if face.note else ()
        for index, line in enumerate(lines):
            marked = index == 0 and face.marked
            self._write(line, SECONDARY, 600 if marked else 400, "primary" if marked else "muted")
        if big and face.exercises:
            self._y += self._theme.px(6)
            for name, dose in face.exercises:
                self._exercise(name, dose, quiet=quiet)
            if face.note:
                self._y += self._theme.px(3)
                self._write(face.note, SECONDARY, 400, "muted")
        chip = self._chip(face.chip) if face.chip else None
        return TileLayout(tuple(self._runs), chip, self._y + self._theme.px(_PAD_Y))

    def _write(self, text: str, size: int, weight: int, role: str) -> None:
        inner = self._width - 2 * self._pad
        height = self._setter.height(self._theme, size, weight, inner, text)
        self._runs.append(Run(text, QRect(self._pad, self._y, inner, height), size, weight, role))
        self._y += height

    def _exercise(self, name: str, dose: str, *, quiet: bool) -> None:
        """Write the dose to the right of the name, or below it where there is little room."""
        theme, setter = self._theme, self._setter
        inner = self._width - 2 * self._pad
        role = "muted" if quiet else "ink"
        if inner < theme.px(_DOSE_BESIDE):
            self._write(name, SECONDARY, 500, role)
            self._write(dose, SECONDARY, 400, "muted")
            self._y += theme.px(3)
            return
        side = setter.advance(theme, SECONDARY, 400, dose) + 1
        room = inner - side - theme.px(8)
        height = setter.height(theme, SECONDARY, 400, room, name)
        self._runs.append(Run(name, QRect(self._pad, self._y, room, height), SECONDARY, 400, role))
        place = QRect(self._pad + inner - side, self._y, side, height)
        self._runs.append(Run(dose, place, SECONDARY, 400, "muted"))
        self._y += height + theme.px(3)

    def _chip(self, text: str) -> QRect:
        theme = self._theme
        inset = theme.px(_CHIP)
        self._y += inset
        inner = self._width - 2 * self._pad
        words = inner - inset
        height = self._setter.height(theme, SECONDARY, 400, words, text)
        place = QRect(self._pad, self._y + inset // 2, words, height)
        self._runs.append(Run(text, place, SECONDARY, 400, "warn"))
        box = QRect(self._pad - inset, self._y, inner + 2 * inset, height + inset)
        self._y += height + inset
        return box


def narrowest_tile(setter: TileSetter, theme: Theme) -> int:
    """Return the width of a tile in which no usual word is cut."""
    words = tr("{n} exercises", n="").split()
    return max(setter.advance(theme, SECONDARY, 400, word) for word in words) + 2 * theme.px(_SLIM_PAD) + 2
