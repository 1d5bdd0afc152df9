"""Each kind by itself: what an answer earns, and how it is asked. Numbers by hand."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cadre_tui.kinds as package
from cadre_tui import scoring
from cadre_tui.kinds import draw
from cadre_tui.kinds.registry import kind, names
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, DateField, NumberField, NumberLines, RatioField, TextField
from cadre_tui.model.checklists.checklist import Checklist
from tests.examples.writing import answered, rating, read, section, yes_no

COUNT = 'id = "c"\nkind = "count"\ntext = "次"\n'
LINE = '[[section.criterion.line]]\nid = "{id}"\ntext = "项"\n{rate}\n'
BONUS = 'kind = "bonus"'
PENALTY = 'kind = "penalty"'


def lines(**rates: str) -> str:
    return "".join(LINE.format(id=line, rate=rate) for line, rate in rates.items())


def earned(written: str, answer: dict[str, Any], head: str = "") -> Fraction | None:
    checklist = read(section(written, head=head))
    criterion = next(checklist.criteria())
    return answered(checklist, {criterion.id: answer}).criteria[0].score


def test_the_ten_kinds_of_the_page_are_there() -> None:
    assert set(names()) == {
        "rating", "yes_no", "choice", "deduct", "count", "tiers", "ratio", "number", "text", "date",
    }  # fmt: skip


def test_a_kind_is_the_file_of_its_name() -> None:
    folder = Path(package.__file__).parent
    for name in names():
        assert (folder / f"{name}.py").read_text(encoding="utf-8").rstrip().splitlines()[-1].startswith("KIND = ")
        assert type(kind(name)).__module__ == f"cadre_tui.kinds.{name}"


@pytest.mark.parametrize(("option", "score"), [("good", 15), ("fair", 12), ("poor", 6), ("unknown", None)])
def test_rating_is_option_score_by_points(option: str, score: int | None) -> None:
    assert earned(rating("a", "15"), {"choice": option}) == score


def test_a_rating_in_a_penalty_takes_its_share() -> None:
    assert earned(rating("a", "-10"), {"choice": "poor"}, PENALTY) == -4


@pytest.mark.parametrize(("yes", "score"), [(True, 10), (False, 0)])
def test_yes_earns_and_no_earns_nothing(yes: bool, score: int) -> None:
    assert earned(yes_no("a"), {"yes": yes}) == score


def test_yes_in_a_penalty_takes_points() -> None:
    assert earned(yes_no("a", "-3"), {"yes": True}, PENALTY) == -3


@pytest.mark.parametrize(("option", "score"), [("a", 5), ("b", Fraction(5, 2)), ("c", 0)])
def test_choice_earns_what_its_option_says(option: str, score: Fraction) -> None:
    written = (
        'id = "c"\nkind = "choice"\ntext = "选"\npoints = 5\noption = [{ code = "a", text = "甲", points = 5 }, '
        '{ code = "b", text = "乙", points = 2.5 }, { code = "c", text = "丙" }]'
    )
    assert earned(written, {"choice": option}) == score


@pytest.mark.parametrize(
    ("numbers", "score"),
    # one: 3 each, at most 5; two: an amount from 1 to 4
    [({}, 10), ({"one": 1}, 7), ({"one": 2}, 5), ({"two": 4}, 6), ({"one": 9, "two": 4}, 1),
     ({"one": 0.5}, Fraction(17, 2))],
)  # fmt: skip
def test_deduct_starts_full(numbers: dict[str, Any], score: Fraction) -> None:
    written = 'id = "d"\nkind = "deduct"\ntext = "扣"\npoints = 10\n'
    written += lines(one="per = 3\ncap = 5", two="between = [1, 4]")
    assert earned(written, {"lines": numbers}) == score


def test_deduct_stops_at_zero() -> None:
    assert (
        earned('id = "d"\nkind = "deduct"\ntext = "扣"\npoints = 10\n' + lines(one="per = 3"), {"lines": {"one": 4}})
        == 0
    )


@pytest.mark.parametrize(
    ("written", "head", "answer", "score"),
    [
        ("per = 1.5\npoints = 30\ncap = 30", "", {"number": 19}, Fraction(57, 2)),
        ("per = 1.5\npoints = 30\ncap = 30", "", {"number": 21}, 30),
        ("per = 1.5\npoints = 30", "", {"number": 21}, 30),  # in the base the points are the cap
        ("per = 1.5\npoints = 30\ncap = 20", "", {"number": 21}, 20),
        ("per = 2", BONUS, {"number": 100}, 200),
        ("per = 2\ncap = 5", BONUS, {"number": 100}, 5),
        ("per = -2", PENALTY, {"number": 3}, -6),
        ("per = -2\ncap = 5", PENALTY, {"number": 3}, -5),
        ("cap = 5\n" + lines(one="per = 1\ncap = 2", two="per = 3"), BONUS, {"lines": {"one": 9, "two": 1}}, 5),
        ("cap = 9\n" + lines(one="per = 1\ncap = 2", two="per = 3"), BONUS, {"lines": {"one": 9, "two": 1}}, 5),
        ("cap = 9\n" + lines(one="per = -1\ncap = 2", two="per = -3"), PENALTY, {"lines": {"one": 9, "two": 1}}, -5),
        ("points = 4\n" + lines(one="per = 3"), "", {"lines": {"one": 2}}, 4),
    ],
)
def test_count_earns_by_the_piece_up_to_its_caps(
    written: str, head: str, answer: dict[str, Any], score: Fraction
) -> None:
    assert earned(COUNT + written, answer, head) == score


@pytest.mark.parametrize(("number", "score"), [(0, 0), (59.9, 0), (60, 6), (79, 6), (80, 10), (200, 10)])
def test_tiers_give_the_first_step_reached(number: float, score: int) -> None:
    written = 'id = "t"\nkind = "tiers"\ntext = "档"\npoints = 10\n'
    written += "tier = [{ at_least = 80, points = 10 }, { at_least = 60, points = 6 }]"
    assert earned(written, {"number": number}) == score


def test_tiers_in_a_penalty_take() -> None:
    written = (
        'id = "t"\nkind = "tiers"\ntext = "档"\ntier = [{ at_least = 3, points = -5 }, { at_least = 1, points = -2 }]'
    )
    assert [earned(written, {"number": number}, PENALTY) for number in (0, 1, 2, 3)] == [0, -2, -2, -5]


@pytest.mark.parametrize(
    ("answer", "score"),
    [({"number": 0.875}, 7), ({"done": 7, "planned": 8}, 7), ({"done": 9, "planned": 8}, 8),
     ({"done": 1, "planned": 3}, Fraction(8, 3))],
)  # fmt: skip
def test_ratio_is_points_by_share(answer: dict[str, Any], score: Fraction) -> None:
    assert earned('id = "r"\nkind = "ratio"\ntext = "率"\npoints = 8', answer) == score


@pytest.mark.parametrize(
    ("name", "answer"), [("number", {"number": -5}), ("text", {"text": "话"}), ("date", {"date": "2026-11-01"})]
)
def test_information_has_no_score(name: str, answer: dict[str, Any]) -> None:
    assert earned(f'id = "i"\nkind = "{name}"\ntext = "情况"', answer) is None


def drawn(written: str, head: str = "") -> Any:
    checklist = read(section(written, head=head))
    return draw(next(checklist.criteria()), checklist)


def test_a_rating_is_drawn_as_its_options_with_what_each_earns() -> None:
    choices = drawn(rating("a", "20"))
    assert isinstance(choices, Choices)
    assert [(each.answer, each.earns) for each in choices.options] == [
        (Answer(choice="good"), Decimal(20)), (Answer(choice="fair"), Decimal(16)),
        (Answer(choice="poor"), Decimal(8)), (Answer(choice="unknown"), None),
    ]  # fmt: skip


def test_every_kind_says_how_it_is_asked() -> None:
    assert [each.answer.yes for each in drawn(yes_no("a")).options] == [True, False]
    assert drawn(COUNT + 'per = 2\npoints = 8\nunit = "次"').cap == 8
    assert drawn(COUNT + "per = 2", BONUS).cap is None
    counted = drawn(COUNT + lines(one="per = 1\ncap = 2"), BONUS)
    assert isinstance(counted, NumberLines)
    assert (counted.deducts, counted.lines[0].cap) == (False, 2)
    assert drawn('id = "d"\nkind = "deduct"\ntext = "扣"\npoints = 10\n' + lines(one="between = [1, 4]")).deducts
    ladder = drawn('id = "t"\nkind = "tiers"\ntext = "档"\npoints = 5\ntier = [{ at_least = 1, points = 5 }]')
    assert isinstance(ladder, NumberField)
    assert ladder.tiers == ((1, 5),)
    assert isinstance(drawn('id = "r"\nkind = "ratio"\ntext = "率"\npoints = 8'), RatioField)
    assert drawn('id = "n"\nkind = "number"\ntext = "数"').minimum is None
    assert isinstance(drawn('id = "x"\nkind = "text"\ntext = "文"'), TextField)
    assert isinstance(drawn('id = "y"\nkind = "date"\ntext = "日"'), DateField)


@pytest.fixture(scope="module")
def base() -> Checklist:
    """Every kind that scores, in a base section."""
    return read(
        section(
            rating("rating"),
            'id = "deduct"\nkind = "deduct"\ntext = "扣"\npoints = 10\n'
            + lines(one="per = 3\ncap = 5", two="per = 0.5"),
            'id = "count"\nkind = "count"\ntext = "次"\npoints = 10\nper = 0.7',
            'id = "ratio"\nkind = "ratio"\ntext = "率"\npoints = 10',
        )
    )


amounts = st.decimals(0, 10**12, places=3)


@settings(max_examples=150, deadline=None)
@given(one=amounts, two=amounts, count=amounts, done=amounts, planned=amounts.filter(bool))
def test_in_the_base_nothing_earns_more_than_its_points_or_less_than_nothing(
    base: Checklist, one: Decimal, two: Decimal, count: Decimal, done: Decimal, planned: Decimal
) -> None:
    answers = {
        "deduct": Answer(lines={"one": one, "two": two}),
        "count": Answer(number=count),
        "ratio": Answer(done=done, planned=planned),
    }
    for each in scoring.score(base, answers).criteria:
        assert each.score is not None
        assert 0 <= each.score <= each.points
