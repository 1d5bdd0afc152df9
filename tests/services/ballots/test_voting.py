"""A code opens a ballot, once; what is left unfinished is sealed; the box tells nothing of who or when."""

import json
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from cadre_tui.demo.deciding import decide
from cadre_tui.model.ballots.box import Box
from cadre_tui.model.ballots.form import Cell
from cadre_tui.model.ballots.remarks import packed, unpacked
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services import audit
from cadre_tui.services.ballot_boxes import box_of
from cadre_tui.services.ballots import counting, printing, voting
from cadre_tui.services.results import disclosure, reading
from cadre_tui.services.rounds import life
from tests.services.ballots.township import (
    CADRES,
    GOOD,
    HALF,
    UNKNOWN,
    WORD,
    anonymous,
    marks_of,
    opened,
    opened_boxes,
    vote,
)
from tests.services.small import Small

VARIED = ("1220", "2112", "1021")
"""Marks about two people that no two groups give alike."""


@pytest.fixture
def codes(town: Small) -> dict[str, tuple[str, ...]]:
    return opened(town, {"a": 5, "b": 6, "c": 12})


def box(town: Small, group: str) -> Box:
    found = box_of(town.county, "r1", group)
    assert found is not None
    return found


def stored(town: Small, group: str) -> Path:
    return town.folder / "ballots" / "r1" / f"{group}.json"


def test_every_ballot_lists_the_same_people_whoever_votes(town: Small, codes: dict[str, tuple[str, ...]]) -> None:
    forms = [voting.enter(town.county, each[0], WORD).form for each in codes.values()]
    assert all(tuple(each.id for each in form.subjects) == CADRES for form in forms)
    assert all(len(form.cells) == 2 * len(CADRES) for form in forms)
    assert {form.group for form in forms} == {"a", "b", "c"}


def test_a_ballot_is_left_and_resumed_with_code_and_word_alone(
    town: Small, codes: dict[str, tuple[str, ...]]
) -> None:
    first = voting.enter(town.county, codes["a"][0], WORD)
    marks = first.form.marked(first.marks, Cell(3, 1), 2)
    voting.keep(first, marks)
    again = voting.enter(town.county, codes["a"][0].lower().replace("-", ""), f" {WORD} ")
    assert again.resumed
    assert again.marks == marks
    for code, word in ((codes["a"][0], "秋风"), (codes["a"][1], WORD)):
        other = voting.enter(town.county, code, word)
        assert not other.resumed
        assert other.marks == other.form.empty
    with pytest.raises(BadInput, match="ballot-word-short"):
        voting.enter(town.county, codes["a"][0], "春")


def test_nobody_sees_from_the_drawer_whether_a_ballot_was_begun(
    town: Small, codes: dict[str, tuple[str, ...]]
) -> None:
    before = stored(town, "a").read_bytes()
    voter = voting.enter(town.county, codes["a"][0], WORD)
    voting.keep(voter, marks_of(voter.form, Random(1)))
    after = stored(town, "a").read_bytes()
    assert len(before) == len(after)
    assert counting.status(town.organiser, "r1").groups[0].handed_in == 0
    assert len({len(each.draft) for each in box(town, "a").slips}) == 1


def test_a_code_is_used_once_and_the_draft_is_gone(town: Small, codes: dict[str, tuple[str, ...]]) -> None:
    voter = voting.enter(town.county, codes["a"][0], WORD)
    marks = marks_of(voter.form, Random(2))
    voting.keep(voter, marks)
    (sealed,) = (each.draft for each in box(town, "a").slips if each.hash == voter.slip)
    receipt = voting.hand_in(voter, marks)
    assert sealed not in stored(town, "a").read_text("utf-8")
    assert (box(town, "a").used, sum(each.used for each in box(town, "a").slips)) == (1, 1)
    assert receipt.replace("-", "") in box(town, "a").receipts
    for again in (
        lambda: voting.hand_in(voter, marks),
        lambda: voting.keep(voter, marks),
        lambda: voting.enter(town.county, codes["a"][0], WORD),
    ):
        with pytest.raises(BadInput, match="ballot-code-used"):
            again()
    assert box(town, "a").used == 1


def test_what_lies_in_the_box_has_no_order_no_time_and_one_length(
    town: Small, codes: dict[str, tuple[str, ...]]
) -> None:
    log = len(tuple(audit.read(town.county)))
    for at, code in enumerate(codes["c"]):
        town.clock.now += timedelta(minutes=3)
        vote(town, code, marks_of(voting.enter(town.county, code, WORD).form, Random(at)))
    assert len(tuple(audit.read(town.county))) == log
    text = stored(town, "c").read_text("utf-8")
    document = json.loads(text)["tables"]["document"]["1"]
    for kind, by in (("slips", "hash"), ("ballots", "key")):
        records = document[kind]
        assert [each[by] for each in records] == sorted(each[by] for each in records)
        assert len({len(json.dumps(each)) for each in records}) == 1
    assert document["receipts"] == sorted(document["receipts"])
    assert not {"at", "saved", "submitted", "time", "number"} & {key for each in document["ballots"] for key in each}
    assert "2026-03" not in text
    assert all(code not in text and code.replace("-", "") not in text for code in codes["c"])
    assert [each.name for each in stored(town, "c").parent.iterdir() if "former" in each.name] == []


def test_counts_move_in_steps_of_five(town: Small, codes: dict[str, tuple[str, ...]]) -> None:
    told = []
    for at, code in enumerate(codes["c"]):
        vote(town, code, marks_of(voting.enter(town.county, code, WORD).form, Random(at)))
        told.append(counting.status(town.organiser, "r1").groups[2].handed_in)
    assert told == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10]


def test_a_ballot_is_sent_back_where_a_line_is_blank_or_too_many_are_the_best(
    town: Small, codes: dict[str, tuple[str, ...]]
) -> None:
    voter = voting.enter(town.county, codes["a"][0], WORD)
    size = len(CADRES)
    whole = (HALF + UNKNOWN) * size
    with pytest.raises(BadInput, match="ballot-blank") as refused:
        voting.hand_in(voter, whole[:-1] + ".")
    assert refused.value.values["count"] == 1
    best = (GOOD + GOOD) * 25 + whole[50:]
    with pytest.raises(BadInput, match="too-many-best") as refused:
        voting.hand_in(voter, best)
    assert (refused.value.values["count"], refused.value.values["most"]) == (25, 24)
    for wrong in ("9" + whole[1:], whole[1:], whole + HALF):
        with pytest.raises(BadInput, match="ballot-marks"):
            voting.hand_in(voter, wrong)
    assert box(town, "a").used == 0
    assert voting.hand_in(voter, (GOOD + GOOD) * 24 + whole[48:])


def test_a_vote_goes_on_between_its_times_alone(town: Small) -> None:
    start = town.clock.now
    times = {"opens": {Purpose.PEER: start}, "deadlines": {Purpose.PEER: start + timedelta(days=2)}}
    life.new(town.organiser, anonymous(**times))
    assert life.find(town.county, "r1").phase is Phase.OPEN, "its own time has come"
    (slips,) = printing.print_slips(town.organiser, "r1", {"a": 5})
    voter = voting.enter(town.county, slips.codes[0], WORD)
    town.clock.now = start + timedelta(days=3)
    with pytest.raises(BadInput, match="ballots-over"):
        voting.hand_in(voter, HALF * len(voter.form.cells))
    with pytest.raises(BadInput, match="ballots-not-now"):
        voting.enter(town.county, slips.codes[0], WORD)


def test_a_strange_code_opens_nothing(town: Small, codes: dict[str, tuple[str, ...]]) -> None:
    del codes
    with pytest.raises(NotPermitted, match="ballot-code-unknown"):
        voting.enter(town.county, "2222-2222-2222-2222", WORD)


def test_slips_are_printed_once_and_anew_only_while_nobody_used_one(
    town: Small, codes: dict[str, tuple[str, ...]]
) -> None:
    with pytest.raises(BadInput, match="ballots-printed-already"):
        printing.print_slips(town.organiser, "r1", {"a": 5})
    (fresh,) = printing.print_slips(town.organiser, "r1", {"a": 7}, again=True)
    assert len(fresh.codes) == 7
    with pytest.raises(NotPermitted, match="ballot-code-unknown"):
        voting.enter(town.county, codes["a"][0], WORD)
    vote(town, fresh.codes[0], HALF * 2 * len(CADRES))
    with pytest.raises(BadInput, match="ballots-in-use"):
        printing.print_slips(town.organiser, "r1", {"a": 7}, again=True)


def test_a_word_may_be_written_where_the_rules_let_people_and_never_shows_in_length(town: Small) -> None:
    codes = opened(town, {"a": 5, "b": 5, "c": 5}, ballot_text=True, units=("纪委",))
    size = stored(town, "a").stat().st_size
    for at, code in enumerate(codes["a"]):
        voter = voting.enter(town.county, code, WORD)
        assert voter.form.text
        remarks = {0: f"肯下功夫，第 {at} 句"} if at else {}
        voting.keep(voter, "12..", remarks)
        assert stored(town, "a").stat().st_size == size or at
        again = voting.enter(town.county, code, WORD)
        assert (again.marks, again.remarks) == ("12..", remarks)
        voting.hand_in(again, VARIED[at % 3], remarks)
    document = json.loads(stored(town, "a").read_text("utf-8"))["tables"]["document"]["1"]
    assert len({len(json.dumps(each)) for each in document["ballots"]}) == 1
    assert len({len(each["draft"]) for each in document["slips"]}) == 1
    for group in "bc":
        for at, code in enumerate(codes[group]):
            vote(town, code, VARIED[at % 3])
    opened_boxes(town)
    disclosure.check(town.organiser, "r1")
    decide(town.organiser, "r1")
    life.publish(town.organiser, "r1")
    about_one, about_other = (reading.result(town.organiser, "r1", each).comments for each in ("t1", "t2"))
    assert about_one is not None
    assert [each.text for each in about_one] == [f"肯下功夫，第 {at} 句" for at in range(1, 5)]
    assert about_other == ()


def test_what_is_written_has_its_bounds(town: Small, codes: dict[str, tuple[str, ...]]) -> None:
    del codes
    for remarks, code in (
        ({0: "长" * 61}, "too-much-written"),
        ({0: "\x00"}, "unsound-text"),
        (dict.fromkeys(range(60), "满" * 60), "ballot-text-full"),
    ):
        with pytest.raises(BadInput, match=code):
            packed(remarks)
    assert unpacked(packed({3: " 好\n人 "})) == {3: "好 人"}
    assert len({len(packed(each)) for each in ({}, {1: "短"}, dict.fromkeys(range(14), "满" * 60))}) == 1
