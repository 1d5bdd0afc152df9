"""Ballot codes: long enough, easy to type, and a slip in typing is found."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.ballots.code import ALPHABET, LENGTH, grouped, read_code, with_check
from cadre_tui.model.fault import BadInput

CODES = st.lists(st.sampled_from(ALPHABET), min_size=LENGTH - 1, max_size=LENGTH - 1).map(with_check)


def test_a_code_is_long_enough_and_has_no_look_alikes() -> None:
    assert (LENGTH - 1) * log2(len(ALPHABET)) >= 60
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)


@given(CODES)
def test_a_code_is_read_however_it_is_written(code: str) -> None:
    full_width = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    for typed in (code, grouped(code), code.lower(), f"  {grouped(code).replace('-', ' ')} ", full_width):
        assert read_code(typed) == code


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found(code: str, at: int, sign: str) -> None:
    typed = code[:at] + sign + code[at + 1 :]
    if typed != code:
        with pytest.raises(BadInput, match="ballot-code-mistyped"):
            read_code(typed)


@given(CODES, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_found(code: str, one: int, other: int) -> None:
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    if signs != list(code):
        with pytest.raises(BadInput, match="ballot-code-mistyped"):
            read_code("".join(signs))


@pytest.mark.parametrize(("typed", "code"), [("7KMX-3Q2W", "length"), ("O" * LENGTH, "sign"), ("", "length")])
def test_what_cannot_be_a_code_is_refused_without_being_told(typed: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_code(typed)
    assert refused.value.code == f"ballot-code-{code}"
    assert not typed or typed not in str(refused.value.values)
