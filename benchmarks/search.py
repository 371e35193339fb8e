"""Searching the journal: 11,000 entries, one a day over thirty years, against FTS5 asked by the driver alone.

A process of its own, started by run.py: python search.py FOLDER [ROUNDS]. Both give the newest 100 entries
that have the words; ours also reads the mood of their days and finds the lines to show and what to mark in
them. A search that forgives a slip has no counterpart there and is measured for its time alone.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

from sqlcipher3 import dbapi2

from nextrep.domain.entry_search import searched_words, shown_line
from nextrep.domain.journal import CheckIn, Rating
from nextrep.services import entry_search
from nextrep.storage.database import FILE_NAME
from nextrep.storage.store import Store

ENTRIES, WORDS, VOCABULARY, ROUNDS, PAGE = 11_000, 80, 12_000, 15, 100
DAILY = (Rating.MOOD, Rating.ANXIETY, Rating.STRESS, Rating.ENERGY)
SYLLABLES = ("ba", "ke", "lor", "mi", "nou", "pra", "re", "sti", "ta", "ul", "ven", "wo", "xa", "zir")
BARE = (
    "SELECT id, day, written_at, written_zone, body, in_report FROM entry INDEXED BY entry_day"
    " WHERE id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?)"
    " ORDER BY day DESC, id DESC LIMIT ?"
)


def fill(store: Store, now: datetime) -> list[str]:
    """Fill an empty profile and return its words, the most frequent first."""
    random = Random(1)
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(random.choices(SYLLABLES, k=random.randint(2, 5)))] = None
    words = list(made)
    weights = [1 / (rank + 1) for rank in range(VOCABULARY)]  # as in any language (Zipf)
    days = [now - timedelta(days=ENTRIES - number) for number in range(ENTRIES)]
    with store.transaction():
        store.checkins.insert_many(
            [
                (CheckIn(at.date().toordinal(), {one: random.randint(0, 100) for one in DAILY}), at)
                for at in days
            ]
        )
        store.entries._many(  # noqa: SLF001 - 11,000 rows as one
            "INSERT INTO entry (day, written_at, written_zone, body) VALUES (?, ?, 'UTC', ?)",
            [
                (at.date().toordinal(), round(at.timestamp() * 1000), _text(random, words, weights))
                for at in days
            ],
        )
    return words


def _text(random: Random, words: list[str], weights: list[float]) -> str:
    chosen = random.choices(words, weights, k=WORDS)
    return "\n".join(" ".join(chosen[place : place + 20]) for place in range(0, WORDS, 20))


def searches(words: list[str]) -> tuple[list[str], list[str]]:
    """Return what is typed: words and beginnings, frequent and rare; and the same with a slip."""
    right = [words[0], words[3], words[80], words[900], words[6000], words[5][:2], words[40][:3],
             words[200][:4], f"{words[2]} {words[30]}", f"{words[1]} {words[500][:4]}", "x"]  # fmt: skip
    long = [word for word in words[50:3000:97] if len(word) >= 7]
    return right, ["nothing", *(f"{word[:3]}q{word[4:]}" for word in long[:10])]


def main() -> None:
    folder = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS
    now = datetime.now().astimezone()
    store = Store(folder, now=now)
    right, slips = searches(fill(store, now))
    raw = dbapi2.connect(str(folder / FILE_NAME), isolation_level=None)
    ours: list[float] = []
    bare: list[float] = []
    for _round in range(rounds + 1):
        for typed in right:
            match = " ".join(f'"{word}" *' for word in searched_words(typed))
            bare.append(_timed(lambda match=match: raw.execute(BARE, (match, PAGE)).fetchall()))
            ours.append(_timed(lambda typed=typed: _as_shown(store, typed)))
    forgiving = [
        _timed(lambda typed=typed: _as_shown(store, typed)) for _round in range(rounds) for typed in slips
    ]
    raw.close()
    del ours[: len(right)], bare[: len(right)]  # the first round reads the pages from the disk
    print(
        json.dumps(
            {
                "search_ms": 1000 * median(ours),
                "search_p95_ms": 1000 * quantiles(ours, n=20)[-1],
                "raw_ms": 1000 * median(bare),
                "ratio": sum(ours) / sum(bare),
                "slip_p95_ms": 1000 * quantiles(forgiving, n=20)[-1],
            }
        ),
        flush=True,
    )


def _as_shown(store: Store, typed: str) -> None:
    found = entry_search.find(store, typed, PAGE)
    for entry, _mood in found.rows[:20]:  # as many as the list has room for
        shown_line(entry.text, found.words, found.part)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
