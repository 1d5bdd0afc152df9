"""A TOML text -> where each of its keys and values begins. Its values are tomllib's affair, never read here."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

TABLES = ("table", "table_array_element")
"""What begins with a header."""

KEYS = ("bare_key", "quoted_key", "dotted_key")
MARKS = (*KEYS, "comment", "[", "]", "[[", "]]", "{", "}", ",", "=", ".")
"""What is no value."""


@dataclass
class Spot:
    """A key and its value, in bytes from the start of the text; ``inner`` are the keys of a table, or the entries of
    a list by their number.
    """

    key: int
    value: int
    inner: dict[str, "Spot"] = field(default_factory=dict)
    listed: bool = False
    """Whether it is a list of tables with headers: its name means the newest of them."""


def toml_tree(text: bytes) -> Spot:
    """The root table of a text in UTF-8 that tomllib accepts."""
    root = Spot(0, 0)
    for node in _parser().parse(text).root_node.children:
        if node.type == "pair":
            _pair(node, root)
        elif node.type in TABLES:
            table = _table(node, root)
            for each in node.children:
                if each.type == "pair":
                    _pair(each, table)
    return root


@cache
def _parser() -> "Parser":
    # A fiftieth of a second, for files with faults only.
    from tree_sitter import Language, Parser  # noqa: PLC0415
    from tree_sitter_toml import language  # noqa: PLC0415

    return Parser(Language(language()))


def _table(node: "Node", root: Spot) -> Spot:
    """The table that a header opens."""
    begins = node.start_byte
    *outer, last = _steps(next(each for each in node.children if each.type in KEYS))
    spot = root
    for name, key in outer:
        spot = _newest(spot.inner.setdefault(name, Spot(key, begins)))
    name, key = last
    if node.type == "table":
        spot = _newest(spot.inner.setdefault(name, Spot(key, begins)))
        spot.key, spot.value = key, begins  # also where a part of it was named before
        return spot
    listed = spot.inner.setdefault(name, Spot(key, begins, listed=True))
    return listed.inner.setdefault(str(len(listed.inner)), Spot(begins, begins))


def _newest(spot: Spot) -> Spot:
    return spot.inner[str(len(spot.inner) - 1)] if spot.listed else spot


def _pair(node: "Node", table: Spot) -> None:
    """A key with its value, and what is inside that. A stack and no recursion: lists can nest by the hundred."""
    todo = [(node, table)]
    while todo:
        pair, spot = todo.pop()
        key, _equals, value = pair.children[:3]  # a comment on the same line comes after them
        for name, begins in _steps(key):
            spot = spot.inner.setdefault(name, Spot(begins, begins))
        spot.value = value.start_byte
        values = [(value, spot)]
        while values:
            value, spot = values.pop()
            if value.type == "inline_table":
                todo += ((each, spot) for each in value.children if each.type == "pair")
            elif value.type == "array":
                for each in value.children:
                    if each.type not in MARKS:
                        entry = Spot(each.start_byte, each.start_byte)
                        spot.inner[str(len(spot.inner))] = entry
                        values.append((each, entry))


def _steps(key: "Node") -> Iterator[tuple[str, int]]:
    """The parts of a key, each with where it begins. A dotted key holds its first parts as one key."""
    parts = []
    while key.type == "dotted_key":
        parts.append(key.children[-1])
        key = key.children[0]
    for part in (key, *reversed(parts)):
        yield _name(part), part.start_byte


def _name(part: "Node") -> str:
    written = (part.text or b"").decode()
    return written if part.type == "bare_key" else next(iter(tomllib.loads(f"{written} = 0")))
