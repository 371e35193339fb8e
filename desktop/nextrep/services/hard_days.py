"""The plan for hard days: reading and writing it, and the one page of paper that it fits on."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.hard_days import (
    HardDaysPlan,
    PlanPart,
    part_title,
    plan_from_data,
    plan_to_data,
)
from nextrep.domain.safety import HelpView, written_lines
from nextrep.domain.text import tr
from nextrep.reports.hard_days.content import PlanPage, PlanSection
from nextrep.settings.table import HARD_DAYS_PLAN
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.reports.styles import Paper


def read(store: Store) -> HardDaysPlan:
    """Return the plan; an empty one where nothing was written or it cannot be read."""
    text = store.settings.get(HARD_DAYS_PLAN)
    try:
        return plan_from_data(json.loads(text)) if text else HardDaysPlan()
    except ValueError:
        return HardDaysPlan()


def write(store: Store, part: PlanPart, text: str) -> Outcome[HardDaysPlan]:
    """Keep the text of one part; a blank one takes the part out.

    Raises:
        UserError: it is too long or holds a null character; `field` is the part.
    """
    before = read(store)
    return _save(store, before.with_text(part, text))


def _save(store: Store, plan: HardDaysPlan) -> Outcome[HardDaysPlan]:
    before = read(store)
    if plan == before:
        return Outcome(plan)
    data = plan_to_data(plan)
    with store.transaction():
        store.settings.put(HARD_DAYS_PLAN, json.dumps(data, ensure_ascii=False) if data else "")
    return Outcome(
        plan,
        Changes(settings=True),
        undo=lambda: _save(store, before),
        label=tr("words of the plan"),
    )


def page(plan: HardDaysPlan, contacts: HelpView) -> PlanPage:
    """Return what stands on the paper: the contacts first; an empty part has lines to write on."""
    emergency = ", ".join(contacts.emergency) or tr("The emergency number where you are")
    lines = [tr("In danger now: {number}", number=emergency)]
    lines += [
        tr("{operator}: {numbers}", operator=tr(shown.line.operator), numbers=", ".join(shown.numbers))
        for shown in contacts.lines
    ]
    parts = [PlanSection(part_title(part), written_lines(plan.text(part))) for part in PlanPart]
    return PlanPage(
        title=HARD_DAYS_PLAN.title(),
        contacts=(*lines, *contacts.own_lines, *contacts.contacts),
        sections=tuple(parts),
    )


def render(
    content: PlanPage,
    *,
    paper: Paper | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """Return the PDF, on A4 if no paper is given; always one page.

    Raises:
        Cancelled: `cancelled` said so.
    """
    # ReportLab costs more start-up than the rest of the program; it is loaded when a paper is asked for.
    from nextrep.reports.hard_days.sheet import build_plan_page
    from nextrep.reports.styles import Paper as Papers

    return build_plan_page(content, paper=paper or Papers.A4, cancelled=cancelled)


def file_name() -> str:
    """Return a name for the PDF that says nothing about health."""
    return "my-plan.pdf"
