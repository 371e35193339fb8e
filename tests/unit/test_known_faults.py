"""Faults that were found in other programs (their trackers and sources are named), shown not to be here."""

from __future__ import annotations

import pytest

from nextrep.domain.e1rm import Formula, e1rm
from nextrep.domain.exercises import Measure
from nextrep.domain.record_words import done_text
from nextrep.domain.records import RecordKind, records
from nextrep.domain.strength import SetFact, Yardstick, volume_grams
from nextrep.domain.units import Unit, parse_load

K = RecordKind


def fact(session: int, grams: int | None, reps: int | None, seconds: int | None = None) -> SetFact:
    return SetFact(day=session, session_id=session, grams=grams, reps=reps, seconds=seconds)


def kinds(*facts: SetFact, measure: Measure = Measure.LOADED) -> list[tuple[int, RecordKind]]:
    return [(record.fact.session_id, record.kind) for record in records(facts, Yardstick(measure))]


def grams(text: str) -> int:
    load = parse_load(text, Unit.KG)
    assert load is not None
    return load.grams


class TestRecordsAndMaxima:
    def test_epley_is_not_called_lombardi(self) -> None:
        """workout.cool divides by 30 and calls it Lombardi."""
        assert e1rm(100_000, 10, None, Formula.EPLEY) == pytest.approx(133_333, abs=1)
        assert e1rm(100_000, 10, None, Formula.LOMBARDI) == pytest.approx(125_893, abs=1)

    @pytest.mark.parametrize("formula", Formula)
    @pytest.mark.parametrize("reps", [13, 36, 37, 38, 40, 60, 1000])
    def test_no_maximum_below_zero_or_beyond_the_formulas(self, formula: Formula, reps: int) -> None:
        """wger guards 37 reps alone, so 38 give less than nothing; LiftLog gives one for any number."""
        assert e1rm(100_000, reps, None, formula) is None

    @pytest.mark.parametrize("formula", Formula)
    def test_a_single_is_itself(self, formula: Formula) -> None:
        """LiftLog shows a single of 100 kg as 103.3."""
        assert e1rm(100_000, 1, None, formula) == 100_000

    def test_seconds_are_not_reps(self) -> None:
        """wger takes 60 seconds for 60 reps."""
        assert kinds(fact(1, None, 12), fact(2, None, None, 60)) == []
        assert kinds(fact(1, None, None, 60), fact(2, None, 12)) == []
        assert Yardstick().estimate(fact(1, 20_000, None, 10)) is None

    def test_pounds_and_kilograms_are_not_mixed(self) -> None:
        """wger and workout.cool compare the bare numbers: 135 lb would beat 100 kg."""
        assert kinds(fact(1, grams("100 kg"), 5), fact(2, grams("135 lb"), 5)) == []
        assert kinds(fact(1, grams("60 kg"), 5), fact(2, grams("135 lb"), 5)) == [(2, K.LOAD)]
        assert kinds(fact(1, grams("135 lb"), 5), fact(2, grams("61.23 kg"), 5)) == []

    def test_the_first_log_is_no_record(self) -> None:
        """wger: the first log always is one."""
        assert kinds(fact(1, 100_000, 5), fact(1, 110_000, 5)) == []

    def test_a_mended_set_mends_the_records(self) -> None:
        """wger counts its statistics anew after a correction, but leaves the award."""
        typo, mended = fact(2, 200_000, 5), fact(2, 20_000, 5)
        after = (fact(3, 55_000, 5),)
        assert kinds(fact(1, 50_000, 5), typo, *after) == [(2, K.LOAD)]
        assert kinds(fact(1, 50_000, 5), mended, *after) == [(3, K.LOAD)]

    def test_more_help_is_no_record(self) -> None:
        """openGym#232: heavier help on an assistance machine counted as one."""
        assert kinds(fact(1, -20_000, 8), fact(2, -35_000, 8), measure=Measure.ASSISTED) == []
        assert kinds(fact(1, 20_000, 8), fact(2, 35_000, 8), measure=Measure.ASSISTED) == []

    def test_a_bodyweight_record_shows_its_reps_and_its_load(self) -> None:
        """GymMane#104 shows it as 0, Phoenix#684 without its load."""
        bare, added = records(
            [fact(1, None, 8), fact(2, None, 10), fact(3, 5_000, 6)], Yardstick(Measure.BODYWEIGHT)
        )
        assert done_text(bare.fact, Unit.KG) == "10 reps"
        assert done_text(added.fact, Unit.KG) == "5 kg × 6"

    def test_the_same_set_again_is_counted_once(self) -> None:
        """ryot#1028: the same set repeated is a record each time."""
        again = [fact(2, 110_000, 5)] * 3
        assert kinds(fact(1, 100_000, 5), *again) == [(2, K.LOAD)]

    def test_a_pair_of_dumbbells_is_not_doubled(self) -> None:
        """Liftosaur (2026-07-13) counted both, and with it doubled what was logged before."""
        assert volume_grams(20_000, 10) == 200_000
