"""Work in a process of its own."""

import gc
import os
from collections.abc import Callable


def in_a_process(work: Callable[[], object]) -> int:
    """Do the work in a process of its own; answers its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:
        os._exit(1)


def ended_well(child: int) -> bool:
    """Whether the work was done without an error."""
    return os.waitpid(child, 0)[1] == 0


def let_go() -> None:
    """As at the end of a program: what nobody holds any more is closed, which a fork that exits leaves open."""
    gc.collect()
