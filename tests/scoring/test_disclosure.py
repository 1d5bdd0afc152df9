"""What is withheld cannot be worked out from what is shown: held against linear algebra that knows every sum."""

from collections.abc import Mapping
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.scoring.disclosure import TOTAL, Cell, Lot, Told, Why, withheld

FIVE = 5


def kept(cells: Mapping[Cell, Told], *, confidential: bool = True, alike: bool = True) -> dict[Cell, Why]:
    return withheld(cells, FIVE, confidential=confidential, alike=alike)


def criteria(*told: Told | int) -> dict[Cell, Told]:
    """A table without groups: a total of eight, and a row a criterion."""
    rows = {Cell(f"c{at}"): each if isinstance(each, Told) else Told(each) for at, each in enumerate(told)}
    return {TOTAL: Told(8), **rows}


def test_nothing_is_withheld_where_enough_answered_everything() -> None:
    assert kept(criteria(8, 8, 7)) == {}


def test_one_criterion_of_too_few_takes_another_with_it_the_one_with_fewest_raters() -> None:
    found = kept(criteria(8, 4, 7, 6))
    assert found == {Cell("c1"): Why.FEW, Cell("c3"): Why.DIFFERENCE}


def test_two_of_too_few_need_no_third() -> None:
    assert set(kept(criteria(8, 4, 3, 7))) == {Cell("c1"), Cell("c2")}


def test_unanimity_is_withheld_but_never_of_the_total() -> None:
    cells = {**criteria(Told(8, alike=True), 8, 8), TOTAL: Told(8, alike=True)}
    found = kept(cells)
    assert found == {Cell("c0"): Why.ALIKE, Cell("c1"): Why.DIFFERENCE}
    assert kept(cells, alike=False) == {}


def test_in_a_named_round_only_the_minimum_counts() -> None:
    assert kept(criteria(Told(8, alike=True), 4, 8), confidential=False) == {Cell("c1"): Why.FEW}


def test_a_group_of_too_few_takes_the_next_smallest_with_it() -> None:
    cells = {TOTAL: Told(20), Cell(None, 0): Told(2), Cell(None, 1): Told(10), Cell(None, 2): Told(8)}
    assert kept(cells) == {Cell(None, 0): Why.SUB_GROUP, Cell(None, 2): Why.DIFFERENCE}


def test_withheld_groups_that_are_together_still_too_few_take_one_more() -> None:
    cells = {TOTAL: Told(20), Cell(None, 0): Told(2), Cell(None, 1): Told(1), Cell(None, 2): Told(17)}
    assert set(kept(cells)) == {Cell(None, 0), Cell(None, 1), Cell(None, 2)}


def test_which_of_two_was_withheld_for_its_own_sake_is_not_worked_out() -> None:
    """Each criterion in turn is the unanimous one: by lot each pair comes about from both of its criteria."""
    cells = criteria(8, 8, 8)
    pairs: dict[frozenset[str], set[str]] = {}
    for seed in range(40):
        for at in range(3):
            first = Cell(f"c{at}")
            found = withheld(
                {**cells, first: Told(8, alike=True)},
                FIVE,
                confidential=True,
                alike=True,
                lot=lambda cell, seed=seed: Random(f"{seed} {cell}").getrandbits(64),  # type: ignore[misc]
            )
            pairs.setdefault(frozenset(str(each.row) for each in found), set()).add(str(first.row))
    assert all(both == {*one} for one, both in pairs.items())
    assert len(pairs) == 3


def test_where_all_that_is_withheld_is_the_best_there_is_one_more_is() -> None:
    """Two criteria for which all gave the best: what is left of the sum is the most there is, and tells both."""
    best = Told(8, alike=True, end=1)
    found = withheld(criteria(best, best, 8, 8), FIVE, confidential=True, alike=True, lot=by_name)
    assert found == {Cell("c0"): Why.ALIKE, Cell("c1"): Why.ALIKE, Cell("c2"): Why.DIFFERENCE}
    mixed = withheld(criteria(best, best._replace(end=-1), 8), FIVE, confidential=True, alike=True, lot=by_name)
    assert set(mixed) == {Cell("c0"), Cell("c1")}
    whole = withheld(criteria(best, best), FIVE, confidential=True, alike=True, lot=by_name)
    assert set(whole) == {Cell("c0"), Cell("c1")}, "the total says so, which is shown"


def by_name(cell: Cell) -> int:
    return ord(str(cell.row)[-1])


raters = st.builds(Told, st.integers(1, 9), st.booleans(), st.just(False), st.integers(-1, 1))
lots = st.none() | st.integers(0, 99).map(lambda seed: lambda cell: Random(f"{seed} {cell}").getrandbits(64))


@st.composite
def tables(draw: st.DrawFn) -> dict[Cell, Told]:
    """A total, criteria, and none or several groups. A single criterion is the total, given by as many."""
    rows, columns = draw(st.integers(2, 4)), draw(st.sampled_from([0, 2, 3]))
    cells = {TOTAL: Told(draw(st.integers(FIVE, 30)))}
    for row in [None, *(f"c{at}" for at in range(rows))]:
        places = range(columns) if row is None else (None, *range(columns))
        cells |= {Cell(row, column): draw(raters) for column in places}
    return cells


def determined(cell: Cell, unknown: list[Cell], lines: list[list[Cell]]) -> bool:
    """Whether the sums of all lines fix one unknown: whether its unit vector lies in the span of the equations."""
    rows = [[Fraction(each in line) for each in unknown] for line in lines]
    wanted = [Fraction(each == cell) for each in unknown]
    pivots: list[tuple[int, list[Fraction]]] = []
    for row in [*rows, wanted]:
        left = row
        for at, pivot in pivots:
            if left[at]:
                left = [one - left[at] / pivot[at] * other for one, other in zip(left, pivot, strict=True)]
        first = next((at for at, each in enumerate(left) if each), None)
        if first is not None:
            if row is wanted:
                return False
            pivots.append((first, left))
    return True


@given(tables(), st.booleans(), lots)
def test_no_withheld_figure_follows_from_the_shown_ones(
    cells: dict[Cell, Told], alike: bool, lot: Lot | None
) -> None:
    found = withheld(cells, FIVE, confidential=True, alike=alike, lot=lot)
    grouped = any(cell.column is not None for cell in cells)
    columns = {cell.column for cell in cells}
    lines = [[each for each in cells if each.column == column and each != TOTAL] for column in columns]
    if grouped:
        lines += [[each for each in cells if each.row == row and each != TOTAL] for row in {c.row for c in cells}]
    unknown = list(found)
    for cell in unknown:
        alone = all(other in found or other == TOTAL for other in cells)
        assert alone or not determined(cell, unknown, lines), f"{cell} follows from the rest"


@given(tables())
def test_what_must_be_withheld_is_and_the_total_only_where_too_few_gave_it(cells: dict[Cell, Told]) -> None:
    found = kept(cells)
    assert TOTAL not in found
    for cell, told in cells.items():
        if told.raters < FIVE or (told.alike and cell.row is not None):
            assert found[cell] is not Why.DIFFERENCE
        else:
            assert found.get(cell, Why.DIFFERENCE) is Why.DIFFERENCE


@given(tables())
def test_of_withheld_groups_together_there_are_enough(cells: dict[Cell, Told]) -> None:
    found = kept(cells)
    for row in {cell.row for cell in cells}:
        groups = [cell for cell in cells if cell.row == row and cell.column is not None]
        hidden = [cell for cell in groups if cell in found]
        if hidden and len(hidden) < len(groups) and Cell(row) not in found:
            assert sum(cells[each].raters for each in hidden) >= FIVE
