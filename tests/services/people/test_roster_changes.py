"""What an import changes is told by what happened to people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.checklists.checklist import LEVELS
from cadre_tui.model.people.person import Person, Roster, Standing
from cadre_tui.model.people.roster_change import FIELDS, RANKS, Changed, Happening, differing
from cadre_tui.services.people.roster import change_between

WANG = Person(id="q3", name="王海", unit="城关镇", level="agency-staff")


def happened(before: Person = WANG, **after: object) -> tuple[Happening, ...]:
    later = before.model_copy(update=after)
    return Changed(before=before, after=later, fields=differing(before, later)).happenings


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({"unit": "县政府办"}, ["moved"]),
        ({"level": "township-bureau"}, ["promoted"]),
        ({"level": "enterprise"}, ["level-changed"]),
        ({"level": "qinghe.street"}, ["level-changed"]),
        ({"standing": Standing.SECONDED}, ["seconded"]),
        ({"standing": Standing.ON_LEAVE}, ["on-leave"]),
        ({"also_in": ("县政府办",)}, ["post-taken-up"]),
        ({"rated": False, "level": ""}, ["now-only-rates"]),
        ({"duty": "主任"}, ["other"]),
        ({"superior": "q1", "serves": ("县政府办",)}, ["other"]),
        ({"unit": "县政府办", "level": "county-leadership", "duty": "主任"}, ["moved", "promoted", "other"]),
    ],
)
def test_what_happened_is_told_by_its_kind(after: dict[str, object], told: list[str]) -> None:
    assert list(happened(**after)) == told


def test_the_way_back_is_told_the_other_way_round() -> None:
    away = WANG.model_copy(
        update={"standing": Standing.ON_LEAVE, "also_in": ("县政府办",), "level": "township-bureau"}
    )
    home = {"standing": Standing.ON_DUTY, "also_in": (), "level": "agency-staff"}
    assert list(happened(away, **home)) == ["demoted", "back", "post-given-up"]
    assert list(happened(away, also_in=("农业局",))) == ["post-taken-up", "post-given-up"]


def test_the_levels_that_have_a_rank_are_those_of_the_field() -> None:
    assert set(RANKS) == set(LEVELS)


people = st.builds(
    Person,
    id=st.sampled_from(["a", "b", "c", "d"]),
    name=st.sampled_from(["甲", "乙"]),
    unit=st.sampled_from(["u", "v"]),
    level=st.sampled_from(["", *LEVELS, "x.y"]),
    duty=st.sampled_from(["", "主任"]),
    colleagues=st.sampled_from([(), ("a",)]),
    superior=st.sampled_from(["", "a"]),
    also_in=st.lists(st.sampled_from(["u", "v", "w"]), max_size=2, unique=True).map(tuple),
    serves=st.sampled_from([(), ("u",)]),
    standing=st.sampled_from([*Standing]),
    rated=st.booleans(),
)
rosters = st.lists(people, max_size=4, unique_by=lambda each: each.id).map(lambda found: Roster(people=tuple(found)))


@given(rosters, rosters)
def test_everybody_is_told_once_and_whoever_changed_with_a_reason(old: Roster, new: Roster) -> None:
    change = change_between(old, new)
    ids = [each.id for each in (*change.joined, *(each.after for each in change.changed))]
    assert sorted([*ids, *(each.id for each in change.left)]) == sorted(set(ids) | {each.id for each in change.left})
    assert len(ids) + change.same == len(new.people)
    assert change.nothing == (sorted(old.people, key=lambda p: p.id) == sorted(new.people, key=lambda p: p.id))
    for each in change.changed:
        assert each.fields
        assert each.happenings
    grouped = {each.after.id for group in change.happened().values() for each in group}
    assert grouped == {each.after.id for each in change.changed}


def test_every_field_but_the_sort_key_is_compared() -> None:
    assert {*FIELDS, "id", "sort_key"} == set(Person.model_fields)
