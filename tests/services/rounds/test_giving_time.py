"""More time for one person, and giving back what was handed in."""

from datetime import datetime, timedelta, timezone
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre_tui.model.answers.drawer import Drawer
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted, NotRight
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.filling import responses, tasks, writing
from cadre_tui.services.people import accounts
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import extending, hours, life, reopening
from cadre_tui.services.rounds.rules import moments
from tests.services.small import DAY, LEFT_OUT, START, Small, fill_peers, fill_self, pair, rules, task

SELF, PEER = Purpose.SELF, Purpose.PEER
CHINA = timezone(timedelta(hours=8))
WHY = "出差，迟到的材料"


@pytest.fixture
def timed(small: Small) -> Small:
    """The round r1, with deadlines in five and in ten days."""
    small.opened(rules(deadlines={SELF: START + 5 * DAY, PEER: START + 10 * DAY}))
    return small


def drawer(small: Small, rater: str = "a1") -> Drawer:
    return read_drawer(small.county, "r1", rater)


def noted(small: Small, code: str) -> list[dict[str, Any]]:
    return [dict(each.values) for each in audit.entries(small.organiser) if each.code == code]


def test_who_was_given_time_may_write_when_others_may_not(timed: Small) -> None:
    extending.extend(timed.organiser, "r1", "a1", SELF, START + 8 * DAY, WHY)
    timed.clock.now = START + 7 * DAY
    fill_self(timed.signed_in("a1"))
    assert not any(each.late for each in drawer(timed).responses)
    with pytest.raises(BadInput, match="deadline-passed"):
        fill_self(timed.signed_in("a2"))
    (entry,) = noted(timed, "time-given")
    assert entry["person"] == "a1"
    assert entry["reason"] == WHY
    timed.clock.now = START + 8 * DAY + timedelta(seconds=1)
    with pytest.raises(BadInput, match="deadline-passed"):
        responses.take_back(timed.signed_in("a1"), "r1", SELF)


def test_time_given_is_kept_for_the_next_program(timed: Small) -> None:
    extending.extend(timed.organiser, "r1", "a1", SELF, START + 8 * DAY, WHY)
    again = timed.again()
    again.clock.now = START + 7 * DAY
    assert tasks.todo(again.signed_in("a1"), "r1", SELF).deadline == START + 8 * DAY


@pytest.mark.parametrize(
    ("person", "until", "reason", "code"),
    [
        ("a1", START + 8 * DAY, "  ", "reason-missing"),
        ("a1", START + 4 * DAY, WHY, "time-no-later"),
        ("a1", START - DAY, WHY, "time-past"),
        ("zzb", START + 8 * DAY, WHY, "nothing-asked-of"),
        ("nobody", START + 8 * DAY, WHY, "nothing-asked-of"),
    ],
)
def test_what_is_no_extension_is_refused(timed: Small, person: str, until: datetime, reason: str, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        extending.extend(timed.organiser, "r1", person, SELF, until, reason)
    assert life.find(timed.county, "r1").extensions == ()
    assert noted(timed, "time-given") == []


def test_only_the_organiser_gives_time_or_gives_back(timed: Small) -> None:
    fill_self(timed.signed_in("a1"))
    with pytest.raises(NotPermitted):
        extending.extend(timed.signed_in("a2"), "r1", "a2", SELF, START + 8 * DAY, WHY)
    with pytest.raises(NotPermitted):
        reopening.reopen(timed.signed_in("a1"), "r1", "a1", SELF, WHY)


def test_time_given_opens_nothing_before_its_phase(small: Small) -> None:
    small.opened(rules(sequence="self-first", deadlines={SELF: START + 5 * DAY}))
    extending.extend(small.organiser, "r1", "a1", PEER, START + 30 * DAY, WHY)
    held = life.find(small.county, "r1")
    assert not hours.open_for(held, "a1", PEER, small.county.now())
    assert extending.asked_of(small.organiser, "r1", "a1") == (SELF, PEER)


def test_after_the_closing_time_can_still_be_given(timed: Small) -> None:
    life.close_round(timed.organiser, "r1", LEFT_OUT)
    with pytest.raises(NotPermitted):
        fill_self(timed.signed_in("a1"))
    extending.extend(timed.organiser, "r1", "a1", SELF, START + 2 * DAY, WHY)
    assert tasks.todo(timed.signed_in("a1"), "r1", SELF).deadline == START + 2 * DAY
    fill_self(timed.signed_in("a1"))
    assert all(each.state is State.SUBMITTED for each in drawer(timed).responses)
    life.publish(timed.organiser, "r1")
    with pytest.raises(NotPermitted):
        extending.extend(timed.organiser, "r1", "a1", SELF, START + 9 * DAY, WHY)


def test_whoever_hands_in_while_it_is_published_comes_first_or_not_at_all(
    timed: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A self-assessment in flight: the publication waits until it is in, so that nothing lands after it.

    Also of somebody who began after the publication had waited for all drawers.
    """
    monkeypatch.setattr(life, "wait_for_drawer", lambda *_of: None)
    life.close_round(timed.organiser, "r1", LEFT_OUT)
    extending.extend(timed.organiser, "r1", "a1", SELF, START + 2 * DAY, WHY)
    session, order = timed.signed_in("a1"), list[str]()
    asked, signed = Event(), writing.signed

    def publish() -> None:
        asked.set()
        life.publish(timed.organiser, "r1", LEFT_OUT)
        order.append("published")

    other = Thread(target=publish)

    def in_flight(drawer: Drawer, *rest: Any) -> Any:
        if not asked.is_set():
            other.start()
            assert asked.wait(10)
            other.join(0.2)  # it would have ended by now if it did not wait
        order.append("written")
        return signed(drawer, *rest)

    monkeypatch.setattr(writing, "signed", in_flight)
    fill_self(session)
    other.join(20)
    assert order[-1] == "published"
    assert all(each.state is State.SUBMITTED for each in drawer(timed).responses)
    with pytest.raises(BadInput, match="nothing-to-do"):
        fill_self(session)


@pytest.mark.parametrize("reason", ["到期\u202e不计入", "到期\x1b[2J不计入", "到期\ud800不计入"])
def test_a_reason_for_going_on_is_a_text(timed: Small, reason: str) -> None:
    with pytest.raises(BadInput, match="unsound-text"):
        life.close_round(timed.organiser, "r1", reason)


def test_what_is_given_back_is_a_draft_with_its_original_and_the_reason(timed: Small) -> None:
    cadre = timed.signed_in("a1")
    fill_self(cadre, one="half")
    assert reopening.reopen(timed.organiser, "r1", "a1", SELF, WHY) == 2
    for each in drawer(timed).responses:
        assert each.state is State.REOPENED
        assert each.submitted is None
        assert [(kept.reason, kept.by) for kept in each.originals] == [(WHY, "zzb")]
        assert each.originals[0].answers == each.answers
    about = task(cadre, SELF, "t.pair", "a1")
    assert about.open
    assert about.returned == WHY
    responses.save(cadre, about, pair("nil", "nil"))
    assert task(cadre, SELF, "t.pair", "a1").state is State.REOPENED
    responses.hand_in(cadre, "r1", SELF)
    found = drawer(timed).response("a1", "t.pair", SELF)
    assert found is not None
    assert found.state is State.SUBMITTED
    assert found.answers["pair.one"].choice == "nil"
    assert found.originals[0].answers["pair.one"].choice == "half"
    assert task(cadre, SELF, "t.pair", "a1").returned == ""


def test_the_organiser_learns_how_many_and_no_answer(timed: Small) -> None:
    fill_peers(timed.signed_in("a1"), {"a2": ("good", "half")})
    assert reopening.reopen(timed.organiser, "r1", "a1", PEER, WHY, subject="a2") == 1
    (entry,) = noted(timed, "responses-reopened")
    assert entry == {"round": "r1", "person": "a1", "purpose": "peer", "count": 1, "reason": WHY}
    states = {each.subject: each.state for each in drawer(timed).responses}
    assert states == {"a2": State.REOPENED, "a3": State.SUBMITTED, "a4": State.SUBMITTED}


def test_nothing_handed_in_cannot_be_given_back(timed: Small) -> None:
    with pytest.raises(BadInput, match="nothing-to-reopen"):
        reopening.reopen(timed.organiser, "r1", "a1", SELF, WHY)
    fill_self(timed.signed_in("a1"))
    with pytest.raises(BadInput, match="reason-missing"):
        reopening.reopen(timed.organiser, "r1", "a1", SELF, " ")
    with pytest.raises(BadInput, match="nothing-asked-of"):
        reopening.reopen(timed.organiser, "r1", "a1", Purpose.CHECK, WHY)


def test_after_the_deadline_giving_back_needs_time(timed: Small) -> None:
    fill_self(timed.signed_in("a1"))
    timed.clock.now = START + 6 * DAY
    with pytest.raises(BadInput, match="reopen-needs-time"):
        reopening.reopen(timed.organiser, "r1", "a1", SELF, WHY)
    assert all(each.state is State.SUBMITTED for each in drawer(timed).responses)
    reopening.reopen(timed.organiser, "r1", "a1", SELF, WHY, until=START + 7 * DAY)
    responses.hand_in(timed.signed_in("a1"), "r1", SELF)
    assert life.find(timed.county, "r1").extensions[0].until == START + 7 * DAY


def test_what_was_given_back_and_not_handed_in_again_counts_not_and_waits_for_a_decision(small: Small) -> None:
    small.opened(rules())
    for person in ("a1", "a2", "a3", "a4", "b1", "b2"):
        fill_self(small.signed_in(person))
        fill_peers(small.signed_in(person), {"a2": ("good", "good"), "a1": ("good", "good")})
    life.close_round(small.organiser, "r1")
    assert reopening.reopen(small.organiser, "r1", "a1", PEER, WHY, until=START + DAY) == 3
    with pytest.raises(NotRight) as refusal:
        life.publish(small.organiser, "r1")
    assert [(each.code, each.values["count"]) for each in refusal.value.faults] == [("not-handed-in", 3)]
    life.publish(small.organiser, "r1", LEFT_OUT)
    found = reading.result(small.organiser, "r1", "a2")
    assert [part.raters for part in found.parts if part.by is PEER] == [2]
    home = accounts.act_as(small.signed_in("a1"), Role.CADRE)
    with pytest.raises(NotPermitted):
        responses.hand_in(home, "r1", PEER)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-12-20", datetime(2026, 12, 20, 23, 59, 59, tzinfo=CHINA)),
        (" 2026-12-20 18:00 ", datetime(2026, 12, 20, 18, tzinfo=CHINA)),
        ("2026-12-20T18:00:00Z", datetime(2026, 12, 21, 2, tzinfo=CHINA)),
    ],
)
def test_a_day_means_its_end_in_china(written: str, expected: datetime) -> None:
    assert moments.until(written) == expected


@given(st.text())
def test_what_is_no_time_is_refused_in_a_sentence(written: str) -> None:
    try:
        assert moments.until(written).tzinfo is not None
    except BadInput as error:
        assert error.code == "time-unreadable"


@pytest.mark.parametrize("written", ["", "明天", "2026-13-01", "0001-01-01T00:00:00+00:01", "9999-12-31T23:00-08:00"])
def test_words_and_days_that_are_none_are_no_time(written: str) -> None:
    with pytest.raises(BadInput):
        moments.until(written)
