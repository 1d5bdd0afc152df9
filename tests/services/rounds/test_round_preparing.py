"""A round that is being prepared is looked over, changed and thrown away; an opened one is neither."""

from datetime import timedelta
from decimal import Decimal

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Person, Roster, Unit
from cadre_tui.model.rounds.round import Phase
from cadre_tui.model.rounds.round_rules import Secrecy, Use
from cadre_tui.services import audit
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.rounds.rules.templates import TELLERS, TEMPLATES, template
from cadre_tui.store import keys
from cadre_tui.words.rounds import conditions
from tests.refusing import refused
from tests.services.small import Small, rules, text


def codes(small: Small, **changes: object) -> list[str]:
    found = preparing.look_over(small.organiser, rules(**changes))
    assert all(conditions.sentence(each) for each in found)
    return [each.code for each in found]


def test_rules_that_nobody_saved_are_looked_over_as_if_they_were_opened(small: Small) -> None:
    assert codes(small) == []
    assert codes(small, secrecy=Secrecy.CONFIDENTIAL, min_raters=3) == ["raters"]
    assert codes(small, use=(Use(checklist="zz.zz", by=Purpose.SELF, weight=Decimal(1)),)) == ["checklist"]
    assert codes(small, inspectors=("zz",)) == ["people"]
    assert codes(small, units=("丙单位",)) == ["people"]
    assert codes(small, former="r0") == ["former"]
    assert life.rounds(small.organiser) == (), "nothing was made"


def test_an_id_that_is_taken_is_told_unless_it_is_the_round_itself(small: Small) -> None:
    life.new(small.organiser, rules())
    assert codes(small) == ["id-taken"]
    assert preparing.look_over(small.organiser, rules(), changes="r1") == ()


def test_rules_are_changed_until_the_round_is_opened_and_never_after(small: Small) -> None:
    life.new(small.organiser, rules())
    preparing.change_rules(small.organiser, "r1", rules(title=text("改过的"), min_raters=3))
    held = life.find(small.again().county, "r1")
    assert (held.rules.title, held.rules.min_raters, held.phase) == (text("改过的"), 3, Phase.SETUP)
    noted = audit.entries(small.organiser)[-1]
    assert (noted.code, noted.values) == ("round-changed", {"round": "r1", "what": ["title", "min_raters"]})
    with refused("round-other-id"):
        preparing.change_rules(small.organiser, "r1", rules("r2"))
    with refused("round-rules-faulty"):
        preparing.change_rules(small.organiser, "r1", rules(use=()))
    life.open_round(small.organiser, "r1")
    with refused("round-opened-already"):
        preparing.change_rules(small.organiser, "r1", rules())
    assert life.find(small.county, "r1").rules.min_raters == 3


def test_a_round_that_was_thrown_away_is_gone_and_its_id_is_free(small: Small) -> None:
    life.new(small.organiser, rules())
    preparing.discard(small.organiser, "r1")
    assert audit.entries(small.organiser)[-1].code == "round-discarded"
    again = small.again()
    for county in (small, again):
        assert life.rounds(county.organiser) == ()
        with refused("round-unknown"):
            preparing.look_at(county.organiser, "r1")
        with refused("round-unknown"):
            life.open_round(county.organiser, "r1")
    life.new(again.organiser, rules(min_raters=4))
    assert life.find(again.county, "r1").rules.min_raters == 4


def test_an_opened_round_is_not_thrown_away(going: Small) -> None:
    with refused("round-opened-already"):
        preparing.discard(going.organiser, "r1")
    assert life.find(going.county, "r1").phase is Phase.OPEN


def test_only_organisers_prepare(small: Small) -> None:
    life.new(small.organiser, rules())
    cadre = small.signed_in("a1")
    with refused("role-may-not", NotPermitted):
        preparing.look_at(cadre, "r1")
    with refused("role-may-not", NotPermitted):
        preparing.look_over(cadre, rules("r2"))
    with refused("role-may-not", NotPermitted):
        preparing.change_rules(cadre, "r1", rules())
    with refused("role-may-not", NotPermitted):
        preparing.discard(cadre, "r1")


def a_whole_unit() -> Roster:
    """One leader, nine equals and nine of a lower level who report to them, a unit that they serve, and tellers."""
    people = [Person(id="q001", name="组长", unit="u", level="county-leadership")]
    people += [
        Person(id=f"e{n}", name=f"甲{n}", unit="u", level="township-bureau", superior="q001") for n in range(9)
    ]
    people += [
        Person(id=f"s{n}", name=f"乙{n}", unit="u", level="agency-staff", superior=f"e{n}", serves=("u",))
        for n in range(9)
    ]
    people += [Person(id=each, name=each, unit="u", level="agency-staff", rated=False) for each in TELLERS]
    return Roster(units=(Unit(id="u", name="某单位"),), people=tuple(people))


@pytest.mark.parametrize("name", [each.name for each in TEMPLATES])
def test_a_template_is_opened_in_a_county_as_it_stands(name: str, small: Small) -> None:
    roster = a_whole_unit().model_dump(mode="json")
    small.county.store.change(keys.ROSTER, lambda found: roster)
    made = template(name, small.clock.now)
    assert preparing.look_over(small.organiser, made) == ()
    life.new(small.organiser, made)
    held = life.open_round(small.organiser, made.id)
    first = Phase.SELF if made.sequence == "self-first" else Phase.OPEN
    assert (held.phase, len(held.rules_hash)) == (first, 64)
    small.clock.now += timedelta(days=60)
    assert life.find(small.county, made.id).phase in (Phase.PEER, Phase.MODERATION)
