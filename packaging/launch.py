"""What the frozen program runs first."""

import os
import sys
from pathlib import Path

# The folder of our libraries is for this program alone, not for those that it opens files with. What is
# loaded here is not touched by that: the system's loader has read the variable before anything else.
if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

from nextrep.app.main import main


def _start() -> int | str:
    """Run the program, unless a library is cut off: loading it would end the process without a word."""
    if sys.platform.startswith("linux"):
        from nextrep.app.installed_files import cut_off
        from nextrep.resources.paths import damaged

        if (library := cut_off(Path(sys._MEIPASS))) is not None:  # noqa: SLF001 - PyInstaller's own
            return f"nextrep: {damaged(library.name)}"
    return main()


sys.exit(_start())  # a text goes to standard error, and the exit code is 1
