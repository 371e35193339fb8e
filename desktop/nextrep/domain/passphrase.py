"""Which passphrases can lock a profile, and the one form in which they are taken."""

from __future__ import annotations

import unicodedata

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

FIELD = "passphrase"
LEAST, MOST = 8, 1000
"""Characters of a new passphrase. Eight is the least of NIST SP 800-63B; four words are far better."""


def composed(passphrase: str) -> str:
    """Return a passphrase in composed form (NFC): systems differ in how they give an accented letter."""
    return unicodedata.normalize("NFC", passphrase)


def checked_passphrase(passphrase: str) -> str:
    """Return a new passphrase in composed form.

    Raises:
        UserError: it is too short or too long, or has something invisible in it; `field` is "passphrase".
    """
    text = composed(passphrase)
    if len(text) < LEAST:
        raise UserError(
            tr("A passphrase has at least {n} characters; four words or more are better.", n=LEAST),
            field=FIELD,
        )
    if len(text) > MOST:
        raise UserError(tr("A passphrase has at most {n} characters.", n=MOST), field=FIELD)
    if any(unicodedata.category(character)[0] == "C" for character in text):
        raise UserError(
            tr("The passphrase has an invisible character in it. Use what can be typed on one line."),
            field=FIELD,
        )
    return text
