"""Double progression: reps to the top of the range in every set, then the next load that exists."""

import pytest

from nextrep.domain.loads import Loads
from nextrep.domain.owned import Owned
from nextrep.domain.prescription import Progression
from nextrep.domain.progression import Exposure, suggest
from nextrep.domain.training import SetKind
from tests.unit.progression.past import (
    DAY,
    GOBLET,
    HELPED,
    LIBRARY,
    PUSH_UP,
    SQUAT,
    after,
    kg,
    lb,
    past,
    sets,
    target,
    work,
)

PLAN = target()


def test_the_top_of_the_range_in_every_set_takes_the_next_load_from_the_bottom():
    found = after(GOBLET, PLAN, sets(16, 10, 10, 10))
    assert work(found) == [("18 kg", 8)] * 3
    assert (found.load, found.reps) == (kg(18), 8)
    assert found.reason == "10 reps in every set last time, so 18 kg today."


def test_the_example_of_the_issue():
    found = after(GOBLET, target(3, 8, 12), sets(16, 8, 8, 8))
    assert work(found) == [("16 kg", 9)] * 3
    assert found.reason == "12 reps in every set, and next time it is 18 kg."


def test_the_lowest_set_gets_one_more_and_the_others_keep_theirs():
    assert work(after(GOBLET, target(3, 8, 12), sets(16, 11, 9, 8))) == [("16 kg", n) for n in (11, 9, 9)]


def test_a_barbell_squat_steps_by_five_kilograms_and_pounds_stay_pounds():
    assert after(SQUAT, PLAN, sets(60, 10, 10, 10)).load == kg(65)
    assert after(SQUAT, PLAN, sets(lb(135), 10, 10, 10)).load.text() == "145 lb"


def test_a_step_of_the_plan_counts_and_its_rounding_is_said():
    plan = target(progression=Progression(step=kg(3)))
    found = after(GOBLET, plan, sets(16, 10, 10, 10))
    assert found.load == kg(18)
    assert "It would be 19 kg; 18 kg is the nearest below that can be loaded." in found.reason


def test_a_step_smaller_than_what_exists_still_goes_up():
    plan = target(progression=Progression(step=kg(0.5)))
    assert after(GOBLET, plan, sets(16, 10, 10, 10)).load == kg(18)


def test_loads_are_those_that_the_person_owns():
    few = Loads(Owned(dumbbells=(kg(10), kg(16), kg(24))))
    assert after(GOBLET, PLAN, sets(16, 10, 10, 10), loads=few).load == kg(24)
    top = after(GOBLET, PLAN, sets(24, 10, 10, 10), loads=few)
    assert work(top) == [("24 kg", 11)] * 3
    assert "24 kg is the heaviest there is" in top.reason


@pytest.mark.parametrize("lighter", [(14, 10, 10, 10), (15.5, 10, 10, 10), (2, 30, 30, 30)])
def test_a_lighter_load_than_planned_never_counts_as_success(lighter):
    # Liftosaur's fault: it progressed on whatever weight was lifted.
    found = after(GOBLET, PLAN, sets(16, 10, 10, 10), sets(*lighter))
    assert found.load == kg(18)
    assert "lighter last time, which is fine. 18 kg is planned again" in found.reason


def test_one_lighter_set_among_three_is_no_success():
    found = after(GOBLET, PLAN, sets(16, 8, 8, 8), sets(16, 10, 10) + sets(14, 10))
    assert found.load == kg(16)


def test_a_lighter_load_chosen_twice_is_taken_over():
    found = after(GOBLET, PLAN, sets(16, 10, 10, 10), sets(14, 9, 9, 9), sets(14, 9, 9, 9))
    assert work(found) == [("14 kg", 10)] * 3
    assert "You chose 14 kg twice" in found.reason


def test_a_heavier_load_than_planned_is_gone_on_from():
    assert after(GOBLET, PLAN, sets(16, 10, 10, 10), sets(20, 10, 10, 10)).load == kg(22)
    assert after(GOBLET, PLAN, sets(16, 10, 10, 10), sets(20, 8, 8, 8)).load == kg(20)


def test_fewer_reps_with_a_heavier_load_than_planned_is_no_miss():
    times = [sets(16, 10, 10, 10), *[sets(24, 5, 5, 5)] * 3]
    assert after(GOBLET, PLAN, *times).load == kg(18)


@pytest.mark.parametrize("short", [(16, 10), (16, 10, 10), (16, 3), (16, 8)])
def test_a_short_day_is_neither_good_nor_bad(short):
    before = after(GOBLET, PLAN, sets(16, 9, 9, 9))
    found = after(GOBLET, PLAN, sets(16, 9, 9, 9), sets(*short))
    assert work(found) == work(before)
    assert "short one, which is fine" in found.reason


def test_short_days_without_end_never_bring_the_load_down():
    assert after(GOBLET, PLAN, sets(16, 9, 9, 9), *[sets(16, 4)] * 8).load == kg(16)


def test_after_a_step_up_and_a_short_day_the_reps_stay_at_the_bottom():
    found = after(GOBLET, PLAN, sets(16, 10, 10, 10), sets(18, 8))
    assert work(found) == [("18 kg", 8)] * 3


def test_misses_in_a_row_bring_the_load_down_and_the_reason_says_so():
    miss = sets(16, 8, 7, 6)
    assert after(GOBLET, PLAN, sets(16, 9, 9, 9), miss, miss).load == kg(16)
    found = after(GOBLET, PLAN, sets(16, 9, 9, 9), miss, miss, miss)
    assert work(found) == [("14 kg", 8)] * 3
    assert "Some reps stayed out 3 times in a row. 14 kg now" in found.reason
    assert "It would be 14.4 kg; 14 kg is the nearest below" in found.reason


def test_a_good_day_between_starts_the_counting_anew():
    miss, good = sets(16, 8, 7, 6), sets(16, 8, 8, 8)
    assert after(GOBLET, PLAN, good, miss, miss, good, miss, miss).load == kg(16)


def test_short_days_between_misses_neither_help_nor_harm():
    miss, short = sets(16, 8, 7, 6), sets(16, 8)
    assert after(GOBLET, PLAN, sets(16, 9, 9, 9), miss, short, miss, short, miss).load == kg(14)


def test_coming_down_is_at_least_one_step_that_exists():
    plan = target(progression=Progression(misses=1, deload=10))
    few = Loads(Owned(dumbbells=(kg(10), kg(16), kg(24))))
    assert after(GOBLET, plan, sets(16, 9, 9, 9), sets(16, 5, 5, 5), loads=few).load == kg(10)
    lowest = after(GOBLET, plan, sets(10, 9, 9, 9), sets(10, 5, 5, 5), loads=few)
    assert lowest.load == kg(10)
    assert "lightest there is" in lowest.reason


def test_a_failed_attempt_and_extra_sets_do_no_harm():
    found = after(GOBLET, PLAN, sets(16, 9, 9, 9), sets(16, 0, 10, 10, 10))
    assert found.load == kg(18)
    assert after(GOBLET, PLAN, sets(16, 10, 10, 10, 3)).load == kg(18)


def test_warm_ups_drop_sets_and_impossible_rows_count_for_nothing():
    noise = (
        sets(100, 10, kind=SetKind.WARMUP)
        + sets(8, 20, kind=SetKind.DROP)
        + sets(16, 877_777)
        + sets(1600, 5)
    )
    assert work(after(GOBLET, PLAN, noise + sets(16, 10, 10, 10))) == [("18 kg", 8)] * 3
    assert after(GOBLET, PLAN, noise).load is None


def test_a_ramp_up_to_the_heaviest_set_starts_from_that_set():
    found = after(SQUAT, PLAN, sets(60, 10) + sets(70, 10) + sets(80, 10))
    assert found.load == kg(80)
    assert "next time it is 85 kg" in found.reason


def test_less_help_is_progress_and_more_help_never_is():
    less = after(HELPED, PLAN, sets(-20, 10, 10, 10))
    assert less.load.grams > -20_000
    assert "less help today" in less.reason
    more_help = after(HELPED, PLAN, sets(-20, 9, 9, 9), sets(-30, 10, 10, 10))
    assert more_help.load == kg(-20)
    down = after(HELPED, PLAN, sets(-20, 9, 9, 9), *[sets(-20, 5, 5, 5)] * 3)
    assert down.load.grams <= -22_000


def test_the_last_help_gone_is_none_at_all():
    found = after(HELPED, PLAN, sets(-2.5, 10, 10, 10))
    assert found.load.grams == 0


def test_kilograms_and_pounds_mixed_are_the_same_load():
    found = after(SQUAT, PLAN, sets(60, 9, 9, 9), sets(lb(132), 10, 10, 10))
    assert found.load == kg(65)
    light = after(SQUAT, PLAN, sets(60, 9, 9, 9), sets(lb(130), 10, 10, 10))
    assert light.load == kg(60)


def test_bodyweight_grows_by_a_rep_and_at_the_top_something_harder_is_said():
    found = after(PUSH_UP, PLAN, sets(None, 8, 8, 7))
    assert work(found) == [(None, 8)] * 3
    assert "harder exercise" in after(PUSH_UP, PLAN, sets(None, 10, 10, 10)).reason


def test_bodyweight_may_begin_below_the_range_and_come_down():
    assert work(after(PUSH_UP, PLAN, sets(None, 5, 4, 4))) == [(None, 5)] * 3
    found = after(PUSH_UP, PLAN, *[sets(None, 5, 4, 4)] * 3)
    assert work(found) == [(None, 3)] * 3
    assert "a few fewer now" in found.reason


def test_weight_on_the_body_steps_like_any_other():
    assert after(LIBRARY.get("pull_up"), PLAN, sets(5, 10, 10, 10)).load == kg(7.5)


def test_the_first_time_has_no_load_and_says_what_to_do():
    found = after(GOBLET, PLAN)
    assert work(found) == [(None, 8)] * 3
    assert "leaves a few reps in reserve" in found.reason


def test_correcting_the_log_corrects_what_is_asked():
    typo = past(PLAN, sets(160, 10, 10, 10))
    mended = [Exposure(typo[0].day, PLAN, sets(16, 10, 10, 10))]
    assert suggest(GOBLET, PLAN, typo, Loads(), DAY).load == kg(162)
    assert suggest(GOBLET, PLAN, mended, Loads(), DAY).load == kg(18)


def test_a_misjudged_day_is_forgiven_by_its_correction():
    days = [sets(16, 9, 9, 9), sets(16, 8, 7, 6), sets(16, 8, 7, 6), sets(16, 8, 7, 1)]
    assert after(GOBLET, PLAN, *days).load == kg(14)
    assert after(GOBLET, PLAN, *days[:3], sets(16, 10, 10, 10)).load == kg(18)


def test_without_a_plan_it_is_the_last_time_again():
    found = suggest(GOBLET, None, past(None, sets(16, 9) + sets(18, 7)), Loads(), DAY)
    assert work(found) == [("16 kg", 9), ("18 kg", 7)]
    assert found.reason == "The same as last time."
