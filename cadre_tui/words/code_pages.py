"""What is written on the codes of faults: what a code means, with an example that gives it and one that does not.

It is documentation, ``docs/plugin-authors/codes``, that travels with the program: of a checklist each code has a page
of its own, ``CL012.md``; of all else a page tells several, each under its heading.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent

CODE: Final = "[A-Z][A-Z][0-9][0-9][0-9]"
TITLE: Final = re.compile(rf"#+ (?P<code>{CODE}) (?P<zh>.+) · (?P<en>.+)")
PART: Final = re.compile(rf"^### (?P<code>{CODE}) .*\n(?:(?!##).*\n)*", re.MULTILINE)
"""What a page of several codes tells of one."""

BLOCK: Final = re.compile(r"```(?P<kind>[^\n]*)\n(?P<text>.*?)\n```", re.DOTALL)
RIGHT: Final = "\n对 Right:\n"


@dataclass(frozen=True)
class Example:
    """One file of an example; ``kind`` is ``toml``, ``table`` or ``json``, and what is peculiar to it."""

    kind: str
    text: str


@dataclass(frozen=True)
class CodePage:
    """Title and text by language; of several files the first is the one that gets the code, or does not.

    What no file alone can be wrong about has no examples.
    """

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
    """Every code that something is written on."""
    return tuple(sorted([*(path.stem for path in folder().glob(f"{CODE}.md")), *_parts()]))


def code_page(code: str) -> CodePage:
    """What is written on one of the ``known_codes``."""
    written = _parts().get(code) or (folder() / f"{code}.md").read_text("utf-8")
    heading, _, rest = written.partition("\n")
    title = TITLE.fullmatch(heading)
    if title is None:
        raise ValueError(heading)
    wrong, _, right = rest.partition(RIGHT)
    lines = [line for line in BLOCK.sub("", wrong).splitlines() if line and not line.startswith("错 Wrong:")]
    english = [line.removeprefix("> ") for line in lines if line.startswith(">")]
    chinese = [line for line in lines if not line.startswith(">")]
    return CodePage(
        code,
        {"zh": title["zh"], "en": title["en"]},
        {"zh": "\n".join(chinese), "en": "\n".join(english)},
        _examples(wrong),
        _examples(right),
    )


@cache
def _parts() -> Mapping[str, str]:
    """What the pages of several codes tell of each."""
    pages = (path.read_text("utf-8") for path in sorted(folder().glob("[a-z]*.md")))
    return {part["code"]: part[0] for page in pages for part in PART.finditer(page)}


def _examples(part: str) -> tuple[Example, ...]:
    return tuple(Example(each["kind"], each["text"]) for each in BLOCK.finditer(part))
