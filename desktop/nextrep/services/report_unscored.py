"""Questionnaires of opened files in a report: kept as answered, unscored, with their copyright lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nextrep.domain.assessments import Assessment
from nextrep.domain.figures import day_month, full
from nextrep.domain.forms import FormFileError
from nextrep.domain.instruments import HARM_ITEM, InstrumentKey, instrument
from nextrep.domain.text import tr, tr_n
from nextrep.services import questionnaire_files as files
from nextrep.storage.store import Store

_MOST_ANSWERS = 6


def title_of(store: Store, one: Assessment) -> str:
    """Return the title of the instrument, or of the opened file."""
    return instrument(one.instrument).title if one.instrument else files.title_of(store, one.form_id or 0)


def holds_item_9(several: Sequence[Assessment]) -> bool:
    """Whether an item on thoughts of dying or self-harm is among the answers, or asked for by the PHQ-9."""
    asked = several[0].instrument is InstrumentKey.PHQ9
    return asked or any(answer.number == HARM_ITEM for one in several for answer in one.answers.values())


def day_text(ordinal: int, *, with_year: bool) -> str:
    """Return a day (date ordinal), with its year where the period is long."""
    on = date.fromordinal(ordinal)
    return full(on) if with_year else day_month(on)


def unscored(store: Store, several: Sequence[Assessment], *, with_year: bool) -> str:
    """Return in words how often a file was answered; its item on self-harm by itself (4.1.5)."""
    days = tuple(day_text(one.day, with_year=with_year) for one in several)
    when = tr("{first} to {last}", first=days[0], last=days[-1]) if days[0] != days[-1] else days[0]
    said = tr_n(
        "{title} (file): kept as answered {n} time, without a score ({when}).",
        "{title} (file): kept as answered {n} times, without a score ({when}).",
        len(several),
        title=title_of(store, several[0]),
        when=when,
    )
    values = [_harm_value(one) for one in several]
    if not any(values):
        return said
    answers = ", ".join(value or tr("–") for value in values[-_MOST_ANSWERS:])
    return tr("{said} Its item on thoughts of dying or self-harm: {answers}.", said=said, answers=answers)


def _harm_value(one: Assessment) -> str:
    for answer in one.answers.values():
        if answer.number == HARM_ITEM:
            return tr("answered, worth not said in the file") if answer.value is None else str(answer.value)
    return ""


def rights(store: Store, found: Sequence[Assessment]) -> tuple[str, ...]:
    """Return the copyright lines of the files that were answered (2.4b); a file without one has none."""
    lines = []
    for number in dict.fromkeys(one.form_id for one in found if one.form_id is not None):
        try:
            form = files.form(store, number)
        except FormFileError:
            continue
        if form.rights:
            lines.append(tr("{title}: {rights}", title=form.title, rights=form.rights))
    return tuple(lines)
