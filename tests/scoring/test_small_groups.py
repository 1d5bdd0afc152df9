from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.results.county_result import Side
from cadre_tui.scoring.gathering import COUNTY, GRADES, TOTAL, Gathering, Group, OnePerson, Place
from cadre_tui.scoring.small_groups import Sum, kept_back, levels_kept_back

LEAST = 3
SUMS = (Sum(TOTAL, ("k/one", "k/two", "k/three")), Sum("self:plan", ("k/one", "k/two")))
LEADER, STAFF, CLERKS = "township-bureau", "agency-staff", "enterprise"


def person(unit: str, level: str, has: Iterable[str] = ("one", "two", "three"), grade: int = 0) -> OnePerson:
    plan = {"one": "self:plan", "two": "self:plan", "three": None}
    points = {f"k/{each}": (Decimal(5), Decimal(10), plan[each]) for each in has}
    return OnePerson(unit, level, Decimal(50), grade, points)


def places_of(people: Iterable[OnePerson]) -> dict[Place, Group]:
    gathering = Gathering(2)
    for each in people:
        gathering.add(each)
    return gathering.places()


COUNTIES = st.lists(
    st.builds(
        person,
        unit=st.sampled_from("abcd"),
        level=st.sampled_from((LEADER, STAFF)),
        has=st.lists(st.sampled_from(("one", "two", "three")), unique=True, min_size=2),
        grade=st.integers(0, 1),
    ),
    min_size=1,
    max_size=30,
).map(places_of)


def counts(places: Mapping[Place, Group], measure: str) -> dict[Place, int]:
    return {
        place: next((count for key, count, _one in group.measured() if key == measure), 0)
        for place, group in places.items()
    }


def known_sizes(people: dict[Place, int], hidden: frozenset[Place]) -> set[int]:
    """How many people stand behind every figure that follows from two that add up: what is shown, by differences."""
    shown = {place for place, count in people.items() if count and place not in hidden}
    units = {place.unit for place in people if place.unit is not None}
    found: set[int] = {people[each] for each in shown}
    lines = [(Place(None, side), [Place(unit, side) for unit in units]) for side in (None, *Side)]
    lines += [(Place(unit), [Place(unit, side) for side in Side]) for unit in (None, *units)]
    for whole, parts in lines:
        there = [each for each in parts if people.get(each)]
        if whole in shown and any(each in hidden for each in there):
            found.add(sum(people[each] for each in there if each in hidden))
    return found


@settings(max_examples=150)
@given(places=COUNTIES)
def test_nothing_that_is_shown_or_follows_from_a_line_is_of_fewer_people(places: dict[Place, Group]) -> None:
    for measure, hidden in kept_back(places, SUMS, LEAST, alike=False).items():
        sizes = known_sizes(counts(places, measure), hidden)
        assert not sizes or min(sizes) >= LEAST


@settings(max_examples=150)
@given(places=COUNTIES)
def test_no_withheld_figure_follows_from_those_that_are_shown(places: dict[Place, Group]) -> None:
    """Worked out as whoever knows all that is shown would: line by line, as long as one of a line is missing."""
    for measure, hidden in kept_back(places, SUMS, LEAST, alike=True).items():
        people = counts(places, measure)
        units = [None, *sorted({place.unit for place in places if place.unit is not None})]
        known = {place for place in people if people[place] and place not in hidden}
        lines = [[Place(unit, side) for unit in units] for side in (None, *Side)]
        lines += [[Place(unit, side) for side in (None, *Side)] for unit in units]
        while True:
            solved = {
                missing[0]
                for line in lines
                for missing in [[each for each in line if people.get(each) and each not in known]]
                if len(missing) == 1
            }
            if not solved:
                break
            known |= solved
        alone = {place for place in hidden if place in known}
        # Where a place and the county are the same people, one is as good as the other: then nothing is shown at all.
        assert not alone or not any(place not in hidden for place in people if people[place])


@settings(max_examples=150)
@given(places=COUNTIES)
def test_a_single_criterion_withheld_does_not_follow_from_the_total(places: dict[Place, Group]) -> None:
    hidden = kept_back(places, SUMS, LEAST, alike=False)
    for (whole, parts), place in product(SUMS, places):
        there = [each for each in parts if counts(places, each)[place]]
        held = [each for each in there if place in hidden[each]]
        if counts(places, whole)[place] and place not in hidden[whole]:
            assert len(held) != 1


def test_where_everybody_earned_the_same_grade_the_grades_are_withheld_and_the_total_is_not() -> None:
    people = [person(unit, STAFF, grade=at % 2 if unit != "a" else 0) for unit in "abc" for at in range(4)]
    hidden = kept_back(places_of(people), SUMS, LEAST, alike=True)
    assert Place("a") in hidden[GRADES]
    assert len([place for place in hidden[GRADES] if place.side is None]) == 2, "another one protects it"
    assert not hidden[TOTAL]
    assert not kept_back(places_of(people), SUMS, LEAST, alike=False)[GRADES]


def test_a_mean_of_everything_tells_everybodys_and_is_withheld_but_a_totals_never() -> None:
    def full(unit: str) -> OnePerson:
        return OnePerson(unit, STAFF, Decimal(100), 0, {"k/one": (Decimal(10), Decimal(10), None)})

    people = [full("a") for _at in range(4)] + [person(unit, STAFF) for unit in "bc" for _at in range(4)]
    hidden = kept_back(places_of(people), SUMS, LEAST, alike=True)
    assert Place("a") in hidden["k/one"]
    assert COUNTY not in hidden["k/one"]
    assert not hidden[TOTAL]
    assert not kept_back(places_of(people), SUMS, LEAST, alike=False)["k/one"]


def test_one_small_unit_takes_the_next_smallest_with_it() -> None:
    people = [person(unit, STAFF) for unit, size in (("a", 2), ("b", 4), ("c", 9)) for _at in range(size)]
    hidden = kept_back(places_of(people), SUMS, LEAST, alike=False)[TOTAL]
    assert {place.unit for place in hidden} == {"a", "b"}
    assert COUNTY not in hidden


def test_few_leaders_of_a_unit_take_the_others_of_it_along_and_those_of_another_unit() -> None:
    people = [person(unit, LEADER) for unit in "aab"] + [person("b", LEADER) for _at in range(4)]
    people += [person(unit, STAFF) for unit in "ab" for _at in range(6)]
    hidden = kept_back(places_of(people), SUMS, LEAST, alike=False)[TOTAL]
    assert hidden == {Place(unit, side) for unit in "ab" for side in Side}


def test_where_nothing_is_kept_back_nothing_is_withheld() -> None:
    people = [person("a", LEADER), person("b", STAFF)]
    assert not any(kept_back(places_of(people), SUMS, 1, alike=False).values())


def test_levels_of_one_side_do_not_give_each_other_away() -> None:
    gathering = Gathering(2)
    for level, size in ((LEADER, 4), (STAFF, 5), (CLERKS, 1), ("village-branch", 4)):
        for _at in range(size):
            gathering.add(person("a", level))
    hidden = kept_back(gathering.places(), SUMS, LEAST, alike=False)
    assert levels_kept_back(gathering.levels(), hidden, LEAST, alike=False)[TOTAL] == {CLERKS, "village-branch"}
