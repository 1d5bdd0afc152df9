"""The quick parser is asked only where it says what the standard library's says, to the last digit and in order."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cadre_tui.files.quick_toml import quick_toml
from cadre_tui.files.toml import NotToml, toml
from cadre_tui.model.written import exact
from tests.examples import AGENCY

TEXT = AGENCY.read_text("utf-8")
WORDS = sorted({word for line in TEXT.splitlines() for word in line.replace("=", " = ").split()})
NEWER = [
    'a = "\\e"',
    'a = "\\x41"',
    "a = { b = 1, }",
    "a = { b = 1,\n c = 2 }",
    'a = { b = "}",\n c = 2 }',
    'a = { b = "x" # }\n, c = 2 }',
    'a = ["""\n""", { b = 1,\n c = 2 }]',
    'a = ["""\n# """, { b = 1,\n c = 2 }]',
    'a = ["""\n# """, { b = """\n""",\n c = """\n# """ }, """\n"""]',
    "a = { b = 'x' # { }\n, c = 2 }",
    "a = 07:32",
    "a = 1979-05-27 07:32",
]
"""What a later TOML takes and this one does not."""
PARTS = [
    *"{}[]=,.#'\"\n 0179abetfn_-+:\\",
    "1.5",
    "2.50",
    "0.1",
    "-0.0",
    "1e3",
    "inf",
    "nan",
    '"""',
    "'''",
    "\\e",
    "\r\n",
]
PARTS += ["a = ", "[a]\n", "[[a]]\n", "2026-01-02", "07:32:00", "{ b = 1 }", "x.y = ", "\t", "\u2028", "é", "\x01"]


def as_told(said: Any) -> Any:
    """With its order, and with the kind of every value."""
    if isinstance(said, dict):
        return [(key, as_told(value)) for key, value in said.items()]
    if isinstance(said, list):
        return [as_told(value) for value in said]
    return (type(said), str(said))


def standard(text: str) -> Any:
    try:
        return as_told(tomllib.loads(text, parse_float=exact))
    except (ValueError, RecursionError):
        return None


def agrees(text: str) -> bool:
    quick = quick_toml(text)
    return quick is None or as_told(quick) == standard(text)


def test_whole_checklists_are_read_quickly_and_alike() -> None:
    files = [AGENCY, *(Path(__file__).parents[2] / "cadre_tui" / "plugins" / "builtin").glob("*.toml")]
    assert quick_toml(TEXT) is not None
    for file in files:
        assert agrees(file.read_text("utf-8")), file


@pytest.mark.parametrize("text", NEWER)
def test_what_only_a_newer_toml_takes_is_refused(text: str) -> None:
    assert standard(text) is None, "this Python takes it"
    with pytest.raises(NotToml):
        toml(text)


@pytest.mark.parametrize("number", ["2.50", "-0.0", "1_000", "1e3", "inf", "0.1234567890123456789", "1.0"])
def test_a_number_is_what_was_written(number: str) -> None:
    assert agrees(f"a = {number}")
    assert as_told(toml(f"a = {number}")) == standard(f"a = {number}")


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(st.sampled_from(PARTS), max_size=24))
@example(parts=["a = ", "{", "b", "=", "1", ",", "}"])
def test_whatever_is_put_together_is_read_alike_or_left_alone(parts: list[str]) -> None:
    assert agrees("".join(parts))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(TEXT)), st.integers(0, 9), st.sampled_from(PARTS + WORDS)), max_size=3
    )
)
def test_so_is_a_checklist_that_was_changed_anywhere(changes: list[tuple[int, int, str]]) -> None:
    text = TEXT
    for at, gone, come in changes:
        text = text[:at] + come + text[at + gone :]
    assert agrees(text)
