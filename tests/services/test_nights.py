"""Nights in the store, the charts, the report and the file: what is known in part is said so everywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.panels import Panel, PanelKind, SleepFigure
from nextrep.domain.sleep_clock import NightAnswers
from nextrep.domain.sleep_said import merged
from nextrep.domain.sleep_text import read_night
from nextrep.services import demo, export, journal, panels, report, sleep_series, trends
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
LAST = date(2026, 11, 22)


def _keep(store: Store, line: str, days_ago: int, now: datetime) -> None:
    day = (LAST - timedelta(days=days_ago)).toordinal()
    night = merged(NightAnswers(), read_night(line)).night(day, BERLIN)
    journal.put_night(store, day, night, now)


WHOLE = "bed 22:45, tried 23:00, asleep in 10 min, woke twice, awake 20 min, woke at 6:50, up 7:15, quality 7"


@pytest.fixture
def nights(store: Store, now: datetime) -> Store:
    """Eight whole nights, two in a line, one half of one and a nap."""
    for days_ago in range(8):
        _keep(store, WHOLE, days_ago, now)
    _keep(store, "slept 23:10-6:50, woke once", 8, now)
    _keep(store, "bed 22:45, up 7:15, asleep in 10 min", 9, now)
    _keep(store, "up 7:15", 10, now)
    _keep(store, "nap 30 min", 11, now)
    return store


def test_each_figure_of_the_nights_that_have_it(nights: Store) -> None:
    first, last = (LAST - timedelta(days=20)).toordinal(), LAST.toordinal()
    found = {figure: sleep_series.night_series(nights, figure, first, last) for figure in SleepFigure}
    assert {figure: len(series.points) for figure, series in found.items()} == {
        SleepFigure.TST: 10, SleepFigure.SE: 9, SleepFigure.SOL: 9, SleepFigure.WASO: 8,
        SleepFigure.QUALITY: 8,
    }  # fmt: skip
    assert found[SleepFigure.TST].points[-1][1] == pytest.approx(440 / 60)
    assert found[SleepFigure.SE].points[-1][1] == pytest.approx(100 * 440 / 510)
    assert found[SleepFigure.SOL].points[-1][1] == 10
    assert found[SleepFigure.TST].at_most == {last - 8, last - 9}
    assert found[SleepFigure.TST].detail == "hours asleep · 10 nights, 2 of them at most"
    assert found[SleepFigure.SE].detail == "% of the time in bed · 9 nights, 1 of them at most"
    assert trends.sleep_series(nights, first, last).points == found[SleepFigure.TST].points
    panel = panels.series(nights, Panel(PanelKind.SLEEP, "se"), first, last, None)
    assert (panel.key, panel.points) == ("sleep:se", found[SleepFigure.SE].points)


def test_the_report_counts_what_is_known_in_part(nights: Store, now: datetime) -> None:
    content = report.content(nights, report.Choice(LAST - timedelta(days=27), LAST), now.date())
    assert content.nights.logged == 11  # the nap alone is no night
    assert (content.nights_at_most, content.nights_in_part) == (2, 1)
    rows = {row.title: row for row in content.typical}
    assert rows["Sleep"].last is not None
    assert (rows["Sleep"].last.n, rows["Sleep"].at_most) == (10, 2)
    assert rows["Sleep efficiency"].last is not None
    by_day = {column.day: column for column in content.last_days}
    assert by_day[LAST.toordinal() - 8].sleep_at_most
    assert not by_day[LAST.toordinal()].sleep_at_most
    assert by_day[LAST.toordinal() - 10].sleep_min is None


def test_the_file_has_what_was_said_and_what_follows(nights: Store, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    export.export(nights, target, "json")
    rows = {row["date"]: row for row in json.loads(target.read_text(encoding="utf-8"))["nights"]}
    whole = rows["2026-11-22"]
    assert (whole["into_bed"], whole["zone"]) == ("2026-11-21T22:45+01:00", "Europe/Berlin")
    assert (whole["tried_to_sleep"], whole["sol_min"], whole["asleep"]) == (
        "2026-11-21T23:00+01:00",
        10,
        None,
    )
    assert (whole["total_sleep_min"], whole["efficiency_percent"]) == (440, 86.3)
    assert whole["efficiency_of_episode_percent"] == pytest.approx(100 * 440 / 495, abs=0.05)
    assert (whole["latency_to_arising_min"], whole["at_most"], whole["incomplete"]) == (25, False, False)
    assert whole["sleep_onset"] == "2026-11-21T23:10+01:00"
    half = rows["2026-11-12"]
    assert half["out_of_bed"] == "2026-11-12T07:15+01:00"
    assert half["incomplete"] is True
    assert {half[name] for name in ("into_bed", "total_sleep_min", "efficiency_percent", "waso_min")} == {
        None
    }
    assert rows["2026-11-11"]["nap_min"] == 30


def test_a_night_that_cannot_be_changes_nothing(nights: Store, now: datetime) -> None:
    before = nights.nights.get(LAST.toordinal())
    assert before is not None
    with pytest.raises(UserError, match="longer than the time in bed"):
        journal.put_night(nights, LAST.toordinal(), replace(before, waso_min=600), now)
    assert nights.nights.get(LAST.toordinal()) == before
    cleared = journal.put_night(nights, LAST.toordinal(), NightAnswers().night(LAST.toordinal(), BERLIN), now)
    assert cleared.value is False
    assert nights.nights.get(LAST.toordinal()) is None
    assert cleared.undo is not None
    cleared.undo()
    assert nights.nights.get(LAST.toordinal()) == before


def test_invented_nights_are_mostly_whole_and_a_few_in_part(store: Store, now: datetime) -> None:
    demo.fill(store, 20, 7, now)
    nights = store.nights.between(1, now.date().toordinal())
    whole = sum(not night.incomplete for night in nights)
    assert 0.7 < whole / len(nights) < 0.95
    assert any(night.asleep_at and night.into_bed_at is None for night in nights)
    assert any(night.nap_min for night in nights)
    assert all(45 < night.efficiency <= 100 for night in nights if night.efficiency is not None)
