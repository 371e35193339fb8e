"""Two names for one exercise: telling that an exercise of a person's own is probably one that is here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nextrep.domain.exercises import Exercise, Measure, fold

LIKE = 84.0
"""Lowest likeness (rapidfuzz, 0-100, in any order of words) of two names that are looked at word by word."""
_LOOKED_AT = 12
SAME_WORD = 0.8
"""Lowest likeness of two words: one slip in five letters. "Incline" and "decline" have 0.71."""
_FILLING = frozenset({"a", "with", "the", "on", "and", "exercise", "style", "standard", "regular", "basic"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """An exercise and the one that it is probably a second name of; `score` is 0-100."""

    own: Exercise
    other: Exercise
    score: float


def likenesses(own: Iterable[Exercise], among: Iterable[Exercise]) -> list[Likeness]:
    """Return for each of `own` that has one the exercise of `among` that is most like it, the likest first.

    Names are alike when every word of one has its like in the other; timed ones are never like counted ones.
    """
    from rapidfuzz.fuzz import ratio, token_sort_ratio
    from rapidfuzz.process import extract

    names = [(fold(name), other) for other in among for name in (other.name, *other.aliases)]
    texts = [name for name, _other in names]
    found = []
    for exercise in own:
        wanted = fold(exercise.name)
        near = [
            hit
            for scorer in (token_sort_ratio, ratio)
            for hit in extract(wanted, texts, scorer=scorer, score_cutoff=LIKE, limit=_LOOKED_AT)
        ]
        fitting = (
            Likeness(exercise, names[place][1], float(score))
            for text, score, place in sorted(near, key=lambda hit: -hit[1])
            if _may_be_one(exercise, names[place][1]) and _same_words(wanted, text)
        )
        best = next(fitting, None)
        if best is not None:
            found.append(best)
    return sorted(found, key=lambda one: (-one.score, one.own.name))


def _may_be_one(exercise: Exercise, other: Exercise) -> bool:
    timed = (exercise.measure is Measure.TIMED) == (other.measure is Measure.TIMED)
    return exercise.key != other.key and timed


def _same_words(one: str, other: str) -> bool:
    """Tell whether each word of either name has its like in the other; words that say nothing need none."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    left, right = _words(one), _words(other)
    return _covered(left, right) and _covered(right, left)


def _covered(words: list[str], by: list[str]) -> bool:
    return all(any(_alike(word, other) for other in by) for word in words)


def _alike(word: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if word.removesuffix("s") == other.removesuffix("s"):
        return True
    return bool(OSA.normalized_similarity(word, other) >= SAME_WORD)


def _words(name: str) -> list[str]:
    words = name.split()
    return [word for word in words if word not in _FILLING] or words
