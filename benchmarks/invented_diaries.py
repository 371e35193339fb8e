"""Invented diaries without an effect of training, for false_alarms.py: clinical.md 5.1.

Whole ratings 0-10 around 5 with a standard deviation of 1.5 within the person, each day like the day before
by a first-order autoregression, three days of four written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

SD = 1.5
LOGGED = 0.75
FIRST = date(2025, 1, 6).toordinal()
"""A Monday; which one does not matter."""
BEFORE_START = 60
"""Days that run before the first one, so that it is like any other."""

SCHEDULES = ("fixed", "on and off", "follows mood")
Floats = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Diaries:
    """One row per run, one column per day.

    Attributes:
        latent: how it was, before it was put into a whole number.
        rating: what would be written.
        logged: whether it was.
    """

    latent: Floats
    rating: Floats
    logged: Marks

    @property
    def days(self) -> int:
        return int(self.latent.shape[1])

    def points(self, run: int) -> tuple[tuple[int, float], ...]:
        """The series of one run, as the program holds it."""
        days = np.flatnonzero(self.logged[run])
        values = self.rating[run, days]
        return tuple(zip((days + FIRST).tolist(), values.tolist(), strict=True))


def diaries(draw: np.random.Generator, runs: int, days: int, likeness: float, change: float = 0) -> Diaries:
    """Make diaries whose mood rises by `change` points in a straight line from the first day to the last."""
    steps = draw.standard_normal((runs, days + BEFORE_START))
    steps[:, 1:] *= np.sqrt(1 - likeness**2)
    for day in range(1, days + BEFORE_START):
        steps[:, day] += likeness * steps[:, day - 1]
    latent = 5 + SD * steps[:, BEFORE_START:] + change * (np.linspace(0, 1, days) - 0.5)
    return Diaries(latent, np.clip(np.rint(latent), 0, 10), draw.random((runs, days)) < LOGGED)


def trained(draw: np.random.Generator, made: Diaries, schedule: str) -> Marks:
    """Say on which days there was training: three days a week, two weeks on and two off, or on good days.

    "follows mood": three days of four above 5.75, one of twenty below 4.25, two of five between.
    """
    days = np.arange(made.days)
    if schedule == "follows mood":
        share = np.where(made.latent > 5.75, 0.75, np.where(made.latent < 4.25, 0.05, 0.4))
        return draw.random(made.latent.shape) < share
    fixed = np.isin(days % 7, (0, 2, 4))
    if schedule == "on and off":
        fixed = (days // 14 % 2 == 0) & (days % 7 < 5)
    return np.broadcast_to(fixed, made.latent.shape)


def around(draw: np.random.Generator, made: Diaries, on: Marks, run: int) -> list[tuple[int, int]]:
    """Say how it felt before and after the sessions of a run, -5 to 5: the day's mood and a passing part.

    The passing part has a standard deviation of 1 point at each of the two moments.
    """
    mood = made.latent[run, on[run]] - 5
    felt = np.clip(np.rint(mood[:, None] + draw.standard_normal((len(mood), 2))), -5, 5).astype(int)
    return [(before, after) for before, after in felt.tolist()]
