"""Uses a profile as a person does, and waits now and then: `test_searched.py` looks at what is on the disk.

python searched.py FOLDER WORD encrypted|plain. The profile is made in FOLDER/profile, and WORD is in every
text that is written. It prints a line at each stop, and goes on when it gets one.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.reports.styles import Paper
from nextrep.services import (
    backups,
    catalog,
    demo,
    entry_search,
    journal,
    preferences,
    report,
    session,
    upkeep,
    vault,
)
from nextrep.settings.table import PERSON_NAME
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
PHRASE = "four plain words here"
ENTRIES = 60


def write(store: Store, word: str) -> None:
    """Write the word wherever a person writes much."""
    demo.fill(store, 8, 1, NOW)
    preferences.change(store, PERSON_NAME, f"{word} name")
    today = NOW.date().toordinal()
    for back in range(ENTRIES):
        journal.write(store, today - back, f"The {word} entry. " * 400, NOW)
    view = session.start_free(store, NOW).value
    block = session.add_exercise(store, view.session.id, catalog.by_key("goblet_squat")).value
    number = store.blocks.of_session(view.session.id)[block].exercise_id
    draft = SetDraft(number, block, load=Load(16_000, Unit.KG), reps=9, note=f"{word} note")
    session.log_set(store, view.session.id, draft, NOW)


def use(store: Store, word: str) -> None:
    """Search, sort, draw a report and make backups, which is what might leave files somewhere."""
    assert entry_search.find(store, word, 10).rows
    sql = store.entries._sql
    # More than any cache holds, sorted: SQLite keeps such things in files unless it is told not to.
    sql("CREATE TEMP TABLE much AS SELECT a.body FROM entry a, (SELECT 1 FROM entry LIMIT 40)")
    assert sql("SELECT count(*) FROM (SELECT body FROM much ORDER BY body DESC LIMIT 1000)")
    choice = report.default_choice(store, NOW.date())
    assert report.render(report.content(store, choice, NOW.date()), paper=Paper.A4)
    backups.make(store, NOW + timedelta(minutes=1))


def stop(name: str) -> None:
    """Wait until somebody has looked."""
    print(name, flush=True)
    sys.stdin.readline()


def main() -> None:
    """Make the profile, use it, close it."""
    folder, word = Path(sys.argv[1]) / "profile", sys.argv[2]
    key = None
    if sys.argv[3] == "encrypted":
        key = vault.create(folder, PHRASE, NOW, cost=vault.Cost(64, 1, 1)).key
    opened = upkeep.open_profile(folder, NOW, key=key)
    write(opened.store, word)
    use(opened.store, word)
    stop("written")
    with opened.store.transaction():
        opened.store.entries._sql("UPDATE entry SET body = body || ? WHERE id % 2", (f" More {word}.",))
        stop("writing")
    opened.close()
    stop("closed")


if __name__ == "__main__":
    main()
