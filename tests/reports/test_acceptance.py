"""The acceptance list of the report, point by point, on reports of a whole profile (clinical.md, 1.3 to 5).

That every figure of page 1 can be worked out from the table is in `tests/services/test_companion_figures.py`;
how the pages look has to be seen by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.domain.trends import caveats
from nextrep.reports.charts import direction_text
from nextrep.reports.content import ReportContent
from nextrep.reports.plot import look_for
from nextrep.reports.styles import Paper, mixed, palette
from nextrep.services import demo, report, report_scores
from nextrep.services.report import Choice
from nextrep.storage.store import Store
from tests.reports.pdf_reading import colours, font_sizes, page_texts
from tests.reports.structure import structure

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
QUESTIONS = ("Can I train four times a week?",)
ORDER = ("Data", "Questionnaires", "Typical levels", "Over time", "Last 14 days", "Training", "To talk about")
DIAGNOSES = (
    "depress", "disorder", "insomni", "panic", "mania", "bipolar", "trauma", "burnout", "syndrome", "phobi",
    "patholog", "patient", "suffer", "abnormal", "at risk", "normal range",
)  # fmt: skip
"""Beginnings of words that would say something of the person which a record cannot."""
CLAIMS = ("because of", "thanks to", "leads to", "improves", "causes", "proves", "effective", "keep it up")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store(tmp_path_factory.mktemp("acceptance") / "profile", now=NOW)
    demo.fill(opened, 14, 1, NOW)
    yield opened
    opened.close()


def _choice(store: Store, **more: object) -> Choice:
    return replace(report.default_choice(store, TODAY), name="A. B.", questions=QUESTIONS, **more)


def _five_days(store: Store) -> Choice:
    return _choice(store, first=TODAY - timedelta(days=4))


def _some_questionnaires(store: Store, count: int) -> Choice:
    keys = [one.key for one in report_scores.offered(store, 1, TODAY.toordinal())]
    return _choice(store, left_out=frozenset(keys[count:]))


def _without_any(store: Store) -> Choice:
    return _some_questionnaires(store, 0)


def _one_questionnaire(store: Store) -> Choice:
    return _some_questionnaires(store, 1)


def _nothing_logged(store: Store) -> Choice:
    return _choice(store, first=date(2001, 1, 1), last=date(2001, 3, 25))


CHOICES = (_choice, _five_days, _without_any, _one_questionnaire, _nothing_logged)


def _content(store: Store, choice: Choice) -> ReportContent:
    return report.content(store, choice, TODAY)


@pytest.fixture(params=CHOICES, ids=lambda make: make.__name__.strip("_"))
def content(store: Store, request: pytest.FixtureRequest) -> ReportContent:
    return _content(store, request.param(store))


def _first(content: ReportContent, paper: Paper = Paper.A4) -> str:
    return page_texts(report.render(content, paper=paper))[0]


@pytest.mark.parametrize("paper", Paper)
def test_the_usual_report_has_three_pages_at_most(content: ReportContent, paper: Paper) -> None:
    assert len(page_texts(report.render(content, paper=paper))) <= 3


@pytest.mark.parametrize("paper", Paper)
def test_page_one_is_read_in_one_order_with_the_amount_of_data_first(
    content: ReportContent, paper: Paper
) -> None:
    text = _first(content, paper)
    order = [title for title in ORDER if title != "Questionnaires" or content.scores]
    days = (content.last - content.first).days + 1
    order = [f"Last {min(days, 14)} days" if title == "Last 14 days" else title for title in order]
    places = [text.index(f"{number} {title}") for number, title in enumerate(order, 1)]
    assert places == sorted(places)
    assert f"{content.checkins.logged} of {content.checkins.days}" in text[: places[1]]
    assert f"{content.nights.logged} of {content.nights.days}" in text[: places[1]]
    assert "Longest gap" in text[: places[1]]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["", "A. B. C. D. with a long name"])
def test_mood_anxiety_and_sleep_are_drawn_on_page_one_beside_all_questionnaires(
    store: Store, paper: Paper, name: str
) -> None:
    content = replace(_content(store, _choice(store)), name=name)
    assert len(content.scores.rows) == 3
    drawn = [alt for role, alt, _parts in structure(report.render(content, paper=paper)) if role == "Figure"]
    assert [alt.split(":")[0] for alt in drawn[:3]] == ["Mood", "Anxiety", "Sleep"]


def test_page_one_says_what_it_is_not_and_which_versions_made_it(content: ReportContent) -> None:
    text = _first(content)
    assert "Self-reported. Not a diagnosis. Not monitored by anyone." in text
    assert re.search(r"Report version \d+, NextRep \d", text)
    assert "A. B." in text and QUESTIONS[0] in text
    assert "INVENTED" in text


@pytest.mark.parametrize("words", [DIAGNOSES, CLAIMS], ids=["diagnosis", "claim"])
def test_page_one_says_nothing_that_a_record_cannot_know(
    content: ReportContent, words: tuple[str, ...]
) -> None:
    text = _first(content).replace("Not a diagnosis", "").replace("not a diagnosis", "").casefold()
    assert not [word for word in words if word in text]


@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_smaller_than_eight_points_so_that_seventy_percent_can_be_read(
    content: ReportContent, paper: Paper
) -> None:
    assert min(font_sizes(report.render(content, paper=paper))) >= 8


def test_words_stand_out_without_colour_on_every_ground() -> None:
    grey = palette(grey=True)
    tile = mixed(grey.sunken, grey.surface, 0.25)
    darkest_band = mixed(grey.line, grey.surface, 0.15)
    on_ground = [(role, ground) for role in ("ink", "muted", "primary") for ground in (grey.surface, tile)]
    for role, ground in [*on_ground, ("ink", darkest_band)]:
        assert _contrast(grey.of(role), ground) >= 4.5, (role, ground)
    assert _contrast(grey.warn, grey.warnbg) >= 4.5


def _contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1."""
    light, dark = sorted(map(_luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_colour_tells_apart_is_told_apart_without_it_too(content: ReportContent) -> None:
    names = [series.title for series in content.panels]
    assert len(set(names)) == len(names)
    assert len({look_for(key).marker for key in ("mood", "anxiety", "sleep", "strength")}) == 4
    grey = report.render(content, grey=True)
    assert all(len({round(part, 3) for part in one}) == 1 for one in colours(grey))
    assert page_texts(grey) == page_texts(report.render(content))


def test_the_better_end_is_said_of_everything_that_has_one(content: ReportContent) -> None:
    text = _first(content)
    for row in content.scores.rows[:3]:
        assert row.direction in text
        assert re.search(r"(lower|higher) is better", row.direction)
    typical = text[text.index("Typical levels") : text.index("Over time")]
    for row in content.typical[:4]:
        if row.direction and row.title in typical:
            assert row.direction in typical
    for series in content.panels[:2]:
        assert direction_text(series.direction) in text[text.index("Over time") :]


def test_ratings_keep_one_scale_and_sleep_its_unit(content: ReportContent) -> None:
    for series in content.panels:
        if series.key in {"mood", "anxiety"}:
            assert (series.low, series.high) == (0, 10)
        elif series.key == "sleep":
            assert "hours" in series.detail


def test_blank_stays_blank(content: ReportContent) -> None:
    text = _first(content)
    strip = text[text.index("blank = not logged") :]
    row = re.search(r"Mood, 0–10 ?([\d. ]*)", strip)
    assert row is not None
    shown = [day.mood for day in content.last_days if day.mood is not None]
    assert [float(value) for value in row.group(1).split()] == shown
    if not content.checkins.logged:
        assert "nothing logged" in text and "No entries in this period." in text


def test_few_days_are_said_to_be_few_and_no_trend_or_mean_is_made_of_them(store: Store) -> None:
    text = _first(_content(store, _five_days(store)))
    assert "little data: read with care" in text
    assert "not enough for a trend" in text
    assert "per 4 weeks" not in text and "on average" not in text
    assert "fewer than 7" in text


def test_item_9_stands_on_its_own_line_where_the_phq_9_does(store: Store) -> None:
    with_it, without = (
        _first(_content(store, _one_questionnaire(store))),
        _first(_content(store, _without_any(store))),
    )
    assert re.search(r"Item 9 thoughts of dying or self-harm \d \d \d", with_it)
    assert "PHQ-9" not in without and "self-harm" not in without
    assert "rules nothing out" in page_texts(report.render(_content(store, _one_questionnaire(store))))[2]


def test_every_caveat_stands_on_page_two_and_that_of_good_days_beside_its_figure(store: Store) -> None:
    second = " ".join(page_texts(report.render(_content(store, _choice(store))))[1].split())
    for said in ("not why", "Much changes together", "regression to the mean", "log less when unwell"):
        assert said in second
    figure = second[second.index("The day after training") : second.index("Strength")]
    assert caveats.good_days() in figure
    assert re.search(
        r"Mood [\d.]+ \(n \d+\) [\d.]+ \(n \d+\) [+-]?[\d.]+ \([+-]?[\d.]+ to [+-]?[\d.]+\)", figure
    )


def test_sources_stand_for_every_published_band_and_size(store: Store) -> None:
    content = _content(store, _choice(store))
    last = " ".join(page_texts(report.render(content))[2].split())
    for source in ("Kroenke 2001", "Spitzer 2006", "Topp 2015", "NHS Talking Therapies"):
        assert source in last


@pytest.mark.parametrize("preset", ReportPreset)
def test_nothing_is_printed_that_was_not_ticked(store: Store, preset: ReportPreset) -> None:
    content = _content(store, _choice(store, sections=sections_of(preset)))
    said = " ".join(page_texts(report.render(content)))
    for section, words in (
        (ReportSection.SCORES, "PHQ-9"),
        (ReportSection.DAILY, "Mood, 0–10"),
        (ReportSection.STRENGTH, "estimated 1RM"),
        (ReportSection.EVENTS, "Sertraline"),
        (ReportSection.SESSIONS, "Sets Min Effort"),
        (ReportSection.PLAN, "Plan for the next weeks"),
        (ReportSection.DAYS, "Noted about days"),
    ):
        assert (words in said) is (section in sections_of(preset)), section
    assert "From the journal" not in said


@pytest.mark.parametrize("section", ReportSection)
def test_each_section_can_be_left_out_alone(store: Store, section: ReportSection) -> None:
    everything = frozenset(ReportSection)
    pdf = report.render(_content(store, _choice(store, sections=everything - {section})))
    text = page_texts(pdf)[0]
    usual = sections_of(ReportPreset.GP)
    assert ("Left out by choice" in text) is (section in usual)
