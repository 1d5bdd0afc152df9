"""Whether a criterion means the same in two checklists, and, where it does not, why."""

import pytest

from cadre_tui import checklists
from cadre_tui.checklists.meaning import unchanged, unlike
from cadre_tui.model.checklists.checklist import Checklist
from tests.examples.writing import HEAD, SCALE, rating, section, yes_no

CHOICE = (
    'id = "e"\nkind = "choice"\ntext = "选"\npoints = 4\n'
    'option = [{ code = "x", text = "是", points = 4 }, { code = "y", text = "否", points = 1 }]\n'
)
WHOLE = (
    HEAD
    + SCALE
    + section(rating("a"), yes_no("b", more="allow_na = true"), CHOICE)
    + section(yes_no("x", "5"), section_id="t", head='kind = "bonus"')
)


def read(text: str) -> Checklist:
    return checklists.parse(text, "x.toml")


def told(was: str, becomes: str) -> dict[str, tuple[str, list[str]]]:
    assert was in WHOLE
    apart = unlike(read(WHOLE), read(WHOLE.replace(was, becomes, 1)))
    return {key: (each.why.value, [" ".join(field) for field in each.fields]) for key, each in apart.items()}


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ('version = "1"', 'version = "2"', {}),
        ('text = "评"', 'text = "评分"\nguidance = "看记录"', {}),
        ('text = "较好"', 'text = { zh = "尚好", en = "Fair" }', {}),
        ('title = "考评表"', 'title = "表"\nlevels = ["enterprise"]', {}),
        ('code = "fair", text = "较好", score = 80', 'code = "fair", text = "较好", score = 85',
         {"a": ("meaning", ["scale level option fair score"])}),
        ('text = "不了解" },', 'text = "不了解" },\n{ code = "mid", text = "中", score = 60 },',
         {"a": ("meaning", ["scale level option mid"])}),
        ('text = "否", points = 1 }', 'text = "否", points = 1 }, { code = "z", text = "半", points = 2 }',
         {"e": ("meaning", ["option z"])}),
        ('title = "考评表"', 'title = "考评表"\nna_rule = "full"', {"b": ("meaning", ["na_rule"])}),
        ('kind = "bonus"', 'kind = "bonus"\ncap = 3', {}),
        ('id = "e"\n', 'id = "e2"\n', {"e": ("gone", []), "e2": ("new", [])}),
    ],
)  # fmt: skip
def test_what_makes_a_criterion_another(was: str, becomes: str, expected: dict[str, object]) -> None:
    assert told(was, becomes) == expected


def test_a_criterion_that_moves_means_the_same_in_a_section_of_the_same_kind_alone() -> None:
    more = yes_no("m", "0")
    here = WHOLE.replace(section(yes_no("x", "5"), section_id="t", head='kind = "bonus"'), "")
    first = here + section(more, section_id="u") + section(yes_no("n", "0"), section_id="v")
    moved = here + section(yes_no("n", "0"), more, section_id="v")
    assert "m" in unchanged(read(first), read(moved))
    outside = here + section(yes_no("n", "0"), section_id="v") + section(more, section_id="u", head='kind = "bonus"')
    assert unlike(read(first), read(outside))["m"].fields == (("section", "u", "kind"),)


def test_nothing_is_unlike_itself_and_what_is_unchanged_is_asked_now() -> None:
    base = read(WHOLE)
    assert unlike(base, base) == {}
    assert unchanged(base, base) == {"a", "b", "e", "x"}
