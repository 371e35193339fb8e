"""From the record to the paper with what programs stumble over: each a page that reads well, none half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Rating
from nextrep.domain.report_sections import ReportSection
from nextrep.reports.styles import Paper
from nextrep.services import journal, questionnaires, report
from nextrep.storage.store import Store
from tests.reports.pdf_reading import page_texts, words_with_boxes
from tests.reports.structure import marked_and_not

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()
LONG_NAME = "Maximiliane-Theodora Freifrau von und zu Hohenlohe-Waldenburg"
HEBREW = "היום היה קשה, אבל התאמנתי 20 דקות (בערך)."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=NOW)
    yield opened
    opened.close()


def entry(store: Store, text: str, back: int = 1) -> int:
    """Write an entry that may go into a report."""
    made = journal.write(store, TODAY - back, text, NOW - timedelta(hours=1)).value
    journal.mark_for_report(store, made.id, in_report=True)
    return made.id


def pages(
    store: Store, name: str = "", questions: tuple[str, ...] = (), entries: tuple[int, ...] = ()
) -> list[str]:
    """Make the report on both papers, look at each page, and return what the last paper says."""
    sections = frozenset(ReportSection) if entries else report.Choice.sections
    choice = replace(report.default_choice(store, NOW.date()), name=name, questions=questions)
    choice = replace(choice, entries=entries, sections=sections if entries else choice.sections)
    said: list[str] = []
    for paper in Paper:
        pdf = report.render(report.content(store, choice, NOW.date()), paper=paper)
        said = page_texts(pdf)
        assert marked_and_not(pdf)[1] == 0
        for page in range(min(len(said), 5)):
            _looks_right(words_with_boxes(pdf, page), paper)
    return said


def _looks_right(words: list[tuple[str, tuple[float, float, float, float]]], paper: Paper) -> None:
    for text, (left, bottom, right, top) in words:
        assert 40 < left < right < paper.width - 40, text
        assert 40 < bottom < top < paper.height - 40, text
    for (one, a), (other, b) in combinations(words, 2):
        wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert wide < 1 or high < 2, f"{one!r} and {other!r}"


def test_no_data_in_the_period_is_said_and_leaves_room_to_write(store: Store) -> None:
    first, *_rest = pages(store)
    assert "nothing logged" in first
    assert "To talk about" in first
    assert " 0 h" not in first


def test_one_questionnaire_stands_alone_without_a_change(store: Store) -> None:
    questionnaires.record_total(store, InstrumentKey.GAD7, TODAY - 3, 9, NOW)
    first, *_rest = pages(store)
    assert "GAD-7" in first
    assert "since first" not in first
    assert "nothing logged" in first


def test_five_days_are_shown_and_make_no_level(store: Store) -> None:
    for back in range(5):
        journal.check_in(store, TODAY - back, {Rating.MOOD: 40 + back * 10, Rating.ANXIETY: 50}, NOW)
    first, *_rest = pages(store)
    assert "5 of 84" in first
    assert "little data: read with care" in first
    assert "per 4 weeks" not in first, "no trend is made of five days"


def test_a_name_of_sixty_characters_stands_there_whole(store: Store) -> None:
    journal.check_in(store, TODAY, {Rating.MOOD: 50}, NOW)
    first, second, *_rest = pages(store, name=LONG_NAME)
    assert LONG_NAME in first
    assert LONG_NAME[:30] in second


def test_notes_from_right_to_left_and_emoji_are_shown_or_owned_up_to(store: Store) -> None:
    number = entry(store, f"{HEBREW}\nGood 🙂 day 👍🏽 – שלום")
    said = pages(store, name="שרה לוי", questions=("למה אני 🙂 עייפה?",), entries=(number,))
    assert "Good ? day" in said[-1]
    for text in said:
        assert "Some characters cannot be shown here and stand as “?”." in text
    assert not re.search("[\u2190-\u21ff\ufffd\u25a1]", "".join(said)), "no boxes"


def test_an_entry_of_twenty_thousand_words_is_printed_to_its_end(store: Store) -> None:
    number = entry(store, "\n".join(" ".join(f"w{n + k}" for k in range(100)) for n in range(0, 20_000, 100)))
    said = " ".join(pages(store, entries=(number,)))
    assert [int(one) for one in re.findall(r"\bw(\d+)", said)] == list(range(20_000))
