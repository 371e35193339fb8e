"""An installed program says what it was built from; a checkout, or a file that is not whole, says nothing."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from nextrep.resources.build_info import FILE, build_commit, build_day


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"commit": "12ab34cd56", "at": 1}', "12ab34cd56"), ("{", ""), ("[]", ""), ('{"commit": 7}', "")],
)
def test_the_commit_is_read_where_the_frozen_program_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert build_commit() == said


def test_a_checkout_says_nothing() -> None:
    assert build_commit() == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('{"commit": "12ab34cd56", "at": 1764288000}', date(2025, 11, 28)),
        ('{"at": true}', None),
        ('{"at": "1"}', None),
        ('{"at": 9999999999999999999999}', None),
        ("{", None),
    ],
)
def test_the_day_of_the_build_is_that_of_its_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, day: date | None
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / FILE).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert build_day() == day
