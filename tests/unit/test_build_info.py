"""An installed program says what it was built from; a checkout, or a file that is not whole, says nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nextrep.resources.build_info import FILE, build_commit


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
