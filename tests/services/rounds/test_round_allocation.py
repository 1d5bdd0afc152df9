"""Who rates whom in a round: dealt out, listed, changed by hand, proved, frozen and kept."""

import json
from collections import Counter

import pytest

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, NotPermitted, NotRight, StoreFailure
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services import audit
from cadre_tui.services.filling import responses, tasks
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.rounds.raters import allocation, asked
from cadre_tui.services.rounds.raters.allocation_changes import change
from cadre_tui.services.rules_hash import rules_hash, seed_hash
from cadre_tui.store import keys
from tests.refusing import refused
from tests.services.small import PEOPLE, Small, pair, rules, task, write_roster

PEER = Purpose.PEER


def balanced(small: Small, **changes: object) -> None:
    life.new(small.organiser, rules(**{"colleagues": "balanced", "reviewers": 1, "min_raters": 1, **changes}))


def listed(small: Small, *pairs: str) -> None:
    life.new(small.organiser, rules(colleagues="list"))
    allocation.take_list(small.organiser, "r1", [pair_of(each) for each in pairs])


def pair_of(written: str) -> Pair:
    rater, subject = written.split(":")
    return Pair(rater, subject)


def asked_by(small: Small, person: str) -> list[str]:
    try:
        return [each.subject.id for each in tasks.todo(small.signed_in(person), "r1", PEER).tasks]
    except BadInput:
        return []


def unmet(small: Small) -> list[str]:
    return [each.code for each in life.next_step(small.organiser, "r1")[1]]


def begin(small: Small, written: str) -> None:
    rater, subject = written.split(":")
    session = small.signed_in(rater)
    responses.save(session, task(session, PEER, "t.pair", subject), pair("good", "half"))


def roster_of(small: Small, *people: tuple[str, ...]) -> None:
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "n.csv", people))


def test_what_is_previewed_is_not_stored_and_what_is_taken_is_what_was_previewed(small: Small) -> None:
    balanced(small)
    proposal = allocation.preview(small.organiser, "r1")
    assert unmet(small) == ["allocation-missing"]
    assert proposal.proof.holds
    assert Counter(each.subject for each in proposal.pairs) == dict.fromkeys([row[0] for row in PEOPLE], 1)
    taken = allocation.take(small.organiser, proposal)
    assert (taken.pairs, taken.by) == (proposal.pairs, "zzb")
    assert unmet(small) == []
    life.open_round(small.organiser, "r1")
    for rater in ("a1", "a2", "a3", "a4", "b1", "b2"):
        assert asked_by(small.again(), rater) == [each.subject for each in taken.pairs if each.rater == rater]


def test_the_same_seed_deals_out_the_same_and_the_rules_may_name_it(small: Small) -> None:
    balanced(small, seed=5)
    first = allocation.preview(small.organiser, "r1")
    assert (first.seed, first.pairs) == (5, allocation.preview(small.organiser, "r1", seed=5).pairs)
    others = {allocation.preview(small.organiser, "r1", seed=seed).pairs for seed in range(8)}
    assert len(others) > 1


def test_conflicts_stay_declared_until_others_are(small: Small) -> None:
    balanced(small)
    apart = [Pair("a1", "a2"), Pair("a2", "a1")]
    allocation.allocate(small.organiser, "r1", apart)
    for seed in range(5):
        again = allocation.allocate(small.organiser, "r1", seed=seed)
        assert again.conflicts == tuple(apart)
        assert not set(again.pairs) & set(apart)
    assert allocation.allocate(small.organiser, "r1", []).conflicts == ()


def test_what_is_impossible_is_told_with_its_proof_and_nothing_is_stored(small: Small) -> None:
    balanced(small, reviewers=2)
    with refused("allocation-impossible", NotRight) as told:
        allocation.allocate(small.organiser, "r1")
    assert [each.path for each in told.value.faults] == ["乙单位"]
    assert unmet(small) == ["reviewers", "allocation-missing"]


def test_a_preview_is_not_taken_once_the_roster_or_the_pairs_are_others(small: Small) -> None:
    balanced(small)
    old = allocation.preview(small.organiser, "r1")
    allocation.allocate(small.organiser, "r1")
    with refused("allocation-meanwhile"):
        allocation.take(small.organiser, old)
    old = allocation.preview(small.organiser, "r1")
    roster_of(small, *PEOPLE[:5], ("b2", "白二", "乙单位", "township-bureau"))
    with refused("allocation-meanwhile"):
        allocation.take(small.organiser, old)


def test_an_allocation_that_no_longer_fits_the_roster_keeps_the_round_from_opening(small: Small) -> None:
    balanced(small)
    allocation.allocate(small.organiser, "r1")
    roster_of(small, *PEOPLE, ("a5", "安五", "甲单位", "agency-staff"))
    assert unmet(small) == ["allocation-unproved"]
    with refused("round-not-ready", NotRight):
        life.open_round(small.organiser, "r1")
    allocation.allocate(small.organiser, "r1")
    assert life.open_round(small.organiser, "r1").phase is Phase.OPEN


def test_the_frozen_hash_covers_the_allocation_and_of_other_rounds_is_as_before(small: Small) -> None:
    balanced(small)
    taken = allocation.allocate(small.organiser, "r1")
    held = life.open_round(small.organiser, "r1")
    assert held.allocation == taken.digest
    assert held.rules_hash == rules_hash(held.rules, held.pins, taken.digest) != rules_hash(held.rules, held.pins)
    small.opened(rules("r2"))
    other = life.find(small.county, "r2")
    assert (other.allocation, other.rules_hash) == ("", rules_hash(other.rules, other.pins))
    small.county.store.change(keys.allocation("r1"), lambda found: {**(found or {}), "pairs": [["a1", "a2"]]})
    with refused("allocation-changed", StoreFailure):
        tasks.todo(small.again().signed_in("a1"), "r1", PEER)


def test_the_seed_is_seen_by_everybody_once_the_filling_in_has_ended_and_by_nobody_before(small: Small) -> None:
    balanced(small)
    proposal = allocation.preview(small.organiser, "r1")
    allocation.take(small.organiser, proposal)
    life.open_round(small.organiser, "r1")
    anybody = small.signed_in("b2")
    told = allocation.seed_of(anybody, "r1")
    assert told is not None
    assert (told.seed, told.pairs) == (None, 6)
    log = json.dumps([each.model_dump(mode="json") for each in audit.entries(small.organiser)])
    assert proposal.seed is not None
    assert f": {proposal.seed}" not in log
    assert seed_hash("r1", proposal.seed) in log
    life.close_round(small.organiser, "r1", "没交的不计入")
    after = allocation.seed_of(anybody, "r1")
    assert after is not None
    assert (after.seed, after.digest) == (proposal.seed, told.digest)


def test_another_round_of_a_discarded_ones_id_begins_without_its_pairs(small: Small) -> None:
    balanced(small)
    allocation.allocate(small.organiser, "r1")
    preparing.discard(small.organiser, "r1")
    balanced(small)
    assert unmet(small) == ["allocation-missing"]
    allocation.allocate(small.organiser, "r1")
    assert unmet(small) == []


def test_a_list_is_taken_as_it_stands(small: Small) -> None:
    listed(small, "a1:a2", "b1:a2", "a2:b1")
    assert unmet(small) == []
    life.open_round(small.organiser, "r1")
    assert {each: asked_by(small, each) for each in ("a1", "a2", "a3", "b1")} == {
        "a1": ["a2"], "a2": ["b1"], "a3": [], "b1": ["a2"],
    }  # fmt: skip
    with refused("list-too-late"):
        allocation.take_list(small.organiser, "r1", [Pair("a1", "a3")])


def test_a_faulty_list_is_refused_whole(small: Small) -> None:
    listed(small, "a1:a2")
    with refused("allocation-faulty") as told:
        allocation.take_list(small.organiser, "r1", map(pair_of, ("a1:a1", "zz:a2", "a1:a3", "a1:a3", "b1:a1")))
    assert sorted(each.code for each in told.value.faults) == ["AL020", "AL025", "AL026"]
    assert small.county.allocation("r1").pairs == (Pair("a1", "a2"),)  # type: ignore[union-attr]


def test_each_way_takes_only_what_its_rules_say(small: Small) -> None:
    life.new(small.organiser, rules())
    with refused("allocation-not-balanced"):
        allocation.preview(small.organiser, "r1")
    with refused("allocation-no-list"):
        allocation.take_list(small.organiser, "r1", [Pair("a1", "a2")])
    with refused("allocation-by-rules"):
        change(small.organiser, "r1", add=[Pair("a1", "a2")])


def test_only_organisers_allocate_and_look(small: Small) -> None:
    balanced(small)
    cadre = small.signed_in("a1")
    for call in (
        lambda: allocation.preview(cadre, "r1"),
        lambda: allocation.allocate(cadre, "r1"),
        lambda: allocation.take_list(cadre, "r1", []),
        lambda: change(cadre, "r1"),
        lambda: asked.who_rates_whom(cadre, "r1"),
        lambda: asked.asked_about(cadre, "r1", "a1"),
    ):
        with refused("role-may-not", NotPermitted):
            call()


@pytest.mark.parametrize(("added", "fault"), [("a1:a1", "AL020"), ("zz:a1", "AL025"), ("a1:a3", "AL021")])
def test_a_change_by_hand_that_breaks_a_hard_rule_is_refused_whatever_the_reason(
    small: Small, added: str, fault: str
) -> None:
    balanced(small, reviewers=1)
    allocation.allocate(small.organiser, "r1", [Pair("a1", "a3")])
    before = small.county.allocation("r1")
    with refused("allocation-faulty") as told:
        change(small.organiser, "r1", add=[pair_of(added)], reason="一定要")
    assert [each.code for each in told.value.faults] == [fault]
    assert small.county.allocation("r1") == before


def test_nobody_is_made_to_rate_their_superior_where_these_are_spared(small: Small) -> None:
    path = small.folder.parent / "s.csv"
    rows = ["编号,姓名,单位,层级,上级", *(",".join((*row, "a4" if row[0] == "a1" else "")) for row in PEOPLE)]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    roster.import_roster(small.organiser, path)
    balanced(small, spare_superiors=True)
    for seed in range(5):
        assert Pair("a1", "a4") not in allocation.allocate(small.organiser, "r1", seed=seed).pairs
    with refused("allocation-faulty") as told:
        change(small.organiser, "r1", add=[Pair("a1", "a4")], reason="一定要")
    assert [each.code for each in told.value.faults] == ["AL022"]


def test_a_change_that_breaks_the_balance_needs_a_reason_which_is_kept(small: Small) -> None:
    balanced(small)
    taken = allocation.allocate(small.organiser, "r1")
    loser = next(each for each in taken.pairs if each.subject == "a1")
    with refused("change-unbalanced", NotRight) as told:
        change(small.organiser, "r1", remove=[loser])
    assert "AL027" in {each.code for each in told.value.faults}
    assert small.county.allocation("r1") == taken
    proof = change(small.organiser, "r1", remove=[loser], reason="二人是亲属")
    assert not proof.holds
    assert unmet(small) == []
    found = asked.who_rates_whom(small.organiser, "r1")
    assert not found.problems
    assert set(found.accepted) == set(proof.violations)
    assert [(each.reason, each.removed, each.before) for each in found.changes] == [
        ("二人是亲属", (loser,), taken.digest)
    ]
    life.open_round(small.organiser, "r1")
    assert loser.subject not in asked_by(small, loser.rater)


def test_a_swap_that_keeps_the_balance_needs_no_reason(small: Small) -> None:
    balanced(small, units=("甲单位",))
    taken = allocation.allocate(small.organiser, "r1")
    two = next(
        (one, other) for one in taken.pairs for other in taken.pairs
        if len({*one, *other}) == 4
    )  # fmt: skip
    crossed = [Pair(two[0].rater, two[1].subject), Pair(two[1].rater, two[0].subject)]
    assert change(small.organiser, "r1", crossed, two).holds


def test_in_a_running_round_a_pair_goes_only_before_it_is_begun_and_others_see_it_at_once(small: Small) -> None:
    listed(small, "a1:a2", "a1:a3")
    life.open_round(small.organiser, "r1")
    begin(small, "a1:a2")
    elsewhere = small.again()
    assert asked_by(elsewhere, "a1") == ["a2", "a3"]
    with refused("pair-begun"):
        change(small.organiser, "r1", remove=[Pair("a1", "a2")])
    with refused("pair-there"):
        change(small.organiser, "r1", add=[Pair("a1", "a3")])
    with refused("pair-not-there"):
        change(small.organiser, "r1", remove=[Pair("a3", "a1")])
    change(small.organiser, "r1", [Pair("b1", "a2")], [Pair("a1", "a3")])
    assert asked_by(elsewhere, "a1") == ["a2"]
    assert asked_by(elsewhere, "b1") == ["a2"]
    life.close_round(small.organiser, "r1", "没交的不计入")
    with refused("round-not-open", NotPermitted):
        change(small.organiser, "r1", [Pair("b1", "a3")])


@pytest.mark.parametrize("secrecy", ["named", "confidential"])
def test_the_log_names_the_pairs_of_a_named_round_alone(small: Small, secrecy: str) -> None:
    life.new(small.organiser, rules(colleagues="list", secrecy=secrecy, min_raters=3))
    allocation.take_list(small.organiser, "r1", [Pair("a1", "a2")])
    change(small.organiser, "r1", [Pair("b1", "a2")])
    values = audit.entries(small.organiser)[-1].values
    assert values["added"] == ([["b1", "a2"]] if secrecy == "named" else 1)


def test_an_organiser_looks_up_one_person_and_everybody_in_counts(small: Small) -> None:
    listed(small, "a1:a2", "b1:a2", "a2:b1")
    one = asked.asked_about(small.organiser, "r1", "a2")
    assert [each.id for each in one.raters] == ["a1", "b1"]
    assert [each.id for each in one.subjects] == ["b1"]
    told = asked.who_rates_whom(small.organiser, "r1")
    counts = {each.person.id: (each.raters, each.subjects) for each in told.people}
    assert counts == {"a1": (0, 1), "a2": (2, 1), "a3": (0, 0), "a4": (0, 0), "b1": (1, 1), "b2": (0, 0)}
    assert told.proof is not None
    assert (told.proof.per_subject.max, told.proof.mutual_pairs) == (2, 1)
    with refused("not-in-round"):
        asked.asked_about(small.organiser, "r1", "zz")
