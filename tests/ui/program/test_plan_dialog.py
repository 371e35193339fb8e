"""The questions that make a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nextrep.domain.exercises import Equipment, Level, Measure, Pattern
from nextrep.domain.joints import Joint
from nextrep.domain.program import Answers, Place, Program
from nextrep.services import handover, program
from nextrep.storage.store import Store
from nextrep.ui.program.making.steps import StepBar
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.runtime.context import Context
from tests.ui.fixtures_ui import make_context
from tests.ui.holding import hold
from tests.ui.names import nameless

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication) -> Iterator[Context]:
    store = Store(tmp_path / "profile", now=MONDAY)
    made, _reporter = make_context(tmp_path, store, MONDAY)
    yield made
    store.close()


def opened(qtbot: QtBot, context: Context, followed: Program | None = None) -> PlanDialog:
    dialog = PlanDialog(context, followed)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    hold(qtbot, dialog)
    dialog.show()
    return dialog


def click(qtbot: QtBot, *widgets: object) -> None:
    for widget in widgets:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def words(dialog: PlanDialog) -> str:
    """Go to the last step and return what it says of the plan."""
    dialog.go_to(dialog.look)
    return dialog.look.lines.text()


def view_of(context: Context) -> program.ProgramView:
    view = program.current(context.store)
    assert view is not None
    return view


def test_answers_go_into_the_plan_as_given(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    days = dialog.days.days.chips
    dialog.go_to(dialog.days)
    click(qtbot, days[0], days[1], days[3], dialog.days.later.chip(2))
    dialog.days.times[1].setText("18:30")
    dialog.days.quiet_from.setText("22")
    dialog.days.quiet_to.setText("6")
    dialog.go_to(dialog.place)
    click(qtbot, dialog.place.place.chip(0), dialog.place.equipment.presets[2])
    dialog.place.minutes.setValue(60)
    dialog.go_to(dialog.person)
    click(qtbot, dialog.person.levels.chip(1), dialog.person.joints.chips[6], dialog.person.patterns.chips[2])
    made: list[bool] = []
    dialog.made.connect(lambda: made.append(True))
    click(qtbot, dialog.make)
    assert view_of(context).program.answers == Answers(
        weekdays=(1, 2, 3, 4),
        equipment=frozenset({Equipment.DUMBBELL}),
        experience=Level.INTERMEDIATE,
        minutes=60,
        sessions_later=4,
        times=((1, 18 * 60 + 30),),
        place=Place.HOME,
        without_patterns=frozenset({Pattern.LUNGE}),
        sore=frozenset({Joint.KNEE}),
        quiet=(22 * 60, 6 * 60),
    )
    assert made == [True]
    assert not dialog.isVisible()


def test_enter_leads_from_step_to_step_and_makes_the_plan_at_the_last(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    pages = [dialog.program, dialog.days, dialog.place, dialog.person, dialog.look]
    for page in pages:
        assert dialog.here() is page
        first = page.first_field()
        assert first is not None
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert len(view_of(context).sessions) == 32


@pytest.mark.parametrize("step", range(5))
def test_a_plan_can_be_made_from_any_step(qtbot: QtBot, context: Context, step: int) -> None:
    dialog = opened(qtbot, context)
    with qtbot.waitActive(dialog):
        click(qtbot, dialog.steps.buttons[step])
    assert dialog.make.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view_of(context).program.template == "mind_and_muscle"


def test_steps_show_where_one_is_and_what_was_seen(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    with qtbot.waitActive(dialog):
        click(qtbot, dialog.next, dialog.next)
    buttons = dialog.steps.buttons
    assert [button.here for button in buttons] == [False, False, True, False, False]
    assert [button.seen for button in buttons] == [True, True, False, False, False]
    assert buttons[2].accessibleName() == "Step 3 of 5, Minutes and place, here"
    qtbot.keyClick(dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.here() is dialog.days
    qtbot.keyClick(buttons[4], Qt.Key.Key_Return)
    assert dialog.here() is dialog.look
    click(qtbot, dialog.back)
    assert dialog.here() is dialog.person


def test_the_plan_is_said_in_words_before_it_is_made(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert words(dialog).startswith("Weeks 1–4: Monday and Friday, about ")
    assert "The first one: Monday 23 November." in words(dialog)
    assert "Full body A: Bodyweight squat, " in words(dialog)
    assert "The exercises are those for no equipment." in words(dialog)
    click(qtbot, dialog.days.days.chips[4], dialog.days.days.chips[3])
    assert words(dialog).startswith("Weeks 1–4: Monday and Thursday, about ")
    assert context.store.is_empty()


def test_days_close_together_take_turns_or_are_mentioned(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert "in turn" not in words(dialog)
    click(qtbot, dialog.days.days.chips[4], dialog.days.days.chips[1])
    assert "train upper and lower body in turn" in words(dialog)
    assert not dialog.look.advice.isVisible()
    dialog.program.choose("full_body_3")
    words(dialog)
    assert "less than 48 h rest" in dialog.look.advice.text()


def test_without_a_day_there_is_no_plan_and_a_reason_at_the_days(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    chips = dialog.days.days.chips
    dialog.go_to(dialog.days)
    click(qtbot, chips[0], chips[2], chips[4])
    assert dialog.days.asked_days.problem() == "Choose at least one day."
    click(qtbot, dialog.next)
    assert dialog.here() is dialog.days
    dialog.go_to(dialog.look)
    assert dialog.look.trouble.text() == "Choose at least one day."
    click(qtbot, dialog.make)
    assert dialog.isVisible()
    assert dialog.here() is dialog.days
    assert program.current(context.store) is None
    click(qtbot, chips[5])
    assert dialog.days.asked_days.problem() == ""
    dialog.go_to(dialog.look)
    assert not dialog.look.trouble.isVisible()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("22", "", "both times"), ("", "6", "both times"), ("22", "22:00", "the same"), ("25:00", "6", "00:00")],
)
def test_times_that_cannot_be_are_explained_at_the_field(
    qtbot: QtBot, context: Context, first: str, last: str, said: str
) -> None:
    dialog = opened(qtbot, context)
    dialog.days.quiet_from.setText(first)
    dialog.days.quiet_to.setText(last)
    click(qtbot, dialog.make)
    assert dialog.here() is dialog.days
    shown = [label.text() for label in dialog.days.findChildren(QLabel) if label.isVisible()]
    assert any(said in text for text in shown)
    assert program.current(context.store) is None


def test_a_time_in_the_quiet_hours_is_mentioned(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    for field, text in (
        (dialog.days.times[0], "22:00"), (dialog.days.quiet_from, "21:30"), (dialog.days.quiet_to, "7"),
    ):  # fmt: skip
        field.setText(text)
    words(dialog)
    assert dialog.look.advice.text().startswith("Monday 22:00: in your quiet hours")


def test_what_is_left_out_is_found_by_name_and_let_in_again(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    field = dialog.person.exercises
    dialog.go_to(dialog.person)
    qtbot.keyClicks(field.field, "bodyweight squt")
    qtbot.keyClick(field._popup(), Qt.Key.Key_Return)
    assert field.keys() == {"bodyweight_squat"}
    assert dialog.here() is dialog.person, "Enter took the exercise, not the next step"
    assert "Bodyweight squat" not in words(dialog)
    dialog.go_to(dialog.person)
    click(qtbot, *field.chips())
    assert field.keys() == frozenset()
    qtbot.keyClicks(field.field, "zzzz")
    assert field._nothing.isVisible()


def test_what_is_missing_because_it_is_left_out_is_said(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.go_to(dialog.person)
    click(qtbot, dialog.person.patterns.chips[1])
    words(dialog)
    assert "Nothing is left for hinging at the hips" in dialog.look.advice.text()
    click(qtbot, *dialog.person.patterns.chips[2:], dialog.person.patterns.chips[0])
    words(dialog)
    assert "No exercise is left" in dialog.look.trouble.text()
    click(qtbot, dialog.make)
    assert program.current(context.store) is None


def test_pieces_and_usual_places_agree(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.go_to(dialog.place)
    field = dialog.place.equipment
    click(qtbot, field.presets[1])
    assert field.items() == {Equipment.BAND, Equipment.BACKPACK}
    click(qtbot, field.more)
    field.boxes[Equipment.BAND].click()
    assert field.items() == {Equipment.BACKPACK}
    assert not any(chip.isChecked() for chip in field.presets)
    field.boxes[Equipment.BACKPACK].click()
    assert [chip.isChecked() for chip in field.presets] == [True, False, False, False]


def test_a_gym_has_everything_and_home_has_not(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.go_to(dialog.place)
    assert dialog.place.said_place() is None
    click(qtbot, dialog.place.place.chip(1))
    assert dialog.place.equipment.items() == frozenset(Equipment)
    click(qtbot, dialog.place.place.chip(0))
    assert dialog.place.equipment.items() == frozenset()
    click(qtbot, dialog.place.equipment.presets[2], dialog.place.place.chip(1))
    assert dialog.place.equipment.items() == {Equipment.DUMBBELL}, "what was said stays"


def test_the_answers_of_the_plan_in_force_are_offered_again(qtbot: QtBot, context: Context) -> None:
    answers = Answers(
        weekdays=(1, 5),
        equipment=frozenset({Equipment.KETTLEBELL}),
        experience=Level.EXPERT,
        minutes=55,
        sessions_later=2,
        times=((1, 7 * 60), (5, 19 * 60 + 15)),
        place=Place.GYM,
        without=frozenset({"deadlift", "back_squat"}),
        without_patterns=frozenset({Pattern.CARRY}),
        sore=frozenset({Joint.WRIST, Joint.NECK}),
        quiet=(21 * 60, 7 * 60 + 30),
    )
    made = program.create(context.store, answers, MONDAY, weeks=30).value
    dialog = opened(qtbot, context, made)
    assert dialog.answers() == answers
    assert dialog.program.weeks.value() == 30
    assert "stays in your log" in " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_every_control_has_a_name(qtbot: QtBot, context: Context) -> None:
    made = program.create(context.store, Answers(without=frozenset({"deadlift"})), MONDAY).value
    dialog = opened(qtbot, context, made)
    dialog.place.equipment.more.click()
    for page in (dialog.program, dialog.days, dialog.place, dialog.person, dialog.look):
        dialog.go_to(page)
        assert nameless(dialog) == [], page.title
    dialog.program.choose("own")
    dialog.go_to(dialog.program)
    assert nameless(dialog) == []


def test_a_program_is_chosen_and_made_by_keyboard_alone(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    programs = dialog.program.field.list
    assert programs.currentItem().text() == "Mind and Muscle"
    qtbot.keyClick(programs, Qt.Key.Key_Down)
    assert programs.currentItem().text() == "7-day starter"
    assert "neither weekdays nor minutes" in programs.accessibleDescription()
    qtbot.keyClick(programs, Qt.Key.Key_Return)
    assert dialog.here() is dialog.days
    assert dialog.days.asked_days.isHidden()
    assert dialog.days.asked_later.isHidden()
    assert dialog.place.asked_minutes.isHidden()
    assert words(dialog).startswith("Week 1: Monday, Wednesday, Friday and Sunday, about ")
    qtbot.keyClick(dialog.look.start, Qt.Key.Key_Return)
    view = view_of(context)
    assert view.program.template == "seven_day_starter"
    assert program.heading(view.program) == "7-day starter"
    assert [one.planned.day - MONDAY.date().toordinal() for one in view.sessions] == list(range(7))
    assert [exercise.key for exercise, _target in view.sessions[0].exercises] == ["bodyweight_squat"]
    context.undo.undo()
    assert program.current(context.store) is None


def test_a_program_with_fixed_days_needs_no_weekday_and_takes_one_time(
    qtbot: QtBot, context: Context
) -> None:
    dialog = opened(qtbot, context)
    chips = dialog.days.days.chips
    click(qtbot, chips[0], chips[2], chips[4])
    dialog.program.choose("full_body_3")
    dialog.go_to(dialog.look)
    assert dialog.look.trouble.text() == "Choose at least one day."
    dialog.program.field.choose("one_set_a_day")
    dialog.days.any_time.setText("7:15")
    click(qtbot, dialog.make)
    view = view_of(context)
    assert len(view.sessions) == 28
    assert {one.planned.minute for one in view.sessions} == {7 * 60 + 15}
    again = opened(qtbot, context, view.program)
    assert again.program.template().key == "one_set_a_day"
    assert again.answers().weekdays == Answers().weekdays
    assert again.days.any_time.minutes() == 7 * 60 + 15


def test_what_a_program_is_meant_for_is_said(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.program.choose("five_by_five")
    words(dialog)
    assert "meant for barbell, bench and rack; without them" in dialog.look.advice.text()
    dialog.program.choose("upper_lower_4")
    words(dialog)
    assert "meant for 4 days a week" in dialog.look.advice.text()
    click(qtbot, dialog.days.days.chips[1])
    words(dialog)
    assert "meant for" not in dialog.look.advice.text()


def test_a_program_of_ones_own_has_a_name_and_only_the_steps_it_needs(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.program.field.choose("own")
    qtbot.keyClicks(dialog.program.name, "My winter")
    dialog.program.weeks.setValue(20)
    assert [button.isVisible() for button in dialog.steps.buttons] == [True, False, True, False, True]
    click(qtbot, dialog.next, dialog.next)
    assert dialog.here() is dialog.look
    assert dialog.look.lines.text().startswith("20 empty weeks, the first from Monday 23 November on.")
    click(qtbot, dialog.make)
    made = view_of(context).program
    assert (made.title, made.weeks, made.template) == ("My winter", 20, "own")


def test_weeks_can_be_chosen(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    dialog.program.weeks.setValue(52)
    click(qtbot, dialog.make)
    assert view_of(context).program.weeks == 52


def test_two_plans_on_the_same_days_are_a_question(qtbot: QtBot, context: Context) -> None:
    made = program.create(context.store, Answers(), MONDAY).value
    dialog = opened(qtbot, context, made)
    click(qtbot, dialog.make)
    assert dialog.here() is dialog.look
    assert dialog.isVisible()
    assert dialog.look._shared_problem.text() == "Choose one of the two."
    assert not any(way.isChecked() for way in dialog.look.ways)
    assert "32 sessions of it, from Monday 23 November on" in dialog.look.ways[0].accessibleDescription()
    qtbot.keyClick(dialog.look.ways[0], Qt.Key.Key_Space)
    assert not dialog.look._shared_problem.isVisible()
    click(qtbot, dialog.make)
    current = context.store.programs.current()
    assert current is not None and current.id != made.id
    context.undo.undo()
    current = context.store.programs.current()
    assert current is not None and current.id == made.id


def test_a_plan_after_the_one_before_is_said_with_its_days(qtbot: QtBot, context: Context) -> None:
    made = program.create(context.store, Answers(), MONDAY, key="seven_day_starter").value
    dialog = PlanDialog(context, made, key="mind_and_muscle")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    hold(qtbot, dialog)
    dialog.show()
    assert dialog.program.template().key == "mind_and_muscle"
    assert "Monday 23 November" in words(dialog)
    dialog.look.ways[1].click()
    assert "The first one: Monday 30 November." in dialog.look.lines.text()
    click(qtbot, dialog.make)
    waits = handover.waiting(context.store)
    assert waits is not None
    assert waits.template == "mind_and_muscle"
    again = opened(qtbot, context, made)
    words(again)
    assert "Mind and Muscle waits to begin later" in again.look.advice.text()


def test_a_later_first_day_leaves_the_days_before_to_the_other_plan(qtbot: QtBot, context: Context) -> None:
    made = program.create(context.store, Answers(), MONDAY).value
    dialog = opened(qtbot, context, made)
    dialog.go_to(dialog.look)
    start = (MONDAY + timedelta(days=28)).date()
    dialog.look.start.setDate(start)
    assert "24 sessions of it, from Monday 21 December on" in dialog.look.ways[0].accessibleDescription()
    assert "Until then it goes on." in dialog.look.ways[0].accessibleDescription()


def test_what_the_person_has_hidden_is_left_out_and_can_be_let_in(qtbot: QtBot, context: Context) -> None:
    store = context.store
    with store.transaction():
        number = store.exercises.ensure("goblet_squat", "Goblet squat", Measure.LOADED, own=False)
        store.exercises.update(replace(store.exercises.get(number), hidden=True))
    dialog = opened(qtbot, context)
    assert dialog.answers().without == {"goblet_squat"}
    dialog.go_to(dialog.person)
    click(qtbot, *dialog.person.exercises.chips())
    assert dialog.answers().without == frozenset()


def test_short_of_room_the_steps_show_their_numbers_alone(qtbot: QtBot, context: Context) -> None:
    bar = StepBar(["Program", "Days and times", "Minutes and place"])
    hold(qtbot, bar)
    bar.show_step(0, [0, 1, 2])
    whole = [button.whole_width() for button in bar.buttons]
    bar.resize(sum(whole) + 40, 60)
    bar.show()
    qtbot.waitUntil(lambda: [button.width() for button in bar.buttons] == whole)
    bar.resize(sum(whole) - 40, 60)
    qtbot.waitUntil(lambda: bar.buttons[2].width() < whole[2] / 2)
    assert bar.buttons[0].width() == whole[0]
    assert bar.buttons[2].toolTip() == "Minutes and place"
    assert len({button.y() for button in bar.buttons}) == 1
