"""From a path to text: what can be read, in which encoding, and what is refused."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MAX_BYTES = 200_000_000
"""Larger than a century of logs: a file this big was picked by mistake."""

_SAMPLE = 4096
_TEXT_CONTROLS = "\t\n\r\v\f\x1a\x1b"
_CONTROL_SHARE = 0.02


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file.

    Raises:
        UserError: missing, a folder or device, not readable, empty, or larger than MAX_BYTES.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError(tr("“{name}” is a folder. Choose the exported file inside it.", name=path.name))
        if not stat.S_ISREG(status.st_mode):
            raise UserError(tr("“{name}” is not a file that can be read.", name=path.name))
        if status.st_size > MAX_BYTES:
            raise UserError(tr("“{name}” is too large to be a training log.", name=path.name))
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(tr("There is no file “{path}”. Check its name and folder.", path=path)) from None
    except PermissionError:
        raise UserError(
            tr("“{name}” may not be read. Check its permissions, or copy it elsewhere.", name=path.name)
        ) from None
    except (OSError, ValueError) as error:
        raise UserError(tr("“{name}” could not be read: {why}", name=path.name, why=error)) from None
    if not data.strip():
        raise UserError(tr("“{name}” is empty. Export it again from the other program.", name=path.name))
    return data


def decode(data: bytes, name: str) -> tuple[str, list[str]]:
    """Return the text of `data` and warnings about it.

    A byte order mark decides between UTF-8 and UTF-16; without one, text that is not UTF-8 is read as
    Windows-1252, which older spreadsheet programs write.

    Raises:
        UserError: the file is not text.
    """
    warnings: list[str] = []
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        text = _decode_bytes(data, warnings)
    text = text.lstrip("\ufeff")
    if "\x00" in text or _looks_binary(text[:_SAMPLE]):
        raise UserError(
            tr(
                "“{name}” is not a text file. NextRep reads the CSV exports of Strong, Hevy and FitNotes "
                "and the backups of FitNotes.",
                name=name,
            )
        )
    return text, warnings


def _decode_bytes(data: bytes, warnings: list[str]) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    replaced = data.decode("utf-8", errors="replace")
    broken = replaced.count("\ufffd")
    if sum(map(str.isascii, replaced)) + 2 * broken < len(replaced):
        # Most letters beyond ASCII are good UTF-8, so the file is UTF-8 with some damage.
        warnings.append(tr("Some letters in the file are damaged and show as “\ufffd”."))
        return replaced
    return data.decode("cp1252", errors="replace")


def _looks_binary(sample: str) -> bool:
    controls = sum(letter < " " and letter not in _TEXT_CONTROLS for letter in sample)
    return controls > len(sample) * _CONTROL_SHARE
