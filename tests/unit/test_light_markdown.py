"""Light Markdown: what looks other than plain, and the line without its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.entry_search import shown_line
from nextrep.domain.light_markdown import Look, list_item, looks, without_marks, wrapped

LINE = st.text(alphabet="*`#>- 1.aé🙂\t", max_size=40)


def seen(line: str) -> list[tuple[str, str]]:
    return [(part.look.value, line[part.start : part.end]) for part in looks(line) if part.look != Look.MARK]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("a **strong** and *slanted* word", [("strong", "strong"), ("emphasis", "slanted")]),
        ("**all *of* it**", [("emphasis", "of"), ("strong", "all *of* it")]),
        ("***both***", [("strong", "both"), ("emphasis", "both")]),
        ("`2 * 3 * 4` stays", [("code", "2 * 3 * 4")]),
        ("## A heading", [("heading", "A heading")]),
        ("> said", [("quote", "said")]),
        ("- **item**", [("strong", "item")]),
        ("(*aside*), “**said**”", [("emphasis", "aside"), ("strong", "said")]),
        ("**مرحبا** 🙂*x*", [("strong", "مرحبا"), ("emphasis", "x")]),
    ],
)
def test_a_mark_at_the_edge_of_words_counts(line: str, parts: list[tuple[str, str]]) -> None:
    assert seen(line) == parts


@pytest.mark.parametrize(
    "line",
    [
        "2*3*4",
        "a * b * c",
        "**never closed",
        "snake_case_name",
        "#no blank",
        "-5 °C",
        "* *",
        "``",
        "****x****",
    ],
)
def test_what_is_no_mark_stays_plain(line: str) -> None:
    assert seen(line) == []


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("# **Good** day", "Good day"),
        ("- milk", "milk"),
        ("> `x`", "x"),
        ("22. November was cold", "22. November was cold"),
        ("2*3", "2*3"),
        ("  plain  ", "plain"),
    ],
)
def test_lists_show_the_words_without_marks(line: str, shown: str) -> None:
    assert without_marks(line) == shown
    assert shown_line(f"\n{line}\n") == (shown, ())


def test_what_was_searched_for_is_marked_in_the_line_without_marks() -> None:
    line, spans = shown_line("# First\nmet **Mara** again", ["mara"])
    assert (line, [line[start:end] for start, end in spans]) == ("met Mara again", ["Mara"])
    line, spans = shown_line("a **b** c", part="**")
    assert (line, len(spans)) == ("a **b** c", 2)


@given(LINE)
def test_parts_lie_in_the_line_and_only_marks_are_left_out(line: str) -> None:
    parts = looks(line)
    assert all(0 <= part.start <= part.end <= len(line) for part in parts)
    left = iter(line)
    assert all(sign in left for sign in without_marks(line))
    assert {*line} - {*without_marks(line)} <= {*"*`#>- \t"}


@given(LINE, st.sampled_from(["*", "**"]))
def test_wrapping_twice_gives_the_text_back(text: str, mark: str) -> None:
    if "*" not in text and text.strip() and list_item(text) is None:
        assert wrapped(wrapped(text, mark), mark) == text


def test_wrapping_leaves_blanks_and_the_beginning_of_an_item_outside() -> None:
    assert wrapped(" word ", "**") == " **word** "
    assert wrapped("- word", "*") == "- *word*"
    assert wrapped("**word**", "*") == "***word***"
    assert wrapped("***word***", "**") == "*word*"


@pytest.mark.parametrize(
    ("line", "following", "empty"),
    [("- a", "- ", False), ("  * ", "  * ", True), ("9. a", "10. ", False), ("3) ", "4) ", True)],
)
def test_the_next_item_of_a_list(line: str, following: str, empty: bool) -> None:
    item = list_item(line)
    assert item is not None
    assert (item.following, item.empty) == (following, empty)


def test_a_line_that_is_no_item() -> None:
    assert list_item("-5 °C") is None
    assert list_item("1.5 kg") is None
