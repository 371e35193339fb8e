"""The small widgets: what a person sees, types and hears from a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.errors import UserError
from nextrep.domain.units import parse_decimal
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card, clear_layout
from nextrep.ui.widgets.chips import Chip, ChipButton
from nextrep.ui.widgets.clock_text import clock_text, parse_clock
from nextrep.ui.widgets.fields import LabelledField, NumberField, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.gauges import Bar, ProgressDots, Ring
from nextrep.ui.widgets.labels import Body, Elided, Secondary
from nextrep.ui.widgets.message import EmptyState, InlineMessage
from nextrep.ui.widgets.month_dress import dress_month
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.progress import ProgressPanel
from nextrep.ui.widgets.rating import RatingSlider, shown_value
from nextrep.ui.widgets.spin import ComboBox, DateBox, SpinBox
from tests.ui.holding import hold


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def rating(qtbot) -> RatingSlider:
    slider = RatingSlider("Mood", "very low", "very good", "mood")
    qtbot.addWidget(slider)
    slider.resize(320, 80)
    slider.show()
    return slider


def accessible(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def test_a_new_rating_is_empty_not_zero(rating):
    empty = rating.grab().toImage()
    assert rating.value() is None
    rating.setValue(0)
    assert rating.value() == 0
    assert rating.grab().toImage() != empty


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        (50, Qt.Key.Key_Right, 55),
        (50, Qt.Key.Key_Up, 55),
        (50, Qt.Key.Key_Left, 45),
        (50, Qt.Key.Key_Down, 45),
        (50, Qt.Key.Key_PageUp, 60),
        (50, Qt.Key.Key_PageDown, 40),
        (63, Qt.Key.Key_Right, 65),
        (63, Qt.Key.Key_Left, 60),
        (100, Qt.Key.Key_Right, 100),
        (0, Qt.Key.Key_Left, 0),
        (50, Qt.Key.Key_Home, 0),
        (50, Qt.Key.Key_End, 100),
        (None, Qt.Key.Key_Right, 50),
        (None, Qt.Key.Key_7, 70),
        (70, Qt.Key.Key_0, 0),
        (None, Qt.Key.Key_0, 0),
        (70, Qt.Key.Key_Delete, None),
        (70, Qt.Key.Key_Backspace, None),
        (70, Qt.Key.Key_A, 70),
    ],
)
def test_keys_of_a_rating(rating, qtbot, start, key, expected):
    rating.setValue(start)
    heard = []
    rating.valueChanged.connect(heard.append)
    qtbot.keyClick(rating.track, key)
    assert rating.value() == expected
    assert heard == ([] if expected == start else [expected])


def test_setting_a_rating_from_code_tells_nobody(rating):
    heard = []
    rating.valueChanged.connect(heard.append)
    rating.setValue(40)
    rating.setValue(None)
    assert heard == []
    with pytest.raises(ValueError, match="0 to 100"):
        rating.setValue(101)


def test_a_click_sets_the_rating_and_the_cross_clears_it(rating, qtbot):
    track = rating.track
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() - 1, 10))
    assert rating.value() == 100
    qtbot.mouseClick(track, Qt.MouseButton.LeftButton, pos=QPoint(track.width() // 2, 10))
    assert rating.value() == 50
    clear = rating.findChild(IconButton)
    assert accessible(clear) == "Clear Mood"
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert rating.value() is None
    assert not clear.isVisible()


def test_a_rating_reads_out_what_it_is(rating):
    interface = QAccessible.queryAccessibleInterface(rating.track)
    assert interface.role() == QAccessible.Role.Slider
    assert accessible(rating.track) == "Mood, not answered"
    rating.setValue(65)
    assert accessible(rating.track) == "Mood, 6.5 of 10"
    assert interface.valueInterface().currentValue() == 65


def test_assistive_technology_can_set_a_rating(rating):
    heard = []
    rating.valueChanged.connect(heard.append)
    QAccessible.queryAccessibleInterface(rating.track).valueInterface().setCurrentValue(80)
    assert rating.value() == 80
    assert heard == [80]


def test_the_wheel_scrolls_past_a_rating(qtbot):
    page = ScrollPage()
    slider = RatingSlider("Mood")
    page.body.addWidget(slider)
    qtbot.addWidget(page)
    page.show()
    slider.setValue(50)
    event = _wheel(slider.track)
    slider.track.wheelEvent(event)
    assert slider.value() == 50
    assert not event.isAccepted()


def _wheel(widget: QWidget):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    at = QPointF(widget.rect().center())
    return QWheelEvent(
        at,
        widget.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_spin_box_without_focus_leaves_the_wheel_alone(qtbot):
    box = SpinBox(1, 7, 3)
    qtbot.addWidget(box)
    box.show()
    box.clearFocus()
    box.wheelEvent(_wheel(box))
    assert box.value() == 3


@pytest.mark.parametrize(("value", "text"), [(None, "–"), (0, "0"), (100, "10"), (65, "6.5"), (63, "6.3")])
def test_shown_value(value, text):
    assert shown_value(value) == text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("23:10", 1390),
        ("2310", 1390),
        ("23.10", 1390),
        ("7", 420),
        ("07:05", 425),
        ("705", 425),
        ("11pm", 1380),
        ("11 PM", 1380),
        ("11:30 p.m.", 1410),
        ("12am", 0),
        ("12:15pm", 735),
        ("0:00", 0),
    ],
)
def test_times_as_people_type_them(text, minutes):
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["24:00", "2360", "13pm", "0am", "late", "1:2:3", "-3", "12345"])
def test_what_is_not_a_time(text):
    with pytest.raises(UserError):
        parse_clock(text)


@pytest.mark.parametrize("minutes", [0, 59, 60, 719, 720, 1439])
def test_a_time_that_is_shown_is_read_back(minutes):
    assert parse_clock(clock_text(minutes)) == minutes


def test_a_field_says_below_itself_what_it_cannot_read(qtbot):
    editor = TimeField()
    field = LabelledField("To bed", editor)
    qtbot.addWidget(field)
    field.show()
    heard = []
    editor.valueChanged.connect(heard.append)
    qtbot.keyClicks(editor, "25:99")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    below = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    assert "A time of day is between 00:00 and 23:59." in below
    assert accessible(editor, QAccessible.Text.Description) == editor.problem()
    assert heard == []
    editor.selectAll()
    qtbot.keyClicks(editor, "11pm")
    assert editor.problem() == ""
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "23:00"
    assert editor.minutes() == 1380
    assert heard == [1380]


def test_an_emptied_field_has_no_value(qtbot):
    editor = NumberField(parse_decimal, str, name="Weight")
    qtbot.addWidget(editor)
    editor.setValue(parse_decimal("16"))
    heard = []
    editor.valueChanged.connect(heard.append)
    editor.clear()
    assert editor.commit()
    assert editor.value() is None
    assert heard == [None]


def test_a_field_keeps_its_value_while_the_text_is_wrong(qtbot):
    editor = NumberField(parse_decimal, str, name="Weight")
    qtbot.addWidget(editor)
    editor.setValue(parse_decimal("16"))
    editor.setText("many")
    assert not editor.commit()
    assert editor.value() == 16
    assert "many" in editor.problem()


def test_a_labelled_field_names_its_editor(qtbot):
    editor = QPlainTextEdit()
    field = LabelledField("&Questions", editor)
    qtbot.addWidget(field)
    assert accessible(editor) == "Questions"


def test_chips_flow_to_the_next_line_and_stay_inside(qtbot):
    holder = QWidget()
    flow = FlowLayout(holder)
    chips = [Chip(f"Goblet squat {n}") for n in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(holder)
    holder.resize(300, flow.heightForWidth(300))
    holder.show()
    tops = sorted({chip.y() for chip in chips})
    assert len(tops) > 1
    assert all(chip.geometry().right() < 300 for chip in chips)
    assert chips[-1].geometry().bottom() < holder.height()
    assert flow.heightForWidth(3000) < flow.heightForWidth(300)


def test_a_chip_that_is_too_long_is_cut_not_clipped(qtbot):
    long, short = Chip("a very long name of an exercise"), Chip("a very long name of an exercise")
    for chip in (long, short):
        qtbot.addWidget(chip)
    short.resize(80, short.sizeHint().height())
    long.resize(long.sizeHint())
    assert short.grab().toImage() != long.grab().toImage().copy(0, 0, 80, short.height())


def test_a_chosen_chip_differs_by_more_than_colour(qtbot):
    chip = ChipButton("slept well", mark=True)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.sizeHint().width() > before  # room for the tick
    assert chip.sizeHint().height() >= 36
    assert QAccessible.queryAccessibleInterface(chip).state().checked


def test_a_card_keeps_its_content_at_the_top(qtbot):
    card = Card("This week")
    card.add(Body("2 of 3 sessions"))
    qtbot.addWidget(card)
    card.resize(300, 500)
    card.show()
    text = card.findChildren(Body)[-1]
    qtbot.waitUntil(lambda: text.geometry().bottom() < 120)
    assert card.title.y() < 40


def test_a_card_gives_room_to_what_wants_it(qtbot):
    card = Card("Notes")
    editor = QPlainTextEdit()
    card.add(editor)
    qtbot.addWidget(card)
    card.resize(300, 500)
    card.show()
    qtbot.waitUntil(lambda: editor.height() > 350)


def test_clearing_a_layout_leaves_nothing_behind(qtbot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    qtbot.addWidget(holder)
    row = QHBoxLayout()
    row.addWidget(Body("inner"))
    column.addLayout(row)
    column.addWidget(Body("outer"))
    holder.show()
    clear_layout(column)
    assert column.count() == 0
    assert not [label for label in holder.findChildren(Body) if label.isVisible()]


def test_messages_alert_and_can_be_put_away(qtbot):
    message = InlineMessage("", "info")
    qtbot.addWidget(message)
    assert message.isHidden()
    message.show_message("The weight is 0 to 500 kg.", "error")
    assert message.isVisible()
    assert accessible(message) == "The weight is 0 to 500 kg."
    with qtbot.waitSignal(message.dismissed):
        qtbot.mouseClick(message.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert message.isHidden()


def test_an_empty_state_offers_one_action(qtbot):
    state = EmptyState("No sessions yet", "They will be here.", "Start a session")
    bare = EmptyState("Nothing to print", "Choose a period.")
    for widget in (state, bare):
        qtbot.addWidget(widget)
    with qtbot.waitSignal(state.button.clicked):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    assert bare.button is None


def test_the_text_of_an_empty_screen_keeps_to_short_lines_and_is_all_there(qtbot):
    state = EmptyState("No sessions yet", "Here will be your weeks, one line after the other. " * 6, "Start")
    qtbot.addWidget(state)
    for width in (1240, 400):
        state.resize(width, 500)
        state.show()
        qtbot.waitExposed(state)
        text = max(state.findChildren(QLabel), key=lambda label: len(label.text()))
        assert text.width() <= current_theme().px(560)
        assert text.width() >= min(width, current_theme().px(560)) - current_theme().px(60)
        assert abs(text.geometry().center().x() - state.rect().center().x()) <= 2
        assert text.height() >= text.heightForWidth(text.width())


def test_pictures_of_numbers_say_their_number(qtbot):
    dots, bar, ring = ProgressDots(2, 3), Bar("Quads", 9, 12, "9 sets"), Ring("Rest")
    ring.set_state(0.6, "1:12")
    for widget in (dots, bar, ring):
        qtbot.addWidget(widget)
    assert accessible(dots) == "2 of 3 done"
    assert accessible(bar) == "Quads: 9 sets"
    assert accessible(ring) == "Rest: 1:12"
    before = dots.grab().toImage()
    dots.set_progress(3, 3)
    assert dots.grab().toImage() != before


def test_a_bar_grows_with_its_value(qtbot):
    bar = Bar("Quads", 3, 12, "3 sets")
    qtbot.addWidget(bar)
    bar.resize(300, bar.sizeHint().height())
    little = _coloured(bar)
    bar.set_value(12, 12, "3 sets")
    assert _coloured(bar) > 3 * little
    bar.set_value(0, 0, "3 sets")
    assert _coloured(bar) == 0


def _coloured(bar: Bar) -> int:
    """Pixels of the primary colour on the middle line of the bar."""

    image = bar.grab().toImage()
    want = current_theme().color("primary").rgb()
    return sum(image.pixel(x, image.height() // 2) == want for x in range(image.width()))


def test_progress_shows_how_far_and_can_be_stopped(qtbot):
    panel = ProgressPanel("Reading strong.csv")
    qtbot.addWidget(panel)
    panel.set_progress(40, 100)
    with qtbot.waitSignal(panel.cancelled):
        qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)
    assert not panel.cancel_button.isEnabled()


def test_a_line_that_is_cut_has_its_whole_text_in_the_tool_tip(qtbot):
    line = Elided("Saved 07:31:04 · set 2 of Goblet squat")
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.grab()
    assert line.toolTip() == line.text()
    line.resize(600, 20)
    line.grab()
    assert line.toolTip() == ""


def test_a_wrapped_text_is_shown_in_full_in_a_narrow_page(qtbot):
    page = ScrollPage()
    text = Secondary("Legs are rested since Friday at 10:40, and so is your back. " * 4)
    card = Card("This week")
    card.add(text)
    page.body.addWidget(card)
    page.body.addStretch(1)
    qtbot.addWidget(page)
    page.resize(260, 300)
    page.show()
    qtbot.waitUntil(lambda: text.height() >= text.heightForWidth(text.width()))
    assert not page.horizontalScrollBar().isVisible()
    assert page.widget().width() <= page.viewport().width()


@pytest.mark.parametrize("make", [PrimaryButton, SecondaryButton])
def test_the_focus_ring_is_seen(qtbot, make):
    holder = QWidget()
    layout = QHBoxLayout(holder)
    button, other = make("Start session"), SecondaryButton("Other")
    layout.addWidget(button)
    layout.addWidget(other)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    other.setFocus()
    before, size = button.grab().toImage(), button.size()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before
    assert button.size() == size
    assert button.height() >= 36


@pytest.mark.parametrize("kind", [LinkButton, SecondaryButton, QCheckBox])
def test_only_our_ring_shows_what_has_the_keyboard(qtbot, kind):
    """Fusion would fill the middle of what Tab goes to."""
    window = QWidget()
    hold(qtbot, window)
    column = QVBoxLayout(window)
    first, second = SecondaryButton("First"), kind("Swap")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    inner = second.rect().adjusted(4, 4, -4, -4)
    quiet = second.grab(inner).toImage()
    whole = second.grab().toImage()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert second.grab(inner).toImage() == quiet
    assert second.grab().toImage() != whole


def scrolled(widget: QWidget) -> bool:
    """Turn the wheel over a widget; returns whether the widget kept it from the page."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    widget.wheelEvent(event)
    return event.isAccepted()


@pytest.mark.parametrize("make", [lambda: SpinBox(0, 9, 3), DateBox, ComboBox])
def test_scrolling_a_page_changes_no_field_and_takes_no_focus(qtbot, make) -> None:
    field = make()
    if isinstance(field, ComboBox):
        field.addItems(["one", "two", "three"])
    read = {SpinBox: "value", DateBox: "date", ComboBox: "currentText"}[type(field)]
    qtbot.addWidget(field)
    field.show()
    before = getattr(field, read)()
    assert not scrolled(field)
    assert getattr(field, read)() == before
    # With this bit Qt gives a field the focus before it sees the wheel, and the rule above is void.
    assert field.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_long_problem_below_a_narrow_field_in_a_flow_has_its_room(qtbot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, top=True)
    field = LabelledField("Reps", NumberField(int), "8, or a range: 8–12")
    field.setFixedWidth(150)
    flow.addWidget(field)
    page = QVBoxLayout()
    outer = QWidget()
    outer.setLayout(page)
    page.addWidget(holder)
    page.addStretch(1)
    qtbot.addWidget(outer)
    outer.resize(500, 400)
    outer.show()
    field.set_problem("The range is upside down: 12 is more than 8. Write 8–12.")
    problem = field._problem
    qtbot.waitUntil(lambda: problem.height() >= problem.heightForWidth(problem.width()))
    below = problem.mapTo(holder, problem.rect().bottomLeft()).y()
    assert below <= holder.height()


def test_a_calendar_of_a_month_has_our_colours_and_room_for_six_weeks(qtbot) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    dress_month(calendar)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().color() == current_theme().color("ink")
    assert calendar.minimumHeight() >= 260


@pytest.mark.parametrize(
    "make",
    [PrimaryButton, SecondaryButton, LinkButton, lambda words: IconButton("check", words)],
    ids=["primary", "secondary", "link", "icon"],
)
def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(qtbot, make) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    other, button = PrimaryButton("Save"), make("Go")
    other.setDefault(True)
    row.addWidget(other)
    row.addWidget(button)
    pressed: list[str] = []
    other.clicked.connect(lambda: pressed.append("other"))
    button.clicked.connect(lambda: pressed.append("this"))
    window.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert pressed == ["this"] * 3
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed.count("this") == 3, "a chord belongs to the window"
