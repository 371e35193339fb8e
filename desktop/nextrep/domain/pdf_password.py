"""Which passwords can lock a PDF so that every reader's program takes them the same way.

The standard (ISO 32000-2, 7.6.4.3.3) says that a password is brought into one form (SASLprep, RFC 4013) and
then taken as up to 127 bytes of UTF-8. Not all programs do the first step, so a password on which it would
change something is refused: what opens a file in one program has to open it in all.
"""

from __future__ import annotations

import unicodedata

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MOST_BYTES = 127
FIELD = "password"


def checked_password(password: str) -> str:
    """Return a password in composed form (NFC), in which keyboards give it.

    Raises:
        UserError: it is empty or too long, or programs would not agree on it; `field` is "password".
    """
    composed = unicodedata.normalize("NFC", password)
    if not composed:
        raise UserError(tr("The password is empty. Type at least one character."), field=FIELD)
    if any(unicodedata.category(character)[0] == "C" for character in composed):
        raise UserError(
            tr("The password has an invisible character in it. Use letters, digits and signs on one line."),
            field=FIELD,
        )
    if unicodedata.normalize("NFKC", composed) != composed or "\u1680" in composed:
        raise UserError(
            tr("The password has a character in it that programs read differently. Use another one."),
            field=FIELD,
        )
    if len(composed.encode("utf-8")) > MOST_BYTES:
        raise UserError(
            tr("The password is too long: {n} letters at most, fewer with accents.", n=MOST_BYTES),
            field=FIELD,
        )
    return composed
