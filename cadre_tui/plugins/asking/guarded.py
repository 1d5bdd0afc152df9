"""Calling a plugin's code: what goes wrong in it stays there, and what takes too long is given up."""

import os
import traceback
from collections.abc import Callable
from threading import Thread
from typing import Final, TypeVar

from cadre_tui.model.fault import NotRight
from cadre_tui.plugins.asking.plugin_log import log

Answered = TypeVar("Answered")

PATIENCE: Final = 10.0
"""Seconds that a plugin may take until it is given up, where ``CADRE_PLUGIN_SECONDS`` says nothing else."""


def usual_patience() -> float:
    """The seconds that a plugin may take where nobody says otherwise."""
    try:
        said = float(os.environ.get("CADRE_PLUGIN_SECONDS", ""))
    except ValueError:
        return PATIENCE
    return said if 0 < said < 3600 else PATIENCE


def guarded(
    name: str, call: Callable[[], Answered], *, patience: float | None = None, private: bool = False
) -> Answered:
    """What the plugin ``name`` answers to ``call``; whatever it raises becomes an error that a person can read.

    It is called on a thread of its own and given up after ``patience`` seconds. Python cannot stop a thread: what is
    given up may go on in the background until the program ends, but nobody waits for it. ``private``: the call sees
    answers, so of what it raises only the kind and the places in the code are kept, no message.

    Raises:
        NotRight: it raised, or took too long.
    """
    answers: list[Answered] = []
    errors: list[BaseException] = []

    def called() -> None:
        try:
            answers.append(call())
        except BaseException as error:
            errors.append(error)

    thread = Thread(target=called, name=f"plugin {name}", daemon=True)
    thread.start()
    seconds = usual_patience() if patience is None else patience
    thread.join(seconds)
    if answers:
        return answers[0]
    if not errors:
        log.error("plugin %s took more than %g seconds and was given up", name, seconds)
        raise NotRight("plugin-slow", name=name, seconds=f"{seconds:g}")
    error = errors[0]
    if isinstance(error, KeyboardInterrupt):
        raise error
    log.error("plugin %s failed\n%s", name, _traceback(error, private=private))
    raise NotRight("plugin-raised", name=name, error=_told(error, private=private)) from error


def _told(error: BaseException, *, private: bool) -> str:
    kind = type(error).__name__
    if private:
        return kind
    try:
        message = str(error)
    except Exception:
        return kind
    return f"{kind}: {message}" if message else kind


def _traceback(error: BaseException, *, private: bool) -> str:
    if private:
        return "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
    return "".join(traceback.format_exception(error)).rstrip()
