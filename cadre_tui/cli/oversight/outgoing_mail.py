"""Hand ready mail messages to the program that sends mail on this machine: the only place that starts a program.

Nothing that a cadre reaches imports this: it is for whoever has a shell on the machine anyhow, and names the command.
"""

import os
import shlex
import subprocess
from collections.abc import Iterable

from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Missing

PATIENCE = 60.0
"""Seconds that one message may take."""


def send(command: str, ready: Iterable[tuple[Missing, bytes]]) -> tuple[list[Missing], BadInput | None]:
    """Run ``command`` once a message, the message on its standard input, without a shell in between.

    Answers who has been sent theirs, and what stopped it, if anything did: nothing is tried after a failure.
    """
    words = shlex.split(command)
    sent: list[Missing] = []
    for whom, message in ready:
        why = _run(words, message)
        if why:
            return sent, BadInput("remind-send-failed", command=words[0] if words else "", why=why, sent=len(sent))
        sent.append(whom)
    return sent, None


def _surroundings() -> dict[str, str]:
    """The caller's, without what stands for a person: the other program has no need of it."""
    return {name: value for name, value in os.environ.items() if name != "CADRE_TOKEN"}


def _run(words: list[str], message: bytes) -> str:
    """Why it failed; empty where it did not."""
    try:
        # The command is the caller's own, as in a shell; no word of a person's or of the store's is in it.
        ended = subprocess.run(  # noqa: S603
            words, input=message, capture_output=True, timeout=PATIENCE, check=False, env=_surroundings()
        )
    except subprocess.TimeoutExpired:
        return f">{PATIENCE:.0f} s"
    except (OSError, IndexError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    return "" if ended.returncode == 0 else f"exit {ended.returncode}"
