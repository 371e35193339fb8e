"""Who starts the program a second time reaches the window of the same profile, and no other."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nextrep.app.presence import FOLDER, LOCK, Presence, Wish, ask


@contextmanager
def listening(presence: Presence) -> Iterator[list[Wish]]:
    """A window that takes what it is asked for, until the test has it."""
    heard: list[Wish] = []
    over = threading.Event()

    def listen() -> None:
        while not over.wait(0.005):
            heard.extend(presence.wishes())

    thread = threading.Thread(target=listen)
    thread.start()
    yield heard
    over.set()
    thread.join()


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Presence]:
    presence = Presence(tmp_path / "profile")
    assert presence.take()
    yield presence
    presence.release()


def test_a_second_start_reaches_the_window_with_its_file(tmp_path: Path, window: Presence) -> None:
    assert not Presence(tmp_path / "profile").take()
    file = tmp_path / "Zwei T\u00e4ge \u65e5\u672c.nextrep"
    with listening(window) as heard:
        assert ask(tmp_path / "profile", file)
        assert ask(tmp_path / "profile", None)
    assert heard == [Wish(file), Wish()]
    assert [path.name for path in (tmp_path / "profile" / FOLDER).iterdir()] == [LOCK]
    assert json.loads((tmp_path / "profile" / FOLDER / LOCK).read_bytes())["process"] == os.getpid()


def test_a_name_that_is_no_text_comes_through(tmp_path: Path, window: Presence) -> None:
    file = Path("/tmp/\udcff.nextrep")  # what Linux makes of a byte that is none of UTF-8
    with listening(window) as heard:
        assert ask(tmp_path / "profile", file)
    assert heard == [Wish(file)]


def test_profiles_stay_apart(tmp_path: Path, window: Presence) -> None:
    other = Presence(tmp_path / "other")
    assert other.take()
    other.release()
    assert window.wishes() == []


def test_a_window_that_does_not_answer_is_left_alone(tmp_path: Path, window: Presence) -> None:
    assert not ask(tmp_path / "profile", None, seconds=0.05)
    assert window.wishes() == [], "what nobody waits for any more is not done later"


def test_another_window_after_it_does_nothing_that_is_old(tmp_path: Path, window: Presence) -> None:
    (window.inbox / "1-1.json").write_text(json.dumps({"file": "/x.nextrep", "token": ""}), encoding="utf-8")
    window.release()
    again = Presence(tmp_path / "profile")
    assert again.take()
    assert again.wishes() == []
    again.release()


def test_a_window_on_another_computer_is_not_asked(tmp_path: Path, window: Presence) -> None:
    (window.inbox / LOCK).write_text(json.dumps({"host": "attic", "process": 7}), encoding="utf-8")
    assert not ask(tmp_path / "profile", None)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"file": 3, "token": null}'])
def test_a_request_that_makes_no_sense_only_brings_it_to_the_front(window: Presence, text: str) -> None:
    (window.inbox / "1-1.json").write_text(text, encoding="utf-8")
    assert window.wishes() == [Wish()]


def test_where_nothing_can_be_written_the_start_goes_on(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file")
    presence = Presence(tmp_path / "profile")
    assert presence.take()
    assert not presence.held
    assert not (tmp_path / "profile").is_dir()
