"""The pages on the codes of faults: what a code means, with an example that gives it and one that does not.

Each is a file of the documentation, ``docs/plugin-authors/codes/CL012.md``, that travels with the program.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent

TITLE: Final = re.compile(r"# (?P<code>\w+) (?P<zh>.+) · (?P<en>.+)")
BLOCK: Final = re.compile(r"```(?P<kind>[^\n]*)\n(?P<text>.*?)\n```", re.DOTALL)
RIGHT: Final = "\n对 Right:\n"


@dataclass(frozen=True)
class Example:
    """One file of an example; ``kind`` is ``toml`` or ``table``, and what is peculiar to it."""

    kind: str
    text: str


@dataclass(frozen=True)
class CodePage:
    """Title and text by language; of several files the first is the one that gets the code, or does not."""

    code: str
    title: dict[str, str]
    text: dict[str, str]
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def folder() -> Path:
    """Where the pages are: in an installed program beside this file, in a checkout where they are written."""
    packaged = HERE / "codes"
    return packaged if packaged.is_dir() else HERE.parents[1] / "docs" / "plugin-authors" / "codes"


def known_codes() -> tuple[str, ...]:
    """Every code that has a page."""
    return tuple(sorted(path.stem for path in folder().glob("[A-Z][A-Z][0-9]*.md")))


def code_page(code: str) -> CodePage:
    """The page of one of the ``known_codes``."""
    written = (folder() / f"{code}.md").read_text("utf-8")
    heading, _, rest = written.partition("\n")
    title = TITLE.fullmatch(heading)
    if title is None:
        raise ValueError(heading)
    wrong, _, right = rest.partition(RIGHT)
    lines = [line for line in BLOCK.sub("", wrong).splitlines()[:-1] if line and not line.startswith("错 Wrong:")]
    english = [line.removeprefix("> ") for line in lines if line.startswith(">")]
    chinese = [line for line in lines if not line.startswith(">")]
    return CodePage(
        code,
        {"zh": title["zh"], "en": title["en"]},
        {"zh": "\n".join(chinese), "en": "\n".join(english)},
        _examples(wrong),
        _examples(right),
    )


def _examples(part: str) -> tuple[Example, ...]:
    return tuple(Example(each["kind"], each["text"]) for each in BLOCK.finditer(part))
