"""What is true of all drawers of one kind."""

from typing import Final, NamedTuple


class DrawerKind(NamedTuple):
    """How documents of a kind are kept.

    ``keeps_former``: the generation before the present one stays beside it, so that damage costs one change and not
    the document. Never of what is anonymous: two generations, laid side by side, tell what the last one has written.
    ``remembered``: an engine may keep the last few in mind and hand out the same parts again, which nobody changes.
    """

    keeps_former: bool = True
    remembered: bool = False


KINDS: Final = {"ballots": DrawerKind(keeps_former=False), "drawers": DrawerKind(remembered=True)}
"""The kinds that are not as all others."""


def kind_of(name: str) -> DrawerKind:
    """The kind of that name (``Key.kind``)."""
    return KINDS.get(name, DrawerKind())
