"""Questionnaires of one day, with their answers."""

from __future__ import annotations

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.instruments import InstrumentKey
from nextrep.storage.base import Repository, Row
from nextrep.storage.tables.journal import AssessmentRow as A
from nextrep.storage.times import from_ms, to_ms, zone_name

_SELECT = (
    "SELECT id, day, recorded_at, recorded_zone, way, instrument, questionnaire_id, total FROM assessment"
)


class AssessmentRepository(Repository):
    """Rows of assessment and assessment_answer."""

    def put(self, one: Assessment) -> int:
        """Write an assessment with all of its answers, and return its number.

        0 asks for a new number; any other is written as it is, whether it was there or not.
        """
        values = {
            A.day: one.day,
            A.recorded_at: to_ms(one.recorded_at),
            A.recorded_zone: zone_name(one.recorded_at),
            A.way: str(one.way),
            A.instrument: str(one.instrument) if one.instrument else None,
            A.questionnaire_id: one.form_id,
            A.total: one.total,
        }
        number = one.id
        if number:
            self.delete(number)  # its answers go with it
            self._insert(A.insert({**values, A.id: number}))
        else:
            number = self._insert(A.insert(values))
        self._many(
            "INSERT INTO assessment_answer (assessment_id, item, number, value, words)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (number, item, answer.number, answer.value, answer.words)
                for item, answer in one.answers.items()
            ],
        )
        return number

    def delete(self, number: int) -> None:
        """Delete an assessment and its answers."""
        self._change(A.delete().where(A.id == number))

    def get(self, number: int) -> Assessment:
        """Return one assessment.

        Raises:
            KeyError: there is none of that number.
        """
        found = self._read("WHERE id = ?", (number,))
        if not found:
            raise KeyError(number)
        return found[0]

    def of_instrument(self, key: InstrumentKey) -> list[Assessment]:
        """Return all of one instrument, however they came in, the oldest first."""
        return self._read("WHERE instrument = ?", (str(key),))

    def of_form(self, form_id: int) -> list[Assessment]:
        """Return all that were answered by one opened file, the oldest first."""
        return self._read("WHERE questionnaire_id = ?", (form_id,))

    def all(self) -> list[Assessment]:
        """Return all, the oldest first."""
        return self._read("", ())

    def between(self, first: int, last: int) -> list[Assessment]:
        """Return those of the days (date ordinals), both included, the oldest first."""
        return self._read("WHERE day BETWEEN ? AND ?", (first, last))

    def instruments(self) -> list[InstrumentKey]:
        """Return the instruments of which there is something."""
        rows = self._sql("SELECT DISTINCT instrument FROM assessment WHERE instrument IS NOT NULL")
        found = {str(row[0]) for row in rows}
        return [key for key in InstrumentKey if key in found]

    def span(self) -> tuple[int, int] | None:
        """Return the first and last day with an answered questionnaire."""
        return self._span_of("assessment")

    def last_days(self) -> list[int]:
        """Return the last day of each instrument of which there is something."""
        sql = "SELECT max(day) FROM assessment WHERE instrument IS NOT NULL GROUP BY instrument"
        return [int(row[0]) for row in self._sql(sql)]

    def latest_days(self) -> dict[InstrumentKey, int]:
        """Return the latest day (date ordinal) of each instrument of which there is something."""
        sql = "SELECT instrument, max(day) FROM assessment WHERE instrument IS NOT NULL GROUP BY instrument"
        found = {str(name): int(day) for name, day in self._sql(sql)}
        return {key: found[key] for key in InstrumentKey if key in found}

    def _read(self, where: str, values: tuple[object, ...]) -> list[Assessment]:
        rows = self._sql(f"{_SELECT} {where} ORDER BY day, id", values)
        answers: dict[int, dict[str, Answer]] = {row[0]: {} for row in rows}
        of_these = f"SELECT id FROM assessment {where}"
        for number, item, place, value, words in self._sql(
            "SELECT assessment_id, item, number, value, words FROM assessment_answer"
            f" WHERE assessment_id IN ({of_these}) ORDER BY assessment_id, number, item",
            values,
        ):
            answers[number][item] = Answer(value, place, words)
        return [_assessment(row, answers[row[0]]) for row in rows]


def _assessment(row: Row, answers: dict[str, Answer]) -> Assessment:
    number, day, at, zone, way, instrument, form_id, total = row
    return Assessment(
        number,
        day,
        from_ms(at, zone),
        Way(way),
        InstrumentKey(instrument) if instrument else None,
        form_id,
        total,
        answers,
    )
