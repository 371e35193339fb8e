#!/usr/bin/env python3
"""One door to NextRep's source: set up, run, test, check, build.

Needs Python 3.11 or newer and nothing else; installs what is missing and says so. Safe to repeat.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
USAGE = """python3 dev.py COMMAND

  run [ARGUMENTS]       open NextRep, or hand it a command: run --version
  test [PYTEST ARGS]    every check and every test; with arguments, pytest alone with these;
                        test --install: the Debian package in a bare system
  setup                 make or repair the environment for all commands
  check                 linter, formatting, types, import rules
  fix                   mend what the linter and the formatter can mend
  bench [ARGUMENTS]     measure speed and memory against their targets
  simulate [DIARIES]    count how often a finding of Trends says what is not there
  screens OUT [ARGS]    draw every screen into the folder OUT, with invented data unless --profile is given
  build [WHAT ...]      make what people install, in dist/: wheel (with the bill of its parts), deb, run, rpm,
                        windows, or all;
                        --release compresses as far as it goes and signs the checksums;
                        --twice builds the commit once more elsewhere and compares every file;
                        --allow-missing leaves out what cannot be made on this computer
  verify FOLDER [VER]   check downloads: signature, version, and the sum of every file
  audit                 ask whether a package in use has a known weakness; needs a network
  notices               collect the licence texts of everything that comes with the program
  keep-profile          store a small profile of this version's format, for the tests of later ones
"""


def main(words: list[str]) -> int:
    """Carry out one command and return its exit code."""
    if sys.version_info[:2] < OLDEST:
        print(_too_old(), file=sys.stderr)
        return 1
    from tools import commands
    from tools.console import SetupError

    known = {
        "run": commands.run,
        "test": commands.test,
        "setup": commands.setup,
        "check": commands.check,
        "fix": commands.fix,
        "bench": commands.bench,
        "simulate": commands.simulate,
        "screens": commands.screens,
        "build": commands.build,
        "audit": commands.audit,
        "verify": commands.verify,
        "notices": commands.notices,
        "keep-profile": commands.keep_profile,
    }
    if not words or words[0] not in known:
        asked_for_help = bool(words) and words[0] in ("help", "-h", "--help")
        print(USAGE, file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return known[words[0]](ROOT, words[1:])
    except SetupError as reason:
        print(f"[dev] {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _too_old() -> str:
    wanted = ".".join(map(str, OLDEST))
    text = f"NextRep needs Python {wanted} or newer; this is {sys.version.split()[0]}."
    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    if newer:
        return f"{text} You have one: {' '.join([newer[0], 'dev.py', *sys.argv[1:]])}"
    return f"{text} Install a newer Python and run this again with it."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
