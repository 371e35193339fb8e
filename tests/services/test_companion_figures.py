"""Every figure of the report's first page can be worked out from the CSV alone.

Nothing of NextRep reckons here: the table is read as any program would read it, the sums are written anew,
with SciPy for the slopes and the bootstrap.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from datetime import date, datetime, timedelta
from statistics import median, quantiles

import numpy as np
import pytest
from scipy import stats

from nextrep.domain.companion import CompanionKind
from nextrep.reports.content import ReportContent
from nextrep.services import companion, report
from nextrep.storage.store import Store
from tests.reports.pdf_reading import page_texts
from tests.services.companions import full

Rows = list[dict[str, str]]
DAY = timedelta(days=1)


@pytest.fixture
def paper(store: Store, now: datetime) -> ReportContent:
    return report.content(store, full(store, now), now.date())


@pytest.fixture
def rows(paper: ReportContent, store: Store, now: datetime) -> Rows:
    """The rows of the table, read as a spreadsheet would."""
    last = date.fromordinal(paper.last.toordinal())
    found = companion.gather(store, _same(store, paper, last))
    data = companion.files(found, "x", CompanionKind.CSV)["x.csv"]
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def _same(store: Store, paper: ReportContent, last: date) -> report.Choice:
    entries = tuple(one.id for one in store.entries.for_report(1, last.toordinal()))
    return report.Choice(paper.first, last, paper.name, paper.questions, frozenset(), paper.sections, entries)


def series(rows: Rows, measure: str) -> dict[date, float]:
    return {
        date.fromisoformat(row["date"]): float(row["value"])
        for row in rows
        if row["measure"] == measure and row["value"]
    }


def count(rows: Rows, measure: str) -> int:
    return sum(row["measure"] == measure for row in rows)


def period(rows: Rows) -> tuple[date, date]:
    named = {row["measure"]: row["value"] for row in rows[:2]}
    return date.fromisoformat(named["period_first_day"]), date.fromisoformat(named["period_last_day"])


def gap(days: set[date], first: date, last: date) -> int:
    longest = run = 0
    day = first
    while day <= last:
        run = 0 if day in days else run + 1
        longest = max(longest, run)
        day += DAY
    return longest


def level(values: list[float]) -> tuple[float, float, float] | None:
    if len(values) < 7:
        return None
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return median(values), low, high


def test_how_much_was_logged(rows: Rows, paper: ReportContent) -> None:
    first, last = period(rows)
    days = (last - first).days + 1
    paused = set(series(rows, "tracking_paused"))
    for measure, said in (("checkin_logged", paper.checkins), ("night_logged", paper.nights)):
        there = set(series(rows, measure))
        assert (len(there), days) == (said.logged, said.days)
        assert round(100 * len(there) / days) == said.percent
        assert gap(there, first, last) == said.longest_gap
        assert len(paused - there) == said.paused
    asleep = series(rows, "time_asleep")
    assert count(rows, "night_at_most") == paper.nights_at_most
    assert len(set(series(rows, "night_logged")) - set(asleep)) == paper.nights_in_part


def test_typical_levels(rows: Rows, paper: ReportContent) -> None:
    asleep, bed = series(rows, "time_asleep"), series(rows, "time_in_bed")
    found = {
        name: series(rows, f"rating_{key}")
        for key, name in (
            ("mood", "Mood"), ("anxiety", "Anxiety"), ("stress", "Stress"), ("energy", "Energy"),
            ("confidence", "Confidence"), ("clarity", "Clear head"),
        )
    }  # fmt: skip
    found["Sleep"] = {day: value / 60 for day, value in asleep.items()}
    found["Sleep efficiency"] = {day: 100 * asleep[day] / bed[day] for day in asleep.keys() & bed.keys()}
    assert {row.title for row in paper.typical} == {name for name, values in found.items() if values}
    for row in paper.typical:
        values = [value for _day, value in sorted(found[row.title].items())]
        ends = (level(values[:14]) if len(values) >= 28 else None, level(values[-14:]))
        for mine, said in zip(ends, (row.first, row.last), strict=True):
            assert (mine is None) == (said is None)
            if mine and said:
                assert mine == pytest.approx((said.median, said.lower, said.upper))


def test_the_last_days(rows: Rows, paper: ReportContent) -> None:
    mood, anxiety = series(rows, "rating_mood"), series(rows, "rating_anxiety")
    asleep, trained = series(rows, "time_asleep"), set(series(rows, "session_done"))
    at_most = set(series(rows, "night_at_most"))
    assert len(paper.last_days) == 14
    for column in paper.last_days:
        day = date.fromordinal(column.day)
        mine = (mood.get(day), anxiety.get(day), asleep.get(day), day in trained)
        assert mine == (column.mood, column.anxiety, column.sleep_min, column.trained)
        assert (day in at_most) == column.sleep_at_most


def test_training(rows: Rows, paper: ReportContent) -> None:
    said = paper.training
    assert count(rows, "session_done") == said.sessions
    assert (count(rows, "session_planned"), count(rows, "session_planned_done")) == (said.planned, said.kept)
    lengths = [float(row["value"]) for row in rows if row["measure"] == "session_length"]
    assert round(median(lengths)) == said.median_minutes
    assert sum(int(row["value"]) for row in rows if row["measure"] == "session_working_sets") == said.sets
    (plan,) = [row for row in rows if row["measure"] == "plan_week"]
    assert said.phase == f"{plan['note']}, week {plan['value']}"
    efforts = [float(row["value"]) for row in rows if row["measure"] == "session_effort"]
    assert median(efforts) == said.effort


def test_before_and_after_sessions(rows: Rows, paper: ReportContent) -> None:
    felt: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row["measure"].startswith("pleasantness_"):
            felt[row["note"]][row["measure"]] = int(row["value"])
    both = [pair for pair in felt.values() if len(pair) == 2]
    changes = [pair["pleasantness_after"] - pair["pleasantness_before"] for pair in both]
    said, n = paper.training.around, len(changes)
    assert (n, sum(c > 0 for c in changes), sum(c < 0 for c in changes)) == (said.n, said.higher, said.lower)
    assert said.mean is not None
    # As long as Student's interval would be (docs/statistics.md), drawn as SciPy draws.
    level = 1 - 2 * stats.norm.cdf(-((n / (n - 1)) ** 0.5) * stats.t.ppf(0.975, n - 1))
    drawn = stats.bootstrap((changes,), np.mean, confidence_level=level, method="BCa", random_state=0)
    assert (said.mean.value, said.mean.low, said.mean.high) == pytest.approx(
        (np.mean(changes), drawn.confidence_interval.low, drawn.confidence_interval.high), abs=1e-6
    )


def test_trends(rows: Rows, paper: ReportContent) -> None:
    first, last = period(rows)
    start = first - first.weekday() * DAY
    assert {trend.key for trend in paper.trends} == {"mood", "anxiety", "sleep"}
    for trend in paper.trends:
        found = series(rows, "time_asleep" if trend.key == "sleep" else f"rating_{trend.key}")
        weeks: dict[int, list[float]] = defaultdict(list)
        for day, value in found.items():
            weeks[(day - start).days // 7].append(value / 60 if trend.key == "sleep" else value)
        usable = {week: sum(values) / len(values) for week, values in weeks.items() if len(values) >= 3}
        places = sorted(usable)
        slope = stats.theilslopes([usable[place] for place in places], places, alpha=0.96, method="joint")
        times = (
            4 if "per 4 weeks" in " ".join((trend.said, *trend.details)) else ((last - start).days // 7 + 1)
        )
        ends = sorted(times * end for end in (slope.low_slope, slope.high_slope))
        assert trend.clear == (ends[0] > 0 or ends[1] < 0)
        *shown, of_weeks = trend.details
        assert of_weeks.startswith(f"from {len(usable)} of ")
        assert figures(shown[0]) == pytest.approx(ends, abs=0.051)
        if trend.clear and trend.key != "sleep":
            assert figures(trend.said)[0] == pytest.approx(times * slope.slope, abs=0.051)


def figures(text: str) -> list[float]:
    """The numbers with a sign, or 0, that a text has; none of "per 4 weeks"."""
    found = re.findall(
        r"[+−]?\d+(?:\.\d+)?", text.split(" per ", maxsplit=1)[0].split(" over ", maxsplit=1)[0]
    )
    return [float(one.replace("−", "-")) for one in found]


def test_questionnaires(rows: Rows, paper: ReportContent) -> None:
    for key, said in zip(("phq-9", "gad-7", "who-5"), paper.scores.rows, strict=True):
        totals = [row for row in rows if row["measure"] == f"{key}_total"]
        shown = {"first": totals[0], "previous": totals[-2], "latest": totals[-1]}
        for place, row in shown.items():
            cell = getattr(said, place)[0].replace(" (paper)", "")
            assert cell.replace(" *", "") == (row["value"] or "no total")
            assert ("*" in cell) == ("mean of the others" in row["note"])
        if shown["latest"]["value"]:
            change = int(shown["latest"]["value"]) - int(shown["first"]["value"])
            assert said.change[0] == f"{change:+d} since first".replace("-", "−").replace("+0", "0")
            change = int(shown["latest"]["value"]) - int(shown["previous"]["value"])
            assert said.change[1] == f"{change:+d} since previous".replace("-", "−").replace("+0", "0")
    items = {row["date"]: row["value"] for row in rows if row["measure"] == "phq-9_item_9"}
    days = [row["date"] for row in rows if row["measure"] == "phq-9_total"]
    mine = tuple(items.get(day, "–") for day in (days[0], days[-2], days[-1]))
    assert mine == paper.scores.rows[0].item_9
    eight = [row["value"] for row in rows if row["measure"] == "phq-9_as_phq-8_total"]
    assert paper.scores.rows[0].band[0] == f"PHQ-8: {eight[-1]}"


def test_totals_are_the_sums_of_their_answers(rows: Rows) -> None:
    answered: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        key, item, _number = row["measure"].partition("_item_")
        if item:
            answered[key, row["date"]].append(int(row["value"]))
    totals = {(row["measure"].removesuffix("_total"), row["date"]): row["value"] for row in rows
              if row["measure"].endswith("_total")}  # fmt: skip
    whole = {"phq-9": (9, 1), "gad-7": (7, 1), "who-5": (5, 4)}
    full_forms = [(of, values) for of, values in answered.items() if len(values) == whole[of[0]][0]]
    assert len(full_forms) > 6
    for (key, day), values in full_forms:
        assert int(totals[key, day]) == sum(values) * whole[key][1]


def test_what_the_panels_draw(rows: Rows, paper: ReportContent) -> None:
    drawn = {panel.family: dict(panel.points) for panel in paper.panels if not panel.bars}
    for family, measure, factor in (("mood", "rating_mood", 1), ("anxiety", "rating_anxiety", 1),
                                    ("sleep", "time_asleep", 60)):  # fmt: skip
        mine = {day.toordinal(): value / factor for day, value in series(rows, measure).items()}
        assert mine == pytest.approx(drawn[family])
    weeks: dict[int, int] = defaultdict(int)
    for row in rows:
        if row["measure"] == "session_done":
            day = date.fromisoformat(row["date"])
            weeks[(day - day.weekday() * DAY).toordinal()] += 1
    (bars,) = [panel for panel in paper.panels if panel.bars]
    assert {week: n for week, n in bars.points if n} == dict(weeks)


def test_strength_first_last_and_change(rows: Rows, paper: ReportContent) -> None:
    assert paper.strength
    for said in paper.strength:
        found = [row for row in rows if row["note"] == said.exercise and row["source"] == "training log"]
        first, last = float(found[0]["value"]), float(found[-1]["value"])
        assert f"{first:.1f}".removesuffix(".0") == said.first.split()[0]
        assert f"{last:.1f}".removesuffix(".0") == said.last.split()[0]


def test_the_page_says_what_the_table_gives(rows: Rows, paper: ReportContent) -> None:
    page = page_texts(report.render(paper))[0]
    first, last = period(rows)
    logged, nights = count(rows, "checkin_logged"), count(rows, "night_logged")
    days = (last - first).days + 1
    assert f"{logged} of {days}" in page
    assert f"{nights} of {days}" in page
    assert f"{round(100 * logged / days)} % of days" in page
    assert f"{count(rows, 'session_planned_done')} of {count(rows, 'session_planned')}" in page
    mood = [value for _day, value in sorted(series(rows, "rating_mood").items())][-14:]
    middle, low, high = (f"{value:.1f}".removesuffix(".0") for value in level(mood) or (0, 0, 0))
    assert f"{middle} ({low}–{high})" in page


def test_the_day_after_training(rows: Rows, paper: ReportContent) -> None:
    """Page 2: medians as they stand there, and the difference that knows the day's own value."""
    trained = set(series(rows, "session_done"))
    for title, measure in (("Mood", "rating_mood"), ("Anxiety", "rating_anxiety")):
        values = series(rows, measure)
        pairs = [
            (values[day], day in trained, values[day + DAY]) for day in sorted(values) if day + DAY in values
        ]
        (said,) = [row for row in paper.day_after if row.title == title]
        for shown, kind in ((said.trained, True), (said.other, False)):
            after = [later for _own, was, later in pairs if was is kind]
            assert shown == f"{median(after):.1f}".removesuffix(".0") + f" (n {len(after)})"
        given = np.array([(1.0, was, own) for own, was, _later in pairs])
        later = np.array([value for _own, _was, value in pairs])
        fit, left, _rank, _singular = np.linalg.lstsq(given, later, rcond=None)
        df = len(pairs) - 3
        error = float(np.sqrt(left[0] / df * np.linalg.inv(given.T @ given)[1, 1]))
        reach = stats.t.ppf(0.975, df) * error
        assert figures(said.difference) == pytest.approx([fit[1], fit[1] - reach, fit[1] + reach], abs=0.051)
        assert said.clear == (abs(fit[1]) > reach)
