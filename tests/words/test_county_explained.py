"""How figures of many people are said to have come about: with the very numbers that stand on the page."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from cadre_tui.locale import use
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import (
    CountyResult,
    CriterionAsked,
    Figures,
    Reached,
    Sides,
    Spread,
    profile_key,
)
from cadre_tui.model.text import Text
from cadre_tui.words.county import explained

PLAN = profile_key(Purpose.PEER, Focus.PLAN)
ASKED = CriterionAsked(
    key="t/plan",
    checklist="t|1",
    criterion="plan",
    section=Text("计划"),
    text=Text("学习计划建立"),
    focus=Focus.PLAN,
    points=Decimal(15),
    by=Purpose.PEER,
)
WHOLE = Figures(
    people=12,
    scored=11,
    total=Spread(mean=Decimal("86.5"), median=Decimal("87.0"), lower=Decimal("82.0"), upper=Decimal("90.5")),
    grades=(4, 6, 1),
    profile={PLAN: Reached(people=11, share=Decimal("85.7"), change=Decimal("-1.3"))},
    criteria={"t/plan": Reached(people=11, share=Decimal("85.7"), points=Decimal("12.86"), bands=(3, 5, 2, 1))},
    change=Decimal("1.5"),
)
SILENT = Figures(people=4, scored=4, kept_back=frozenset({"total", "grades", PLAN, "t/plan"}))
FOUND = CountyResult(
    round="r1",
    title=Text("一轮"),
    least=5,
    criteria=(ASKED,),
    county=Sides(everybody=WHOLE, leaders=SILENT, others=WHOLE),
)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    use("zh")
    yield


def test_a_mean_says_of_whom_it_is_and_from_what_it_changed() -> None:
    told = "".join(explained.total(FOUND, WHOLE))
    assert "参加考评 12 人，其中有总分的 11 人" in told
    assert "均分 86.5：11 人得分单上的总分相加，除以 11" in told
    assert "减上一轮均分 85" in told


def test_a_grade_is_a_share_of_those_who_have_a_total() -> None:
    assert list(explained.grade(FOUND, WHOLE, 0)) == ["4 人，除以有总分的 11 人，是 36.4%。"]


def test_a_focal_check_names_its_criteria() -> None:
    told = list(explained.focal_check(FOUND, WHOLE, Purpose.PEER, Focus.PLAN))
    assert told[0] == "“学习计划”的考评项（同事）：学习计划建立"
    assert told[-1] == "升降 -1.3 个百分点：这一轮 85.7%，减上一轮 87.0%。"


def test_a_criterion_tells_its_points_and_its_bands() -> None:
    told = "".join(explained.criterion(FOUND, WHOLE, ASKED))
    assert "再除以满分 15 分，是 85.7%，折合 12.86 分" in told
    assert "90% 以上 3 人、80% 以上 5 人、60% 以上 2 人、不足 60% 1 人" in told


def test_of_what_is_withheld_the_rule_alone_is_told() -> None:
    every = (
        explained.total(FOUND, SILENT),
        explained.grade(FOUND, SILENT, 0),
        explained.focal_check(FOUND, SILENT, Purpose.PEER, Focus.PLAN),
        explained.criterion(FOUND, SILENT, ASKED),
    )
    assert all("这个数不显示。不足 5 人的不显示" in "".join(sentences) for sentences in every)
