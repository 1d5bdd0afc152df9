"""A clerk types what somebody of their units wrote on paper, and reads nothing of it again."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.oversight.paper import PaperState
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Validity
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import paper, responses, tasks
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from tests.services.small import GRADES, LEFT_OUT, Small, fill_peers, fill_self, pair, rules, share

SELF, PEER = Purpose.SELF, Purpose.PEER
HALF = {"checklist": "t.pair|1", "answers": {"pair.one": {"choice": "half"}, "pair.two": {"choice": "nil"}}}


@pytest.fixture
def clerk(going: Small) -> Session:
    """白一 (b1), clerk of 甲单位, in which a1 to a4 are."""
    roles.grant(going.organiser, "b1", Role.CLERK, ["甲单位"])
    return accounts.act_as(going.signed_in("b1"), Role.CLERK)


def typed(session: Session) -> None:
    """All that a4's paper says about colleagues, handed in."""
    found = tasks.todo(session, "r1", PEER).tasks
    responses.hand_in(session, "r1", PEER, {each: pair("half", "nil") for each in found})


def noted(small: Small) -> list[dict[str, Any]]:
    return [dict(each.values) for each in audit.entries(small.organiser) if each.code == "paper-entered"]


def test_a_whole_set_is_typed_in_one_act_and_noted_without_an_answer(going: Small, clerk: Session) -> None:
    typed(paper.begin(clerk, "r1", "a4"))
    found = read_drawer(going.county, "r1", "a4").responses
    assert [(each.state, each.entered_by) for each in found] == [(State.SUBMITTED, "b1")] * 3
    assert noted(going) == [{"round": "r1", "person": "a4", "purpose": "peer", "count": 3}]
    assert read_drawer(going.county, "r1", "b1").responses == ()


def test_one_response_is_typed_from_a_file(going: Small, clerk: Session) -> None:
    done = paper.enter(clerk, "r1", "a4", "a1", HALF)
    assert (done.subject, done.entered_by) == ("a1", "b1")
    paper.enter(clerk, "r1", "a4", "a2", HALF)
    with pytest.raises(BadInput, match="handed-in-already"):
        paper.enter(clerk, "r1", "a4", "a1", HALF)
    assert [each["count"] for each in noted(going)] == [1, 1]


def test_only_for_ones_own_units_and_while_it_is_filled_in(going: Small, clerk: Session) -> None:
    for person in ("b2", "nobody"):
        with pytest.raises(NotPermitted, match="not-your-unit"):
            paper.begin(clerk, "r1", person)
    with pytest.raises(NotPermitted):
        paper.begin(accounts.act_as(clerk, Role.CADRE), "r1", "a4")
    life.close_round(going.organiser, "r1", LEFT_OUT)
    with pytest.raises(NotPermitted, match="round-not-open"):
        paper.enter(clerk, "r1", "a4", "a1", HALF)


def test_a_session_made_up_for_somebodys_paper_opens_nothing(going: Small, clerk: Session) -> None:
    person = life.find(going.county, "r1").roster.person("a4")
    for forged in (
        replace(going.signed_in("a1"), paper_of=person),
        replace(going.organiser, paper_of=person),
        replace(clerk, paper_of=life.find(going.county, "r1").roster.person("b2")),
    ):
        with pytest.raises(NotPermitted):
            tasks.todo(forged, "r1", PEER)


def test_what_the_rater_began_is_neither_shown_nor_overwritten(going: Small, clerk: Session) -> None:
    own = going.signed_in("a4")
    about = tasks.todo(own, "r1", PEER).tasks
    responses.save(own, about[0], pair("good", "good"))
    typing = paper.begin(clerk, "r1", "a4")
    assert [each.answered for each in tasks.todo(typing, "r1", PEER).tasks] == [0, 0, 0]
    for act in (
        lambda: paper.open_set(typing, "r1", PEER),
        lambda: responses.open_form(typing, about[0]),
        lambda: responses.open_forms(typing, "r1", PEER, "t.pair"),
        lambda: responses.save(typing, about[1], pair("nil", "nil")),
        lambda: typed(typing),
        lambda: paper.enter(clerk, "r1", "a4", "a2", HALF),
    ):
        with pytest.raises(BadInput, match="paper-begun"):
            act()
    assert read_drawer(going.county, "r1", "a4").responses[0].answers == pair("good", "good")
    fill_self(going.signed_in("a3"))
    with pytest.raises(BadInput, match="paper-handed-in"):
        paper.open_set(paper.begin(clerk, "r1", "a3"), "r1", SELF)


def test_the_clerk_reads_their_typing_until_it_is_handed_in_and_no_longer(going: Small, clerk: Session) -> None:
    typing = paper.begin(clerk, "r1", "a4")
    about = tasks.todo(typing, "r1", PEER).tasks[0]
    responses.save(typing, about, pair("half", "nil"))
    assert responses.open_form(typing, about).response.answers == pair("half", "nil")
    typed(typing)
    assert responses.open_form(typing, about).response.answers == {}
    with pytest.raises(NotPermitted, match="paper-not-taken-back"):
        responses.take_back(typing, "r1", PEER)
    with pytest.raises(BadInput, match="paper-entered"):
        paper.open_set(typing, "r1", PEER)


def test_the_rater_sees_who_typed_it_and_may_take_it_back(going: Small, clerk: Session) -> None:
    typed(paper.begin(clerk, "r1", "a4"))
    own = going.signed_in("a4")
    assert {each.entered_by for each in tasks.todo(own, "r1", PEER).tasks} == {"白一"}
    responses.take_back(own, "r1", PEER)
    assert {each.entered_by for each in read_drawer(going.county, "r1", "a4").responses} == {None}
    with pytest.raises(BadInput, match="paper-begun"):
        paper.open_set(paper.begin(clerk, "r1", "a4"), "r1", PEER)


def test_answers_of_a_former_round_are_not_shown_to_a_clerk(going: Small, clerk: Session) -> None:
    fill_self(going.signed_in("a1"))
    fill_peers(going.signed_in("a1"), {})
    going.published("r1")
    going.clock.now += timedelta(days=1)
    going.opened(rules("r2", former="r1"))
    own = going.signed_in("a1")
    about = tasks.todo(own, "r2", SELF).tasks[0]
    assert responses.open_form(own, about).former == share("0.5")
    assert responses.open_form(paper.begin(clerk, "r2", "a1"), about).former == {}


def test_the_list_tells_how_far_each_is_and_nothing_else(going: Small, clerk: Session) -> None:
    typed(paper.begin(clerk, "r1", "a4"))
    typing = paper.begin(clerk, "r1", "a3")
    responses.save(typing, tasks.todo(typing, "r1", PEER).tasks[0], pair("half", "nil"))
    own = going.signed_in("a2")
    responses.save(own, tasks.todo(own, "r1", PEER).tasks[0], pair("half", "nil"))
    found = paper.whose(clerk, "r1")
    states = {each.person.id: (each.done, each.asked, each.state) for each in found.lines if each.purpose is PEER}
    assert states == {
        "a1": (0, 3, PaperState.OPEN),
        "a2": (0, 3, PaperState.BEGUN),
        "a3": (0, 3, PaperState.TYPING),
        "a4": (3, 3, PaperState.HANDED_IN),
    }
    assert not found.confidential
    with pytest.raises(NotPermitted):
        paper.whose(going.organiser, "r1")


def test_no_refusal_tells_a_clerk_what_the_rater_wrote(small: Small) -> None:
    small.opened(rules(validity=Validity(best=Decimal("0.4")), grade=GRADES))
    roles.grant(small.organiser, "b1", Role.CLERK, ["甲单位"])
    clerk = accounts.act_as(small.signed_in("b1"), Role.CLERK)
    rater = small.signed_in("a4")
    for task in tasks.todo(rater, "r1", PEER).tasks:
        responses.save(rater, task, pair("good", "good"))
    with pytest.raises(BadInput, match="paper-begun"):
        responses.hand_in(paper.begin(clerk, "r1", "a4"), "r1", PEER)
