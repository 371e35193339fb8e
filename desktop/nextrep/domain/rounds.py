"""What comes after a set: the next one of the exercise, or of those that are done in turn with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lap:
    """How far an exercise of a session is.

    Attributes:
        block: its number in the session.
        group: letter of the exercises that are done in turn (a superset or circuit), "" for none.
        done: sets done that were to do; `complete` when none is missing.
    """

    block: int
    group: str
    done: int
    complete: bool


def next_lap(laps: Sequence[Lap], block: int) -> tuple[int | None, bool]:
    """Return the block of the next set after one of `block`, and whether a rest comes before it.

    Exercises of a group take turns; the rest comes after the round. An exercise that began late catches up
    first. After the last set of all there is nothing to rest for.
    """
    here = next(lap for lap in laps if lap.block == block)
    group = [lap for lap in laps if lap.group == here.group] if here.group else [here]
    missing = [lap for lap in group if not lap.complete]
    behind = [lap for lap in missing if lap.done < here.done]
    later = [lap for lap in behind if lap.block > block]
    if behind:
        return (later or behind)[0].block, False
    if missing:
        least = min(lap.done for lap in missing)
        return next(lap.block for lap in missing if lap.done == least), True
    others = [lap for lap in laps if not lap.complete]
    following = [lap for lap in others if lap.block > block]
    found = (following or others)[0].block if others else None
    return found, found is not None
