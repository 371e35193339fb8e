"""The plan for hard days on paper: one page, contacts first, all of it or a word that some is missing."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from nextrep.domain.hard_days import MOST_CHARACTERS, HardDaysPlan, PlanPart, part_title
from nextrep.domain.safety import HelpView
from nextrep.reports.styles import Paper
from nextrep.services import hard_days
from tests.reports.pdf_reading import outlines, page_texts
from tests.reports.structure import flat, structure

VIEW = HelpView(emergency=("112",), own_lines=("Night line 1",), contacts=("Anna 0170 1",))


def full(text: str) -> HardDaysPlan:
    return HardDaysPlan(dict.fromkeys(PlanPart, text))


def printed(plan: HardDaysPlan, view: HelpView = VIEW, paper: Paper = Paper.A4) -> str:
    (text,) = page_texts(hard_days.render(hard_days.page(plan, view), paper=paper))
    return text


def test_contacts_come_first_then_the_parts_in_their_order() -> None:
    said = printed(full("my words"))
    order = ["Plan for hard days", "112", "Night line 1", "Anna 0170 1", *map(part_title, PlanPart)]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert said.count("my words") == len(PlanPart)


def test_an_empty_plan_has_lines_to_write_on() -> None:
    pdf = hard_days.render(hard_days.page(HardDaysPlan(), HelpView()))
    assert "The emergency number where you are" in page_texts(pdf)[0]
    assert len(outlines(pdf, 0)) >= 2 * len(PlanPart)


@pytest.mark.parametrize("paper", list(Paper))
def test_as_much_as_can_be_written_is_on_one_page(paper: Paper) -> None:
    words = ("call somebody and go outside " * 60)[:MOST_CHARACTERS].strip()
    said = printed(full(words), paper=paper)
    assert "did not fit" not in said
    assert said.count("go outside") == len(PlanPart) * words.count("go outside")


@pytest.mark.parametrize("paper", list(Paper))
def test_what_does_not_fit_is_cut_and_said(paper: Paper) -> None:
    said = printed(full("a\n" * (MOST_CHARACTERS // 2)), paper=paper)
    assert "Some lines did not fit on one page" in said
    assert all(part_title(part) in said for part in PlanPart)


def test_the_file_names_nobody_and_its_bytes_are_always_the_same() -> None:
    content = hard_days.page(full("x"), VIEW)
    pdf = hard_days.render(content)
    assert pdf == hard_days.render(content)
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == "Plan"
        assert str(document.docinfo.get("/Author", "")) == ""
    assert "hard" not in hard_days.file_name()


def test_each_line_of_the_person_is_read_by_itself() -> None:
    content = hard_days.page(full("A long line of words that goes on and on. " * 4 + "\nAnother."), VIEW)
    roles = flat(structure(hard_days.render(content)))
    assert roles[0] == "H1"
    assert roles.count("H2") == len(PlanPart)
    assert roles.count("P") == len(content.contacts) + 2 * len(PlanPart) + 1


def test_characters_that_the_paper_cannot_show_are_said() -> None:
    assert "stand as “?”" in printed(full("🌙"))
