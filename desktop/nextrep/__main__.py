"""Starts the program: python -m nextrep."""

import sys

from nextrep.app.main import main

sys.exit(main())
