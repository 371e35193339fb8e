"""Unlocking an encrypted profile from the command line."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from nextrep.app import clock
from nextrep.domain.passphrase import FIELD
from nextrep.domain.text import tr
from nextrep.services import upkeep, vault
from nextrep.services.secret_file import line_in
from nextrep.services.vault import Locked, ProfileKey


def key_of(folder: Path, options: argparse.Namespace) -> ProfileKey | None:
    """Return the key of the profile in `folder`, None where it needs none.

    The passphrase comes from `options.passphrase_file`, or is asked for on the terminal, once: `options`
    keeps the key for a command that opens the profile again.

    Raises:
        Locked: there is neither a file nor a terminal.
        UserError: it is wrong, or the file cannot be read.
        KnownError: see services.vault.unlock.
    """
    upkeep.finish_restoring(folder, held=False)  # a backup that waits may be encrypted, and the profile not
    if not vault.is_encrypted(folder):
        return None
    key: ProfileKey | None = getattr(options, "key", None)
    if key is None:
        key = vault.unlock(folder, passphrase(folder, options), clock.now())
        options.key = key
    return key


def passphrase(what: Path, options: argparse.Namespace) -> str:
    """Return the passphrase of a profile's folder or of a backup, from its file or the terminal.

    Raises:
        Locked: there is neither a file nor a terminal.
        UserError: the file cannot be read.
    """
    if options.passphrase_file is not None:
        return line_in(Path(options.passphrase_file), field=FIELD)
    if sys.stdin is None or not sys.stdin.isatty():
        raise Locked
    try:
        return getpass.getpass(tr("Passphrase of “{name}”: ", name=what))
    except EOFError:
        raise Locked from None
