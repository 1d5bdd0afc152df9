"""Right files, each place in which something can be changed, and what may be put there instead."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Language, Node, Parser
from tree_sitter_toml import language

from cadre_tui.words.code_pages import code_page
from tests.docs.code_examples import of_checklists, whole
from tests.examples import AGENCY

ROOT = Path(__file__).parents[2]
TIMES = int(os.environ.get("CADRE_MUTATIONS", "1"))
"""How many times as many examples as usual are tried."""

JUNK = [
    '""', '"x"', "'|'", '"甲 乙"', "0", "1", "-1", "0.5", "1e400", "nan", "true", "false", "2026-01-01", "07:30:00",
    "2026-01-01T00:00:00Z", "[]", "[1]", '["x"]', "[[]]", "[{}]", "{}", "{ zh = 1 }", '{ xx = "x" }', "{ a.b.c = 1 }",
    '"""\n多\n行"""', '"\\u0007"', '{ criterion = "x", is = 1 }', '"penalty"', '"deduct"', '"level-4"', "2", "100",
]  # fmt: skip
OF_A_PLUGIN = re.compile(r'^\s*(kind = "[^"]*\.|scorer = )', re.MULTILINE)
"""Such a file is right only where the plugin is enabled."""

PIECES = [
    "=",
    "[",
    "]]",
    '"""',
    "'",
    "#",
    "\n",
    ".",
    ",",
    "{",
    "é",
    "\u202e",
    "\0",
    "[[section]]",
    "[overlay]",
    "id = 3",
]


@dataclass(frozen=True)
class Field:
    """A key with its value: where the value begins and ends in the text, in bytes, and on which line."""

    key: str
    start: int
    end: int
    line: int


def sources() -> dict[str, str]:
    """Every right text file that is here, by a name: counties', the program's own, those of the documentation."""
    paths = (AGENCY, *(ROOT / "plugins").rglob("*.toml"), *(ROOT / "cadre_tui" / "plugins").glob("*/*.toml"))
    texts = {path: path.read_text("utf-8") for path in paths if path.name != "pyproject.toml"}
    found = {str(path.relative_to(ROOT)): text for path, text in texts.items() if not OF_A_PLUGIN.search(text)}
    format_page = (ROOT / "docs" / "plugin-authors" / "format.md").read_text("utf-8")
    examples = re.findall(r"^```toml\n(schema = 1.*?)^```", format_page, re.DOTALL | re.MULTILINE)
    found |= {f"format-{at}": text for at, text in enumerate(examples)}
    for code in of_checklists():
        right = code_page(code).right
        if len(right) == 1 and right[0].kind == "toml":
            found[code] = whole(right[0].text)
    return found


def fields(text: str) -> list[Field]:
    """Every key with a value in a text, those of inline tables too."""
    return list(_fields(Parser(Language(language())).parse(text.encode()).root_node))


def _fields(node: Node) -> Iterator[Field]:
    for each in node.children:
        if each.type == "pair":
            key, _equals, value = each.children[:3]
            name = (key.text or b"").decode()
            yield Field(name, value.start_byte, value.end_byte, value.start_point.row + 1)
        yield from _fields(each)


def replaced(text: str, field: Field, value: str) -> str:
    """The text with another value in that field."""
    written = text.encode()
    return (written[: field.start] + value.encode() + written[field.end :]).decode()
