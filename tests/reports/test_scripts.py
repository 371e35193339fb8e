"""Names and notes in every script: in the right order, with letters, and never as boxes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.reports import system_fonts
from nextrep.reports.bidi import shaped, starts_right, visual
from nextrep.reports.clinician import build_report
from nextrep.reports.text import printable
from tests.reports.contents import filled
from tests.reports.pdf_reading import page_texts

FOLDERS = system_fonts.folders


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("plain (left)", "plain (left)"),
        ("שלום", "םולש"),
        ("שלום 123 עולם", "םלוע 123 םולש"),
        ("שלום (טוב)", "(בוט) םולש"),
        ("Kim שלום Lee", "Kim םולש Lee"),
        ("שלום Kim Lee עולם", "םלוע Kim Lee םולש"),
        ("ב 12.5 ק", "ק 12.5 ב"),
    ],
)
def test_lines_stand_in_their_order_on_paper(said: str, shown: str) -> None:
    assert visual(said) == shown
    assert starts_right(said) is ("\u0590" < said[0] < "\u06ff")


@given(st.text(max_size=60))
def test_no_character_is_lost_by_turning(text: str) -> None:
    mirrored = str.maketrans("()[]{}<>«»", "(([[{{<<««")
    assert sorted(visual(text).translate(mirrored)) == sorted(text.translate(mirrored))


def test_arabic_letters_take_the_form_of_their_place() -> None:
    assert shaped("سلام") == "\ufeb3\ufefc\ufee1"
    assert shaped("دار") == "\ufea9\ufe8d\ufead"
    assert shaped("Kim 123") == "Kim 123"


@pytest.fixture
def fonts_of_here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    system_fonts.forget()
    monkeypatch.setattr(system_fonts, "folders", FOLDERS)
    if system_fonts.font_with("ש") is None:
        pytest.skip("this computer has no font with Hebrew letters")
    yield
    system_fonts.forget()


@pytest.mark.usefixtures("fonts_of_here")
def test_letters_that_ours_lacks_come_from_this_computer_s_fonts() -> None:
    assert printable("שלום Kim") == ("שלום Kim", False)
    first = page_texts(build_report(replace(filled(), name="שלום Kim")))[0]
    assert "Kim" in first
    assert "Some characters cannot be shown" not in first


def test_without_any_font_it_is_said_and_no_box_is_drawn() -> None:
    assert printable("山田 Taro")[0] == "?? Taro"
    assert "Some characters cannot be shown" in page_texts(build_report(replace(filled(), name="山田")))[0]
