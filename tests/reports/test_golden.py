"""The report of a fixed profile, compared line by line with what it was when somebody last looked at it.

After a change that is meant, write the lines anew, and read the difference before it is committed:

    NEXTREP_WRITE_GOLDEN=1 python3 dev.py test tests/reports/test_golden.py
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.reports.content import ReportContent
from nextrep.reports.styles import Paper
from nextrep.services import demo, report
from nextrep.storage.store import Store
from tests.reports.golden import lines_of, moved

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
WRITE = "NEXTREP_WRITE_GOLDEN"
SHOWN = 25


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> ReportContent:
    """What the report for a family doctor says of twelve invented weeks."""
    store = Store(tmp_path_factory.mktemp("golden") / "profile", now=NOW)
    try:
        demo.fill(store, 12, 1, NOW)
        choice = replace(report.default_choice(store, NOW.date()), name="Sam Rivera")
        return replace(report.content(store, choice, NOW.date()), app_version="0.0.0")
    finally:
        store.close()


@pytest.mark.parametrize("paper", Paper)
def test_every_line_of_the_report_stands_where_it_stood(
    content: ReportContent, paper: Paper, repo: Path
) -> None:
    kept = repo / "tests" / "fixtures" / "reports" / f"twelve-weeks-{paper.name.lower()}.txt"
    now = lines_of(report.render(content, paper=paper))
    if os.environ.get(WRITE):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join(now) + "\n", encoding="utf-8", newline="\n")
    said = moved(kept.read_text(encoding="utf-8").splitlines(), now)
    shown = "\n".join(said[:SHOWN])
    assert not said, f"{len(said)} differences:\n{shown}\nIf they are meant, see the top of this file."


def test_a_difference_is_said_in_words() -> None:
    before = ["== page 1 of 1 ==", "  42  120  Mood", "  42  130  Sleep", "  42  140  Fear"]
    now = ["== page 1 of 1 ==", "  42  128  Mood", "  42  130  Sleep", "  42  140  Anxiety"]
    assert moved(before, now) == [
        "gone: 'Fear' from page 1 (42, 140)",
        "moved: 'Mood' from page 1 (42, 120) to page 1 (42, 128)",
        "new: 'Anxiety' at page 1 (42, 140)",
    ]
    assert moved(before, [before[0], before[2], before[1], before[3]]) == [
        "the same words at the same places, read in another order"
    ]
