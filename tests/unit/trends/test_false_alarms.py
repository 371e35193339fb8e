"""Where nothing changes it is seldom said that something did; `dev.py simulate` has more and longer diaries.

The seed stands, so these figures do too. The limit allows for two standard errors of so few diaries.
"""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.false_alarms import CHANGE, MOST, Rate, days_after, rate, sessions, trends
from benchmarks.invented_diaries import SCHEDULES, diaries, trained

RUNS = 250


def limit(found: Rate) -> float:
    return MOST + 2 * np.sqrt(MOST * (1 - MOST) / found.could)


@pytest.mark.parametrize("weeks", [8, 16])
@pytest.mark.parametrize("likeness", [0.3, 0.7])
def test_of_a_trend(weeks: int, likeness: float) -> None:
    draw = np.random.default_rng(1)
    found = rate("", trends(diaries(draw, RUNS, 7 * weeks, likeness)))
    assert found.could > 0.8 * RUNS
    assert found.share <= limit(found)


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("likeness", [0.3, 0.7])
def test_of_the_day_after_training_also_if_training_follows_mood(schedule: str, likeness: float) -> None:
    draw = np.random.default_rng(2)
    made = diaries(draw, RUNS, 84, likeness)
    found = rate("", days_after(made, trained(draw, made, schedule)))
    assert found.could > 0.8 * RUNS
    assert found.share <= limit(found)


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_of_before_and_after_at_ten_sessions(schedule: str) -> None:
    draw = np.random.default_rng(3)
    made = diaries(draw, RUNS, 56, 0.5)
    found = rate("", sessions(draw, made, trained(draw, made, schedule), 10))
    assert found.could > 0.8 * RUNS
    assert found.share <= limit(found)


def test_a_true_change_is_found_more_often_the_longer_it_is_written_down() -> None:
    draw = np.random.default_rng(4)
    short, long = (rate("", trends(diaries(draw, RUNS, 7 * weeks, 0.3, CHANGE))) for weeks in (8, 16))
    assert short.share < 0.4 < long.share
