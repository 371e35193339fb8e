"""Sessions that a file holds twice, row for row."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet, SkippedRow
from nextrep.domain.text import tr

_NUMBERED = frozenset({"strong", "hevy"})
"""Formats that number their sets. Without numbers, equal rows are sets that were done again."""


def count_repeats(format_name: str, sessions: tuple[ImportedSession, ...]) -> int:
    """Count the sets of second copies in a file of this format."""
    if format_name not in _NUMBERED:
        return 0
    return sum(len(session.sets) // 2 for session in sessions if _is_twice(session.sets))


def without_repeats(log: ImportedLog) -> ImportedLog:
    """Return `log` with the first copy of each session only; the second one is among the skipped rows."""
    if not log.repeats:
        return log
    sessions = []
    dropped: list[ImportedSet] = []
    for session in log.sessions:
        half = len(session.sets) // 2
        if _is_twice(session.sets):
            dropped += session.sets[half:]
            sessions.append(replace(session, sets=session.sets[:half]))
        else:
            sessions.append(session)
    reason = tr("This session is in the file twice.")
    skipped = [*log.skipped, *(SkippedRow(one.line, reason) for one in dropped)]
    skipped.sort(key=lambda row: row.line)
    return replace(log, sessions=tuple(sessions), skipped=tuple(skipped), repeats=0)


def _is_twice(sets: tuple[ImportedSet, ...]) -> bool:
    """Whether the second half says the same as the first and starts over with a new block."""
    half = len(sets) // 2
    if not sets or len(sets) % 2 or sets[half].block == sets[half - 1].block:
        return False
    shift = sets[half].block - sets[0].block
    return all(
        second.block - first.block == shift and _said(first) == _said(second)
        for first, second in zip(sets[:half], sets[half:], strict=True)
    )


def _said(one: ImportedSet) -> tuple[object, ...]:
    return (one.exercise, one.kind, one.load, one.reps, one.seconds, one.distance_m, one.effort, one.note,
            one.exercise_note)  # fmt: skip
