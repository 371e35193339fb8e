"""Light Markdown as it is written: the words look as they are meant, their marks are dimmed.

Only the line that was changed is looked at, and of a very long one only its beginning, so that a key costs
the same in a megabyte as in a note. Words that are not in the dictionary get a wavy line once that is known.
Nothing here writes into the text, so undo knows nothing of it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from nextrep.domain.light_markdown import Look, Part, looks
from nextrep.domain.spelling import Span
from nextrep.ui.journal.spell_marks import SpellMarks
from nextrep.ui.theme.theme import BODY, Theme, current_theme
from nextrep.ui.widgets.utf16 import places

LONGEST_LINE = 4_000
"""As many characters of a line are looked at."""
SLICE_S = 0.004
"""Lines are looked at again for so long at a time, so that a key in between is not late."""
_LARGER = {1: 1.3, 2: 1.15}
"""Size of headings by level."""
Kind = tuple[Look, int]
"""A look and the level of a heading."""
Run = tuple[int, int, frozenset[Kind]]


class Highlighter(QSyntaxHighlighter):
    """Dresses the lines of one document.

    Attributes:
        spelling: which words are underlined; None where spelling is not checked.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.spelling: SpellMarks | None = None
        self._waiting: set[int] = set()
        self._lines = 0
        self._todo: list[int] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)
        self._formats: dict[frozenset[Kind], QTextCharFormat] = {}

    def dress_again(self) -> None:
        """Take the colours and sizes of the theme that is in force now."""
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Dress one line, which Qt asks for after it was changed."""
        line = text[:LONGEST_LINE]
        parts = looks(line)
        wrong = self._wrong_in(line, parts)
        if not parts and not wrong:
            return
        place = places(line)
        dressed = [*parts, *(Part(start, end, Look.UNKNOWN) for start, end in wrong)]
        for start, end, kinds in runs(dressed):
            begun = place(start)
            self.setFormat(begun, place(end) - begun, self._format_of(kinds))

    def check(self, spelling: SpellMarks) -> None:
        """Underline what `spelling` does not know, now and whenever it knows more."""
        self.spelling = spelling
        spelling.answered.connect(self._on_answered)

    def check_again(self) -> None:
        """Look at all lines once more, a few at a time."""
        self._todo = list(range(self.document().blockCount()))[::-1]
        self._turn.start()

    def hold(self) -> None:
        """Look at no further lines."""
        self._turn.stop()

    def _wrong_in(self, line: str, parts: Sequence[Part]) -> Sequence[Span]:
        if self.spelling is None:
            return ()
        wrong, waits = self.spelling.wrong_in(line, parts)
        if waits:
            self._waiting.add(self.currentBlock().blockNumber())
        return wrong

    def _on_answered(self) -> None:
        """Look again at the lines with words that were looked up; at all lines if some came or went."""
        waiting, self._waiting = self._waiting, set()
        lines = self.document().blockCount()
        if lines != self._lines:
            self._lines = lines
            self.check_again()
        elif waiting:
            self._todo = sorted(waiting.union(self._todo), reverse=True)
            self._turn.start()

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE_S
        while self._todo and time.monotonic() < until:
            self.rehighlightBlock(self.document().findBlockByNumber(self._todo.pop()))
        if not self._todo:
            self._turn.stop()

    def _format_of(self, kinds: frozenset[Kind]) -> QTextCharFormat:
        made = self._formats.get(kinds)
        if made is None:
            made, theme = QTextCharFormat(), current_theme()
            for look, level in sorted(kinds, key=str):
                _dress(made, theme, look, level)
            self._formats[kinds] = made
        return made


def runs(parts: Iterable[Part]) -> Iterator[Run]:
    """Yield the stretches of a line that look the same, by parts that may lie within each other."""
    turns: dict[int, list[tuple[Kind, int]]] = {}
    for part in parts:
        if part.start < part.end:
            kind = (part.look, part.level)
            turns.setdefault(part.start, []).append((kind, 1))
            turns.setdefault(part.end, []).append((kind, -1))
    active: Counter[Kind] = Counter()
    begun = 0
    for place in sorted(turns):
        kinds = frozenset(+active)
        if kinds:
            yield begun, place, kinds
        for kind, step in turns[place]:
            active[kind] += step
        begun = place


def _dress(made: QTextCharFormat, theme: Theme, look: Look, level: int) -> None:
    """Add one look to a format."""
    if look in {Look.STRONG, Look.HEADING}:
        made.setFontWeight(QFont.Weight.Bold)
    if look is Look.HEADING:
        size = theme.px(BODY * _LARGER.get(level, 1))
        made.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    elif look is Look.EMPHASIS:
        made.setFontItalic(True)
    elif look is Look.CODE:
        made.setBackground(theme.color("sunken"))
    elif look in {Look.MARK, Look.QUOTE}:
        made.setForeground(theme.color("muted"))
    elif look is Look.UNKNOWN:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(theme.color("primary"))
