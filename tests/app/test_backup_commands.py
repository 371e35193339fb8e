"""Backups from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nextrep.app.main import main


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "person"
    assert main(["--profile", str(folder), "demo", "--weeks", "4"]) == 0
    return folder


def sets_in(profile: Path, tmp_path: Path) -> str:
    out = tmp_path / "sets.csv"
    assert main(["--profile", str(profile), "export", str(out), "--format", "csv"]) == 0
    return out.read_text("utf-8")


def test_a_stick_takes_the_record_to_another_computer(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert main(["--profile", str(profile), "backup", str(stick)]) == 0
    [file] = stick.iterdir()
    assert str(file) in capsys.readouterr().out
    other = tmp_path / "other"
    assert main(["--profile", str(other), "restore", str(file), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "In it: " in said and "made by hand" in said
    assert not (other / "nextrep.db").exists()
    assert main(["--profile", str(other), "restore", str(file)]) == 0
    assert "kept in" not in capsys.readouterr().out
    assert sets_in(other, tmp_path) == sets_in(profile, tmp_path)


def test_without_a_place_it_goes_to_the_folder_of_the_profile(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--profile", str(profile), "backup"]) == 0
    assert "same disk" in capsys.readouterr().out
    assert len(list((profile / "backups").glob("NextRep *.nextrep-backup"))) == 1


def test_an_import_makes_a_backup_before_it(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "strong.csv"
    log.write_text(
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        "2024-01-02 18:00:00,Legs,Squat (Barbell),1,60,5,0,0,,,\n"
    )
    before = sets_in(profile, tmp_path)
    assert main(["--profile", str(profile), "import", str(log), "--unit", "kg"]) == 0
    [file] = (profile / "backups").iterdir()
    assert sets_in(profile, tmp_path) != before
    assert main(["--profile", str(profile), "restore", str(file)]) == 0
    assert "before an import" in capsys.readouterr().out
    assert sets_in(profile, tmp_path) == before


@pytest.mark.parametrize("words", [["backup", "away/out"], ["restore", "away"], ["restore", "."]])
def test_what_cannot_be_is_one_line(
    profile: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sets_in(profile, tmp_path)
    assert main(["--profile", str(profile), *words]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sets_in(profile, tmp_path) == before


def test_a_file_name_is_given_its_ending(profile: Path, tmp_path: Path) -> None:
    assert main(["--profile", str(profile), "backup", str(tmp_path / "mine")]) == 0
    shutil.copy(tmp_path / "mine.nextrep-backup", tmp_path / "copied")
    assert main(["--profile", str(tmp_path / "other"), "restore", str(tmp_path / "copied")]) == 0
