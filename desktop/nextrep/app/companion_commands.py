"""The command that writes the machine-readable companion of a report."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from nextrep.app import clock, report_command
from nextrep.domain.companion import Companion, CompanionKind
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import HARM_ITEM
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr
from nextrep.services import companion, report_giving
from nextrep.services.report import Choice
from nextrep.services.report_giving import ShareKind
from nextrep.storage.store import Store

_KINDS = {".json": CompanionKind.FHIR, ".csv": CompanionKind.CSV, ".zip": CompanionKind.ZIP}


def write_companion(store: Store, options: argparse.Namespace) -> Choice:
    """Write the files, say what they are, and return what was chosen.

    Raises:
        UserError: the period makes no report, or the file's ending says no kind.
        KnownError: it cannot be written.
    """
    target = Path(options.file)
    kind = _KINDS.get(target.suffix.lower())
    if kind is None:
        said = tr("The file ends with .json for FHIR, .csv for a table, .zip for both.")
        raise UserError(said, field="file")
    choice = report_command.chosen(store, options, clock.now().date())
    if options.name is not None:
        choice = replace(choice, name=options.name)
    written = companion.save(store, choice, target, kind, weight=options.with_body_weight)
    for file in written:
        print(file)
    scores = replace(choice, sections=choice.sections & {ReportSection.SCORES})
    if _holds_item_9(companion.gather(store, scores)):
        print(
            tr(
                "It has answers on thoughts of dying or self-harm (item 9 of the PHQ-9) in it; "
                "--without-questionnaires leaves all questionnaires out."
            )
        )
    return choice


def record(store: Store, choice: Choice, options: argparse.Namespace) -> None:
    """Put it on the list of what was shared."""
    name = Path(options.file).name
    report_giving.record_share(
        store, report_giving.share_of(choice, clock.now(), ShareKind.COMPANION, file_name=name)
    )


def _holds_item_9(found: Companion) -> bool:
    return any(
        answer.number == HARM_ITEM for answered in found.answered for answer in answered.one.answers.values()
    )
