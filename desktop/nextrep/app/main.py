"""The one way in: reads the command line, runs a command or opens the window, answers with an exit code."""

from __future__ import annotations

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from nextrep.app import clock
from nextrep.app.arguments import parsed
from nextrep.app.display import need_display
from nextrep.app.paths import profile_folder
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.resources.paths import damaged

if TYPE_CHECKING:
    from nextrep.services.vault import ProfileKey

DONE, INPUT_AT_FAULT, OUR_FAULT = 0, 1, 3
INTERRUPTED = 130
"""What shells give for a command that was stopped with Ctrl+C."""
_READER_LEFT = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}
"""What is said of a pipe that nobody reads any more: nothing is wrong with it or with us."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        0 done, 1 the input or its surroundings are at fault (said in one line on stderr), 3 a fault of ours,
        130 stopped with Ctrl+C. Wrong usage ends the process with 2.
    """
    options = parsed(sys.argv[1:] if arguments is None else arguments)
    # Whatever is made from now on, by us, by Qt or by SQLite, is for its owner alone.
    os.umask(0o077)
    if options.smoke is not None:
        return _smoke(options)
    if options.command == "window":
        return _window(options)
    said = io.StringIO()
    try:
        from nextrep.app import commands

        # Printed at the end, so that a reader who leaves early does not stop the work in its middle.
        with redirect_stdout(said):
            code = commands.run(options)
        _print(said.getvalue())
    except (UserError, KnownError) as error:
        # A file's name may hold line ends, and a script reads one line.
        print(f"nextrep: {' '.join(str(error).splitlines())}", file=sys.stderr)
        return INPUT_AT_FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except ImportError as error:
        print(f"nextrep: {damaged(error.name or str(error))}", file=sys.stderr)
        return INPUT_AT_FAULT
    except Exception as error:  # noqa: BLE001 - the crash hook of the command line
        return _our_fault(error, options.profile)
    return code


def _print(text: str) -> None:
    """Write the output, in whatever letters it can take.

    Raises:
        KnownError: it cannot be written.
    """
    out = sys.stdout
    if out is None:  # closed from the start
        return
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors="backslashreplace")
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        _give_up_output()
        if error.errno in _READER_LEFT:
            return
        raise KnownError(
            tr("The output could not be written."),
            safe=tr("What was asked for is done."),
            next_step=tr("Send it to another place: {why}.", why=error.strerror or str(error)),
        ) from None


def _give_up_output() -> None:
    """Send what is still to be written nowhere, or Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _window(options: argparse.Namespace) -> int:
    try:
        need_display(os.environ)
        key = _key_for_window(options) if options.passphrase_file else None
    except (UserError, KnownError) as error:
        print(f"nextrep: {error}", file=sys.stderr)
        return INPUT_AT_FAULT
    # Looking for garbage while modules load finds none and costs a tenth of the start; `Wiring` begins again.
    gc.disable()
    file = Path(options.file).expanduser().absolute() if options.file else None
    try:
        from nextrep.app.window import run_window

        return run_window(options.profile, key, file)
    except (ImportError, KnownError) as error:  # a part of the program is not there
        from nextrep.app.damaged import say_damaged

        return say_damaged(error)


def _smoke(options: argparse.Namespace) -> int:
    try:
        need_display(os.environ)
        from nextrep.app.smoke import run_smoke

        return run_smoke(Path(options.smoke).expanduser().absolute())
    except (UserError, KnownError) as error:
        with suppress(OSError):  # nobody reads it
            print(f"nextrep: {error}", file=sys.stderr)
        return INPUT_AT_FAULT


def _key_for_window(options: argparse.Namespace) -> ProfileKey | None:
    from nextrep.app import unlocking

    return unlocking.key_of(profile_folder(options.profile), options)


def _our_fault(error: Exception, given: str | None) -> int:
    """Say where in the program it happened, and keep that in the log of the profile, if there is one."""
    from nextrep.services.faults import fault_text, write_fault

    text = fault_text(type(error), error.__traceback__)
    with suppress(UserError):  # no folder was given that could be a profile's
        write_fault(profile_folder(given), text, clock.now())
    print(tr("nextrep: a fault of the program, not of your file."), file=sys.stderr)
    print(text, file=sys.stderr)
    return OUR_FAULT
