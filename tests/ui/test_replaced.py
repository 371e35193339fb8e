"""The program is replaced or removed while its window is open."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nextrep.app.replaced import Replaced
from nextrep.domain.errors import KnownError
from nextrep.resources.paths import damaged
from nextrep.ui.shell.crash import CrashHandler


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "nextrep"
    file.write_text("one")
    return file


def replace(program: Path) -> None:
    """Do what dpkg does: another file takes the name."""
    newer = program.with_suffix(".dpkg-new")
    newer.write_text("two")
    newer.replace(program)


@pytest.fixture
def watch(program: Path, qapp):
    watch = Replaced(program)
    said: list[str] = []
    watch.said.connect(said.append)
    yield watch, said
    watch.stop()


def test_nothing_is_said_while_it_is_the_program_that_was_started(watch):
    watch, said = watch
    watch.look()
    assert (said, watch.cause()) == ([], None)


def test_another_version_is_told_once(watch, program):
    watch, said = watch
    replace(program)
    watch.look()
    (words,) = said
    assert "next time you start" in words
    assert "start it again" in str(watch.cause())


def test_a_removed_program_says_that_what_was_saved_stays(watch, program):
    watch, said = watch
    program.unlink()
    watch.look()
    assert "stays" in said[0]


def test_sources_that_change_are_not_another_version(qapp):
    watch = Replaced(None)
    watch.look()
    assert watch.cause() is None


def test_a_fault_in_a_replaced_program_is_told_as_that_and_kept_in_the_log(watch, program, tmp_path):
    watch, _ = watch
    handler, met = CrashHandler(tmp_path), []
    handler.met.connect(met.append)
    handler.set_cause(watch.cause)
    replace(program)
    handler.crash(ImportError("a part is gone"))
    (known,) = met
    assert known.title == "NextRep was updated or removed while it was open"
    assert "ImportError" in (tmp_path / "logs" / "nextrep.log").read_text(encoding="utf-8")


def test_a_missing_file_of_a_replaced_program_is_told_as_that(watch, program, tmp_path):
    watch, _ = watch
    handler, met = CrashHandler(tmp_path), []
    handler.met.connect(met.append)
    handler.set_cause(watch.cause)
    handler.crash(damaged("icons/one.svg"))
    program.unlink()
    handler.crash(damaged("icons/one.svg"))
    handler.crash(KnownError("The disk is full.", safe="", next_step=""))
    damage, removed, full = (known.title for known in met)
    assert "damaged" in damage
    assert "updated or removed" in removed
    assert "full" in full


def test_a_fault_that_cannot_be_shown_does_not_come_again_for_ever(tmp_path, monkeypatch, qapp):
    handler = CrashHandler(tmp_path)
    monkeypatch.setattr(sys, "excepthook", handler.handle)  # where Qt's slots leave what they raise
    monkeypatch.setitem(sys.modules, "nextrep.ui.shell.message_dialog", None)  # its import fails
    handler.crash(ValueError("one"))
    log = (tmp_path / "logs" / "nextrep.log").read_text(encoding="utf-8")
    assert log.count("ImportError") + log.count("ModuleNotFoundError") == 1
