"""All sessions of the past, to be looked through: decades of them at a glance, what they hold when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nextrep.domain.days import month_title
from nextrep.domain.exercises import fold
from nextrep.domain.text import kept
from nextrep.services import catalog
from nextrep.storage.past import Outline as Outline  # noqa: PLC0414 - screens take it from here
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class Held:
    """What a session holds: working sets, and the names of its exercises in order."""

    sets: int
    exercises: tuple[str, ...]


def every(store: Store) -> list[Outline]:
    """Return every finished session, the newest first."""
    return store.past.outlines()


def find(store: Store, text: str) -> list[Outline]:
    """Return the finished sessions that have every word in their name, in an exercise, or in their month.

    A month is found by its name and its year ("squat November 2026"). Case, accents and punctuation do not
    matter. A blank text finds all of them.
    """
    found = store.past.outlines()
    exercises = catalog.exercises_in_use(store)
    for word in fold(text).split():
        numbers = [number for number, exercise in exercises.items() if word in fold(exercise.name)]
        with_it = store.past.with_exercises(numbers) if numbers else set()
        titles = {title: word in fold(title) for title in {one.title for one in found}}
        found = [one for one in found if one.id in with_it or titles[one.title] or word in _month(one.day)]
    return found


def _month(day: int) -> str:
    on = date.fromordinal(day)
    return _month_words(on.year, on.month)


@kept
def _month_words(year: int, month: int) -> str:
    return fold(f"{month_title(month)} {year}")


def held(store: Store, ids: Sequence[int]) -> dict[int, Held]:
    """Return what some sessions hold, by their ids."""
    names = {number: exercise.name for number, exercise in catalog.exercises_in_use(store).items()}
    return {
        number: Held(contents.sets, tuple(names[one] for one in contents.exercises))
        for number, contents in store.past.contents(ids).items()
    }
