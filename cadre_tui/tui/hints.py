"""Whom one can sign in as on a made-up county, told on its start screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class SignInHint:
    """Somebody whose name, post and password are no secret; or a ``ballot`` code that anybody may use.

    ``note`` says what is worth looking at as them, or with it.
    """

    person: str
    name: str
    duty: str
    password: str
    note: str = ""
    ballot: str = ""


Hints = Sequence[SignInHint] | Callable[[], Sequence[SignInHint]]
"""The hints, or a function that tells them anew whenever the sign-in is shown."""
