"""Letterforms that our typeface lacks, from the fonts of the computer: Hebrew, Arabic, Chinese, emoji.

Fonts for all scripts would be over 100 MB, so none is shipped. Well-known files are looked for by name,
opened only when a character needs one, and embedded as a subset like ours; a font whose maker forbids that is
left alone (ReportLab reads its fsType). What no font can show is replaced and named on the page (`text`).
"""

from __future__ import annotations

import logging
import os
import sys
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

_log = logging.getLogger(__name__)

_NAMES = (
    "NotoSansHebrew-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoNaskhArabic-Regular.ttf",
    "NotoSansThai-Regular.ttf", "NotoSansArmenian-Regular.ttf", "NotoSansGeorgian-Regular.ttf",
    "DejaVuSans.ttf", "FreeSans.ttf",
    "wqy-microhei.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf",
    "NanumGothic.ttf", "ipagp.ttf", "ipag.ttf", "TakaoPGothic.ttf", "unifont.ttf",
    "segoeui.ttf", "arial.ttf", "msyh.ttc", "msgothic.ttc", "malgun.ttf", "seguisym.ttf", "leelawui.ttf",
    "Arial Unicode.ttf", "Arial.ttf", "AppleSDGothicNeo.ttc", "Hiragino Sans GB.ttc", "STHeiti Light.ttc",
)  # fmt: skip
"""Fonts with TrueType outlines (ReportLab takes no others), the most fitting first."""


def folders() -> tuple[Path, ...]:
    """Return where this system keeps its fonts."""
    home = Path.home()
    by_system = {
        "win32": (
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "Microsoft/Windows/Fonts",
        ),
        "darwin": (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"),
    }
    others = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts")
    return by_system.get(sys.platform, others)


@cache
def font_with(character: str) -> str | None:
    """Return the registered name of a font of this computer that has the character, None where none has."""
    for file in _files():
        font = _opened(file)
        if font is not None and ord(character) in font.face.charToGlyph:
            return str(font.fontName)
    return None


@cache
def _files() -> tuple[Path, ...]:
    found: dict[str, Path] = {}
    for folder in folders():
        for place, _folders, names in os.walk(folder):
            for name in names:
                found.setdefault(name, Path(place) / name)
    return tuple(found[name] for name in _NAMES if name in found)


@cache
def _opened(file: Path) -> TTFont | None:
    try:
        font = TTFont(f"System-{file.stem.replace(' ', '')}", str(file), subfontIndex=0)
    except (TTFError, OSError, ValueError, KeyError):
        _log.info("a font of the system cannot be embedded")
        return None
    pdfmetrics.registerFont(font)
    return font


def forget() -> None:
    """Forget what was looked up, as after fonts were installed."""
    font_with.cache_clear()
    _files.cache_clear()
    _opened.cache_clear()
