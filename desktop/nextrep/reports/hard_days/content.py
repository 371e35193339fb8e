"""What stands on the page of the plan for hard days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One part of the plan; one without lines has room to write by hand."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything on the page.

    Attributes:
        contacts: numbers and people, a line each, as they stand at the top.
    """

    title: str
    contacts: tuple[str, ...]
    sections: tuple[PlanSection, ...]
