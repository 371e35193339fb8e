"""Giving a report away: locked for everybody without the password, and on the list of what was shared."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.shares import MOST_SHARES, shares_from, shares_text, with_share
from nextrep.services import export, report, report_giving
from nextrep.services.report_giving import ShareKind, ShareRecord
from nextrep.settings.table import SHARES
from nextrep.storage.store import Store

PASSWORD = "grün & 7 Bäume"


def made(store: Store, now: datetime) -> bytes:
    choice = replace(report.default_choice(store, now.date()), name="Sam Rivera")
    return report.render(report.content(store, choice, now.date()))


def share(store: Store, now: datetime) -> ShareRecord:
    choice = report.default_choice(store, now.date())
    return report_giving.share_of(
        choice, now, ShareKind.SAVED, file_name="/home/sam/private/report.pdf", protected=True
    )


def test_a_locked_report_opens_with_the_password_alone(store: Store, now: datetime) -> None:
    pdf = made(store, now)
    locked = report_giving.protect(pdf, PASSWORD)
    for wrong in ("", "gruen & 7 Baeume"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert "aesv3" in str(document.encryption.stream_method)
        assert document.encryption.string_method == document.encryption.stream_method
        assert document.Root.MarkInfo.Marked
        assert len(document.pages) == 2


def test_nothing_is_readable_in_it_without_the_password(store: Store, now: datetime) -> None:
    locked = report_giving.protect(made(store, now), PASSWORD)
    for words in ("wellbeing profile", "Sam Rivera", "NotoSans", "StructElem", "Typical levels", "Mood"):
        for code in ("latin-1", "utf-16-be"):
            assert words.encode(code) not in locked


@pytest.mark.skipif(not (shutil.which("qpdf") and shutil.which("pdftotext")), reason="needs qpdf and poppler")
def test_qpdf_and_poppler_open_it_with_the_password_and_not_without(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(report_giving.protect(made(store, now), PASSWORD))

    def ran(*words: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(list(map(str, words)), capture_output=True, check=False, timeout=60)

    assert ran("qpdf", "--check", f"--password={PASSWORD}", file).returncode == 0
    assert ran("qpdf", "--check", file).returncode == 2
    assert ran("qpdf", "--decrypt", "--password=x", file, tmp_path / "open.pdf").returncode == 2
    assert b"Sam Rivera" in ran("pdftotext", "-upw", PASSWORD, file, "-").stdout
    for words in ((), ("-upw", "x"), ("-opw", "x"), ("-opw", "")):
        refused = ran("pdftotext", *words, file, "-")
        assert refused.returncode != 0
        assert refused.stdout == b""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"x" * 5000, "too large"),
        (b"x" * 300, "too long"),
        ("gr\u00fcn".encode("latin-1"), "UTF-8"),
        (b"one\ntwo\n", "more than one line"),
    ],
)
def test_a_password_file_that_holds_none_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "password.txt"
    file.write_bytes(data)
    with pytest.raises(UserError, match=said):
        report_giving.password_from(file)


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_a_password_file_may_end_with_a_line_end(tmp_path: Path, ending: bytes) -> None:
    file = tmp_path / "password.txt"
    file.write_bytes(PASSWORD.encode("utf-8-sig") + ending)
    assert report_giving.password_from(file) == PASSWORD


def test_a_password_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for place in (tmp_path / "none.txt", tmp_path, Path("nul\0l")):
        with pytest.raises(UserError, match="cannot be read"):
            report_giving.password_from(place)


def test_what_was_shared_is_listed_with_the_files_name_and_no_folder(store: Store, now: datetime) -> None:
    given = report_giving.record_share(store, share(store, now))
    assert given.undo is None
    (kept,) = report_giving.shared(store)
    assert (kept.at, kept.file_name, kept.protected) == (now, "report.pdf", True)
    assert ReportSection.SCORES in kept.sections
    assert "private" not in store.settings.get(SHARES)


def test_it_can_be_taken_off_the_list_and_back(store: Store, now: datetime) -> None:
    report_giving.record_share(store, share(store, now))
    before = report_giving.shared(store)
    out = report_giving.forget_shares(store, before)
    assert report_giving.shared(store) == ()
    assert out.undo is not None
    back = out.undo()
    assert report_giving.shared(store) == before
    assert back.undo is not None
    back.undo()
    assert report_giving.shared(store) == ()


def test_undo_of_forgetting_keeps_what_was_shared_since(store: Store, now: datetime) -> None:
    report_giving.record_share(store, share(store, now))
    out = report_giving.forget_shares(store, report_giving.shared(store))
    later = replace(share(store, now), kind=ShareKind.PRINTED, file_name="")
    report_giving.record_share(store, later)
    assert out.undo is not None
    out.undo()
    assert [one.kind for one in report_giving.shared(store)] == [ShareKind.SAVED, ShareKind.PRINTED]


def test_the_list_is_in_the_export(store: Store, now: datetime, tmp_path: Path) -> None:
    report_giving.record_share(store, share(store, now))
    export.export(store, tmp_path / "all.json", "json")
    (row,) = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["shared"]
    assert (row["at"], row["file"], row["password"]) == ("2026-11-22T09:30:00+01:00", "report.pdf", True)


def test_a_list_that_is_damaged_keeps_what_can_be_read(store: Store, now: datetime) -> None:
    whole = shares_text(with_share((), share(store, now)))
    assert shares_from("not json") == ()
    assert shares_from("7") == ()
    assert len(shares_from(whole[:-1] + ', 3, {"at": "x"}]')) == 1


def test_the_list_does_not_grow_without_end(store: Store, now: datetime) -> None:
    one = share(store, now)
    many = with_share((one,) * MOST_SHARES, replace(one, kind=ShareKind.PRINTED))
    assert len(many) == MOST_SHARES
    assert many[-1].kind is ShareKind.PRINTED


def test_a_folder_that_is_not_there_leaves_nothing_half_written(
    store: Store, now: datetime, tmp_path: Path
) -> None:
    with pytest.raises(KnownError, match="could not be written"):
        report.save(made(store, now), tmp_path / "no folder" / "report.pdf")
    assert not (tmp_path / "no folder").exists()


def test_a_full_disk_leaves_the_older_file_as_it_was(
    store: Store, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "report.pdf"
    target.parent.mkdir()
    target.write_bytes(b"older")
    pdf = made(store, now)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError, match="No space left"):
        report.save(pdf, target)
    assert [file.name for file in target.parent.iterdir()] == ["report.pdf"]
    assert target.read_bytes() == b"older"
