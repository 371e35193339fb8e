"""The command that writes the clinician's report."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nextrep.app import clock
from nextrep.domain.errors import UserError
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr
from nextrep.reports.content import ReportContent
from nextrep.services import report, report_giving, report_scores
from nextrep.services.report import Choice
from nextrep.services.report_giving import ShareKind
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report, and what was chosen for it."""

    choice: Choice
    content: ReportContent
    pdf: bytes


def password(options: argparse.Namespace) -> str | None:
    """Return the password of the file that the options name, None where they name none.

    Raises:
        UserError: it cannot be read, or cannot lock a PDF.
    """
    if options.password_file is None:
        return None
    return report_giving.password_from(Path(options.password_file))


def make(store: Store, options: argparse.Namespace) -> Made:
    """Return the report that the options ask for.

    Raises:
        UserError: no report can be made of them.
    """
    from nextrep.reports.styles import Paper

    today = clock.now().date()
    choice = chosen(store, options, today)
    content = report.content(store, choice, today)
    return Made(
        choice, content, report.render(content, paper=Paper[options.paper.upper()], grey=options.grey)
    )


def write(made: Made, target: Path, password: str | None) -> None:
    """Write the report, locked where there is a password, and say what was written.

    Raises:
        UserError: the password cannot lock a PDF.
        KnownError: it cannot be written; an older file is left as it was.
    """
    report.save(made.pdf if password is None else report_giving.protect(made.pdf, password), target)
    print(tr("Report of {first} to {last} written.", first=made.choice.first, last=made.choice.last))
    if password is not None:
        print(tr("It opens with the password only. A forgotten one cannot be recovered."))
    if made.content.scores.with_item_9 or made.content.scores.harm_unscored:
        print(
            tr(
                "It has answers on thoughts of dying or self-harm (item 9 of the PHQ-9) in it; "
                "--without-questionnaires leaves all questionnaires out."
            )
        )


def record(store: Store, made: Made, target: Path, *, protected: bool) -> None:
    """Put it on the list of what was shared."""
    share = report_giving.share_of(
        made.choice, clock.now(), ShareKind.SAVED, file_name=target.name, protected=protected
    )
    report_giving.record_share(store, share)


def chosen(store: Store, options: argparse.Namespace, today: date) -> Choice:
    """Return what the options of a report choose; its companion has the same ones.

    Raises:
        UserError: an entry is not marked for a report or not in the period, or no day of entries is named.
    """
    choice = report.default_choice(store, today)
    if options.last is not None:
        first = max(options.last.toordinal() - (report.DEFAULT_DAYS - 1), 1)
        choice = replace(choice, first=date.fromordinal(first), last=options.last)
    if options.first is not None:
        choice = replace(choice, first=options.first)
    if options.include is not None:
        choice = replace(choice, sections=options.include)
    if options.without_questionnaires:
        offered = report_scores.offered(store, choice.first.toordinal(), choice.last.toordinal())
        choice = replace(choice, left_out=frozenset(one.key for one in offered))
    return _with_entries(store, choice, options.entries)


def _with_entries(store: Store, choice: Choice, days: tuple[date, ...] | None) -> Choice:
    """Add the marked journal entries of some days; none is ever taken without its day being named."""
    if days is None:
        if ReportSection.JOURNAL in choice.sections:
            raise UserError(tr("Name the days of the entries that you want in it: --entries 2026-11-22,…"))
        return choice
    entries: list[int] = []
    for day in days:
        marked = store.entries.for_report(day.toordinal(), day.toordinal())
        if not choice.first <= day <= choice.last:
            raise UserError(tr("{day} is not in the period of the report.", day=day))
        if not marked:
            raise UserError(tr("No entry of {day} is marked “may go into a report”.", day=day))
        entries += [entry.id for entry in marked]
    sections = choice.sections | {ReportSection.JOURNAL}
    return replace(choice, entries=tuple(dict.fromkeys(entries)), sections=sections)
