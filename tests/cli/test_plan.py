"""``cadre plan``: proposed, written, changed, followed up; and oneself against others among the results."""

import pytest

from cadre_tui.cli.growth.compared import compared_told
from cadre_tui.cli.table import cell_width
from tests.cli.commands import Commands, refused
from tests.cli.test_whole_round import PEOPLE, opened, respond, response
from tests.tui.growth_made import PAGE

__all__ = ["opened"]
R = "2026-h2"


@pytest.fixture
def published(opened: Commands) -> Commands:
    """Everybody is good in their own eyes; others find them fairly good, and average with their study plan."""
    good, fair = response(opened, "good"), response(opened, "fair", **{"plan.overall": "average"})
    for rater in PEOPLE:
        for subject in PEOPLE:
            assert respond(opened, rater, subject, good if rater == subject else fair).code == 0
    assert opened.by("zzb", "round", "close", R).code == 0
    assert opened.by("zzb", "round", "publish", R).code == 0
    return opened


def test_oneself_against_others_stands_before_the_total(published: Commands) -> None:
    told = published.by("q1", "results", R).out
    assert told.index("自己和同事看到的：") < told.index("总分：")
    assert "达到分值的 80% 算高" in told
    one = published.by("q1", "results", R, "--json").json["results"][0]["self_and_others"]
    assert (one["high"], one["least_gap"]) == (0.8, 0.1)
    told_of = {each["id"]: (each["quadrant"], each["estimation"]) for each in one["criteria"]}
    assert told_of.pop("plan.overall") == ("blind-spot", "over")
    assert set(told_of.values()) == {("open", "over")}
    assert published.by("zzb", "results", R, "--subject", "q1", "--json").json["results"][0]["self_and_others"] == one
    assert "self_and_others" not in published.by("zzb", "results", R, "--json").json["results"][0]


def test_a_plan_from_the_first_word_to_what_became_of_it(published: Commands) -> None:
    assert "还没有写改进计划" in published.by("q1", "plan", "show", R).out
    made = published.by(
        "q1", "plan", "add", R, "--what", "每周学一次", "--by", "2099-12-31", "--work", "学习日", "--json"
    ).json
    assert made["items"][0]["id"] == "1"
    told = published.by(
        "q1", "plan", "change", R, "1", "--proof", "学习笔记", "--criterion", "core.mutual/plan.overall"
    )
    assert "学习笔记" in told.out
    assert "还剩" in told.out
    assert "做到了：每周都学了" in published.by("q1", "plan", "follow", R, "1", "done", "--word", "每周都学了").out
    (item,) = published.by("q1", "plan", "show", R, "--json").json["items"]
    assert (item["what"], item["criterion"], item["followed"]["how"]) == ("每周学一次", "plan.overall", "done")
    assert published.by("q1", "plan", "change", R, "1", "--by", "", "--json").json["items"][0]["by"] is None
    assert "还没有写改进计划" in published.by("q1", "plan", "remove", R, "1").out


def test_the_table_tells_the_rounds_and_what_oneself_found_low_in_80_columns() -> None:
    lines = compared_told(PAGE.compared).splitlines()
    assert lines[1].split() == ["看法", "考评项", "分值", "高估低估", "自评各轮", "同事各轮"]
    assert [each.split()[0] for each in lines if "政治素养" in each] == ["短板", "自查的不足"]
    assert max(cell_width(each) for each in lines[:-1]) <= 80


def test_a_proposal_is_where_an_item_begins(published: Commands) -> None:
    found = published.by("q1", "plan", "propose", R, "--json").json["proposals"]
    assert [each["origin"] for each in found] == ["blind-spot", *["over-estimated"] * 5]
    made = published.by("q1", "plan", "add", R, "--proposal", "1", "--work", "包联村", "--json").json["items"][0]
    begun = f"把“{found[0]['about']['zh']}”这一项做好。考评说明：{found[0]['what']['zh']}"
    assert (made["what"], made["by"], made["work"]) == (begun, found[0]["by"], "包联村")
    told = published.by("q1", "plan", "propose", R).out
    assert found[1]["about"]["zh"] in told
    assert made["what"] not in told, "there is an item about it now"
    assert "没有第 99 条建议" in refused(published.by("q1", "plan", "add", R, "--proposal", "99"), 2)


def test_refusals_are_told_in_one_sentence(published: Commands) -> None:
    assert "不是日期" in refused(published.by("q1", "plan", "add", R, "--what", "学", "--by", "年底"), 2)
    assert "没有第“9”条" in refused(published.by("q1", "plan", "remove", R, "9"), 2)
    assert "核对编号" in refused(published.by("q1", "plan", "add", R, "--what", "学", "--criterion", "x/y"), 2)
    refused(published.by("zzb", "plan", "show", R), 3)
    refused(published.by("q1", "plan", "add", R, "--work", "没有写做什么"), 2)
