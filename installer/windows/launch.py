"""What NextRep.exe runs inside Python: the program, and a code of its own for an installation with holes."""

import sys

DAMAGED = 73
"""launcher.c knows this exit code, and says to the person what to do."""

sys.frozen = True  # type: ignore[attr-defined] # NextRep.exe is the whole way in: no other Python is wanted
try:
    import no_opengl  # noqa: F401 - stands in for two modules of Qt

    from nextrep.app.main import main

    code = main()
except ImportError:
    # Every module was there when this was installed: the tests start each of them.
    code = DAMAGED
sys.exit(code)
