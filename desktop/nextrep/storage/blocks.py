"""The exercises of sessions, each with what the plan asks of it; its sets are in sets.py."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.training import Block, Target
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.training import SessionExerciseRow as E
from nextrep.storage.texts import details_from, details_text


class BlockRepository(Repository):
    """Rows of session_exercise."""

    def of_session(self, session_id: int) -> list[Block]:
        """Return the exercises of a session in order."""
        query = (
            E.select(
                E.block, E.exercise_id, E.note, E.sets, E.reps_low, E.reps_high, E.seconds, E.rir_low,
                E.rir_high, E.rest_s, E.details, E.skipped,
            )
            .where(E.session_id == session_id)
            .order_by(E.block)
        )  # fmt: skip
        return [_block(row) for row in self._rows(query)]

    def add(self, session_id: int, block: Block) -> None:
        """Add an exercise to a session."""
        values = {E.session_id: session_id, E.block: block.block, **_block_values(block)}
        self._insert(E.insert(values))

    def delete(self, session_id: int, block: int) -> None:
        """Take an exercise out of a session (not its sets)."""
        self._change(E.delete().where(E.session_id == session_id, E.block == block))

    def update(self, session_id: int, block: Block) -> None:
        """Write everything about the block of its number."""
        here = (E.session_id == session_id, E.block == block.block)
        self._change(E.update(_block_values(block)).where(*here))

    def insert_imported(self, rows: Sequence[tuple[int, int, int, str]]) -> None:
        """Add many exercises without targets, as (session id, block, exercise id, note)."""
        self._many(
            "INSERT INTO session_exercise (session_id, block, exercise_id, note) VALUES (?, ?, ?, ?)", rows
        )


def _block_values(block: Block) -> dict[object, object]:
    target = block.target
    return {
        E.exercise_id: block.exercise_id,
        E.note: block.note,
        E.sets: target.sets if target else None,
        E.reps_low: target.reps_low if target else None,
        E.reps_high: target.reps_high if target else None,
        E.seconds: target.seconds if target else None,
        E.rir_low: target.rir_low if target else None,
        E.rir_high: target.rir_high if target else None,
        E.rest_s: target.rest_s if target else None,
        E.details: details_text(target.details) if target else "",
        E.skipped: int(block.skipped),
    }


def _block(row: Row) -> Block:
    block, exercise_id, note, sets, reps_low, reps_high, seconds, rir_low, rir_high, rest_s, details, skip = (
        row
    )
    target = None
    if sets is not None:
        more = details_from(details)
        target = Target(exercise_id, sets, reps_low, reps_high, seconds, rir_low, rir_high, rest_s or 0, more)
    return Block(block, exercise_id, target, note, bool(skip))
