"""The exercise library as the person sees it: finding exercises, what is known of one, what stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from nextrep.domain.best import Best, best_of
from nextrep.domain.exercise_facts import UNKNOWN, clean_name, own_key, own_of
from nextrep.domain.exercises import Equipment, Exercise, Measure, MuscleGroup, Pattern, fold
from nextrep.domain.training import SetDraft
from nextrep.resources.exercise_likeness import Likeness, likenesses
from nextrep.resources.exercise_search import ExerciseIndex
from nextrep.resources.exercises import stand_ins
from nextrep.services import catalog, preferences
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One exercise of the library or of the person's own, as it is offered.

    Attributes:
        last_day: day (date ordinal) of the latest session it was part of, None before there is one.
    """

    exercise: Exercise
    own: bool = False
    favourite: bool = False
    hidden: bool = False
    last_day: int | None = None

    @property
    def key(self) -> str:
        """Key of the exercise."""
        return self.exercise.key


@dataclass(frozen=True, slots=True)
class Facets:
    """What is looked for beside words; each narrows the choice.

    Attributes:
        group: a muscle group that does the main work.
        at_hand: only what is possible with this equipment; None for whatever it needs.
        favourites, own: only these.
        hidden: the hidden ones instead of the others.
        leave_out: keys of exercises that are not offered.
    """

    pattern: Pattern | None = None
    group: MuscleGroup | None = None
    at_hand: frozenset[Equipment] | None = None
    favourites: bool = False
    own: bool = False
    hidden: bool = False
    leave_out: frozenset[str] = frozenset()

    def take(self, entry: Entry) -> bool:
        """Tell whether an exercise is looked for."""
        exercise = entry.exercise
        return (
            entry.hidden == self.hidden
            and (entry.favourite or not self.favourites)
            and (entry.own or not self.own)
            and (self.pattern is None or exercise.pattern is self.pattern)
            and (self.group is None or self.group in exercise.groups)
            and (self.at_hand is None or exercise.possible_with(self.at_hand))
            and exercise.key not in self.leave_out
        )


ANY = Facets()


@dataclass(frozen=True)
class Library:
    """All exercises of a profile as they are now, to be searched at every key press.

    Attributes:
        entries: favourites first, then what was used last, then by name.
        merged: (key, name, key of what it is part of now) of own exercises that stand no longer alone.
    """

    entries: tuple[Entry, ...]
    merged: tuple[tuple[str, str, str], ...] = ()

    def find(self, text: str, facets: Facets = ANY, limit: int | None = None) -> list[Entry]:
        """Return what is looked for, the best first; with a blank text all that the facets take."""
        if not text.strip():
            return [entry for entry in self.entries if facets.take(entry)][:limit]
        found = self._index.search(text, first=self._favourites)
        return [entry for one in found if facets.take(entry := self._by_key[one.key])][:limit]

    def get(self, key: str) -> Entry | None:
        """Return the exercise of a key, None where there is none (any more)."""
        return self._by_key.get(key)

    def named(self, name: str) -> Entry | None:
        """Return the exercise that has this name or, in the library, this other name."""
        return self._by_name.get(fold(name))

    def stand_ins(self, exercise: Exercise, at_hand: frozenset[Equipment]) -> list[Entry]:
        """Return what can stand in for an exercise with the equipment: favourites, then the closest."""
        found = self._offered(stand_ins(exercise, self._exercises, at_hand))
        return sorted(found, key=lambda entry: not entry.favourite)

    def stands_in_for(self, exercise: Exercise) -> list[Entry]:
        """Return what an exercise can stand in for where equipment is missing, the closest first."""
        everything = frozenset(Equipment)
        needed = set(exercise.equipment)
        return [
            entry
            for entry in self._offered(stand_ins(exercise, self._exercises, everything))
            if set(entry.exercise.primary) & set(exercise.primary) and set(entry.exercise.equipment) - needed
        ]

    def likenesses(self) -> list[Likeness]:
        """Return own exercises that are probably second names of others, the likest first."""
        own = [entry.exercise for entry in self.entries if entry.own]
        return likenesses(own, self._exercises) if own else []

    def _offered(self, exercises: Iterable[Exercise]) -> list[Entry]:
        found = (self._by_key[exercise.key] for exercise in exercises)
        return [entry for entry in found if not entry.hidden]

    @cached_property
    def _exercises(self) -> tuple[Exercise, ...]:
        return tuple(entry.exercise for entry in self.entries)

    @cached_property
    def _index(self) -> ExerciseIndex:
        former: dict[str, tuple[str, ...]] = {}
        for _key, name, part_of in self.merged:
            former[part_of] = (*former.get(part_of, ()), name)
        return ExerciseIndex(
            replace(one, aliases=(*one.aliases, *former[one.key])) if one.key in former else one
            for one in self._exercises
        )

    @cached_property
    def _by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def _by_name(self) -> dict[str, Entry]:
        names = {fold(name): self._by_key[part_of] for _key, name, part_of in self.merged}
        names |= {fold(alias): entry for entry in self.entries for alias in entry.exercise.aliases}
        return names | {fold(entry.exercise.name): entry for entry in self.entries}

    @cached_property
    def _favourites(self) -> frozenset[str]:
        return frozenset(entry.key for entry in self.entries if entry.favourite)


def view(store: Store) -> Library:
    """Return the library with the person's own exercises, without those that became part of others."""
    days = store.exercises.days_used()
    rows = {one.id: one for one in store.exercises.all()}
    known = {one.key: one for one in rows.values() if one.merged_into is None}
    merged = [
        (one.key, one.name, catalog.standing(rows, one).key)
        for one in rows.values()
        if one.merged_into is not None
    ]
    entries = [Entry(exercise) for exercise in catalog.library().all if exercise.key not in known]
    entries += [
        Entry(
            exercise=catalog.as_exercise(one),
            own=one.own,
            favourite=one.favourite,
            hidden=one.hidden,
            last_day=days.get(one.id),
        )
        for one in known.values()
    ]
    entries.sort(key=lambda entry: (not entry.favourite, -(entry.last_day or 0), entry.exercise.name))
    return Library(tuple(entries), tuple(merged))


def hidden_keys(store: Store) -> frozenset[str]:
    """Return the keys of the exercises that the person does not want to be offered."""
    return frozenset(one.key for one in store.exercises.all() if one.hidden)


def own_draft(library: Library, name: str, measure: Measure) -> Exercise:
    """Describe an own exercise of a new name; it is kept when it is first used or by `library_editing.add`.

    Raises:
        UserError: the name is empty or over 120 characters.
    """
    clean = clean_name(name)
    return own_of(free_key(library, clean), clean, measure, UNKNOWN)


def free_key(library: Library, name: str) -> str:
    """Return a key for an own exercise of this name that no other one has."""
    taken = {key for key, _name, _part_of in library.merged} | {entry.key for entry in library.entries}
    key, number = own_key(name), 2
    while key in taken:
        key, number = f"{own_key(name)}_{number}", number + 1
    return key


@dataclass(frozen=True, slots=True)
class History:
    """What was done of an exercise.

    Attributes:
        last_day: day (date ordinal) of the last time, with the working `last` sets of it.
        sessions, sets: how often it was done, warm-ups left out.
    """

    last_day: int | None
    last: tuple[SetDraft, ...]
    sessions: int
    sets: int
    best: Best | None


NEVER = History(None, (), 0, 0, None)


def history(store: Store, exercise: Exercise) -> History:
    """Return what was done of an exercise in finished sessions and the open one."""
    known = store.exercises.by_key(exercise.key)
    if known is None:
        return NEVER
    number = store.exercises.standing(known.id).id
    facts = store.sets.facts(number)
    if not facts:
        return NEVER
    found = store.sets.last_time(number, 0)
    return History(
        last_day=found[0] if found else None,
        last=tuple(found[1]) if found else (),
        sessions=len({fact.session_id for fact in facts}),
        sets=len(facts),
        best=best_of(facts, preferences.yardstick(store, exercise.measure)),
    )
