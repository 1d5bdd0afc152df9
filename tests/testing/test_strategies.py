"""The kit's responses: of every shape that a checklist allows, all of them sound."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui import scoring
from cadre_tui.model.answers.answer import Answer
from cadre_tui.testing import answers, responses
from cadre_tui.testing.amounts import BIGGEST
from cadre_tui.testing.suites.trying import hold
from tests.tui.forms import every_kind

CHECKLIST = every_kind()


@pytest.fixture(scope="module")
def some() -> list[Mapping[str, Answer]]:
    found: list[Mapping[str, Answer]] = []

    def note(made: Mapping[str, Answer]) -> None:
        found.append(made)

    hold(note, answers(CHECKLIST), 300)
    return found


def given(some: list[Mapping[str, Answer]], criterion: str) -> list[Answer]:
    return [each[criterion] for each in some if criterion in each and not each[criterion].na]


def test_every_kind_is_answered_and_every_criterion_left_out(some: list[Mapping[str, Answer]]) -> None:
    for criterion in CHECKLIST.criteria():
        assert any(each.given for each in given(some, criterion.id)), criterion.id
        assert any(criterion.id not in each for each in some), criterion.id


def test_every_option_and_every_shape_is_tried(some: list[Mapping[str, Answer]]) -> None:
    assert {each.choice for each in given(some, "rating")} == {"good", "fair", "poor", "unknown"}
    assert {each.yes for each in given(some, "yes")} == {True, False}
    assert {each.done is None for each in given(some, "ratio")} == {True, False}
    assert {frozenset(each.lines or ()) for each in given(some, "deduct")} >= {
        frozenset(),
        frozenset({"none", "weak"}),
    }
    assert any(each["yes"].na for each in some if "yes" in each)


def test_edges_and_extremes_are_tried(some: list[Mapping[str, Answer]]) -> None:
    assert {each.number for each in given(some, "tiers")} >= {Decimal(0), Decimal(1), Decimal(2), Decimal(BIGGEST)}
    assert any(each.number is not None and each.number < 0 for each in given(some, "number"))
    assert any(each.done and each.planned and each.done > each.planned for each in given(some, "ratio"))
    assert {each.evidence for each in given(some, "ratio")} == {(), ("",), ("", "学习计划.docx")}


def test_what_is_hidden_is_answered_all_the_same(some: list[Mapping[str, Answer]]) -> None:
    hidden = [each for each in some if "hidden" in each and "hidden" not in scoring.visible(CHECKLIST, each)]
    assert hidden
    assert len(hidden) < sum("hidden" in each for each in some)


def test_every_response_is_read_and_a_complete_one_lacks_nothing() -> None:
    best = []

    def sound(response: Mapping[str, Any]) -> None:
        read = scoring.read_response(CHECKLIST, response)
        assert scoring.missing(CHECKLIST, read) == ()
        best.append(read["rating"].choice in {"good", "poor"} and read["rating"].reason.strip())

    hold(sound, responses(CHECKLIST, complete=True), 150)
    assert any(best)
    assert not all(best)
