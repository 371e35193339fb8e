"""Templates: sessions to do again, under names of the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.program import Prescription
from nextrep.domain.session_template import MAX_TITLE_CHARS, TemplateRow, asked_as_done, check_title
from nextrep.domain.session_template import SessionTemplate as SessionTemplate  # noqa: PLC0414
from nextrep.domain.text import tr
from nextrep.domain.training import Block, SetDraft
from nextrep.services import catalog, preferences
from nextrep.settings.table import REST_SECONDS
from nextrep.storage.store import Store

_CHANGES = Changes(sessions=True)


def every(store: Store) -> list[SessionTemplate]:
    """Return every template, the newest first."""
    return store.templates.all()


def copy_of_session(
    store: Store, session_id: int, now: datetime, title: str = ""
) -> Outcome[SessionTemplate]:
    """Make a template of a session, open or finished.

    What was planned for an exercise is asked for again; where nothing was, sets and reps as they were done.

    Args:
        title: name of the template; the session's own if "".

    Raises:
        UserError: the session has no exercise, or the name is over 120 characters.
        KeyError: there is no such session.
    """
    session = store.sessions.get(session_id)
    name = check_title(title or session.title[:MAX_TITLE_CHARS].strip() or tr("Session"))
    blocks = store.blocks.of_session(session_id)
    if not blocks:
        raise UserError(tr("This session has no exercise yet."))
    sets = [entry.draft for entry in store.sets.of_session(session_id)]
    rest_s = preferences.read(store, REST_SECONDS)
    rows = tuple(
        _row(store, block, [one for one in sets if one.block == block.block], rest_s) for block in blocks
    )
    return _put_in(store, SessionTemplate(0, name, now.astimezone(UTC), rows))


def _row(store: Store, block: Block, drafts: Sequence[SetDraft], rest_s: int) -> TemplateRow:
    exercise = catalog.exercise_of(store, block.exercise_id)
    target = block.target
    if target is None:
        return TemplateRow(exercise, asked_as_done(exercise.key, drafts, rest_s))
    asked = Prescription(
        exercise_key=exercise.key,
        sets=target.sets,
        reps_low=target.reps_low,
        reps_high=target.reps_high,
        seconds=target.seconds,
        rir_low=target.rir_low,
        rir_high=target.rir_high,
        rest_s=target.rest_s,
        details=target.details,
    )
    return TemplateRow(exercise, asked)


def _put_in(store: Store, template: SessionTemplate) -> Outcome[SessionTemplate]:
    with store.transaction():
        kept = replace(template, id=store.templates.insert(template))
    label = tr("template {title}", title=template.title)
    return Outcome(kept, _CHANGES, undo=lambda: delete(store, kept.id), label=label)


def get(store: Store, template_id: int) -> SessionTemplate:
    """Return one template.

    Raises:
        KeyError: there is no such template.
    """
    return store.templates.get(template_id)


def rename(store: Store, template_id: int, title: str) -> Outcome[str]:
    """Give a template another name; returns it as it is kept.

    Raises:
        UserError: the name is empty or over 120 characters; `field` is "title".
        KeyError: there is no such template.
    """
    before = store.templates.get(template_id).title
    name = check_title(title)
    if name == before:
        return Outcome(name)
    with store.transaction():
        store.templates.rename(template_id, name)
    label = tr("name of template {title}", title=name)
    return Outcome(name, _CHANGES, undo=lambda: rename(store, template_id, before), label=label)


def delete(store: Store, template_id: int) -> Outcome[None]:
    """Delete a template; sessions that began with it stay.

    Raises:
        KeyError: there is no such template.
    """
    template = store.templates.get(template_id)
    with store.transaction():
        store.templates.delete(template_id)
    label = tr("deleting of template {title}", title=template.title)
    return Outcome(None, _CHANGES, undo=lambda: _put_in(store, template), label=label)
