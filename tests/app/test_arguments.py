"""What a desktop hands over is a file to look at; what a person types is a command."""

from __future__ import annotations

import pytest

from nextrep.app.arguments import parsed


@pytest.mark.parametrize("before", [[], ["--profile", "here"], ["--profile=here", "--passphrase-file", "p"]])
def test_a_program_file_alone_opens_the_window_on_it(before: list[str]) -> None:
    options = parsed([*before, "/media/Übung 1/Two days.NEXTREP"])
    assert (options.command, options.file) == ("window", "/media/Übung 1/Two days.NEXTREP")
    assert options.profile == ("here" if before else None)


@pytest.mark.parametrize("words", [[], ["--profile", "odd.nextrep"]])
def test_without_a_file_the_window_opens_on_none(words: list[str]) -> None:
    options = parsed(words)
    assert (options.command, options.file) == ("window", None)


def test_a_command_keeps_its_file() -> None:
    options = parsed(["program", "open", "a.nextrep"])
    assert (options.command, options.file) == ("program", "a.nextrep")


def test_another_file_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(["notes.txt"])
    assert ended.value.code == 2
    assert "notes.txt" in capsys.readouterr().err
