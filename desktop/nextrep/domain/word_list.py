"""Words that the person put on a list of their own, and whether a text holds one (clinical.md, 4.1.6).

Nothing else is looked for in what they write, and nothing is concluded from it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

MOST_WORDS, LONGEST_WORD = 50, 60
_UNSPACED = "Lo"
"""Category of letters without capitals: scripts that set no spaces, or join small words to others."""


def listed_words(text: str) -> tuple[str, ...]:
    """Return the words of a list, one a line (or several words that belong together), each once.

    Raises:
        UserError: there are too many, or one is too long; `field` is "words".
    """
    lines = (" ".join(line.split()) for line in text.replace("\0", "").splitlines())
    words = tuple({_plain(line): line for line in lines if line}.values())
    if len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words):
        said = tr("Up to {n} words of {length} characters fit here.", n=MOST_WORDS, length=LONGEST_WORD)
        raise UserError(said, field="words")
    return words


def holds_word(text: str, words: Iterable[str]) -> bool:
    """Tell whether one of the words stands in a text, as a whole word, in capitals or not."""
    wanted = [_plain(word) for word in words]
    said = _plain(text) if wanted else ""
    return any(_stands(word, said) for word in wanted)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _stands(word: str, said: str) -> bool:
    parts = word.split()
    # Most texts hold none: looking for the parts alone is many times faster than the expression below.
    if not parts or not all(part in said for part in parts):
        return False
    before = "" if unicodedata.category(word[0]) == _UNSPACED else r"(?<!\w)"
    after = "" if unicodedata.category(word[-1]) == _UNSPACED else r"(?!\w)"
    return re.search(before + r"\s+".join(map(re.escape, parts)) + after, said) is not None
