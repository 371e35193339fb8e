"""A session with all that the screen needs: what was done, what is planned, what comes next and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nextrep.domain.exercises import Exercise
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import Suggestion
from nextrep.domain.records import Record
from nextrep.domain.rounds import Lap, next_lap
from nextrep.domain.strength import volume_grams
from nextrep.domain.training import Block, Session, SetDraft, SetEntry, SetKind, Target
from nextrep.domain.units import Unit
from nextrep.services import catalog, next_time
from nextrep.services.history import Time, history
from nextrep.services.records import RecordBook
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class BlockView:
    """One exercise of a session as the screen shows it.

    Attributes:
        last: working sets of the last time, and `last_day` when that was (None: first time). Where an
            exercise stands twice in both sessions, each goes by its own.
        skipped: left out today.
        unit: in which its loads are typed, None for the person's usual one.
    """

    block: int
    exercise_id: int
    exercise: Exercise
    target: Target | None
    sets: tuple[SetEntry, ...]
    last: tuple[SetDraft, ...]
    last_day: int | None
    suggestion: Suggestion
    note: str = ""
    skipped: bool = False
    unit: Unit | None = None

    @property
    def working_sets(self) -> int:
        """Number of sets done that were to do: no warm-ups, and drops and the like as far as planned."""
        kinds = [entry.draft.kind for entry in self.sets if entry.draft.kind is not SetKind.WARMUP]
        follow = sum(kind.follows_on for kind in kinds)
        asked = sum(row.kind is PlannedKind.DROP for row in self.suggestion.rows)
        return len(kinds) - follow + min(follow, asked)

    @property
    def goal(self) -> int:
        """Number of sets to do, warm-ups left out: as planned, else as many as last time, else one."""
        if self.target is not None:
            asked = sum(row.kind is not PlannedKind.WARMUP for row in self.suggestion.rows)
            return asked or self.target.sets
        return max(1, sum(not draft.kind.follows_on for draft in self.last))

    @property
    def complete(self) -> bool:
        """Whether as many sets were done as there were to do, or it was left out."""
        return self.skipped or self.working_sets >= self.goal

    @property
    def superset(self) -> str:
        """Letter of the exercises that are done in turn with it, "" for none."""
        return self.target.details.superset if self.target is not None else ""


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its exercises and sets."""

    session: Session
    blocks: tuple[BlockView, ...]

    @property
    def set_count(self) -> int:
        """Number of sets done, warm-ups left out."""
        return sum(entry.draft.kind is not SetKind.WARMUP for block in self.blocks for entry in block.sets)

    @property
    def last_set(self) -> SetEntry | None:
        """The set that was done last, None before the first; warm-ups do not count."""
        done = [entry for block in self.blocks for entry in block.sets]
        done = [entry for entry in done if entry.draft.kind is not SetKind.WARMUP]
        return max(done, key=lambda entry: entry.position, default=None)

    def next_open(self, after: int = -1) -> int | None:
        """Return the first block behind `after` with sets missing, else the first of all; None when done."""
        missing = [block.block for block in self.blocks if not block.complete]
        behind = [block for block in missing if block > after]
        return next(iter(behind or missing), None)

    def after_set(self, block: int) -> tuple[int | None, bool]:
        """Return where to go after a set of a block, and whether to rest before (see domain.rounds).

        None where every set of every exercise is done.
        """
        laps = [Lap(one.block, one.superset, one.working_sets, one.complete) for one in self.blocks]
        return next_lap(laps, block)

    def find(self, block: int) -> BlockView | None:
        """Return the exercise of a number."""
        return next((one for one in self.blocks if one.block == block), None)

    def with_set(self, entry: SetEntry) -> SessionView:
        """Return the session with a set that was added or changed, as reading it anew would give it."""
        blocks = []
        for block in self.blocks:
            kept = tuple(one for one in block.sets if one.id != entry.id)
            if block.block == entry.draft.block:
                kept = tuple(sorted((*kept, entry), key=lambda one: (one.position, one.id)))
            blocks.append(replace(block, sets=kept) if kept != block.sets else block)
        return replace(self, blocks=tuple(blocks))

    @property
    def grams(self) -> int:
        """Volume of the working sets in grams."""
        drafts = [entry.draft for block in self.blocks for entry in block.sets]
        return sum(
            volume_grams(d.load.grams if d.load else None, d.reps)
            for d in drafts
            if d.kind is not SetKind.WARMUP
        )


class SessionReader:
    """Reads a session again and again, and what follows from earlier sessions only once.

    Sets of the open session change none of that. Whoever changes anything else calls `forget`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[int, int, Block], BlockView] = {}
        self._book: RecordBook | None = None
        self._times: dict[tuple[int, int], list[Time]] = {}

    def forget(self) -> None:
        """Read everything anew next time."""
        self._known.clear()
        self._times.clear()
        self._book = None

    def history(self, exercise_id: int, session_id: int) -> list[Time]:
        """Return the latest times of an exercise before a session, newest first."""
        key = exercise_id, session_id
        if key not in self._times:
            self._times[key] = history(self._store, exercise_id, session_id)
        return self._times[key]

    def records(self, view: SessionView) -> list[tuple[Exercise, Record]]:
        """Return the records that a session set, in the order of its exercises."""
        if self._book is None or self._book.session_id != view.session.id:
            self._book = RecordBook(self._store, view.session.id)
            self._book.prepare(block.exercise_id for block in view.blocks)
        entries = [entry for block in view.blocks for entry in block.sets]
        return self._book.records(entries, view.session.body_grams)

    def read(self, session_id: int) -> SessionView:
        """Return a session with everything the screen needs.

        Raises:
            KeyError: there is none of that id.
        """
        session = self._store.sessions.get(session_id)
        sets = self._store.sets.of_session(session_id)
        coach = next_time.Coach(self._store, session.day, session_id)
        blocks = []
        turns: Counter[int] = Counter()
        for block in self._store.blocks.of_session(session_id):
            turn = turns[block.exercise_id]
            turns[block.exercise_id] += 1
            key = (session_id, turn, replace(block, note="", skipped=False))
            if key not in self._known:
                self._known[key] = _read(self._store, coach, session_id, block, turn)
            done = tuple(entry for entry in sets if entry.draft.block == block.block)
            blocks.append(replace(self._known[key], sets=done, note=block.note, skipped=block.skipped))
        return SessionView(session, tuple(blocks))


def _read(store: Store, coach: next_time.Coach, session_id: int, block: Block, turn: int) -> BlockView:
    """Return an exercise without its sets; `turn` of the same exercise stand before it in the session."""
    known = store.exercises.standing(block.exercise_id)
    exercise = catalog.as_exercise(known)
    found = store.sets.last_time(block.exercise_id, session_id)
    last, later = _turn_of(found[1], turn) if found else ((), 0)
    return BlockView(
        block=block.block,
        exercise_id=block.exercise_id,
        exercise=exercise,
        target=block.target,
        sets=(),
        last=last,
        last_day=found[0] if found else None,
        suggestion=coach.suggestion(
            exercise, block.exercise_id, block.target, later=later if block.target is None else 0
        ),
        unit=known.unit,
    )


def _turn_of(drafts: Sequence[SetDraft], turn: int) -> tuple[tuple[SetDraft, ...], int]:
    """Return the sets that the `turn`-th place of a time (from 0, else the last) had, and how many later.

    An exercise may stand at several places of a session, heavy first and lighter later.
    """
    places: dict[int, list[SetDraft]] = {}
    for draft in drafts:
        places.setdefault(draft.block, []).append(draft)
    order = sorted(places)
    place = min(turn, len(order) - 1)
    return tuple(places[order[place]]), len(order) - 1 - place


def view(store: Store, session_id: int) -> SessionView:
    """Return a session with everything the screen needs, for one look.

    Raises:
        KeyError: there is none of that id.
    """
    return SessionReader(store).read(session_id)
