"""What a build says of itself, beside the limits."""

from __future__ import annotations

import pytest

from tools.shipping import figures
from tools.shipping.start_time import is_steady


def test_a_figure_within_its_limit_says_what_is_to_spare() -> None:
    assert (
        figures.beside("installed", 182.7, 185, "MB")
        == "  installed: 182.7 MB of 185 MB: ok, 2.3 MB to spare"
    )
    assert figures.beside("installed", 186, 185, "MB") == "  installed: 186.0 MB of 185 MB: TOO MUCH"


@pytest.mark.parametrize(
    ("installed", "verdict"), [(520, "1.13 × of 1.15 ×: ok"), (560, "1.22 × of 1.15 ×: TOO MUCH")]
)
def test_the_start_is_told_as_a_ratio(
    capsys: pytest.CaptureFixture[str], installed: float, verdict: str
) -> None:
    figures.report_start(installed, 460)
    assert f"first window: {installed} ms, from the checkout 460 ms: {verdict}" in capsys.readouterr().out


def test_times_of_a_busy_machine_are_no_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    assert is_steady([500, 510, 505, 520, 498, 900])
    assert not is_steady([327, 760, 597, 825, 636, 453, 1404])
    figures.report_start(560, 460, steady=False)
    assert "TOO MUCH, but this machine was busy" in capsys.readouterr().out
