"""Sessions that a file holds twice."""

from nextrep.exchange.repeats import without_repeats

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"


def sets(*orders, day=4, exercise="Squat"):
    return "".join(f"2024-03-0{day} 18:00:00,Legs,{exercise},{order},60,5\n" for order in orders)


def test_a_session_twice_is_counted_and_can_be_halved(text_log):
    once = sets("W", 1, 2) + sets(1, 2, exercise="Row")
    log = text_log(HEADER + once + once + sets(1, day=5) + "soon,Legs,Squat,1,60,5\n")
    assert log.repeats == 5
    assert len(list(log.sets())) == 11
    halved = without_repeats(log)
    assert [len(session.sets) for session in halved.sessions] == [5, 1]
    assert [one.line for one in halved.sessions[0].sets] == [2, 3, 4, 5, 6]
    assert [one.line for one in halved.skipped] == [7, 8, 9, 10, 11, 13]
    assert halved.repeats == 0
    assert halved.rows == len(list(halved.sets())) + len(halved.skipped)


def test_equal_sets_in_a_row_are_no_repeat(text_log):
    log = text_log(HEADER + sets(1, 2, 3, 4))
    assert log.repeats == 0
    assert without_repeats(log) is log


def test_an_exercise_done_again_in_another_session_is_no_repeat(text_log):
    assert text_log(HEADER + sets(1, 2) + sets(1, 2, day=5)).repeats == 0


def test_half_that_differs_is_no_repeat(text_log):
    assert text_log(HEADER + sets(1, 2) + sets(1, 2).replace(",60,", ",65,")).repeats == 0


def test_without_set_numbers_equal_rows_are_kept(text_log):
    rows = "2024-05-02,Row,Back,50,5\n2024-05-02,Press,Chest,50,5\n"
    assert text_log("Date,Exercise,Category,Weight (kg),Reps\n" + rows * 2).repeats == 0
