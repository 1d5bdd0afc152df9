"""Each difference between two checklists is wording, an addition, or a change of meaning."""

import pytest

from cadre_tui import checklists
from cadre_tui.checklists.changes import changes, gravest
from cadre_tui.checklists.wording import texts
from cadre_tui.model.checklists.checklist import Checklist
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
        ('levels = ["enterprise"]', 'purpose = ["self", "peer"]\nlevels = ["enterprise"]', [("meaning", "purpose")]),
        ('text = "评"', 'text = "评"\nevidence = "required"', [("meaning", "a › evidence")]),
        ('text = "评"', 'text = "评"\nreason = "extremes"', [("meaning", "a › reason")]),
        ('text = "评"', 'text = "评"\nevidence = "optional"', []),
        ('unit = "次"', 'unit = "次"\nfact = "study.sessions"', [("meaning", "n › fact")]),
        ('text = "评"', 'text = "评"\nfocus = "plan"', [("meaning", "a › focus")]),
        ('title = "考评表"', 'title = { zh = "考评表", en = "Checklist" }', [("wording", "title")]),
        ('title = "考评表"', 'title = "考评表"\npublisher = "县委"\ndocument = "1号"\napproved = 2026-03-01',
         [("wording", "publisher"), ("wording", "document"), ("wording", "approved")]),
        ('title = "考评表"', 'title = "考评表"\nna_rule = "full"', [("meaning", "na_rule")]),
        ('title = "考评表"', 'title = "考评表"\nrounding = { places = 1 }', [("meaning", "rounding › places")]),
        ('text = "优"', 'text = "优秀"', [("wording", "grade › top › text")]),
        ('text = "是", points = 4', 'text = "对", points = 4', [("wording", "e › option › x › text")]),
        ('text = "否", points = 1', 'text = "否", points = 2', [("meaning", "e › option › y › points")]),
        ('text = "条"', 'text = "条目"', [("wording", "f › line › l › text")]),
        ('text = "条"\nper = 1', 'text = "条"\nper = 2', [("meaning", "f › line › l › per")]),
        ('text = "条"\nper = 1', 'text = "条"\nper = 1\ncap = 3', [("meaning", "f › line › l › cap")]),
        ('kind = "count"\n', 'kind = "count"\nrequired = true\n', []),
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


def test_the_order_of_options_is_how_they_are_shown_and_that_of_grades_decides() -> None:
    x, y = '{ code = "x", text = "是", points = 4 }', '{ code = "y", text = "否", points = 1 }'
    assert told(WHOLE, WHOLE.replace(f"{x}, {y}", f"{y}, {x}")) == [("wording", "e › option")]
    alike = GRADES.replace("min = 0", 'min = 20\n[[grade]]\ncode = "none"\ntext = "无"\nmin = 0')
    first, second = 'code = "top"\ntext = "优"\nmin = 20\n', 'code = "low"\ntext = "差"\nmin = 20\n'
    ruled = 'require = [{ criterion = "b", is = true }]\n'
    was = alike.replace(first, first + ruled).replace(second, second + ruled)
    now = was.replace(first, "@").replace(second, first).replace("@", second)
    before, after = (WHOLE.replace(GRADES, each) for each in (was, now))
    assert told(before, after) == [("meaning", "grade")]


def test_where_the_order_of_tiers_or_the_whole_kind_is_another_the_meaning_is() -> None:
    tiers = 'id = "t.x"\nkind = "tiers"\ntext = "几次"\npoints = 5\ntier = [{ at_least = 8, points = 5 }]'
    base = HEAD + SCALE + section(tiers)
    more = base.replace("points = 5 }]", "points = 5 }, { at_least = 4, points = 2 }]")
    assert told(base, more) == [("meaning", "t.x › tier")]
    other = base.replace('kind = "tiers"', 'kind = "yes_no"').replace("\ntier = [{ at_least = 8, points = 5 }]", "")
    assert ("meaning", "t.x › kind") in told(base, other)


def test_the_whole_is_as_grave_as_its_gravest_change() -> None:
    base = read(WHOLE)
    assert gravest(changes(base, base)) is None
    both = WHOLE.replace('text = "评"', 'text = "评价"').replace('levels = ["enterprise"]\n', "")
    assert gravest(changes(base, read(both))) == "additive"


def test_a_name_that_reads_like_a_key_is_none() -> None:
    """A line called ``document``, a criterion called ``unit``: what is in them is classed by its own key."""
    line = DEDUCT.replace('id = "f"', 'id = "unit"').replace('id = "l"', 'id = "document"')
    base = HEAD + SCALE + section(line)
    other = base.replace('kind = "deduct"\ntext = "扣"', 'kind = "deduct"\ntext = "扣除"').replace(
        "per = 1", "per = 2"
    )
    assert told(base, other) == [("wording", "unit › text"), ("meaning", "unit › line › document › per")]
    assert texts(read(base))["criterion", "unit", "line", "document", "text"].say("zh") == "条"
    hidden = base + section(yes_no("q", "0"), section_id="z")
    shown = hidden.replace('text = "扣"', 'text = "扣"\nshow_when = { criterion = "q", is = true }')
    assert told(hidden, shown) == [("meaning", "unit › show_when")]
