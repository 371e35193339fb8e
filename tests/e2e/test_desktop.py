"""The hands themselves: keys reach a real window, and a picture shows it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.e2e.desktop import Display, Program, until

_NOTE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.setWindowTitle("A note for the test")
line.returnPressed.connect(lambda: Path(sys.argv[1]).write_text(line.text(), encoding="utf-8"))
line.resize(400, 80)
line.show()
app.exec()
"""


def test_keys_reach_the_window_and_a_picture_shows_it(display: Display, tmp_path: Path) -> None:
    note, log = tmp_path / "note.txt", tmp_path / "log.txt"
    process = subprocess.Popen([sys.executable, "-c", _NOTE, str(note)], env=display.env())
    log.touch()
    program = Program(display, process, log)
    try:
        program.wait_for_window("A note for the test")
        program.write("Größe 77.5")
        program.keys("Return")
        until(note.exists, what="the note")
        assert note.read_text(encoding="utf-8") == "Größe 77.5"
        picture = display.picture(tmp_path / "screen.png")
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert "A note for the test" in program.titles()
    finally:
        program.kill()
    assert not display.windows("A note for the test")
