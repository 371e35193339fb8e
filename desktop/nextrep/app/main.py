"""The one way in: reads the command line, runs a command or opens the window, answers with an exit code."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from nextrep.app.arguments import parser
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
        from nextrep.app.logs import fault_text

        text = fault_text(type(error), error.__traceback__)
        logging.getLogger(__name__).error("%s", text)
        print(tr("nextrep: a fault of the program, not of your file."), file=sys.stderr)
        print(text, file=sys.stderr)
        return OUR_FAULT
