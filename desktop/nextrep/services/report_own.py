"""What a person asked for in a check-in besides the usual, for a report: only where they ticked it."""

from __future__ import annotations

from nextrep.domain.day_summary import Noted, is_amount, noted
from nextrep.domain.day_topics import YES_NO, Topic, amount_text, topic_title
from nextrep.domain.figures import number
from nextrep.domain.measures import Measure, value_words
from nextrep.domain.series import DAYS_FOR_LEVEL, MIN_FOR_LEVEL, first_and_last
from nextrep.domain.text import tr, tr_n
from nextrep.reports.content import DayFact, OwnMeasure, TypicalRow
from nextrep.reports.level_words import level_text
from nextrep.services import day_context, measures, trends
from nextrep.storage.store import Store


def own_measures(store: Store, first: int, last: int) -> tuple[OwnMeasure, ...]:
    """Return the person's own measures that have a value in the period (date ordinals).

    One that they no longer ask is left out, and so is one without values.
    """
    rows = []
    for question in measures.questions(store):
        measure = question.measure
        if not measure.own:
            continue
        series = trends.rating_series(store, measure.key, first, last)
        if series.points:
            ends = first_and_last(series.points)
            row = TypicalRow(measure.title, "", "", *ends)
            said = level_text(row, row.first, 2 * DAYS_FOR_LEVEL), level_text(row, row.last, MIN_FOR_LEVEL)
            direction = str(measure.direction or "")
            rows.append(OwnMeasure(measure.title, _scale(measure), direction, str(len(series.points)), *said))
    return tuple(rows)


def _scale(measure: Measure) -> str:
    """Return for example "0 to 8 cups"."""
    span = tr("{low} to {high}", low=value_words(measure.least), high=value_words(measure.most))
    return tr("{span} {unit}", span=span, unit=measure.unit) if measure.unit else span


def day_facts(store: Store, first: int, last: int) -> tuple[DayFact, ...]:
    """Return what was noted about days of the period (date ordinals), of the topics that are asked for.

    Body weight is never among it.
    """
    chosen = day_context.topics(store) - {Topic.BODY_WEIGHT}
    return tuple(
        DayFact(_what(one), str(one.days), _how_much(one))
        for one in noted(store.contexts.between(first, last), chosen)
    )


def _what(one: Noted) -> str:
    if one.topic is Topic.TAGS:
        return one.word
    if one.topic is Topic.PAIN:
        return tr("Pain: {place}", place=one.word)
    return topic_title(one.topic)


def _how_much(one: Noted) -> str:
    if one.topic in YES_NO or one.middle is None or one.most is None:
        if one.topic is Topic.TAGS:
            return ""
        return tr_n("of {n} day with an answer", "of {n} days with an answer", one.answered)
    if is_amount(one.topic):
        middle, most = amount_text(one.topic, round(one.middle)), amount_text(one.topic, one.most)
        return tr("median {middle}, up to {most}", middle=middle, most=most)
    return tr("median {middle}, up to {most} of 10", middle=number(one.middle), most=one.most)
