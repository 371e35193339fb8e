"""Opening a program: what is not known is asked, dates fit, all or nothing, and one step takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.days import weekday_title
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, Pattern
from nextrep.domain.prescription import Progression, ProgressionRule, TargetDetails
from nextrep.domain.program import Answers, Prescription
from nextrep.domain.shared_program import ReadProgram, SharedProgram, SharedSession
from nextrep.domain.training import SetDraft
from nextrep.services import catalog, handover, library, opening, program, session, sharing
from nextrep.services.opening import Instead, Overlap
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=BERLIN)
MONDAY = NOW.date()


def row(name: str, **details: Any) -> Prescription:
    return Prescription(name, 3, 8, 12, None, 2, 3, 90, TargetDetails(**details))


def two_days(*rows: Prescription, own: tuple[Exercise, ...] = ()) -> SharedProgram:
    """Two weeks of Monday and Friday."""
    made = [
        SharedSession(week, day, "Base", f"Day {day}", rows, 1080 if day else None)
        for week in (1, 2)
        for day in (0, 4)
    ]
    return SharedProgram("Two days", 2, tuple(made), own)


KNOWN = two_days(row("Goblet squat"), row("dumbbell_bench_press"))


def days(store: Store) -> list[str]:
    current = store.programs.current()
    assert current is not None
    return [date.fromordinal(one.day).isoformat() for one in store.programs.planned_of(current.id)]


def open_it(store: Store, shared: SharedProgram, choices: Any = (), start: date = MONDAY, **more: Any) -> Any:
    return opening.open_program(store, shared, dict(choices), start, NOW, **more)


def test_a_program_becomes_the_current_one(store: Store) -> None:
    made = open_it(store, KNOWN).value
    assert (made.title, made.weeks, made.start_day) == ("Two days", 2, MONDAY.toordinal())
    assert days(store) == ["2026-11-23", "2026-11-27", "2026-11-30", "2026-12-04"]
    first = store.programs.planned_of(made.id)[0]
    known = catalog.exercises_in_use(store)
    assert [known[t.exercise_id].key for t in first.targets] == ["goblet_squat", "dumbbell_bench_press"]
    view = program.current(store)
    assert view is not None and view.next_up(MONDAY.toordinal()) is not None
    assert program.heading(made)


@pytest.mark.parametrize(
    ("start", "first"),
    [
        (date(2026, 11, 23), "2026-11-23"),
        (date(2026, 11, 24), "2026-11-30"),
        (date(2026, 11, 29), "2026-11-30"),
    ],
)
def test_no_session_lies_before_the_first_day(store: Store, start: date, first: str) -> None:
    open_it(store, KNOWN, start=start)
    assert days(store)[0] == first


def test_the_first_session_can_be_on_the_very_day(store: Store) -> None:
    made = open_it(store, KNOWN, start=date(2026, 11, 26), on_that_day=True).value
    assert days(store) == ["2026-11-26", "2026-11-30", "2026-12-03", "2026-12-07"]
    assert weekday_title(date.fromordinal(made.start_day).weekday()) == "Monday"
    assert made.weeks == 3
    assert made.answers.weekdays == (0, 3)


def test_a_program_that_begins_in_its_second_week_keeps_the_first(store: Store) -> None:
    late = replace(KNOWN, sessions=KNOWN.sessions[2:])
    open_it(store, late, start=date(2026, 11, 27))
    assert days(store) == ["2026-11-30", "2026-12-04"]


def test_what_is_unknown_is_named_with_what_may_be_meant(store: Store) -> None:
    shared = two_days(row("Gobblet squat"), row("Moon lift", alternates=("Star lift",)))
    found = opening.unknown(store, ReadProgram(shared, {"Gobblet squat": 13, "Moon lift": 17}))
    assert [(one.name, one.line, one.sessions) for one in found] == [
        ("Gobblet squat", 13, 4),
        ("Moon lift", 17, 4),
        ("Star lift", 0, 0),
    ]
    assert found[0].likely[0].key == "goblet_squat"


def test_every_unknown_exercise_is_asked_for_and_nothing_is_kept_before(store: Store) -> None:
    shared = two_days(row("Goblet squat"), row("Moon lift"))
    with pytest.raises(UserError, match="Moon lift") as caught:
        open_it(store, shared)
    assert caught.value.field == "Moon lift"
    assert store.programs.current() is None
    assert not any(known.own for known in store.exercises.all())


def test_an_unknown_exercise_is_mapped_made_own_or_left_out(store: Store) -> None:
    ladder = Progression(ProgressionRule.LADDER, ladder=("Moon lift", "Gone lift", "Push-up"))
    shared = two_days(
        row("A lift", alternates=("Gone lift",)), row("Moon lift", progression=ladder), row("Gone lift")
    )
    squat = catalog.by_key("goblet_squat")
    choices = {"A lift": squat, "Moon lift": Instead.OWN, "Gone lift": Instead.OUT}
    made = open_it(store, shared, choices).value
    known = catalog.exercises_in_use(store)
    targets = store.programs.planned_of(made.id)[0].targets
    assert [known[target.exercise_id].name for target in targets] == ["Goblet squat", "Moon lift"]
    assert targets[0].details.alternates == ()
    assert targets[1].details.progression.ladder == ("own_moon_lift", "push_up")


def test_an_own_exercise_is_measured_as_it_is_asked_for(store: Store) -> None:
    hold = Prescription("Moon hold", 3, None, None, 30, None, None, 60)
    open_it(store, two_days(hold), {"Moon hold": Instead.OWN})
    known = store.exercises.by_key("own_moon_hold")
    assert known is not None and known.measure is Measure.TIMED


def test_own_exercises_of_the_file_come_with_their_facts(store: Store) -> None:
    own = Exercise(
        "", "Moon carry", Pattern.CARRY, Measure.TIMED, (Muscle.FOREARMS,), note="Walk tall", cue="Breathe"
    )
    shared = two_days(row("Moon carry"), own=(own,))
    assert opening.look(store, shared, {}, MONDAY, NOW).new_own == ("Moon carry",)
    outcome = open_it(store, shared)
    assert catalog.find_key(store, "own_moon_carry") == replace(own, key="own_moon_carry")
    assert opening.look(store, shared, {}, MONDAY, NOW).new_own == ()
    assert outcome.undo is not None
    redo = outcome.undo()
    offered = [entry.exercise.name for entry in library.view(store).find("moon carry")]
    assert "Moon carry" not in offered
    redo.undo()
    assert "Moon carry" in [entry.exercise.name for entry in library.view(store).find("moon carry")]


def test_an_own_exercise_that_is_here_already_is_taken(store: Store) -> None:
    with store.transaction():
        number = catalog.number_of(store, catalog.own_exercise("Moon  carry", Measure.TIMED))
        catalog.number_of(store, catalog.own_exercise("Moon lift", Measure.LOADED))
    timed = Exercise("", "moon carry", Pattern.CARRY, Measure.TIMED, ())
    other = Exercise("", "Moon lift", Pattern.HINGE, Measure.TIMED, ())
    made = open_it(store, two_days(row("Moon carry"), row("Moon lift"), own=(timed, other))).value
    first, second = store.programs.planned_of(made.id)[0].targets
    assert first.exercise_id == number
    assert catalog.exercise_of(store, second.exercise_id).name == "Moon lift (2)"
    open_it(store, two_days(row("Moon lift (2)")), overlap=Overlap.TAKE_OVER)


def test_what_is_own_elsewhere_and_in_the_library_here_is_not_doubled(store: Store) -> None:
    shipped = catalog.by_key("goblet_squat")
    own = Exercise("", "goblet  squat", Pattern.ISOLATION, shipped.measure, ())
    made = open_it(store, two_days(row("Goblet squat"), own=(own,))).value
    target = store.programs.planned_of(made.id)[0].targets[0]
    assert catalog.exercise_of(store, target.exercise_id) == shipped


def test_sessions_of_which_nothing_is_left_go(store: Store) -> None:
    gone = replace(KNOWN.sessions[0], exercises=(row("Moon lift"),))
    day_off = replace(KNOWN.sessions[1], exercises=(), note="Rest")
    shared = replace(KNOWN, sessions=(gone, day_off, *KNOWN.sessions[2:]))
    found = opening.look(store, shared, {"Moon lift": Instead.OUT}, MONDAY, NOW)
    assert (found.left_out, found.sessions) == (1, 2)
    open_it(store, shared, {"Moon lift": Instead.OUT})
    assert days(store) == ["2026-11-27", "2026-11-30", "2026-12-04"]
    with pytest.raises(UserError, match="Nothing of this program"):
        open_it(store, two_days(row("Moon lift")), {"Moon lift": Instead.OUT})


def test_before_it_is_opened_it_is_told_what_would_come(store: Store) -> None:
    program.create(store, Answers(), NOW)
    found = opening.look(store, KNOWN, {}, date(2026, 11, 24), NOW)
    assert (found.sessions, found.a_week, found.exercises, found.weeks) == (4, (2, 2), 2, 2)
    assert date.fromordinal(found.first_day) == date(2026, 11, 30)
    assert found.missing == ("Dumbbells", "Bench")
    assert found.overlaps is not None
    assert found.overlaps.title == "Mind and Muscle"
    assert found.overlaps.sessions == sum(day >= "2026-11-30" for day in days(store))


def test_what_was_done_stays_and_one_step_brings_the_old_plan_back(store: Store) -> None:
    program.create(store, Answers(), NOW)
    before = sharing.shared(store)
    view = session.start_planned(store, store.programs.planned_of(1)[0].id, NOW).value
    session.log_set(store, view.session.id, SetDraft(view.blocks[0].exercise_id, 0, reps=10), NOW)
    session.finish(store, view.session.id, NOW)
    outcome = open_it(store, KNOWN, overlap=Overlap.TAKE_OVER)
    assert len(store.sessions.done()) == 1
    assert outcome.undo is not None
    redo = outcome.undo()
    assert sharing.shared(store) == before
    redo.undo()
    assert sharing.shared(store).title == "Two days"
    assert store.problems() == []


def test_two_programs_never_share_days_unasked(store: Store) -> None:
    program.create(store, Answers(), NOW, weeks=3)
    before = days(store)
    with pytest.raises(UserError, match="Mind and Muscle") as caught:
        open_it(store, KNOWN)
    assert caught.value.field == "overlap"
    assert days(store) == before
    outcome = open_it(store, KNOWN, overlap=Overlap.AFTER)
    first = date.fromordinal(store.programs.planned_of(outcome.value.id)[0].day)
    assert first == date(2026, 12, 14)
    assert days(store) == before
    waiting = handover.waiting(store)
    assert waiting is not None and waiting.id == outcome.value.id
    handover.turn(store, first.toordinal())
    assert days(store)[0] == "2026-12-14"


def test_until_its_first_day_the_old_plan_goes_on(store: Store) -> None:
    program.create(store, Answers(), NOW, weeks=3)
    before = sharing.shared(store)
    outcome = open_it(store, KNOWN, start=date(2026, 12, 7), overlap=Overlap.TAKE_OVER)
    current = store.programs.current()
    assert current is not None and current.id == 1
    planned = store.programs.planned_of(1)
    assert [one.is_open for one in planned] == [one.day < date(2026, 12, 7).toordinal() for one in planned]
    assert outcome.undo is not None
    outcome.undo()
    assert sharing.shared(store) == before
    assert handover.waiting(store) is None


def test_the_persons_answers_stay_and_days_and_times_are_of_the_file(store: Store) -> None:
    mine = Answers((1, 3), frozenset({Equipment.BAND}), minutes=25, quiet=(1320, 360))
    program.create(store, mine, NOW)
    answers = open_it(store, KNOWN, overlap=Overlap.TAKE_OVER).value.answers
    assert (answers.equipment, answers.minutes, answers.quiet) == (mine.equipment, 25, (1320, 360))
    assert (answers.weekdays, answers.times) == ((0, 4), ((4, 1080),))


def test_without_a_plan_the_equipment_is_what_the_program_needs(store: Store) -> None:
    answers = open_it(store, KNOWN).value.answers
    assert answers.equipment == {Equipment.DUMBBELL, Equipment.BENCH}
    assert answers.minutes % 5 == 0


def test_a_program_of_another_making_does_not_pass_for_a_shipped_one(store: Store) -> None:
    program.create(store, Answers(), NOW)
    same = sharing.shared(store)
    take_over = {"overlap": Overlap.TAKE_OVER}
    assert open_it(store, same, **take_over).value.template == "mind_and_muscle"
    other = replace(KNOWN, template="five_by_five")
    assert open_it(store, other, **take_over).value.template != "five_by_five"
    unheard = replace(KNOWN, template="no such program")
    assert program.heading(open_it(store, unheard, **take_over).value)


def test_a_full_disk_keeps_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(type(store.programs), "add_drafts", full)
    with pytest.raises(OSError, match="disk full"):
        open_it(store, KNOWN)
    assert store.programs.current() is None
    assert store.exercises.all() == []


def test_a_file_is_read_without_keeping_anything(store: Store, tmp_path: Path) -> None:
    program.create(store, Answers(), NOW)
    path = sharing.export_program(store, tmp_path / "p.nextrep")
    before = sharing.shared(store)
    read = opening.read(path)
    opening.unknown(store, read)
    opening.look(store, read.program, {}, MONDAY, NOW)
    assert sharing.shared(store) == before
    current = store.programs.current()
    assert current is not None and current.id == 1
