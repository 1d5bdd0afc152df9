"""How long something has lasted, whatever somebody does to the clock of the machine."""

import time


def seconds_awake_or_asleep() -> float:
    """A clock that nobody sets, and that goes on while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))
