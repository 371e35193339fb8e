"""The recovery key of an encrypted profile: how it is written, and what a typing error in it says.

Seven groups of four random signs and a check sign. The signs are 32 letters and digits without I, O, 0 and 1,
which are read for one another. Each group has a check sign of its own, so that what was mistyped can be said
by its group: the check is a sum over the field with 32 elements, in which every single wrong sign, every two
that changed places, and a group in another group's place come out differently.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr

FIELD = "recovery"
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
GROUPS, RANDOM_IN_GROUP = 7, 4
GROUP = RANDOM_IN_GROUP + 1
"""Signs of a group: 28 random ones in all are 140 bits."""

_POLYNOMIAL = 0b100101
"""x⁵ + x² + 1, of which x is a primitive root: its powers are all different."""


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    """A recovery key. Its text is in no repr, so that it comes into no log.

    Attributes:
        signs: the random signs, without check signs.
    """

    signs: str = field(repr=False)

    @property
    def text(self) -> str:
        """The key as it is shown, printed and typed: groups with their check signs and dashes between."""
        return "-".join(
            group + _check_sign(group, place)
            for place, group in enumerate(_parts(self.signs, RANDOM_IN_GROUP))
        )


def new_recovery_key() -> RecoveryKey:
    """Return a new key from the system's random numbers."""
    return RecoveryKey("".join(secrets.choice(SIGNS) for _ in range(GROUPS * RANDOM_IN_GROUP)))


def read_recovery_key(text: str) -> RecoveryKey:
    """Return the key that was typed; spaces, dashes and small letters make no difference.

    Raises:
        UserError: it cannot be a recovery key, and which group is not right; `field` is "recovery".
    """
    signs = "".join(sign for sign in text.upper() if sign.isalnum())
    strange = sorted(set(signs) - set(SIGNS))
    if strange:
        raise UserError(
            tr(
                "“{sign}” is in no recovery key: there are neither I and O nor 0 and 1. "
                "Look for a letter or digit that looks like it.",
                sign=strange[0],
            ),
            field=FIELD,
        )
    if len(signs) != GROUPS * GROUP:
        raise UserError(
            tr(
                "A recovery key has {all} letters and digits, and here are {n}.",
                all=GROUPS * GROUP,
                n=len(signs),
            ),
            field=FIELD,
        )
    groups = _parts(signs, GROUP)
    for place, group in enumerate(groups):
        if _check_sign(group[:-1], place) != group[-1]:
            raise UserError(
                tr(
                    "Look again at group {n}, “{group}”: something in it is mistyped.",
                    n=place + 1,
                    group=group,
                ),
                field=FIELD,
            )
    return RecoveryKey("".join(group[:-1] for group in groups))


def _parts(signs: str, length: int) -> list[str]:
    return [signs[start : start + length] for start in range(0, len(signs), length)]


def _check_sign(group: str, place: int) -> str:
    """Return the sign that makes the group's polynomial, with its place in the key, come to nothing."""
    total = place + 1
    for sign in group:
        total = _doubled(total) ^ SIGNS.index(sign)
    return SIGNS[_doubled(total)]


def _doubled(element: int) -> int:
    element <<= 1
    return element ^ _POLYNOMIAL if element & 0b100000 else element
