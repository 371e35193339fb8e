"""A crash that dumps the memory of the process would write the key and the open record to a plain disk."""

from __future__ import annotations

import sys

if sys.platform == "win32":

    def leave_no_core() -> None:
        """Do nothing: Windows keeps no whole memory of a program unless the person set it up."""

else:
    import resource

    def leave_no_core() -> None:
        """Let this process leave no core file from now on."""
        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
