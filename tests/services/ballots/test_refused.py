"""What would tell one voter from the others is refused in an anonymous round, each with its reason."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Relation, Secrecy, Use, Validity
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.results import raw
from cadre_tui.services.results.quality import raters as quality
from cadre_tui.services.results.quality import voiding
from cadre_tui.services.rounds import amending, extending, life, reopening
from cadre_tui.services.rounds.raters import allocation
from cadre_tui.services.rounds.rules.checks import examine
from tests.services.ballots.township import CADRES, GROUPS, anonymous, opened, opened_boxes, vote
from tests.services.small import PASSWORD, Small, second_version


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        *(({"colleagues": each}, codes.ROUND_ANONYMOUS_BY_NAME, "colleagues") for each in ("unit", "list", "groups")),
        ({"colleagues": "balanced", "reviewers": 9}, codes.ROUND_ANONYMOUS_BY_NAME, "colleagues"),
        ({"secrecy": Secrecy.CONFIDENTIAL}, codes.ROUND_BALLOTS_NOT_ANONYMOUS, "secrecy"),
        ({"tellers": ("t1", "t1")}, codes.ROUND_FEW_TELLERS, "tellers"),
        ({"group": ()}, codes.ROUND_NO_BALLOT_GROUPS, "colleagues"),
        (
            {"group": (GROUPS[0].model_copy(update={"who": (Relation.EQUALS,)}),)},
            codes.ROUND_BALLOT_GROUP_BY_NAME,
            "group.0.who",
        ),
        ({"grace": 4}, codes.ROUND_BALLOTS_NEVER_LATE, "grace"),
        ({"validity": Validity(blanks=Decimal("0.2"))}, codes.ROUND_BALLOTS_WHOLE, "validity.blanks"),
        ({"adopt": "adjusted"}, codes.ROUND_BALLOTS_PLAIN, "adopt"),
        ({"min_raters": 2}, codes.ROUND_TOO_FEW, "min_raters"),
    ],
)
def test_rules_that_name_somebody_are_faults(changes: dict[str, Any], code: str, path: str) -> None:
    rules = anonymous(**changes)
    assert (code, path) in [(each.code, each.path) for each in examine(rules, {}, frozenset()) if not each.warning]


def test_an_anonymous_rounds_rules_are_right_as_they_are() -> None:
    assert not [each for each in examine(anonymous(), {}, frozenset()) if not each.warning]


def test_a_checklist_that_is_no_ballot_keeps_the_round_from_opening(town: Small) -> None:
    second_version(
        town,
        ('scale = "three"\npoints = 6', 'scale = "three"\nreason = "required"\npoints = 6'),
    )
    life.new(town.organiser, anonymous(use=(Use(checklist="t.pair|2", by=Purpose.PEER, weight=Decimal(1)),)))
    with pytest.raises(NotRight) as refused:
        life.open_round(town.organiser, "r1")
    (unmet,) = refused.value.faults
    assert (unmet.code, unmet.values["what"]) == ("ballot-checklist", ["pair.one"])


def test_nobody_gets_more_time_alone_and_nothing_is_given_back(town: Small) -> None:
    opened(town, {"a": 5, "b": 5, "c": 5})
    until = town.clock.now + timedelta(days=3)
    with pytest.raises(BadInput, match="ballots-one-time"):
        extending.extend(town.organiser, "r1", CADRES[0], Purpose.PEER, until, "出差")
    second_version(town, ("第二项", "第二个方面"))
    (fresh,) = amending.candidates(town.organiser, "r1")
    with pytest.raises(BadInput, match="ballots-not-amended"):
        amending.considered(town.organiser, "r1", fresh)
    with pytest.raises(BadInput, match="ballots-nobody-by-name"):
        allocation.allocate(town.organiser, "r1")
    with pytest.raises(BadInput, match="ballots-not-given-back"):
        reopening.reopen(town.organiser, "r1", CADRES[0], Purpose.PEER, "填错了")


def test_nobody_looks_at_single_ballots_or_changes_them(town: Small) -> None:
    codes_of = opened(town, {"a": 5, "b": 5, "c": 5})
    for group in "abc":
        for code in codes_of[group]:
            vote(town, code, "12" * len(CADRES))
    opened_boxes(town)
    roles.grant(town.organiser, "t1", Role.SUPERVISOR)
    second = accounts.act_as(accounts.sign_in(town.county, "t1", PASSWORD), Role.SUPERVISOR)
    for look in (
        lambda: quality.quality(town.organiser, "r1"),
        lambda: voiding.differences(town.organiser, "r1"),
        lambda: voiding.void(town.organiser, "r1", "ABCDEFGH", "太严"),
        lambda: raw.open_raw(town.organiser, second, "r1", CADRES[0], "核查"),
    ):
        with pytest.raises(BadInput, match="ballots-stay-whole"):
            look()
