"""What the code says and what the catalogues know, as data for the tests."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import cadre_tui

PACKAGE = Path(cadre_tui.__file__).parent
KEYWORDS: Mapping[str, object] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}

Key = tuple[str | None, str]
"""Context (None for most) and Chinese text."""


@dataclass(frozen=True)
class Used:
    """A message in the code: its key, its plural where it has one, and where it stands."""

    key: Key
    plural: str | None
    where: str


@dataclass(frozen=True)
class Known:
    """A catalogue's entry: its English (several where plural), and where it stands."""

    key: Key
    english: tuple[str, ...]
    fuzzy: bool
    where: str


@cache
def used() -> tuple[Used, ...]:
    """Every message that the package says, in the order of its files; looked for once."""
    return tuple(_used())


def _used() -> Iterator[Used]:
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=False)
    marked = extract_from_dir(PACKAGE, [("**.py", "python")], keywords={"M_": None}, strip_comment_tags=False)
    for file, line, message, _comments, _context in marked:
        yield Used(("metavar", str(message)), None, f"{file}:{line}")
    for file, line, message, _comments, context in found:
        single, plural = message if isinstance(message, tuple) else (message, None)
        yield Used((context, single), plural, f"{file}:{line}")


@cache
def known(language: str = "en") -> tuple[Known, ...]:
    """Every entry of every room's catalogue; read once."""
    return tuple(_known(language))


def _known(language: str) -> Iterator[Known]:
    for path in sorted((PACKAGE / "locale" / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if not message.id:
                    continue
                single = message.id if isinstance(message.id, str) else message.id[0]
                english = (message.string,) if isinstance(message.string, str) else tuple(message.string)
                yield Known((message.context, single), english, message.fuzzy, f"{path.name}:{message.lineno}")


@cache
def calls(*names: str) -> tuple[tuple[str, ast.Call], ...]:
    """Every call in the package of a function (or class) of one of these names, with where it stands."""
    return tuple(_calls(names))


def _calls(names: tuple[str, ...]) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        if not any(name in text for name in names):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that ``str.format`` fills; ``!`` where the braces cannot be read."""
    try:
        return frozenset(name for _text, name, _spec, _how in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset("!")


def has_hanzi(text: str) -> bool:
    """Whether there is any Chinese character in ``text``."""
    return bool(re.search(r"[\u3400-\u9fff]", text))


def has_words(text: str) -> bool:
    """Whether ``text`` holds Latin words, placeholders, markers of keys and formats aside."""
    return bool(re.search(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}", "", text)))
