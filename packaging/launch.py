"""What the frozen program runs first."""

import sys

from nextrep.app.main import main

sys.exit(main())
