"""TOML texts of every shape that know where everything in them stands: written from trees, piece by piece."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

KEYS = ["a", "b-1", "22", '"中 文"', "'it\"s'", '"x.y"', r'"\u4e2d\"\t"', "'[z]'"]
SCALARS = [
    "1", "-17", "0x1F", "1_000.5e-3", "inf", "true", "2026-03-01", "07:32:00.5", "1979-05-27 07:32:00+08:00",
    '""', "''", r'"# 引\"号 [[ {\\"', r"'C:\路径'", '"""\n多行"一"\n[没有.表头]\nk = 1 """', "'''甲\n''乙'''",
    '"""引号在末尾""""', '"""接着\\\n    写"""',
]  # fmt: skip
GAPS = ["", " ", "\t", "  "]
BREAKS = ["", " ", "\n", "\n\n  ", " # 注 [[不是]] 'x\n", "\t"]
ENDS = ["", '  # 说明 = "[x]"', " #'''"]

scalars = st.sampled_from(SCALARS)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


@dataclass
class Table:
    """Pairs, then what has headers of its own: tables, and lists of tables."""

    pairs: dict[str, Any]
    dotted: dict[str, dict[str, Any]]
    tables: "dict[str, Table | list[Table]]"


def _table(inner: st.SearchStrategy[Table]) -> st.SearchStrategy[Table]:
    return st.builds(
        lambda keys, pairs, dotted, tables: Table(
            dict(zip(keys, pairs, strict=False)),
            dict(zip(keys[len(pairs) :], dotted, strict=False)),
            dict(zip(keys[len(pairs) + len(dotted) :], tables, strict=False)),
        ),
        st.permutations(KEYS),
        st.lists(values, max_size=3),
        st.lists(st.dictionaries(st.sampled_from(KEYS), values, min_size=1, max_size=2), max_size=2),
        st.lists(inner | st.lists(inner, min_size=1, max_size=3), max_size=2),
    )


tables = st.recursive(st.just(Table({}, {}, {})), _table, max_leaves=6)


@dataclass
class Page:
    """The text so far, and by path where each key and each value begins: line and column, from 1."""

    choose: Callable[[Sequence[str]], str]
    text: str = ""
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - (self.text.rfind("\n") + 1) + 1

    def write(self, *pieces: str | Sequence[str]) -> None:
        for piece in pieces:
            self.text += piece if isinstance(piece, str) else self.choose(piece)

    def table(self, table: Table, header: str = "", path: str = "") -> None:
        for key, value in table.pairs.items():
            self.write(GAPS)
            self.pair([key], value, path)
            self.write(ENDS, "\n")
        for key, inner in table.dotted.items():
            for last, value in inner.items():
                self.write(GAPS)
                self.pair([key, last], value, path)
                self.write(ENDS, "\n", GAPS, "\n")
        for key, each in table.tables.items():
            name, at = f"{header}.{key}" if header else key, joined(path, key)
            for position, one in enumerate(each if isinstance(each, list) else [each]):
                self.write(GAPS)
                begins = self.here
                self.write("[[" if isinstance(each, list) else "[", GAPS, name.removesuffix(key))
                self.stands(at, key=self.here, value=begins)
                self.write(key, GAPS, "]]" if isinstance(each, list) else "]", ENDS, "\n")
                inside = f"{at}.{position}" if isinstance(each, list) else at
                self.stands(inside, key=begins, value=begins)
                self.table(one, name, inside)

    def pair(self, keys: list[str], value: Any, path: str) -> None:
        for position, key in enumerate(keys):
            self.write(*((GAPS, ".", GAPS) if position else ()))
            path = joined(path, key)
            self.stands(path, key=self.here, value=self.here)
            self.write(key)
        self.write(GAPS, "=", GAPS)
        self.value(value, path)

    def value(self, value: Any, path: str) -> None:
        self.values[path] = self.here
        if isinstance(value, str):
            self.write(value)
        elif isinstance(value, list):
            self.write("[", BREAKS)
            for position, each in enumerate(value):
                at = f"{path}.{position}"
                self.stands(at, key=self.here, value=self.here)
                self.value(each, at)
                self.write(BREAKS, ",", BREAKS)
            self.write("]")
        else:
            self.write("{", GAPS)
            for position, (key, each) in enumerate(value.items()):
                self.write(*((GAPS, ",", GAPS) if position else ()))
                self.pair([key], each, path)
            self.write(GAPS, "}")

    def stands(self, path: str, *, key: tuple[int, int], value: tuple[int, int]) -> None:
        self.keys.setdefault(path, key)
        self.values.setdefault(path, value)


def joined(path: str, key: str) -> str:
    """The path of a key as it is written, in quotes or without."""
    name = next(iter(tomllib.loads(f"{key} = 0")))
    return f"{path}.{name}" if path else name
