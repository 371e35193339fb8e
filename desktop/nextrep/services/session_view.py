"""A session with all that the screen needs: what was done, what is planned, what comes next and why."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.exercises import Exercise
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import Suggestion
from nextrep.domain.strength import volume_grams
from nextrep.domain.training import Session, SetDraft, SetEntry, SetKind, Target
from nextrep.services import catalog, next_time
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class BlockView:
    """One exercise of a session as the screen shows it.

    Attributes:
        last: working sets of the last time, and `last_day` when that was (None: first time).
    """

    block: int
    exercise_id: int
    exercise: Exercise
    target: Target | None
    sets: tuple[SetEntry, ...]
    last: tuple[SetDraft, ...]
    last_day: int | None
    suggestion: Suggestion

    @property
    def working_sets(self) -> int:
        """Number of sets done, warm-ups left out."""
        return sum(entry.draft.kind is not SetKind.WARMUP for entry in self.sets)

    @property
    def goal(self) -> int:
        """Number of sets to do, warm-ups left out: as planned, else as many as last time, else one."""
        if self.target is not None:
            asked = sum(row.kind is not PlannedKind.WARMUP for row in self.suggestion.rows)
            return asked or self.target.sets
        return max(1, len(self.last))

    @property
    def complete(self) -> bool:
        """Whether as many sets were done as there were to do."""
        return self.working_sets >= self.goal


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its exercises and sets."""

    session: Session
    blocks: tuple[BlockView, ...]

    @property
    def set_count(self) -> int:
        """Number of working sets done."""
        return sum(block.working_sets for block in self.blocks)

    def next_open(self, after: int = -1) -> int | None:
        """Return the first block behind `after` with sets missing, else the first of all; None when done."""
        missing = [block.block for block in self.blocks if not block.complete]
        behind = [block for block in missing if block > after]
        return next(iter(behind or missing), None)

    @property
    def grams(self) -> int:
        """Volume of the working sets in grams."""
        drafts = [entry.draft for block in self.blocks for entry in block.sets]
        return sum(
            volume_grams(d.load.grams if d.load else None, d.reps)
            for d in drafts
            if d.kind is not SetKind.WARMUP
        )


def view(store: Store, session_id: int) -> SessionView:
    """Return a session with everything the screen needs.

    Raises:
        KeyError: there is none of that id.
    """
    session = store.sessions.get(session_id)
    sets = store.sets.of_session(session_id)
    coach = next_time.Coach(store, session.day, session_id)
    blocks = []
    for block in store.sessions.blocks(session_id):
        exercise = catalog.exercise_of(store, block.exercise_id)
        found = store.sets.last_time(block.exercise_id, session_id)
        last = tuple(found[1]) if found else ()
        blocks.append(
            BlockView(
                block=block.block,
                exercise_id=block.exercise_id,
                exercise=exercise,
                target=block.target,
                sets=tuple(entry for entry in sets if entry.draft.block == block.block),
                last=last,
                last_day=found[0] if found else None,
                suggestion=coach.suggestion(exercise, block.exercise_id, block.target),
            )
        )
    return SessionView(session, tuple(blocks))
