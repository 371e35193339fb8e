"""Where the profile is."""

from __future__ import annotations

from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr


def profile_folder(given: str | None) -> Path:
    """Return the profile folder: the one given, or the platform's data folder.

    Raises:
        UserError: the given path is empty or a file, or there is no home to look in.
    """
    if given is not None:
        return _given_folder(given)
    import platformdirs

    folder = platformdirs.user_data_path("NextRep", appauthor=False)
    if not folder.is_absolute():
        raise UserError(tr("There is no home folder to keep a profile in. Say where with --profile."))
    return folder


def _given_folder(given: str) -> Path:
    if not given.strip():
        raise UserError(tr("--profile takes the folder of a profile, and got an empty name."))
    try:
        folder = Path(given).expanduser().absolute()
        is_file = folder.exists() and not folder.is_dir()
    except (OSError, RuntimeError):  # not to be looked at, or the home of somebody unknown
        raise UserError(tr("“{path}” is no folder that NextRep can open.", path=given)) from None
    if is_file:
        raise UserError(tr("“{path}” is a file. --profile takes the folder of a profile.", path=given))
    return folder


def has_others(folder: Path) -> bool:
    """Tell whether there may be profiles of other people beside the one in `folder`, at next to no cost."""
    try:
        return folder.with_name(f"{folder.name} profiles").is_dir()  # as storage.profiles.others_of
    except OSError:  # not to be looked at: opening the profile says so
        return False
