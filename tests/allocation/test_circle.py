"""Who is asked about whom: the same from either end, nobody about themself, each in one group."""

import time
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.allocation.circle import Circle
from cadre_tui.allocation.relations import Relations
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person, Roster, Standing, Unit
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules
from cadre_tui.model.text import Text

SELF, PEER, CHECK = Purpose.SELF, Purpose.PEER, Purpose.CHECK
UNITS = ("甲", "乙", "丙")
LEVELS = ("agency-staff", "township-bureau")
IDS = tuple(f"p{number}" for number in range(9))
TITLE = Text({"zh": "一轮"})


def rules(**changes: object) -> RoundRules:
    return RoundRules(**{"id": "r", "title": TITLE, "use": (), **changes})


def group(group_id: str, *who: Relation, **changes: object) -> RaterGroup:
    return RaterGroup(id=group_id, title=TITLE, who=who, **changes)


def roster(*people: Person) -> Roster:
    return Roster(units=tuple(Unit(id=each, name=each) for each in UNITS), people=people)


def one(person_id: str, unit: str = "甲", **changes: object) -> Person:
    return Person(**{"id": person_id, "name": person_id, "unit": unit, "level": LEVELS[0], **changes})


some_units = st.lists(st.sampled_from(UNITS), unique=True, max_size=2).map(tuple)


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    ids = IDS[: draw(st.integers(1, len(IDS)))]
    people = [
        one(
            each,
            draw(st.sampled_from(UNITS)),
            level=draw(st.sampled_from(LEVELS)),
            superior=draw(st.sampled_from(("", "nobody", *ids))),
            also_in=draw(some_units),
            serves=draw(some_units),
            colleagues=tuple(draw(st.lists(st.sampled_from(("nobody", *ids)), unique=True, max_size=3))),
            standing=draw(st.sampled_from(Standing)),
            rated=draw(st.booleans()),
        )
        for each in ids
    ]
    return roster(*people)


groups = st.builds(
    lambda who, levels: (tuple(who), tuple(levels)),
    st.lists(st.sampled_from(Relation), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(LEVELS), max_size=1),
)


@st.composite
def circles(draw: st.DrawFn) -> tuple[Circle, RoundRules, Roster]:
    people = draw(rosters())
    drawn = draw(st.lists(groups, min_size=1, max_size=3))
    made = rules(
        colleagues=draw(st.sampled_from(("unit", "roster", "groups", "list", "balanced", "none"))),
        group=tuple(
            RaterGroup(id=f"g{at}", title=TITLE, who=who, levels=levels) for at, (who, levels) in enumerate(drawn)
        ),
        units=draw(some_units),
        inspectors=tuple(draw(st.lists(st.sampled_from(IDS), unique=True, max_size=2))),
    )
    pairs = draw(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8))
    return Circle(made, people, pairs), made, people


@settings(max_examples=200, deadline=None)
@given(circles())
def test_subjects_and_raters_are_the_inverse_of_each_other(made: tuple[Circle, RoundRules, Roster]) -> None:
    circle, _rules, people = made
    for purpose in Purpose:
        asked = [(each.id, subject.id) for each in people.people for subject in circle.subjects(each.id, purpose)]
        turned = [(rater.id, each.id) for each in people.people for rater in circle.raters(each.id, purpose)]
        assert len(asked) == len(set(asked))
        assert len(turned) == len(set(turned))
        assert set(asked) == set(turned)
        assert all((rater == subject) is (purpose is SELF) for rater, subject in asked)
        assert all(circle.takes_part(subject) for _rater, subject in asked)


@settings(max_examples=150, deadline=None)
@given(circles())
def test_each_rater_is_in_exactly_one_group_and_nobody_else_in_any(made: tuple[Circle, RoundRules, Roster]) -> None:
    circle, rules_, people = made
    ids = [each.id for each in people.people]
    asked = {(rater, subject.id) for rater in ids for subject in circle.subjects(rater, PEER)}
    for rater, subject in product(ids, ids):
        found = circle.group_of(rater, subject)
        assert (found is not None) is (rules_.colleagues == "groups" and (rater, subject) in asked)
        assert found is None or found in rules_.group


@settings(max_examples=150, deadline=None)
@given(rosters(), st.sampled_from(Relation))
def test_a_relation_is_the_same_from_either_end_and_as_it_is_told(people: Roster, relation: Relation) -> None:
    relations = Relations(people.people)
    for rater, subject in product(people.people, people.people):
        fits = relations.fits(relation, rater, subject)
        assert fits is (rater.id in {each.id for each in relations.raters(relation, subject)})
        assert fits is (subject.id in {each.id for each in relations.subjects(relation, rater)})


@settings(max_examples=150, deadline=None)
@given(rosters())
def test_equals_are_mutual_and_never_lead_each_other(people: Roster) -> None:
    relations = Relations(people.people)
    for rater, subject in product(people.people, people.people):
        if relations.fits(Relation.EQUALS, rater, subject):
            assert relations.fits(Relation.EQUALS, subject, rater)
            assert not relations.fits(Relation.SUPERIORS, rater, subject)
            assert not relations.fits(Relation.SUBORDINATES, rater, subject)


def asked_of(circle: Circle, subject: str) -> list[str]:
    return [each.id for each in circle.raters(subject, PEER)]


def test_the_first_group_that_fits_is_the_one_and_levels_look_at_the_rater() -> None:
    people = roster(
        one("head", level=LEVELS[1]),
        one("a", superior="head", serves=("丙",)),
        one("b", superior="head"),
        one("c", superior="a"),
        one("v", "丙", rated=False),
        one("w", "丙", level=LEVELS[1], rated=False),
    )
    above = group("A", Relation.SUPERIORS)
    beside = group("B", Relation.EQUALS, Relation.UNIT)
    below = group("C", Relation.SUBORDINATES, Relation.SERVED, levels=(LEVELS[0],))
    circle = Circle(rules(colleagues="groups", group=(above, below, beside), units=("甲",)), people)
    told = {rater: found.id for rater in asked_of(circle, "a") if (found := circle.group_of(rater, "a"))}
    assert told == {"head": "A", "b": "B", "c": "C", "v": "C"}
    assert not circle.takes_part("v")
    assert [each.id for each in circle.subjects("v", PEER)] == ["a"]


def test_where_nobody_is_named_as_superior_equals_are_those_of_the_unit_and_level() -> None:
    people = roster(one("a"), one("b"), one("c", level=LEVELS[1]), one("d", "乙"), one("e", superior="gone"))
    circle = Circle(rules(colleagues="groups", group=(group("B", Relation.EQUALS),)), people)
    assert asked_of(circle, "a") == ["b", "e"]


def test_a_dual_post_counts_in_both_units_as_far_as_they_take_part() -> None:
    people = roster(one("a"), one("b", "乙", also_in=("甲",)), one("c", "乙"))
    assert asked_of(Circle(rules(), people), "b") == ["a", "c"]
    only = Circle(rules(units=("甲",)), people)
    assert [each.id for each in only.people] == ["a", "b"]
    assert asked_of(only, "b") == ["a"]


def test_who_is_on_leave_is_left_alone_unless_named_and_who_is_seconded_is_not() -> None:
    people = roster(one("a"), one("b", standing=Standing.ON_LEAVE), one("c", standing=Standing.SECONDED))
    circle = Circle(rules(), people)
    assert [each.id for each in circle.people] == ["a", "c"]
    assert asked_of(circle, "a") == ["c"]
    assert circle.subjects("b", SELF) == ()
    named = Circle(rules(colleagues="list"), people, [("a", "b"), ("b", "c")])
    assert asked_of(named, "b") == ["a"]
    assert asked_of(named, "c") == ["b"]
    assert [each.id for each in named.subjects("b", SELF)] == ["b"]


def test_pairs_of_people_who_are_gone_or_only_rate_are_passed_over() -> None:
    people = roster(one("a"), one("v", "丙", rated=False))
    circle = Circle(rules(colleagues="list"), people, [("a", "v"), ("v", "a"), ("x", "a"), ("a", "x"), ("a", "a")])
    assert asked_of(circle, "a") == ["v"]
    assert circle.subjects("a", PEER) == ()


@pytest.mark.parametrize("colleagues", ["groups", "balanced", "unit"])
def test_ten_thousand_people_are_looked_through_in_seconds(colleagues: str) -> None:
    people = tuple(
        one(f"p{at}", f"u{at // 10}", superior=f"p{at // 10 * 10}", serves=(f"u{(at // 10 + 1) % 1000}",))
        for at in range(10_000)
    )
    kinds = (group("A", Relation.SUPERIORS), group("B", Relation.EQUALS), group("C", Relation.SERVED))
    pairs = [(f"p{at}", f"p{at // 10 * 10 + (at + step) % 10}") for at in range(10_000) for step in (1, 2, 3, 4, 5)]
    begun = time.process_time()
    circle = Circle(rules(colleagues=colleagues, group=kinds), Roster(people=people), pairs)
    asked = sum(len(circle.subjects(each.id, PEER)) for each in people)
    turned = sum(len(circle.raters(each.id, PEER)) for each in people)
    assert asked == turned > 0
    assert time.process_time() - begun < 20
