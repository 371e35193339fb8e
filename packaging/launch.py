"""What the frozen program runs first."""

import os
import sys

# The folder of our libraries is for this program alone, not for those that it opens files with. What is
# loaded here is not touched by that: the system's loader has read the variable before anything else.
if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

from nextrep.app.main import main

sys.exit(main())
