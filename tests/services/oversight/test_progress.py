"""Progress: counted by unit and person, only what changed is read again, and each role sees what is theirs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cadre_tui.model.answers.drawer import Change
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.oversight.progress import Counts
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Extension
from cadre_tui.services.drawers import change_drawer
from cadre_tui.services.filling import responses
from cadre_tui.services.home import home_of
from cadre_tui.services.oversight import progress
from cadre_tui.services.oversight.tally import tally_of
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.services.small import DAY, START, Small, fill_peers, fill_self, pair, rules, task

SELF, PEER = Purpose.SELF, Purpose.PEER


def acting(small: Small, role: Role, *units: str) -> Session:
    return Session(small.county, "a1", role, frozenset({role}), frozenset(units))


def unit_id(small: Small, name: str) -> str:
    return next(each.id for each in small.county.roster().units if each.name == name)


def test_what_is_begun_stands_beside_what_is_handed_in(going: Small) -> None:
    fill_self(going.signed_in("a1"))
    second = going.signed_in("a2")
    responses.save(second, task(second, PEER, "t.pair", "a1"), pair("good", "good"))
    found = progress.status(going.organiser, "r1")
    assert found.counts[SELF] == Counts(given=11, handed_in=2)
    assert found.counts[PEER] == Counts(given=14, begun=1)
    one = found.units[0]
    assert (one.unit, one.people, one.finished) == ("甲单位", 4, 0)
    assert one.counts[PEER] == Counts(given=12, begun=1)
    fill_peers(going.signed_in("a1"), {})
    assert progress.status(going.organiser, "r1").units[0].finished == 1


def test_only_drawers_that_changed_are_read_again(going: Small) -> None:
    progress.status(going.organiser, "r1")
    tally = tally_of(going.county, "r1")
    assert tally.read == 6
    progress.status(going.organiser, "r1")
    assert tally.read == 0
    other = going.again()
    fill_self(other.signed_in("b1"))
    before = progress.status(going.organiser, "r1")
    assert tally.read == 1
    assert before.counts[SELF].handed_in == 2
    assert before == progress.status(other.organiser, "r1")


def test_who_is_past_the_deadline_is_overdue_and_who_hands_in_then_is_late(small: Small) -> None:
    deadline = START + 2 * DAY
    small.opened(rules(deadlines={SELF: deadline, PEER: deadline + 30 * DAY}, grace=48))
    fill_self(small.signed_in("a1"))
    small.clock.now = deadline + timedelta(hours=1)
    fill_self(small.signed_in("a2"))
    found = progress.status(small.organiser, "r1").counts[SELF]
    assert (found.given, found.handed_in, found.late, found.overdue) == (11, 4, 2, 7)
    late = {each.id: each.counts[SELF].late for each in progress.people(small.organiser, "r1")}
    assert late == {"a1": 0, "a2": 2, "a3": 0, "a4": 0, "b1": 0, "b2": 0}


def test_whoever_was_given_time_is_extended_and_not_overdue(small: Small) -> None:
    deadline = START + 2 * DAY
    small.opened(rules(deadlines={SELF: deadline}))
    given = Extension(person="a3", purpose=SELF, until=deadline + 5 * DAY, reason="出差", by="zzb", at=START)
    small.county.store.change(
        keys.round_rules("r1"), lambda found: {**(found or {}), "extensions": [given.model_dump(mode="json")]}
    )
    small.clock.now = deadline + DAY
    people = {each.id: each for each in progress.people(small.organiser, "r1")}
    assert (people["a3"].counts[SELF].extended, people["a3"].counts[SELF].overdue) == (2, 0)
    assert (people["a2"].counts[SELF].extended, people["a2"].counts[SELF].overdue) == (0, 2)
    assert people["a3"].deadlines[SELF] == deadline + 5 * DAY
    assert SELF in people["a3"].writable
    assert SELF not in people["a2"].writable


def test_what_was_given_back_is_counted_until_it_is_handed_in_again(going: Small) -> None:
    fill_self(going.signed_in("a1"))
    change_drawer(
        going.county,
        "r1",
        "a1",
        lambda drawer: (Change(drawer.by_name, {"state": State.REOPENED}),),
    )
    found = progress.status(going.organiser, "r1").counts[SELF]
    assert (found.handed_in, found.reopened, found.begun) == (0, 2, 2)


def test_people_of_a_unit_are_told_in_counts_and_days(going: Small) -> None:
    fill_self(going.signed_in("a1"))
    found = progress.people(going.organiser, "r1", unit=unit_id(going, "甲单位"))
    assert [each.id for each in found] == ["a1", "a2", "a3", "a4"]
    assert found[0].counts[SELF] == Counts(given=2, handed_in=2)
    assert found[0].saved == going.clock.now.astimezone().date()
    assert found[1].saved is None
    assert "subject" not in str(found[0].model_dump())


def test_a_clerk_sees_their_own_unit_and_no_other(going: Small) -> None:
    one, other = unit_id(going, "甲单位"), unit_id(going, "乙单位")
    clerk = acting(going, Role.CLERK, one)
    assert [each.unit for each in progress.status(clerk, "r1").units] == ["甲单位"]
    assert progress.status(clerk, "r1").counts[PEER].given == 12
    assert {each.unit for each in progress.people(clerk, "r1")} == {one}
    with pytest.raises(NotPermitted) as told:
        progress.people(clerk, "r1", unit=other)
    assert told.value.code == "not-your-unit"
    with pytest.raises(NotPermitted):
        progress.status(acting(going, Role.CLERK), "r1")
    assert home_of(clerk).rounds[0].handed_in[PEER] == (0, 12)


def test_a_supervisor_sees_all_units_and_a_cadre_none(going: Small) -> None:
    supervisor = acting(going, Role.SUPERVISOR)
    assert progress.status(supervisor, "r1") == progress.status(going.organiser, "r1")
    assert len(progress.people(supervisor, "r1")) == 6
    with pytest.raises(NotPermitted):
        progress.people(replace(supervisor, role=Role.CADRE, roles=frozenset({Role.CADRE})), "r1")


def test_a_round_in_preparation_has_no_progress(small: Small) -> None:
    life.new(small.organiser, rules())
    found = progress.status(small.organiser, "r1")
    assert (found.units, dict(found.counts)) == ((), {})
    assert progress.people(small.organiser, "r1") == ()
