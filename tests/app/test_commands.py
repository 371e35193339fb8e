"""The command line as a person or a script uses it: what is printed, what is written, how it exits."""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import platformdirs
import pytest

from nextrep.app import clock
from nextrep.app.main import main
from nextrep.domain.assessments import Answer
from nextrep.domain.instruments import InstrumentKey
from nextrep.services import faults, questionnaires, transfer
from nextrep.storage.store import Store
from tests.systems import link_to

LOG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",1,60,8,0,0,"","",8
2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",Rest Timer,0,0,0,120,"","",
2026-10-05 18:00:00,"Push",45m,"Bench Press (Barbell)",2,60,877777,0,0,"","",
"""  # noqa: E501


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def run(profile: Path, *words: object) -> int:
    return main(["--profile", str(profile), *map(str, words)])


def test_import_prints_one_json_object(profile: Path, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile, "import", log, "--unit", "kg", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == [
        "format", "unit", "sessions", "sets", "exercises", "entries", "warmups", "duplicates", "skipped",
    ]  # fmt: skip
    assert (found["format"], found["unit"], found["sessions"], found["sets"]) == ("strong", "kg", 1, 1)
    assert [row["line"] for row in found["skipped"]] == [3, 4]
    assert all(row["reason"] for row in found["skipped"])
    assert run(profile, "import", log, "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["sets"], again["duplicates"]) == (0, 1)


def test_a_dry_run_makes_nothing(profile: Path, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile, "import", log, "--dry-run") == 0
    assert "would be taken" in capsys.readouterr().out
    assert not profile.exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.csv", None, "missing.csv"),
        ("empty.csv", b"", "empty.csv"),
        ("binary.csv", b"\x00\x01\x02" * 500, "binary.csv"),
        ("other.csv", b"a,b,c\n1,2,3\n", "other.csv"),
    ],
)
def test_a_file_at_fault_is_said_in_one_line_and_no_profile_is_made(
    profile: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes | None,
    words: str,
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert run(profile, "import", tmp_path / name) == 1
    said = capsys.readouterr().err
    assert said.startswith("nextrep: ")
    assert words in said
    assert said.count("\n") == 1
    assert not profile.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["import"],
        ["export", "x.csv"],
        ["report", "x.pdf", "--from", "yesterday"],
        ["demo", "--weeks", "many"],
        ["nonsense"],
        ["screens", "out", "--size", "big"],
    ],
)
def test_wrong_usage_ends_with_2(profile: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(profile, *words)
    assert caught.value.code == 2
    assert not profile.exists()


def test_demo_report_export_and_check(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile, "demo", "--weeks", "8", "--seed", "3") == 0
    assert "Invented" in capsys.readouterr().out
    assert run(profile, "demo", "--weeks", "8") == 1
    assert "not empty" in capsys.readouterr().err
    assert run(profile, "report", tmp_path / "out.pdf") == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert run(profile, "report", tmp_path / "w.pdf", "--from", "2026-11-02", "--to", "2026-11-01") == 1
    assert not (tmp_path / "w.pdf").exists()
    assert run(profile, "export", tmp_path / "out.csv", "--format", "csv") == 0
    assert run(profile, "export", tmp_path / "out.json", "--format", "json") == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    record = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(rows) == len(record["sets"]) > 50
    assert record["ratings"]
    assert record["nights"]
    assert run(profile, "check") == 0


@pytest.mark.parametrize("words", [["export", "x.csv", "--format", "csv"], ["report", "x.pdf"], ["check"]])
def test_reading_where_there_is_no_profile_makes_none(
    profile: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile, *words) == 1
    assert "no profile" in capsys.readouterr().err
    assert not profile.exists()


def test_a_damaged_profile_is_said_and_left_alone(
    profile: Path, log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile.mkdir()
    (profile / "nextrep.db").write_bytes(b"scrambled" * 1000)
    assert run(profile, "import", log) == 1
    assert "damaged" in capsys.readouterr().err
    assert (profile / "nextrep.db").read_bytes() == b"scrambled" * 1000


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("NextRep ")


def test_commands_load_neither_qt_nor_the_network(profile: Path, log: Path, tmp_path: Path) -> None:
    code = f"""
import sys
from nextrep.app.main import main
from nextrep.services import faults
profile = ["--profile", {str(profile)!r}]
assert main([*profile, "import", {str(log)!r}, "--json"]) == 0
assert main([*profile, "report", {str(tmp_path / "x.pdf")!r}]) == 0
assert main([*profile, "check"]) == 0
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(sorted(loaded & {{"PySide6", "pyqtgraph", "ssl", "asyncio", "http"}}))
"""
    env = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True, timeout=100
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_fault_of_ours_ends_with_3_without_a_traceback_or_private_words(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object) -> None:
        raise ZeroDivisionError("my private diary")

    monkeypatch.setattr("nextrep.services.demo.fill", fail)
    assert run(profile, "demo", "--weeks", "1") == 3
    said = capsys.readouterr().err
    assert "fault" in said
    assert "ZeroDivisionError" in said
    assert "private" not in said
    assert "Traceback" not in said
    log = (profile / faults.LOG).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in log
    assert "commands.py" in log
    assert "private" not in log


def test_a_fault_of_ours_makes_no_profile_where_there_was_none(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("nextrep.services.upkeep.exists", fail)
    assert run(profile, "check") == 3
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert not profile.exists()


def nextrep(*words: object, **how: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "nextrep", *map(str, words)]
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"} | how
    return subprocess.run(command, check=False, timeout=60, **how)


def test_a_reader_who_leaves_early_is_no_fault(profile: Path, log: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = nextrep("--profile", profile, "import", log, "--json", stdout=write)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
    assert nextrep("--profile", profile, "import", log, "--json").stdout.count('"sets": 0') == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_that_cannot_be_written_is_said_in_one_line(profile: Path, log: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = nextrep("--profile", profile, "import", log, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith("nextrep: The output could not be written.")
    assert done.stderr.count("\n") == 1


def test_any_letters_go_to_any_terminal(profile: Path, log: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    named = log.with_name("höchst ügly 💪.csv")
    log.rename(named)
    done = nextrep("--profile", profile, "import", named, "--json", env=environment)
    assert done.returncode == 0
    assert json.loads(done.stdout)["sets"] == 1
    assert nextrep("--profile", profile, "import", named, env=environment).returncode == 0


def test_a_stop_by_the_person_ends_quietly(
    profile: Path, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(transfer, "keep", stop)
    assert run(profile, "import", log) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file names")
def test_the_message_is_one_line_whatever_the_file_is_called(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile, "import", tmp_path / "two\nlines.csv") == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("given", ["", " ", "~nobody-of-that-name/x"])
def test_a_profile_folder_that_is_none_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--profile", given, "check"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_home_nothing_is_made_where_one_stands(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_args, **_named: Path("~/.local/share"))
    before = sorted(tmp_path.iterdir())
    assert main(["import", str(log)]) == 1
    assert "--profile" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before


def test_looking_writes_nothing_anywhere(
    profile: Path, log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(os, "mkdir", lambda path, *_args: made.append(str(path)))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    assert run(profile, "import", log, "--dry-run") == 0
    assert made == []


@pytest.mark.parametrize("name", ["nextrep.db", "NextRep.db", "nextrep.db-wal", "in-use.lock"])
def test_an_export_never_takes_the_place_of_a_profile(
    profile: Path, log: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    run(profile, "import", log)
    before = (profile / "nextrep.db").read_bytes()
    assert run(profile, "export", profile / name, "--format", "csv") == 1
    assert (profile / "nextrep.db").read_bytes() == before
    assert "profile's own file" in capsys.readouterr().err


def test_an_export_to_a_link_never_takes_the_place_of_a_profile(
    profile: Path, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(profile, "import", log)
    before = (profile / "nextrep.db").read_bytes()
    link = tmp_path / "link.csv"
    link_to(profile / "nextrep.db", link)
    assert run(profile, "export", link, "--format", "csv") == 1
    assert (profile / "nextrep.db").read_bytes() == before
    assert "profile's own file" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_an_export_into_a_pipe_leaves_it_a_pipe(profile: Path, log: Path, tmp_path: Path) -> None:
    run(profile, "import", log)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = "import sys; print(open(sys.argv[1]).read())"
    with subprocess.Popen([sys.executable, "-c", code, str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run(profile, "export", pipe, "--format", "csv") == 0
        assert b"Barbell bench press" in reader.communicate(timeout=30)[0]
    assert pipe.is_fifo()


def test_a_report_may_begin_with_the_calendar(profile: Path, log: Path, tmp_path: Path) -> None:
    run(profile, "import", log)
    assert run(profile, "report", tmp_path / "a.pdf", "--to", "0001-01-05") == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so_in_one_line(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run(profile) == 1
    said = capsys.readouterr().err
    assert said.startswith("nextrep: There is no screen")
    assert said.count("\n") == 1
    assert not profile.exists()


def test_a_log_sheet_is_written_for_a_week_or_for_several(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile, "demo", "--weeks", "3") == 0
    capsys.readouterr()
    week, block = tmp_path / "week.pdf", tmp_path / "block.pdf"
    assert run(profile, "sheet", week) == 0
    first = re.search(r"week (\d+), \d+ sessions?\.", capsys.readouterr().out)
    assert first is not None
    number = int(first[1])
    assert run(profile, "sheet", block, "--week", number, "--to", number + 2, "--paper", "letter") == 0
    assert f"week {number}–{number + 2}" in capsys.readouterr().out
    assert week.read_bytes().startswith(b"%PDF")
    assert block.read_bytes() != week.read_bytes()
    assert run(profile, "sheet", tmp_path / "x.pdf", "--week", "900") == 1
    assert "Nothing is left to do" in capsys.readouterr().err
    assert run(profile, "sheet", tmp_path / "x.pdf", "--week", "3", "--to", "2") == 1
    assert not (tmp_path / "x.pdf").exists()


def test_the_report_says_that_item_9_is_in_it_and_can_be_made_without(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(profile, now=clock.now())
    subject, day = questionnaires.Subject(InstrumentKey.PHQ9), clock.now().date().toordinal()
    questionnaires.answer(store, subject, None, "9", Answer(1, 9), day, clock.now())
    store.close()
    assert run(profile, "report", tmp_path / "a.pdf") == 0
    assert "item 9 of the PHQ-9" in capsys.readouterr().out
    assert run(profile, "report", tmp_path / "b.pdf", "--without-questionnaires") == 0
    assert "item 9" not in capsys.readouterr().out
