"""What a roster changes and has changed, as ``roster import``, ``roster show`` and ``roster history`` tell it."""

import re

import pytest

from tests.cli.commands import ROUND, Commands, refused

HEADINGS = "编号,姓名,单位,层级,职务,上级,兼任单位,状态,参评\n"
LATER = (
    HEADINGS
    + """q1,张建国,城关镇,县级领导,镇长,,,,
q2,李敏,农业局,乡科级干部,党政办主任,q1,城关镇,,
q3,王海,城关镇,乡科级干部,经发办主任,q1,,借调,
q5,周强,城关镇,,群众代表,,,,仅评价
"""
)


@pytest.fixture
def later(peopled: Commands) -> Commands:
    """A second roster: q1 rises, q2 moves and keeps a post, q3 is seconded, q4 leaves, q5 only rates."""
    assert peopled.by("zzb", "roster", "import", peopled.file("later.csv", LATER), "--yes").code == 0
    return peopled


def test_the_change_is_told_group_by_group_with_its_counts(peopled: Commands) -> None:
    told = peopled.by("zzb", "roster", "import", peopled.file("later.csv", LATER), "--dry-run").out
    assert "增加 1 人，减少 1 人，变动 3 人，不变 0 人。" in told
    groups = re.findall(r"^(\S+)（(\d+) 人）$", told, re.M)
    assert groups == [
        ("增加", "1"),
        ("减少", "1"),
        ("调动单位", "1"),
        ("层级晋升", "1"),
        ("借调", "1"),
        ("新任兼职", "1"),
        ("其他变动", "3"),
    ]
    assert re.search(r"^q2 +李敏 +单位 +城关镇 +农业局$", told, re.M)
    assert re.search(r"^q1 +张建国 +层级 +乡科级干部 +县级领导$", told, re.M)
    assert re.search(r"^q3 +王海 +状态 +在岗 +借调$", told, re.M)
    assert "新的单位：农业局" in told
    assert "减少的人在已经开始的轮次里不受影响。" in told


def test_what_happened_is_answered_as_json(peopled: Commands) -> None:
    told = peopled.by("zzb", "roster", "import", peopled.file("later.csv", LATER), "--yes", "--json").json
    assert {each["id"]: each["happened"] for each in told["changed"]} == {
        "q1": ["promoted", "other"],
        "q2": ["moved", "post-taken-up", "other"],
        "q3": ["seconded", "other"],
    }
    assert told["counts"] == {"moved": 1, "promoted": 1, "seconded": 1, "post-taken-up": 1, "other": 3}
    assert told["units"] == {"joined": ["农业局"], "left": []}
    assert told["joined"][0]["rated"] is False


def test_the_roster_is_shown_whole_or_unit_by_unit(later: Commands) -> None:
    told = later.by("zzb", "roster", "show").out
    assert told.startswith("4 人，2 个单位\n")
    assert re.search(r"^农业局 +q2 +李敏 +乡科级干部 +党政办主任 +在岗 +城关镇$", told, re.M)
    assert re.search(r"^城关镇 +q5 +周强 +群众代表 +在岗 +仅评价$", told, re.M)
    unit = later.by("zzb", "roster", "show", "--unit", "城关镇", "--json").json
    assert [each["id"] for each in unit["people"]] == ["q1", "q2", "q3", "q5"]
    assert later.by("zzb", "roster", "show", "--unit", "农业局", "--json").json["people"][0]["also_in"] == ["城关镇"]


def test_the_roster_of_another_day_and_of_a_round_is_shown(peopled: Commands) -> None:
    path = peopled.file("round.toml", ROUND)
    assert peopled.by("zzb", "round", "new", path).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2", "--yes").code == 0
    peopled.by("zzb", "roster", "import", peopled.file("later.csv", LATER), "--yes")
    then = peopled.by("zzb", "roster", "show", "--round", "2026-h2", "--json").json["people"]
    assert [(each["id"], each["unit"]) for each in then][1] == ("q2", "城关镇")
    assert [each["id"] for each in then] == ["q1", "q2", "q3", "q4"]
    assert peopled.by("zzb", "roster", "show", "--on", "2020-01-01").out == "0 人，0 个单位\n"
    assert len(peopled.by("zzb", "roster", "show", "--on", "2199-01-01", "--json").json["people"]) == 4


def test_every_import_and_a_persons_way_are_told(later: Commands) -> None:
    told = later.by("zzb", "roster", "history").out
    assert re.search(
        r"^2 +\d{4}-\d\d-\d\d \d\d:\d\d +组织部 +later.csv +增加 1 人，减少 1 人，调动单位 1 人", told, re.M
    )
    one = later.by("zzb", "roster", "history", "李敏").out
    assert one.startswith("q2 李敏 农业局 党政办主任\n")
    assert re.search(r"调动单位 +单位 +城关镇 +农业局$", one, re.M)
    assert re.search(r"增加 +城关镇 乡科级干部 党政办主任$", one, re.M)
    gone = later.by("zzb", "roster", "history", "q4", "--json").json
    assert gone["person"]["name"] == "赵雪梅"
    assert [(each["import"], each["happened"]) for each in gone["changes"]] == [(2, ["left"]), (1, ["joined"])]
    (last, _first) = later.by("zzb", "roster", "history", "--json").json["imports"]
    moved = next(each for each in last["people"] if each["id"] == "q2")
    assert moved["fields"]["unit"] == {"before": "城关镇", "after": "农业局"}
    assert (last["by"], last["file"], last["counts"]["moved"]) == ("zzb", "later.csv", 1)


def test_nothing_is_told_of_a_roster_that_is_not_there(county: Commands) -> None:
    assert county.by("zzb", "roster", "show").out == "0 人，0 个单位\n"
    assert county.by("zzb", "roster", "history").out == "还没有变动记录。\n"


def test_what_cannot_be_shown_is_told_with_what_to_do(peopled: Commands) -> None:
    for arguments, sentence in (
        (("show", "--unit", "城关"), "花名册里没有叫“城关”的单位，是不是“城关镇”？请核对写法。"),
        (("show", "--unit", "x"), "花名册里没有叫“x”的单位：请核对写法。"),
        (("show", "--round", "x"), "没有编号为“x”的轮次"),
        (("show", "--round", "x", "--on", "2026-01-01"), "--on 和 --round 只能写一个"),
        (("show", "--on", "昨天"), "选项 --on 不能写“昨天”。"),
        (("history", "nobody"), "花名册里没有这些编号：nobody"),
    ):
        assert refused(peopled.by("zzb", "roster", *arguments), 2).startswith(sentence)


def test_a_cadre_may_not_see_the_roster_or_its_history(peopled: Commands) -> None:
    peopled.activate_all()
    for verb in ("show", "history"):
        assert peopled.by("q1", "roster", verb).code == 3


def test_english_tells_the_same(later: Commands) -> None:
    told = later.by("zzb", "--lang", "en", "roster", "history", "q3").out
    assert re.search(r"seconded +Status +on duty +seconded$", told, re.M)
    assert "only rates" in later.by("zzb", "--lang", "en", "roster", "show").out
