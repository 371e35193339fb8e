"""Finding exercises while somebody types: by name, other names, muscles, equipment and movement.

Spelling is forgiven by rapidfuzz, and only where nothing is found as it was typed, so that a right word is
never drowned in similar ones. Importing has nothing to do with this: it takes exact names (`find`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nextrep.domain.exercise_terms import ABBREVIATIONS, helping_terms, main_terms, muscle_terms
from nextrep.domain.exercises import Exercise, fold

NAME, ALIAS, MAIN, HELPING = 0, 2, 4, 6
"""Cost of a word by where it was found, the most telling first; main muscles are as good as names."""
_UNFINISHED = 1
"""What it costs that a word is only the beginning of the one that was found."""
_TYPO = 20
"""Cost of one slip of the keyboard, above any place where a word can be found."""
_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 4, 7
"""Words from this long may have one slip, or two (optimal string alignment: a swap of neighbours is one)."""
_EMPTY_WORDS = frozenset({"a", "an", "and", "exercise", "exercises", "for", "of", "on", "the", "to", "with"})

_BEGINS, _SAYS, _BEGINS_UNFINISHED, _SAYS_UNFINISHED, _ALIAS_BEGINS, _ALIAS_SAYS, _BY_WORDS, _BY_SPELLING = (
    range(8)
)
"""Ranks of a match; see `ExerciseIndex.search`."""

Costs = dict[int, int]
"""What it costs to take a word for one of an exercise: exercise (its place in the index) -> cost."""


@dataclass(frozen=True, slots=True)
class _Document:
    """The words of one exercise: its names as matching sees them, and where each word comes from."""

    names: tuple[str, ...]
    words: tuple[tuple[str, int], ...]


class ExerciseIndex:
    """What is needed to search some exercises at every key press; built in a few milliseconds."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self.all = tuple(exercises)
        self._documents = [_document(exercise) for exercise in self.all]
        self._places: dict[str, Costs] = {}
        for number, document in enumerate(self._documents):
            for word, kind in document.words:
                self._places.setdefault(word, {})[number] = kind
        self._vocabulary = sorted(self._places)
        self._stems: dict[int, dict[str, list[str]]] = {}

    def search(self, text: str, *, first: Collection[str] = (), limit: int | None = None) -> list[Exercise]:
        """Return what matches every word of `text`, the best first; nothing for a blank text.

        Names that begin with the text come first, then those that have its words or train that muscle, then
        those with words of which it is a beginning, then other names, then words for helping muscles,
        equipment and movement; where nothing was found as it stands, what is spelt alike. Among equals:
        `first`, those with a technique note (the most used), short names.

        Args:
            text: what was typed so far; the last word may be unfinished, as any other.
            first: keys of exercises that the person prefers.
            limit: the most to return.
        """
        query = fold(text)
        query = ABBREVIATIONS.get(query, query)
        words = _telling(query.split())
        if not words:
            return []
        costs = [self._costs(word) for word in words]
        hits = _in_all(costs)
        if not hits:
            hits = _in_all([self._alike(word) | found for word, found in zip(words, costs, strict=True)])
        ranked = sorted(self._ranked(query, hits, first))
        return [self.all[row[-1]] for row in ranked[:limit]]

    def _ranked(
        self, query: str, hits: dict[int, tuple[int, int]], first: Collection[str]
    ) -> Iterator[tuple[int, int, bool, bool, int, str, int]]:
        queries = tuple(dict.fromkeys((query, " ".join(_singular(word) for word in query.split()))))
        for number, (worst, cost) in hits.items():
            exercise = self.all[number]
            rank = _rank(queries, self._documents[number].names, worst)
            yield (
                rank,
                cost if rank >= _BY_WORDS else 0,
                exercise.key not in first,
                not exercise.note,
                len(exercise.name),
                exercise.name,
                number,
            )

    def _costs(self, word: str) -> Costs:
        """Find the exercises for a word: as it is, else as a plural, else as a slip of the keyboard.

        What only stands in another program's name is no reason to stop: those have slips of their own.
        """
        found = self._starting(word)
        if _only_aliases(found) and (singular := _singular(word)) != word:
            _take_cheaper(found, self._starting(singular), 0)
        if _only_aliases(found):
            _take_cheaper(found, self._alike(word), 0)
        return found

    def _starting(self, word: str) -> Costs:
        """Find the exercises that have a word with this beginning."""
        found: Costs = {}
        for place in range(bisect_left(self._vocabulary, word), len(self._vocabulary)):
            known = self._vocabulary[place]
            if not known.startswith(word):
                break
            _take_cheaper(found, self._places[known], _UNFINISHED if known != word else 0)
        return found

    def _alike(self, word: str) -> Costs:
        """Find the exercises that have a word with a beginning spelt like this."""
        slips = (len(word) >= _LETTERS_FOR_ONE) + (len(word) >= _LETTERS_FOR_TWO)
        found: Costs = {}
        if not slips:
            return found
        from rapidfuzz.distance import OSA  # 3 MB, and 8 ms once: with the first slip that is typed
        from rapidfuzz.process import extract

        stems = self._stems_for(len(word))
        for stem, distance, _key in extract(
            word, stems.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None
        ):
            for known in stems[stem]:
                _take_cheaper(found, self._places[known], _TYPO * int(distance))
        return found

    def _stems_for(self, length: int) -> dict[str, list[str]]:
        """Return the beginnings, about `length` letters long, of all words, with the words they begin."""
        if length not in self._stems:
            stems: dict[str, list[str]] = {}
            for word in self._vocabulary:
                for stem in {word[: length - 1], word[:length], word[: length + 1]}:
                    stems.setdefault(stem, []).append(word)
            self._stems[length] = stems
        return self._stems[length]


def _take_cheaper(into: Costs, more: Costs, extra: int) -> None:
    for number, cost in more.items():
        total = cost + extra
        if total < into.get(number, total + 1):
            into[number] = total


def _only_aliases(found: Costs) -> bool:
    """Tell whether no exercise was found, or all by other programs' names."""
    return all(ALIAS <= cost < MAIN for cost in found.values())


def _in_all(costs: list[Costs]) -> dict[int, tuple[int, int]]:
    """Return the exercises that every word was found in, with the highest cost and the sum of the costs."""
    smallest = min(costs, key=len)
    return {
        number: (max(each), sum(each))
        for number in smallest
        if len(each := [found[number] for found in costs if number in found]) == len(costs)
    }


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in _EMPTY_WORDS] or words


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _LETTERS_FOR_ONE and word.endswith("s") else word


@lru_cache(maxsize=4096)
def _document(exercise: Exercise) -> _Document:
    names = (fold(exercise.name), *(fold(alias) for alias in exercise.aliases))
    costs: dict[str, int] = dict.fromkeys(helping_terms(exercise), HELPING)
    costs |= dict.fromkeys(main_terms(exercise), MAIN)
    for name in names[1:]:
        costs |= dict.fromkeys(_words_of(name), ALIAS)
    costs |= dict.fromkeys(muscle_terms(exercise), NAME)
    costs |= dict.fromkeys(_words_of(names[0]), NAME)
    return _Document(names, tuple(costs.items()))


def _words_of(name: str) -> list[str]:
    """Return the words of a name, and neighbours as one word: "push up" is looked for as "pushup" too."""
    words = name.split()
    return words + [first + second for first, second in pairwise(words)]


def _rank(queries: tuple[str, ...], names: tuple[str, ...], worst: int) -> int:
    """Rank a match by how much of the text is in the names; `worst` is the highest cost of its words."""
    own, others = names[0], names[1:]
    if worst >= _TYPO:
        return _BY_SPELLING
    if any(f"{own} ".startswith(f"{query} ") for query in queries):
        return _BEGINS
    if worst <= NAME:
        return _SAYS
    if own.startswith(queries[0]):
        return _BEGINS_UNFINISHED
    if worst <= NAME + _UNFINISHED:
        return _SAYS_UNFINISHED
    if any(name.startswith(query) for name in others for query in queries):
        return _ALIAS_BEGINS
    if any(_words_start(query.split(), name) for name in others for query in queries):
        return _ALIAS_SAYS
    return _BY_WORDS


def _words_start(words: list[str], name: str) -> bool:
    padded = f" {name}"
    return all(f" {word}" in padded for word in words)
