"""The recovery key: how it is written, and how a slip in typing it is said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.recovery_key import SIGNS, RecoveryKey, new_recovery_key, read_recovery_key

KEYS = st.text(SIGNS, min_size=28, max_size=28).map(RecoveryKey)


def test_it_has_no_signs_that_are_read_for_one_another() -> None:
    key = new_recovery_key()
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{5}-){6}[A-HJ-NP-Z2-9]{5}", key.text)
    assert key.text != new_recovery_key().text
    assert key.signs not in repr(key)
    assert key.text not in repr(key)


@given(KEYS)
def test_it_is_read_however_it_is_typed(key: RecoveryKey) -> None:
    for typed in (
        key.text,
        key.text.lower(),
        key.text.replace("-", ""),
        f"  {key.text.replace('-', ' – ')}\n",
    ):
        assert read_recovery_key(typed) == key


@given(KEYS, st.integers(0, 34), st.sampled_from(SIGNS))
def test_a_wrong_sign_is_found_by_its_group(key: RecoveryKey, place: int, sign: str) -> None:
    signs = key.text.replace("-", "")
    if signs[place] == sign:
        return
    with pytest.raises(UserError, match=f"group {place // 5 + 1},") as caught:
        read_recovery_key(signs[:place] + sign + signs[place + 1 :])
    assert caught.value.field == "recovery"


@given(KEYS, st.integers(0, 6), st.permutations(range(5)))
def test_two_signs_that_changed_places_are_found(key: RecoveryKey, group: int, order: list[int]) -> None:
    one, two = order[:2]
    signs = list(key.text.replace("-", ""))
    first, second = group * 5 + one, group * 5 + two
    if signs[first] == signs[second]:
        return
    signs[first], signs[second] = signs[second], signs[first]
    with pytest.raises(UserError, match=f"group {group + 1},"):
        read_recovery_key("".join(signs))


@given(KEYS, st.integers(0, 5))
def test_groups_that_changed_places_are_found(key: RecoveryKey, place: int) -> None:
    groups = key.text.split("-")
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    with pytest.raises(UserError, match=f"group {place + 1},"):
        read_recovery_key("-".join(groups))


@given(st.text(max_size=60))
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(UserError):
        read_recovery_key(text)


def test_what_is_wrong_is_said() -> None:
    with pytest.raises(UserError, match="“O” is in no recovery key"):
        read_recovery_key("OBCDE")
    with pytest.raises(UserError, match="35 letters and digits, and here are 5"):
        read_recovery_key("ABCDE")
