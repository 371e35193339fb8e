"""The file of crisis lines: every field is there, every sure number was checked within a year."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from nextrep.domain.safety import (
    ELSEWHERE,
    Confidence,
    CrisisFile,
    HelpChoices,
    help_view,
    stale_on,
    written_lines,
)
from nextrep.domain.safety_data import choices_from_data, choices_to_data
from nextrep.resources.crisis import FIELDS, load_crisis_file, read_crisis_file


@pytest.fixture
def crisis() -> CrisisFile:
    return load_crisis_file()


@pytest.fixture
def raw(repo: Path) -> dict:
    return json.loads((repo / "resources/crisis/lines.json").read_text(encoding="utf-8"))


def test_no_number_was_last_checked_more_than_twelve_months_ago(crisis: CrisisFile) -> None:
    # 4.2: fails in a year, so that somebody reads the operators' pages again (see SOURCES.md).
    today = datetime.now(UTC).date()
    sure = [line for line in (*crisis.lines, *crisis.emergency) if line.sure]
    assert sure
    assert [line.key for line in stale_on(sure, today)] == []
    assert max(line.checked_on for line in sure if line.checked_on) <= today


def test_a_check_holds_for_twelve_months_to_the_day(crisis: CrisisFile) -> None:
    line = replace(crisis.lines[0], checked_on=date(2026, 10, 15))
    assert stale_on([line], date(2027, 10, 15)) == ()
    assert stale_on([line], date(2027, 10, 16)) == (line,)
    unsure = replace(line, confidence=Confidence.MEDIUM, checked_on=None)
    assert stale_on([unsure], date(2030, 1, 1)) == ()  # it is shown to nobody unasked


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_row_that_lacks_a_field_is_refused(raw: dict, field: str) -> None:
    broken = copy.deepcopy(raw)
    del broken["lines"][3][field]
    with pytest.raises(ValueError, match=field):
        read_crisis_file(broken)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"numbers": []}, "empty"),
        ({"operator": ""}, "empty"),
        ({"source": ""}, "empty"),
        ({"country": "XX"}, "XX"),
        ({"confidence": "low"}, "low"),
        ({"channels": ["fax"]}, "fax"),
        ({"checked_on": "soon"}, "soon"),
        ({"checked_on": None}, "checked"),
        ({"key": "ca-988"}, "twice"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_row_that_does_not_fit_is_refused(raw: dict, change: dict, words: str) -> None:
    broken = copy.deepcopy(raw)
    broken["lines"][0] |= change
    with pytest.raises(ValueError, match=words):
        read_crisis_file(broken)


def test_every_row_stands_in_the_research_notes(shared: Path, crisis: CrisisFile) -> None:
    # 4.2: no number is of our own making.
    notes = (shared / "spec" / "clinical.md").read_text(encoding="utf-8")
    table = notes.split("### 4.2", 1)[1].split("### 4.3", 1)[0]
    numbers = {number for line in crisis.lines for number in line.numbers}
    assert {number for number in numbers if number not in table} == {"09 2525 0116"}  # there as "…0113/0116"
    assert "0113/0116" in table


def test_what_the_notes_call_low_is_not_in_the_file(raw: dict) -> None:
    assert {row["confidence"] for row in raw["lines"]} == {"high", "medium"}
    assert "CAS" not in {row["operator"] for row in raw["lines"]}


def test_a_line_below_high_is_left_out_until_the_person_says_that_they_checked_it(crisis: CrisisFile) -> None:
    view = help_view(crisis, "GB", HelpChoices())
    assert view.country == "United Kingdom"
    assert view.lines == ()
    assert view.unchecked == 2
    ticked = help_view(crisis, "GB", HelpChoices(ticked={"gb-samaritans": date(2026, 11, 28)}))
    assert [shown.line.operator for shown in ticked.lines] == ["Samaritans"]
    assert ticked.lines[0].by_person
    assert ticked.lines[0].checked_on == date(2026, 11, 28)
    assert ticked.unchecked == 1


def test_a_sure_line_is_there_at_once_with_its_check(crisis: CrisisFile) -> None:
    (shown,) = help_view(crisis, "AT", HelpChoices()).lines
    assert shown.numbers == ("142",)
    assert shown.checked_on == shown.line.checked_on
    assert not shown.by_person


def test_without_a_country_nothing_is_guessed(crisis: CrisisFile) -> None:
    view = help_view(crisis, "", HelpChoices())
    assert view.country == ""
    assert (view.emergency, view.lines, view.unchecked) == ((), (), 0)
    assert help_view(crisis, ELSEWHERE, HelpChoices()).lines == ()


def test_a_corrected_number_stands_in_the_place_of_the_shipped_one_without_its_check(
    crisis: CrisisFile,
) -> None:
    (shown,) = help_view(crisis, "AT", HelpChoices(corrected={"at-telefonseelsorge": "0000"})).lines
    assert (shown.numbers, shown.corrected, shown.checked_on) == (("0000",), True, None)
    assert help_view(crisis, "AT", HelpChoices(hidden=frozenset({"at-telefonseelsorge"}))).lines == ()


def test_choices_come_back_as_they_were_kept() -> None:
    made = HelpChoices(
        "112", {"a": date(2026, 11, 28)}, frozenset({"b"}), {"c": "1"}, ("Own · 2",), ("Anna 0170 1",)
    )
    assert choices_from_data(json.loads(json.dumps(choices_to_data(made)))) == made
    assert choices_to_data(HelpChoices()) == {}


@pytest.mark.parametrize(
    "data",
    [[], {"ticked": []}, {"ticked": {"a": "x"}}, {"emergency": 112}, {"contacts": "a"}, {"hidden": [1]}],
)
def test_choices_of_another_kind_are_refused(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one it is depends on the place
        choices_from_data(data)


def test_lines_are_read_as_they_were_written() -> None:
    assert written_lines(" Anna 0170 \n\n\tBen\r\n") == ("Anna 0170", "Ben")
