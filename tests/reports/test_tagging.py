"""How a paper is read aloud: its parts, their order, and nothing besides."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from nextrep.reports import fonts
from nextrep.reports.clinician import build_report
from nextrep.reports.content import WrittenEntry
from nextrep.reports.document import finish, new_document
from nextrep.reports.log_sheet.content import Layout, LogSheet, SheetExercise, SheetSession
from nextrep.reports.log_sheet.sheet import build_log_sheet
from nextrep.reports.pen import Pen
from nextrep.reports.styles import BODY, HEADING, TITLE, Paper, palette
from nextrep.reports.tables import Column, draw_table
from tests.reports.contents import filled
from tests.reports.pdf_reading import page_texts
from tests.reports.structure import flat, marked_and_not, structure


class Sheet:
    """An empty paper, its pen, and the finished file."""

    def __init__(self) -> None:
        fonts.load()
        self._file = BytesIO()
        self._canvas = new_document(self._file, Paper.A4, "A title")
        self.pen = Pen(self._canvas, Paper.A4, palette())

    def done(self) -> bytes:
        self.pen.next_page()
        return finish(self._canvas, self._file, self.pen)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def test_headings_paragraphs_tables_and_figures_are_told_apart(sheet: Sheet) -> None:
    pen = sheet.pen
    pen.text((60, 60), "Report", TITLE)
    pen.text((60, 90), "Part one", HEADING)
    pen.paragraph((60, 100), "Words that go on over more than one line of the paper. " * 4, BODY, 300)
    pen.line((60, 170), (300, 170))
    pen.area([(60, 172), (70, 172), (70, 176)], "line")
    draw_table(pen, (60, 180), 300, (Column("Week", 1), Column("Mood", 1)), [("1", "6"), ("2", "")], 12)
    with pen.figure("Mood went up.", (60, 300), (200, 50)):
        pen.box((60, 300), (200, 50), "sunken")
        pen.text((60, 310), "0", BODY)
    pdf = sheet.done()
    table = ["Table", "TR", "TH", "TH", "TR", "TH", "TD", "TR", "TH", "TD"]
    assert flat(structure(pdf)) == ["H1", "H2", "P", *table, "Figure"]
    assert structure(pdf)[-1][1] == "Mood went up."
    assert marked_and_not(pdf)[1] == 0


def test_a_paragraph_goes_on_over_a_page_break_and_what_repeats_is_not_read(sheet: Sheet) -> None:
    pen = sheet.pen
    with pen.paragraph_of():
        pen.text((60, 700), "The first half", BODY)
        with pen.ornament():
            pen.text((60, 760), "Page 1", BODY)
        pen.next_page()
        pen.text((60, 60), "and the other one.", BODY)
    pen.text((60, 90), "Another.", BODY)
    pdf = sheet.done()
    assert flat(structure(pdf)) == ["P", "P"]
    assert page_texts(pdf) == ["The first half Page 1", "and the other one. Another."]


def test_a_table_over_two_pages_is_one_table_with_one_head(sheet: Sheet) -> None:
    pen = sheet.pen
    columns = (Column("Week", 1), Column("Mood", 1))
    with pen.table():
        draw_table(pen, (60, 60), 300, columns, [("1", "6")], 12)
        pen.next_page()
        draw_table(pen, (60, 60), 300, columns, [("2", "7")], 12)
    found = flat(structure(sheet.done()))
    assert found == ["Table", *["TR", "TH", "TH"], *["TR", "TH", "TD"] * 2]


def test_what_was_closed_can_go_on_on_the_next_page(sheet: Sheet) -> None:
    pen = sheet.pen
    columns = (Column("Week", 1), Column("Mood", 1))
    draw_table(pen, (60, 60), 300, columns, [("1", "6")], 12)
    pen.next_page()
    with pen.ornament():
        pen.text((60, 30), "Details", HEADING)
    with pen.table(goes_on=True):
        draw_table(pen, (60, 60), 300, columns, [("2", "7")], 12)
    pen.text((60, 100), "A paragraph", BODY)
    pen.next_page()
    with pen.paragraph_of(goes_on=True):
        pen.text((60, 60), "that goes on.", BODY)
    pen.text((60, 90), "Another.", BODY)
    assert flat(structure(sheet.done())) == ["Table", "TR", "TH", "TH", *["TR", "TH", "TD"] * 2, "P", "P"]


def test_an_entry_and_a_list_over_pages_are_read_without_a_break() -> None:
    entry = WrittenEntry("Monday 2 March", (" ".join(f"word{n}" for n in range(2000)), "The end."))
    bare = flat(structure(build_report(filled())))
    pdf = build_report(replace(filled(), entries=(entry,)))
    assert len(page_texts(pdf)) > len(page_texts(build_report(filled()))) + 1
    assert flat(structure(pdf)).count("P") - bare.count("P") == 4  # a remark, the day, two paragraphs
    assert marked_and_not(pdf)[1] == 0


def test_everything_in_the_report_is_a_part_or_ornament_and_charts_are_described() -> None:
    pdf = build_report(filled(gaps=((20, 31),)))
    inside, outside = marked_and_not(pdf)
    assert inside > 400
    assert outside == 0
    figures = [alt for role, alt, _parts in structure(pdf) if role == "Figure"]
    assert all(figures)
    assert any("Mood" in alt and "Longest gap" in alt for alt in figures)
    assert flat(structure(pdf)).count("H1") == 1


def test_words_from_right_to_left_are_read_in_the_order_of_speech(sheet: Sheet) -> None:
    name = "\u05d3\u05e0\u05d4 7"
    sheet.pen.text((60, 60), name, HEADING)
    pdf = sheet.done()
    with pikepdf.open(BytesIO(pdf)) as document:
        assert str(document.Root.StructTreeRoot.K.K.ActualText) == name
        with document.open_outline() as outline:
            assert outline.root[0].title == name
    assert flat(structure(pdf)) == ["H2"]


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler")
def test_a_log_sheet_over_pages_is_read_in_order_and_its_head_once(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    exercises = tuple(SheetExercise(f"m{n}", f"Movement {n}", ("3 × 8–12",), ("",) * 3) for n in range(30))
    week = SheetSession(1, "", "Full body", exercises)
    long = LogSheet("A program", "kg", Layout.WEEK, (week,))
    file.write_bytes(build_log_sheet(long))
    assert int(said("pdfinfo", file).split("Pages:")[1].split()[0]) > 1
    read = said("pdfinfo", "-struct-text", file)
    assert read.count("H1 (block)") == 1
    places = [read.index(f"Movement {n} ") for n in range(30)]
    assert places == sorted(places)


def test_bookmarks_lead_to_the_headings() -> None:
    with pikepdf.open(BytesIO(build_report(filled()))) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "Training & wellbeing profile"
    assert any(title.endswith("Typical levels") for title in titles)
    assert len(titles) > 8


def test_the_same_content_gives_the_same_bytes() -> None:
    assert build_report(filled()) == build_report(filled())


def said(*command: object) -> str:
    """What another program prints."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@pytest.mark.skipif(not (shutil.which("pdfinfo") and shutil.which("qpdf")), reason="needs poppler and qpdf")
def test_other_programs_find_it_whole_and_read_it_in_order(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(build_report(filled()))
    assert "No syntax or stream encoding errors" in said("qpdf", "--check", file)
    info = said("pdfinfo", file)
    assert "Tagged:          yes" in info
    assert not {"Author", "Creator", "Producer", "CreationDate"} & {
        line.partition(":")[0] for line in info.splitlines()
    }
    read = said("pdfinfo", "-struct-text", file)
    places = [
        read.index(words) for words in ("Sam Rivera", "Typical levels", "To talk about", "Week by week")
    ]
    assert places == sorted(places)
