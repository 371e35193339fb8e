"""Which panels Trends offers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nextrep.domain.day_topics import YES_NO, Topic, topic_title
from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import MuscleGroup, Pattern, group_title
from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.panels import DAY_TOPICS, Panel, PanelKind, SleepFigure
from nextrep.domain.text import tr
from nextrep.services import catalog, day_context, measures, trends
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """A panel that can be chosen, with the heading that it stands under."""

    panel: Panel
    heading: str
    title: str


def choices(store: Store, first: int, last: int, kept: Iterable[Panel] = ()) -> tuple[PanelChoice, ...]:
    """Return all panels that can be chosen, by heading; the exercises are those of the days given.

    Args:
        store: where it is.
        first: date ordinal.
        last: date ordinal.
        kept: panels of a view; those that these days would not offer stand last, so that they have a name.
    """
    kind, training, day = PanelKind, tr("Training"), tr("How you were")
    found = [
        PanelChoice(Panel(kind.E1RM), tr("Strength"), tr("Estimated 1RM, most trained exercise")),
        PanelChoice(Panel(kind.BEST_SET), tr("Strength"), tr("Best set, most trained exercise")),
        PanelChoice(Panel(kind.VOLUME), tr("Strength"), tr("Volume, all exercises")),
    ]
    for one in trends.strength_choices(store, first, last):
        name, number = one.exercise.name, str(one.exercise_id)
        found += [
            PanelChoice(Panel(kind.E1RM, number), tr("Strength"), tr("Estimated 1RM, {name}", name=name)),
            PanelChoice(Panel(kind.BEST_SET, number), tr("Strength"), tr("Best set, {name}", name=name)),
            PanelChoice(Panel(kind.VOLUME, number), tr("Strength"), tr("Volume, {name}", name=name)),
        ]
    found += [
        PanelChoice(
            Panel(kind.VOLUME, str(one)), tr("Strength"), tr("Volume, {name}", name=pattern_title(one))
        )
        for one in Pattern
    ]
    found += [
        PanelChoice(Panel(kind.SESSIONS), training, tr("Sessions done and planned")),
        PanelChoice(Panel(kind.LOAD), training, tr("Effort × minutes")),
        PanelChoice(Panel(kind.FOCUS), training, tr("Focus")),
        PanelChoice(Panel(kind.AROUND), training, tr("Before and after a session")),
    ]
    found += [
        PanelChoice(
            Panel(kind.MUSCLE_SETS, str(group)),
            training,
            tr("Weekly sets, {group}", group=group_title(group)),
        )
        for group in MuscleGroup
    ]
    found += [
        PanelChoice(Panel(kind.RATING, one.key), day, one.title) for one in measures.known(store).values()
    ]
    found += [PanelChoice(Panel(kind.SLEEP, str(one)), tr("Sleep"), sleep_title(one)) for one in SleepFigure]
    found += [
        PanelChoice(Panel(kind.SCORE, str(key)), tr("Questionnaires"), instrument(key).title)
        for key in InstrumentKey
    ]
    asked = day_context.topics(store)
    found += [
        PanelChoice(Panel(kind.DAY, str(topic)), tr("About the day"), day_title(topic))
        for topic in DAY_TOPICS
        if topic in asked
    ]
    offered = {one.panel.key for one in found}
    found += [
        PanelChoice(panel, tr("In this view"), _title_of(store, panel))
        for panel in kept
        if panel.key not in offered
    ]
    return tuple(found)


def _title_of(store: Store, panel: Panel) -> str:
    """Return the name of a panel that is not offered: another exercise, a topic or measure put away."""
    if panel.kind is PanelKind.DAY:
        return day_title(Topic(panel.of))
    of_exercise = {
        PanelKind.E1RM: tr("Estimated 1RM"),
        PanelKind.BEST_SET: tr("Best set"),
        PanelKind.VOLUME: tr("Volume"),
    }
    what, known = of_exercise.get(panel.kind), catalog.exercises_in_use(store)
    if what is not None and panel.of.isdigit() and int(panel.of) in known:
        return tr("{what}, {name}", what=what, name=known[int(panel.of)].name)
    return tr("Something that is no longer there")


def day_title(topic: Topic) -> str:
    """Return the name of what is drawn of a topic of the day."""
    title = topic_title(topic)
    return tr("{topic}, days a week", topic=title) if topic in YES_NO else title


def sleep_title(figure: SleepFigure) -> str:
    """Return the name of a figure of the night."""
    return {
        SleepFigure.TST: tr("Time asleep"),
        SleepFigure.SE: tr("Sleep efficiency"),
        SleepFigure.SOL: tr("Time to fall asleep"),
        SleepFigure.WASO: tr("Time awake in the night"),
        SleepFigure.QUALITY: tr("Sleep quality"),
    }[figure]
