"""Which panels Trends offers."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.exercise_words import pattern_title
from nextrep.domain.exercises import MuscleGroup, Pattern, group_title
from nextrep.domain.instruments import InstrumentKey, instrument
from nextrep.domain.panels import Panel, PanelKind, SleepFigure
from nextrep.domain.text import tr
from nextrep.services import measures, trends
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class PanelChoice:
    """A panel that can be chosen, with the heading that it stands under."""

    panel: Panel
    heading: str
    title: str


def choices(store: Store, first: int, last: int) -> tuple[PanelChoice, ...]:
    """Return all panels that can be chosen, by heading; the exercises are those of the days given."""
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
    return tuple(found)


def sleep_title(figure: SleepFigure) -> str:
    """Return the name of a figure of the night."""
    return {
        SleepFigure.TST: tr("Time asleep"),
        SleepFigure.SE: tr("Sleep efficiency"),
        SleepFigure.SOL: tr("Time to fall asleep"),
        SleepFigure.WASO: tr("Time awake in the night"),
        SleepFigure.QUALITY: tr("Sleep quality"),
    }[figure]
