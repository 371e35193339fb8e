"""Importing: everything once, nothing twice, all or nothing, and back again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.errors import Cancelled
from nextrep.domain.imports import ImportedLog
from nextrep.domain.units import Unit
from nextrep.services import session, transfer
from nextrep.storage.store import Store

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"  # noqa: E501
ROWS = [
    '2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",1,60,8,0,0,"","",8\n',
    '2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",2,60,8,0,0,"","",\n',
    '2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",3,60,8,0,0,"","",\n',
    '2026-10-05 18:00:00,"Push",45m,"My odd lift",1,20,12,0,0,"","",\n',
    '2026-10-07 18:00:00,"Pull",30m,"Pull Up",W,0,5,0,0,"","",\n',
    '2026-10-07 18:00:00,"Pull",30m,"Pull Up",1,0,7,0,0,"","",\n',
]


@pytest.fixture
def read(store: Store, tmp_path: Path) -> Callable[[list[str]], ImportedLog]:
    def write_and_read(rows: list[str]) -> ImportedLog:
        path = tmp_path / "strong.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return transfer.read(store, path)

    return write_and_read


Read = Callable[[list[str]], ImportedLog]


def keep(store: Store, log: ImportedLog, now: datetime) -> transfer.ImportReport:
    assert now.tzinfo is not None
    return transfer.keep(store, log, now.tzinfo).value


def test_everything_is_kept_once(store: Store, now: datetime, read: Read) -> None:
    report = keep(store, read(ROWS), now)
    assert (report.sessions, report.sets, report.exercises, report.warmups) == (2, 6, 3, 1)
    again = keep(store, read(ROWS), now)
    assert (again.sets, again.duplicates) == (0, 6)
    pull, push = session.recent(store, 5)
    assert (push.title, push.sets, push.duration_s) == ("Push", 4, 45 * 60)
    assert (pull.title, pull.sets) == ("Pull", 1)
    shown = session.view(store, push.id)
    assert [block.exercise.name for block in shown.blocks] == ["Barbell bench press", "My odd lift"]


def test_a_longer_file_adds_only_what_is_new(store: Store, now: datetime, read: Read) -> None:
    keep(store, read(ROWS[:2]), now)
    report = keep(store, read(ROWS), now)
    assert (report.sets, report.duplicates) == (4, 2)
    push = session.recent(store, 5)[1]
    assert push.sets == 4
    assert store.problems() == []


def test_an_import_can_be_taken_back_and_done_again(store: Store, now: datetime, read: Read) -> None:
    assert now.tzinfo is not None
    outcome = transfer.keep(store, read(ROWS), now.tzinfo)
    assert outcome.undo is not None
    back = outcome.undo()
    assert store.is_empty()
    assert store.exercises.all() == []
    assert back.undo is not None
    back.undo()
    assert store.sessions.count_done() == 2


def test_a_cancelled_import_leaves_nothing(store: Store, now: datetime, read: Read) -> None:
    assert now.tzinfo is not None
    with pytest.raises(Cancelled):
        transfer.keep(store, read(ROWS), now.tzinfo, cancelled=lambda: True)
    assert store.is_empty()
    assert store.exercises.all() == []


def test_a_dry_run_says_the_same_and_keeps_nothing(store: Store, now: datetime, read: Read) -> None:
    log = read(ROWS)
    said = transfer.dry_run(store, log)
    assert store.is_empty()
    assert said == keep(store, log, now)


def test_wall_times_stay_wall_times(store: Store, now: datetime, read: Read) -> None:
    keep(store, read(ROWS), now)
    (push, _pull) = store.sessions.done()
    assert push.started_at.hour == 18
    assert push.started_at.tzinfo == now.tzinfo
    assert push.ended_at == push.started_at + timedelta(minutes=45)


def written(store: Store) -> list[list[tuple[object, ...]]]:
    """Everything that stands in the tables of training, with every id that something refers to."""
    return [
        store.sets._sql("SELECT * FROM exercise ORDER BY id"),
        store.sets._sql("SELECT * FROM session ORDER BY id"),
        store.sets._sql("SELECT * FROM workset ORDER BY id"),
        store.sets._sql(
            "SELECT session_id, block, exercise_id, note FROM session_exercise ORDER BY session_id, block"
        ),
    ]


def test_an_import_that_made_sessions_longer_is_taken_back_exactly(
    store: Store, now: datetime, read: Read
) -> None:
    assert now.tzinfo is not None
    keep(store, read(ROWS[:2]), now)
    before = written(store)
    outcome = transfer.keep(store, read(ROWS), now.tzinfo)
    after = written(store)
    assert outcome.undo is not None
    back = outcome.undo()
    assert written(store) == before
    assert back.undo is not None
    back.undo()
    assert written(store) == after


def test_taking_an_import_back_keeps_what_was_changed_in_it_for_the_redo(
    store: Store, now: datetime, read: Read
) -> None:
    assert now.tzinfo is not None
    outcome = transfer.keep(store, read(ROWS), now.tzinfo)
    push = session.recent(store, 5)[1]
    first = session.view(store, push.id).blocks[0].sets[0]
    session.change_set(store, first.id, replace(first.draft, reps=9))
    session.log_set(store, push.id, replace(first.draft, reps=3), now)
    changed = written(store)
    assert outcome.undo is not None
    back = outcome.undo()
    assert store.is_empty()
    assert back.undo is not None
    back.undo()
    assert written(store) == changed


def test_sets_that_were_corrected_here_stay_and_do_not_come_twice(
    store: Store, now: datetime, read: Read
) -> None:
    keep(store, read(ROWS), now)
    push = session.recent(store, 5)[1]
    first = session.view(store, push.id).blocks[0].sets[0]
    session.change_set(store, first.id, replace(first.draft, reps=9))
    report = keep(store, read(ROWS), now)
    assert (report.sets, report.duplicates) == (0, 6)
    assert store.sets.get(first.id).draft.reps == 9
    assert report.warnings[-1] == "1 set is here with other values, and stays as it is here."


def test_what_was_deleted_here_comes_back(store: Store, now: datetime, read: Read) -> None:
    keep(store, read(ROWS), now)
    pull, push = session.recent(store, 5)
    session.delete_set(store, session.view(store, push.id).blocks[0].sets[0].id, now)
    session.discard(store, pull.id, now)
    report = keep(store, read(ROWS), now)
    assert (report.sets, report.duplicates) == (3, 3)


def test_the_same_file_in_another_unit_or_zone_adds_nothing(
    store: Store, now: datetime, tmp_path: Path, read: Read
) -> None:
    keep(store, read(ROWS), now)
    path = tmp_path / "strong.csv"
    in_pounds = transfer.read(store, path, unit=Unit.LB)
    report = transfer.keep(store, in_pounds, ZoneInfo("Asia/Tokyo")).value
    assert (report.sets, report.duplicates) == (0, 6)


def test_a_later_export_with_efforts_adds_nothing(store: Store, now: datetime, read: Read) -> None:
    keep(store, read([row.replace(",8\n", ",\n") for row in ROWS]), now)
    report = keep(store, read(ROWS), now)
    assert (report.sets, report.duplicates) == (0, 6)


def test_a_day_of_fitnotes_that_went_on_is_still_the_same_day(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    path = tmp_path / "fitnotes.csv"
    header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment\n"
    first = "2026-10-05,Flat Barbell Bench Press,Chest,60.0,8,,,,\n"
    path.write_text(header + first, encoding="utf-8")
    keep(store, transfer.read(store, path), now)
    path.write_text(header + first + "2026-10-05,Pull Up,Back,,7,,,,\n", encoding="utf-8")
    report = keep(store, transfer.read(store, path), now)
    assert (report.sets, report.duplicates) == (1, 1)
    assert store.sessions.count_done() == 1


def test_a_session_across_a_change_of_clocks_has_its_length(store: Store, now: datetime, read: Read) -> None:
    keep(store, read(['2026-10-25 01:30:00,"Night",2h,"Pull Up",1,0,5,0,0,"","",\n']), now)
    (night,) = store.sessions.done()
    assert night.ended_at is not None
    assert night.ended_at.astimezone(UTC) - night.started_at.astimezone(UTC) == timedelta(hours=2)


def test_stopping_in_the_middle_of_an_import_leaves_nothing(store: Store, now: datetime, read: Read) -> None:
    assert now.tzinfo is not None
    days = [
        f'{date(2020, 1, 1) + timedelta(days=n)} 18:00:00,"P",1h,"Pull Up",1,0,5,0,0,"","",\n'
        for n in range(200)
    ]
    seen: list[int] = []
    with pytest.raises(Cancelled):
        transfer.keep(
            store,
            read(days),
            now.tzinfo,
            progress=lambda done, _total: seen.append(done),
            cancelled=lambda: len(seen) > 1,
        )
    assert seen == [0, 50]
    assert store.is_empty()


@pytest.mark.parametrize(
    ("name", "rows", "sessions", "names"),
    [
        ("strong/strong_classic12_a.csv", 1903, 86, 22),
        ("strong/strong_zh.csv", 6778, 384, 29),
        ("strong/strong_semicolon_lbs.csv", 5402, 292, 74),
        ("hevy/hevy_kg_ptbr_months.csv", 4476, 250, 53),
        ("hevy/hevy_enus_dates_ampm.csv", 2628, 119, 74),
        ("fitnotes/fitnotes_unitcol_kgs_b.csv", 2495, 124, 54),
    ],
)
def test_real_files_are_counted_exactly_and_come_in_once(
    store: Store, now: datetime, shared: Path, name: str, rows: int, sessions: int, names: int
) -> None:
    log = transfer.read(store, shared / "data" / name)
    report = keep(store, log, now)
    assert report.sets + len(report.skipped) == rows
    assert (report.sessions, report.exercises, report.duplicates) == (sessions, names, 0)
    assert store.sessions.count_done() == sessions
    again = keep(store, transfer.read(store, shared / "data" / name), now)
    assert (again.sets, again.duplicates) == (0, report.sets)
    assert store.problems() == []


def test_help_is_help_whatever_its_name_says(store: Store, now: datetime, read: Read) -> None:
    rows = ['2026-10-07 18:00:00,"Pull",30m,"Barra Fixa Pronada Assistida",1,20,8,0,0,"","",\n']
    keep(store, read(rows), now)
    (done,) = store.sessions.done()
    (entry,) = store.sets.of_session(done.id)
    assert entry.draft.load is not None
    assert entry.draft.load.grams == -20_000
    assert session.view(store, done.id).grams == 0
    assert keep(store, read(rows), now).sets == 0  # again, nothing is new
