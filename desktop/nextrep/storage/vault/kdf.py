"""From what a person can remember to 32 bytes: Argon2id (RFC 9106)."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

KEY_BYTES = 32
SALT_BYTES = 16
_MOST = (2 * 1024 * 1024, 64, 16)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try costs.

    Attributes:
        memory_kib: KiB of memory.
        passes: how often it goes through them.
        lanes: how many threads may work on it.
    """

    memory_kib: int
    passes: int
    lanes: int

    @property
    def possible(self) -> bool:
        """Whether it is in bounds: what a file asks for must not bring a computer down."""
        memory, passes, lanes = _MOST
        return (
            1 <= self.lanes <= lanes
            and 1 <= self.passes <= passes
            and 8 * self.lanes <= self.memory_kib <= memory
        )


STANDARD = Cost(memory_kib=256 * 1024, passes=4, lanes=4)
"""Half a second on a laptop. RFC 9106 recommends 2 GiB and one pass, or 64 MiB and three where memory is
short; this is between them, so that a small computer can do it too."""


def derive(phrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return 32 bytes for a passphrase. It takes about half a second at the standard cost.

    Raises:
        KnownError: there is not enough memory.
    """
    # Costs some 30 ms to load, which only encrypted profiles shall pay.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        argon = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
        )
        return argon.derive(phrase)
    except MemoryError:
        raise KnownError(
            tr("There is not enough free memory to unlock the profile."),
            safe=tr("Nothing was changed."),
            next_step=tr(
                "It takes {n} MB for half a second. Close other programs, then try again.",
                n=cost.memory_kib // 1024,
            ),
        ) from None
