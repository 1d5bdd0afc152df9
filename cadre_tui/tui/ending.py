"""How the app ends when nobody pressed Ctrl+Q: signals, a lost terminal, an error. Nothing typed is lost."""

import asyncio
import logging
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from textual.worker import WorkerFailed

from cadre_tui.files.log_file import made_ready

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP)
LAST_CHANCE: Final = 4.0
"""Seconds after which the process ends even though the terminal takes no more bytes."""

log: Final = logging.getLogger("cadre")
log.addHandler(logging.NullHandler())


def write_log_to(path: Path) -> None:
    """Write what happens to the program, never what somebody answered, to a file that only its owner reads."""
    try:
        handler = logging.FileHandler(made_ready(path), encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def describe(error: BaseException) -> str:
    """Where an error came from, without its message and without any value: either could hold an answer.

    Of a worker that failed it is told what it failed of: Textual's own error around it says nothing.
    """
    if isinstance(error, WorkerFailed):
        return describe(error.error)
    lines = [type(error).__qualname__]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}")
    if error.__cause__ is not None:
        lines.append("from " + describe(error.__cause__))
    return "\n".join(lines)


def listen(end: Callable[[int], None], keyboard: int | None) -> None:
    """Call ``end`` with an exit code, on the loop, when a signal comes or the terminal of ``keyboard`` is gone."""
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, _signalled, number, end)
    if keyboard is not None:
        watcher = threading.Thread(target=_watch, args=(keyboard, loop, end), name="terminal-watch", daemon=True)
        watcher.start()


def _signalled(number: signal.Signals, end: Callable[[int], None]) -> None:
    log.info("signal %s", number.name)
    end_at_last(128 + number)
    end(128 + number)


def _watch(keyboard: int, loop: asyncio.AbstractEventLoop, end: Callable[[int], None]) -> None:
    """Wait without work until the line is hung up: a poll for nothing tells that alone."""
    poll = select.poll()
    poll.register(keyboard, 0)
    poll.poll()
    if not loop.is_closed():
        loop.call_soon_threadsafe(_signalled, signal.SIGHUP, end)


def end_at_last(code: int) -> None:
    """End the process soon, whatever hangs: a terminal that is gone takes no more bytes."""
    timer = threading.Timer(LAST_CHANCE, os._exit, (code,))
    timer.daemon = True
    timer.start()


def let_go_of_a_lost_terminal() -> None:
    """What is left to be written to a terminal that is gone goes nowhere, so that the process ends in good order."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
