"""Exercises in words: movements, muscles, measures, and what each muscle's work feels like."""

from __future__ import annotations

from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import Exercise, Measure, Muscle, Pattern, group_title
from nextrep.domain.text import tr


def pattern_title(pattern: Pattern) -> str:
    """Return a movement as people read it."""
    return {
        Pattern.SQUAT: tr("Squat"),
        Pattern.HINGE: tr("Hip hinge"),
        Pattern.LUNGE: tr("Lunge"),
        Pattern.HORIZONTAL_PRESS: tr("Press forwards"),
        Pattern.VERTICAL_PRESS: tr("Press overhead"),
        Pattern.HORIZONTAL_PULL: tr("Row"),
        Pattern.VERTICAL_PULL: tr("Pull down or up"),
        Pattern.CARRY: tr("Carry"),
        Pattern.CORE: tr("Core"),
        Pattern.ISOLATION: tr("Single muscle"),
        Pattern.POWER: tr("Jump, throw or swing"),
    }[pattern]


def muscle_title(muscle: Muscle) -> str:
    """Return a muscle as people read it."""
    return {
        Muscle.ABDOMINALS: tr("Abdominals"),
        Muscle.ABDUCTORS: tr("Outer hips"),
        Muscle.ADDUCTORS: tr("Inner thighs"),
        Muscle.BICEPS: tr("Biceps"),
        Muscle.CALVES: tr("Calves"),
        Muscle.CHEST: tr("Chest"),
        Muscle.FOREARMS: tr("Forearms"),
        Muscle.GLUTES: tr("Glutes"),
        Muscle.HAMSTRINGS: tr("Hamstrings"),
        Muscle.LATS: tr("Lats"),
        Muscle.LOWER_BACK: tr("Lower back"),
        Muscle.MIDDLE_BACK: tr("Middle back"),
        Muscle.NECK: tr("Neck"),
        Muscle.QUADRICEPS: tr("Quads"),
        Muscle.SHOULDERS: tr("Shoulders"),
        Muscle.TRAPS: tr("Traps"),
        Muscle.TRICEPS: tr("Triceps"),
    }[muscle]


def measure_title(measure: Measure) -> str:
    """Return how a set is measured as people read it."""
    return {
        Measure.LOADED: tr("Weight and reps"),
        Measure.BODYWEIGHT: tr("Reps with your own weight"),
        Measure.ASSISTED: tr("Reps with help"),
        Measure.TIMED: tr("Time"),
    }[measure]


def feeling(exercise: Exercise) -> str:
    """Return what to feel: the cue of the exercise, else of its first main muscle; "" without both."""
    if exercise.cue or not exercise.primary:
        return exercise.cue
    return {
        Muscle.ABDOMINALS: tr("Your belly firm, as if before a cough, while you keep breathing."),
        Muscle.ABDUCTORS: tr("The outside of the hip does the work; the foot only follows."),
        Muscle.ADDUCTORS: tr("The inside of the thighs draws in."),
        Muscle.BICEPS: tr("The front of the upper arm shortens; shoulder and elbow stay quiet."),
        Muscle.CALVES: tr("The calf lifts you over the big toe and lets you down slowly."),
        Muscle.CHEST: tr("The chest brings the upper arms together; the shoulders stay down."),
        Muscle.FOREARMS: tr("The grip and the forearm, up to the elbow."),
        Muscle.GLUTES: tr("The buttocks push the hips through at the end."),
        Muscle.HAMSTRINGS: tr("The back of the thighs lengthens on the way down and pulls you back."),
        Muscle.LATS: tr("The sides of the back pull the elbows down to the ribs."),
        Muscle.LOWER_BACK: tr("A long, steady back; it holds while the hips move."),
        Muscle.MIDDLE_BACK: tr("The shoulder blades come together before the arms finish."),
        Muscle.NECK: tr("A small, slow pull along the neck, never a jerk."),
        Muscle.QUADRICEPS: tr("The front of the thighs pushes the floor away, with the whole foot on it."),
        Muscle.SHOULDERS: tr("The round of the shoulder lifts; the neck stays long and loose."),
        Muscle.TRAPS: tr("The muscle from neck to shoulder rises and sinks without a hurry."),
        Muscle.TRICEPS: tr(
            "The back of the upper arm straightens the elbow; the upper arm stays where it is."
        ),
    }[exercise.primary[0]]


def needs(exercise: Exercise) -> str:
    """Return the equipment in a few words, for example "dumbbells, bench" or "nothing needed"."""
    if not exercise.equipment:
        return tr("nothing needed")
    return ", ".join(equipment_title(item).lower() for item in exercise.equipment)


def summary(exercise: Exercise) -> str:
    """Return muscle groups and equipment in one line, for example "Quads, Glutes · dumbbells"."""
    groups = ", ".join(group_title(group) for group in exercise.groups)
    if not groups:
        return tr("my own, muscles not said yet") if exercise.key.startswith("own_") else needs(exercise)
    return tr("{muscles} · {equipment}", muscles=groups, equipment=needs(exercise))
