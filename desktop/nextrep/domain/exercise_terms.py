"""The words by which people look for exercises, beside their names."""

from __future__ import annotations

from collections.abc import Iterable

from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercise_words import muscle_title, pattern_title
from nextrep.domain.exercises import (
    GROUP_OF,
    Equipment,
    Exercise,
    Level,
    Measure,
    Muscle,
    MuscleGroup,
    Pattern,
    fold,
    group_title,
)

_LEGS = frozenset({MuscleGroup.QUADS, MuscleGroup.HAMSTRINGS, MuscleGroup.GLUTES, MuscleGroup.CALVES})

# What people type; English, like the library's names. Titles in the person's language come on top.
_PATTERNS: dict[Pattern, str] = {
    Pattern.HORIZONTAL_PRESS: "push",
    Pattern.VERTICAL_PRESS: "push overhead",
    Pattern.HORIZONTAL_PULL: "pull row",
    Pattern.VERTICAL_PULL: "pull",
    Pattern.POWER: "power jump explosive plyometric",
    Pattern.CORE: "core",
    Pattern.ISOLATION: "isolation",
}
_MUSCLES: dict[Muscle, str] = {
    Muscle.ABDOMINALS: "abs core stomach belly",
    Muscle.ABDUCTORS: "hip abductors",
    Muscle.ADDUCTORS: "groin adductors",
    Muscle.BICEPS: "bis bicep",
    Muscle.CALVES: "calf",
    Muscle.CHEST: "pecs pectorals",
    Muscle.FOREARMS: "grip wrist",
    Muscle.GLUTES: "butt bum hips",
    Muscle.HAMSTRINGS: "hams",
    Muscle.LATS: "latissimus",
    Muscle.LOWER_BACK: "erectors spine",
    Muscle.MIDDLE_BACK: "rhomboids",
    Muscle.QUADRICEPS: "thighs",
    Muscle.SHOULDERS: "delts deltoids",
    Muscle.TRAPS: "trapezius",
    Muscle.TRICEPS: "tris tricep",
}
_EQUIPMENT: dict[Equipment, str] = {
    Equipment.BAND: "bands resistance",
    Equipment.BACKPACK: "rucksack",
    Equipment.DUMBBELL: "db",
    Equipment.KETTLEBELL: "kb",
    Equipment.BARBELL: "bb",
    Equipment.TRAP_BAR: "hex",
    Equipment.SUSPENSION: "trx rings straps",
    Equipment.CABLE: "pulley",
}
_LEVELS: dict[Level, str] = {
    Level.BEGINNER: "beginner easy",
    Level.INTERMEDIATE: "intermediate",
    Level.EXPERT: "expert advanced hard",
}


def muscle_terms(exercise: Exercise) -> frozenset[str]:
    """Return the words for the muscles that do the main work."""
    return _split(_muscle_words(exercise.primary))


def main_terms(exercise: Exercise) -> frozenset[str]:
    """Return the words for what an exercise is besides: movement, equipment, measure, level."""
    words = [pattern_title(exercise.pattern), exercise.pattern, _PATTERNS.get(exercise.pattern, "")]
    words += [f"{equipment_title(item)} {item} {_EQUIPMENT.get(item, '')}" for item in exercise.equipment]
    if not exercise.equipment:
        words.append("no equipment bodyweight bw nothing")
    if exercise.measure is Measure.TIMED:
        words.append("timed hold time seconds")
    if exercise.unilateral:
        words.append("unilateral single one side")
    words.append(_LEVELS[exercise.level])
    return _split(words)


def helping_terms(exercise: Exercise) -> frozenset[str]:
    """Return the words for the muscles that help."""
    return _split(_muscle_words(exercise.secondary))


ABBREVIATIONS: dict[str, str] = {
    "bp": "bench press",
    "bss": "bulgarian split squat",
    "cgbp": "close grip bench press",
    "dl": "deadlift",
    "ghr": "glute ham raise",
    "ohp": "overhead press",
    "sldl": "stiff leg deadlift",
}
"""Usual short forms of whole names that no exercise has as another name."""


def _muscle_words(muscles: Iterable[Muscle]) -> list[str]:
    words: list[str] = []
    for muscle in muscles:
        group = GROUP_OF[muscle]
        words += [muscle, muscle_title(muscle), _MUSCLES.get(muscle, ""), group, group_title(group)]
        words.append("legs" if group in _LEGS else "")
    return words


def _split(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in fold(text).split())
