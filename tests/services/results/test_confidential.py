"""A confidential round keeps silent: minimum numbers, unanimity, differences, comments, codes, what may be seen."""

from decimal import Decimal

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.disclosure import Done, Figure, Finding, Reason
from cadre_tui.model.results.looking import Look, Settling
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.scoring.disclosure import TOTAL, Cell
from cadre_tui.services import audit, drawers
from cadre_tui.services.county import County
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.results import disclosure, looking, reading, votes
from cadre_tui.services.results.column import Column
from cadre_tui.services.results.looking import would_settle
from cadre_tui.services.results.lots import lots
from cadre_tui.services.results.peer_cells import cells_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import extending, life, reopening
from cadre_tui.store import keys
from tests.refusing import forbidden
from tests.services.office import (
    BELOW,
    EIGHT,
    EQUALS,
    GROUPS,
    LEADERS,
    SUBJECT,
    differing,
    in_groups,
    publish,
    rate,
    rules_of,
    shown,
    with_role,
)
from tests.services.small import DAY, Small

GOOD, HALF, NIL, MIXED = ("good", "good"), ("half", "half"), ("nil", "nil"), ("good", "half")


@pytest.fixture
def small(bureau: Small) -> Small:
    return bureau


def row(found: Result, criterion: str) -> CriterionResult:
    (only,) = [each for each in found.criteria if each.criterion == criterion]
    return only


# What is shown


def test_four_raters_are_too_few_and_five_are_enough(small: Small) -> None:
    found = shown(small, differing(EIGHT[:4]))
    assert found.parts[0].withheld == "too-few-raters"
    assert [each.peers for each in found.criteria] == [None, None]
    later = small.again()
    later.clock.now += 90 * DAY
    found = shown(later, differing(EIGHT[:5]), "r2")
    assert found.parts[0].score is not None
    assert all(each.peers is not None and each.raters == 5 for each in found.criteria)


def test_one_criterion_of_too_few_takes_the_other_along(small: Small) -> None:
    """Else it is the total less the other."""
    marks = differing(EIGHT) | dict.fromkeys(EIGHT[:4], ("unknown", "good"))
    found = shown(small, marks | {EIGHT[0]: ("unknown", "nil")})
    assert found.parts[0].score is not None
    assert [(each.peers, each.raters, each.withheld) for each in found.criteria] == [(None, None, "kept-back")] * 2


def test_what_all_answered_alike_is_kept_back_as_anything_else_is(small: Small) -> None:
    marks = {each: ("good", ("good", "half", "nil")[at % 3]) for at, each in enumerate(EIGHT)}
    found = shown(small, marks)
    assert [each.withheld for each in found.criteria] == ["kept-back", "kept-back"]
    assert found.total is not None, "never the total"
    later = small.again()
    later.clock.now += 90 * DAY
    found = shown(later, marks, "r2", unanimity="show")
    assert row(found, "pair.one").peers == 6


def test_what_is_kept_back_besides_is_drawn_once_and_stays(small: Small) -> None:
    """A recount finds the same; a round of an earlier version, in which no lots were drawn, what it always found."""
    small.opened(rules_of())
    key = (small.county.store.read(keys.round_rules("r1")) or {})["lot_key"]
    drawn = lots(small.county, "r1")
    assert drawn is not None
    again = lots(small.again().county, "r1")
    assert again is not None
    assert [drawn(each) for each in ("s t.pair pair.one None", "s")] == [again("s t.pair pair.one None"), again("s")]
    assert key not in life.find(small.county, "r1").model_dump_json()
    small.opened(rules_of("r2"))
    other = lots(small.county, "r2")
    assert other is not None
    assert other("s") != drawn("s")

    def earlier(found: dict[str, object] | None) -> dict[str, object]:
        return {key: each for key, each in (found or {}).items() if key != "lot_key"}

    small.county.store.change(keys.round_rules("r2"), earlier)
    assert lots(small.county, "r2") is None


def test_it_is_seen_where_all_gave_the_best_or_the_worst(small: Small) -> None:
    shown(small, dict.fromkeys(EIGHT, ("good", "nil")))
    held = life.find(small.county, "r1")
    peers = Reader(small.county, held).found(small.county.circle(held).people[0]).peers["t.pair"]
    cells = dict(cells_of(held.rules, peers.checklist, {None: Column(held.rules.rule, peers.rated)}))
    assert (cells[Cell("pair.one")].end, cells[Cell("pair.two")].end, cells[TOTAL].end) == (1, -1, 0)


def test_a_total_that_all_gave_alike_is_shown(small: Small) -> None:
    assert shown(small, dict.fromkeys(EIGHT, MIXED)).total == Decimal("8.0")


def test_no_change_is_told_to_a_figure_that_was_kept_back_then(small: Small) -> None:
    shown(small, dict.fromkeys(EIGHT, GOOD))
    later = small.again()
    later.clock.now += 90 * DAY
    found = shown(later, differing(EIGHT), "r2", former="r1")
    assert all(each.peers is not None and each.change is None for each in found.criteria)
    findings = about(disclosure.check(later.organiser, "r2"))
    assert [(each.figure, each.why) for each in findings] == [(Figure.CHANGE, Reason.FORMER)] * 2


def test_a_rehearsal_is_never_compared_with(small: Small) -> None:
    shown(small, differing(EIGHT), mock=True)
    later = small.again()
    later.clock.now += 90 * DAY
    found = shown(later, differing(EIGHT), "r2", former="r1")
    assert found.former == ()
    assert all(each.change is None for each in found.criteria)


def test_after_publication_nobody_changes_a_vote_and_a_recount_finds_the_same(small: Small) -> None:
    found = shown(small, differing(EIGHT))
    for rater in EIGHT[:2]:
        session = small.signed_in(rater)
        for act in (
            lambda who=session: responses.take_back(who, "r1", Purpose.PEER),
            lambda who=session: responses.hand_in(who, "r1", Purpose.PEER),
        ):
            with pytest.raises(CadreError):
                act()
    small.clock.now += 30 * DAY
    assert reading.result(small.again().organiser, "r1", SUBJECT) == found
    life.archive(small.organiser, "r1")
    assert reading.result(small.again().organiser, "r1", SUBJECT) == found


# Comments


def with_reasons(small: Small, raters: tuple[str, ...], **changes: object) -> Result:
    small.opened(rules_of(**changes))
    rate(small, differing(raters), reasons={each: f"第{9 - at}句" for at, each in enumerate(raters)})
    publish(small)
    return reading.result(small.organiser, "r1", SUBJECT)


def test_comments_of_eight_are_shown_by_their_text_alone(small: Small) -> None:
    found = with_reasons(small, EIGHT)
    assert found.comments is not None
    assert [each.text for each in found.comments] == sorted(f"第{9 - at}句" for at in range(8))
    written = str(found)
    assert not any(f"'{each}'" in written or f"人{each}" in written for each in EIGHT)


def test_comments_of_seven_are_not(small: Small) -> None:
    assert with_reasons(small, EIGHT[:7]).comments is None


def test_comments_on_what_is_kept_back_are_kept_back(small: Small) -> None:
    small.opened(rules_of())
    rate(small, dict.fromkeys(EIGHT, GOOD), reasons={EIGHT[0]: "样样都好"})
    publish(small)
    assert reading.result(small.organiser, "r1", SUBJECT).comments is None


# Named rounds


def test_in_a_named_round_the_person_and_the_organiser_see_who_and_nobody_else(small: Small) -> None:
    small.opened(rules_of(secrecy=Secrecy.NAMED, min_raters=1, min_comments=1))
    rate(small, {"l1": GOOD, "e1": MIXED}, reasons={"e1": "还要多下乡"})
    with forbidden("not-before-published"):
        votes.votes(small.organiser, "r1", SUBJECT)
    publish(small)
    found = votes.votes(small.signed_in(SUBJECT), "r1", SUBJECT)
    told = [(each.rater.id, each.criterion, each.score, each.reason) for each in found]
    assert told == [
        ("l1", "pair.one", 6, ""),
        ("e1", "pair.one", 6, "还要多下乡"),
        ("l1", "pair.two", 4, ""),
        ("e1", "pair.two", 2, ""),
    ]
    assert votes.votes(small.organiser, "r1", SUBJECT) == found
    with forbidden("not-yours"):
        votes.votes(small.signed_in("e1"), "r1", SUBJECT)
    with forbidden("role-may-not"):
        votes.votes(with_role(small, "e7", Role.SUPERVISOR), "r1", SUBJECT)


def test_in_a_confidential_round_nobody_does(small: Small) -> None:
    shown(small, differing(EIGHT))
    for session in (small.organiser, small.signed_in(SUBJECT)):
        with forbidden("round-confidential"):
            votes.votes(session, "r1", SUBJECT)


# The check before publication


def about(findings: tuple[Finding, ...]) -> list[Finding]:
    return [each for each in findings if each.subject.id == SUBJECT]


def test_a_confidential_round_is_published_only_after_somebody_looked(small: Small) -> None:
    small.opened(rules_of())
    rate(small, differing(EIGHT))
    with forbidden("not-before-moderation"):
        disclosure.check(small.organiser, "r1")
    life.close_round(small.organiser, "r1", "没交的不计入")
    with pytest.raises(NotRight) as told:
        life.publish(small.organiser, "r1")
    assert [each.code for each in told.value.faults] == ["disclosure-unread"]
    assert disclosure.check(small.organiser, "r1") == ()
    disclosure.check(small.organiser, "r1")
    life.publish(small.organiser, "r1")
    noted = [each for each in audit.entries(small.organiser) if each.code == "disclosure-read"]
    assert len(noted) == 1, "looking twice at the same is noted once"
    assert noted[0].values["findings"] == 0


def test_from_the_first_look_on_no_single_response_comes_or_goes(small: Small) -> None:
    """Else two looks, with one response between them, would tell whether it differs from all the others."""
    small.opened(rules_of())
    rate(small, differing(EIGHT))
    life.close_round(small.organiser, "r1", "没交的不计入")
    until = small.clock.now.replace(microsecond=0) + DAY
    extending.extend(small.organiser, "r1", "u1", Purpose.PEER, until, "出差")
    reopening.reopen(small.organiser, "r1", "l1", Purpose.PEER, "再看看", until)
    assert would_settle(small.organiser, "r1", Look.DISCLOSURE) == Settling(True, ("人l1", "人u1"), True)
    before = disclosure.check(small.organiser, "r1")
    assert [would_settle(small.organiser, "r1", look) for look in Look] == [None] * len(Look)
    late = small.signed_in("u1")
    for act in (
        lambda: rate(small, {"u1": HALF}),
        lambda: responses.hand_in(small.signed_in("l1"), "r1", Purpose.PEER),
        lambda: responses.save_many(late, {each: {} for each in tasks.todo(late, "r1", Purpose.PEER).tasks[:1]}),
        lambda: reopening.reopen(small.organiser, "r1", "l2", Purpose.PEER, "再看看", until + DAY),
        lambda: extending.extend(small.organiser, "r1", "u2", Purpose.PEER, until + DAY, "出差"),
    ):
        with forbidden("answers-settled", BadInput):
            act()
    assert not tasks.todo(late, "r1", Purpose.PEER).open
    assert disclosure.check(small.organiser, "r1") == before
    life.publish(small.organiser, "r1", "没交的不计入")
    noted = [each.code for each in audit.entries(small.organiser)]
    assert [noted.count(each) for each in ("answers-settled", "disclosure-read")] == [1, 1]


def test_who_is_writing_while_somebody_looks_is_waited_for_or_refused(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between asking whether the round is open and the write there is a moment: the look waits for the drawer."""
    small.opened(rules_of())
    rate(small, differing(EIGHT[1:]))
    life.close_round(small.organiser, "r1", "没交的不计入")
    extending.extend(small.organiser, "r1", "l1", Purpose.PEER, small.clock.now + DAY, "出差")
    waited: list[str] = []

    def wait(county: County, round_id: str, rater: str) -> None:
        if rater == "l1":  # who writes now finds the round settled
            with forbidden("answers-settled", BadInput):
                rate(small, {"l1": GOOD})
        waited.append(rater)
        drawers.wait_for_drawer(county, round_id, rater)

    monkeypatch.setattr(looking, "wait_for_drawer", wait)
    disclosure.check(small.organiser, "r1")
    assert {*EIGHT} <= {*waited}
    assert small.county.store.read(keys.drawer("r1", "u1")) is None, "to wait writes nothing"
    life.publish(small.organiser, "r1", "没交的不计入")


def test_a_named_round_needs_no_look_and_the_check_says_why(small: Small) -> None:
    small.opened(rules_of(secrecy=Secrecy.NAMED, min_raters=1, min_comments=1))
    rate(small, {"l1": GOOD})
    life.close_round(small.organiser, "r1", "没交的不计入")
    life.publish(small.organiser, "r1")
    (only,) = disclosure.check(small.organiser, "r1")
    assert (only.figure, only.why, only.done) == (Figure.PART, Reason.NAMED, Done.SHOWN)


def test_every_figure_that_is_kept_back_or_merged_is_listed_with_the_reason(small: Small) -> None:
    groups = (GROUPS[0].model_copy(update={"minimum": 3}), *GROUPS[1:])
    small.opened(in_groups(group=groups))
    rate(small, differing((*LEADERS, *EQUALS, *BELOW[:4])), reasons={"l1": "好"})
    publish(small)
    found = [
        (each.figure, each.why, each.done, [str(one.say("zh")) for one in each.groups])
        for each in about(disclosure.check(small.organiser, "r1"))
    ]
    assert (Figure.GROUP, Reason.SUB_GROUP, Done.MERGED, ["下属"]) in found, "four below their minimum of five"
    assert (Figure.GROUP, Reason.SUB_GROUP, Done.WITHHELD, ["领导"]) in found
    assert (Figure.GROUP, Reason.DIFFERENCE, Done.WITHHELD, ["同级", "下属"]) in found


def test_too_few_too_few_comments_and_unanimity_are_listed(small: Small) -> None:
    small.opened(rules_of())
    rate(small, {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EIGHT[:5])}, reasons={"l1": "好"})
    publish(small)
    found = {(each.figure, each.criterion, each.why) for each in about(disclosure.check(small.organiser, "r1"))}
    assert found == {
        (Figure.CRITERION, "pair.one", Reason.ALIKE),
        (Figure.CRITERION, "pair.two", Reason.DIFFERENCE),
        (Figure.COMMENTS, None, Reason.COMMENTS),
    }


def test_the_one_rater_who_left_something_out_is_not_worked_out(small: Small) -> None:
    """The total counts this rater by the second criterion alone: total and both criteria would tell that answer."""
    marks = differing(EQUALS[:6]) | {EQUALS[6]: ("unknown", "nil")}
    found = shown(small, marks)
    assert found.total is not None
    assert [each.peers for each in found.criteria] == [None, None]
    told = [(each.figure, each.why) for each in disclosure.check(small.organiser, "r1") if each.subject.id == SUBJECT]
    assert (Figure.CRITERION, Reason.DIFFERENCE) in told


def test_what_many_left_out_keeps_nothing_back(small: Small) -> None:
    marks = differing((*LEADERS, *EQUALS)) | dict.fromkeys(BELOW, ("unknown", "half"))
    found = shown(small, marks)
    assert None not in [each.peers for each in found.criteria]


def test_the_one_who_left_something_out_in_a_group_is_not_worked_out(small: Small) -> None:
    marks = differing((*LEADERS, *EQUALS, *BELOW)) | {EQUALS[0]: ("nil", "unknown")}
    groups = tuple(each.model_copy(update={"minimum": 3 if each.id == "a" else 5}) for each in GROUPS)
    found = shown(small, marks, colleagues="groups", group=groups, min_raters=3)
    assert found.total is not None
    assert None in [each.groups[1] for each in found.criteria]
