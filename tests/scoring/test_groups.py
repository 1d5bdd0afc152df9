"""Rater groups: weights go with the groups that are merged, and the mean is exact."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.allocation.merging import merged
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation
from cadre_tui.model.text import Text
from cadre_tui.scoring.groups import mean, together, weighted


def group(name: str, weight: int, merge: str | None = None) -> RaterGroup:
    return RaterGroup(id=name, title=Text(name), who=(Relation.UNIT,), weight=Decimal(weight), merge=merge)


ABC = (group("a", 30), group("b", 30), group("c", 40))


def test_each_group_alone_weighs_what_the_rules_say() -> None:
    """(30 × 90 + 30 × 80 + 40 × 70) ÷ 100 = 79."""
    found = together(ABC, {"a": "a", "b": "b", "c": "c"})
    assert [each.weight for each in found] == [30, 30, 40]
    assert weighted(found, [Fraction(90), Fraction(80), Fraction(70)]) == 79


def test_a_group_that_goes_to_another_takes_its_weight_along() -> None:
    """(60 × 80 + 40 × 70) ÷ 100 = 76."""
    found = together(ABC, {"a": "b", "b": "b", "c": "c"})
    assert [(each.host, each.ids, each.weight) for each in found] == [("b", {"a", "b"}, 60), ("c", {"c"}, 40)]
    assert weighted(found, [Fraction(80), Fraction(70)]) == 76


def test_without_any_figure_or_any_weight_there_is_none() -> None:
    found = together(ABC, {"a": "a", "b": "b", "c": "c"})
    assert weighted(found, [None, None, None]) is None
    assert weighted(together((group("a", 0),), {"a": "a"}), [Fraction(3)]) is None
    assert mean([]) is None


counts = st.integers(0, 9)


@given(
    st.lists(st.tuples(st.integers(1, 50), counts, st.integers(1, 6)), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_no_weight_is_lost_and_every_group_that_is_left_has_enough_or_is_alone(
    written: list[tuple[int, int, int]], chance: object
) -> None:
    names = "abcdef"[: len(written)]
    pick = [getattr(chance, "choice")([None, *(other for other in names if other != each)]) for each in names]  # noqa: B009
    groups = tuple(
        group(name, weight, to) for name, (weight, _count, _needed), to in zip(names, written, pick, strict=True)
    )
    count = {name: number for name, (_weight, number, _needed) in zip(names, written, strict=True)}
    needed = {name: least for name, (_weight, _count, least) in zip(names, written, strict=True)}
    found = together(groups, merged(groups, count, needed))
    assert sorted(each for one in found for each in one.ids) == sorted(names), "each group is in exactly one"
    assert sum(each.weight for each in found) == sum(weight for weight, _count, _needed in written)
    if len(found) > 1:
        assert all(sum(count[each] for each in one.ids) >= needed[one.host] for one in found)


@given(st.lists(st.tuples(st.integers(1, 9), st.fractions(0, 100, max_denominator=50)), min_size=1, max_size=5))
def test_the_weighted_mean_lies_among_the_groups_means(written: list[tuple[int, Fraction]]) -> None:
    groups = tuple(group("abcde"[at], weight) for at, (weight, _figure) in enumerate(written))
    figures = [figure for _weight, figure in written]
    found = weighted(together(groups, {each.id: each.id for each in groups}), figures)
    assert found is not None
    assert min(figures) <= found <= max(figures)
