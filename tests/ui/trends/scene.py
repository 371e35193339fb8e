"""When the tests of Trends take place, and how they open its screen."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from nextrep.storage.store import Store
from nextrep.ui.trends.screen import TrendsScreen

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date().toordinal()


class Opener(Protocol):
    """Opens the screen on a profile as it would look at `now`; with real jobs it reads beside the window."""

    def __call__(self, store: Store, *, real_jobs: bool = False, now: datetime = NOW) -> TrendsScreen:
        """Return the screen, shown."""
