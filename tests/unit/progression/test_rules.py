"""Each rule but double progression, by worked examples."""

from dataclasses import replace

import pytest

from nextrep.domain.loads import Loads
from nextrep.domain.prescription import LoadPlan, LoadRule, PlannedKind, PlannedSet, ProgressionRule
from nextrep.domain.progression import USUAL_WAVE, Exposure, suggest
from nextrep.domain.training import SetKind, Target
from tests.unit.progression.past import (
    BENCH,
    DAY,
    GOBLET,
    LIBRARY,
    PLANK,
    PUSH_UP,
    SQUAT,
    after,
    holds,
    kg,
    past,
    ruled,
    sets,
    work,
)

R = ProgressionRule


class TestLinear:
    PLAN = ruled(R.LINEAR, 3, 5, 5)

    def test_every_set_with_its_reps_is_a_step_heavier(self):
        # 2.5 kg upper body, 5 kg squat and deadlift: the usual steps.
        assert work(after(BENCH, self.PLAN, sets(60, 5, 5, 5))) == [("62.5 kg", 5)] * 3
        assert after(SQUAT, self.PLAN, sets(60, 5, 5, 5)).load == kg(65)

    def test_three_misses_come_down_by_a_tenth(self):
        # 5 x 5 practice: three misses in a row, then 10 % less.
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5), *[sets(62.5, 5, 4, 4)] * 3)
        assert found.load == kg(55)
        assert "56.25 kg; 55 kg is the nearest below" in found.reason

    def test_one_miss_is_the_same_again(self):
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5), sets(62.5, 5, 5, 4))
        assert found.load == kg(62.5)
        assert "which happens" in found.reason

    def test_the_bottom_of_a_range_is_enough(self):
        assert after(BENCH, ruled(R.LINEAR, 3, 5, 8), sets(60, 5, 6, 5)).load == kg(62.5)


class TestTopSet:
    PLAN = ruled(R.TOP_BACKOFF, 3, 4, 6)

    def test_the_back_off_sets_are_nine_tenths_of_the_top_set(self):
        assert work(after(BENCH, self.PLAN, sets(100, 5) + sets(90, 5, 5))) == [
            ("100 kg", 6),
            ("90 kg", 4),
            ("90 kg", 4),
        ]

    def test_only_the_top_set_decides(self):
        met = after(BENCH, self.PLAN, sets(100, 6) + sets(90, 3, 3))
        assert work(met) == [("102.5 kg", 4), ("90 kg", 4), ("90 kg", 4)]
        assert met.reason.startswith("6 reps in the top set last time, so 102.5 kg today.")
        missed = after(BENCH, self.PLAN, sets(100, 4) + sets(90, 6, 6), *[sets(100, 3) + sets(90, 6, 6)] * 3)
        assert missed.load == kg(90)

    def test_a_lighter_top_set_is_no_success(self):
        assert after(BENCH, self.PLAN, sets(100, 5) + sets(90, 5, 5), sets(95, 8, 8, 8)).load == kg(100)

    def test_the_top_set_alone_is_a_short_day(self):
        assert after(BENCH, self.PLAN, sets(100, 5) + sets(90, 5, 5), sets(100, 6)).load == kg(100)
        assert after(BENCH, self.PLAN, sets(100, 5) + sets(90, 5, 5), sets(100, 1)).load == kg(100)

    def test_the_kinds_of_the_sets_are_kept(self):
        kinds = [row.kind for row in after(BENCH, self.PLAN, sets(100, 5)).rows]
        assert kinds == [PlannedKind.WORKING, PlannedKind.BACKOFF, PlannedKind.BACKOFF]


class TestTotal:
    PLAN = ruled(R.TOTAL, 4, 5, None, total=24)

    def test_the_sum_counts_however_it_is_spread(self):
        found = after(BENCH, self.PLAN, sets(60, 8, 7, 5, 4))
        assert found.load == kg(62.5)
        assert "24 reps in total" in found.reason
        assert after(BENCH, self.PLAN, sets(60, 12, 12)).load == kg(62.5)

    def test_below_the_sum_the_lowest_set_gets_one_more(self):
        assert work(after(BENCH, self.PLAN, sets(60, 6, 6, 5, 5))) == [("60 kg", n) for n in (6, 6, 6, 6)]

    def test_lighter_sets_add_nothing(self):
        assert after(BENCH, self.PLAN, sets(60, 6, 5, 5, 5), sets(50, 10, 10, 10, 10)).load == kg(60)

    def test_one_set_decides_nothing(self):
        assert after(BENCH, self.PLAN, sets(60, 6, 5, 5, 5), sets(60, 30)).load == kg(60)


class TestWave:
    PLAN = ruled(R.WAVE, 3, 5, 5, load=LoadPlan(LoadRule.PERCENT_TM, load=kg(100)))
    FIRST = sets(65, 5) + sets(75, 5) + sets(85, 8)
    SECOND = sets(70, 3) + sets(80, 3) + sets(90, 5)
    THIRD = sets(75, 5) + sets(85, 3) + sets(95, 2)

    def test_the_first_session_is_in_percent_of_the_training_max(self):
        found = after(BENCH, self.PLAN)
        assert work(found) == [("65 kg", 5), ("75 kg", 5), ("85 kg", 5)]
        assert found.rows[-1].kind is PlannedKind.AMRAP
        assert found.reason == "Session 1 of 3 of the wave, by a training max of 100 kg."

    def test_the_log_says_which_session_comes_next(self):
        assert work(after(BENCH, self.PLAN, self.FIRST)) == [("70 kg", 3), ("80 kg", 3), ("90 kg", 3)]
        assert work(after(BENCH, self.PLAN, self.FIRST, self.SECOND))[-1] == ("95 kg", 1)

    def test_a_completed_wave_raises_the_training_max_by_a_step(self):
        found = after(BENCH, self.PLAN, self.FIRST, self.SECOND, self.THIRD)
        assert "training max of 102.5 kg" in found.reason
        assert "completed, so the training max grew" in found.reason
        assert work(found)[0] == ("65 kg", 5)  # 66.625 kg rounded down
        assert "rounded down" in found.reason

    def test_a_last_set_below_its_reps_keeps_the_training_max(self):
        found = after(BENCH, self.PLAN, self.FIRST, self.SECOND[:2] + sets(90, 2), self.THIRD)
        assert "training max of 100 kg" in found.reason
        assert "the training max stays" in found.reason

    def test_waves_missed_in_a_row_bring_it_down(self):
        plan = ruled(R.WAVE, 3, 5, 5, load=self.PLAN.details.load, misses=1)
        found = after(BENCH, plan, self.FIRST, self.SECOND, self.THIRD[:2] + sets(95, 0))
        assert "training max of 90 kg" in found.reason

    def test_short_and_lighter_days_stay_where_the_wave_is(self):
        short = after(BENCH, self.PLAN, self.FIRST, sets(70, 3))
        assert work(short) == [("70 kg", 3), ("80 kg", 3), ("90 kg", 3)]
        assert "this session comes again" in short.reason
        light = after(BENCH, self.PLAN, self.FIRST, sets(60, 3, 3, 3))
        assert work(light) == work(short)

    def test_a_lighter_week_takes_its_share_and_does_not_move_the_wave(self):
        easy = replace(
            self.PLAN, details=replace(self.PLAN.details, load=LoadPlan(LoadRule.PERCENT_TM, 800, kg(100)))
        )
        found = suggest(BENCH, easy, past(self.PLAN, self.FIRST), Loads(), DAY)
        assert work(found)[0] == ("55 kg", 3)  # 70 % of 100 kg, four fifths of it: 56 kg rounded down
        times = [*past(self.PLAN, self.FIRST), Exposure(DAY - 1, easy, sets(55, 3, 3, 3))]
        assert work(suggest(BENCH, self.PLAN, times, Loads(), DAY))[0] == ("70 kg", 3)

    def test_without_a_training_max_the_log_gives_it(self):
        plan = ruled(R.WAVE, 3, 5, 5, load=LoadPlan(LoadRule.PERCENT_TM))
        assert after(BENCH, plan).load is None
        assert "No training max is known yet" in after(BENCH, plan).reason
        found = suggest(BENCH, plan, past(None, sets(100, 1)), Loads(), DAY)
        assert "training max of 90 kg" in found.reason  # a single is the maximum itself

    def test_years_of_waves_are_counted_on(self):
        times = [self.FIRST, self.SECOND, self.THIRD]
        heavy = [tuple(replace(one, load=kg(200)) for one in time) for time in times]
        found = after(BENCH, self.PLAN, *(heavy * 20))
        assert "training max of 150 kg" in found.reason  # twenty waves, 2.5 kg each

    def test_the_usual_wave_is_the_well_known_one(self):
        shares = [[(row.reps_low, row.percent) for row in session] for session in USUAL_WAVE]
        assert shares == [
            [(5, 650), (5, 750), (5, 850)],
            [(3, 700), (3, 800), (3, 900)],
            [(5, 750), (3, 850), (1, 950)],
        ]


class TestEffort:
    PLAN = ruled(R.RPE, 3, 5, 5, rir=2)

    def test_more_in_reserve_than_asked_for_is_one_step_up_at_most(self):
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5, rir=6))
        assert found.load == kg(62.5)
        assert "more in reserve than asked for" in found.reason

    def test_less_in_reserve_is_one_step_down(self):
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5, rir=0))
        assert found.load == kg(57.5)
        assert "less in reserve than asked for" in found.reason

    def test_as_asked_for_stays(self):
        assert after(BENCH, self.PLAN, sets(60, 5, 5, 5, rir=2)).load == kg(60)

    def test_without_a_rating_the_load_waits(self):
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5))
        assert found.load == kg(60)
        assert "Rate the effort" in found.reason

    def test_easy_but_lighter_or_shorter_than_planned_is_no_success(self):
        start = sets(60, 5, 5, 5, rir=2)
        assert after(BENCH, self.PLAN, start, sets(50, 5, 5, 5, rir=8)).load == kg(60)
        assert after(BENCH, self.PLAN, start, sets(60, 5, rir=8)).load == kg(60)

    def test_reps_that_stay_out_come_down_like_everywhere(self):
        found = after(BENCH, self.PLAN, sets(60, 5, 5, 5), *[sets(60, 5, 4, 3, rir=0)] * 3)
        assert found.load == kg(52.5)


class TestLadder:
    PLAN = ruled(R.LADDER, 3, 8, 12, ladder=("knee_push_up", "push_up", "decline_push_up"))

    def test_all_sets_at_the_top_lead_to_the_harder_exercise_from_the_bottom(self):
        found = after(PUSH_UP, self.PLAN, sets(None, 12, 12, 12), exercise_of=LIBRARY.get)
        assert found.exercise_key == "decline_push_up"
        assert work(found) == [(None, 8)] * 3
        assert found.reason == "12 reps in every set last time. Next on the ladder: Decline push-up."

    def test_below_the_top_it_is_one_rep_more(self):
        found = after(PUSH_UP, self.PLAN, sets(None, 10, 9, 9))
        assert found.exercise_key is None
        assert work(found) == [(None, 10)] * 3

    def test_misses_lead_one_rung_down(self):
        found = after(PUSH_UP, self.PLAN, *[sets(None, 6, 5, 5)] * 3, exercise_of=LIBRARY.get)
        assert found.exercise_key == "knee_push_up"
        assert "One rung down" in found.reason

    @pytest.mark.parametrize("short", [(12,), (12, 12)])
    def test_a_short_day_does_not_climb(self, short):
        assert after(PUSH_UP, self.PLAN, sets(None, *short)).exercise_key is None

    def test_the_end_of_the_ladder_says_what_else_can_be_done(self):
        found = after(LIBRARY.get("decline_push_up"), self.PLAN, sets(None, 12, 12, 12))
        assert found.exercise_key is None
        assert "slower pace" in found.reason

    def test_an_exercise_that_is_not_known_is_no_rung(self):
        plan = ruled(R.LADDER, 3, 8, 12, ladder=("push_up", "own_gone"))
        found = after(PUSH_UP, plan, sets(None, 12, 12, 12), exercise_of=LIBRARY.get)
        assert found.exercise_key is None


class TestTime:
    PLAN = ruled(R.TIME, 3, None, None, seconds=30)

    def seconds(self, *times, plan=None, **more):
        found = after(PLANK, plan or self.PLAN, *times, **more)
        return [row.seconds for row in found.rows], found.reason

    def test_every_set_held_is_a_little_longer(self):
        seconds, reason = self.seconds(holds(30, 30, 30))
        assert seconds == [35] * 3
        assert reason == "Every set was held last time, so 35 s today."

    def test_longer_than_asked_is_gone_on_from(self):
        assert self.seconds(holds(45, 45, 45))[0] == [50] * 3

    def test_it_stays_while_a_set_is_shorter_and_comes_down_after_three(self):
        assert self.seconds(holds(30, 30, 30), holds(35, 30, 20))[0] == [35] * 3
        seconds, reason = self.seconds(holds(30, 30, 30), *[holds(35, 30, 20)] * 3)
        assert seconds == [30] * 3
        assert "up again from there" in reason

    def test_long_enough_is_said_and_leads_up_the_ladder(self):
        seconds, reason = self.seconds(holds(60, 60, 60))
        assert seconds == [60] * 3
        assert "long enough" in reason
        plan = ruled(R.TIME, 3, None, None, seconds=30, ladder=("plank", "plank_shoulder_tap"))
        found = after(PLANK, plan, holds(60, 60, 60), exercise_of=LIBRARY.get)
        assert found.exercise_key == "plank_shoulder_tap"

    def test_a_short_day_changes_nothing(self):
        assert self.seconds(holds(30, 30, 30), holds(35))[0] == [35] * 3
        assert self.seconds(holds(30, 30, 30), holds(10))[0] == [35] * 3

    def test_another_length_in_the_plan_starts_from_there(self):
        longer = replace(self.PLAN, seconds=45)
        assert [
            row.seconds
            for row in suggest(PLANK, longer, past(self.PLAN, holds(30, 30, 30)), Loads(), DAY).rows
        ] == [45] * 3

    def test_a_timed_exercise_in_an_ordinary_plan_grows_too(self):
        found = after(PLANK, Target(1, 2, None, None, seconds=30), holds(30, 30))
        assert found.seconds == 35


class TestNone:
    PLAN = ruled(R.NONE, 3, 8, 10)

    def test_it_stays_as_it_is_planned(self):
        found = after(GOBLET, self.PLAN, sets(16, 10, 10, 10))
        assert work(found) == [("16 kg", 8)] * 3
        assert found.reason == "16 kg again, as planned."

    def test_nothing_comes_down_by_itself(self):
        assert after(GOBLET, self.PLAN, sets(16, 10, 10, 10), *[sets(16, 2, 2, 2)] * 6).load == kg(16)


class TestSetsOneByOne:
    ROWS = (
        PlannedSet(PlannedKind.WARMUP, 5, 5, percent=500),
        PlannedSet(PlannedKind.WORKING, 5, 5),
        PlannedSet(PlannedKind.AMRAP, 5, None, percent=900),
        PlannedSet(PlannedKind.DROP, 10, 12),
    )
    PLAN = ruled(R.LINEAR, 2, 5, 5, rows=ROWS)

    def test_each_set_has_its_share_of_the_first_working_set(self):
        found = after(BENCH, self.PLAN, sets(100, 5) + sets(90, 9) + sets(80, 12, kind=SetKind.DROP))
        rows = [(row.kind, row.load.text(), row.reps, row.reps_high) for row in found.rows]
        assert rows == [
            (PlannedKind.WARMUP, "50 kg", 5, 5),
            (PlannedKind.WORKING, "102.5 kg", 5, 5),
            (PlannedKind.AMRAP, "90 kg", 5, None),
            (PlannedKind.DROP, "80 kg", 10, 12),
        ]
        assert found.load == kg(102.5)

    def test_a_set_that_is_lighter_than_its_share_is_no_success(self):
        assert after(BENCH, self.PLAN, sets(100, 5) + sets(90, 5), sets(102.5, 5) + sets(80, 20)).load == kg(
            102.5
        )

    def test_rows_that_only_warm_up_ask_for_nothing(self):
        found = after(BENCH, ruled(R.DOUBLE, rows=self.ROWS[:1]), sets(50, 5))
        assert found.reason == "As planned."
