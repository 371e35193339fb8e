"""How often a sentence says that something changed where nothing did: python3 dev.py simulate.

The simulations of clinical.md 5.1, with the functions that the program itself uses. Printed are the tables of
docs/statistics.md; the exit code is 1 if a sentence says too often what is not there. A rate is that of the
diaries in which the sentence could be said at all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np

from benchmarks.invented_diaries import FIRST, SCHEDULES, Diaries, Marks, around, diaries, trained
from nextrep.domain.trends.bootstrap import bca_of_mean
from nextrep.domain.trends.day_after import day_after
from nextrep.domain.trends.findings import Estimate
from nextrep.domain.trends.limits import TREND_LEVEL
from nextrep.domain.trends.sessions import around_sessions
from nextrep.domain.trends.trend import trend

SEED, RUNS = 20261128, 4000
BOOTSTRAPS = 4
"""Of so many diaries one is taken where an interval is bootstrapped, which takes a hundred times as long."""
LIKENESS = (0.3, 0.5, 0.7)
TREND_WEEKS, DAY_AFTER_DAYS, SESSIONS = (8, 12, 16, 26, 52), (42, 56, 84, 112), (10, 15, 20, 30)
POWER_WEEKS, CHANGE = (8, 12, 16), 2.0
MOST = 0.07


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a sentence was said.

    Attributes:
        named: which sentence, in which diaries.
        said, could: how often it was, of the diaries in which it could be.
    """

    named: str
    said: int
    could: int

    @property
    def share(self) -> float:
        return self.said / self.could if self.could else 0.0

    @property
    def error(self) -> float:
        """Monte Carlo standard error."""
        return sqrt(self.share * (1 - self.share) / self.could) if self.could else 0.0

    @property
    def too_often(self) -> bool:
        """Whether it is above the limit by more than two standard errors could be."""
        return self.share - 2 * self.error > MOST

    def __str__(self) -> str:
        return f"{100 * self.share:.1f} ± {100 * self.error:.1f}"


def rate(named: str, found: Iterator[Estimate | None]) -> Rate:
    clear = [one.clear for one in found if one is not None]
    return Rate(named, sum(clear), len(clear))


def trends(made: Diaries, level: float = TREND_LEVEL) -> Iterator[Estimate | None]:
    for run in range(len(made.latent)):
        yield trend(made.points(run), FIRST, FIRST + made.days - 1, level).per_four


def days_after(made: Diaries, on: Marks) -> Iterator[Estimate | None]:
    for run in range(len(made.latent)):
        yield day_after(made.points(run), (np.flatnonzero(on[run]) + FIRST).tolist()).effect


def sessions(
    draw: np.random.Generator, made: Diaries, on: Marks, n: int, least: int = -5
) -> Iterator[Estimate | None]:
    """Of the sessions before which it felt at least `least`."""
    for run in range(len(made.latent)):
        pairs = [pair for pair in around(draw, made, on, run) if pair[0] >= least][:n]
        yield around_sessions(pairs).mean if len(pairs) == n else None


def false_alarms(draw: np.random.Generator, runs: int) -> Iterator[Rate]:
    """Every sentence that can say that something is different, in diaries in which nothing is."""
    for likeness in LIKENESS:
        for weeks in TREND_WEEKS:
            made = diaries(draw, runs, 7 * weeks, likeness)
            yield rate(f"trend|{weeks} weeks|{likeness}", trends(made))
        for schedule in SCHEDULES:
            for days in DAY_AFTER_DAYS:
                made = diaries(draw, runs, days, likeness)
                found = days_after(made, trained(draw, made, schedule))
                yield rate(f"day after, {schedule}|{days} days|{likeness}", found)
        for schedule in SCHEDULES:
            for n in SESSIONS:
                made = diaries(draw, max(1, runs // BOOTSTRAPS), 5 * n + 14, likeness)
                on = trained(draw, made, schedule)
                found = sessions(draw, made, on, n)
                yield rate(f"around, {schedule}|{n} sessions|{likeness}", found)


def beyond(draw: np.random.Generator, runs: int) -> Iterator[Rate]:
    """What no interval guards against: training only where it feels good (1 or more) at that very moment."""
    for likeness in LIKENESS:
        for n in SESSIONS[:1] + SESSIONS[2:3]:
            made = diaries(draw, max(1, runs // BOOTSTRAPS), 14 * n, likeness)
            on = trained(draw, made, "fixed")
            found = sessions(draw, made, on, n, least=1)
            yield rate(f"around, begun only when it feels good|{n} sessions|{likeness}", found)


def any_of_six(draw: np.random.Generator, runs: int) -> Iterator[Rate]:
    """Three outcomes with a trend and a day after each, 12 weeks: at least one of the six is said."""
    for likeness in LIKENESS:
        said: list[set[int]] = []
        for _outcome in range(3):
            made = diaries(draw, runs, 84, likeness)
            both = zip(trends(made), days_after(made, trained(draw, made, "fixed")), strict=True)
            said.append({run for run, pair in enumerate(both) if any(one and one.clear for one in pair)})
        yield Rate(f"any of six|12 weeks|{likeness}", len(set().union(*said)), runs)


def as_usual(draw: np.random.Generator, runs: int) -> Iterator[Rate]:
    """The same with the usual 95 %, which our rules are stricter than."""
    for likeness in LIKENESS:
        for weeks in (14, 20, 26, 40):
            made = diaries(draw, runs, 7 * weeks, likeness)
            yield rate(f"trend at 95 %|{weeks} weeks|{likeness}", trends(made, 0.95))
            yield rate(f"trend at 96 %|{weeks} weeks|{likeness}", trends(made))
        for n in SESSIONS[:2]:
            made = diaries(draw, runs // 2, 5 * n + 14, likeness)
            on = trained(draw, made, "fixed")
            yield rate(f"around at 95 %, not widened|{n} sessions|{likeness}", plain(draw, made, on, n))


def plain(draw: np.random.Generator, made: Diaries, on: Marks, n: int) -> Iterator[Estimate | None]:
    for run in range(len(made.latent)):
        ends = bca_of_mean([after - before for before, after in around(draw, made, on, run)[:n]])
        yield Estimate(0, *ends) if ends else None


def power(draw: np.random.Generator, runs: int) -> Iterator[Rate]:
    """How often a true change of 2 points is said to be a trend."""
    for likeness in LIKENESS:
        for weeks in POWER_WEEKS:
            made = diaries(draw, runs, 7 * weeks, likeness, CHANGE)
            yield rate(f"trend|{weeks} weeks|{likeness}", trends(made))


def table(rates: list[Rate]) -> str:
    """Rows of sentence and amount of data, a column for each likeness of one day to the next."""
    rows: dict[str, list[str]] = {}
    for one in rates:
        sentence, data, _likeness = one.named.split("|")
        rows.setdefault(f"| {sentence} | {data} |", []).append(f" {one} |")
    head = "| sentence | data |" + "".join(f" AR {likeness} |" for likeness in LIKENESS)
    return "\n".join((head, "|---" * (2 + len(LIKENESS)) + "|", *(row + "".join(rows[row]) for row in rows)))


def main(words: list[str]) -> int:
    runs = int(words[0]) if words else RUNS
    draw = np.random.default_rng(SEED)
    print(f"seed {SEED}, {runs} diaries for each figure, {runs // BOOTSTRAPS} around sessions\n")
    alarms = list(false_alarms(draw, runs))
    print(f"Said although nothing changed, in %, ± Monte Carlo standard error\n\n{table(alarms)}\n")
    print(f"At least one of six such sentences\n\n{table(list(any_of_six(draw, runs)))}\n")
    print(f"Beyond what an interval can do\n\n{table(list(beyond(draw, runs)))}\n")
    print(f"Said where mood rose by {CHANGE:g} points, in %\n\n{table(list(power(draw, runs)))}\n")
    print(f"At the usual 95 %\n\n{table(list(as_usual(draw, runs)))}\n")
    worst = max(alarms, key=lambda one: one.share)
    print(f"worst: {worst.named} {worst} %, {worst.could} diaries")
    return int(any(one.too_often for one in alarms))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
