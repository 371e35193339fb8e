"""What is on a log sheet: what is still to do, in plain words; loads only when asked for."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Level, Measure, Muscle, Pattern
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Answers, SkipReason
from nextrep.domain.program_template import Phase
from nextrep.domain.training import SetDraft, Target
from nextrep.domain.units import Unit, load_of
from nextrep.reports.log_sheet.content import Box, Layout, LogSheet, Measured, SheetExercise
from nextrep.services import catalog, demo, log_sheet, plan_editing, preferences, program, session
from nextrep.services.log_sheet import SheetChoice
from nextrep.services.log_sheet_words import SheetWords
from nextrep.settings.table import EFFORT_SCALE, UNIT
from nextrep.storage.store import Store

ANSWERS = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), minutes=45)


@pytest.fixture
def monday(now: datetime) -> datetime:
    return now + timedelta(days=-now.weekday() + 7)


@pytest.fixture
def planned(store: Store, monday: datetime) -> Store:
    program.create(store, ANSWERS, monday)
    return store


def sheet_of(store: Store, day: datetime, first: int, last: int = 0, **more: bool) -> LogSheet:
    return log_sheet.content(store, SheetChoice(first, last or first, **more), day.date())


def view(store: Store) -> program.ProgramView:
    found = program.current(store)
    assert found is not None
    return found


def exercise(measure: Measure = Measure.LOADED, **more: object) -> Exercise:
    made = Exercise("row", "Row", Pattern.HORIZONTAL_PULL, measure, (Muscle.LATS,), level=Level.BEGINNER)
    return replace(made, **more)


def said(
    store: Store, target: Target, of: Exercise | None = None, *, with_loads: bool = True
) -> SheetExercise:
    return SheetWords(store, with_loads=with_loads).exercises([(of or exercise(), target)])[0]


def target(**more: object) -> Target:
    details = {key: more.pop(key) for key in tuple(more) if key in TargetDetails.__dataclass_fields__}
    return replace(Target(1, 3, 8, 12, rest_s=90, details=TargetDetails(**details)), **more)


def test_what_can_be_printed_are_the_weeks_and_the_phases_ahead(planned: Store, monday: datetime) -> None:
    offer = log_sheet.offer(planned, monday.date())
    assert [one.first_week for one in offer.weeks] == list(range(1, 13))
    assert offer.weeks[0].title == "Week 1: 23 Nov – 27 Nov"
    assert [one.title for one in offer.blocks] == [
        "Foundation, weeks 1–4",
        "Progressive adaptation, weeks 5–8",
        "Sustained practice, weeks 9–12",
        "All of it, weeks 1–12",
    ]
    assert offer.now == 0
    later = log_sheet.offer(planned, (monday + timedelta(weeks=5)).date())
    assert later.weeks[later.now].first_week == 6
    assert later.blocks[later.block_of(6)].title == "Progressive adaptation, weeks 5–8"


def test_without_a_plan_there_is_nothing_to_print(store: Store, now: datetime) -> None:
    assert log_sheet.offer(store, now.date()) == log_sheet.Offer((), ())
    with pytest.raises(UserError, match="no plan to print"):
        sheet_of(store, now, 1)


def test_a_week_has_its_sessions_with_days_times_and_exercises(planned: Store, monday: datetime) -> None:
    first = view(planned).sessions[0].planned
    plan_editing.change_session(planned, first.id, title=first.title, minute=18 * 60 + 5, note="Slowly")
    sheet = sheet_of(planned, monday, 1)
    assert sheet.title == "Mind and Muscle, 12 weeks"
    assert sheet.layout is Layout.WEEK
    assert [one.title for one in sheet.sessions] == ["Full body A", "Full body B"]
    squats = sheet.sessions[0]
    assert squats.day == "Monday 23 November, 18:05"
    assert squats.phase == "Foundation"
    assert squats.note == "Slowly"
    assert "min" in squats.length
    asked = squats.exercises[0]
    assert asked.name == "Goblet squat"
    assert asked.asked == ("2 × 8–12", "3–4 reps left")
    assert asked.rest == "rest 90 s"
    assert asked.sets == ("", "")
    bare = sheet_of(planned, monday, 1, with_dates=False).sessions[0]
    assert bare.day == bare.day_short == ""


def test_a_block_has_the_sessions_of_all_its_weeks(planned: Store, monday: datetime) -> None:
    sheet = sheet_of(planned, monday, 5, 8)
    assert sheet.layout is Layout.BLOCK
    assert [one.week for one in sheet.sessions] == [5] * 3 + [6] * 3 + [7] * 3 + [8] * 3
    pdf = log_sheet.render(sheet)
    assert pdf.startswith(b"%PDF")


def test_what_is_done_or_left_out_is_not_on_the_sheet(planned: Store, monday: datetime) -> None:
    first, second, *_rest = (one.planned for one in view(planned).sessions)
    started = session.start_planned(planned, first.id, monday).value
    assert len(sheet_of(planned, monday, 1).sessions) == 2  # going on: its paper is needed now
    number = started.blocks[0].exercise_id
    session.log_set(planned, started.session.id, SetDraft(number, 0, reps=8), monday)
    session.finish(planned, started.session.id, monday + timedelta(minutes=30))
    assert [one.title for one in sheet_of(planned, monday, 1).sessions] == ["Full body B"]
    plan_editing.skip(planned, second.id, SkipReason.TRAVEL)
    assert log_sheet.offer(planned, monday.date()).weeks[0].first_week == 2
    with pytest.raises(UserError, match="Nothing is left to do"):
        sheet_of(planned, monday, 1)


def test_old_gaps_are_not_offered_but_the_last_days_are(planned: Store, monday: datetime) -> None:
    offer = log_sheet.offer(planned, (monday + timedelta(days=21)).date())
    assert offer.weeks[0].first_week == 3
    assert offer.weeks[offer.now].first_week == 4
    over = log_sheet.offer(planned, (monday + timedelta(weeks=40)).date())
    assert over.weeks == over.blocks == ()


def test_loads_are_on_the_paper_only_when_asked_for(planned: Store, monday: datetime) -> None:
    first = view(planned).sessions[0].planned
    started = session.start_planned(planned, first.id, monday).value
    number = started.blocks[0].exercise_id
    for kilograms, reps in ((16, 10), (16, 9), (14, 12)):
        draft = SetDraft(number, 0, load=load_of(kilograms, Unit.KG), reps=reps)
        session.log_set(planned, started.session.id, draft, monday)
    session.finish(planned, started.session.id, monday + timedelta(minutes=30))
    with_loads = sheet_of(planned, monday, 1, 4, with_loads=True)
    squats = [e.last for one in with_loads.sessions for e in one.exercises if e.name == "Goblet squat"]
    assert set(squats) == {"last time 16 kg × 10, 9; 14 kg × 12"}
    without = sheet_of(planned, monday, 1, 4)
    assert not any(e.last for one in without.sessions for e in one.exercises)


def test_loads_of_the_plan_in_words(store: Store) -> None:
    kilograms = load_of(20, Unit.KG)
    cases = {
        LoadPlan(): (),
        LoadPlan(percent=800): ("80 % of the last load",),
        LoadPlan(LoadRule.PERCENT_E1RM, 725): ("72.5 % of the estimated 1RM",),
        LoadPlan(LoadRule.PERCENT_TM, 850, kilograms): ("85 % of the training max (20 kg)",),
        LoadPlan(LoadRule.FIXED, load=kilograms): ("20 kg",),
        LoadPlan(LoadRule.BODYWEIGHT, load=kilograms): ("plus 20 kg",),
        LoadPlan(LoadRule.BODYWEIGHT, load=load_of(-20, Unit.KG)): ("with 20 kg of help",),
        LoadPlan(LoadRule.BAND, band="the green one"): ("band: the green one",),
    }
    for load, words in cases.items():
        assert said(store, target(load=load)).asked == ("3 × 8–12", *words)
        hidden = said(store, target(load=load), with_loads=False).asked
        assert not any("kg" in part for part in hidden)


def test_sets_that_are_not_alike_are_told_one_by_one(store: Store) -> None:
    rows = (
        PlannedSet(PlannedKind.WARMUP, 5, 5, percent=500),
        PlannedSet(PlannedKind.WORKING, 5, 5, percent=750),
        PlannedSet(PlannedKind.AMRAP, 5, percent=850),
        PlannedSet(PlannedKind.BACKOFF, 8, 12),
        PlannedSet(PlannedKind.DROP, 8, 12),
        PlannedSet(PlannedKind.TIMED, seconds=40),
    )
    one = said(store, target(rows=rows))
    assert one.warm_ups == ("w 5 · 50 %",)
    assert one.sets == ("5 · 75 %", "5+ · 85 %", "back-off 8–12", "drop 8–12", "40 s")
    assert one.asked[0] == "5 sets"


def test_waves_and_totals_have_room_for_their_sets(store: Store) -> None:
    wave = ((PlannedSet(reps_low=5, percent=650),) * 3, (PlannedSet(reps_low=3, percent=700),) * 4)
    waves = said(store, target(progression=Progression(ProgressionRule.WAVE, wave=wave)))
    assert len(waves.sets) == 4
    assert "5 · 65 %" in waves.asked[0]
    total = said(store, target(progression=Progression(ProgressionRule.TOTAL, total=30)))
    assert total.asked[0] == "30 reps in all, in 3 sets or more"


def test_what_is_written_into_a_box_follows_from_what_is_measured(store: Store) -> None:
    hold, walk = target(reps_low=None, seconds=30), target(reps_low=None, distance_m=40)
    assert said(store, target()).box == Box(Measured.REPS, True)
    assert said(store, target(), exercise(Measure.BODYWEIGHT)).box == Box(Measured.REPS, False)
    assert said(store, hold, exercise(Measure.TIMED)).box == Box(Measured.SECONDS, False)
    carried = exercise(Measure.TIMED, equipment=(Equipment.KETTLEBELL,))
    assert said(store, walk, carried).box == Box(Measured.METRES, True)
    assert said(store, walk, carried).asked == ("3 × 40 m",)
    vest = target(load=LoadPlan(LoadRule.BODYWEIGHT, load=load_of(10, Unit.KG)))
    assert said(store, vest, exercise(Measure.BODYWEIGHT)).box == Box(Measured.REPS, True)


def test_effort_is_told_in_the_scale_that_the_person_logs(store: Store) -> None:
    asked = target(rir_low=2, rir_high=3)
    assert said(store, asked).asked == ("3 × 8–12", "2–3 reps left")
    assert said(store, target(rir_low=1, rir_high=1)).asked[1] == "1 rep left"
    preferences.change(store, EFFORT_SCALE, "rpe")
    assert said(store, asked).asked == ("3 × 8–12", "RPE 7–8")


def test_supersets_sides_rests_and_remarks(store: Store) -> None:
    row = target(superset="A", cue="Elbows close", note="straps", warm_up=2, rest_s=150)
    rows = [(exercise(unilateral=True), row), (exercise(), target(superset="A", rest_s=0))]
    rows.append((exercise(cue="What the library says"), target(superset="B", rest_s=180)))
    first, second, third = SheetWords(store, with_loads=False).exercises(rows)
    assert [first.superset, second.superset, third.superset] == ["A1", "A2", ""]
    assert first.asked[0] == "3 × 8–12 each side"
    assert (first.rest, second.rest, third.rest) == ("rest 2.5 min", "", "rest 3 min")
    assert (first.cue, first.note, first.warm_ups) == ("Elbows close", "straps", ("", ""))
    assert third.cue == "What the library says"


def test_the_unit_and_invented_data_are_those_of_the_profile(store: Store, monday: datetime) -> None:
    demo.fill(store, 3, 1, monday)
    preferences.change(store, UNIT, "lb")
    week = log_sheet.offer(store, monday.date()).weeks[0].first_week
    sheet = sheet_of(store, monday, week)
    assert sheet.invented
    assert sheet.unit == "lb"


def test_a_phase_without_a_name_and_a_single_week_make_no_block(store: Store, monday: datetime) -> None:
    program.create(store, ANSWERS, monday, key="seven_day_starter")
    offer = log_sheet.offer(store, monday.date())
    assert len(offer.weeks) == 1
    assert offer.blocks == ()


def test_own_exercises_can_be_printed_and_the_phase_is_in_words(planned: Store, monday: datetime) -> None:
    first = view(planned).sessions[0].planned
    assert first.phase == Phase.FOUNDATION
    own = catalog.own_exercise("Sandbag over the shoulder", Measure.LOADED)
    with planned.transaction():
        number = catalog.number_of(planned, own)
    plan_editing.put_exercise(planned, first.id, 0, Target(number, 4, 5, 5), plan_editing.Scope.THIS)
    sheet = sheet_of(planned, monday, 1)
    assert sheet.sessions[0].exercises[0].name == "Sandbag over the shoulder"
    assert sheet.sessions[0].phase == "Foundation"


def test_file_names_are_neutral() -> None:
    assert log_sheet.file_name(SheetChoice(6, 6)) == "log-sheet-week-6.pdf"
    assert log_sheet.file_name(SheetChoice(5, 8)) == "log-sheet-weeks-5-to-8.pdf"
