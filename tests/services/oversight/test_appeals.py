"""Appeals: a receipt, a first handler, an answer by somebody else, corrections that keep the original."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted, NotRight
from cadre_tui.model.oversight.appeal import Verdict
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.oversight import appeal_pages, appeals, corrections
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import DAY, Small, fill_peers, pair, rules, share

USES = (
    Use(checklist="t.own", by=Purpose.SELF, weight=Decimal(1)),
    Use(checklist="t.pair", by=Purpose.PEER, weight=Decimal(1)),
    Use(checklist="t.pair", by=Purpose.CHECK, weight=Decimal(2)),
)


@pytest.fixture
def published(small: Small) -> Small:
    """Everybody of the first unit rated everybody; b1 inspected."""
    small.opened(rules(use=USES, inspectors=("b1",), appeal_days=5))
    for person in ("a1", "a2", "a3", "a4"):
        fill_peers(small.signed_in(person), dict.fromkeys(("a1", "a2", "a3", "a4"), ("half", "half")))
        if person != "a4":
            own_part(small.signed_in(person))
    inspector = small.signed_in("b1")
    about = tasks.todo(inspector, "r1", Purpose.CHECK).tasks
    responses.hand_in(inspector, "r1", Purpose.CHECK, {each: pair("half", "nil") for each in about})
    small.published("r1")
    return small


def own_part(session: Session) -> None:
    (mine,) = tasks.todo(session, "r1", Purpose.SELF).tasks
    responses.hand_in(session, "r1", Purpose.SELF, {mine: share("0.5")})


def supervisor(small: Small) -> Session:
    return Session(small.county, "b2", Role.SUPERVISOR, frozenset({Role.SUPERVISOR}))


def test_an_appeal_is_received_looked_into_and_answered_by_another(published: Small) -> None:
    cadre = published.signed_in("a1")
    made = appeals.appeal(cadre, "r1", "  督查漏看了材料 ", "t.pair", "pair.two")
    assert len(made.receipt) == 9
    assert made.text == "督查漏看了材料"
    with refused("appeal-not-taken"):
        appeals.answer(supervisor(published), "r1", made.receipt, Verdict.UPHELD, "属实")
    taken = appeals.take(published.organiser, "r1", made.receipt, "查了原始材料")
    assert (taken.handler, taken.open) == (published.organiser.person, True)
    with refused("appeal-same-handler", NotPermitted):
        appeals.answer(published.organiser, "r1", made.receipt, Verdict.REJECTED, "不属实")
    appeals.answer(supervisor(published), "r1", made.receipt, Verdict.REJECTED, "材料不在期限内")
    (found,) = appeals.own(cadre, "r1")
    assert found.reply is not None
    assert (found.reply.by, found.reply.text, found.open) == ("b2", "材料不在期限内", False)
    with refused("appeal-answered"):
        appeals.take(published.organiser, "r1", made.receipt, "再查")
    assert [each.code for each in audit.entries(published.organiser)][-2:] == ["appeal-taken", "appeal-rejected"]


def test_a_correction_changes_the_result_and_keeps_the_original(published: Small) -> None:
    cadre = published.signed_in("a1")
    before = reading.result(cadre, "r1", "a1")
    made = appeals.appeal(cadre, "r1", "第二项有记录", "t.pair", "pair.two")
    appeals.take(supervisor(published), "r1", made.receipt, "查了督查记录")
    done = corrections.correct(published.organiser, "r1", made.receipt, Purpose.CHECK, "pair.two", {"choice": "good"})
    assert (done.corrections[0].before, done.corrections[0].after) == ({"choice": "nil"}, {"choice": "good"})
    after = reading.result(cadre, "r1", "a1")
    # The inspection counts half and rises by 4 of 10 points.
    assert before.total is not None
    assert after.total == before.total + 2
    response = read_drawer(published.county, "r1", "b1").response("a1", "t.pair", Purpose.CHECK)
    assert response is not None
    (original,) = response.originals
    assert original.answers["pair.two"].choice == "nil"
    assert (original.by, original.reason) == (published.organiser.person, made.receipt)


def test_voters_are_never_opened_or_changed(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "同事评低了", "t.pair", "pair.one")
    appeals.take(supervisor(published), "r1", made.receipt, "只查算术")
    drawers = [published.county.store.read(keys.drawer("r1", each)) for each in ("a2", "a3", "a4")]
    with refused("voters-stay-closed", NotPermitted):
        corrections.correct(published.organiser, "r1", made.receipt, Purpose.PEER, "pair.one", {"choice": "good"})
    assert drawers == [published.county.store.read(keys.drawer("r1", each)) for each in ("a2", "a3", "a4")]


def test_a_correction_must_fit_and_have_something_to_correct(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a4"), "r1", "总分不对")
    appeals.take(supervisor(published), "r1", made.receipt, "查了")
    with refused("response-faulty"):
        corrections.correct(published.organiser, "r1", made.receipt, Purpose.CHECK, "pair.two", {"choice": "best"})
    with refused("nothing-to-correct"):
        corrections.correct(published.organiser, "r1", made.receipt, Purpose.SELF, "own.share", {"number": 1})
    with refused("appeal-no-criterion"):
        corrections.correct(published.organiser, "r1", made.receipt, Purpose.SELF, "pair.one", {"choice": "good"})
    assert appeals.appeals(published.organiser, "r1")[0].corrections == ()


def test_nobody_corrects_alone(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "第二项有记录", "t.pair", "pair.two")

    def correct(session: Session, criterion: str = "pair.two") -> object:
        return corrections.correct(session, "r1", made.receipt, Purpose.CHECK, criterion, {"choice": "good"})

    with refused("appeal-not-taken"):
        correct(published.organiser)
    appeals.take(published.organiser, "r1", made.receipt, "查了")
    with refused("appeal-same-handler", NotPermitted):
        correct(published.organiser)
    other = Session(published.county, "b2", Role.ORGANISER, frozenset({Role.ORGANISER}))
    with refused("appeal-other-criterion"):
        correct(other, "pair.one")
    offered = appeal_pages.correctable(other, "r1", made.receipt)
    assert [(each.purpose, each.criterion.id) for each in offered] == [(Purpose.CHECK, "pair.two")]
    correct(other)
    appeals.answer(other, "r1", made.receipt, Verdict.UPHELD, "已更正")
    with refused("appeal-answered"):
        correct(other)
    assert len(appeals.appeals(other, "r1")[0].corrections) == 1


def test_an_appeal_about_the_sum_opens_all_that_is_not_colleagues(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "总分不对")
    offered = appeal_pages.correctable(published.organiser, "r1", made.receipt)
    assert {(each.purpose, each.criterion.id) for each in offered} == {
        (Purpose.SELF, "own.share"),
        (Purpose.SELF, "own.notes"),
        (Purpose.CHECK, "pair.one"),
        (Purpose.CHECK, "pair.two"),
    }


def test_appeals_have_their_days(published: Small, small: Small) -> None:
    cadre = published.signed_in("a1")
    published.clock.now += 5 * DAY
    appeals.appeal(cadre, "r1", "还来得及")
    published.clock.now += timedelta(seconds=1)
    with refused("appeals-over"):
        appeals.appeal(cadre, "r1", "来不及了")


def test_a_round_without_appeals_says_so(small: Small) -> None:
    small.opened(rules())
    with refused("round-not-open", NotPermitted):
        appeals.appeal(small.signed_in("a1"), "r1", "还没公布")
    small.published("r1")
    with refused("appeals-not-offered"):
        appeals.appeal(small.signed_in("a1"), "r1", "不对")


def test_nobody_sees_anothers_appeal_or_handles_their_own(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "请复核", "t.pair", "pair.one")
    assert appeals.own(published.signed_in("a2"), "r1") == ()
    with refused("not-yours", NotPermitted):
        appeals.appeals(published.signed_in("a2"), "r1")
    own = Session(published.county, "a1", Role.ORGANISER, frozenset({Role.ORGANISER}))
    with refused("appeal-own", NotPermitted):
        appeals.take(own, "r1", made.receipt, "自己看自己")
    with refused("appeal-unknown"):
        appeals.take(published.organiser, "r1", "XXXX-XXXX", "没有")
    other = Session(published.county, "b2", Role.ORGANISER, frozenset({Role.ORGANISER}))
    appeals.take(published.organiser, "r1", made.receipt, "看过")
    with refused("appeal-handled"):
        appeals.take(other, "r1", made.receipt, "我也看看")


def test_a_round_is_archived_once_its_appeals_are_answered(published: Small) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "请复核")
    with refused("round-not-ready", NotRight) as told:
        life.archive(published.organiser, "r1")
    assert [each.code for each in told.value.faults] == ["appeals-until", "appeals-open"]
    published.clock.now += 6 * DAY
    appeals.take(published.organiser, "r1", made.receipt, "看过")
    appeals.answer(supervisor(published), "r1", made.receipt, Verdict.REJECTED, "维持")
    life.archive(published.organiser, "r1")
    with refused("round-not-open", NotPermitted):
        appeals.appeal(published.signed_in("a1"), "r1", "又来")
    assert len(appeals.own(published.signed_in("a1"), "r1")) == 1


def test_a_correction_that_meets_the_archiving_is_too_late(published: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    made = appeals.appeal(published.signed_in("a1"), "r1", "第二项\r有记录", "t.pair", "pair.two")
    assert made.text == "第二项\n有记录"  # a terminal would write the rest over the first line
    appeals.take(supervisor(published), "r1", made.receipt, "查了")
    before = reading.result(published.organiser, "r1", "a1").total
    answer = corrections.scoring.read_response

    def archiving(*said: Any, **more: Any) -> Any:
        appeals.answer(published.organiser, "r1", made.receipt, Verdict.REJECTED, "不属实")
        published.clock.now += 6 * DAY
        life.archive(published.organiser, "r1")
        return answer(*said, **more)

    monkeypatch.setattr(corrections.scoring, "read_response", archiving)
    with refused("round-not-open", NotPermitted):
        corrections.correct(published.organiser, "r1", made.receipt, Purpose.CHECK, "pair.two", {"choice": "good"})
    assert reading.result(published.organiser, "r1", "a1").total == before
