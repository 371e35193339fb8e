"""A clock for waiting times: the wall clock cannot move it, and it counts while the computer is suspended.

Python's own `time.monotonic` does the first everywhere but the second only on Windows:

- Linux: CLOCK_MONOTONIC stands still in suspend; CLOCK_BOOTTIME is the same clock with that time counted
  (clock_gettime(2); PEP 418, "Monotonic clocks").
- macOS: `time.monotonic` reads mach_absolute_time, which stands still in sleep (the docs of Python's `time`
  name it; bpo-41303). CLOCK_MONOTONIC_RAW goes on and takes no corrections (clock_gettime(3) of macOS); it is
  what libc++ chose for its steady_clock for this reason (LLVM review D74341).
- Windows: `time.monotonic` reads GetTickCount64, which "includes time the system spends in sleep or
  hibernation" (Microsoft, "Windows Time"); since Python 3.13 QueryPerformanceCounter, which counts it too
  (Microsoft, "Acquiring high-resolution time stamps").
"""

from __future__ import annotations

import sys
import time

_BY_PLATFORM = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC_RAW"}


def clock_id(platform: str = sys.platform) -> int | None:
    """Return the system clock to read, None where `time.monotonic` is the right one."""
    name = _BY_PLATFORM.get(platform)
    return None if name is None else getattr(time, name, None)


_CLOCK = clock_id()


def milliseconds() -> int:
    """Return whole milliseconds from an unknown start; only the difference of two of them means something."""
    if sys.platform == "win32" or _CLOCK is None:
        return time.monotonic_ns() // 1_000_000
    return time.clock_gettime_ns(_CLOCK) // 1_000_000
