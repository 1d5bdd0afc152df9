"""Which sets of responses are taken, and which are sent back to be thought over."""

from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round_rules import Validity
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.words import refusals
from tests.services.small import GRADES, Small, fill_peers, pair, rules, task

PEER = Purpose.PEER


def with_rule(small: Small, **changes: Any) -> Small:
    small.opened(rules(validity=Validity(blanks=Decimal("0.5"), best=Decimal("0.4")), **changes))
    return small


def test_what_may_stay_blank_is_handed_in_as_not_known(small: Small) -> None:
    cadre = with_rule(small).signed_in("a1")
    for each in tasks.todo(cadre, "r1", PEER).tasks:
        responses.save(cadre, each, {"pair.one": pair("half", "half")["pair.one"]})
    assert responses.gaps(cadre, "r1", PEER) == ()
    responses.hand_in(cadre, "r1", PEER)
    found = [each for each in read_drawer(small.county, "r1", "a1").responses if each.purpose is PEER]
    assert [(each.state, each.answers["pair.two"].choice) for each in found] == [(State.SUBMITTED, "unknown")] * 3


def test_more_blanks_are_refused_with_the_count(small: Small) -> None:
    cadre = with_rule(small).signed_in("a1")
    with pytest.raises(BadInput, match="too-many-blank") as refusal:
        responses.hand_in(cadre, "r1", PEER)
    assert (refusal.value.values["count"], refusal.value.values["most"]) == (2, 1)
    assert "空了 2 项，最多可以空 1 项" in refusals.sentence(refusal.value)
    assert len(responses.gaps(cadre, "r1", PEER)) == 3


def test_too_many_at_their_best_are_sent_back_and_named(small: Small) -> None:
    cadre = with_rule(small).signed_in("a1")
    with pytest.raises(BadInput, match="too-many-best") as refusal:
        fill_peers(cadre, {"a2": ("good", "good"), "a3": ("good", "good"), "a4": ("half", "good")})
    assert refusal.value.values == {"who": "安二、安三", "count": 2, "most": 1, "subjects": 3}
    assert read_drawer(small.county, "r1", "a1").responses == ()
    fill_peers(cadre, {"a2": ("good", "good"), "a3": ("good", "half")})


def test_the_rounds_grade_tells_which_is_the_best(small: Small) -> None:
    cadre = with_rule(small, grade=GRADES).signed_in("a1")
    with pytest.raises(BadInput, match="too-many-best"):
        fill_peers(cadre, {"a2": ("good", "half"), "a3": ("good", "half")})


def test_one_person_may_always_have_it(small: Small) -> None:
    cadre = with_rule(small).signed_in("b1")
    fill_peers(cadre, {"b2": ("good", "good")})
    assert [each.state for each in read_drawer(small.county, "r1", "b1").responses] == [State.SUBMITTED]


def test_about_oneself_there_is_no_such_rule(small: Small) -> None:
    small.opened(rules(validity=Validity(best=Decimal(0))))
    cadre = small.signed_in("b1")
    form = responses.open_form(cadre, task(cadre, Purpose.SELF, "t.pair", "b1"))
    assert form.bounds.best is None


def test_a_file_is_held_to_the_same(small: Small) -> None:
    cadre = with_rule(small).signed_in("a1")

    def raw(**choices: str) -> dict[str, Any]:
        return {
            "checklist": "t.pair|1",
            "answers": {f"pair.{key}": {"choice": each} for key, each in choices.items()},
        }

    with pytest.raises(BadInput, match="too-many-blank"):
        responses.respond(cadre, "r1", "a2", raw())
    done = responses.respond(cadre, "r1", "a2", raw(one="good"))
    assert done.answers["pair.two"].choice == "unknown"
    with pytest.raises(BadInput, match="too-many-best"):
        responses.respond(cadre, "r1", "a3", raw(one="good", two="good"))
    responses.respond(cadre, "r1", "a3", raw(one="half", two="good"))
