"""Keys of the set grid: what each does, and the list that says so."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from nextrep.domain.text import tr


class Command(Enum):
    """What a key asks of the grid."""

    SAVE = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    HEAVIER = auto()
    LIGHTER = auto()
    WARMUP = auto()
    ADD = auto()
    DELETE = auto()
    UNDO = auto()
    REDO = auto()
    NEXT = auto()
    PREVIOUS = auto()
    CUES = auto()
    HELP = auto()


_BY_KEY = {
    Qt.Key.Key_Return: Command.SAVE,
    Qt.Key.Key_Enter: Command.SAVE,
    Qt.Key.Key_Up: Command.UP,
    Qt.Key.Key_Down: Command.DOWN,
    Qt.Key.Key_Left: Command.LEFT,
    Qt.Key.Key_Right: Command.RIGHT,
    Qt.Key.Key_Delete: Command.DELETE,
}
_BY_TEXT = {
    "+": Command.HEAVIER,
    "=": Command.HEAVIER,
    "-": Command.LIGHTER,
    "−": Command.LIGHTER,
    "w": Command.WARMUP,
    "a": Command.ADD,
    "u": Command.UNDO,
    "n": Command.NEXT,
    "p": Command.PREVIOUS,
    "c": Command.CUES,
    "?": Command.HELP,
}
"""By the letter typed, whatever the layout. "=" is "+" without Shift on many of them."""

_STANDARD = (
    (QKeySequence.StandardKey.Undo, Command.UNDO),
    (QKeySequence.StandardKey.Redo, Command.REDO),
)
_PAGES = {Qt.Key.Key_PageDown: Command.NEXT, Qt.Key.Key_PageUp: Command.PREVIOUS}
_WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key asks for, None where it asks for nothing here."""
    for standard, command in _STANDARD:
        if event.matches(standard):
            return command
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _PAGES:
        return _PAGES[key]
    if event.modifiers() & _WITH:
        return None
    if key in _BY_KEY and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _BY_KEY[key]
    return _BY_TEXT.get(event.text().lower())


def key_list() -> list[tuple[str, str]]:
    """Return every key with what it does."""
    return [
        (tr("Enter"), tr("save the row as it stands")),
        (tr("Digits"), tr("replace what is in the field")),
        (tr("Tab, ← →"), tr("next field, previous field")),
        (tr("↑ ↓"), tr("row above, row below; a done row can be corrected")),
        (tr("+ −"), tr("more or less weight, by the smallest step")),
        (tr("− in an empty weight field"), tr("a negative number, for help from a band or machine")),
        (tr("W"), tr("warm-up, or working set again")),
        (tr("A"), tr("one more set")),
        (tr("Delete"), tr("delete a done set")),
        (tr("U or Ctrl+Z"), tr("undo; Ctrl+Shift+Z does it again")),
        (tr("N, P or Ctrl+Page Down, Up"), tr("next exercise, previous exercise")),
        (tr("C"), tr("a cue before each set, or none")),
        (tr("?"), tr("this list")),
    ]
