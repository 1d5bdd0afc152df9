"""More colleagues than anybody rates in earnest are told while a round is prepared, and never refused."""

import pytest

from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.asked_of_many import MANY, AskedOfMany, asks_many, would_ask_many
from cadre_tui.services.rounds.board import board_of
from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words
from tests.refusing import forbidden
from tests.services.small import Small, rules


def unit_of(small: Small, people: int, level: str = "agency-staff") -> Small:
    """乙单位 has that many, 甲单位 four."""
    rows = ["编号,姓名,单位,层级", *(f"a{at},安{at},甲单位,agency-staff" for at in range(4))]
    rows += [f"b{at},白{at},乙单位,{level}" for at in range(people)]
    path = small.folder.parent / "many.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    roster.import_roster(small.organiser, path)
    return small


@pytest.mark.parametrize(("people", "found"), [(MANY + 1, None), (MANY + 2, AskedOfMany(32, 31, "乙单位", "unit"))])
def test_who_is_asked_about_more_than_thirty_is_told(small: Small, people: int, found: AskedOfMany | None) -> None:
    unit_of(small, people)
    assert would_ask_many(small.organiser, rules()) == found
    life.new(small.organiser, rules())
    assert asks_many(small.organiser, "r1") == board_of(small.organiser, "r1").many == found


def test_the_sentence_says_who_and_what_to_do_and_that_one_may_go_on(small: Small) -> None:
    found = would_ask_many(unit_of(small, 40).organiser, rules())
    assert found is not None
    told = asked_of_many_in_words(found)
    for part in (
        "40 人",
        "超过 30 位",
        "评 39 位，在乙单位",
        'colleagues = "balanced"',
        "reviewers = 7",
        "不改也可以开启",
    ):
        assert part in told


def test_it_keeps_no_round_from_being_opened_and_is_not_told_after(small: Small) -> None:
    unit_of(small, 40)
    life.new(small.organiser, rules())
    assert life.next_step(small.organiser, "r1")[1] == ()
    life.open_round(small.organiser, "r1")
    assert board_of(small.organiser, "r1").many is None


def test_so_many_raters_for_everybody_are_told_before_anything_is_dealt_out(small: Small) -> None:
    unit_of(small, 40)
    found = would_ask_many(small.organiser, rules(colleagues="balanced", reviewers=35))
    assert found == AskedOfMany(44, 35, "", "balanced", 35)
    assert "现在是 35" in asked_of_many_in_words(found)
    assert would_ask_many(small.organiser, rules(colleagues="balanced", reviewers=7)) is None


def test_only_those_about_whom_something_is_asked_count(small: Small) -> None:
    unit_of(small, 40, level="county-leadership")
    file = small.folder / "checklists" / "t.pair.toml"
    file.write_text(file.read_text("utf-8").replace("total = 10", 'levels = ["agency-staff"]\ntotal = 10'), "utf-8")
    assert would_ask_many(small.organiser, rules()) is None


def test_where_colleagues_are_not_asked_nothing_is_told(small: Small) -> None:
    unit_of(small, 40)
    alone = tuple(each for each in rules().use if isinstance(each, Use) and each.by != "peer")
    assert would_ask_many(small.organiser, rules(use=alone)) is None


def test_organisers_alone_ask(small: Small) -> None:
    with forbidden("role-may-not"):
        would_ask_many(small.signed_in("a1"), rules())
