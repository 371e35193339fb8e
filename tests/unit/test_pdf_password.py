"""Which passwords lock a PDF so that all programs take them alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.pdf_password import MOST_BYTES, checked_password


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "empty"),
        ("a" * 128, "too long"),
        ("é" * 64, "too long"),
        ("two\nlines", "invisible"),
        ("zero\u200bwidth", "invisible"),
        ("\ufb01sh", "differently"),
        ("hard\u00a0space", "differently"),
    ],
)
def test_what_programs_would_not_agree_on_is_refused(password: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as caught:
        checked_password(password)
    assert caught.value.field == "password"


def test_an_accent_typed_apart_is_put_together() -> None:
    assert checked_password("e\u0301t\u00e9") == "\u00e9t\u00e9"
    assert checked_password(" two words ") == " two words "


@given(st.text(max_size=200))
def test_whatever_is_taken_fits_and_is_taken_again(password: str) -> None:
    try:
        taken = checked_password(password)
    except UserError:
        return
    assert 0 < len(taken.encode()) <= MOST_BYTES
    assert checked_password(taken) == taken
