"""The log sheet: all there is to do, a box to write in for every set, and nothing is cut in two."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import Cancelled
from nextrep.reports.log_sheet.content import Box, Layout, LogSheet, Measured, SheetExercise, SheetSession
from nextrep.reports.log_sheet.sheet import Paper, build_log_sheet
from tests.reports.pdf_reading import fonts, outlines, page_texts, words_with_boxes

MM = 72 / 25.4
LONG = "Single-leg Romanian deadlift with a kettlebell in the opposite hand"


def exercise(name: str = "Goblet squat", sets: int = 3, **more: object) -> SheetExercise:
    made = SheetExercise(
        key=name.lower(),
        name=name,
        asked=(f"{sets} × 8–12", "2–3 reps left"),
        sets=("",) * sets,
        rest="rest 90 s",
    )
    return replace(made, **more)


def session(*exercises: SheetExercise, week: int = 5, title: str = "Full body A") -> SheetSession:
    return SheetSession(
        week=week,
        phase="Progressive adaptation",
        title=title,
        exercises=exercises,
        day="Monday 23 November",
        day_short="Mon 23 Nov",
        length="about 38 min",
    )


def sheet(*sessions: SheetSession, layout: Layout = Layout.WEEK) -> LogSheet:
    return LogSheet("Mind and Muscle, 12 weeks", "kg", layout, sessions)


def block(*sessions: SheetSession) -> LogSheet:
    return sheet(*sessions, layout=Layout.BLOCK)


def boxes(pdf: bytes, page: int, *, least: float = 12) -> list[tuple[float, float]]:
    """Width and height in mm of everything on a page that is wide and high enough to be a box."""
    sizes = [((r - x) / MM, (top - y) / MM) for x, y, r, top in outlines(pdf, page)]
    return [(wide, high) for wide, high in sizes if wide >= least and high >= 5]


def set_boxes(one: SheetSession) -> int:
    """Count the boxes of sets: those that the same session without exercises to do has not."""
    pdf = build_log_sheet(sheet(one))
    bare = build_log_sheet(sheet(replace(one, exercises=(exercise(sets=1),))))
    return sum(len(boxes(pdf, i)) for i in range(len(page_texts(pdf)))) - len(boxes(bare, 0)) + 1


def test_a_session_says_what_is_asked_and_where_to_write() -> None:
    squat = exercise(cue="Knees over the toes.", note="Slowly", last="last time 16 kg × 10, 10, 9")
    text = page_texts(build_log_sheet(sheet(session(squat, exercise("Push-up", 4)))))[0]
    for said in (
        "Mind and Muscle, 12 weeks",
        "Progressive adaptation, week 5",
        "Full body A",
        "Monday 23 November",
        "about 38 min",
        "Goblet squat",
        "3 × 8–12 · 2–3 reps left · rest 90 s",
        "last time 16 kg × 10, 10, 9",
        "Slowly",
        "Knees over the toes.",
        "Push-up",
        "4 × 8–12",
        "load in kg",
        "Date",
        "Before: pleasant",
        "-5 to 5",
        "Activated",
        "1 to 6",
        "After: pleasant",
        "Effort",
        "0 to 10",
        "Note",
        "General training advice.",
        "Page 1 of 1",
    ):
        assert said in text


@pytest.mark.parametrize("sets", [1, 3, 4, 5, 6, 10])
def test_there_is_a_box_for_every_set(sets: int) -> None:
    assert set_boxes(session(exercise(sets=sets))) == sets
    assert set_boxes(session(exercise(sets=sets, warm_ups=("", "")))) == sets + 2


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("layout", Layout)
def test_every_box_is_high_enough_to_write_in_and_on_the_paper(paper: Paper, layout: Layout) -> None:
    sets = [exercise("Row", 5, warm_ups=("",) * 3), exercise("Plank", 2, box=Box(Measured.SECONDS, False))]
    weeks = [session(*sets, week=week) for week in range(1, 6)]
    pdf = build_log_sheet(sheet(*weeks, layout=layout), paper=paper)
    for page in range(len(page_texts(pdf))):
        found = boxes(pdf, page, least=7.5)
        assert len(found) > 10
        assert min(high for _wide, high in found) >= 9
        for left, bottom, right, top in outlines(pdf, page):
            assert 14 * MM < left <= right < paper.width - 14 * MM
            assert 14 * MM < bottom <= top < paper.height - 14 * MM


def test_a_session_that_fits_on_a_page_is_not_broken() -> None:
    days = [session(*(exercise(f"Lift {i}") for i in range(6)), title=f"Day {n}") for n in range(1, 6)]
    texts = page_texts(build_log_sheet(sheet(*days)))
    for text in texts:
        assert "continued" not in text
    for n in range(1, 6):
        assert [f"Day {n} " in text for text in texts].count(True) == 1
    assert all(text.count("Lift 0") == text.count("Lift 5") for text in texts)


def test_a_session_too_long_for_a_page_goes_on_with_its_name_and_loses_nothing() -> None:
    many = [exercise(f"Lift {i}.") for i in range(1, 31)]
    for layout in Layout:
        texts = page_texts(build_log_sheet(sheet(session(*many), layout=layout)))
        assert len(texts) > 1
        assert all("Full body A, continued" in text for text in texts[1:])
        assert all(f"Page {n} of {len(texts)}" in text for n, text in enumerate(texts, start=1))
        whole = " ".join(texts)
        for i in range(1, 31):
            assert whole.count(f"Lift {i}.") == 1


def test_a_block_has_a_column_each_week_and_a_table_for_each_kind_of_session() -> None:
    plan = [session(exercise(), exercise("Row"), week=w, title=t) for w in range(1, 5) for t in ("A", "B")]
    pdf = build_log_sheet(block(*plan))
    text = " ".join(page_texts(pdf))
    assert text.count("Goblet squat") == 2
    assert all(text.count(f"Week {week} ") == 2 for week in range(1, 5))
    assert "weeks 1–4" in text
    assert text.count("Before: pleasant") == 2


def test_what_differs_from_week_to_week_stands_over_its_week() -> None:
    light, heavy = exercise(sets=2), exercise(sets=4)
    pdf = build_log_sheet(block(session(light, week=1), session(heavy, week=2)))
    words = {text.strip(): box for text, box in words_with_boxes(pdf, 0)}
    light_at = next(box for text, box in words.items() if text.startswith("2 × 8–12"))
    heavy_at = next(box for text, box in words.items() if text.startswith("4 × 8–12"))
    assert light_at[1] == pytest.approx(heavy_at[1], abs=2)
    assert heavy_at[0] - light_at[0] > 20 * MM
    same = page_texts(build_log_sheet(block(session(light, week=1), session(light, week=2))))[0]
    assert same.count("2 × 8–12") == 1


def test_an_exercise_that_came_later_has_a_row_and_its_first_weeks_are_not_to_write_in() -> None:
    first = session(exercise("Squat"), exercise("Row"), week=1)
    second = session(exercise("Squat"), exercise("Hinge"), exercise("Row"), week=2)
    text = page_texts(build_log_sheet(block(first, second)))[0]
    assert text.index("Squat") < text.index("Hinge") < text.index("Row")
    assert text.count("Squat") == text.count("Row") == 1


def test_sessions_that_only_share_their_name_have_tables_of_their_own() -> None:
    one = session(exercise("Squat"), exercise("Row"), week=1)
    other = session(exercise("Lunge"), exercise("Press"), week=2)
    assert page_texts(build_log_sheet(block(one, other)))[0].count("Before: pleasant") == 2


def test_a_long_block_goes_over_pages_of_four_weeks() -> None:
    plan = [session(exercise(), week=week) for week in range(9, 53)]
    texts = page_texts(build_log_sheet(block(*plan)))
    assert len(texts) == 11
    assert "weeks 9–12" in texts[0]
    assert "weeks 49–52" in texts[-1]


def test_sets_that_are_not_alike_are_named_one_by_one() -> None:
    wave = replace(exercise(), sets=("5 · 65 %", "5 · 75 %", "5+ · 85 %"))
    for layout in Layout:
        text = page_texts(build_log_sheet(sheet(session(wave), layout=layout)))[0]
        assert "5 · 65 %" in text
        assert "5+ · 85 %" in text


def test_supersets_and_what_is_measured_are_marked() -> None:
    one = exercise("Row", superset="A1")
    two = exercise("Carry", superset="A2", box=Box(Measured.METRES, True))
    hold = exercise("Plank", box=Box(Measured.SECONDS, False))
    text = page_texts(build_log_sheet(sheet(session(one, two, hold))))[0]
    assert "A1 Row" in text and "A2 Carry" in text
    assert text.count(" m") >= 3 and text.count(" s") >= 3


def test_a_day_off_is_a_line_in_the_week_and_not_in_the_block() -> None:
    off = replace(session(title="Day 2: rest"), note="Rest, and a few words in the journal.")
    week = page_texts(build_log_sheet(sheet(off, session(exercise()))))[0]
    assert "Day 2: rest" in week
    assert "a few words in the journal" in week
    assert "Day 2" not in page_texts(build_log_sheet(block(off, session(exercise()))))[0]


def test_long_names_are_wrapped_and_unknown_letters_are_owned_up_to() -> None:
    text = page_texts(build_log_sheet(sheet(session(exercise(LONG)))))[0]
    assert LONG in text
    assert "cannot be shown" not in text
    for layout in Layout:
        text = page_texts(build_log_sheet(sheet(session(exercise("山田 Taro 🙂")), layout=layout)))[0]
        assert "?? Taro ?" in text
        assert "Some characters cannot be shown here" in text


def test_invented_data_is_named_on_every_page() -> None:
    plan = [session(*(exercise(f"Lift {i}") for i in range(8)), title=f"Day {n}") for n in range(3)]
    texts = page_texts(build_log_sheet(replace(sheet(*plan), invented=True)))
    assert len(texts) > 1
    assert all("INVENTED DATA" in text for text in texts)


@pytest.mark.parametrize("layout", Layout)
def test_nothing_to_do_is_one_page_with_nothing_to_fill_in(layout: Layout) -> None:
    pdf = build_log_sheet(sheet(layout=layout))
    assert len(page_texts(pdf)) == 1
    assert boxes(pdf, 0) == []


def test_the_file_is_the_same_each_time_and_names_nobody() -> None:
    pdf = build_log_sheet(sheet(session(exercise())))
    assert pdf == build_log_sheet(sheet(session(exercise())))
    assert all(embedded for _name, embedded in fonts(pdf))
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == "Training log sheet"
        assert str(document.docinfo.get("/Author", "")) == ""


def test_it_says_how_far_it_is_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []
    plan = block(*(session(exercise(), week=week) for week in range(1, 21)))
    build_log_sheet(plan, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(n, 5) for n in range(1, 6)]
    with pytest.raises(Cancelled):
        build_log_sheet(plan, cancelled=lambda: True)


_texts = st.text(max_size=140)
_exercises = st.builds(
    SheetExercise,
    key=st.sampled_from("abcdefgh"),
    name=_texts,
    asked=st.lists(_texts, max_size=3).map(tuple),
    sets=st.lists(_texts, min_size=1, max_size=12).map(tuple),
    box=st.builds(Box, st.sampled_from(Measured), st.booleans()),
    warm_ups=st.lists(_texts, max_size=7).map(tuple),
    last=_texts,
    cue=_texts,
    note=st.text(max_size=600),
)
_sessions = st.builds(
    SheetSession,
    week=st.integers(1, 60),
    phase=st.sampled_from(["", "Foundation", "Sustained practice"]),
    title=_texts,
    exercises=st.lists(_exercises, max_size=9).map(tuple),
    day=_texts,
    day_short=_texts,
    note=_texts,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    sessions=st.lists(_sessions, max_size=6),
    layout=st.sampled_from(Layout),
    paper=st.sampled_from(Paper),
)
def test_any_plan_makes_a_sheet_with_nothing_over_the_edge(
    sessions: list[SheetSession], layout: Layout, paper: Paper
) -> None:
    pdf = build_log_sheet(sheet(*sessions, layout=layout), paper=paper)
    for page in range(len(page_texts(pdf))):
        for left, bottom, right, top in outlines(pdf, page):
            assert left > 0 and bottom > 14 * MM and right < paper.width and top < paper.height
