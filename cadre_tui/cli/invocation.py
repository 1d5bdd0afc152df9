"""What was said on the command line before the command."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Invocation:
    """The options that every command shares."""

    data: str | None
    store: str | None
    plugins: bool
    acting: str | None
    debug: bool
    glyphs: str | None = None
    left_out: frozenset[str] = frozenset()
    """The names of ``--no-plugins=NAME,…``."""
    folders: tuple[str, ...] = ()
    """The folders of ``--checklists``, before the command."""


EVERYTHING: Final = "*"
"""What ``--no-plugins`` without names leaves out."""

NO: Final = frozenset({"0", "no", "false", "off"})
YES: Final = frozenset({"1", "yes", "true", "on", EVERYTHING})
"""How ``CADRE_NO_PLUGINS`` says no and yes; anything else is names."""


def left_out(said: str | None) -> tuple[bool, frozenset[str]]:
    """What ``--no-plugins`` leaves out: whether everything, else the names."""
    names = frozenset(each.strip() for each in (said or "").replace("，", ",").replace("、", ",").split(","))
    names -= {""}
    if len(names) == 1 and (word := next(iter(names)).lower()) in NO | YES:
        return word in YES, frozenset()
    return False, names
