"""Where the profile is."""

from __future__ import annotations

from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr


def profile_folder(given: str | None) -> Path:
    """Return the profile folder: the one given, or the platform's data folder.

    Raises:
        UserError: the given path is a file.
    """
    if given is not None:
        folder = Path(given).expanduser().absolute()
        if folder.exists() and not folder.is_dir():
            raise UserError(tr("“{path}” is a file. --profile takes the folder of a profile.", path=given))
        return folder
    import platformdirs

    return platformdirs.user_data_path("NextRep", appauthor=False)
