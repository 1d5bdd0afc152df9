"""Raw material of a confidential round: two people, a reason, a trace; and codes that stand for raters."""

import pytest

from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services import audit
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.results import raw
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from cadre_tui.words.oversight import audit as words
from tests.refusing import forbidden
from tests.services.office import EIGHT, SUBJECT, differing, other_organiser, rate, rules_of, shown, with_role
from tests.services.small import PASSWORD, Small

GOOD = ("good", "good")


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


def test_raw_material_takes_two_people_a_reason_and_leaves_a_trace(small: Small) -> None:
    small.opened(rules_of())
    rate(small, differing(EIGHT), reasons={"l1": "好"})
    second = other_organiser(small)
    with forbidden("not-before-moderation"):
        raw.open_raw(small.organiser, second, "r1", SUBJECT, "申诉核查")
    life.close_round(small.organiser, "r1", "没交的不计入")
    with forbidden("raw-one-person"):
        raw.open_raw(small.organiser, small.organiser, "r1", SUBJECT, "申诉核查")
    with forbidden("unsound-text", BadInput):
        raw.open_raw(small.organiser, second, "r1", SUBJECT, "申诉\u202e核查")
    assert audit.entries(small.organiser)[-1].values["reason"] == "申诉核查", "what is noted can be read"
    with forbidden("raw-without-reason", BadInput):
        raw.open_raw(small.organiser, second, "r1", SUBJECT, "  ")
    with forbidden("raw-about-oneself"):
        raw.open_raw(small.organiser, second, "r1", "e7", "看看")
    with forbidden("role-may-not"):
        raw.open_raw(small.organiser, small.signed_in("l1"), "r1", SUBJECT, "申诉核查")
    with forbidden("role-may-not"):
        raw.open_raw(with_role(small, "e6", Role.SUPERVISOR), second, "r1", SUBJECT, "申诉核查")
    assert not [each for each in audit.entries(small.organiser) if each.code == "raw-opened"]
    found = raw.open_raw(small.organiser, second, "r1", SUBJECT, "申诉核查")
    assert [(each.rater.id, each.score, each.reason) for each in found[:2]] == [("l1", 6, "好"), ("l2", 3, "")]
    (entry,) = [each for each in audit.entries(small.organiser) if each.code == "raw-opened"]
    assert entry.who == "zzb"
    assert entry.values == {"round": "r1", "subject": SUBJECT, "second": "e7", "reason": "申诉核查"}


def test_a_supervisor_may_be_the_second(small: Small) -> None:
    shown(small, differing(EIGHT))
    assert raw.open_raw(small.organiser, with_role(small, "e6", Role.SUPERVISOR), "r1", SUBJECT, "申诉核查")


def test_nobody_makes_the_second_person_up(small: Small) -> None:
    """Neither by a new account, nor by a new code for somebody who holds the role, nor by way of a third."""
    shown(small, differing(EIGHT))
    roles.grant(small.organiser, "made-up", Role.ORGANISER, name="某人")
    code = accounts.issue_activation_codes(small.organiser, ["made-up"])["made-up"]
    puppet = accounts.act_as(accounts.activate(small.county, "made-up", code, "quiet horse"), Role.ORGANISER)
    with forbidden("raw-in-hand"):
        raw.open_raw(small.organiser, puppet, "r1", SUBJECT, "看看")
    with forbidden("raw-in-hand"):
        raw.open_raw(puppet, small.organiser, "r1", SUBJECT, "看看")
    code = accounts.issue_activation_codes(puppet, ["e6"])["e6"]
    accounts.activate(small.county, "e6", code, PASSWORD)
    with forbidden("raw-in-hand"):
        raw.open_raw(small.organiser, with_role(small, "e6", Role.SUPERVISOR), "r1", SUBJECT, "看看")
    assert not [each for each in audit.entries(small.organiser) if each.code == "raw-opened"]


def test_a_named_round_has_no_raw_material(small: Small) -> None:
    shown(small, {"l1": GOOD}, secrecy=Secrecy.NAMED, min_raters=1, min_comments=1)
    with forbidden("raw-named", BadInput):
        raw.open_raw(small.organiser, other_organiser(small), "r1", SUBJECT, "看看")


def test_a_rater_has_one_code_a_round_that_tells_nothing_without_the_key(small: Small) -> None:
    small.opened(rules_of())
    codes = {each: rater_code(small.county, "r1", each) for each in EIGHT}
    assert len(set(codes.values())) == len(EIGHT)
    assert codes == {each: rater_code(small.again().county, "r1", each) for each in EIGHT}
    assert all(len(code) == 8 and code.isalnum() for code in codes.values())
    small.opened(rules_of("r2"))
    assert rater_code(small.county, "r2", "l1") != codes["l1"]
    document = small.county.store.read(keys.round_rules("r1"))
    assert document is not None
    assert document["rater_key"] not in life.find(small.county, "r1").model_dump_json()


def test_what_was_tried_in_vain_is_noted_with_whom_and_about_whom(small: Small) -> None:
    shown(small, differing(EIGHT))
    second = with_role(small, "e6", Role.SUPERVISOR)
    with forbidden("raw-without-reason", BadInput):
        raw.open_raw(small.organiser, second, "r1", SUBJECT, " ")
    with forbidden("sign-in-failed"):
        raw.open_with(small.organiser, "e6", "wrong", "r1", SUBJECT, "申诉核查")
    with forbidden("sign-in-failed"):
        raw.open_with(small.organiser, "quiet horse", "e6", "r1", SUBJECT, "申诉核查")
    with forbidden("role-may-not"):
        raw.open_raw(second, small.organiser, "r1", SUBJECT, "申诉核查")
    assert raw.open_with(small.organiser, "e6", PASSWORD, "r1", SUBJECT, "申诉核查")
    found = [each for each in audit.entries(small.organiser) if each.code.startswith("raw-")]
    assert [(each.code, each.who, each.values["second"], each.values["reason"]) for each in found] == [
        ("raw-refused", "zzb", "e6", ""),
        ("raw-refused", "zzb", "e6", "申诉核查"),
        ("raw-refused", "zzb", "", "申诉核查"),
        ("raw-opened", "zzb", "e6", "申诉核查"),
    ]
    assert found[-1].names == {"zzb": "组织部", "e6": "人e6", SUBJECT: "人s"}
    assert "人e6（e6）" in words.what(found[-1])
    assert not {"wrong", "quiet horse"} & {str(each) for one in found for each in one.values.values()}
