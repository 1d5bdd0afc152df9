"""A result as data: its rows, its sums, its foot, as bars and as tables of text."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from cadre_tui import locale
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.tui.drawing.columns import width_of
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE
from cadre_tui.tui.drawing.parts import line_width, plain
from cadre_tui.tui.result.page import MARKS, ResultPage, change
from cadre_tui.tui.result.summary import StepsPage, TextPage, foot_lines, part_lines, total_lines, trend_line
from cadre_tui.words.figures import figure
from cadre_tui.words.results.explained import one_figure
from cadre_tui.words.results.result import signed, standing
from tests.tui.results_made import CRITERIA, FROZEN, GROUPED, INCOMPLETE, WHOLE


def told(result: Result, width: int = 78, language: str = "zh") -> dict[str, str]:
    page = ResultPage(result, 0, UNICODE, language)
    lines = [plain(page.line(index, width)) for index in range(len(page))]
    return {
        each.text.say(language): next(one for one in lines if each.text.say(language)[:6] in one)
        for each in result.criteria
    }


def test_a_row_has_self_colleagues_raters_gap_bar_and_change() -> None:
    row = told(WHOLE, 110)["学习内容与工作结合"]
    assert row.split()[:7] == ["学习内容与工作结合", "30", "27.0", "23.1", "24.0", "6", "+3.9"]
    assert "▀" in row
    assert "高估" in row
    assert row.rstrip().endswith("▲0.4")


def test_only_a_gap_of_a_tenth_of_the_points_is_marked() -> None:
    rows = told(WHOLE, 110)
    assert "高估" not in rows["学习计划建立与实施"]
    assert "低估" in rows["组织学习机制健全"]
    assert "▄" in rows["组织学习机制健全"]
    assert "低估" not in rows["持续学习机制落实"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [56, 58])
def test_the_smallest_window_still_marks_the_gaps(width: int, language: str) -> None:
    locale.use(language)
    page = ResultPage(WHOLE, 0, UNICODE, language)
    lines = [plain(page.line(index, width)) for index in range(len(page))]
    assert sum("高估" in each or "Over" in each for each in lines) == 1
    assert sum("低估" in each or "Under" in each for each in lines) == 1


def test_the_widest_gap_as_a_share_of_the_points_is_named_first() -> None:
    rows = (
        CRITERIA[1],
        replace(CRITERIA[0], points=Decimal(10), gap=Decimal("2.5")),
    )
    said = plain(foot_lines(replace(WHOLE, criteria=rows), "zh", 200, oneself=True)[0])
    assert said == "可能高估：学习计划建立与实施（+2.5，25%）、学习内容与工作结合（+3.9，13%）"


def test_what_is_kept_back_is_a_sign_and_never_a_number() -> None:
    row = told(WHOLE, 110)["[a1]政治素养"]
    assert row.split()[:6] == ["[a1]政治素养", "10", "9.0", "·", "·", "·"]


def test_the_inspection_has_a_column_only_where_there_was_one() -> None:
    head = plain(ResultPage(WHOLE, 0, UNICODE, "zh").head(110)[0])
    assert "督查" in head
    without = replace(WHOLE, criteria=tuple(replace(each, inspection=None) for each in CRITERIA))
    assert "督查" not in plain(ResultPage(without, 0, UNICODE, "zh").head(110)[0])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [56, 64, 76, 84, 116, 160])
@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=lambda glyphs: glyphs.name)
def test_every_column_stands_straight_at_every_width(width: int, language: str, glyphs: Any) -> None:
    page = ResultPage(WHOLE, 1, glyphs, language)
    rows = [page.line(index, width) for index in range(len(page)) if page.row_at(index) is not None]
    widths = {line_width(row) for row in [*rows, page.head(width)[0]]}
    assert len(widths) == 1
    assert widths.pop() <= width


def test_total_grade_former_total_and_the_way_there() -> None:
    assert plain(total_lines(WHOLE, "zh", UNICODE, 78)[0]) == "总分 86.5   等次 良好   上轮 84.0 ▲2.5"
    assert plain(trend_line(WHOLE, UNICODE)).split() == ["近", "4", "轮", "▂▄▆▇", "78.1", "81.4", "84.0", "86.5"]
    assert trend_line(INCOMPLETE, UNICODE) == ()


def test_every_part_has_its_weight_and_how_many_filled_it_in() -> None:
    lines = [" ".join(plain(each).split()) for each in part_lines(WHOLE, "zh", UNICODE, 78)]
    assert lines == [
        "自评：学习型干部四项重点检查 90.0 占 40%",
        "同事：四项重点与四项素养评价 84.2 占 60% · 6 人",
        "自评：四项重点与四项素养评价 88.0 不计入总分",
        "督查：四项重点与四项素养评价 85.0 不计入总分 · 2 人",
    ]


def test_where_there_is_no_total_it_is_said_why() -> None:
    said = [plain(each) for each in total_lines(INCOMPLETE, "zh", UNICODE, 78)]
    assert "".join(said) == (
        "还没有总分：自评：学习型干部四项重点检查（没有提交）；"
        "同事：四项重点与四项素养评价（评价人不足 3 人，不显示）"
    )
    assert len(said) == 2


def test_the_foot_names_what_others_see_what_is_overrated_and_what_is_kept_back() -> None:
    assert [plain(each) for each in foot_lines(WHOLE, "zh", 78, oneself=True)] == [
        "同事看到而你没看到：组织学习机制健全（-4.5，15%）",
        "可能高估：学习内容与工作结合（+3.9，13%）",
        "去掉任何一票，等次不变。",
        "同事评分不足 3 人的，不显示。",
    ]
    for_others = plain(foot_lines(WHOLE, "zh", 78, oneself=False)[0])
    assert for_others.startswith("同事看到而本人没看到")


def test_the_total_can_be_done_again_by_hand() -> None:
    page = StepsPage(WHOLE, CRITERIA[1], "zh", 200, oneself=True)
    said = [plain(page.line(index, 200)).strip() for index in range(len(page))]
    assert "自评 27 分：较好 90 ÷ 100 × 30 = 27" in said
    assert "同事 23.1 分：6 人：138.6 ÷ 6 = 23.1；回答“不了解”的不算在内" in said
    assert "差：自评减同事，+3.9 分" in said
    assert "同事：四项重点与四项素养评价：6 人：505 ÷ 6 ≈ 84.1667，权重 60" in said
    assert "总分：（90 × 40 + ≈84.1667 × 60）÷ 100 = 86.5" in said
    for each in (
        "发出 8 份，收回 7 份，有效 6 份，无效 1 份",
        "达到哪一等就是哪一等：良好 ≥80",
        "等次：良好",
        "去掉任何一票，等次不变。",
        "规则指纹：5d1c",
        f"考评表指纹：core.mutual|2026.1 {FROZEN.digest}",
    ):
        assert each in said


def test_every_rater_group_is_explained_and_has_a_column_where_there_is_room() -> None:
    page = StepsPage(GROUPED, GROUPED.criteria[1], "zh", 200, oneself=True)
    said = [plain(page.line(index, 200)).strip() for index in range(len(page))]
    assert "上级领导：5 人：110.5 ÷ 5 = 22.1，权重 30" in said
    wide, narrow = (ResultPage(GROUPED, 0, UNICODE, "zh", groups=groups) for groups in (True, False))
    head = plain(wide.head(84)[0])
    assert [name in head for name in ("上级领导", "同级", "下属及")] == [True] * 3
    assert "22.1" in plain(wide.line(2, 84))
    assert "同级" not in plain(narrow.head(84)[0])
    assert len({line_width(each) for each in (wide.head(84)[0], wide.line(1, 84), wide.line(2, 84))}) == 1


@pytest.mark.parametrize("width", [60, 78, 200])
def test_the_tables_of_text_have_every_number_of_the_bars(width: int) -> None:
    page = TextPage(WHOLE, "zh", UNICODE, width, oneself=True)
    lines = [plain(page.line(index, width)) for index in range(len(page))]
    assert max(map(width_of, lines)) <= width
    for each in CRITERIA:
        at = next(at for at, one in enumerate(lines) if one.startswith(each.text.say("zh")))
        told = lines[at] if width == 200 else "".join(lines[at : at + 4])
        for number in (each.points, each.own, each.peers, each.inspection, each.raters, each.change):
            assert number is None or figure(abs(Fraction(number))) in told
        assert each.gap is None or signed(each.gap) in told
        assert (MARKS.get(standing(each)) or "") in told
    said = "\n".join(lines)
    for number in (WHOLE.total, *(one.total for one in WHOLE.former), *(part.score for part in WHOLE.parts)):
        assert number is None or str(number) in said
    assert "▀" not in said


def test_a_change_is_a_sign_and_a_number() -> None:
    assert change(Decimal("1.2"), 1, UNICODE) == "▲1.2"
    assert change(Decimal("-0.6"), 1, ASCII) == "v0.6"
    assert change(Decimal(0), 1, UNICODE) == "="
    assert change(None, 1, UNICODE) == ""


@pytest.mark.parametrize("row", CRITERIA, ids=lambda each: each.criterion)
def test_each_number_of_a_row_is_explained_by_itself(row: CriterionResult) -> None:
    page = ResultPage(WHOLE, CRITERIA.index(row), UNICODE, "zh")
    assert page.cells(118)
    for key in page.cells(118):
        told = one_figure(WHOLE, row, key, "zh")
        assert told.sentences, key
        assert row.text.say("zh") in told.heading
