"""The three kinds of failure: the person's input, the world around us, and (everything else) our bugs."""

from __future__ import annotations


class UserError(Exception):
    """The input cannot be taken as it is. The text is shown where it arose and says what to do.

    Attributes:
        field: name of the input field at fault, or "" where there is none.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class KnownError(Exception):
    """A condition of the environment: disk full, folder read-only, profile locked, damaged or too new.

    Attributes:
        title: what happened, in a few words.
        safe: what is safe, in one sentence.
        next_step: what the person can do next.
    """

    def __init__(self, title: str, *, safe: str, next_step: str) -> None:
        super().__init__(" ".join((title, safe, next_step)))
        self.title = title
        self.safe = safe
        self.next_step = next_step


class DamagedProfile(KnownError):  # noqa: N818 - a state, not an error of the program
    """The file of the profile is damaged: who can show a choice offers what can be recovered."""


class DamagedProgram(KnownError):  # noqa: N818 - a state, not an error of the program
    """A file of the installed program is missing or not whole: damaged, or replaced while it runs."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """The person stopped a long task."""
