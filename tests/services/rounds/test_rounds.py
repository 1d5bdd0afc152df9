"""A round's life: step by step, with what it was opened with, told in counts."""

from decimal import Decimal

import pytest

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.fault import CadreError, NotPermitted, NotRight
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.oversight import progress
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import (
    DAY,
    LEFT_OUT,
    PEOPLE,
    Small,
    fill_peers,
    fill_self,
    pair,
    rules,
    task,
    text,
    write_roster,
)
from tests.store.places import tampered

SELF, PEER, CHECK = Purpose.SELF, Purpose.PEER, Purpose.CHECK


def test_phases_follow_one_another_and_none_is_left_out_or_done_twice(small: Small) -> None:
    assert life.new(small.organiser, rules()).phase is Phase.SETUP
    steps = [
        life.open_round,
        lambda organiser, round_id: life.close_round(organiser, round_id, LEFT_OUT),
        life.publish,
        life.archive,
    ]
    for allowed, step in enumerate(steps):
        for at, other in enumerate(steps):
            if at != allowed:
                with refused("round-already-there" if at == allowed - 1 else "round-out-of-order"):
                    other(small.organiser, "r1")
        small.clock.now += DAY
        step(small.organiser, "r1")
    held = life.find(small.again().county, "r1")
    assert held.phase is Phase.ARCHIVED
    times = (held.opened, held.closed, held.published, held.archived)
    assert times == tuple(small.clock.now - DAY * each for each in (3, 2, 1, 0))
    with refused("round-out-of-order"):
        life.publish(small.organiser, "r1")


def test_an_id_is_used_once_and_an_unknown_one_is_told_with_the_known(going: Small) -> None:
    with refused("round-exists"):
        life.new(going.organiser, rules())
    with refused("round-unknown") as told:
        life.open_round(going.organiser, "r9")
    assert told.value.values == {"round": "r9", "known": "r1"}


@pytest.mark.parametrize(
    "changes",
    [
        {"use": ()},
        {"use": (Use(checklist="t.pair", by=PEER, weight=Decimal(1)), Use(checklist="t.pair|1", by=PEER))},
        {"use": (Use(checklist="t.pair|1", by=PEER), Use(checklist="t.pair", by=SELF))},
        {"use": (Use(checklist="t.pair", by=PEER, weight=Decimal(-1)),)},
        {"use": (Use(checklist="t.pair", by=CHECK),)},
        {"colleagues": "none"},
        {"former": "r1"},
        {
            "grade": (
                Grade(code="a", text=text("甲"), min=Decimal(1)),
                Grade(code="b", text=text("乙"), min=Decimal(2)),
            )
        },
    ],
)
def test_rules_that_contradict_themselves_are_refused_also_when_no_file_was_read(
    small: Small, changes: dict[str, object]
) -> None:
    with refused("round-rules-faulty") as told:
        life.new(small.organiser, rules(**changes))
    assert told.value.faults
    assert life.rounds(small.organiser) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"use": (Use(checklist="zz.zz", by=SELF),)}, "checklist-unknown"),
        ({"use": (Use(checklist="t.own", by=PEER),)}, "round-wrong-purpose"),
        ({"use": (Use(checklist="t.pair", by=CHECK),), "inspectors": ("a1", "zz")}, "round-unknown-people"),
        ({"units": ("丙单位",)}, "round-unknown-units"),
        ({"former": "r0"}, "round-unknown"),
    ],
)
def test_what_the_rules_name_must_be_there(small: Small, changes: dict[str, object], code: str) -> None:
    with refused(code):
        life.new(small.organiser, rules(**changes))
    assert life.rounds(small.organiser) == ()


def test_a_round_in_which_nobody_takes_part_is_not_opened(small: Small) -> None:
    life.new(small.organiser, rules(units=("乙单位",)))
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "n.csv", PEOPLE[:4]))
    with refused("round-not-ready", NotRight) as told:
        life.open_round(small.organiser, "r1")
    (unmet,) = told.value.faults
    assert (unmet.code, unmet.values["why"].code) == ("people", "round-unknown-units")
    assert life.find(small.county, "r1").phase is Phase.SETUP


def test_an_open_round_keeps_the_roster_that_it_was_opened_with(going: Small) -> None:
    moved = tuple((person, name, "乙单位", level) for person, name, _unit, level in PEOPLE[1:])
    roster.import_roster(going.organiser, write_roster(going.folder.parent / "n.csv", moved))
    again = going.again()
    todo = tasks.todo(again.signed_in("a2"), "r1", PEER)
    assert [each.subject.id for each in todo.tasks] == ["a1", "a3", "a4"]
    assert all(each.subject.unit == "甲单位" for each in todo.tasks)


def test_only_the_units_that_the_rules_name_take_part(small: Small) -> None:
    small.opened(rules(units=("乙单位",)))
    assert home_of(small.signed_in("a1")).todos == ()
    assert [each.subject.id for each in tasks.todo(small.signed_in("b1"), "r1", PEER).tasks] == ["b2"]


def test_colleagues_may_be_named_by_the_roster(small: Small) -> None:
    named = tuple((*person, {"a1": "b1 a2", "b1": "a1"}.get(person[0], "")) for person in PEOPLE)
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "n.csv", named))
    small.opened(rules(colleagues="roster"))
    asked = {
        person: [each.subject.id for todo in home_of(small.signed_in(person)).todos for each in todo.tasks
                 if todo.purpose is PEER]
        for person in ("a1", "a2", "b1")
    }  # fmt: skip
    assert asked == {"a1": ["b1", "a2"], "a2": [], "b1": ["a1"]}


def test_inspectors_are_asked_about_everybody_but_themselves(small: Small) -> None:
    uses = (Use(checklist="t.pair", by=CHECK, weight=Decimal(1)),)
    small.opened(rules(use=uses, colleagues="none", inspectors=("b1",), units=("乙单位", "甲单位")))
    todo = tasks.todo(small.signed_in("b1"), "r1", CHECK)
    assert [each.subject.id for each in todo.tasks] == ["a1", "a2", "a3", "a4", "b2"]
    with refused("nothing-to-do"):
        tasks.todo(small.signed_in("a1"), "r1", CHECK)


def test_progress_is_told_in_counts_by_unit(going: Small) -> None:
    fill_self(going.signed_in("a1"))
    fill_peers(going.signed_in("a1"), {})
    responses.save(going.signed_in("a2"), task(going.signed_in("a2"), PEER, "t.pair", "a1"), pair("good", "good"))
    status = progress.status(going.organiser, "r1")
    assert status.line.handed_in == {SELF: (2, 11), PEER: (3, 14)}
    told = {each.unit: dict(each.handed_in) for each in status.units}
    assert told == {"甲单位": {SELF: (2, 7), PEER: (3, 12)}, "乙单位": {SELF: (0, 4), PEER: (0, 2)}}
    with refused("role-may-not", NotPermitted):
        progress.status(going.signed_in("a1"), "r1")


def test_a_cadre_sees_a_round_from_its_opening_on_the_organiser_from_its_making(small: Small) -> None:
    life.new(small.organiser, rules("r1"))
    small.opened(rules("r2"))
    small.clock.now += DAY
    small.opened(rules("r3"))
    assert [each.id for each in life.rounds(small.organiser)] == ["r1", "r3", "r2"]
    assert [each.id for each in life.rounds(small.signed_in("a1"))] == ["r3", "r2"]
    with refused("round-not-open", NotPermitted):
        tasks.todo(small.signed_in("a1"), "r1", SELF)
    home = home_of(small.organiser)
    assert [(each.round, each.phase) for each in home.rounds] == [
        ("r1", Phase.SETUP),
        ("r3", Phase.OPEN),
        ("r2", Phase.OPEN),
    ]
    assert home.todos == home.results == ()


def test_what_a_later_version_wrote_into_a_round_survives_its_steps(small: Small) -> None:
    life.new(small.organiser, rules())
    small.county.store.change(keys.round_rules("r1"), lambda found: {**(found or {}), "mock": True})
    life.open_round(small.organiser, "r1")
    small.published("r1")
    assert (small.county.store.read(keys.round_rules("r1")) or {})["mock"] is True


def test_a_frozen_checklist_that_was_tampered_with_is_not_used(going: Small) -> None:
    (frozen,) = [each for each in going.folder.glob("round-checklists/r1/*.json") if "t.pair" in each.read_text()]
    tampered(frozen, lambda row: row["canonical"]["section"][0]["criterion"][0].update(points="7"))
    with pytest.raises(CadreError) as told:
        home_of(going.again().signed_in("a1"))
    assert (told.value.code, told.value.exit_code) == ("checklist-copy-damaged", 4)
