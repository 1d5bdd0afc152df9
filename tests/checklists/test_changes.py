"""Each difference between two checklists is wording, an addition, or a change of meaning."""

import pytest

from cadre_tui import checklists
from cadre_tui.checklists.changes import changes, gravest
from cadre_tui.model.checklist import Checklist
from tests.examples.writing import HEAD, SCALE, rating, section, yes_no

CHOICE = (
    'id = "e"\nkind = "choice"\ntext = "选"\npoints = 4\n'
    'option = [{ code = "x", text = "是", points = 4 }, { code = "y", text = "否", points = 1 }]\n'
)
DEDUCT = (
    'id = "f"\nkind = "deduct"\ntext = "扣"\npoints = 5\n[[section.criterion.line]]\nid = "l"\ntext = "条"\nper = 1\n'
)
COUNT = 'id = "n"\nkind = "count"\ntext = "次数"\nunit = "次"\nper = 1\npoints = 6\n'
GRADES = """
[[grade]]
code = "top"
text = "优"
min = 20
[[grade]]
code = "low"
text = "差"
min = 0
"""
WHOLE = (
    HEAD
    + 'levels = ["enterprise"]\n'
    + SCALE
    + section(rating("a"), yes_no("b"), COUNT)
    + section(CHOICE, DEDUCT, section_id="t")
    + GRADES
)


def read(text: str) -> Checklist:
    return checklists.parse(text, "x.toml")


def told(before: str, now: str) -> list[tuple[str, str]]:
    return [(each.kind.value, each.where) for each in changes(read(before), read(now))]


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ('title = "考评表"', 'title = "学习考评表"', [("wording", "title")]),
        ('text = "评"', 'text = { zh = "评", en = "Rate" }', [("wording", "a › text")]),
        ('text = "评"', 'text = "评"\nguidance = "看记录"', [("wording", "a › guidance")]),
        ('text = "较好"', 'text = "尚好"', [("wording", "scale › level › option › fair › text")]),
        ('unit = "次"', 'unit = { zh = "次", en = "times" }', [("wording", "n › unit › en")]),
        ('unit = "次"', 'unit = "天"', [("meaning", "n › unit › zh")]),
        ('code = "fair", text = "较好", score = 80', 'code = "fair", text = "较好", score = 85',
         [("meaning", "scale › level › option › fair › score")]),
        ('levels = ["enterprise"]\n', "", [("additive", "levels")]),
        ('levels = ["enterprise"]', 'levels = ["enterprise", "agency-staff"]', [("additive", "levels")]),
        ('levels = ["enterprise"]', 'levels = ["agency-staff"]', [("meaning", "levels")]),
        ('text = "是", points = 4 }', 'text = "是", points = 4 }, { code = "z", text = "半", points = 2 }',
         [("additive", "e › option › z")]),
        (', { code = "y", text = "否", points = 1 }', "", [("meaning", "e › option › y")]),
        ("per = 1\n\n\n[[grade]]", 'per = 1\n[[section.criterion.line]]\nid = "m"\ntext = "又"\nper = 2\n[[grade]]',
         [("additive", "f › line › m")]),
        ("min = 20", "min = 21", [("meaning", "grade › top › min")]),
        ('text = "优"\nmin = 20', 'text = "优"\nmin = 20\nrequire = [{ criterion = "b", is = true }]',
         [("meaning", "grade › top › require")]),
        ('code = "low"', 'code = "mid"\ntext = "中"\nmin = 10\n[[grade]]\ncode = "low"',
         [("meaning", "grade › mid")]),
        ('id = "b"', 'id = "b"\nallow_na = true', [("meaning", "b › allow_na")]),
        ('id = "b"', 'id = "b"\nallow_na = false', []),
        ('id = "b"', 'id = "b"\nshow_when = { criterion = "a", is = "good" }', [("meaning", "b › show_when")]),
        ('version = "1"', 'version = "2"', []),
        ("points = 6", "points = 7",
         [("meaning", "total"), ("meaning", "section › s › points"), ("meaning", "n › points")]),
    ],
)  # fmt: skip
def test_one_change_is_classed(was: str, becomes: str, expected: list[tuple[str, str]]) -> None:
    assert was in WHOLE
    assert told(WHOLE, WHOLE.replace(was, becomes, 1)) == expected


def test_a_new_criterion_is_an_addition_and_one_left_out_or_moved_is_a_change_of_meaning() -> None:
    more = WHOLE.replace(
        section(CHOICE, DEDUCT, section_id="t"), section(CHOICE, DEDUCT, yes_no("q", "0"), section_id="t")
    )
    assert told(WHOLE, more) == [("additive", "q")]
    assert told(more, WHOLE) == [("meaning", "q")]
    moved = WHOLE.replace(
        section(rating("a"), yes_no("b"), COUNT), section(rating("a"), yes_no("b"), COUNT, yes_no("q", "0"))
    )
    assert ("meaning", "q › section") in told(more, moved)


def test_the_order_of_criteria_is_how_they_are_shown() -> None:
    other = WHOLE.replace(section(CHOICE, DEDUCT, section_id="t"), section(DEDUCT, CHOICE, section_id="t"))
    assert told(WHOLE, other) == [("wording", "")]


def test_the_whole_is_as_grave_as_its_gravest_change() -> None:
    base = read(WHOLE)
    assert gravest(changes(base, base)) is None
    both = WHOLE.replace('text = "评"', 'text = "评价"').replace('levels = ["enterprise"]\n', "")
    assert gravest(changes(base, read(both))) == "additive"
