"""What a person changed about the shipped cues, kept apart from them.

A change refers to the key of a cue and holds the whole cue: when a later version of the program words a
shipped cue anew, the person's words stand; when it drops the cue, the person's one stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nextrep.domain.cues import OWN_CUE, Cue, cue_from_data, cue_to_data
from nextrep.domain.errors import UserError
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class CueEdits:
    """A person's changes.

    Attributes:
        changed: shipped cues in the person's words, each whole.
        own: cues that the person added, in the order of adding.
        hidden: keys of cues that are not shown, whether or not there is such a cue now.
    """

    changed: tuple[Cue, ...] = ()
    own: tuple[Cue, ...] = ()
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A cue as the list of cues shows it.

    Attributes:
        shipped_text: the words it came with where the person has others, else "".
        hidden: whether it is left out before sets.
    """

    cue: Cue
    shipped_text: str = ""
    hidden: bool = False

    @property
    def changed(self) -> bool:
        """Whether a shipped cue has words of the person's."""
        return bool(self.shipped_text)


def entries(shipped: Sequence[Cue], edits: CueEdits) -> tuple[CueEntry, ...]:
    """Return all cues as the person has them, hidden ones too.

    Shipped ones come first, translated where they are unchanged; then changed ones that are shipped no
    longer, then own ones.
    """
    changed = {cue.key: cue for cue in edits.changed}
    found = []
    for cue in shipped:
        own_words = changed.pop(cue.key, None)
        text = tr(cue.text)
        hidden = cue.key in edits.hidden
        if own_words is None or own_words.text == text:
            found.append(CueEntry(cue if text == cue.text else replace(cue, text=text), hidden=hidden))
        else:
            found.append(CueEntry(replace(cue, text=own_words.text), text, hidden))
    found += [CueEntry(cue, hidden=cue.key in edits.hidden) for cue in (*changed.values(), *edits.own)]
    return tuple(found)


def free_key(edits: CueEdits) -> str:
    """Return a key for one more own cue."""
    taken = {cue.key for cue in edits.own} | edits.hidden
    number = len(edits.own) + 1
    while f"{OWN_CUE}{number}" in taken:
        number += 1
    return f"{OWN_CUE}{number}"


def edits_to_data(edits: CueEdits) -> dict[str, Any]:
    """Return plain data; what is empty is left out."""
    data = {
        "changed": [cue_to_data(cue) for cue in edits.changed],
        "own": [cue_to_data(cue) for cue in edits.own],
        "hidden": sorted(edits.hidden),
    }
    return {name: value for name, value in data.items() if value}


def edits_from_data(data: object) -> CueEdits:
    """Return what `edits_to_data` wrote; what cannot be read is left out, the rest counts."""
    if not isinstance(data, Mapping):
        return CueEdits()
    hidden = data.get("hidden")
    return CueEdits(
        changed=tuple(cue for cue in _cues(data.get("changed")) if not cue.own),
        own=tuple(cue for cue in _cues(data.get("own")) if cue.own),
        hidden=frozenset(key for key in hidden if isinstance(key, str))
        if isinstance(hidden, list)
        else frozenset(),
    )


def _cues(rows: object) -> list[Cue]:
    """Return the cues that can be read, the first of each key."""
    found: dict[str, Cue] = {}
    for row in rows if isinstance(rows, list) else ():
        try:
            cue = cue_from_data(row)
        except (KeyError, TypeError, ValueError, UserError):
            continue
        found.setdefault(cue.key, cue)
    return list(found.values())
