"""A program file that is opened from the desktop: the window comes with what is in it."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.desktop import Display, Program

FILE = """\
nextrep-program: 1
title: Two days
weeks: 2
phases:
  - phase: Base
    weeks:
      - week: 1-2
        sessions:
          - session: Full body A
            day: Monday
            exercises:
              - exercise: Goblet squat
                sets: 3
                reps: 8-12
"""


def test_a_file_handed_over_is_looked_at_and_nothing_else(display: Display, tmp_path: Path) -> None:
    file = tmp_path / "Zwei Täge.nextrep"
    file.write_text(FILE, encoding="utf-8")
    profile = tmp_path / "profile"
    with Program.start(display, profile, title="Open a program", arguments=[str(file)]) as program:
        assert "fault" not in program.printed()
        assert (profile / "nextrep.db").exists()
