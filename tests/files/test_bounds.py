"""What a text says is bounded in depth, amount and the size of its numbers, and a right one is not touched."""

import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.files.bounds import DEEPEST, MOST_VALUES, OutOfBounds, within_bounds
from cadre_tui.files.content import TooLarge, content
from cadre_tui.files.toml import NotToml, toml
from cadre_tui.model.nearest import MOST_GUESSES, Guesses
from cadre_tui.model.written import exact, usable


def nested(levels: int) -> object:
    """A list in a list, and so on."""
    held: object = []
    for _each in range(levels):
        held = [held]
    return held


def test_the_last_that_is_taken_and_the_first_that_is_not() -> None:
    within_bounds(nested(DEEPEST))
    within_bounds([0] * (MOST_VALUES - 1))
    within_bounds({"a": 2**63 - 1, "b": -(2**63), "c": True})
    for said, bound in (
        (nested(DEEPEST + 1), "depth"),
        ([0] * MOST_VALUES, "amount"),
        ({"a": 2**63}, "integer"),
        ([{"a": [-(2**63) - 1]}], "integer"),
    ):
        with pytest.raises(OutOfBounds) as refused:
            within_bounds(said)
        assert refused.value.bound == bound


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("a = 1\n" + ".".join("a" * 5_000) + " = 1", "depth", 2),
        ("\n\n['a'." + '"b".' * 5_000 + "c]", "depth", 3),
        ("a = " + "[" * 100_000, "depth", None),
        ("a = " + "{b = " * 40 + "1" + "}" * 40, "depth", None),
        ("a = 1\nb = 0x" + "f" * 1_000_000, "integer", 2),
        ("a = " + "9" * 1_000_000, "integer", 1),
        ("a = [" + "0, " * MOST_VALUES + "]", "amount", None),
        ("a = 1\nb = 'x", 'Expected "\'"', None),
        ("a = 1\nb  x", "Expected '=' after a key in a key/value pair", 2),
    ],
)
def test_a_text_that_is_refused_tells_why_and_where(text: str, why: str, line: int | None) -> None:
    with pytest.raises(NotToml) as refused:
        toml(text)
    assert (refused.value.why, refused.value.line) == (why, line)


@given(
    st.recursive(
        st.text() | st.integers(-(2**63), 2**63 - 1) | st.booleans(),
        lambda inner: st.lists(inner, max_size=4),
        max_leaves=20,
    )
)
def test_whatever_is_within_bounds_is_what_the_standard_library_says(value: object) -> None:
    def written(each: object) -> str:
        if isinstance(each, list):
            return f"[{', '.join(map(written, each))}]"
        if isinstance(each, str):
            return '"' + "".join(f"\\U{ord(sign):08X}" for sign in each if not 0xD800 <= ord(sign) < 0xE000) + '"'
        return str(each).lower()

    text = f"a.b = {written(value)}"
    assert toml(text) == tomllib.loads(text)


@given(st.from_regex(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,12})?", fullmatch=True))
def test_a_number_is_exact_or_refused_and_can_always_be_written_out(text: str) -> None:
    number = exact(text)
    assert len(f"{number:f}") < 2_000
    assert number == Decimal(text) or not usable(number)
    assert not usable(exact("9" * 1_001)) and not usable(exact(f"1e{'9' * 100}"))


def test_no_more_is_held_of_a_file_than_may_be(tmp_path) -> None:
    file = tmp_path / "ten"
    file.write_bytes(b"0123456789")
    assert content(file, 10) == b"0123456789"
    for path, most in ((file, 9), ("/dev/zero", 1_000_000)):
        with pytest.raises(TooLarge):
            content(path, most)
    with pytest.raises(ValueError):
        content("a\0b", 1)


def test_guessing_ends_where_everything_is_wrong() -> None:
    guesses = Guesses()
    found = [guesses.nearest("tilte", ["title"]) for _each in range(MOST_GUESSES + 5)]
    assert found == ["title"] * MOST_GUESSES + [None] * 5
    assert Guesses().nearest("x" * 1_000_000, ["title"]) is None
