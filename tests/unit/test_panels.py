"""Views of Trends: checked, kept as text, and read again from whatever stands there."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.panel_data import views_from_text, views_to_text
from nextrep.domain.panels import (
    MOST_PANELS,
    Panel,
    PanelKind,
    PanelSize,
    PanelView,
    SleepFigure,
    built_in_views,
    checked_view,
    view_title,
)

MOOD = Panel(PanelKind.RATING, "mood", PanelSize.LARGE)


def test_the_four_views_are_there_and_keep_to_their_own_rules() -> None:
    found = built_in_views()
    assert [view_title(view) for view in found] == ["Overview", "Strength", "Sleep", "For my clinician"]
    for view in found:
        assert checked_view(view, found) == view


def test_views_come_back_as_they_were_kept() -> None:
    own = PanelView("own_1", "Evenings", (MOOD, Panel(PanelKind.SLEEP, str(SleepFigure.SOL))))
    kept = (*built_in_views()[::-1], own)
    assert views_from_text(views_to_text(kept)) == kept
    assert views_to_text(built_in_views()) == ""


def test_what_a_later_program_or_a_damaged_text_holds_is_left_out() -> None:
    later = [
        {"key": "own_1", "title": "Mine", "panels": [{"kind": "weather"}, {"kind": "rating", "of": "mood"}]},
        {"key": "own_2", "title": "Empty", "panels": [{"kind": "weather"}]},
        {"key": "own_3", "panels": 7},
        "no view",
    ]
    found = views_from_text(json.dumps(later))
    assert found[0] == PanelView("own_1", "Mine", (Panel(PanelKind.RATING, "mood"),))
    assert found[1:] == built_in_views()


@given(st.one_of(st.text(), st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps)))
def test_no_text_breaks_it(text: str) -> None:
    assert {view.key for view in built_in_views()} <= {view.key for view in views_from_text(text)}


@pytest.mark.parametrize(
    ("view", "field"),
    [
        (PanelView("own_1", "  ", (MOOD,)), "title"),
        (PanelView("own_1", "x" * 41, (MOOD,)), "title"),
        (PanelView("own_1", "sleep", (MOOD,)), "title"),
        (PanelView("own_1", "Mine", ()), "panels"),
        (PanelView("own_1", "Mine", (MOOD, Panel(PanelKind.RATING, "mood"))), "panels"),
        (
            PanelView(
                "own_1", "Mine", tuple(Panel(PanelKind.VOLUME, str(n)) for n in range(MOST_PANELS + 1))
            ),
            "panels",
        ),
    ],
)
def test_a_view_that_cannot_be_kept_says_where_it_is_wrong(view: PanelView, field: str) -> None:
    with pytest.raises(UserError) as caught:
        checked_view(view, built_in_views())
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("kind", "of"),
    [("sleep", "dreams"), ("score", "x"), ("muscle_sets", "ears"), ("day", "tags"), ("day", "")],
)
def test_a_subject_that_this_program_does_not_know_is_left_out(kind: str, of: str) -> None:
    row = {"key": "own_1", "title": "Mine", "panels": [{"kind": kind, "of": of}, {"kind": "focus"}]}
    assert views_from_text(json.dumps([row]))[0].panels == (Panel(PanelKind.FOCUS),)
