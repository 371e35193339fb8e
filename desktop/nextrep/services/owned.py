"""What the person has to lift with: kept with the profile, and the loads that follow from it."""

from __future__ import annotations

import json
from functools import lru_cache

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.loads import Loads
from nextrep.domain.owned import Owned, check_owned
from nextrep.domain.owned_data import owned_from_data, owned_to_data
from nextrep.settings.table import OWNED
from nextrep.storage.store import Store


def read(store: Store) -> Owned:
    """Return what the person said; nothing where it was never said or cannot be read."""
    return loads(store).owned


def loads(store: Store) -> Loads:
    """Return the loads that exist for the person; the usual steps where nothing is said."""
    return _loads_of(store.settings.get(OWNED))


def save(store: Store, owned: Owned) -> Outcome[Owned]:
    """Keep what the person has as one step that can be taken back.

    Raises:
        UserError: a number is out of range, or it makes too many different loads; `field` names the
            attribute of `Owned`, or the kind of bar.
    """
    before = read(store)
    Loads(check_owned(owned)).check()
    if owned == before:
        return Outcome(owned)
    text = json.dumps(owned_to_data(owned)) if owned != Owned() else ""
    with store.transaction():
        store.settings.put(OWNED, text)
    return Outcome(
        owned,
        Changes(settings=True),
        undo=lambda: save(store, before),
        label=OWNED.title(),
    )


@lru_cache(maxsize=4)
def _loads_of(text: str) -> Loads:
    """Return the loads for a kept text: what they add up to is worked out once for each answer."""
    if not text:
        return Loads()
    try:
        return Loads(owned_from_data(json.loads(text))).check()
    except (ValueError, UserError):
        return Loads()
