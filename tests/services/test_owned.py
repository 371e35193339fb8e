"""What the person has to lift with, kept with the profile."""

from __future__ import annotations

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Bar, Owned
from nextrep.domain.owned_words import presets
from nextrep.domain.plates import Pieces
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import catalog, owned
from nextrep.settings.table import OWNED
from nextrep.storage.store import Store


def test_nothing_is_said_at_first_and_the_usual_steps_count(store: Store) -> None:
    assert owned.read(store) == Owned()
    assert owned.loads(store) == Loads()


def test_what_is_kept_decides_the_next_load_and_can_be_taken_back(store: Store) -> None:
    curl = catalog.by_key("dumbbell_curl")
    ten = load_of(10, Unit.KG)
    assert owned.loads(store).above(curl, ten) == load_of(12, Unit.KG)
    kept = owned.save(store, Owned(dumbbells=(ten, load_of(15, Unit.KG))))
    assert kept.changes.settings
    assert kept.label == "What I have to lift with"
    assert owned.loads(store).above(curl, ten) == load_of(15, Unit.KG)
    assert kept.undo is not None
    undone = kept.undo()
    assert owned.read(store) == Owned()
    assert undone.undo is not None
    undone.undo()
    assert owned.read(store) == kept.value


def test_the_same_again_is_no_step(store: Store) -> None:
    gym = presets()[2].owned
    assert owned.save(store, gym).undo is not None
    assert owned.save(store, gym).undo is None


def test_a_bad_number_changes_nothing(store: Store) -> None:
    good = Owned(bars=(Bar(Equipment.BARBELL, load_of(20, Unit.KG)),))
    owned.save(store, good)
    with pytest.raises(UserError) as caught:
        owned.save(store, Owned(plates=(Pieces(load_of(20, Unit.KG), 1_000),)))
    assert caught.value.field == "plates"
    odd = tuple(Pieces(Load(1_000 + 2**power, Unit.KG), 98) for power in range(16))
    with pytest.raises(UserError, match="too many"):
        owned.save(store, Owned(plates=odd))
    assert owned.read(store) == good


@pytest.mark.parametrize("text", ["{", "[]", '{"plates": 3}', '{"bands": [1]}', "7"])
def test_a_kept_text_that_cannot_be_read_means_the_usual_steps(store: Store, text: str) -> None:
    with store.transaction():
        store.settings.put(OWNED, text)
    assert owned.loads(store) == Loads()


def test_sums_are_worked_out_once_for_each_answer(store: Store) -> None:
    owned.save(store, presets()[2].owned)
    assert owned.loads(store) is owned.loads(store)
