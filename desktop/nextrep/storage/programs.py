"""Programs and their planned sessions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.program import Answers, PlannedSession, PlannedState, Program
from nextrep.domain.training import Target
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables import PlannedExerciseRow as X
from nextrep.storage.tables import PlannedRow as P
from nextrep.storage.tables import ProgramRow
from nextrep.storage.times import to_ms


class ProgramRepository(Repository):
    """Rows of program, planned and planned_exercise."""

    def insert(self, program: Program, created_at: datetime) -> int:
        """Add a program as the current one and return its id."""
        self._change(ProgramRow.update(current=0).where(ProgramRow.current == 1))
        return self._insert(
            ProgramRow.insert(
                template=program.template,
                title=program.title,
                start_day=program.start_day,
                weeks=program.weeks,
                answers=_answers_text(program.answers),
                current=1,
                created_at=to_ms(created_at),
            )
        )

    def current(self) -> Program | None:
        """Return the program that the person follows."""
        row = self._row(
            ProgramRow.select(
                ProgramRow.id, ProgramRow.template, ProgramRow.title, ProgramRow.start_day,
                ProgramRow.weeks, ProgramRow.answers,
            ).where(ProgramRow.current == 1)
        )  # fmt: skip
        if row is None:
            return None
        number, template, title, start_day, weeks, answers = row
        return Program(number, template, title, start_day, weeks, _answers(answers))

    def set_current(self, program_id: int | None) -> None:
        """Make one program the current one, or none."""
        self._change(ProgramRow.update(current=0).where(ProgramRow.current == 1))
        if program_id is not None:
            self._change(ProgramRow.update(current=1).where(ProgramRow.id == program_id))

    def add_planned(
        self, program_id: int, day: int, week: int, phase: str, title: str, targets: Sequence[Target]
    ) -> int:
        """Add a planned session with its exercises and return its id."""
        planned_id = self._insert(
            P.insert(program_id=program_id, day=day, week=week, phase=phase, title=title, removed=0)
        )
        self.put_targets(planned_id, targets)
        return planned_id

    def put_targets(self, planned_id: int, targets: Sequence[Target]) -> None:
        """Replace the exercises of a planned session."""
        self._change(X.delete().where(X.planned_id == planned_id))
        self._many(
            "INSERT INTO planned_exercise (planned_id, position, exercise_id, sets, reps_low, reps_high,"
            " seconds, rir_low, rir_high, rest_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    planned_id, position, t.exercise_id, t.sets, t.reps_low, t.reps_high, t.seconds,
                    t.rir_low, t.rir_high, t.rest_s,
                )
                for position, t in enumerate(targets)
            ],
        )  # fmt: skip

    def planned(self, planned_id: int) -> PlannedSession:
        """Return one planned session.

        Raises:
            KeyError: there is none of that id.
        """
        found = self._planned("p.id = ?", (planned_id,))
        if not found:
            raise KeyError(planned_id)
        return found[0]

    def planned_of(self, program_id: int) -> list[PlannedSession]:
        """Return the planned sessions of a program by day, removed ones included."""
        return self._planned("p.program_id = ?", (program_id,))

    def move(self, planned_id: int, day: int) -> None:
        """Put a planned session on another day."""
        self._change(P.update(day=day).where(P.id == planned_id))

    def set_removed(self, planned_id: int, *, removed: bool) -> None:
        """Take a planned session off the calendar, or put it back."""
        self._change(P.update(removed=int(removed)).where(P.id == planned_id))

    def _planned(self, where: str, values: Sequence[object]) -> list[PlannedSession]:
        rows = self._sql(
            "SELECT p.id, p.program_id, p.day, p.week, p.phase, p.title, p.removed,"
            " EXISTS (SELECT 1 FROM session s WHERE s.planned_id = p.id AND s.state = 'done')"
            f" FROM planned p WHERE {where} ORDER BY p.day, p.id",
            values,
        )
        targets = self._targets(where, values)
        return [_planned_session(row, tuple(targets.get(row[0], ()))) for row in rows]

    def _targets(self, where: str, values: Sequence[object]) -> dict[int, list[Target]]:
        rows = self._sql(
            "SELECT x.planned_id, x.exercise_id, x.sets, x.reps_low, x.reps_high, x.seconds, x.rir_low,"
            " x.rir_high, x.rest_s FROM planned_exercise x JOIN planned p ON p.id = x.planned_id"
            f" WHERE {where} ORDER BY x.planned_id, x.position",
            values,
        )
        found: dict[int, list[Target]] = {}
        for row in rows:
            found.setdefault(row[0], []).append(Target(*row[1:]))
        return found


def _planned_session(row: Row, targets: tuple[Target, ...]) -> PlannedSession:
    number, program_id, day, week, phase, title, removed, done = row
    state = PlannedState.DONE if done else PlannedState.REMOVED if removed else PlannedState.PLANNED
    return PlannedSession(number, program_id, day, week, phase, title, state, targets)


def _answers_text(answers: Answers) -> str:
    return json.dumps(
        {
            "weekdays": list(answers.weekdays),
            "equipment": sorted(answers.equipment),
            "experience": answers.experience,
            "minutes": answers.minutes,
            "sessions_later": answers.sessions_later,
            "begins": answers.begins,
        }
    )


def _answers(text: str) -> Answers:
    raw = json.loads(text)
    return Answers(
        weekdays=tuple(raw["weekdays"]),
        equipment=frozenset(Equipment(item) for item in raw["equipment"]),
        experience=Level(raw["experience"]),
        minutes=raw["minutes"],
        sessions_later=raw["sessions_later"],
        # Plans made before there were fixed days have none.
        begins=raw.get("begins", 0),
    )
