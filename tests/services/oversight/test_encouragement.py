"""Words of encouragement: for their receiver, signed or not as the round says, no part of any score."""

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Person
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.oversight import encouragement
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import LEFT_OUT, Small, fill_peers, fill_self, rules


def commended(small: Small, writer: str = "a2", text: str = "讲得清楚", criterion: str = "pair.one") -> str:
    return encouragement.commend(small.signed_in(writer), "r1", "a1", "t.pair", criterion, text).id


def test_its_receiver_reads_it_with_the_name_where_the_round_has_it_signed(going: Small) -> None:
    commended(going)
    (found,) = encouragement.received(going.signed_in("a1"), "r1")
    assert (found.text, found.name, found.writer) == ("讲得清楚", "安二", "a2")
    assert encouragement.received(going.signed_in("a3"), "r1") == ()


def test_unsigned_it_tells_neither_who_nor_when_nor_in_which_order(small: Small) -> None:
    small.opened(rules(commendations="unsigned"))
    for writer in ("a2", "a3", "a4"):
        commended(small, writer)
    found = encouragement.received(small.signed_in("a1"), "r1")
    assert len(found) == 3
    assert not any(each.writer or each.name or each.at.hour or each.at.minute for each in found)
    assert [each.id for each in found] == sorted(each.id for each in found)
    assert all("安" not in each.model_dump_json() for each in found)


def test_it_is_no_part_of_any_score(going: Small) -> None:
    for person in ("a1", "a2", "a3", "a4"):
        fill_peers(going.signed_in(person), {"a1": ("half", "good")})
        fill_self(going.signed_in(person)) if person != "a4" else None
    drawers = {person: going.county.store.read(keys.drawer("r1", person)) for person in ("a1", "a2")}
    commended(going)
    assert drawers == {person: going.county.store.read(keys.drawer("r1", person)) for person in ("a1", "a2")}
    going.published("r1")
    assert reading.result(going.signed_in("a1"), "r1", "a1").total is not None


@pytest.mark.parametrize(
    ("receiver", "criterion", "text", "code"),
    [
        ("a2", "pair.one", "好", "commendation-to-oneself"),
        ("zz", "pair.one", "好", "not-in-round"),
        ("a1", "pair.nine", "好", "appeal-no-criterion"),
        ("a1", "pair.one", "  ", "nothing-written"),
        ("a1", "pair.one", "好" * 101, "too-much-written"),
        ("a1", "pair.one", "好\x1b[2J", "unsound-text"),
    ],
)
def test_what_cannot_be_written_is_told(going: Small, receiver: str, criterion: str, text: str, code: str) -> None:
    with refused(code):
        encouragement.commend(going.signed_in("a2"), "r1", receiver, "t.pair", criterion, text)


def test_one_writes_once_about_one_criterion(going: Small) -> None:
    commended(going)
    with refused("commended-already"):
        commended(going, text="再写一句")
    commended(going, criterion="pair.two")
    assert len(encouragement.received(going.signed_in("a1"), "r1")) == 2


def test_a_round_may_have_none(small: Small) -> None:
    small.opened(rules(commendations="none"))
    with refused("commendations-not-offered"):
        commended(small)


def test_abuse_is_reported_judged_and_hidden(small: Small) -> None:
    small.opened(rules(commendations="unsigned"))
    bad, good = commended(small, text="瞎混"), commended(small, "a3")
    with refused("commendation-not-reported"):
        encouragement.hide(small.organiser, "r1", "a1", bad, "不当")
    assert encouragement.reported(small.organiser, "r1") == ()
    encouragement.report(small.signed_in("a1"), "r1", bad, "讽刺人")
    (reported,) = encouragement.reported(small.organiser, "r1")
    assert (reported.text, reported.writer) == ("瞎混", "")
    assert encouragement.counted(small.organiser, "r1") == {"甲单位": 2}
    encouragement.hide(small.organiser, "r1", "a1", bad, "言语不当")
    assert [each.id for each in encouragement.received(small.signed_in("a1"), "r1")] == [good]
    assert encouragement.counted(small.organiser, "r1") == {"甲单位": 1}
    assert audit.entries(small.organiser)[-1].code == "commendation-hidden"


def test_nobody_but_the_receiver_reports_and_nobody_but_an_organiser_judges(going: Small) -> None:
    written = commended(going)
    with refused("commendation-unknown"):
        encouragement.report(going.signed_in("a3"), "r1", written, "不是写给我的")
    with refused("role-may-not", NotPermitted):
        encouragement.reported(going.signed_in("a1"), "r1")
    with refused("role-may-not", NotPermitted):
        encouragement.counted(going.signed_in("a1"), "r1")


def test_once_the_filling_in_is_over_nothing_is_written(going: Small) -> None:
    fill_peers(going.signed_in("a1"), {})
    going.published("r1")
    with refused("round-not-open", NotPermitted):
        commended(going)
    assert Purpose.PEER in {use.by for use in rules().use}


def test_it_is_one_line_so_that_nobody_makes_another_up_in_it(going: Small) -> None:
    commended(going, text="好\nABCD-2345  2026-03-01  白一\r    假的")
    (found,) = encouragement.received(going.signed_in("a1"), "r1")
    assert found.text == "好 ABCD-2345 2026-03-01 白一 假的"


def test_whoever_writes_while_the_round_closes_is_too_late(going: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    known = encouragement.who_is

    def closing(county: County, person: str) -> Person | None:
        life.close_round(going.organiser, "r1", LEFT_OUT)
        return known(county, person)

    monkeypatch.setattr(encouragement, "who_is", closing)
    with refused("round-not-open", NotPermitted):
        commended(going)
    assert encouragement.received(going.signed_in("a1"), "r1") == ()
