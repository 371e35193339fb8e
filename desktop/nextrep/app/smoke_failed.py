"""What the smoke test says when something was not as it should be."""

from __future__ import annotations


class Failed(Exception):  # noqa: N818 - what was found, not a fault of this module
    """Something was not as it should be; the text says what."""
