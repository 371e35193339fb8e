"""The companion holds what was chosen and nothing else, and is written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nextrep.domain.companion import CompanionKind
from nextrep.domain.errors import Cancelled, KnownError, UserError
from nextrep.domain.journal import Rating
from nextrep.domain.report_sections import ReportSection
from nextrep.services import companion, journal, report
from nextrep.services.report import Choice
from nextrep.storage.store import Store
from tests.services.companions import EVERYTHING, full

S = ReportSection
OF_SECTION = {
    S.SCORES: ("phq-9", "gad-7", "who-5"),
    S.DAILY: ("rating_", "checkin_logged"),
    S.SLEEP: ("night_", "time_", "sleep_", "awake"),
    S.TRAINING: ("session_planned", "pleasantness_", "session_effort", "plan_week"),
    S.STRENGTH: ("estimated_1rm", "most_reps", "longest_set"),
    S.EVENTS: ("event_",),
    S.JOURNAL: ("journal_entry",),
    S.SESSIONS: ("exercise_sets",),
    S.PLAN: ("session_upcoming",),
}
"""Beginnings of the measures that a section, and no other, brings."""


def measures(store: Store, choice: Choice, **options: Any) -> set[str]:
    return {row["measure"] for row in rows(store, choice, **options)}


def rows(store: Store, choice: Choice, **options: Any) -> list[dict[str, str]]:
    made = companion.files(companion.gather(store, choice, **options), "x", CompanionKind.CSV)
    return list(csv.DictReader(io.StringIO(made["x.csv"].decode("utf-8-sig"), newline="")))


def bundle(store: Store, choice: Choice, **options: Any) -> list[dict[str, Any]]:
    made = companion.files(companion.gather(store, choice, **options), "x", CompanionKind.FHIR)
    return [entry["resource"] for entry in json.loads(made["x.json"])["entry"]]


def begins(found: Iterable[str], with_one_of: tuple[str, ...]) -> bool:
    return any(measure.startswith(with_one_of) for measure in found)


def test_each_section_brings_its_own_and_takes_it_away_again(store: Store, now: datetime) -> None:
    choice = full(store, now)
    assert all(begins(measures(store, choice), own) for own in OF_SECTION.values())
    for section, own in OF_SECTION.items():
        without = measures(store, replace(choice, sections=EVERYTHING - {section}))
        assert not begins(without, own), section
        alone = measures(store, replace(choice, sections=frozenset({section})))
        assert begins(alone, own), section
        for other, theirs in OF_SECTION.items():
            assert other is section or not begins(alone, theirs), (section, other)


def test_with_nothing_ticked_there_is_the_period_alone(store: Store, now: datetime) -> None:
    choice = replace(full(store, now), sections=frozenset(), questions=())
    assert measures(store, choice) == {
        "period_first_day", "period_last_day", "program_version", "invented_data"
    }  # fmt: skip
    assert [one["resourceType"] for one in bundle(store, choice)] == ["Patient", "Device"]


def test_a_questionnaire_that_is_left_out_is_in_neither_file(store: Store, now: datetime) -> None:
    choice = replace(full(store, now), left_out=frozenset({"phq-9"}))
    assert not begins(measures(store, choice), ("phq-9",))
    assert begins(measures(store, choice), ("gad-7",))
    assert "44249-1" not in json.dumps(bundle(store, choice))


def test_body_weight_is_there_only_when_it_is_asked_for(store: Store, now: datetime) -> None:
    choice = full(store, now)
    assert "body_weight" not in measures(store, choice)
    assert "29463-7" not in json.dumps(bundle(store, choice))
    (weight,) = [row for row in rows(store, choice, weight=True) if row["measure"] == "body_weight"]
    assert (weight["value"], weight["unit"]) == ("81.5", "kg")
    assert "29463-7" in json.dumps(bundle(store, choice, weight=True))


def test_entries_are_those_chosen_and_marked(store: Store, now: datetime) -> None:
    choice = full(store, now)
    day = now.date().toordinal()
    unmarked = journal.write(store, day, "never marked", now).value
    words = [row["note"] for row in rows(store, replace(choice, entries=(*choice.entries, unmarked.id)))
             if row["measure"] == "journal_entry"]  # fmt: skip
    assert words == ["'-chosen words,\nin two lines"]
    assert not begins(measures(store, replace(choice, entries=())), ("journal_entry",))


def test_no_private_word_is_in_any_file(store: Store, now: datetime) -> None:
    choice = full(store, now)
    made = companion.files(companion.gather(store, choice), "x", CompanionKind.ZIP)
    for data in made.values():
        for words in (b"unmarked words", b"kept private"):
            assert words not in data
    assert b"chosen words" not in made["x.json"]
    assert b"sertraline" not in made["x.json"]


def test_only_days_of_the_period_are_in_it(store: Store, now: datetime) -> None:
    choice = full(store, now)
    short = replace(choice, first=choice.last - timedelta(days=9), sections=EVERYTHING - {S.PLAN, S.EVENTS})
    days = {date.fromisoformat(row["date"]) for row in rows(store, short)}
    assert min(days) >= short.first
    assert max(days) <= short.last


def test_an_empty_profile_gives_files_that_say_so(store: Store, now: datetime, tmp_path: Path) -> None:
    choice = replace(report.default_choice(store, now.date()), sections=EVERYTHING)
    assert measures(store, choice) == {"period_first_day", "period_last_day", "program_version"}
    (file,) = companion.save(store, choice, tmp_path / "a.json", CompanionKind.FHIR)
    assert json.loads(file.read_text(encoding="utf-8"))["type"] == "collection"


@pytest.mark.parametrize("kind", CompanionKind)
def test_the_same_choice_gives_the_same_files(
    store: Store, now: datetime, tmp_path: Path, kind: CompanionKind
) -> None:
    choice = full(store, now)
    target = tmp_path / companion.file_name(choice, kind)
    first = [file.read_bytes() for file in companion.save(store, choice, target, kind)]
    again = [file.read_bytes() for file in companion.save(store, choice, target, kind)]
    assert first == again
    assert "A. B." not in target.name


def test_a_table_has_its_dictionary_beside_it_and_a_zip_has_all_in_it(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    choice = full(store, now)
    files = companion.save(store, choice, tmp_path / "mine.CSV", CompanionKind.CSV)
    assert {file.name for file in files} == {"mine.CSV", "mine-dictionary.csv"}
    companion.save(store, choice, tmp_path / "mine.zip", CompanionKind.ZIP)
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert archive.namelist() == ["mine-dictionary.csv", "mine.csv", "mine.json"]
        assert archive.testzip() is None
        assert archive.read("mine.csv") == (tmp_path / "mine.CSV").read_bytes()


@pytest.mark.parametrize("kind", CompanionKind)
def test_it_says_how_far_it_is_and_a_stop_at_any_step_leaves_what_was_there(
    store: Store, now: datetime, tmp_path: Path, kind: CompanionKind
) -> None:
    choice = full(store, now)
    target = tmp_path / companion.file_name(choice, kind)
    seen: list[tuple[int, int]] = []
    companion.save(store, choice, target, kind, progress=lambda done, total: seen.append((done, total)))
    assert len(seen) > 20
    assert [done for done, _total in seen] == sorted(done for done, _total in seen)
    assert {total for _done, total in seen} == {seen[-1][1]}
    assert seen[-1][0] == seen[-1][1] > seen[-2][0] > seen[-1][1] * 0.4, "the estimate is of the right size"
    target.write_text("older", encoding="utf-8")
    there = {path.name for path in tmp_path.iterdir()}
    for stop in (0, len(seen) // 2, len(seen) - 2):
        steps = iter(range(10**6))
        with pytest.raises(Cancelled):
            companion.save(
                store, choice, target, kind, cancelled=lambda steps=steps, stop=stop: next(steps) >= stop
            )
        assert target.read_text(encoding="utf-8") == "older"
        assert {path.name for path in tmp_path.iterdir()} == there


def test_what_cannot_be_written_leaves_what_was_there(store: Store, now: datetime, tmp_path: Path) -> None:
    journal.check_in(store, now.date().toordinal(), {Rating.MOOD: 50}, now)
    choice = report.default_choice(store, now.date())
    (tmp_path / "new-dictionary.csv").mkdir()
    with pytest.raises(KnownError, match="could not be written"):
        companion.save(store, choice, tmp_path / "new.csv", CompanionKind.CSV)
    assert not (tmp_path / "new.csv").exists()
    (tmp_path / "new.csv").write_text("older", encoding="utf-8")
    with pytest.raises(KnownError, match="could not be written"):
        companion.save(store, choice, tmp_path / "new.csv", CompanionKind.CSV)
    assert (tmp_path / "new.csv").read_text(encoding="utf-8") == "older"
    with pytest.raises(KnownError, match="could not be written"):
        companion.save(store, choice, tmp_path / "missing" / "x.zip", CompanionKind.ZIP)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".nextrep")]


def test_a_wrong_ending_or_period_is_said_before_anything_is_written(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    choice = report.default_choice(store, now.date())
    with pytest.raises(UserError, match=r"has to end with “\.json”"):
        companion.save(store, choice, tmp_path / "x.pdf", CompanionKind.FHIR)
    with pytest.raises(UserError, match="20 years"):
        companion.save(store, replace(choice, first=date(1990, 1, 1)), tmp_path / "x.csv", CompanionKind.CSV)
    assert not list(tmp_path.glob("x.*"))
