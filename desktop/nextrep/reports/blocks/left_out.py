"""What the person left out of a report is said to be left out: an empty place would read as nothing done."""

from __future__ import annotations

from nextrep.domain.report_sections import ReportSection, section_title
from nextrep.domain.text import tr
from nextrep.reports.content import ReportContent

_USUAL = (
    ReportSection.SCORES,
    ReportSection.DAILY,
    ReportSection.SLEEP,
    ReportSection.TRAINING,
    ReportSection.STRENGTH,
    ReportSection.EVENTS,
)
"""Sections that a reader looks for on the first two pages."""


def left_out_text() -> str:
    """Return what stands in the place of a section that was not ticked."""
    return tr("Left out of this report.")


def left_out_line(content: ReportContent) -> str:
    """Return which of the usual sections were left out, "" where all are there."""
    names = [section_title(one) for one in _USUAL if not content.has(one)]
    return tr("Left out by choice: {sections}.", sections="; ".join(names)) if names else ""
