"""The kinds that there are: every module of this package that ends with ``KIND = …``, named by its file.

A plugin's kinds have dotted names (``linshan.points_card``); they are looked for when one is named, and not before.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

import cadre_tui.kinds as package
from cadre_tui.kinds.absent import ABSENT, AbsentCriterion
from cadre_tui.kinds.kind import Kind
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.outside import Outside
from cadre_tui.model.refusal import CadreError

Find = Callable[[str], Kind[Any] | None]
"""Answers the kind of a name, None where there is none."""


DOTTED: Final = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
"""How a plugin's kind is named."""


_brought: Final[Outside[Kind[Any]]] = Outside()

look_in_plugins = _brought.look_in


@cache
def kinds() -> dict[str, Kind[Any]]:
    """All kinds of the program by name, in alphabetical order."""
    found = ((each.name, import_module(f"{package.__name__}.{each.name}")) for each in iter_modules(package.__path__))
    return {name: module.KIND for name, module in found if hasattr(module, "KIND")}


def own(name: str) -> Kind[Any] | None:
    """The program's kind of that name; no plugin is asked."""
    return kinds().get(name)


def find(name: str) -> Kind[Any] | None:
    """The kind of that name, the program's or a plugin's.

    Raises:
        CadreError: the plugin that brings it cannot be used, or two bring it.
    """
    return own(name) or (_brought.find(name) if of_plugin(name) else None)


def at_hand(name: str) -> Kind[Any] | None:
    """The same for what was judged long ago and must be readable: None also where a plugin cannot be used."""
    try:
        return find(name)
    except CadreError:
        return None


def of_plugin(name: str) -> bool:
    """Whether that is how a plugin's kind is named: dotted, the publisher's prefix first."""
    return DOTTED.fullmatch(name) is not None


def kind(name: str) -> Kind[Any]:
    """The kind of that name.

    Raises:
        KeyError: where there is none.
    """
    found = find(name)
    if found is None:
        raise KeyError(name)
    return found


def kind_of(criterion: Criterion) -> Kind[Any]:
    """The kind of a criterion that was read; of one whose kind was not at hand, the one that knows nothing."""
    return ABSENT if isinstance(criterion, AbsentCriterion) else kind(criterion.kind)


def names() -> tuple[str, ...]:
    """The names of the program's kinds."""
    return tuple(kinds())
