"""A report of twelve weeks from a profile of twelve weeks and from one of ten years, against ReportLab alone.

A process of its own, started by run.py: python report.py SHORT LONG [ROUNDS]. The primitives of each report
are noted once (bare_report.py); then reading and making it takes turns with the replay of the same. The
processor's time of this process is what counts: a report is made beside the window, on one thread.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import TypeVar

from bare_report import noted, replay

from nextrep.app import clock
from nextrep.reports.content import ReportContent
from nextrep.reports.styles import Paper
from nextrep.services import report
from nextrep.storage.store import Store

ROUNDS = 25
T = TypeVar("T")


def taken(work: Callable[[], T]) -> tuple[float, T]:
    """Return how long something takes, in milliseconds, and what comes of it."""
    gc.collect()
    began = time.process_time()
    made = work()
    return (time.process_time() - began) * 1000, made


class Measured:
    """One profile, and the times of what is done with it."""

    def __init__(self, profile: Path, now: datetime) -> None:
        self.store = Store(profile, now=now)
        self.today = now.date()
        self.choice = report.default_choice(self.store, self.today)
        with noted() as calls:
            self.size = len(report.render(self.read()))
        self.calls = calls
        self.reading: list[float] = []
        self.making: list[float] = []
        self.bare: list[float] = []

    def read(self) -> ReportContent:
        return report.content(self.store, self.choice, self.today)

    def once(self) -> None:
        """Read and make the report, and draw the same by ReportLab alone."""
        took, said = taken(self.read)
        self.reading.append(took)
        self.making.append(taken(lambda: report.render(said))[0])
        self.bare.append(taken(lambda: replay(self.calls, Paper.A4.value))[0])

    def found(self, name: str) -> dict[str, float]:
        """Return the medians."""
        whole = [sum(both) for both in zip(self.reading, self.making, strict=True)]
        return {
            f"{name}_read_ms": median(self.reading),
            f"{name}_make_ms": median(self.making),
            f"{name}_whole_ms": median(whole),
            f"{name}_bare_ms": median(self.bare),
            f"{name}_kb": self.size / 1000,
        }


def main() -> None:
    short, long = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else ROUNDS
    now = clock.now()
    both = {"weeks": Measured(Path(short), now), "decade": Measured(Path(long), now)}
    for _round in range(rounds):
        for one in both.values():
            one.once()
    print(json.dumps({key: value for name, one in both.items() for key, value in one.found(name).items()}))


if __name__ == "__main__":
    main()
