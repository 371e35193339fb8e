"""Make the small profile that the tests keep of each released format: `python -m tools.kept_profile FOLDER`.

It is made by whichever `nextrep` stands on PYTHONPATH, so a checkout of an older version makes that version's
profile. A part that the version did not have yet is left out, and said.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from nextrep.storage.migrations import LATEST
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 27, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()
TEXT = "Grüße, “quoted”, 100 %\n\nשלום 💪🏽 and a second paragraph."  # noqa: RUF001 - letters of another script


def make(target: Path) -> list[str]:
    """Write the profile's database, packed, and return the parts that this version does not have."""
    with tempfile.TemporaryDirectory(prefix="nextrep-kept-") as folder:
        store = Store(Path(folder), now=NOW)
        try:
            absent = [part.__name__.strip("_") for part in PARTS if not _done(part, store)]
        finally:
            store.close()
        data = (Path(folder) / "nextrep.db").read_bytes()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, 9, mtime=0))
    return absent


def _done(part: Callable[[Store], None], store: Store) -> bool:
    try:
        part(store)
    except ImportError:
        return False
    return True


def _two_weeks(store: Store) -> None:
    from nextrep.services import demo

    demo.fill(store, 2, 1, NOW)


def _words(store: Store) -> None:
    from nextrep.services import journal

    journal.write(store, TODAY - 1, TEXT, NOW - timedelta(days=1))
    first = journal.write(store, TODAY, "A line for the report.", NOW).value
    journal.mark_for_report(store, first.id, in_report=True)


def _settings(store: Store) -> None:
    from nextrep.services import preferences
    from nextrep.settings import table

    preferences.change(store, table.PERSON_NAME, "Nobody Ñandú")
    preferences.change(store, table.UNIT, "lb")
    preferences.change(store, table.REST_SECONDS, 95)


def _sessions(store: Store) -> None:
    """One with an exercise of one's own, loads in both units and a note; one that is still open."""
    from nextrep.domain.exercises import Measure
    from nextrep.domain.training import Effort, EffortScale, SetDraft
    from nextrep.domain.units import Load, Unit
    from nextrep.services import catalog, session

    one = session.start_free(store, NOW - timedelta(hours=3)).value.session.id
    own = catalog.own_exercise("Odd lift", Measure.LOADED)
    for exercise, load in (
        (own, Load(20_412, Unit.LB)),
        (catalog.by_key("goblet_squat"), Load(77_500, Unit.KG)),
    ):
        block = session.add_exercise(store, one, exercise).value
        number = catalog.number_of(store, exercise)
        effort = Effort(EffortScale.RIR, 15)
        draft = SetDraft(number, block, load=load, reps=7, effort=effort, focus=9, note="slow")
        session.log_set(store, one, draft, NOW - timedelta(hours=2))
    session.finish(store, one, NOW - timedelta(hours=1), pleasant=3, effort=6, note=TEXT)
    still_open = session.start_free(store, NOW).value.session.id
    block = session.add_exercise(store, still_open, own).value
    draft = SetDraft(catalog.number_of(store, own), block, load=None, reps=0)
    session.log_set(store, still_open, draft, NOW)


def _plan(store: Store) -> None:
    from nextrep.services import plan_weeks

    plan_weeks.pause(store, TODAY + 7)


def _favourite(store: Store) -> None:
    from nextrep.services import catalog, library_editing

    exercise = catalog.by_key("goblet_squat")
    library_editing.set_favourite(store, exercise, on=True)
    library_editing.write_words(store, exercise, note="Heels down.", cue="Elbows in")


def _template_and_bin(store: Store) -> None:
    from nextrep.services import session, session_templates

    newest = session.recent(store, 1)[0].id
    session_templates.copy_of_session(store, newest, NOW, "Mine")
    set_id = store.sets.of_session(newest)[0].id
    session.delete_set(store, set_id, NOW)


def _questionnaires(store: Store) -> None:
    from nextrep.domain.assessments import Answer
    from nextrep.domain.instruments import InstrumentKey
    from nextrep.services import questionnaires

    half = questionnaires.Subject(InstrumentKey.GAD2)  # the first item is not answered, which is no 0
    questionnaires.answer(store, half, None, "2", Answer(0, 2), TODAY, NOW)
    questionnaires.record_total(store, InstrumentKey.GAD7, TODAY - 3, 11, NOW)


def _moments(store: Store) -> None:
    from nextrep.services import moments

    moments.note(store, NOW - timedelta(hours=4), {"mood": 55, "anxiety": 0}, NOW)


def _context(store: Store) -> None:
    from nextrep.domain.units import Load, Unit
    from nextrep.services import day_context

    day_context.set_tag(store, TODAY, "travel", on=True, now=NOW)
    day_context.set_pain(store, TODAY, "left knee", 3, NOW)
    day_context.set_weight(store, TODAY, Load(81_300, Unit.KG), NOW)


def _star(store: Store) -> None:
    from nextrep.services import journal
    from nextrep.services.journal import star

    star(store, journal.entries_of(store, TODAY)[0].id, starred=True)


PARTS: tuple[Callable[[Store], None], ...] = (
    _two_weeks,
    _words,
    _settings,
    _sessions,
    _plan,
    _favourite,
    _template_and_bin,
    _questionnaires,
    _moments,
    _context,
    _star,
)

if __name__ == "__main__":
    file = Path(sys.argv[1]) / f"format-{LATEST}.db.gz"
    for name in make(file):
        sys.stdout.write(f"this version has no {name.replace('_', ' ')}\n")
    sys.stdout.write(f"{file}\n")
