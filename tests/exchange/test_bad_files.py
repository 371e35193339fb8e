"""Files that are no log, or half of one: a clear message, and never a row lost in silence."""

import codecs
import os

import pytest

from nextrep.domain.errors import Cancelled, UserError
from nextrep.domain.units import Unit
from nextrep.exchange.reader import read_log

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Notes\n"
ROW = "2024-03-04 18:00:00,Legs,Squat,1,60,5,\n"


def refused(path):
    with pytest.raises(UserError) as caught:
        read_log(path, unit=None, default_unit=Unit.KG)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_missing_file(tmp_path):
    assert "There is no file" in refused(tmp_path / "nothing.csv")


def test_folder(tmp_path):
    assert "is a folder" in refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file that can be read" in refused(tmp_path / "pipe")


def test_path_that_cannot_be(tmp_path):
    with pytest.raises(UserError, match="could not be read"):
        read_log(tmp_path / "a\0b", unit=None, default_unit=Unit.KG)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path):
    path = tmp_path / "locked.csv"
    path.write_text(HEADER)
    path.chmod(0)
    assert "may not be read" in refused(path)


@pytest.mark.parametrize("content", [b"", b"\n \r\n", codecs.BOM_UTF8 + b"\n"])
def test_empty_file(tmp_path, content):
    path = tmp_path / "blank.csv"
    path.write_bytes(content)
    assert "blank.csv" in refused(path)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x00\x00", bytes(range(1, 32)) * 9, b"\xff\xfe\x00\x00A\x00\x00\x00"]
)
def test_binary_file(tmp_path, content):
    path = tmp_path / "photo.csv"
    path.write_bytes(content)
    assert "is not a text file" in refused(path)


@pytest.mark.parametrize(
    "first",
    [
        "full_date,date,weekday,time,mood",
        "# My notes",
        "{",
        "Date,Weight",
        '"open',
        "x" * 50_000,
        "Date,Reps",
    ],
)
def test_unknown_format_shows_its_first_line(tmp_path, first):
    path = tmp_path / "notes.csv"
    path.write_text(first + "\n1,2\n")
    message = refused(path)
    assert first[:10] in message
    assert "Strong, Hevy and FitNotes" in message
    assert len(message) < 400


def test_header_only(tmp_path):
    path = tmp_path / "fresh.csv"
    path.write_text(HEADER + "\n\n,,,,,,\n")
    assert "holds no sets" in refused(path)


def test_no_usable_row_names_the_first_bad_line_and_why(tmp_path):
    path = tmp_path / "half.csv"
    path.write_text(HEADER + '\n"a","Leg","Deadlift",1\n"e","Leg","Deadlift \n')
    assert "Line 3: “a” is not a date" in refused(path)


def test_good_rows_of_a_half_readable_file_are_kept(text_log):
    log = text_log(
        HEADER + ROW + "soon,Legs,Squat,2,60,5,\n" + ROW + "2024-03-04 18:00:00,Legs,Squat,3,60,5,x,y\n"
    )
    assert [one.line for one in log.sets()] == [2, 4]
    assert [(one.line, one.reason) for one in log.skipped] == [
        (3, "“soon” is not a date that NextRep can read."),
        (5, "This line has 8 columns, the first line of the file has 7."),
    ]
    assert log.rows == 4


@pytest.mark.parametrize("column", range(7))
def test_an_open_quote_costs_its_own_line_only(text_log, column):
    cells = ["2024-03-04 18:00:00", "Legs", "Squat", "1", "60", "5", "deep"]
    quoted = ",".join(f'"{cell}"' for cell in cells) + "\n"
    cells[column] = '"' + cells[column]
    log = text_log(HEADER + ROW + ",".join(cells) + "\n" + quoted + ROW)
    assert [one.line for one in log.sets()] == [2, 4, 5]
    assert [(one.line, one.reason) for one in log.skipped] == [
        (3, "A quotation mark is opened here and not closed.")
    ]


def test_an_open_quote_at_the_end_is_reported(text_log):
    log = text_log(HEADER + ROW + '2024-03-04 18:00:00,Legs,Squat,2,60,5,"no end')
    assert [one.line for one in log.skipped] == [3]
    assert log.rows == 2


def test_an_open_quote_far_from_the_end_does_not_swallow_the_rest(text_log):
    log = text_log(HEADER + '2024-03-04 18:00:00,"Legs,Squat,2,60,5,\n' + ROW * 500)
    assert len(list(log.sets())) == 500
    assert [one.line for one in log.skipped] == [2]


def test_a_file_cut_off_in_a_number_does_not_keep_half_of_it(text_log):
    log = text_log(HEADER + ROW + "2024-03-04 18:00:00,Legs,Squat,2,60,1")
    assert [(one.line, one.reason) for one in log.skipped] == [
        (3, "The file ends in the middle of this line.")
    ]


def test_a_note_over_lines_keeps_the_line_numbers_true(text_log):
    log = text_log(HEADER + '2024-03-04 18:00:00,Legs,Squat,1,60,5,"one\n\ntwo"\n' + ROW + "bad\n")
    assert [one.line for one in log.sets()] == [2, 5]
    assert [one.line for one in log.skipped] == [6]
    assert next(log.sets()).exercise_note == "one\n\ntwo"


@pytest.mark.parametrize(
    ("encoding", "end"),
    [
        ("utf-8", "\n"),
        ("utf-8-sig", "\r\n"),
        ("utf-16", "\n"),
        ("utf-16", "\r\n"),
        ("cp1252", "\r\n"),
        ("utf-8", "\r"),
    ],
)
def test_encodings_and_line_ends(text_log, encoding, end):
    text = (HEADER + ROW.replace("Squat", "Übung für drücken")).replace("\n", end)
    assert text_log(text.encode(encoding)).exercise_names == ("Übung für drücken",)


def test_damaged_letters_in_utf_8_do_not_spoil_the_others(text_log):
    data = (HEADER + ROW.replace("Squat", "жим лёжа") + ROW.replace("Squat", "тяга")).encode()
    log = text_log(data.replace("я".encode(), b"\xff"))
    assert log.exercise_names[0] == "жим лёжа"
    assert any("damaged" in warning for warning in log.warnings)


def test_a_hint_for_spreadsheets_is_not_the_header(text_log):
    assert text_log("sep=;\n" + (HEADER + ROW).replace(",", ";")).rows == 1


def test_a_large_file_reports_progress_and_can_be_stopped(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text(HEADER + ROW * 5000)
    seen = []
    read_log(path, unit=None, default_unit=Unit.KG, progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 5000)
    assert seen[-1] == (5000, 5000)
    assert len(seen) > 2
    with pytest.raises(Cancelled):
        read_log(path, unit=None, default_unit=Unit.KG, cancelled=lambda: len(seen) > 0)
