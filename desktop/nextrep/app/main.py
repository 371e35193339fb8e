"""The one way in: reads the command line, runs a command or opens the window, answers with an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress

from nextrep.app import clock
from nextrep.app.arguments import parser
from nextrep.app.paths import profile_folder
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr

DONE, INPUT_AT_FAULT, OUR_FAULT = 0, 1, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Returns:
        0 done, 1 the input or its surroundings are at fault (said in one line on stderr), 3 a fault of ours.
        Wrong usage ends the process with 2.
    """
    options = parser().parse_args(arguments)
    if options.command == "window":
        from nextrep.app.window import run_window

        return run_window(options.profile)
    try:
        from nextrep.app import commands

        return commands.run(options)
    except (UserError, KnownError) as error:
        print(f"nextrep: {error}", file=sys.stderr)
        return INPUT_AT_FAULT
    except BrokenPipeError:
        # The reader of our output left; nothing is wrong with it or with us.
        sys.stderr.close()
        return DONE
    except Exception as error:  # noqa: BLE001 - the crash hook of the command line
        return _our_fault(error, options.profile)


def _our_fault(error: Exception, given: str | None) -> int:
    """Say where in the program it happened, and keep that in the log of the profile, if there is one."""
    from nextrep.services.faults import fault_text, write_fault

    text = fault_text(type(error), error.__traceback__)
    with suppress(UserError):  # no folder was given that could be a profile's
        write_fault(profile_folder(given), text, clock.now())
    print(tr("nextrep: a fault of the program, not of your file."), file=sys.stderr)
    print(text, file=sys.stderr)
    return OUR_FAULT
