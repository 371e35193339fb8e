"""Who tells the person about a failure that no screen can show in place."""

from __future__ import annotations

from typing import Protocol

from nextrep.domain.errors import KnownError


class Reporter(Protocol):
    """Shows failures; the window has a dialog for it, tests have a list."""

    def known(self, error: KnownError) -> None:
        """Show a condition of the environment: what happened, what is safe, what to do."""

    def user(self, message: str, field: str) -> None:
        """Show a message about the person's input that had no place of its own."""
