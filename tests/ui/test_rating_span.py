"""Scales of any length: keys stay within the ends, and figures are read as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.measures import Measure
from nextrep.ui.widgets.rating_span import Span, TypedFigure
from nextrep.ui.widgets.rating_track import shown_value

ENDS = st.tuples(st.integers(-2000, 2000), st.integers(1, 5000))


def _span(low: int, width: int) -> Span:
    return Span.of(Measure("own_1", "x", low, low + width))


@given(ENDS, st.integers(0, 50_000), st.sampled_from((-1, 1)), st.floats(-1, 2))
def test_steps_and_presses_stay_within_the_ends(
    ends: tuple[int, int], place: int, way: int, share: float
) -> None:
    span = _span(*ends)
    value = min(span.most, span.least + place)
    for step in (span.step, span.page):
        stepped = span.stepped(value, way * step)
        assert span.least <= stepped <= span.most
        assert stepped == value or (stepped > value) == (way > 0)
    for found in (span.nearest(share), span.middle):
        assert span.least <= found <= span.most
    assert span.nearest(0) == span.least
    assert span.nearest(1) == span.most


@given(ENDS, st.integers(0, 50_000))
def test_every_value_can_be_typed(ends: tuple[int, int], place: int) -> None:
    span = _span(*ends)
    value = min(span.most, span.least + place)
    figure = TypedFigure(span)
    typed = [figure.add(sign) for sign in shown_value(value)] if not span.ten else [value]
    assert typed[-1] == value


@pytest.mark.parametrize(
    ("keys", "values"),
    [
        ("15", [10, 150]),
        ("157", [10, 150, 70]),
        ("3.5", [30, 30, 35]),
        ("3,5", [30, 30, 35]),
        ("3.57", [30, 30, 35, 70]),
        ("99", [90, 90]),
    ],
)
def test_figures_one_after_the_other(keys: str, values: list[int | None]) -> None:
    figure = TypedFigure(_span(0, 20))
    assert [figure.add(key) for key in keys] == values


def test_one_digit_answers_on_the_scale_of_ten() -> None:
    figure = TypedFigure(Span())
    assert [figure.add(key) for key in "10"] == [10, 0]
    assert not figure.takes(".")
    assert not TypedFigure(_span(0, 20)).takes("-")
    assert TypedFigure(_span(-5, 20)).takes("-")
