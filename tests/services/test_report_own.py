"""Own measures and what was noted about days: in a report only where they were ticked, and never weight."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from nextrep.domain.day_topics import Topic
from nextrep.domain.journal import Direction
from nextrep.domain.measures import Measure
from nextrep.domain.report_sections import ReportPreset, ReportSection, sections_of
from nextrep.domain.units import Load, Unit
from nextrep.reports.content import DayFact, OwnMeasure, ReportContent
from nextrep.services import day_context, journal, measures, report
from nextrep.storage.store import Store

OWN = frozenset({ReportSection.MEASURES, ReportSection.DAYS})


@pytest.fixture
def day(now: datetime) -> int:
    return now.date().toordinal()


def _content(store: Store, now: datetime, sections: frozenset[ReportSection] = OWN) -> ReportContent:
    choice = replace(report.default_choice(store, now.date()), sections=sections)
    return report.content(store, choice, now.date())


def test_an_own_measure_has_its_scale_its_days_and_its_levels(store: Store, day: int, now: datetime) -> None:
    tea = measures.add(store, Measure("", "Tea", 0, 20, unit="cups"), now).value
    calm = measures.add(store, Measure("", "Calm", direction=Direction.HIGHER_IS_BETTER), now).value
    gone = measures.add(store, Measure("", "Old idea"), now).value
    for back in range(30):
        journal.check_in(store, day - back, {tea.key: 10 * (3 if back < 14 else 5), gone.key: 50}, now)
    journal.rate(store, day, {calm.key: 65}, now)
    measures.remove(store, gone.key)
    found = _content(store, now).own_measures
    assert found[0] == OwnMeasure("Tea", "0 to 20 cups", "", "30", "5 (5–5)", "3 (3–3)")
    assert (found[1].title, found[1].scale) == ("Calm", "0 to 10")
    assert (found[1].direction, found[1].days) == ("higher is better", "1")
    assert "fewer than 7 days" in found[1].last
    assert len(found) == 2


def test_what_was_noted_about_days_is_counted_in_words(store: Store, day: int, now: datetime) -> None:
    day_context.set_tag(store, day, "sea", on=True, now=now)
    day_context.set_fact(store, day, Topic.ILL, 1, now)
    day_context.set_fact(store, day - 1, Topic.ILL, 0, now)
    day_context.set_fact(store, day, Topic.OUTDOORS, 45, now)
    day_context.set_pain(store, day, "Knee", 4, now)
    assert _content(store, now).day_facts == (
        DayFact("sea", "1", ""),
        DayFact("Outdoors", "1", "median 45 min, up to 45 min"),
        DayFact("Ill", "1", "of 2 days with an answer"),
        DayFact("Pain: Knee", "1", "median 4, up to 4 of 10"),
    )


def test_what_is_no_longer_asked_for_and_body_weight_stay_out(store: Store, day: int, now: datetime) -> None:
    day_context.choose(store, [Topic.ALCOHOL, Topic.BODY_WEIGHT])
    day_context.set_fact(store, day, Topic.ALCOHOL, 3, now)
    day_context.set_weight(store, day, Load(81_234, Unit.KG), now)
    assert [one.what for one in _content(store, now).day_facts] == ["Alcohol"]
    day_context.choose(store, [Topic.BODY_WEIGHT])
    content = _content(store, now, frozenset(ReportSection))
    assert content.day_facts == ()
    assert "81" not in repr(content)


@pytest.mark.parametrize("preset", [ReportPreset.GP, ReportPreset.THERAPIST, ReportPreset.TRAINER])
def test_nobody_else_gets_them_unasked(store: Store, day: int, now: datetime, preset: ReportPreset) -> None:
    tea = measures.add(store, Measure("", "Private thing"), now).value
    journal.check_in(store, day, {tea.key: 50}, now)
    day_context.set_tag(store, day, "secret place", on=True, now=now)
    said = repr(_content(store, now, sections_of(preset)))
    assert "Private thing" not in said
    assert "secret place" not in said
