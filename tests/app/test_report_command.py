"""The command that writes the report: what goes in, how it is locked, and what it says."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from nextrep.app import clock
from nextrep.app.main import main
from nextrep.domain.report_sections import ReportSection
from nextrep.services import journal, report_giving, upkeep
from nextrep.services.report_giving import ShareRecord
from nextrep.storage.store import Store


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    store = Store(folder, now=clock.now())
    store.close()
    return folder


def run(profile: Path, *words: object) -> int:
    return main(["--profile", str(profile), "report", *map(str, words)])


def shared(profile: Path) -> tuple[ShareRecord, ...]:
    opened = upkeep.open_profile(profile, clock.now(), exclusive=False)
    try:
        return report_giving.shared(opened.store)
    finally:
        opened.close()


def test_only_the_parts_that_are_named_are_in_it_and_on_the_list(profile: Path, tmp_path: Path) -> None:
    assert run(profile, tmp_path / "a.pdf", "--include", "training, Strength", "--paper", "letter") == 0
    (share,) = shared(profile)
    assert share.sections == {ReportSection.TRAINING, ReportSection.STRENGTH}
    assert (share.file_name, share.protected) == ("a.pdf", False)
    with pikepdf.open(tmp_path / "a.pdf") as document:
        assert [float(side) for side in document.pages[0].mediabox[2:]] == [612, 792]


@pytest.mark.parametrize("names", ["training,moods", "", ","])
def test_a_part_that_there_is_not_is_said_with_those_there_are(
    profile: Path, tmp_path: Path, names: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(profile, tmp_path / "a.pdf", "--include", names)
    assert caught.value.code == 2
    assert "scores, daily, sleep, training" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_it_is_locked_with_the_password_of_a_file(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "password.txt"
    secret.write_text("four words and more\n", encoding="utf-8")
    assert run(profile, tmp_path / "a.pdf", "--password-file", secret) == 0
    assert "opens with the password only" in capsys.readouterr().out
    data = (tmp_path / "a.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="four words and more") as document:
        assert document.encryption.R == 6
    assert shared(profile)[0].protected


@pytest.mark.parametrize("data", [b"", b"x" * 200, b"\xff\xfe", b"a\nb\n", None])
def test_a_wrong_password_file_is_one_line_and_writes_nothing(
    profile: Path, tmp_path: Path, data: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "password.txt"
    if data is not None:
        secret.write_bytes(data)
    assert run(profile, tmp_path / "a.pdf", "--password-file", secret) == 1
    said = capsys.readouterr().err
    assert said.startswith("nextrep: ")
    assert said.count("\n") == 1
    assert not (tmp_path / "a.pdf").exists()
    assert shared(profile) == ()


def test_entries_are_in_it_by_their_day_and_only_where_marked(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = clock.now()
    store = Store(profile, now=now)
    entry = journal.write(store, now.date().toordinal(), "Slept well.", now).value
    store.close()
    today = now.date().isoformat()
    assert run(profile, tmp_path / "a.pdf", "--entries", today) == 1
    assert "is marked" in capsys.readouterr().err
    assert run(profile, tmp_path / "a.pdf", "--include", "journal") == 1
    assert "--entries" in capsys.readouterr().err
    assert run(profile, tmp_path / "a.pdf", "--entries", "1999-01-01") == 1
    assert "not in the period" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()
    store = Store(profile, now=now)
    journal.mark_for_report(store, entry.id, in_report=True)
    store.close()
    assert run(profile, tmp_path / "a.pdf", "--entries", today) == 0
    assert shared(profile)[0].entries == 1


def test_while_the_window_is_open_it_is_written_and_said_not_to_be_on_the_list(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = upkeep.open_profile(profile, clock.now())
    try:
        assert run(profile, tmp_path / "a.pdf") == 0
    finally:
        opened.close()
    assert "not on the list" in capsys.readouterr().out
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert shared(profile) == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such device")
def test_a_folder_that_is_none_is_said_and_nothing_is_on_the_list(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert run(profile, tmp_path / "file" / "a.pdf") == 1
    said = capsys.readouterr().err
    assert "could not be written" in said
    assert said.count("\n") == 1
    assert shared(profile) == ()
