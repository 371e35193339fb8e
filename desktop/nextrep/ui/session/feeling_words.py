"""How it felt before and after a session, in words that draw nothing from it."""

from __future__ import annotations

from collections.abc import Callable

from nextrep.domain.figures import signed
from nextrep.domain.text import tr
from nextrep.domain.training import Session


def change_words(session: Session) -> str:
    """Return how it felt before and after, one line for each scale; "" where nothing was rated.

    It says what was answered and draws nothing from it.
    """
    lines = (
        _change(tr("Pleasant"), session.pleasant_before, session.pleasant_after, signed),
        _change(tr("Activated"), session.activated_before, session.activated_after, str),
    )
    return "\n".join(line for line in lines if line)


def _change(name: str, before: int | None, after: int | None, write: Callable[[int], str]) -> str:
    if before is not None and after is not None:
        return tr(
            "{name}: {before} before, {after} after", name=name, before=write(before), after=write(after)
        )
    if after is not None:
        return tr("{name} afterwards: {after}", name=name, after=write(after))
    return tr("{name} before: {before}", name=name, before=write(before)) if before is not None else ""
