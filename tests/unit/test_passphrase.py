"""Passphrases: which can lock a profile, and how long a wrong one makes wait."""

from datetime import UTC, datetime, timedelta

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.passphrase import checked_passphrase
from nextrep.domain.unlock_waiting import WrongTries, seconds_left, wait_after

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "words"), [("", "at least 8"), ("1234567", "at least 8"), ("a" * 1001, "at most 1000"),
                        ("tab\tin between", "invisible"), ("line\nline line", "invisible")],
)  # fmt: skip
def test_what_cannot_lock_a_profile_is_said(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        checked_passphrase(text)
    assert caught.value.field == "passphrase"


def test_anything_that_can_be_typed_does() -> None:
    for text in ("12345678", "Vier einfache Wörter", "🐢 slowly slowly", "密码短语长一点点吧"):
        assert checked_passphrase(text) == text
    assert checked_passphrase("cafe\u0301 au lait") == "café au lait"


def test_waiting_grows_to_half_a_minute() -> None:
    assert [wait_after(count) for count in range(10)] == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30]
    assert wait_after(10**6) == 30


def test_a_clock_that_was_set_makes_nobody_wait_longer() -> None:
    tries = WrongTries(5, NOW)
    assert seconds_left(tries, NOW + timedelta(seconds=1)) == 3
    assert seconds_left(tries, NOW + timedelta(days=1)) == 0
    assert seconds_left(tries, NOW - timedelta(days=1)) == 4
    assert seconds_left(WrongTries(), NOW) == 0
