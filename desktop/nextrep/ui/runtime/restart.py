"""Opening the window anew, on this profile or another one, without ending the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nextrep.services.vault import ProfileKey

RESTART = "restart"
"""Key for `navigate` that is no screen; its argument is a `Restart`."""


@dataclass(frozen=True, slots=True)
class Restart:
    """What comes after the window that is open now.

    Attributes:
        folder: of the profile.
        key: opens it where it is encrypted and the key is known already.
    """

    folder: Path
    key: ProfileKey | None = None
