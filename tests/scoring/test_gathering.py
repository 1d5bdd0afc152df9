from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.results.county_result import LEADING, Side
from cadre_tui.scoring.gathering import COUNTY, Gathering, OnePerson, Place

LEVELS = ("county-leadership", "township-bureau", "agency-staff", "qinghe.river-chief")
POINTS = st.decimals(0, 10, places=2)
PERSON = st.builds(
    OnePerson,
    unit=st.sampled_from("abc"),
    level=st.sampled_from(LEVELS),
    total=st.none() | st.decimals(0, 100, places=1),
    grade=st.none() | st.integers(0, 2),
    points=st.dictionaries(
        st.sampled_from(("k/one", "k/two")), st.tuples(POINTS, st.just(Decimal(10)), st.just("self:plan"))
    ),
)
PEOPLE = st.lists(PERSON, max_size=25)


def gathered(people: Sequence[OnePerson]) -> Gathering:
    gathering = Gathering(3)
    for each in people:
        gathering.add(each)
    return gathering


def of(place: Place, people: Sequence[OnePerson]) -> list[OnePerson]:
    return [each for each in people if place.unit in (None, each.unit) and place.side in (None, each.side)]


@given(people=PEOPLE)
def test_every_place_holds_those_who_belong_to_it(people: list[OnePerson]) -> None:
    for place, group in gathered(people).places().items():
        held = of(place, people)
        assert group.people == len(held)
        assert sorted(group.totals) == sorted(each.total for each in held if each.total is not None)
        scored = [each for each in held if each.total is not None]
        assert group.grades == [sum(each.grade == (None if at == 3 else at) for each in scored) for at in range(4)]
        for key, tally in group.shares.items():
            if key == "self:plan":
                continue
            given_points = [each.points[key][0] for each in held if key in each.points]
            assert tally.people == len(given_points)
            assert tally.mean == Fraction(sum(given_points, Decimal(0))) / 10 / len(given_points)


@given(people=PEOPLE)
def test_a_focal_check_is_each_persons_own_share_of_its_points(people: list[OnePerson]) -> None:
    found = gathered(people).places()[COUNTY].shares.get("self:plan")
    shares = [
        Fraction(sum(reached for reached, _full, _focus in each.points.values())) / (10 * len(each.points))
        for each in people
        if each.points
    ]
    assert (found is None) == (not shares)
    if found is not None:
        assert found.mean == sum(shares, Fraction(0)) / len(shares)


@given(people=PEOPLE)
def test_levels_add_up_to_the_county(people: list[OnePerson]) -> None:
    gathering = gathered(people)
    assert sum(each.people for each in gathering.levels().values()) == gathering.places()[COUNTY].people


def test_leaders_are_those_of_the_two_leading_levels_and_a_countys_own_level_is_none() -> None:
    assert {level for level in LEVELS if Side.of(level) is Side.LEADERS} == LEADING
