"""Records of one exercise: what counts, what does not, and what is compared with what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.exercises import Measure
from nextrep.domain.record_words import done_text, record_text, record_title
from nextrep.domain.records import Bests, Record, RecordKind, records, session_records, volume_record
from nextrep.domain.strength import PLAIN, SetFact, Yardstick
from nextrep.domain.training import SetKind
from nextrep.domain.units import Unit

K = RecordKind
PULL_UP, MACHINE = Yardstick(Measure.BODYWEIGHT), Yardstick(Measure.ASSISTED)
PLANK, PRESS = Yardstick(Measure.TIMED), Yardstick(Measure.LOADED)


def fact(
    session: int, grams: int | None, reps: int | None, seconds: int | None = None, **more: object
) -> SetFact:
    return SetFact(day=session, session_id=session, grams=grams, reps=reps, seconds=seconds, **more)  # type: ignore[arg-type]


def kinds(*facts: SetFact, yardstick: Yardstick = PLAIN) -> list[tuple[int, RecordKind]]:
    return [(record.fact.session_id, record.kind) for record in records(facts, yardstick)]


class TestWhatIsARecord:
    def test_the_first_session_is_a_baseline_and_a_tie_is_no_record(self) -> None:
        assert kinds(fact(1, 50_000, 8), fact(1, 60_000, 8), fact(2, 60_000, 8)) == []

    def test_heavier_counts_before_more_reps(self) -> None:
        found = kinds(fact(1, 50_000, 8), fact(2, 52_500, 8), fact(3, 52_500, 9))
        assert found == [(2, K.LOAD), (3, K.E1RM)]

    def test_one_set_sets_one_record_and_says_all_that_it_was(self) -> None:
        (record,) = records([fact(1, 50_000, 8), fact(2, 50_000, 9)])
        assert record.kinds == (K.E1RM, K.REPS_AT_LOAD, K.SET_VOLUME)

    def test_more_reps_at_a_light_load_is_a_record_of_its_own(self) -> None:
        found = kinds(fact(1, 100_000, 5), fact(1, 40_000, 8), fact(2, 40_000, 10))
        assert found == [(2, K.REPS_AT_LOAD)]

    def test_a_load_that_was_never_lifted_has_no_reps_to_beat(self) -> None:
        assert kinds(fact(1, 100_000, 10), fact(2, 90_000, 4)) == []

    def test_most_in_one_set_when_nothing_else_is_better(self) -> None:
        # 20 reps at a load between two known ones: no heaviest, no reps to beat, above 12 no estimate.
        found = kinds(fact(1, 50_000, 8), fact(1, 40_000, 8), fact(2, 45_000, 20))
        assert found == [(2, K.SET_VOLUME)]

    def test_each_set_of_a_session_has_to_beat_the_ones_before_it(self) -> None:
        found = kinds(fact(1, 50_000, 8), fact(2, 55_000, 8), fact(2, 52_500, 8), fact(2, 57_500, 8))
        assert found == [(2, K.LOAD), (2, K.LOAD)]

    def test_the_body_alone_counts_reps_and_holds_count_seconds(self) -> None:
        assert kinds(fact(1, None, 10), fact(2, None, 12), yardstick=PULL_UP) == [(2, K.REPS)]
        assert kinds(fact(1, None, None, 30), fact(2, None, None, 45), yardstick=PLANK) == [(2, K.SECONDS)]

    def test_the_first_kilogram_added_to_the_body_is_the_heaviest(self) -> None:
        assert kinds(fact(1, None, 10), fact(2, 2_500, 3), yardstick=PULL_UP) == [(2, K.LOAD)]

    def test_a_load_after_times_without_one_written_down_is_a_baseline(self) -> None:
        assert kinds(fact(1, None, 10), fact(2, 40_000, 3), yardstick=PRESS) == []

    def test_a_hold_is_compared_with_holds_of_the_same_load(self) -> None:
        found = kinds(
            fact(1, None, None, 60), fact(1, 10_000, None, 30), fact(2, 10_000, None, 45), yardstick=PLANK
        )
        assert found == [(2, K.SECONDS)]

    def test_longer_for_a_distance_is_no_longest_hold(self) -> None:
        slow = fact(2, None, None, 400, distance_m=1000)
        assert kinds(fact(1, None, None, 300, distance_m=1000), slow) == []

    def test_a_heavier_carry_is_the_heaviest(self) -> None:
        heavier = fact(2, 32_000, None, None, distance_m=40)
        assert kinds(fact(1, 24_000, None, None, distance_m=40), heavier) == [(2, K.LOAD)]

    def test_bands_are_compared_with_themselves(self) -> None:
        red, black = {"band": "red"}, {"band": "black"}
        assert kinds(fact(1, None, 10, **red), fact(2, None, 12, **black)) == []
        assert kinds(fact(1, None, 10, **red), fact(2, None, 12, **red)) == [(2, K.REPS)]


class TestWhatDoesNotCount:
    def test_warm_ups(self) -> None:
        assert kinds(fact(1, 50_000, 8), fact(2, 90_000, 8, kind=SetKind.WARMUP)) == []

    def test_an_exercise_that_was_only_warmed_up_has_still_its_first_time_before_it(self) -> None:
        assert kinds(fact(1, 20_000, 8, kind=SetKind.WARMUP), fact(2, 50_000, 8)) == []

    def test_an_attempt_that_did_not_go_up(self) -> None:
        assert kinds(fact(1, 50_000, 8), fact(2, 90_000, 0, kind=SetKind.FAILURE)) == []
        assert kinds(fact(1, 50_000, 0, kind=SetKind.FAILURE), fact(2, 40_000, 8)) == []

    def test_of_a_set_that_failed_the_reps_before_it_do(self) -> None:
        failed = fact(2, 60_000, 3, rir_tenths=30, kind=SetKind.FAILURE)
        (record,) = records([fact(1, 55_000, 8), failed])
        assert record.kinds == (K.LOAD,)  # 66 kg by the reps done, not 72 by reps in reserve

    @pytest.mark.parametrize("kind", [SetKind.DROP, SetKind.REST_PAUSE])
    def test_drops_and_rest_pauses_set_no_estimate(self, kind: SetKind) -> None:
        (record,) = records([fact(1, 50_000, 8), fact(2, 50_000, 10, kind=kind)])
        assert K.E1RM not in record.kinds

    def test_as_many_reps_as_possible_do(self) -> None:
        (record,) = records([fact(1, 50_000, 8), fact(2, 50_000, 10, kind=SetKind.AMRAP)])
        assert record.kind is K.E1RM


class TestHelp:
    def test_less_is_a_record_and_more_never_is(self) -> None:
        assert kinds(fact(1, -30_000, 8), fact(2, -25_000, 8), yardstick=MACHINE) == [(2, K.HELP)]
        assert kinds(fact(1, -25_000, 8), fact(2, -30_000, 8), yardstick=MACHINE) == []

    def test_help_without_a_minus_sign_is_help_all_the_same(self) -> None:
        assert kinds(fact(1, 25_000, 8), fact(2, 30_000, 8), yardstick=MACHINE) == []
        assert kinds(fact(1, 30_000, 8), fact(2, 25_000, 8), yardstick=MACHINE) == [(2, K.HELP)]

    def test_none_at_all_is_the_least(self) -> None:
        assert kinds(fact(1, -10_000, 8), fact(2, None, 3), yardstick=PULL_UP) == [(2, K.HELP)]
        assert kinds(fact(1, -10_000, 8), fact(2, None, 3), yardstick=MACHINE) == []  # not written down

    def test_more_reps_with_the_same_help(self) -> None:
        assert kinds(fact(1, -20_000, 8), fact(2, -20_000, 9), yardstick=MACHINE) == [(2, K.REPS_AT_LOAD)]


class TestWords:
    def said(self, *facts: SetFact, yardstick: Yardstick = PLAIN) -> str:
        return record_text(list(records(facts, yardstick))[-1], Unit.KG)

    def test_a_record_shows_its_load_and_its_reps(self) -> None:
        assert self.said(fact(1, 16_000, 8), fact(2, 18_000, 10)) == "Heaviest set: 18 kg × 10"
        assert self.said(fact(1, 16_000, 8), fact(2, 16_000, 9)) == "Best set: 16 kg × 9"
        assert self.said(fact(1, None, 10), fact(2, None, 12), yardstick=PULL_UP) == "Most reps: 12 reps"
        assert self.said(fact(1, None, 9), fact(2, 5_000, 8), yardstick=PULL_UP) == "Heaviest set: 5 kg × 8"
        assert self.said(fact(1, None, None, 30), fact(2, None, None, 45)) == "Longest hold: 45 s"
        least = self.said(fact(1, -30_000, 8), fact(2, -20_000, 8), yardstick=MACHINE)
        assert least == "Least help: 20 kg of help × 8"

    def test_help_is_called_help_however_it_was_written(self) -> None:
        least = self.said(fact(1, 30_000, 8), fact(2, 20_000, 8), yardstick=MACHINE)
        assert least == "Least help: 20 kg of help × 8"

    def test_every_kind_has_a_title(self) -> None:
        titles = {record_title(Record(kind, fact(1, 16_000, 8)), Unit.KG) for kind in RecordKind}
        assert len(titles) == len(RecordKind)
        assert (
            record_title(Record(K.REPS_AT_LOAD, fact(1, -20_000, 8)), Unit.KG) == "Most reps at 20 kg of help"
        )
        assert record_title(Record(K.HELP, fact(1, None, 8)), Unit.KG) == "Without help"

    def test_a_carry_shows_its_metres(self) -> None:
        assert done_text(fact(1, 24_000, None, None, distance_m=40), Unit.KG) == "24 kg × 40 m"


class TestASessionAsAWhole:
    def test_more_volume_than_ever_with_the_same_exercises(self) -> None:
        found = volume_record(5_000_000, 4_800_000)
        assert found is not None
        assert (found.grams, found.before) == (5_000_000, 4_800_000)

    @pytest.mark.parametrize("before", [None, 0, 5_000_000, 6_000_000])
    def test_the_first_one_and_ties_are_none(self, before: int | None) -> None:
        assert volume_record(5_000_000, before) is None


sets = st.builds(
    fact,
    session=st.integers(1, 6),
    grams=st.one_of(st.none(), st.integers(-40, 120).map(lambda kilograms: kilograms * 1000)),
    reps=st.one_of(st.none(), st.integers(0, 15)),
    seconds=st.one_of(st.none(), st.integers(0, 90)),
    kind=st.sampled_from(SetKind),
    rir_tenths=st.one_of(st.none(), st.integers(0, 100)),
    band=st.sampled_from(["", "", "red"]),
    body_grams=st.one_of(st.none(), st.integers(50, 110).map(lambda kilograms: kilograms * 1000)),
)
logs = st.lists(sets, max_size=30).map(lambda found: sorted(found, key=lambda one: one.session_id))
yardsticks = st.sampled_from(Measure).map(Yardstick)


@given(logs, yardsticks)
def test_the_same_log_done_again_sets_no_record(log: list[SetFact], yardstick: Yardstick) -> None:
    bests = Bests()
    session_records(bests, log, yardstick)
    assert session_records(bests, log, yardstick) == []


@given(logs, yardsticks, st.randoms(use_true_random=False))
def test_the_bests_of_the_past_do_not_depend_on_its_order(log, yardstick, random) -> None:  # type: ignore[no-untyped-def]
    one, other = Bests(), Bests()
    session_records(one, log, yardstick)
    random.shuffle(log)
    session_records(other, log, yardstick)
    assert one == other


@given(logs, yardsticks)
def test_records_of_a_kind_only_rise(log: list[SetFact], yardstick: Yardstick) -> None:
    heaviest = [r.fact for r in records(log, yardstick) if {K.LOAD, K.HELP} & set(r.kinds)]
    assert all(yardstick.grams(a) < yardstick.grams(b) for a, b in pairwise(heaviest))
