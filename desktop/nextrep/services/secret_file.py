"""A password or passphrase that stands in a file, for the command line."""

from __future__ import annotations

from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

_LARGEST = 4096


def line_in(file: Path, *, field: str) -> str:
    """Return the one line of a file, without its end.

    Raises:
        UserError: it cannot be read, is too large, is not UTF-8 or has more than one line; with that `field`.
    """
    try:
        with file.open("rb") as source:
            data = source.read(_LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        why = getattr(error, "strerror", None) or str(error)
        raise UserError(
            tr("The password file “{file}” cannot be read: {why}.", file=file.name, why=why), field=field
        ) from None
    if len(data) > _LARGEST:
        raise UserError(
            tr("“{file}” is too large for a password file. It holds one line.", file=file.name), field=field
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            tr("The password file “{file}” is not UTF-8 text. Save it as UTF-8.", file=file.name), field=field
        ) from None
    line = text.removesuffix("\n").removesuffix("\r")
    if "\n" in line or "\r" in line:
        raise UserError(tr("The password file “{file}” has more than one line.", file=file.name), field=field)
    return line
