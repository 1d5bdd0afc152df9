"""The audit log: many write at once and none is lost; whatever is changed afterwards is found."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services import audit
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.results import votes
from cadre_tui.store.envelope import unpacked
from cadre_tui.words.oversight import audit as words
from tests.services.small import PEOPLE, Small, fill_peers, rules, write_roster
from tests.store.places import tampered
from tests.store.processes import ended_well, in_a_process


def entry(small: Small, number: int) -> Path:
    return small.folder / "audit" / f"{number:09d}.json"


def written(small: Small, count: int = 6) -> Small:
    for number in range(count):
        audit.note(small.organiser, "reminded", round="r1", count=number, how="text")
    assert audit.verify(small.county).wrong is None
    return small


def test_entries_tell_who_did_what_and_hold_together(small: Small) -> None:
    written(small, 3)
    found = audit.entries(small.organiser)
    assert [(each.number, each.who, each.role) for each in found[-3:]] == [
        (found[-1].number - 2 + at, "zzb", Role.ORGANISER.value) for at in range(3)
    ]
    assert found[-1].hash == audit.last_hash(small.county)
    assert [each.previous for each in found[1:]] == [each.hash for each in found[:-1]]
    assert audit.verify(small.county).count == len(found)


def test_people_are_named_as_they_were_called_then(small: Small) -> None:
    first = audit.entries(small.organiser)[0]
    assert (first.code, first.names, first.role) == ("county-made", {"zzb": "组织部"}, "organiser")
    audit.note(small.organiser, "wait-lifted", person="a1")
    renamed = tuple((*each[:1], "新名", *each[2:]) if each[0] == "a1" else each for each in PEOPLE)
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "again.csv", renamed))
    audit.note(small.organiser, "wait-lifted", person="a1")
    audit.note(small.organiser, "accounts-reset", people=["a2", "a3"])
    old, _import, new, many = audit.entries(small.organiser)[-4:]
    assert [words.what(each) for each in (old, new)] == [
        f"解除了 {each} 的登录等待" for each in ("安一（a1）", "新名（a1）")
    ]
    assert "安二（a2）、安三（a3）" in words.what(many)
    assert words.who(new) == "组织部（zzb） 组织者"
    assert audit.verify(small.county).wrong is None


def test_what_lets_somebody_act_as_an_organiser_and_votes_that_are_read_are_noted(small: Small) -> None:
    accounts.issue_token(small.organiser)
    accounts.issue_token(small.signed_in("a1"))
    small.opened(rules())
    fill_peers(small.signed_in("a2"), {"a1": ("good", "good")})
    small.published("r1")
    votes.votes(small.organiser, "r1", "a1")
    votes.votes(small.signed_in("a1"), "r1", "a1")
    found = [each for each in audit.entries(small.organiser) if each.code in ("token-issued", "votes-read")]
    assert [(each.code, each.who) for each in found] == [("token-issued", "zzb"), ("votes-read", "zzb")]
    assert found[1].values == {"round": "r1", "of": "a1"}


def test_eight_processes_lose_no_entry_and_break_no_chain(small: Small) -> None:
    before = len(audit.entries(small.organiser))

    def work(place: int) -> None:
        mine = small.again()
        for number in range(15):
            audit.note(mine.organiser, "reminded", round=f"{place}", count=number)

    assert all(map(ended_well, [in_a_process(lambda place=place: work(place)) for place in range(8)]))
    found = audit.entries(small.again().organiser)[before:]
    assert {(each.values["round"], each.values["count"]) for each in found} == {
        (f"{place}", number) for place in range(8) for number in range(15)
    }
    assert len(found) == 120
    assert audit.verify(small.county).wrong is None


def test_whoever_is_killed_while_noting_leaves_a_whole_chain(small: Small) -> None:
    chance = Random(5)
    for _each in range(12):

        def work() -> None:
            mine = small.again()
            while True:
                audit.note(mine.organiser, "reminded", round="r1", count=1)

        child = in_a_process(work)
        time.sleep(0.05 + chance.uniform(0, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert audit.verify(small.county).wrong is None
    count = audit.verify(small.county).count
    audit.note(small.organiser, "reminded", round="r1", count=2)
    report = audit.verify(small.county)
    assert (report.count, report.wrong) == (count + 1, None)
    assert count > 12


def test_an_entry_that_was_changed_is_found(small: Small) -> None:
    written(small)
    tampered(entry(small, 3), lambda row: row.update(who="somebody"))
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("entry-changed", 3)


def test_what_was_written_beside_the_known_fields_is_found(small: Small) -> None:
    written(small)
    tampered(entry(small, 2), lambda row: row.update(more="x"))
    assert (audit.verify(small.county).wrong, audit.verify(small.county).at) == ("entry-changed", 2)


def test_an_entry_taken_out_of_the_middle_is_found(small: Small) -> None:
    written(small)
    entry(small, 4).unlink()
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("entry-missing", 4)


def test_entries_taken_from_the_end_are_found(small: Small) -> None:
    written(small)
    last = audit.verify(small.county).count
    entry(small, last).unlink()
    entry(small, last - 1).unlink()
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("end-missing", last - 1)


def test_entries_in_another_order_are_found(small: Small) -> None:
    """Whether somebody moved the files, which say their names, or what stands in them."""
    written(small)
    files = entry(small, 2), entry(small, 3)
    first, second = (each.read_bytes() for each in files)
    documents = [unpacked(each)["tables"]["document"]["1"] for each in (first, second)]
    for file, other in zip(files, reversed(documents), strict=True):
        tampered(file, lambda row, other=other: (row.clear(), row.update(other)))  # type: ignore[misc]
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("entry-changed", 2)
    for file, content in zip(files, (second, first), strict=True):
        file.write_bytes(content)
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("entry-unreadable", 2)


def test_a_torn_entry_and_a_missing_head_are_found(small: Small) -> None:
    written(small)
    head = small.folder / "audit-head.json"
    kept = head.read_bytes()
    head.unlink()
    assert audit.verify(small.county).wrong == "head-changed"
    head.write_bytes(kept)
    entry(small, 5).write_text("{", "utf-8")
    report = audit.verify(small.county)
    assert (report.wrong, report.at) == ("entry-unreadable", 5)


def test_noting_on_without_a_head_writes_over_nothing(small: Small) -> None:
    written(small)
    before = audit.entries(small.organiser)
    (small.folder / "audit-head.json").unlink()
    audit.note(small.organiser, "reminded", round="r1", count=9)
    after = audit.entries(small.organiser)
    assert after[:-1] == before
    assert after[-1].previous == before[-1].hash


def test_a_printed_hash_leads_to_its_entry(small: Small) -> None:
    written(small)
    wanted = audit.entries(small.organiser)[-2]
    assert audit.entry_of_hash(small.county, wanted.hash) == wanted
    assert audit.entry_of_hash(small.county, f"{wanted.hash[:8].upper()} {wanted.hash[8:16]}") == wanted
    assert audit.entry_of_hash(small.county, "0" * 64) is None
    with pytest.raises(BadInput) as told:
        audit.entry_of_hash(small.county, "abc")
    assert told.value.code == "audit-no-hash"


def test_a_cadre_sees_no_log(small: Small) -> None:
    with pytest.raises(NotPermitted):
        audit.entries(small.signed_in("a1"))
