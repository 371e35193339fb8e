"""The words of a program file. They are the same in every language, so that a file can be passed on."""

from __future__ import annotations

VERSION = 1
SUFFIX = ".nextrep"
MARK = "nextrep-program"

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

PROGRAM = (MARK, "title", "based-on", "weeks", "phases", "own-exercises")
PHASE = ("phase", "weeks")
WEEK = ("week", "sessions")
SESSION = ("session", "day", "time", "phase", "note", "exercises")
EXERCISE = (
    "exercise", "sets", "reps", "time", "distance", "effort", "rest", "warm-up-sets", "superset", "load",
    "progression", "one-by-one", "alternates", "note", "cue",
)  # fmt: skip
LOAD = ("from", "percent", "weight", "band")
PROGRESSION = (
    "rule", "step", "misses", "deload", "back-off", "total", "waves", "ladder", "time-step", "time-goal",
)  # fmt: skip
OWN = (
    "name", "movement", "measured", "muscles", "helping", "equipment", "one-side-at-a-time", "level", "note",
    "cue",
)  # fmt: skip

YES, NO = "yes", "no"
