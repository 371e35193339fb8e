"""The clinician's report as it is read: what stands on the two pages, whatever the data."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import Cancelled
from nextrep.domain.event_marks import event_marks
from nextrep.domain.events import Event, EventKind
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import Level, Sufficiency
from nextrep.domain.text import set_translator
from nextrep.domain.trends import words
from nextrep.domain.trends.findings import outcome_of
from nextrep.domain.trends.sessions import around_sessions
from nextrep.domain.trends.sizes import signed
from nextrep.domain.trends.trend import trend
from nextrep.reports.clinician import Paper, build_report
from nextrep.reports.content import DayColumn, ReportContent, TypicalRow
from tests.reports.contents import empty, filled
from tests.reports.pdf_reading import colours, fonts, page_texts, words_with_boxes

EVENTS = tuple(
    Event(n, kind, title, (FIRST := date(2026, 3, 2).toordinal()) + day, last and FIRST + last, detail)
    for n, (kind, title, day, last, detail) in enumerate(
        [
            (EventKind.MEDICATION_STARTED, "Sertraline", -90, None, "50 mg"),
            *((EventKind.THERAPY, "", day, day, "") for day in range(2, 84, 7)),
            (EventKind.TRAVEL, "Lisbon", 20, 27, ""),
            (EventKind.MEDICATION_CHANGED, "Sertraline", 40, None, "75 mg"),
            *((EventKind.LIFE, f"Word {n}", 44 + n, 44 + n, "") for n in range(10)),
            (EventKind.ILLNESS, "A cold", 83, None, ""),
        ]
    )
)
LONG_EVENTS = tuple(
    replace(event, title="Wörter ohne Ende " * 4, detail="mehr davon " * 30) for event in EVENTS
)
LONG_NAME = "Александра-Вероника Преображенская-Воскресенская-Рождественская " * 3
WORST = replace(
    filled(3653, gaps=((400, 520),)),
    name=LONG_NAME,
    invented=True,
    questions=("W" * 3000, "Ist das sicher? " * 2000, "שלום 山田 🙂 " * 50),
    typical=filled().typical * 3,
    strength=tuple(
        replace(row, exercise="One-arm row, long name " * 9, first="1,234.5 kg") for row in filled().strength
    )
    * 9,
    events=event_marks(LONG_EVENTS, date(2016, 5, 24).toordinal(), date(2026, 5, 24).toordinal()),
)
EVENTFUL = replace(
    filled(gaps=((20, 31),)),
    events=event_marks(EVENTS, date(2026, 3, 2).toordinal(), date(2026, 5, 24).toordinal()),
)
SITUATIONS = {
    "nothing": empty(),
    "one day": filled(1, share=1),
    "five days": filled(5, share=1),
    "12 weeks": filled(gaps=((20, 31),)),
    "half a year": filled(182),
    "ten years": filled(3653),
    "paused": replace(
        filled(gaps=((20, 31),)),
        checkins=Sufficiency(14, 365, 120, paused=100),
        nights=Sufficiency(365, 3650, 120, paused=3000),
    ),
    "twenty events": EVENTFUL,
    "everything too long": WORST,
}


@pytest.fixture(params=SITUATIONS, ids=str)
def situation(request: pytest.FixtureRequest) -> ReportContent:
    return SITUATIONS[request.param]


@pytest.mark.parametrize("paper", Paper)
def test_two_pages_and_the_months_whatever_the_data(situation: ReportContent, paper: Paper) -> None:
    pdf = build_report(situation, paper=paper)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == (2 if situation == empty() else 3)
        assert [float(side) for side in document.pages[1].mediabox[2:]] == pytest.approx(
            paper.value, abs=0.01
        )
    assert len(pdf) < 300_000


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("page", [0, 1, 2])
def test_no_text_runs_into_another_or_off_the_grid(situation: ReportContent, paper: Paper, page: int) -> None:
    if page == 2 and situation == empty():
        return  # no months without any day
    words = words_with_boxes(build_report(situation, paper=paper), page)
    assert len(words) > 20
    margin = 40
    for text, (left, bottom, right, top) in words:
        assert margin < left < right < paper.width - margin, text
        assert margin < bottom < top < paper.height - margin, text
    # Hatching and grid lines are no text; letters of two lines may touch by a hair, words may not overlap.
    for (one, a), (other, b) in combinations(words, 2):
        wide = min(a[2], b[2]) - max(a[0], b[0])
        high = min(a[3], b[3]) - max(a[1], b[1])
        assert wide < 1 or high < 2, f"{one!r} and {other!r}"


def test_every_letterform_is_embedded_and_helvetica_never_slips_in(situation: ReportContent) -> None:
    found = list(fonts(build_report(situation)))
    assert found
    assert all(embedded and "NotoSans" in name for name, embedded in found), found


def test_the_same_content_gives_the_same_bytes() -> None:
    assert build_report(filled()) == build_report(filled())
    assert build_report(filled()) != build_report(replace(filled(), name="Kim"))


def test_in_shades_of_grey_nothing_has_a_colour_and_nothing_else_changes() -> None:
    content = replace(filled(gaps=((20, 31),)), invented=True)
    coloured, grey = build_report(content), build_report(content, grey=True)
    assert any(len({round(part, 3) for part in one}) > 1 for one in colours(coloured))
    assert all(len({round(part, 3) for part in one}) == 1 for one in colours(grey))
    assert page_texts(grey) == page_texts(coloured)
    assert len(colours(grey)) > 6, "areas, lines and words still differ in lightness"


def test_page_one_says_what_a_clinician_needs_first() -> None:
    content = filled(share=0.95, gaps=((20, 36),))
    first, second, *_ = page_texts(build_report(content))
    for fact in (
        "Training & wellbeing profile",
        "Sam Rivera",
        "2 Mar – 24 May 2026 (12 weeks)",
        "printed 25 May 2026",
        "Self-reported. Not a diagnosis. Not monitored by anyone.",
        f"{content.checkins.logged} of 84",
        f"{content.checkins.percent} % of days",
        f"{content.checkins.longest_gap} days",
        "enough for typical levels",
        "lower is better",
        "no entries",
        "28 of 33 planned",
        "38 min (median)",
        "Is it safe to go to four sessions a week while the dose changes?",
        "Page 1 of 3",
        "Report version 1, NextRep 0.1.0.",
    ):
        assert fact in first
    for fact in (
        "Goblet squat",
        "47 kg",
        "Epley 1985",
        "total sleep / time in bed",
        "not why",
        "Page 2 of 3",
    ):
        assert fact in second
    assert "INVENTED" not in first + second


def test_events_are_marked_on_page_one_and_listed_on_page_two() -> None:
    first, second, *_ = page_texts(build_report(EVENTFUL))
    assert "since 2 Dec 2025 · Medication started: Sertraline, 50 mg" in first
    assert "4 Mar, 11 Mar and 10 more · Therapy session" in first
    assert "events on page 2" in first
    assert "since 11 Apr Medication changed: Sertraline, 75 mg" in second
    assert "22 Mar to 29 Mar Travel: Lisbon" in second
    assert "Events" not in "".join(page_texts(build_report(filled())))


def test_typical_levels_are_the_medians_of_both_ends() -> None:
    rows = (
        TypicalRow("Mood", "higher is better", "", Level(14, 5, 4, 6.5), Level(14, 6.5, 5, 7)),
        TypicalRow("Sleep", "", "h", None, Level(9, 6.75, 6, 7.5), at_most=3),
        TypicalRow(
            "Sleep efficiency", "higher is better", "%", Level(14, 80.6, 75, 86), Level(14, 85, 80, 90)
        ),
    )
    text = page_texts(build_report(replace(filled(), typical=rows)))[0]
    assert "Mood higher is better 5 (4–6.5) 6.5 (5–7)" in text
    assert "Sleep 3 nights are “at most” – fewer than 28 nights logged 6:45 h (6:00–7:30), prov" in text
    assert "provisional, n 9" in text
    assert "Sleep efficiency of time in bed; higher is better 81 % (75–86) 85 % (80–90)" in text


def test_little_data_is_said_and_never_filled_in() -> None:
    text = page_texts(build_report(filled(5, share=1)))[0]
    assert "little data: read with care" in text
    assert "fewer than 28 days logged" in text
    assert "fewer than 7 nights logged" in text
    assert "not enough for a trend" in text


def test_days_of_a_pause_are_said_beside_the_share_and_stay_days() -> None:
    first, second, *_ = page_texts(build_report(SITUATIONS["paused"]))
    assert "14 of 365" in first
    assert "4 % of days · 100 paused" in first
    assert "10 % of nights · 3000 paused" in first
    assert "paused by choice stay days of the period" in second
    assert "paused" not in "".join(page_texts(build_report(filled())))


def test_nothing_logged_is_said_and_leaves_lines_to_write_on() -> None:
    first, second, *_ = page_texts(build_report(empty()))
    assert "No entries in this period." in first
    assert "nothing logged" in first
    assert "To talk about" in first
    assert "No exercise was done often enough" in second


def test_blank_days_stay_blank() -> None:
    content = filled()
    last = content.last.toordinal()
    blank = tuple(DayColumn(last - i, None, None, None, False) for i in reversed(range(14)))
    one = (*blank[:-1], DayColumn(last, 3.5, None, 425, False))
    strip = [_strip(page_texts(build_report(replace(content, last_days=days)))[0]) for days in (blank, one)]
    assert strip[0].endswith("Mood, 0–10 Anxiety, 0–10 Sleep, hours Trained")
    assert strip[1].endswith("Mood, 0–10 3.5 Anxiety, 0–10 Sleep, hours 7:05 Trained")


def _strip(text: str) -> str:
    return text[text.index("Last 14 days") : text.index("5 Training")].strip()


def test_before_and_after_gives_a_mean_with_its_interval_only_from_ten_sessions_up() -> None:
    training = filled().training
    pairs = ((0, 1),) * 6 + ((1, 1),) * 3 + ((2, 1),)
    ten = replace(filled(), training=replace(training, around=around_sessions(pairs)))
    found = ten.training.around.mean
    assert found is not None
    text = page_texts(build_report(ten))[0]
    assert "10 sessions: higher 6, same 3, lower 1" in text
    assert f"+0.5 points on average ({signed(found.low)} to {signed(found.high)})" in text.replace("-", "−")
    nine = replace(ten, training=replace(training, around=around_sessions(((0, 1),) * 9)))
    text = page_texts(build_report(nine))[0]
    assert "on average" not in text
    assert "no average: it takes 10 rated sessions" in text


def test_the_trend_beside_each_panel_is_the_one_of_the_screen() -> None:
    content = filled(84)
    text = page_texts(build_report(content))[0].replace("-", "−")
    for series in content.panels[:3]:
        found = trend(series.points, content.first.toordinal(), content.last.toordinal())
        assert found.per_four is not None
        interval = f"({signed(found.per_four.low)} to {signed(found.per_four.high)})"
        assert interval in text
        full = " ".join(words.trend(outcome_of(series, fixed=True), found).lines)
        assert ("no clear trend" in full) is (not found.per_four.clear)
    assert "not enough for a trend" in page_texts(build_report(filled(40)))[0]


def test_without_a_program_nothing_is_compared_with_a_plan() -> None:
    content = filled()
    text = page_texts(build_report(replace(content, training=replace(content.training, planned=None))))[0]
    assert "no plan to compare with" in text
    assert "planned ones" not in text


@pytest.mark.parametrize("paper", Paper)
def test_mood_anxiety_and_sleep_are_on_page_one_and_no_level_is_lost(paper: Paper) -> None:
    ratings = [replace(filled().typical[0], title=f"Rating{n}") for n in range(1, 7)]
    first, second, *_ = page_texts(
        build_report(replace(WORST, typical=(*ratings, *filled().typical[2:])), paper=paper)
    )
    for title in ("Rating1", "Rating2", "Sleep efficiency"):
        assert title in first
    for rating in ratings:
        assert rating.title in first + second
    few = tuple(replace(rating, first=None, last=None) for rating in ratings)
    second = page_texts(build_report(replace(WORST, typical=few), paper=paper))[1]
    assert "Rating6" in second
    assert "fewer than 28 days logged" in second


def test_the_latest_weeks_stand_on_page_two_and_the_rest_is_counted() -> None:
    content = filled(365)
    second = page_texts(build_report(content))[1]
    assert f"{len(content.weeks) - 26} earlier weeks are not shown." in second
    assert "18 May" in second


def test_exercises_that_do_not_fit_are_counted() -> None:
    assert (
        "25 more exercises are not shown."
        in page_texts(build_report(replace(WORST, typical=(), events=())))[1]
    )


def test_invented_data_is_named_on_every_page() -> None:
    for text in page_texts(build_report(replace(filled(), invented=True))):
        assert "INVENTED DATA – demonstration" in text


def test_other_scripts_are_shown_or_honestly_replaced() -> None:
    greek = page_texts(build_report(replace(filled(), name="Ελένη Жукова Łukasz")))
    assert "Ελένη Жукова Łukasz" in greek[0]
    assert "Some characters cannot be shown" not in greek[0]
    for text in page_texts(build_report(replace(filled(), name="山田 Taro 🙂"))):
        assert "?? Taro ?" in text
        assert "Some characters cannot be shown here" in text


def test_nothing_in_the_file_names_the_person_or_the_computer() -> None:
    with pikepdf.open(BytesIO(build_report(filled()))) as document:
        assert str(document.docinfo["/Title"]) == "Training & wellbeing profile"
        assert str(document.docinfo.get("/Author", "")) == ""
        assert not any("Rivera" in str(value) for value in document.docinfo.values())
        assert str(document.Root.Lang) == "en"
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_a_long_report_says_how_far_it_is_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []
    build_report(filled(), progress=lambda done, of: seen.append((done, of)))
    assert seen == [(n, len(seen)) for n in range(1, len(seen) + 1)]
    with pytest.raises(Cancelled):
        build_report(
            filled(), progress=lambda done, of: seen.append((done, of)), cancelled=lambda: len(seen) > 12
        )
    assert seen[-1][0] < seen[-1][1]


def test_texts_go_through_the_translator() -> None:
    set_translator(lambda source: source.replace("Not a diagnosis", "Keine Diagnose"))
    try:
        assert "Keine Diagnose" in page_texts(build_report(filled()))[0]
    finally:
        set_translator(None)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    days=st.integers(1, 900),
    share=st.floats(0.05, 1),
    seed=st.integers(0, 1000),
    name=st.text(max_size=120),
    question=st.text(max_size=500),
    paper=st.sampled_from(Paper),
)
def test_any_content_makes_its_pages(
    days: int, share: float, seed: int, name: str, question: str, paper: Paper
) -> None:
    content = replace(filled(days, share=share, seed=seed), name=name, questions=(question,) * 3)
    assert len(page_texts(build_report(content, paper=paper))) in {2, 3}


def test_nights_that_are_known_in_part_are_counted_marked_and_explained() -> None:
    content = filled()
    marked = replace(
        content,
        nights_at_most=12,
        nights_in_part=1,
        last_days=tuple(replace(day, sleep_at_most=True) for day in content.last_days),
        weeks=tuple(replace(week, sleep_at_most=True) for week in content.weeks),
    )
    first, second, *_ = page_texts(build_report(marked))
    assert "7:30*" in first
    assert "* = at most" in first
    assert "*: at most; minutes awake or to fall asleep are not known for all nights." in second
    assert "12 nights lack minutes awake or to fall asleep: they count with the most" in second
    assert "1 more has only a beginning or an end and counts in no figure." in second
    plain = " ".join(page_texts(build_report(content)))
    assert "at most" not in plain
    assert "in % of the time in bed" in plain


def test_a_section_that_was_left_out_is_said_to_be_and_never_reads_as_nothing_done() -> None:
    report = replace(
        empty(), sections=frozenset({ReportSection.DAILY, ReportSection.SCORES, ReportSection.EVENTS})
    )
    first, second = page_texts(build_report(report))[:2]
    said = " ".join(first.split())
    assert "Left out by choice: Sleep; Training done, and how sessions felt; Strength." in said
    assert said.count("left out by choice") == 2, "in the tiles of nights and of sessions"
    assert "Left out of this report." in said
    assert "Left out of this report." in " ".join(second.split())
    assert "No exercise was done" not in second
    assert "Left out" not in page_texts(build_report(filled()))[0]
