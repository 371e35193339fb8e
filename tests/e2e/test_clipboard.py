"""What is copied from the journal, as another program on the same screen gets it, and what is left of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.e2e.desktop import Display, until
from tests.e2e.person import Person

WORDS = "Zebrafink slept badly"
_PASTE = """
import json, os
os.environ["QT_QPA_PLATFORM"] = "xcb"
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
mime = QGuiApplication.clipboard().mimeData()
print(json.dumps({"text": mime.text(), "kinds": mime.formats()}))
"""
_COPY = """
import os
os.environ["QT_QPA_PLATFORM"] = "xcb"
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
QGuiApplication.clipboard().setText("of another program")
print("copied", flush=True)
app.exec()
"""


def pasted(display: Display) -> dict[str, object]:
    command = [sys.executable, "-c", _PASTE]
    done = subprocess.run(command, env=display.env(), capture_output=True, text=True, check=True, timeout=60)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def copy_an_entry(person: Person) -> None:
    person.keys("ctrl+4")
    person.click("Your words for", kind="EntryEditor", part=True)
    person.write(WORDS)
    person.until(lambda: person.find(WORDS, "EntryEditor", part=True), "the words")
    person.keys("ctrl+a", "ctrl+c")


def test_an_entry_can_be_pasted_elsewhere_but_is_gone_when_the_program_closes(
    display: Display, tmp_path: Path
) -> None:
    with Person.start(display, tmp_path / "profile") as person:
        copy_an_entry(person)
        until(lambda: pasted(display)["text"] == WORDS, what="the words on the clipboard")
        kinds = pasted(display)["kinds"]
        assert isinstance(kinds, list)
        assert "x-kde-passwordManagerHint" in kinds
        assert "text/html" not in kinds
        person.keys("alt+F4")
        assert person.program.wait() == 0
    assert pasted(display)["text"] == ""


def test_what_another_program_copied_since_stays_when_the_program_closes(
    display: Display, tmp_path: Path
) -> None:
    with Person.start(display, tmp_path / "profile") as person:
        copy_an_entry(person)
        until(lambda: pasted(display)["text"] == WORDS, what="the words on the clipboard")
        other = subprocess.Popen(
            [sys.executable, "-c", _COPY], env=display.env(), stdout=subprocess.PIPE, text=True
        )
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "copied\n"
            person.keys("alt+F4")
            assert person.program.wait() == 0
            assert pasted(display)["text"] == "of another program"
        finally:
            other.kill()
            other.communicate()
