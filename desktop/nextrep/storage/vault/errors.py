"""What can be wrong with a locked profile, each said in its own words."""

from __future__ import annotations

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

KEY_FILE = "nextrep.key"


class Locked(KnownError):  # noqa: N818 - a state, not an error of the program
    """The profile is encrypted, and no key was given."""

    def __init__(self) -> None:
        super().__init__(
            tr("This profile is locked with a passphrase."),
            safe=tr("Nothing was changed."),
            next_step=tr("Unlock it in the window, or name a file with the passphrase: --passphrase-file."),
        )


def key_file_missing() -> KnownError:
    """Return what to say where the database is encrypted and there is no key file."""
    return KnownError(
        tr("The profile is encrypted, and its key file “{file}” is missing.", file=KEY_FILE),
        safe=tr("The database was left exactly as it is."),
        next_step=tr(
            "Put the key file back beside it: it is in every backup. Without it nothing opens the profile."
        ),
    )


def key_file_unreadable(error: OSError) -> KnownError:
    """Return what to say where the system does not let the key file be read."""
    return KnownError(
        tr("The key file “{file}” cannot be read.", file=KEY_FILE),
        safe=tr("Nothing was changed."),
        next_step=tr("Check that you may read it: {why}.", why=error.strerror or str(error)),
    )


def key_file_cut_short() -> KnownError:
    """Return what to say where the end of the key file is missing."""
    return _key_file(tr("The key file “{file}” is cut short: its end is missing.", file=KEY_FILE))


def key_file_strange() -> KnownError:
    """Return what to say of a file that is no key file."""
    return _key_file(tr("The file “{file}” is damaged or is not a key file.", file=KEY_FILE))


def key_file_changed(what: str) -> KnownError:
    """Return what to say where a part of the key file is not what was written.

    Args:
        what: the part, as `tr` gives it.
    """
    return _key_file(tr("The key file “{file}” was changed: {what}.", file=KEY_FILE, what=what))


def key_file_newer(found: int, known: int) -> KnownError:
    """Return what to say of a key file of a later version."""
    return KnownError(
        tr("The key file of this profile was written by a newer NextRep."),
        safe=tr("It was not changed."),
        next_step=tr(
            "Install the newest NextRep over this one; your data stays where it is."
            " (The key file has format {found}, this version knows {known}.)",
            found=found,
            known=known,
        ),
    )


def another_profile() -> KnownError:
    """Return what to say where key file and database do not belong together."""
    return KnownError(
        tr(
            "The database in this folder belongs to another profile than the key file “{file}”.",
            file=KEY_FILE,
        ),
        safe=tr("Both files were left exactly as they are."),
        next_step=tr("Put the two files of one profile, or of one backup, into the folder."),
    )


def log_of_another_profile(name: str) -> KnownError:
    """Return what to say where the write-ahead log beside a database belongs to another one."""
    return KnownError(
        tr("The file “{file}” beside the database is of another profile.", file=name),
        safe=tr("Both files were left exactly as they are."),
        next_step=tr("Move it out of the folder, then open the profile again."),
    )


def not_encrypted() -> KnownError:
    """Return what to say where there is a key file, but the database beside it is a plain one."""
    return KnownError(
        tr("There is a key file in this folder, but the database beside it is not encrypted."),
        safe=tr("Both files were left exactly as they are."),
        next_step=tr("Somebody put another database there. Put back the one that belongs to the key file."),
    )


def cannot_write_key_file(error: OSError) -> KnownError:
    """Return what to say where the key file cannot be written."""
    return KnownError(
        tr("The key file “{file}” could not be written.", file=KEY_FILE),
        safe=tr("The profile opens as before."),
        next_step=tr("Check the disk: {why}.", why=error.strerror or str(error)),
    )


def _key_file(title: str) -> KnownError:
    return KnownError(
        title,
        safe=tr("The profile was left exactly as it is."),
        next_step=tr("Put the key file of a backup in its place: every backup of this profile has it."),
    )
