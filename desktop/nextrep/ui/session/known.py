"""What a session is shown with that its sets do not change: read once, and again when it may be another."""

from __future__ import annotations

from nextrep.domain.changes import Changes
from nextrep.domain.cues import LineUp
from nextrep.domain.exercises import Exercise
from nextrep.services import cues
from nextrep.services.session import BlockView, SessionReader
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.habits import Habits


class Known:
    """Earlier sessions, the person's habits, and the cues of each exercise."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._reader: SessionReader | None = None
        self._habits: Habits | None = None
        self._cues: dict[tuple[int, Exercise, bool], LineUp | None] = {}

    @property
    def reader(self) -> SessionReader:
        """Reads sessions, and keeps what it read of earlier ones."""
        if self._reader is None:
            self._reader = SessionReader(self._context.store)
        return self._reader

    @property
    def habits(self) -> Habits:
        """How the person logs sets."""
        if self._habits is None:
            self._habits = Habits.read(self._context.store)
        return self._habits

    def hear(self, changes: Changes) -> None:
        """Forget what these changes may have altered; what the open session holds is read anew anyway."""
        if not changes.of_open and self._reader is not None:
            self._reader.forget()
        if changes.settings:
            self._habits = None
            self._cues.clear()  # the person may have reworded one, or hidden it

    def forget_cues(self) -> None:
        """Line the cues up anew: another session begins."""
        self._cues.clear()

    def cues_of(self, session_id: int, block: BlockView) -> LineUp | None:
        """Return the cues of an exercise; they are lined up once, for its sets change nothing about them."""
        key = block.block, block.exercise, self.habits.cues
        if key not in self._cues:
            self._cues[key] = cues.for_exercise(self._context.store, session_id, block.exercise, block.target)
        return self._cues[key]
