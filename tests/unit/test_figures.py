"""What a build says of itself, beside the limits."""

from __future__ import annotations

import pytest

from tools.shipping import figures


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
