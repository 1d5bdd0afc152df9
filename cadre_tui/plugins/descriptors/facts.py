"""Known numbers about a person, from where a county keeps them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cadre_tui.plugins.descriptors.saying import Exact, Words


@dataclass(frozen=True)
class Fact:
    """One known number: what it is (``study.hours``), and the entries that it is made of, each in a few words.

    ``of`` is what it is a part of (the hours asked for, the sessions held), where there is such: a ``ratio`` is then
    filled in with both. Without it a ratio takes ``value`` as the share.
    """

    fact: str
    value: Exact
    entries: tuple[str, ...] = ()
    of: Exact | None = None


@dataclass(frozen=True)
class FactSource:
    """Where numbers are known: ``title`` is what people are told as the source, ``facts`` what it may know.

    ``read`` gets a person's id in the roster and yields what is known of that person; what is not known is left out.
    """

    name: str
    title: Words
    facts: tuple[str, ...]
    read: Callable[[str], Iterable[Fact]]
