"""Several people on one computer: a profile each, chosen at the start, with nothing in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.storage import profiles as files

FIELD = "name"
MOST_CHARS = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """One person's.

    Attributes:
        folder: where it is.
        name: as the list of people shows it, before anything is unlocked.
    """

    folder: Path
    name: str


def people(folder: Path) -> list[Profile]:
    """Return the profiles beside the one in `folder`, and that one, the first person's first."""
    return [Profile(one, _name(one)) for one in files.folders(files.home_of(folder))]


def add(folder: Path, name: str) -> Profile:
    """Make a profile for another person, beside the one in `folder`.

    Raises:
        UserError: the name is empty, too long or taken; `field` is "name".
        KnownError: it cannot be written.
    """
    checked = _checked(folder, name, None)
    home = files.home_of(folder)
    try:
        return Profile(files.make(home, checked), checked)
    except OSError as error:
        raise _cannot(home, error) from None


def rename(folder: Path, name: str) -> Profile:
    """Give the profile in `folder` another name in the list of people.

    Raises:
        UserError: the name is empty, too long or taken; `field` is "name".
        KnownError: it cannot be written.
    """
    checked = _checked(folder, name, folder)
    try:
        files.put_name(folder, checked)
    except OSError as error:
        raise _cannot(folder, error) from None
    return Profile(folder, checked)


def _name(folder: Path) -> str:
    return files.name_in(folder) or tr("First profile")


def _checked(folder: Path, name: str, but: Path | None) -> str:
    """Return a name as it is kept."""
    name = " ".join(name.split())
    if not name:
        raise UserError(tr("A name or a sign is needed, to tell the profiles apart."), field=FIELD)
    if len(name) > MOST_CHARS:
        raise UserError(tr("At most {n} letters.", n=MOST_CHARS), field=FIELD)
    if any(one.name.casefold() == name.casefold() for one in people(folder) if one.folder != but):
        raise UserError(tr("There is a profile of that name already."), field=FIELD)
    return name


def _cannot(folder: Path, error: OSError) -> KnownError:
    return KnownError(
        tr("NextRep cannot write to “{folder}”.", folder=folder),
        safe=tr("Nothing was changed."),
        next_step=tr("Check the disk: {why}.", why=error.strerror or str(error)),
    )
