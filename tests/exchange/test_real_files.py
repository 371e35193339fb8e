"""Exports that people published, against the counts that were taken by hand."""

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.units import Unit
from nextrep.exchange.reader import read_log

NO_VALUES = "There are no reps, no time and no distance in this row."
TOO_MANY_REPS = "Reps go from 0 to 1000. The file says “877777”."

# rows, sessions, names, unit, unit source, repeats, warm-ups, skipped
COUNTS = {
    "strong/strong_classic12_a.csv": (1903, 86, 22, "kg", "default", 0, 0, []),
    "strong/strong_zh.csv": (6778, 384, 29, "lb", "guess", 433, 0, []),
    "strong/strong_semicolon_lbs.csv": (5402, 292, 74, "lb", "file", 29, 0, [(2401, TOO_MANY_REPS)]),
    "hevy/hevy_kg_ptbr_months.csv": (4476, 250, 53, "kg", "file", 0, 1513, [(2378, NO_VALUES)]),
    "hevy/hevy_enus_dates_ampm.csv": (2628, 119, 74, "kg", "file", 0, 0, []),
    "fitnotes/fitnotes_unitcol_kgs_b.csv": (2495, 124, 54, "kg", "file", 0, 0, []),
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts(shared, name):
    log = read_log(shared / "data" / name, unit=None, default_unit=Unit.KG)
    skipped = [(one.line, one.reason) for one in log.skipped]
    assert (
        log.rows,
        log.sessions_in_file,
        log.exercises_in_file,
        str(log.unit),
        log.unit_source,
        log.repeats,
        log.warmups,
        skipped,
    ) == COUNTS[name]
    assert len({(session.started, session.title) for session in log.sessions}) == log.sessions_in_file


def test_every_file_is_read_or_refused_with_its_name(shared):
    refused = {}
    for path in sorted(path for path in (shared / "data").rglob("*") if path.is_file()):
        try:
            log = read_log(path, unit=None, default_unit=Unit.KG)
        except UserError as error:
            refused[path] = str(error)
        else:
            assert log.rows == len(list(log.sets())) + len(log.skipped)
            assert log.format == path.parent.name
            assert all(one.reason for one in log.skipped)
    assert [path.name for path, message in refused.items() if path.name not in message] == []
    logs = [path.name for path in refused if path.parent.name in ("strong", "hevy", "fitnotes")]
    assert logs == ["strong_fixture_bad.csv"]
