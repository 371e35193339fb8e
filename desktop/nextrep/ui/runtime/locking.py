"""Keys for `navigate` that are no screens: what a person can want of the lock of the profile."""

from __future__ import annotations

LOCK, PROTECT, UNPROTECT = "lock", "protect", "unprotect"
NEW_PASSPHRASE, NEW_RECOVERY, REMEMBER, FORGET = "new_passphrase", "new_recovery", "remember", "forget"
LOCK_TIMES = "lock_times"
"""When it locks by itself was changed."""
LOCK_KEYS = frozenset((LOCK, PROTECT, UNPROTECT, NEW_PASSPHRASE, NEW_RECOVERY, REMEMBER, FORGET, LOCK_TIMES))
