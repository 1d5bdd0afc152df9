"""What keeps a round from opening: people without raters, groups without anybody, too few in a confidential round."""

from cadre_tui.model.rounds.round import UnitMost, Unmet
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, Secrecy
from cadre_tui.services.people import roster
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.rounds.board import board_of
from cadre_tui.words.rounds import conditions
from tests.services.small import Small, rules, text

ABOVE = RaterGroup(id="A", title=text("领导"), who=(Relation.SUPERIORS,))
BESIDE = RaterGroup(id="B", title=text("同级"), who=(Relation.EQUALS,))


def group_round(small: Small, people: int, *groups: RaterGroup, **changes: object) -> tuple[Unmet, ...]:
    """What is unmet in a unit with a head, and ``people`` whom the head leads."""
    rows = ["编号,姓名,单位,层级,上级", "h,头头,甲单位,township-bureau,"]
    rows += [f"p{at},人{at},甲单位,agency-staff,h" for at in range(people)]
    path = small.folder.parent / "g.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    roster.import_roster(small.organiser, path)
    life.new(small.organiser, rules(colleagues="groups", group=groups, **changes))
    return life.next_step(small.organiser, "r1")[1]


def test_somebody_without_a_rater_in_any_group_that_counts_is_told(small: Small) -> None:
    (found,) = group_round(small, 4, ABOVE, BESIDE)
    assert (found.code, found.values["who"]) == ("groupless", ["头头"])
    assert "头头" in conditions.sentence(found)


def test_a_group_without_weight_does_not_help(small: Small) -> None:
    below = RaterGroup(id="C", title=text("下属"), who=(Relation.SUBORDINATES,), weight=0)
    assert [each.code for each in group_round(small, 4, ABOVE, BESIDE, below)] == ["groupless"]


def test_with_enough_in_all_groups_the_round_may_open(small: Small) -> None:
    below = RaterGroup(id="C", title=text("下属"), who=(Relation.SUBORDINATES,))
    confidential = {"secrecy": Secrecy.CONFIDENTIAL, "min_raters": 3}
    assert group_round(small, 5, ABOVE, BESIDE, below, **confidential) == ()


def test_a_confidential_round_needs_two_more_than_the_minimum_for_everybody(small: Small) -> None:
    below = RaterGroup(id="C", title=text("下属"), who=(Relation.SUBORDINATES,))
    found = group_round(small, 4, ABOVE, BESIDE, below, secrecy=Secrecy.CONFIDENTIAL, min_raters=3)
    assert "raters" in {each.code for each in found}


def test_a_group_that_merges_with_no_other_needs_its_own_minimum_and_two_more(small: Small) -> None:
    who = (Relation.SUPERIORS, Relation.EQUALS, Relation.SUBORDINATES)
    alone = RaterGroup(id="D", title=text("全体"), who=who, minimum=6)
    (found,) = group_round(small, 6, alone, secrecy=Secrecy.CONFIDENTIAL, min_raters=3)
    assert (found.code, found.values["needed"], found.values["count"]) == ("group-raters", 8, 7)
    assert "“全体”至少要请 8 人" in conditions.sentence(found)


def test_a_group_that_is_short_and_merges_into_enough_is_no_obstacle(small: Small) -> None:
    below = RaterGroup(id="C", title=text("下属"), who=(Relation.SUBORDINATES,))
    many = BESIDE.model_copy(update={"minimum": 6})
    assert group_round(small, 6, ABOVE, many, below, secrecy=Secrecy.CONFIDENTIAL, min_raters=3) == ()


def dealt_round(small: Small, people: int, **changes: object) -> tuple[Unmet, ...]:
    """What is unmet in a round that deals out evenly; 甲单位 has a head besides ``people``, 乙单位 has ten."""
    rows = ["编号,姓名,单位,层级,上级", "h,头头,甲单位,township-bureau,"]
    rows += [f"p{at},人{at},甲单位,agency-staff,h" for at in range(people)]
    rows += [f"b{at},旁人{at},乙单位,agency-staff," for at in range(10)]
    path = small.folder.parent / "d.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    roster.import_roster(small.organiser, path)
    life.new(small.organiser, rules(colleagues="balanced", **changes))
    return life.next_step(small.organiser, "r1")[1]


def test_units_too_small_for_so_many_raters_are_named_before_anything_is_dealt_out(small: Small) -> None:
    small_unit, waiting = dealt_round(small, 3, reviewers=4)
    assert (small_unit.code, waiting.code) == ("reviewers", "allocation-missing")
    assert small_unit.values["units"] == [UnitMost("甲单位", 3)]
    assert "甲单位（每人最多 3 个）" in conditions.sentence(small_unit)
    board = board_of(small.organiser, "r1")
    assert "raters" not in board.settled
    assert preparing.look_over(small.organiser, board.held.rules, changes="r1") == board.unmet


def test_sparing_superiors_counts_as_well(small: Small) -> None:
    assert [each.code for each in dealt_round(small, 3, reviewers=3)] == ["allocation-missing"]
    spared = rules(colleagues="balanced", reviewers=3, spare_superiors=True)
    preparing.change_rules(small.organiser, "r1", spared)
    found = life.next_step(small.organiser, "r1")[1]
    assert found[0].values["units"] == [UnitMost("甲单位", 0)], "nobody below the head may rate the head"


def test_a_confidential_round_says_how_many_it_needs_at_least(small: Small) -> None:
    found = dealt_round(small, 3, reviewers=7, secrecy=Secrecy.CONFIDENTIAL, min_raters=3)
    assert [each.code for each in found] == ["reviewers-confidential", "allocation-missing"]
    assert "每人不能少于 5 个" in conditions.sentence(found[0])
    assert "raters" not in board_of(small.organiser, "r1").settled, "nobody knows yet how many each has"
