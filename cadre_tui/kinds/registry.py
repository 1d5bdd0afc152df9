"""The kinds that there are: every module of this package that ends with ``KIND = …``, named by its file."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import cadre_tui.kinds as package
from cadre_tui.kinds.kind import Kind


@cache
def kinds() -> dict[str, Kind[Any]]:
    """All kinds by name, in alphabetical order."""
    found = ((each.name, import_module(f"{package.__name__}.{each.name}")) for each in iter_modules(package.__path__))
    return {name: module.KIND for name, module in found if hasattr(module, "KIND")}


def kind(name: str) -> Kind[Any]:
    """The kind of that name.

    Raises:
        KeyError: where there is none.
    """
    return kinds()[name]


def names() -> tuple[str, ...]:
    """The names of all kinds."""
    return tuple(kinds())
