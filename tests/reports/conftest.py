"""Fixtures of the papers."""

from collections.abc import Iterator

import pytest

from nextrep.reports import system_fonts


@pytest.fixture(autouse=True)
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pages are the same on every computer: only our own typeface is there."""
    system_fonts.forget()
    monkeypatch.setattr(system_fonts, "folders", tuple)
    yield
    system_fonts.forget()
