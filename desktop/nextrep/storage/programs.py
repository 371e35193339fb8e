"""Programs and their planned sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import uuid4

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.domain.plan_edit import Pause, PlanEdit, SessionChange
from nextrep.domain.program import PlannedSession, PlannedState, Program, SessionDraft, SkipReason
from nextrep.domain.training import Target
from nextrep.storage.base import Repository, Row
from nextrep.storage.memo import Memo
from nextrep.storage.tables.plan import PauseRow, ProgramRow
from nextrep.storage.texts import answers_from, answers_text, details_from, details_text
from nextrep.storage.times import to_ms


class ProgramRepository(Repository):
    """Rows of program, pause, planned and planned_exercise."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        super().__init__(database)
        self._last_plan = Memo[tuple[PlannedSession, ...]](database)

    def insert(self, program: Program, created_at: datetime) -> int:
        """Add a program as the current one, under a uid of its own, and return its id."""
        self._change(ProgramRow.update(current=0).where(ProgramRow.current == 1))
        return self._insert(
            ProgramRow.insert(
                template=program.template,
                title=program.title,
                start_day=program.start_day,
                weeks=program.weeks,
                answers=answers_text(program.answers),
                current=1,
                created_at=to_ms(created_at),
                uid=program.uid or uuid4().hex,
                paused_on=program.paused_on,
            )
        )

    def current(self) -> Program | None:
        """Return the program that the person follows."""
        return self._program(ProgramRow.current == 1)

    def get(self, program_id: int) -> Program:
        """Return one program.

        Raises:
            KeyError: there is none of that id.
        """
        found = self._program(ProgramRow.id == program_id)
        if found is None:
            raise KeyError(program_id)
        return found

    def _program(self, where: object) -> Program | None:
        row = self._row(
            ProgramRow.select(
                ProgramRow.id, ProgramRow.template, ProgramRow.title, ProgramRow.start_day,
                ProgramRow.weeks, ProgramRow.answers, ProgramRow.uid, ProgramRow.paused_on,
            ).where(where)
        )  # fmt: skip
        if row is None:
            return None
        number, template, title, start_day, weeks, answers, uid, paused_on = row
        return Program(number, template, title, start_day, weeks, answers_from(answers), uid, paused_on)

    def set_current(self, program_id: int | None) -> None:
        """Make one program the current one, or none."""
        self._change(ProgramRow.update(current=0).where(ProgramRow.current == 1))
        if program_id is not None:
            self._change(ProgramRow.update(current=1).where(ProgramRow.id == program_id))

    def add_drafts(
        self, program_id: int, drafts: Sequence[tuple[SessionDraft, Sequence[Target]]]
    ) -> list[int]:
        """Add the sessions of a generated plan with their exercises and return their ids."""
        sessions = [
            PlannedSession(
                id=0,
                program_id=program_id,
                day=draft.day,
                week=draft.week,
                phase=draft.phase,
                title=draft.title,
                state=PlannedState.PLANNED,
                targets=tuple(targets),
                first_day=draft.day,
                minute=draft.minute,
                note=draft.note,
            )
            for draft, targets in drafts
        ]
        return self._insert_planned(sessions)

    def planned(self, planned_id: int) -> PlannedSession:
        """Return one planned session.

        Raises:
            KeyError: there is none of that id.
        """
        found = self._planned("p.id = ?", (planned_id,))
        if not found:
            raise KeyError(planned_id)
        return found[0]

    def planned_of(self, program_id: int) -> tuple[PlannedSession, ...]:
        """Return the planned sessions of a program by day, removed ones included.

        An edit reads the plan that the screen has just read: it is the same answer while nothing was written.
        """
        with self._known_errors():
            return self._last_plan.get(
                program_id, lambda: tuple(self._planned("p.program_id = ?", (program_id,)))
            )

    def waiting_days(self, first: int) -> list[int]:
        """Return the days from `first` on with a session of the current program that waits to be done.

        Days off have no exercises and are none; while the program is paused there are none.
        """
        rows = self._sql(
            "SELECT DISTINCT p.day FROM planned p JOIN program g ON g.id = p.program_id"
            " WHERE g.current = 1 AND g.paused_on IS NULL AND p.day >= ? AND NOT p.removed"
            " AND p.skipped IS NULL"
            " AND EXISTS (SELECT 1 FROM planned_exercise x WHERE x.planned_id = p.id)"
            " AND NOT EXISTS (SELECT 1 FROM session s WHERE s.planned_id = p.id AND s.state = 'done')"
            " ORDER BY p.day",
            (first,),
        )
        return [int(row[0]) for row in rows]

    def pauses_of(self, program_id: int) -> tuple[Pause, ...]:
        """Return the pauses of a program that are over, by their first day."""
        rows = self._sql(
            "SELECT first_day, last_day FROM pause WHERE program_id = ? ORDER BY first_day, id", (program_id,)
        )
        return tuple(Pause(first, last) for first, last in rows)

    def apply(self, program_id: int, edit: PlanEdit) -> PlanEdit:
        """Do what an edit of this program says and return it with the ids that new sessions were given.

        A session that comes back (an undo) gets the id it had.
        """
        gone = [c.before.id for c in edit.sessions if c.before is not None and c.after is None]
        self._many("DELETE FROM planned WHERE id = ?", [(number,) for number in gone])
        made = [c.after for c in edit.sessions if c.before is None and c.after is not None]
        numbers = iter(self._insert_planned(made))
        kept = [
            SessionChange(None, replace(change.after, id=next(numbers)))
            if change.before is None and change.after is not None
            else change
            for change in edit.sessions
        ]
        self._update_planned(
            [(c.before, c.after) for c in kept if c.before is not None and c.after is not None]
        )
        if edit.program is not None:
            after = edit.program[1]
            self._change(
                ProgramRow.update(
                    title=after.title,
                    weeks=after.weeks,
                    start_day=after.start_day,
                    paused_on=after.paused_on,
                    answers=answers_text(after.answers),
                ).where(ProgramRow.id == program_id)
            )
        if edit.pauses is not None:
            self._change(PauseRow.delete().where(PauseRow.program_id == program_id))
            self._many(
                "INSERT INTO pause (program_id, first_day, last_day) VALUES (?, ?, ?)",
                [(program_id, pause.first_day, pause.last_day) for pause in edit.pauses[1]],
            )
        return replace(edit, sessions=tuple(kept))

    def _update_planned(self, pairs: Sequence[tuple[PlannedSession, PlannedSession]]) -> None:
        self._many(
            "UPDATE planned SET day = ?, week = ?, phase = ?, title = ?, removed = ?, first_day = ?,"
            " minute = ?, note = ?, skipped = ? WHERE id = ?",
            [
                (*_planned_values(after), after.id)
                for before, after in pairs
                if _planned_values(before) != _planned_values(after)
            ],
        )
        self._put_targets([(after.id, after.targets) for b, after in pairs if b.targets != after.targets])

    def _put_targets(self, rows: Sequence[tuple[int, Sequence[Target]]]) -> None:
        """Replace the exercises of planned sessions."""
        self._many("DELETE FROM planned_exercise WHERE planned_id = ?", [(number,) for number, _t in rows])
        self._insert_targets(rows)

    def _insert_planned(self, sessions: Sequence[PlannedSession]) -> list[int]:
        if not sessions:
            return []
        free = int(self._sql("SELECT coalesce(max(id), 0) + 1 FROM planned")[0][0])
        free = max([free, *(one.id + 1 for one in sessions)])
        numbers = [one.id or free + index for index, one in enumerate(sessions)]
        self._many(
            "INSERT INTO planned (id, program_id, day, week, phase, title, removed, first_day, minute, note,"
            " skipped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, one.program_id, *_planned_values(one))
                for number, one in zip(numbers, sessions, strict=True)
            ],
        )
        self._insert_targets([(n, one.targets) for n, one in zip(numbers, sessions, strict=True)])
        return numbers

    def _insert_targets(self, rows: Sequence[tuple[int, Sequence[Target]]]) -> None:
        self._many(
            "INSERT INTO planned_exercise (planned_id, position, exercise_id, sets, reps_low, reps_high,"
            " seconds, rir_low, rir_high, rest_s, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    planned_id, position, t.exercise_id, t.sets, t.reps_low, t.reps_high, t.seconds,
                    t.rir_low, t.rir_high, t.rest_s, details_text(t.details),
                )
                for planned_id, targets in rows
                for position, t in enumerate(targets)
            ],
        )  # fmt: skip

    def _planned(self, where: str, values: Sequence[object]) -> list[PlannedSession]:
        rows = self._sql(
            "SELECT p.id, p.program_id, p.day, p.week, p.phase, p.title, p.removed, p.first_day, p.minute,"
            " p.note, p.skipped,"
            " EXISTS (SELECT 1 FROM session s WHERE s.planned_id = p.id AND s.state = 'done')"
            f" FROM planned p WHERE {where} ORDER BY p.day, p.id",
            values,
        )
        targets = self._targets(where, values)
        return [_planned_session(row, tuple(targets.get(row[0], ()))) for row in rows]

    def _targets(self, where: str, values: Sequence[object]) -> dict[int, list[Target]]:
        rows = self._sql(
            "SELECT x.planned_id, x.exercise_id, x.sets, x.reps_low, x.reps_high, x.seconds, x.rir_low,"
            " x.rir_high, x.rest_s, x.details FROM planned_exercise x JOIN planned p ON p.id = x.planned_id"
            f" WHERE {where} ORDER BY p.day, p.id, x.position",  # as the indexes have it: nothing to sort
            values,
        )
        found: dict[int, list[Target]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(_target(row[1:]))
        return found


@lru_cache(maxsize=4096)
def _target(row: Row) -> Target:
    """Return a target; the same ones come again each week, and being one object they compare at once."""
    exercise_id, sets, low, high, seconds, rir_low, rir_high, rest_s, details = row
    return Target(exercise_id, sets, low, high, seconds, rir_low, rir_high, rest_s, details_from(details))


def _planned_values(one: PlannedSession) -> tuple[object, ...]:
    removed = int(one.state is PlannedState.REMOVED)
    skipped = str(one.skipped) if one.skipped else None
    return (one.day, one.week, one.phase, one.title, removed, one.first_day, one.minute, one.note, skipped)


def _planned_session(row: Row, targets: tuple[Target, ...]) -> PlannedSession:
    number, program_id, day, week, phase, title, removed, first_day, minute, note, skipped, done = row
    state = PlannedState.PLANNED
    if done:
        state = PlannedState.DONE
    elif removed:
        state = PlannedState.REMOVED
    elif skipped:
        state = PlannedState.SKIPPED
    why = SkipReason(skipped) if skipped else None
    return PlannedSession(
        number, program_id, day, week, phase, title, state, targets, first_day, minute, note, why
    )
