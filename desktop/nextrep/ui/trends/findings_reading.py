"""Reckons what a period says, beside the window: numpy is loaded there when it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.trends.findings import OutcomeFindings
from nextrep.services import findings, panels
from nextrep.services.findings import Findings
from nextrep.ui.runtime.jobs import Progress

if TYPE_CHECKING:
    from nextrep.ui.runtime.context import Store

_DAILY = frozenset({PanelKind.RATING, PanelKind.SLEEP})


@dataclass(frozen=True, slots=True)
class FindingsReading:
    """What was found.

    Attributes:
        found: of what is always looked at.
        others: of what the person put into the view besides.
    """

    found: Findings
    others: tuple[OutcomeFindings, ...]

    @property
    def outcomes(self) -> tuple[OutcomeFindings, ...]:
        """All outcomes, those settled in advance first."""
        return (*self.found.outcomes, *self.others)


@dataclass(frozen=True, slots=True)
class ReadFindings:
    """A job: reads the findings of the days `first` to `last` (date ordinals).

    Attributes:
        shown: the panels of the view.
    """

    store: Store
    first: int
    last: int
    shown: tuple[Panel, ...]

    def __call__(self, progress: Progress) -> FindingsReading:
        """Do the work.

        Raises:
            KnownError: the profile cannot be read.
        """
        with self.store.on_this_thread():
            found = findings.view(self.store, self.first, self.last)
            known = {one.outcome.key for one in found.outcomes}
            others = []
            for panel in self.shown:
                if panel.kind not in _DAILY or panel.key in known:
                    continue
                progress.check()
                series = panels.series(self.store, panel, self.first, self.last, None)
                if series.points:
                    others.append(findings.of_series(self.store, series, self.first, self.last))
        return FindingsReading(found, tuple(others))
