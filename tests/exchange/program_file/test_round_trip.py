"""Whatever a plan holds comes back from its file, and the file is one that a person can read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.exercises import Exercise, Measure, Muscle, Pattern
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Prescription
from nextrep.domain.shared_program import SharedProgram, SharedSession
from nextrep.domain.units import Load, Unit, load_of
from nextrep.exchange.program_file import amounts, values
from nextrep.exchange.program_file.reading import read_program
from nextrep.exchange.program_file.set_text import read_set, write_set
from nextrep.exchange.program_file.writing import program_text
from tests.exchange.program_file.programs import planned_sets, programs

SQUAT = Prescription("Goblet squat", 3, 8, 12, None, 2, 3, 90)


def again(program: SharedProgram) -> SharedProgram:
    return read_program(program_text(program).encode(), "x.nextrep").program


@pytest.mark.parametrize("phases", [("Base", ""), ("", "Base"), ("Base", "Peak"), ("", "")])
def test_sessions_of_one_week_keep_their_own_phases(phases: tuple[str, str]) -> None:
    sessions = tuple(SharedSession(1, day, phase, "A", ()) for day, phase in enumerate(phases))
    assert again(SharedProgram("Two", 1, sessions)).sessions == sessions


@given(programs())
@settings(max_examples=100, deadline=timedelta(seconds=5))
def test_what_is_written_is_what_is_read(program: SharedProgram) -> None:
    assert again(program) == program


@given(programs())
@settings(max_examples=25, deadline=timedelta(seconds=5))
def test_other_programs_read_the_file_as_plain_yaml(program: SharedProgram) -> None:
    text = program_text(program)
    data = yaml.safe_load(text)
    assert data["title"] == program.title
    assert "&" not in "".join(line.split("'")[0].split('"')[0] for line in text.splitlines() if ": &" in line)
    assert sum(len(week["sessions"]) for phase in data.get("phases", ()) for week in phase["weeks"]) <= len(
        program.sessions
    )


@given(planned_sets())
def test_a_set_reads_as_it_is_written(row: PlannedSet) -> None:
    assert read_set(write_set(row)) == row


@given(st.integers(-1_000_000, 1_000_000), st.sampled_from(Unit))
def test_a_load_keeps_every_gram(grams: int, unit: Unit) -> None:
    assert amounts.load(amounts.load_text(Load(grams, unit))) == Load(grams, unit)


@given(st.lists(st.integers(1, 104), min_size=1, unique=True).map(sorted))
def test_weeks_read_as_they_are_written(weeks: list[int]) -> None:
    assert values.weeks(values.weeks_text(weeks)) == tuple(weeks)


@given(st.integers(0, 86400), st.integers(1, 1500), st.integers(0, 1439))
def test_amounts_read_as_they_are_written(seconds: int, tenths: int, minute: int) -> None:
    assert amounts.duration(amounts.duration_text(seconds)) == seconds
    assert amounts.percent(amounts.percent_text(tenths)) == tenths
    assert values.time_of_day(values.time_text(minute)) == minute


def test_weeks_that_are_alike_are_written_once_even_in_turn() -> None:
    a = [SharedSession(week, 0, "Base", "A", (SQUAT,)) for week in (1, 3, 5, 6, 7)]
    b = [SharedSession(week, 2, "Base", "B", (SQUAT,)) for week in (2, 4)]
    text = program_text(SharedProgram("P", 7, tuple(sorted(a + b, key=lambda one: one.week))))
    assert [line.strip() for line in text.splitlines() if "week:" in line] == [
        "- week: 1, 3, 5-7",
        "- week: 2, 4",
    ]
    assert text.count("exercise: Goblet squat") == 2


def test_a_file_says_in_words_what_is_asked() -> None:
    heavy = TargetDetails(
        load=LoadPlan(LoadRule.PERCENT_TM, percent=625),
        progression=Progression(ProgressionRule.LINEAR, step=load_of("2.5", Unit.KG), deload=75),
        rows=(
            PlannedSet(PlannedKind.WARMUP, 5, 5, percent=500),
            PlannedSet(PlannedKind.AMRAP, 5, None, percent=850),
        ),
        superset="A",
        alternates=("Leg press",),
    )
    row = Prescription("Back squat", 3, 5, 5, None, 1, 2, 180, heavy)
    walk = Prescription("Farmer's carry", 2, None, None, None, None, None, 60, TargetDetails(distance_m=40))
    text = program_text(SharedProgram("P", 1, (SharedSession(1, 0, "Base", "A", (row, walk), 1110, "Slow"),)))
    for part in (
        "day: Monday",
        "time: '18:30'",
        "note: Slow",
        "reps: 5\n",
        "effort: RIR 1-2",
        "rest: 3 min",
        "load: 62.5 % of training max",
        "rule: linear",
        "step: 2.5 kg",
        "deload: 7.5 %",
        "- warm-up 5 at 50 %",
        "- amrap 5+ at 85 %",
        "superset: A",
        "alternates: [Leg press]",
        "distance: 40 m",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("16 kg", LoadPlan(LoadRule.FIXED, load=load_of(16, Unit.KG))),
        ("35 LB", LoadPlan(LoadRule.FIXED, load=load_of(35, Unit.LB))),
        ("75% of E1RM", LoadPlan(LoadRule.PERCENT_E1RM, percent=750)),
        ("80 % of last time", LoadPlan(LoadRule.LAST, percent=800)),
        ("bodyweight", LoadPlan(LoadRule.BODYWEIGHT)),
        (
            "{from: bodyweight, weight: -20 kg}",
            LoadPlan(LoadRule.BODYWEIGHT, load=load_of(-20, Unit.KG)),
        ),
        ("{from: band, band: red}", LoadPlan(LoadRule.BAND, band="red")),
    ],
)
def test_loads_as_a_person_writes_them(text: str, plan: LoadPlan) -> None:
    assert read_one(f"load: {text}").details.load == plan


@pytest.mark.parametrize(
    ("text", "rir"),
    [("RIR 2-3", (2, 3)), ("rir 2", (2, 2)), ("RPE 8", (2, 2)), ("RPE 7-8", (2, 3)), ("RPE 8+", (0, 2))],
)
def test_effort_on_either_scale(text: str, rir: tuple[int, int]) -> None:
    row = read_one(f"effort: {text}")
    assert (row.rir_low, row.rir_high) == rir


@pytest.mark.parametrize(
    ("text", "seconds"), [("90", 90), ("90 s", 90), ("2 min", 120), ("1:30", 90), ("'1:30'", 90), ("0", 0)]
)
def test_rest_as_a_person_writes_it(text: str, seconds: int) -> None:
    assert read_one(f"rest: {text}").rest_s == seconds


def test_words_stay_words() -> None:
    assert read_one("note: no").details.note == "no"
    assert read_one("note: 007").details.note == "007"
    assert read_one("note:").details.note == ""


def test_an_own_exercise_brings_its_facts() -> None:
    own = Exercise(
        "", "Sandbag carry", Pattern.CARRY, Measure.TIMED, (Muscle.FOREARMS,), cue="Breathe out at each turn"
    )
    assert again(SharedProgram("P", 1, (), (own,))).own == (own,)


def read_one(text: str) -> Prescription:
    """Read a file with one exercise of which `text` is a part."""
    file = (
        "nextrep-program: 1\ntitle: P\nphases:\n- weeks:\n  - week: 1\n    sessions:\n"
        "    - session: A\n      day: Mon\n      exercises:\n"
        f"      - exercise: Goblet squat\n        sets: 3\n        reps: 8-12\n        {text}\n"
    )
    return read_program(file.encode(), "x.nextrep").program.sessions[0].exercises[0]


def test_the_example_in_the_docs_is_a_program(repo: Path) -> None:
    parts = (repo / "docs" / "program-file.md").read_text(encoding="utf-8").split("```yaml\n")
    example, load, progression = (part.split("```")[0] for part in parts[1:4])
    found = read_program(example.encode(), "docs").program
    assert [one.week for one in found.sessions if one.title == "A lighter day"] == [4, 8]
    assert found.own[0].name == "Sandbag carry"
    assert again(found) == found
    for part in (load, progression):
        assert read_one(part.replace("\n", "\n        "))
