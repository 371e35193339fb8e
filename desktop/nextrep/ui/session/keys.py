"""Keys of the set grid: what each does, and the list that says so."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from nextrep.domain.text import tr
from nextrep.domain.training import SetKind


class Command(Enum):
    """What a key asks of the session that is open."""

    SAVE = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    HEAVIER = auto()
    LIGHTER = auto()
    WARMUP = auto()
    DROP = auto()
    FAILED = auto()
    AMRAP = auto()
    REST_PAUSE = auto()
    NOTE = auto()
    ADD = auto()
    DELETE = auto()
    REVERT = auto()
    SKIP = auto()
    SWAP = auto()
    UNDO = auto()
    REDO = auto()
    NEXT = auto()
    PREVIOUS = auto()
    TIMER = auto()
    TOOLS = auto()
    HISTORY = auto()
    LARGE = auto()
    CUES = auto()
    FINISH = auto()
    HELP = auto()


KINDS = {
    Command.WARMUP: SetKind.WARMUP,
    Command.DROP: SetKind.DROP,
    Command.FAILED: SetKind.FAILURE,
    Command.AMRAP: SetKind.AMRAP,
    Command.REST_PAUSE: SetKind.REST_PAUSE,
}
"""Commands that make the current set one of a kind, or a working set again."""

REPEATED = {
    Command.UP,
    Command.DOWN,
    Command.LEFT,
    Command.RIGHT,
    Command.HEAVIER,
    Command.LIGHTER,
    Command.NEXT,
    Command.PREVIOUS,
}
"""Commands that go on while their key is held down; all others are done once."""

_BY_KEY = {
    Qt.Key.Key_Return: Command.SAVE,
    Qt.Key.Key_Enter: Command.SAVE,
    Qt.Key.Key_Up: Command.UP,
    Qt.Key.Key_Down: Command.DOWN,
    Qt.Key.Key_Left: Command.LEFT,
    Qt.Key.Key_Right: Command.RIGHT,
    Qt.Key.Key_Delete: Command.DELETE,
    Qt.Key.Key_Escape: Command.REVERT,
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_PageUp: Command.PREVIOUS,
}
_BY_TEXT = {
    "+": Command.HEAVIER,
    "=": Command.HEAVIER,
    "-": Command.LIGHTER,
    "−": Command.LIGHTER,
    "w": Command.WARMUP,
    "d": Command.DROP,
    "f": Command.FAILED,
    "m": Command.AMRAP,
    "r": Command.REST_PAUSE,
    "n": Command.NOTE,
    "a": Command.ADD,
    "k": Command.SKIP,
    "s": Command.SWAP,
    "u": Command.UNDO,
    "t": Command.TIMER,
    "b": Command.TOOLS,
    "h": Command.HISTORY,
    "l": Command.LARGE,
    "c": Command.CUES,
    "?": Command.HELP,
}
"""By the letter typed, whatever the layout. "=" is "+" without Shift on many of them."""

LETTERS = frozenset({*_BY_TEXT.values(), Command.REDO, Command.FINISH})
"""What is asked for wherever the keyboard is on the page, as long as nothing is written there."""

_FOCUS_KEYS = {Qt.Key(Qt.Key.Key_F1 + index): index + 1 for index in range(10)}

_STANDARD = (
    (QKeySequence.StandardKey.Undo, Command.UNDO),
    (QKeySequence.StandardKey.Redo, Command.REDO),
)
_WITH_CTRL = {
    Qt.Key.Key_PageDown: Command.NEXT,
    Qt.Key.Key_PageUp: Command.PREVIOUS,
    Qt.Key.Key_Return: Command.FINISH,
    Qt.Key.Key_Enter: Command.FINISH,
}
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key asks for, None where it asks for nothing here."""
    for standard, command in _STANDARD:
        if event.matches(standard):
            return command
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _WITH_CTRL:
        return _WITH_CTRL[key]
    if event.modifiers() & _WITH:
        return None
    if key in _BY_KEY and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _BY_KEY[key]
    return _BY_TEXT.get(event.text().lower())


def focus_of(event: QKeyEvent) -> int | None:
    """Return the focus (1-10) that F1 to F10 rate the set done last with, None for any other key."""
    if event.modifiers() & (_WITH | Qt.KeyboardModifier.ShiftModifier):
        return None
    return _FOCUS_KEYS.get(Qt.Key(event.key()))


def key_list() -> list[tuple[str, str]]:
    """Return every key with what it does."""
    return [
        (tr("Enter"), tr("save the row as it stands")),
        (tr("Digits"), tr("replace what is in the field; 100x5 is weight and reps, 10/9 left and right")),
        (tr("Tab, ← →"), tr("next field, previous field")),
        (tr("↑ ↓"), tr("row above, row below; a done row can be corrected")),
        (tr("+ −"), tr("the next weight or band that you have, up or down")),
        (tr("− in an empty weight field"), tr("a negative number, for help from a band or machine")),
        (tr("F1 to F10"), tr("focus in the set done last, 1 to 10")),
        (tr("W D F"), tr("warm-up, drop set, failed rep; again: a working set")),
        (tr("M R"), tr("as many reps as possible, rest-pause")),
        (tr("N"), tr("a note on the set")),
        (tr("A"), tr("one more set")),
        (tr("T"), tr("start or stop the timer of a timed set")),
        (tr("K S"), tr("leave the exercise out today, swap it for another")),
        (tr("B H"), tr("plates, warm-up and maximum; what was done before")),
        (tr("Delete"), tr("delete a done set")),
        (tr("Esc"), tr("take back what was typed in the row")),
        (tr("U or Ctrl+Z"), tr("undo; Ctrl+Shift+Z does it again")),
        (tr("Page Down, Page Up"), tr("next exercise, previous exercise")),
        (tr("L"), tr("large figures, to be read from afar")),
        (tr("C"), tr("a cue before each set, or none")),
        (tr("Ctrl+Enter"), tr("finish the session, whatever is still to do")),
        (tr("?"), tr("this list")),
    ]
