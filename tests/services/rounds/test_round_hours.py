"""A round's own times act by themselves, whoever looks next; what was frozen is checked whenever it is read."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted, StoreFailure
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, Use
from cadre_tui.services import audit
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.home import home_of
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import extending, hours, life
from cadre_tui.services.rules_hash import rules_hash
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import DAY, PEOPLE, START, Small, fill_peers, rules, share, task, text, write_roster

SELF, PEER = Purpose.SELF, Purpose.PEER
PUBLISHED = "7d180f2909d882907664612ed99bb627a0643819a0ed643851194781bf3db331"
"""The hash of the rules of these tests, as it was first printed."""


def phase(small: Small) -> Phase:
    """As another process finds it."""
    return life.find(small.again().county, "r1").phase


def timed(**changes: Any) -> Any:
    """Opens a day after the beginning, ends four days after it."""
    usual = {
        "opens": {SELF: START + DAY, PEER: START + DAY},
        "deadlines": {SELF: START + 4 * DAY, PEER: START + 4 * DAY},
    }
    return rules(**{**usual, **changes})


def test_moments_are_told_in_the_deadlines_zone_and_without_one_in_that_of_china() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert hours.zone_of(datetime(2026, 12, 1, tzinfo=tokyo)) is tokyo
    assert hours.zone_of(None) is hours.CHINA


def test_it_opens_and_ends_by_itself_without_a_visit_of_the_organiser(small: Small) -> None:
    life.new(small.organiser, timed())
    assert phase(small) is Phase.SETUP
    small.clock.now = START + DAY
    assert home_of(small.again().signed_in("a1")).todos, "the first who looks finds it open"
    held = life.find(small.county, "r1")
    assert (held.phase, held.opened) == (Phase.OPEN, START + DAY)
    assert len(held.rules_hash) == 64
    small.clock.now = START + 4 * DAY
    assert phase(small) is Phase.OPEN
    small.clock.now += timedelta(seconds=1)
    assert phase(small) is Phase.MODERATION
    assert [(each.who, each.code) for each in audit.entries(small.organiser)][-2:] == [
        (audit.CLOCK, "round-open"),
        (audit.CLOCK, "round-moderation"),
    ]


def test_one_process_finds_it_open_after_another_opened_it(small: Small) -> None:
    life.new(small.organiser, timed())
    other = small.again()
    small.clock.now = START + DAY
    assert life.find(small.county, "r1").phase is Phase.OPEN
    assert life.find(other.county, "r1").phase is Phase.OPEN
    assert sum(each.code == "round-open" for each in audit.entries(small.organiser)) == 1


def test_with_grace_and_an_extension_it_stays_open_for_them_alone(small: Small) -> None:
    small.opened(timed(opens={}, grace=6))
    until = START + 6 * DAY
    extending.extend(small.organiser, "r1", "a2", PEER, until, "出差")
    small.clock.now = START + 4 * DAY + timedelta(hours=6)
    held = life.find(small.county, "r1")
    assert hours.is_late(held, "a1", PEER, small.clock.now)
    assert not hours.is_late(held, "a2", PEER, small.clock.now)
    fill_peers(small.signed_in("a1"), {})
    small.clock.now += timedelta(seconds=1)
    assert phase(small) is Phase.OPEN
    with refused("deadline-passed"):
        fill_peers(small.signed_in("a3"), {})
    fill_peers(small.signed_in("a2"), {})
    small.clock.now = until + timedelta(seconds=1)
    assert phase(small) is Phase.MODERATION


def test_self_assessment_first_and_then_colleagues_by_itself(small: Small) -> None:
    small.opened(timed(opens={}, sequence="self-first", deadlines={SELF: START + 2 * DAY, PEER: START + 5 * DAY}))
    assert phase(small) is Phase.SELF
    cadre = small.signed_in("a1")
    with refused("round-not-open", NotPermitted):
        fill_peers(cadre, {})
    assert {each.purpose for each in home_of(cadre).todos if each.open} == {SELF}
    small.clock.now = START + 2 * DAY + timedelta(seconds=1)
    assert phase(small) is Phase.PEER
    with refused("deadline-passed"):
        small_self(small)
    fill_peers(cadre, {})
    assert tasks.todo(cadre, "r1", PEER).tasks


def small_self(small: Small) -> None:
    session = small.signed_in("a1")
    responses.save(session, task(session, SELF, "t.own", "a1"), share("0.5"))


def test_each_purpose_may_open_at_its_own_hour(small: Small) -> None:
    small.opened(timed(opens={PEER: START + 2 * DAY}))
    small_self(small)
    with refused("not-begun-yet"):
        fill_peers(small.signed_in("a1"), {})
    small.clock.now = START + 2 * DAY
    fill_peers(small.signed_in("a1"), {})


def test_what_cannot_open_waits_and_is_tried_again(small: Small) -> None:
    life.new(small.organiser, timed(units=("乙单位",)))
    path = small.folder.parent / "n.csv"
    roster.import_roster(small.organiser, write_roster(path, PEOPLE[:4]))
    small.clock.now = START + DAY
    assert life.find(small.county, "r1").phase is Phase.SETUP
    to, unmet = life.next_step(small.organiser, "r1")
    assert (to, [each.code for each in unmet]) == (Phase.OPEN, ["people"])
    roster.import_roster(small.organiser, write_roster(path, PEOPLE))
    assert life.find(small.county, "r1").phase is Phase.SETUP, "not asked again at once"
    small.clock.now += life.PATIENCE
    assert life.find(small.county, "r1").phase is Phase.OPEN


def test_a_disk_that_cannot_be_written_does_not_keep_anybody_from_looking(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    life.new(small.organiser, timed())
    small.clock.now = START + DAY

    def full(*_arguments: object) -> None:
        raise StoreFailure("store-disk-full", folder="/data")

    monkeypatch.setattr(small.county.store, "change", full)
    assert life.find(small.county, "r1").phase is Phase.SETUP


def test_rules_changed_by_hand_after_the_opening_are_found(going: Small) -> None:
    def lenient(found: dict[str, Any] | None) -> dict[str, Any]:
        assert found is not None
        return {**found, "rules": {**found["rules"], "min_raters": 1}}

    going.county.store.change(keys.round_rules("r1"), lenient)
    with refused("round-rules-changed", StoreFailure):
        life.find(going.again().county, "r1")


def test_the_hash_covers_what_was_said_and_nothing_else(going: Small) -> None:
    held = life.find(going.county, "r1")
    assert rules_hash(held.rules, held.pins) == held.rules_hash
    assert rules_hash(held.rules, held.pins[:1]) != held.rules_hash
    group = RaterGroup(id="A", title=text("同级"), who=(Relation.EQUALS,), weight=Decimal(30))
    for changes in (
        {"grace": 1},
        {"group": (group,)},
        {"use": (Use(checklist="t.pair", by=PEER),)},
        {"min_comments": 9},
    ):
        assert rules_hash(held.rules.model_copy(update=changes), held.pins) != held.rules_hash


def test_a_hash_once_published_stays_what_it_was() -> None:
    """Later versions may add rules; what was frozen before keeps its hash."""
    assert rules_hash(rules(), ()) == PUBLISHED


def test_nothing_comes_of_the_clock_after_the_end(going: Small) -> None:
    going.published("r1")
    held = life.find(going.county, "r1")
    assert hours.due(held, START + 9999 * DAY) is None
    assert hours.following(Round(rules=rules(), phase=Phase.ARCHIVED)) is None
