"""The page of terms: each word is said by the program, and each name stands in its code."""

import re
from pathlib import Path

from tests.locale.messages import PACKAGE, known

PAGE = Path(__file__).parents[2] / "docs" / "engineers" / "terms.md"
ROW = re.compile(r"^\| (?P<chinese>[^|]+) \| (?P<english>[^|]+) \| `(?P<code>[\w.]+)` \| [^|]+ \|$", re.MULTILINE)


def rows() -> list[re.Match[str]]:
    found = list(ROW.finditer(PAGE.read_text("utf-8")))
    assert len(found) > 30
    return found


def test_every_term_is_said_on_some_screen() -> None:
    said = "\n".join(message.key[1] for message in known())
    terms = [term for row in rows() for term in row["chinese"].split("、")]
    assert [term for term in terms if term not in said] == []


def test_every_term_stands_in_the_code_by_the_name_that_the_page_gives() -> None:
    """A class, a field, an argument, or a module by its path."""
    sources = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    named = set(re.findall(r"^\s*class (\w+)|(\w+)\s*(?::|=)", sources, re.MULTILINE))
    names = {name for pair in named for name in pair}
    modules = {".".join(path.relative_to(PACKAGE).with_suffix("").parts) for path in PACKAGE.rglob("*.py")}
    modules |= {name.removesuffix(".__init__") for name in modules}
    codes = [row["code"] for row in rows()]
    assert [code for code in codes if code not in modules and not set(code.split(".")) <= names] == []


def test_no_term_is_given_twice() -> None:
    words = [word for row in rows() for word in (row["chinese"], row["english"])]
    assert len(words) == len(set(words))
