"""The published diary of one person (Kossakowski et al. 2017, J Open Psychol Data 5:1) reads sensibly.

239 days with several short entries a day. Its items go from 1 to 7 (those about feeling bad from -3 to 3);
here the mean of a day becomes a rating from 0 to 10 in halves, as NextRep keeps it. There was no strength
training: a day with much physical activity at some moment (5 or more of 7) stands for a day trained.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from statistics import fmean

import pytest

from nextrep.domain.journal import Direction
from nextrep.domain.series import Points, Series
from nextrep.domain.trends.findings import OutcomeFindings
from nextrep.domain.trends.outcomes import find
from nextrep.domain.trends.said import of_outcome

Rows = list[dict[str, str]]
GOOD, BAD = ("Cheerful", "Satisfied", "Enthusiastic", "Relaxed"), ("Anxious",)


@pytest.fixture(scope="module")
def rows(shared: Path) -> Rows:
    file = shared / "data" / "research_mood" / "kossakowski2017_symptom_data.csv"
    if not file.exists():
        pytest.skip("needs the diary in ../shared, which is not here")
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def by_day(rows: Rows, items: tuple[str, ...]) -> dict[int, list[float]]:
    found: defaultdict[int, list[float]] = defaultdict(list)
    for row in rows:
        values = [float(row[item]) for item in items if row[item] not in {"", "NA"}]
        if values:
            found[datetime.strptime(row["date"], "%d/%m/%y").toordinal()].append(fmean(values))  # noqa: DTZ007
    return dict(sorted(found.items()))


def ratings(rows: Rows, items: tuple[str, ...], lowest: int) -> Points:
    """The mean of each day on a scale of 6 steps from `lowest`, as 0-10 in halves."""
    means = {day: fmean(values) for day, values in by_day(rows, items).items()}
    return tuple((day, round((mean - lowest) / 6 * 20) / 2) for day, mean in means.items())


def active(rows: Rows) -> set[int]:
    return {day for day, values in by_day(rows, ("Physical",)).items() if max(values) >= 5}


def findings(rows: Rows, key: str) -> OutcomeFindings:
    if key == "mood":
        series = Series(
            "rating:mood", "Mood", "", ratings(rows, GOOD, 1), Direction.HIGHER_IS_BETTER, family="mood"
        )
    else:
        series = Series("rating:anxiety", "Anxiety", "", ratings(rows, BAD, -3), Direction.LOWER_IS_BETTER)
    return find(series, active(rows), series.points[0][0], series.points[-1][0], fixed=True)


@pytest.mark.parametrize("key", ["mood", "anxiety"])
def test_a_long_and_real_diary_is_read_as_it_is(rows: Rows, key: str) -> None:
    found = findings(rows, key)
    assert found.enough.enough and found.enough.days == 239 and found.enough.logged > 230
    assert found.trend.usable >= 33 and found.trend.weeks == 35
    assert found.first_level is not None and found.last_level is not None
    assert 0 <= found.last_level.lower <= found.last_level.median <= found.last_level.upper <= 10
    assert found.spread.sd is not None and 0.2 < found.spread.sd < 3
    # The dose of an antidepressant was lowered in these months; what the person rated moved by little.
    trend = found.trend.over_all
    assert trend is not None and -3 < trend.value < 3


def test_what_is_said_of_it_has_words_figures_and_caveats(rows: Rows) -> None:
    said = {one.key: one for one in of_outcome(findings(rows, "mood"))}
    assert {"enough", "levels", "trend", "day_after", "overlap", "spread"} <= said.keys()
    assert "of 35 weeks" in said["trend"].lines[0]
    assert said["trend"].caveats
    # Too few days were active for a comparison, and that is said instead of one.
    assert said["day_after"].lines[0].startswith("Not enough to compare")
