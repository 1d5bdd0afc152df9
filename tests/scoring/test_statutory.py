"""How votes become a figure: by hand, and what holds whatever the votes."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui import checklists
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.scoring import score
from cadre_tui.scoring.statutory import TRIM_FROM, added, figure, worked

F = Fraction
VALUES = st.lists(st.fractions(min_value=0, max_value=100, max_denominator=60), min_size=1, max_size=12)
RULES = st.sampled_from(list(Rule))


def test_votes_by_hand() -> None:
    """A county's ballot: 3 好 at 100, 2 较好 at 80, 1 一般 at 60, two who do not know: (300 + 160 + 60) ÷ 6."""
    votes = [F(100)] * 3 + [F(80)] * 2 + [F(60)]
    found = figure(Rule.VOTES, votes)
    assert found == F(260, 3)
    assert round_half_up(found or F(0), 2) == Decimal("86.67")


def test_one_highest_and_one_lowest_are_left_out_from_five_on() -> None:
    """As a jury counts: 95, 92, 90, 88, 60 is (92 + 90 + 88) ÷ 3 = 90; of four nothing is left out."""
    assert figure(Rule.TRIMMED, map(F, (95, 60, 92, 88, 90))) == 90
    four = worked(Rule.TRIMMED, map(F, (95, 60, 92, 88)))
    assert four is not None
    assert (four.applied, four.counted, four.figure) == (Rule.MEAN, 4, F(335, 4))


def test_of_several_equal_ends_only_one_is_left_out() -> None:
    assert figure(Rule.TRIMMED, map(F, (100, 100, 100, 40, 40))) == F(240, 3)


@pytest.mark.parametrize(("votes", "median"), [((90, 60, 80), 80), ((60, 90, 70, 80), 75), ((88,), 88)])
def test_the_middle_one_or_the_mean_of_two(votes: tuple[int, ...], median: int) -> None:
    assert figure(Rule.MEDIAN, map(F, votes)) == median


def test_of_nothing_there_is_no_figure() -> None:
    assert [figure(rule, []) for rule in Rule] == [None] * 4


@given(RULES, VALUES)
def test_a_figure_lies_among_the_values_and_is_its_sum_by_its_count(rule: Rule, values: list[Fraction]) -> None:
    found = worked(rule, values)
    assert found is not None
    assert min(values) <= found.figure <= max(values)
    assert found.valid == len(values)
    assert found.sum == found.figure * found.counted


@given(RULES, VALUES, st.randoms(use_true_random=False))
def test_the_order_of_the_votes_does_not_matter(rule: Rule, values: list[Fraction], chance: object) -> None:
    shuffled = values[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert figure(rule, values) == figure(rule, shuffled)


@given(VALUES.filter(lambda values: len(values) >= TRIM_FROM), st.integers(0, 11))
def test_one_extreme_vote_more_or_less_extreme_moves_no_trimmed_figure(values: list[Fraction], at: int) -> None:
    """No single vote decides: whatever the highest is, as long as it is the highest."""
    highest = values.index(max(values))
    pushed = [each + 1000 if place == highest else each for place, each in enumerate(values)]
    assert figure(Rule.TRIMMED, values) == figure(Rule.TRIMMED, pushed)
    if len(values) > 2:
        assert figure(Rule.MEDIAN, values) == figure(Rule.MEDIAN, pushed)


@given(RULES, VALUES, st.fractions(min_value=0, max_value=100, max_denominator=60))
def test_adding_the_same_to_all_moves_the_figure_by_it(rule: Rule, values: list[Fraction], by: Fraction) -> None:
    before, after = figure(rule, values), figure(rule, [each + by for each in values])
    assert before is not None
    assert after == before + by


CHECKLIST = checklists.read(Path(__file__).parents[1] / "examples" / "qinghe.agency.toml")


@given(st.data())
def test_criteria_are_added_up_as_a_response_is(data: st.DataObject) -> None:
    """One rater's criteria, added up, are that rater's total, whatever they left out."""
    answers = {}
    for each in CHECKLIST.criteria():
        options = getattr(each, "option", ()) or next(
            (scale.option for scale in CHECKLIST.scale if scale.id == getattr(each, "scale", None)), ()
        )
        if options and data.draw(st.booleans()):
            answers[each.id] = Answer(choice=data.draw(st.sampled_from([option.code for option in options])))
        elif each.allow_na and data.draw(st.booleans()):
            answers[each.id] = Answer(na=True)
    sheet = score(CHECKLIST, answers)
    again = added(CHECKLIST, {row.id: row.score for row in sheet.criteria})
    assert again.total == sheet.exact
    assert sheet.total is None or round_half_up(again.total or F(0), CHECKLIST.rounding.places) == sheet.total


def test_a_weighted_mean_leaves_out_what_is_empty_as_moodle_does() -> None:
    """Moodle's “weighted mean of grades, excluding empty”: A 70/100 weight 10, B 20/80 weight 5, C 10/10 weight 3.

    (0.7 × 10 + 0.25 × 5 + 1.0 × 3) ÷ 18 × 100 = 62.5; without C: (7 + 1.25) ÷ 15 × 100 = 55. Its own worked example.
    """
    paper = checklists.parse(
        "schema = 1\nid = 't.moodle'\nversion = '1'\ntitle = 'M'\ntotal = 18\nrounding = { places = 2 }\n"
        "[[section]]\nid = 's'\ntitle = 'S'\n"
        + "".join(
            f"[[section.criterion]]\nid = 'm.{name}'\nkind = 'ratio'\ntext = '{name}'\n"
            f"points = {weight}\nallow_na = true\n"
            for name, weight in (("a", 10), ("b", 5), ("c", 3))
        ),
        "moodle.toml",
    )
    given_ = {"m.a": F(7), "m.b": F(5, 4), "m.c": F(3)}
    full = added(paper, given_).total
    assert full is not None
    assert full * 100 / 18 == F(125, 2)
    without = added(paper, {**given_, "m.c": None}).total
    assert without is not None
    assert without * 100 / 18 == 55


def test_a_rubric_is_added_up_as_moodles_is() -> None:
    """Levels of 0–4, 0–3 and 0–3 points; 3, 3 and 1 are 7 of 10, 70 of 100. A level that is not set is no nought."""
    paper = checklists.parse(
        "schema = 1\nid = 't.rubric'\nversion = '1'\ntitle = 'R'\ntotal = 10\nrounding = { places = 2 }\n"
        "[[section]]\nid = 's'\ntitle = 'S'\n"
        + "".join(
            f"[[section.criterion]]\nid = 'r.{name}'\nkind = 'choice'\ntext = '{name}'\n"
            f"points = {most}\nallow_na = true\n"
            + "".join(
                f"[[section.criterion.option]]\ncode = 'l{level}'\ntext = '{level}'\npoints = {level}\n"
                for level in range(most, -1, -1)
            )
            for name, most in (("a", 4), ("b", 3), ("c", 3))
        ),
        "rubric.toml",
    )
    levels = {"r.a": Answer(choice="l3"), "r.b": Answer(choice="l3"), "r.c": Answer(choice="l1")}
    assert score(paper, levels).exact == 7
    assert score(paper, {**levels, "r.c": Answer(na=True)}).exact == F(60, 7), "6 of 7, of ten points"


def test_medians_by_criterion_are_added_up_as_edx_does() -> None:
    """edX's open response assessment: of the peers' points the median of each criterion, then their sum.

    Its own example: 1, 2, 3, 4, 5 is 3, and 6, 7, 8, 9, 10 is 8; together 11. Of an even number it rounds the middle
    up, where ours stays exact: there the rules part.
    """
    paper = checklists.parse(
        "schema = 1\nid = 't.edx'\nversion = '1'\ntitle = 'E'\ntotal = 20\nrounding = { places = 2 }\n"
        "[[section]]\nid = 's'\ntitle = 'S'\n"
        + "".join(
            f"[[section.criterion]]\nid = 'e.{name}'\nkind = 'ratio'\ntext = '{name}'\npoints = 10\n"
            for name in ("foo", "bar")
        ),
        "edx.toml",
    )
    medians = {
        "e.foo": figure(Rule.MEDIAN, map(F, (4, 1, 5, 2, 3))),
        "e.bar": figure(Rule.MEDIAN, map(F, range(6, 11))),
    }
    assert medians == {"e.foo": 3, "e.bar": 8}
    assert added(paper, medians).total == 11
    assert figure(Rule.MEDIAN, map(F, (7, 8))) == F(15, 2)
