"""The command that writes a report's data for programs."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from nextrep.app import clock
from nextrep.app.main import main
from nextrep.domain.report_sections import ReportSection
from nextrep.services import report_giving
from nextrep.services.report_giving import ShareKind
from nextrep.storage.store import Store


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    assert run(folder, "demo", "--weeks", 6) == 0
    return folder


def run(profile: Path, *words: object) -> int:
    return main(["--profile", str(profile), *map(str, words)])


def test_the_ending_says_what_is_written(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    for name, written in (
        ("a.json", ["a.json"]), ("b.csv", ["b.csv", "b-dictionary.csv"]), ("c.zip", ["c.zip"])
    ):  # fmt: skip
        assert run(profile, "companion", tmp_path / name) == 0
        said = capsys.readouterr().out.splitlines()
        assert said[:-1] == [str(tmp_path / one) for one in written]
        assert "item 9 of the PHQ-9" in said[-1]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["resourceType"] == "Bundle"


def test_parts_are_chosen_by_name(profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    file = tmp_path / "b.csv"
    assert run(profile, "companion", file, "--include", "Sleep, events", "--name", "A. B.") == 0
    assert "item 9" not in capsys.readouterr().out
    with file.open(encoding="utf-8-sig", newline="") as lines:
        found = {row["measure"] for row in csv.DictReader(lines)}
    assert "time_asleep" in found
    assert not any(measure.startswith(("phq", "rating", "session")) for measure in found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("x.pdf",), ".json for FHIR"),
        (("x.csv", "--from", "2026-02-01", "--to", "2026-01-01"), "ends before it begins"),
        (("x.csv", "--include", "journal"), "Name the days of the entries"),
        (("missing/x.csv",), "could not be written"),
    ],
)
def test_what_makes_no_companion_is_said(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(profile, "companion", tmp_path / words[0], *words[1:]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.glob("x*"))


def test_it_is_on_the_list_of_what_was_shared(profile: Path, tmp_path: Path) -> None:
    assert run(profile, "companion", tmp_path / "c.zip", "--include", "sleep") == 0
    store = Store(profile, now=clock.now())
    try:
        (share,) = report_giving.shared(store)
    finally:
        store.close()
    assert (share.kind, share.file_name) == (ShareKind.COMPANION, "c.zip")
    assert share.sections == {ReportSection.SLEEP}
