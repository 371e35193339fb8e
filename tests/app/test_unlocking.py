"""Every command on an encrypted profile: with a passphrase file, at a terminal, and with neither."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nextrep.app import clock
from nextrep.app.main import main
from nextrep.services import demo, upkeep, vault

PHRASE = "four plain words here"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    made = vault.create(folder, PHRASE, clock.now(), cost=vault.Cost(64, 1, 1))
    opened = upkeep.open_profile(folder, clock.now(), key=made.key)
    demo.fill(opened.store, 8, 1, clock.now())
    opened.close()
    return folder


@pytest.fixture
def phrase_file(tmp_path: Path) -> Path:
    file = tmp_path / "phrase.txt"
    file.write_text(PHRASE + "\n", encoding="utf-8")
    return file


COMMANDS: list[tuple[str, ...]] = [
    ("check",),
    ("export", "{out}/sets.csv", "--format", "csv"),
    ("report", "{out}/report.pdf"),
    ("companion", "{out}/report.json", "--name", "A"),
    ("sheet", "{out}/sheet.pdf"),
    ("calendar", "{out}/plan.ics"),
    ("program", "export", "{out}/plan.nextrep"),
    ("program", "open", "{out}/plan.nextrep", "--overlap", "take-over"),
    ("import", "{out}/sets.csv"),
]


def test_every_command_takes_a_passphrase_file(
    profile: Path, phrase_file: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for words in COMMANDS:
        filled = [word.format(out=tmp_path) for word in words]
        code = main(["--profile", str(profile), *filled, "--passphrase-file", str(phrase_file)])
        said = capfd.readouterr()
        if words[0] == "import":  # our own table is none of the three programs'
            assert code == 1
            assert "locked" not in said.err
            continue
        assert (code, said.err) == (0, ""), words
        assert all(Path(word).exists() for word in filled if str(tmp_path) in word)


def test_without_a_passphrase_it_says_that_it_is_locked(
    profile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for words in COMMANDS:
        if words[:2] == ("program", "open"):
            continue  # it reads the file first
        filled = [word.format(out=tmp_path) for word in words]
        assert main(["--profile", str(profile), *filled]) == 1
        said = capfd.readouterr()
        assert said.err.startswith("nextrep: This profile is locked with a passphrase.")
        assert said.err.count("\n") == 1
        assert said.out == ""
    assert [file for file in tmp_path.iterdir() if file != profile] == []


def test_a_wrong_passphrase_is_one_line(
    profile: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("another one entirely", encoding="utf-8")
    words = ["--profile", str(profile), "--passphrase-file", str(wrong), "check"]
    assert main(words) == 1
    assert capfd.readouterr().err.startswith("nextrep: This is not the passphrase of this profile.")
    assert main([*words[:-2], str(tmp_path / "none.txt"), "check"]) == 1
    assert "none.txt" in capfd.readouterr().err


def test_a_plain_profile_asks_for_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "plain"
    assert main(["--profile", str(folder), "demo", "--weeks", "2"]) == 0
    assert main(["--profile", str(folder), "check", "--passphrase-file", str(tmp_path / "none.txt")]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_at_a_terminal_it_is_asked_for_without_echo_and_once(profile: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    report = tmp_path / "report.pdf"
    with subprocess.Popen(
        [sys.executable, "-m", "nextrep", "--profile", str(profile), "report", str(report)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ) as process:
        os.close(theirs)
        said = b""
        while b"Passphrase of" not in said:
            said += os.read(ours, 1000)
        os.write(ours, PHRASE.encode() + b"\n")
        try:
            while data := os.read(ours, 1000):
                said += data
        except OSError:
            pass  # how Linux says that the other side is closed
        assert process.wait() == 0, said
    os.close(ours)
    assert report.read_bytes().startswith(b"%PDF")
    assert said.count(b"Passphrase of") == 1
    assert PHRASE.encode() not in said
    assert b"ERROR" not in said
