"""Questionnaires from files: opening one, keeping its words in the profile, offering it no longer."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.forms import Form, FormFileError
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.text import tr
from nextrep.storage.store import Store

_CHANGES = Changes(assessments=True)


def add(store: Store, path: Path, now: datetime) -> Outcome[int]:
    """Read a FHIR questionnaire, keep it, and return its number; the same file a second time is the same one.

    Raises:
        UserError: the file cannot be read at all.
        FormFileError: it is no questionnaire, or has mistakes; each names its place.
    """
    from nextrep.exchange.fhir_questionnaire import read_form_file  # with it comes Python's reader of HTML

    form, source = read_form_file(path)
    known = store.questionnaires.find(source)
    if known is not None:
        return set_removed(store, known, removed=False)
    with store.transaction():
        number = store.questionnaires.insert(form.title, source, now)
    return Outcome(
        number,
        _CHANGES,
        undo=lambda: set_removed(store, number, removed=True),
        label=tr("questionnaire {title}", title=form.title),
    )


def set_removed(store: Store, number: int, *, removed: bool) -> Outcome[int]:
    """Offer a questionnaire no longer, or again. What was answered by it stays, and so do its words."""
    before = store.questionnaires.is_removed(number)
    with store.transaction():
        store.questionnaires.set_removed(number, removed=removed)
    return Outcome(
        number,
        _CHANGES,
        undo=(lambda: set_removed(store, number, removed=before)) if before != removed else None,
        label=tr("questionnaire {title}", title=title_of(store, number)),
    )


def form(store: Store, number: int) -> Form:
    """Return a questionnaire with its words.

    Raises:
        KeyError: there is none of that number.
        FormFileError: it cannot be read any more, by a newer or older NextRep.
    """
    kept = store.questionnaires.get(number)
    from nextrep.exchange.fhir_questionnaire import read_form

    return read_form(kept.source, kept.title)


def instrument_of(store: Store, number: int) -> InstrumentKey | None:
    """Return how a questionnaire is scored; None where it is not, or cannot be read any more.

    Raises:
        KeyError: there is none of that number.
    """
    try:
        return form(store, number).instrument
    except FormFileError:
        return None


def title_of(store: Store, number: int) -> str:
    """Return the title of a questionnaire.

    Raises:
        KeyError: there is none of that number.
    """
    return store.questionnaires.get(number).title


def export_rows(store: Store) -> list[dict[str, Any]]:
    """Return every opened file for the export, whole: its answers need its words and its copyright line.

    A file is JSON (it was read as such when it was opened); one that is none any more goes out as text.
    """
    return [
        {"file": kept.id, "title": kept.title, "offered": not removed, "fhir": _parsed(kept.source)}
        for kept in store.questionnaires.all()
        for removed in (store.questionnaires.is_removed(kept.id),)
    ]


def _parsed(source: str) -> Any:
    try:
        return json.loads(source)
    except ValueError:
        return source
