"""A whole round of a township by ballot, its figures worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from cadre_tui.demo.deciding import decide
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted, NotRight, StoreFailure
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import box_of
from cadre_tui.services.ballots import counting, tellers
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.board import board_of
from cadre_tui.services.safekeeping import checkup
from cadre_tui.store import keys
from tests.services.ballots.township import CADRES, GOOD, HALF, NIL, UNKNOWN, both, opened, vote
from tests.services.small import DAY, PASSWORD, START, Small

REST = len(CADRES) - 1

BALLOTS = {
    "a": [GOOD + GOOD] * 3 + [HALF + HALF] * 2,
    "b": [GOOD + HALF] * 3 + [GOOD + NIL, NIL + GOOD, UNKNOWN + UNKNOWN],
    "c": [GOOD + GOOD] * 2 + [HALF + HALF] * 3 + [NIL + NIL] * 2,
}
"""What each ballot says of the first cadre; of all others the same by everybody.

Of ten points, six and four: a (3 × 10 + 2 × 5) ÷ 5 = 8; b (3 × 8 + 6 + 4) ÷ 5 = 6.8, one does not know;
c (2 × 10 + 3 × 5 + 2 × 0) ÷ 7 = 5; all (30 × 8 + 30 × 6.8 + 40 × 5) ÷ 100 = 6.44, so 6.4.
"""


@pytest.fixture
def voted(town: Small) -> Small:
    """Everybody has voted, one ballot of the third group on paper with a line left blank: void."""
    codes = opened(town, {"a": 6, "b": 6, "c": 9})
    for group, ballots in BALLOTS.items():
        for code, about_first in zip(codes[group], ballots, strict=False):
            vote(town, code, about_first + (HALF + NIL) * REST)
    two = both(town)
    paper = tellers.paper_ballot(two, "r1", codes["c"][7])
    blank = GOOD + GOOD + (HALF + NIL) * (REST - 1) + HALF + "."
    assert not tellers.hand_in_paper(two, paper, blank, blank)
    tellers.count_slips(two, "r1", "a", 6, returned=1)
    tellers.count_slips(two, "r1", "c", 9, voided=1)
    return town


def close(town: Small) -> None:
    counting.close(town.organiser, "r1")
    life.close_round(town.organiser, "r1")


def test_the_figures_are_those_worked_out_by_hand(voted: Small) -> None:
    close(voted)
    opening = counting.open_boxes(both(voted), "r1")
    assert [(each.printed, each.drawn, each.handed_in, each.valid) for each in opening.counts] == [
        (6, 6, 5, 5),
        (6, None, 6, 6),
        (9, 9, 8, 7),
    ]
    assert not any(each.too_many for each in opening.counts)
    disclosure.check(voted.organiser, "r1")
    decide(voted.organiser, "r1")
    life.publish(voted.organiser, "r1")
    result = reading.result(voted.organiser, "r1", CADRES[0])
    (part,) = result.parts
    assert [group.exact for group in part.groups] == [Fraction(8), Fraction(34, 5), Fraction(5)]
    assert part.exact == Fraction(644, 100)
    assert (result.total, part.score) == (Decimal("6.4"), Decimal("6.4"))
    assert result.grade is not None
    assert result.grade.say("zh") == "合格"
    assert part.counts is not None
    # 6 + 6 + 9 slips; 5 + 6 + 8 ballots; one is void, one knows nothing of this cadre
    assert (part.counts.asked, part.counts.returned, part.counts.valid, part.counts.void) == (21, 19, 17, 2)
    other = reading.result(voted.organiser, "r1", CADRES[1])
    assert other.parts[0].exact == Fraction(3)
    assert all(row.peers is None for row in other.criteria), "all gave the same: withheld as in every round"


def test_nothing_is_worked_out_before_two_tellers_have_opened_the_boxes(voted: Small) -> None:
    two = both(voted)
    with pytest.raises(BadInput, match="ballots-open-after-round"):
        counting.open_boxes(two, "r1")
    close(voted)
    with pytest.raises(NotRight, match="ballots-not-opened"):
        disclosure.check(voted.organiser, "r1")
    with pytest.raises(NotRight) as refused:
        life.publish(voted.organiser, "r1")
    assert [each.code for each in refused.value.faults] == ["ballots-unopened"]
    opened_now = counting.open_boxes(two, "r1")
    entry = tuple(audit.read(voted.county))[-1]
    assert (entry.code, entry.hash) == ("ballots-opened", opened_now.hash)
    assert (entry.values["handed_in"], entry.values["valid"]) == (19, 18)
    with pytest.raises(BadInput, match="ballots-opened-already"):
        counting.open_boxes(two, "r1")


def test_a_vote_is_ended_by_sealing_the_boxes_or_by_its_own_time_and_never_by_the_way(town: Small) -> None:
    opened(town, {"a": 3}, deadlines={Purpose.PEER: START + 4 * DAY})
    with pytest.raises(NotRight) as refused:
        life.close_round(town.organiser, "r1", "不再等")
    assert [each.code for each in refused.value.faults] == ["ballots-unsealed"]
    assert board_of(town.organiser, "r1").settled == (), "nobody knows who has yet to vote"
    town.clock.now = START + 5 * DAY
    assert life.find(town.county, "r1").phase is Phase.MODERATION
    with pytest.raises(BadInput, match="ballots-not-closed"):
        counting.open_boxes(both(town), "r1")
    counting.close(town.organiser, "r1")


def test_sealed_boxes_are_what_the_end_of_a_vote_waits_for(town: Small) -> None:
    opened(town, {"a": 3})
    counting.close(town.organiser, "r1")
    board = board_of(town.organiser, "r1")
    assert (board.unmet, board.settled) == ((), ("ballots-unsealed",))
    assert life.close_round(town.organiser, "r1").phase is Phase.MODERATION


def test_opening_destroys_codes_and_drafts_and_keeps_the_ballots(voted: Small) -> None:
    close(voted)
    shut = box_of(voted.county, "r1", "c")
    assert shut is not None
    assert {each.draft for each in shut.slips} == {""}
    counting.open_boxes(both(voted), "r1")
    box = box_of(voted.county, "r1", "c")
    assert box is not None
    assert (box.slips, box.salt, box.printed, box.used) == ((), "", 9, 8)


def test_tellers_are_two_and_named_by_the_rules(voted: Small) -> None:
    one = voted.signed_in("t1")
    with pytest.raises(NotPermitted, match="tellers-one-person"):
        tellers.together(one, "r1", "t1", PASSWORD)
    with pytest.raises(NotPermitted, match="not-a-teller"):
        tellers.together(one, "r1", CADRES[0], PASSWORD)
    with pytest.raises(NotPermitted, match="not-a-teller"):
        tellers.together(voted.signed_in(CADRES[0]), "r1", "t1", PASSWORD)
    with pytest.raises(NotPermitted, match="sign-in-failed"):
        tellers.together(one, "r1", "t2", "wrong")


def test_whoever_had_the_others_entry_in_hand_is_no_second_teller(town: Small) -> None:
    opened(town, {"a": 5, "b": 5, "c": 5})
    roles.grant(town.organiser, "t1", Role.ORGANISER)
    first = accounts.act_as(town.signed_in("t1"), Role.ORGANISER)
    (code,) = accounts.issue_activation_codes(first, ("t2",)).values()
    accounts.activate(town.county, "t2", code, PASSWORD)
    with pytest.raises(NotPermitted, match="tellers-in-hand"):
        tellers.together(first, "r1", "t2", PASSWORD)


def test_a_paper_ballot_is_keyed_twice_and_compared(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5})
    two = both(town)
    paper = tellers.paper_ballot(two, "r1", codes["b"][0])
    first = (HALF + NIL) * len(CADRES)
    second = first[:4] + GOOD + first[5:]
    assert [(each.subject, each.question) for each in tellers.differences(paper.form, first, second)] == [(2, 0)]
    with pytest.raises(BadInput, match="paper-ballot-differs"):
        tellers.hand_in_paper(two, paper, first, second)
    assert tellers.hand_in_paper(two, paper, first, first)
    with pytest.raises(BadInput, match="ballot-code-used"):
        tellers.hand_in_paper(two, paper, first, first)
    with pytest.raises(BadInput, match="ballot-code-used"):
        tellers.paper_ballot(two, "r1", codes["b"][0])


def test_counts_that_cannot_be_are_refused_and_more_than_can_be_is_told(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5})
    two = both(town)
    for numbers in ((6, 0, 0), (5, 4, 2), (-1, 0, 0)):
        with pytest.raises(BadInput, match="slips-do-not-fit"):
            tellers.count_slips(two, "r1", "a", *numbers)
    tellers.count_slips(two, "r1", "a", 3, returned=1)
    for code in codes["a"]:
        vote(town, code, (HALF + NIL) * len(CADRES))
    close(town)
    counts = counting.open_boxes(two, "r1").counts
    assert [each.too_many for each in counts] == [True, False, False]


def test_receipts_are_published_after_closing_and_lead_to_no_ballot(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5})
    mine = [vote(town, codes[group][0], (HALF + NIL) * len(CADRES)) for group in "abc"]
    with pytest.raises(BadInput, match="receipts-after-closing"):
        counting.receipts(town.county, "r1")
    close(town)
    listed = counting.receipts(town.county, "r1")
    assert sorted(listed) == sorted(each.replace("-", "") for each in mine)
    assert all(counting.in_list(town.county, "r1", each.lower()) for each in mine)
    assert not counting.in_list(town.county, "r1", "0000-0000-0000-0000")
    for group in "abc":
        box = box_of(town.county, "r1", group)
        assert box is not None
        assert not {each.key for each in box.ballots} & set(listed)


def test_a_box_that_was_stuffed_is_found_and_not_opened(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5})
    vote(town, codes["a"][0], (HALF + NIL) * len(CADRES))
    assert checkup.look(town.county).well

    def stuff(found: dict[str, Any] | None) -> dict[str, Any]:
        assert found is not None
        (ballot,) = found["ballots"]
        return {**found, "ballots": [ballot, {**ballot, "key": "f" * 32}]}

    town.county.store.change(keys.ballot_box("r1", "a"), stuff)
    assert "ballot-box-uneven" in [each.code for each in checkup.look(town.county).flaws]
    close(town)
    with pytest.raises(StoreFailure, match="ballot-box-uneven"):
        counting.open_boxes(both(town), "r1")
