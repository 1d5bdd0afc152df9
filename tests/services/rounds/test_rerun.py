"""A round under way and a roster that changes: whoever comes and goes, nothing that was begun is lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui.allocation.allocating import CannotAllocate, allocate
from cadre_tui.allocation.circle import Circle
from cadre_tui.allocation.of_round import allocation_rules, participants, proof_of
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Person, Roster, Standing, Unit
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules
from cadre_tui.model.text import Text
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import accounts
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.raters import allocation, asked
from cadre_tui.services.rounds.raters.rerun import rerun, unasked
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.rounds.test_round_allocation import asked_by, balanced, begin, listed, roster_of
from tests.services.small import PEOPLE, Small, fill_peers, rules

SELF, PEER, CHECK = Purpose.SELF, Purpose.PEER, Purpose.CHECK
TITLE = Text({"zh": "一轮"})
IDS = tuple(f"p{number}" for number in range(12))
MODES = ("unit", "groups", "list", "balanced")


@st.composite
def rosters(draw: st.DrawFn, least: int = 0) -> Roster:
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=least))
    people = tuple(
        Person(
            id=each,
            name=each,
            unit=draw(st.sampled_from("甲乙")),
            level="agency-staff",
            superior=draw(st.sampled_from(("", *IDS))),
            standing=draw(st.sampled_from((Standing.ON_DUTY, Standing.ON_DUTY, Standing.ON_LEAVE))),
            rated=draw(st.sampled_from((True, True, False))),
        )
        for each in ids
    )
    return Roster(units=tuple(Unit(id=each, name=each) for each in "甲乙"), people=people)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Round, tuple[Pair, ...], Roster, frozenset[tuple[str, str, Purpose]]]:
    """A round under way with its pairs, a newer roster, and some of what was asked for begun."""
    before = draw(rosters(least=4))
    group = RaterGroup(id="g", title=TITLE, who=(Relation.EQUALS, Relation.SUPERIORS))
    made = RoundRules(
        id="r", title=TITLE, use=(), colleagues=draw(st.sampled_from(MODES)), group=(group,), reviewers=1
    )
    held = Round(rules=made, phase=Phase.OPEN, roster=before)
    pairs: tuple[Pair, ...] = ()
    if made.colleagues == "balanced":
        try:
            pairs = allocate(participants(made, before), allocation_rules(made), 1).pairs
        except CannotAllocate:
            pairs = ()
    elif made.colleagues == "list":
        people = [each.id for each in before.people]
        two = st.tuples(st.sampled_from(people), st.sampled_from(people)).filter(lambda each: each[0] != each[1])
        pairs = tuple(Pair(*each) for each in draw(st.lists(two, unique=True, max_size=6)))
    circle = Circle(made, before, pairs)
    open_ = [
        (each.id, subject.id, purpose)
        for each in before.people
        for purpose in (SELF, PEER)
        for subject in circle.subjects(each.id, purpose)
    ]
    begun = frozenset(draw(st.lists(st.sampled_from(open_), unique=True, max_size=6))) if open_ else frozenset()
    return held, pairs, draw(rosters()), begun


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_nothing_that_was_begun_is_lost_and_the_rest_follows_the_roster(
    case: tuple[Round, tuple[Pair, ...], Roster, frozenset[tuple[str, str, Purpose]]],
) -> None:
    held, pairs, today, begun = case
    try:
        made = rerun(held, today, pairs, begun, frozenset(), 1)
    except CannotAllocate:
        return
    assert unasked(held, made.roster, made.pairs, made.kept, begun) == ()
    now = {each.id: each for each in today.people}
    here = {each.id: each for each in made.roster.people}
    touched = {person for rater, subject, _purpose in begun for person in (rater, subject)}
    assert set(now) <= set(here)
    assert set(here) - set(now) <= touched, "who left stays only for the sake of what was begun"
    was = {each.id: each for each in held.roster.people}
    for person in here.values():
        if person.id in was:
            assert (person.unit, person.level) == (was[person.id].unit, was[person.id].level)
    circle = Circle(
        held.rules, made.roster, (*(made.pairs if held.rules.colleagues in {"list", "balanced"} else ()), *made.kept)
    )
    for person in made.roster.people:
        if person.id not in now or now[person.id].standing is Standing.ON_LEAVE:
            mine = {
                (person.id, subject) for rater, subject, purpose in begun if rater == person.id and purpose is PEER
            }
            still = {(person.id, each.id) for each in circle.subjects(person.id, PEER)}
            assert still <= mine or held.rules.colleagues == "list"
    if held.rules.colleagues == "balanced" and not made.obstacles and proof_of(held.rules, held.roster, pairs).holds:
        assert proof_of(held.rules, made.roster, made.pairs).holds


def test_who_joined_is_rated_who_left_is_not_and_what_was_handed_in_counts(small: Small) -> None:
    people = (*PEOPLE[:4], ("a5", "安五", "甲单位", "agency-staff"), *PEOPLE[4:])
    roster_of(small, *people)
    balanced(small, units=("甲单位",), reviewers=2)
    taken = allocation.allocate(small.organiser, "r1", seed=3)
    life.open_round(small.organiser, "r1")
    raters = [each.rater for each in taken.pairs if each.subject == "a2"]
    (gone, stays) = raters
    fill_peers(small.signed_in(gone) if gone != "a5" else _with_password(small, "a5"), {})
    elsewhere = small.again()
    assert life.find(elsewhere.county, "r1").revision == 1
    left = tuple(row for row in people if row[0] != gone)
    roster_of(small, *left, ("a6", "安六", "甲单位", "agency-staff"))
    proposal = allocation.preview(small.organiser, "r1")
    assert (proposal.moves.joined, proposal.moves.left) == (("a6",), (gone,))
    allocation.take(small.organiser, proposal)
    held = life.find(elsewhere.county, "r1")
    assert held.revision == 2
    circle = elsewhere.county.circle(held)
    handed_in = {each for each in taken.pairs if each.rater == gone}
    assert {Pair(gone, each.id) for each in circle.subjects(gone, PEER)} == handed_in
    assert not [each for each in proposal.pairs if gone in each]
    assert len(circle.raters("a6", PEER)) == 2
    assert gone not in {each.id for each in circle.people} or Pair(gone, gone) in proposal.kept
    before = small.county.store.read(keys.former_round_roster("r1", 1))
    assert before is not None
    assert {each["id"] for each in before["people"]} == {row[0] for row in people}
    assert held.rules_hash == life.find(small.county, "r1").rules_hash
    counts = progress.status(small.organiser, "r1").line.handed_in[PEER]
    assert counts[0] == len(handed_in)
    assert stays


def _with_password(small: Small, person: str) -> Session:
    accounts.set_password(small.organiser, person, "correct horse")
    return small.signed_in(person)


def test_units_in_which_nobody_came_or_went_keep_their_pairs(small: Small) -> None:
    balanced(small)
    taken = allocation.allocate(small.organiser, "r1", seed=2)
    life.open_round(small.organiser, "r1")
    roster_of(small, *PEOPLE, ("b3", "白三", "乙单位", "agency-staff"))
    after = allocation.allocate(small.organiser, "r1")
    ours = {each for each in taken.pairs if each.subject.startswith("a")}
    assert ours == {each for each in after.pairs if each.subject.startswith("a")}
    assert {each.subject for each in after.pairs} == {row[0] for row in PEOPLE} | {"b3"}


def test_nothing_is_set_right_where_nobody_came_or_went(small: Small) -> None:
    balanced(small)
    taken = allocation.allocate(small.organiser, "r1")
    life.open_round(small.organiser, "r1")
    with refused("roster-as-before"):
        allocation.preview(small.organiser, "r1")
    assert small.county.allocation("r1") == taken


def test_what_is_begun_after_the_preview_is_not_lost_either(small: Small) -> None:
    listed(small, "a1:a2", "a2:a1", "a3:a1")
    life.open_round(small.organiser, "r1")
    roster_of(small, *(row for row in PEOPLE if row[0] != "a2"))
    proposal = allocation.preview(small.organiser, "r1")
    begin(small, "a1:a2")
    with refused("allocation-meanwhile"):
        allocation.take(small.organiser, proposal)
    allocation.allocate(small.organiser, "r1")
    assert asked_by(small, "a1") == ["a2"]
    assert [each.id for each in asked.asked_about(small.organiser, "r1", "a1").raters] == ["a3"]


def test_also_where_the_rules_say_who_rates_whom_people_come_and_go(small: Small) -> None:
    small.opened(rules())
    begin(small, "a1:a3")
    roster_of(small, *(row for row in PEOPLE if row[0] not in {"a1", "a4"}), ("a6", "安六", "甲单位", "agency-staff"))
    allocation.allocate(small.organiser, "r1")
    told = {
        each.person.id: (each.raters, each.subjects) for each in asked.who_rates_whom(small.organiser, "r1").people
    }
    assert told == {"a1": (0, 1), "a2": (2, 2), "a3": (3, 2), "a6": (2, 2), "b1": (1, 1), "b2": (1, 1)}
