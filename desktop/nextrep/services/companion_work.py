"""How far the writing of a companion is, and a way to stop it: 20 years take some seconds."""

from __future__ import annotations

from collections.abc import Callable

from nextrep.domain.companion import Companion, CompanionKind
from nextrep.domain.errors import Cancelled

Report = Callable[[int, int], None]
_RESOURCE = 4
"""What a resource of FHIR takes, making and writing it each, in rows of a table."""
_ROWS_OF_NIGHT, _ROWS_OF_SESSION, _ROWS_OF_ANSWERS = 9, 7, 11
_RESOURCES_OF_SESSION, _RESOURCES_OF_ANSWERS = 2, 2


class Work:
    """Counts what is done, tells it, and stops when asked to.

    How much there is to do is an estimate from what is in the companion: it is never told to be all done
    before the files are there.
    """

    def __init__(
        self,
        companion: Companion,
        kind: CompanionKind,
        report: Report | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._report = report
        self._cancelled = cancelled
        self._done = 0
        self._total = _steps(companion, kind)

    def row(self) -> None:
        """A row of a table is done.

        Raises:
            Cancelled: the person asked to stop.
        """
        self._step(1)

    def resource(self) -> None:
        """A resource of a bundle is made, or written.

        Raises:
            Cancelled: the person asked to stop.
        """
        self._step(_RESOURCE)

    def finish(self) -> None:
        """Everything is made, and the files can be written.

        Raises:
            Cancelled: the person asked to stop.
        """
        self._step(0)
        if self._report is not None:
            self._report(self._total, self._total)

    def _step(self, size: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._done += size
        if self._report is not None:
            self._report(min(self._done, self._total - 1), self._total)


def _steps(companion: Companion, kind: CompanionKind) -> int:
    """Return about how many rows there are to write, a resource counted as several."""
    rated = sum(len(series.points) for series in companion.ratings) + len(companion.weights)
    nights, sessions, answered = map(len, (companion.nights, companion.sessions, companion.answered))
    steps = 1
    if kind is not CompanionKind.FHIR:
        rows = rated + len(companion.logged) + len(companion.paused) + 2 * len(companion.planned)
        rows += sum(len(line.points) for line in companion.strength)
        rows += nights * _ROWS_OF_NIGHT + sessions * _ROWS_OF_SESSION + answered * _ROWS_OF_ANSWERS
        steps += 2 * rows  # the dictionary looks at all of them once more
    if kind is not CompanionKind.CSV:
        resources = rated + nights + sessions * _RESOURCES_OF_SESSION + answered * _RESOURCES_OF_ANSWERS
        steps += 2 * _RESOURCE * resources
    return steps
