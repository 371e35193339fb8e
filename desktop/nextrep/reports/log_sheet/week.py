"""One week: the sessions below each other, the sets of an exercise side by side."""

from __future__ import annotations

from functools import partial

from nextrep.domain.text import tr
from nextrep.reports.log_sheet.content import SheetExercise, SheetSession
from nextrep.reports.log_sheet.form import (
    BOLD,
    INK,
    THIN,
    WRITABLE,
    Title,
    Words,
    draw_field,
    draw_set_box,
    outline,
    title_of,
    words_of,
)
from nextrep.reports.log_sheet.paging import Piece, Section
from nextrep.reports.pen import Pen
from nextrep.reports.styles import MM, NOTE
from nextrep.reports.text import wrap

_WORDS_SHARE = 0.33
_GAP = 5.0
_FIELD_HEIGHT = WRITABLE + 3.5 * MM
_BOX_HEIGHT = WRITABLE + 2 * MM
_FEWEST, _MOST = 4, 5
"""Boxes of working sets in a line."""
_WARM_UPS_A_LINE = 6
_PAD = 3.5
_TICK = 5.5 * MM
_TICK_ROOM = 26.0


def session_section(session: SheetSession, width: float, unit: str) -> Section:
    """Return one session as pieces of paper `width` points wide."""
    if not session.exercises:
        return _day_off(session, width)
    lines = wrap(session.note, width, NOTE, 3)
    title = title_of(session.title, width, session.day, session.length)
    more = tr("{title}, continued", title=session.title)
    next_title = title_of(more, width, session.day, session.length)
    head = Piece(
        title.height + 3 + NOTE.leading * len(lines) + _FIELD_HEIGHT + NOTE.leading + 7,
        partial(_draw_head, session, title, lines, unit),
    )
    again = Piece(next_title.height + 2, partial(_draw_again, next_title))
    a_line = _FEWEST if all(len(one.sets) <= _FEWEST for one in session.exercises) else _MOST
    rows = tuple(_row(exercise, width, a_line) for exercise in session.exercises)
    tail = Piece(2 * WRITABLE + 4, _draw_notes)
    return Section(head, again, rows, tail)


def _row(exercise: SheetExercise, width: float, a_line: int) -> Piece:
    words = words_of(exercise, width * _WORDS_SHARE - _GAP, exercise.asked)
    warm = -(-len(exercise.warm_ups) // _WARM_UPS_A_LINE) * (WRITABLE + _PAD)
    working = -(-len(exercise.sets) // a_line) * (_BOX_HEIGHT + _PAD)
    height = max(words.height + 4, warm + working) + _PAD
    return Piece(height, partial(_draw_row, exercise, words, a_line, height))


def _draw_head(session: SheetSession, title: Title, note: list[str], unit: str, pen: Pen, y: float) -> None:
    y = title.draw(pen, y)
    y = pen.lines((pen.left, y - 1), note, NOTE) + 3
    fields = (
        (tr("Date"), "", 1.25),
        (tr("Begun"), "", 0.9),
        (tr("Ended"), "", 0.9),
        (tr("Before: pleasant"), tr("-5 to 5"), 1.25),
        (tr("Activated"), tr("1 to 6"), 0.9),
        (tr("After: pleasant"), tr("-5 to 5"), 1.25),
        (tr("Effort"), tr("0 to 10"), 0.9),
    )
    total = sum(share for _label, _scale, share in fields)
    x = pen.left
    for label, scale, share in fields:
        wide = pen.width * share / total
        draw_field(pen, (x, y), (wide, _FIELD_HEIGHT), label, scale)
        x += wide
    y += _FIELD_HEIGHT + NOTE.leading + 2
    boxes = pen.left + pen.width * _WORDS_SHARE
    loaded = any(one.box.loaded for one in session.exercises)
    how = tr("Set by set, load in {unit}", unit=unit) if loaded else tr("Set by set")
    pen.text((pen.left, y), tr("Exercise"), NOTE)
    pen.text((boxes, y), how, NOTE)
    pen.line((pen.left, y + 4), (pen.right, y + 4), INK, BOLD)


def _draw_again(title: Title, pen: Pen, y: float) -> None:
    y = title.draw(pen, y)
    pen.line((pen.left, y), (pen.right, y), INK, BOLD)


def _draw_row(exercise: SheetExercise, words: Words, a_line: int, height: float, pen: Pen, y: float) -> None:
    pen.line((pen.left, y + height), (pen.right, y + height), INK, THIN)
    words.draw(pen, (pen.left, y + 3))
    left = pen.left + pen.width * _WORDS_SHARE
    room = pen.right - left
    y += _PAD
    for start in range(0, len(exercise.warm_ups), _WARM_UPS_A_LINE):
        wide = room / _WARM_UPS_A_LINE
        for index, label in enumerate(exercise.warm_ups[start : start + _WARM_UPS_A_LINE]):
            said = label or (tr("warm-up") if start + index == 0 else "")
            draw_set_box(pen, (left + index * wide, y), (wide - _PAD, WRITABLE), exercise.box, said)
        y += WRITABLE + _PAD
    for start in range(0, len(exercise.sets), a_line):
        wide = room / a_line
        for index, label in enumerate(exercise.sets[start : start + a_line]):
            at = (left + index * wide, y)
            said = tr("{n}: {asked}", n=start + index + 1, asked=label) if label else str(start + index + 1)
            draw_set_box(pen, at, (wide - _PAD, _BOX_HEIGHT), exercise.box, said)
        y += _BOX_HEIGHT + _PAD


def _draw_notes(pen: Pen, y: float) -> None:
    pen.text((pen.left, y + WRITABLE - 3), tr("Note"), NOTE)
    for line in (1, 2):
        at = y + line * WRITABLE
        pen.line((pen.left, at), (pen.right, at), INK, THIN)


def _day_off(session: SheetSession, width: float) -> Section:
    title = title_of(session.title, width - _TICK_ROOM, session.day)
    lines = wrap(session.note, width - _TICK_ROOM, NOTE, 4)
    nothing = Piece(0.0, _draw_nothing)
    head = Piece(title.height + NOTE.leading * len(lines) + 6, partial(_draw_day_off, title, lines))
    return Section(head, nothing, (), nothing)


def _draw_day_off(title: Title, lines: list[str], pen: Pen, y: float) -> None:
    outline(pen, (pen.left, y + 2), (_TICK, _TICK), THIN)
    x = pen.left + _TICK_ROOM
    y = title.draw(pen, y, x)
    pen.lines((x, y - 1), lines, NOTE)


def _draw_nothing(_pen: Pen, _y: float) -> None:
    """Draw nothing."""
