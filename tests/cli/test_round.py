"""``cadre round``: a round's life, one step after the other."""

import re

import pytest

from tests.cli.commands import ROUND, Commands, refused


@pytest.fixture
def made(peopled: Commands) -> Commands:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    return peopled


def test_what_was_understood_of_a_round_file_is_told(peopled: Commands) -> None:
    text = ROUND.replace("[[use]]", "[deadlines]\nself = 2099-12-20\npeer = 2099-12-27T18:00:00\n[[use]]", 1)
    told = peopled.by("zzb", "round", "new", peopled.file("round.toml", text))
    assert told.code == 0
    for line in (
        "2026年下半年学习考评  2026-h2",
        "自我检查  core.mutual  40",
        "互评范围：同单位的同事",
        "自我检查截止：2099-12-20 23:59 +08:00",
        "评价同事截止：2099-12-27 18:00 +08:00",
        "等次：优秀 ≥90、不合格 ≥0",
        "提醒：round.toml 第 7 行 RD040 deadlines › peer：没有写时区，按北京时间（+08:00）算",
    ):
        assert line in told.out.splitlines()


def test_a_round_goes_from_step_to_step_and_never_back(made: Commands) -> None:
    for step in ("close", "publish"):
        assert refused(made.by("zzb", "round", step, "2026-h2"), 2).startswith("轮次“2026-h2”现在是“筹备中”")
    steps = ("open",), ("close", "--leave-out", "没交的不计入"), ("publish",), ("archive",)
    for step, phase in zip(steps, ("open", "moderation", "published", "archived"), strict=True):
        assert made.by("zzb", "round", *step, "2026-h2", "--json").json["phase"] == phase
        assert made.by("zzb", "round", *step, "2026-h2").code == 2


def test_what_was_not_handed_in_is_left_out_with_a_reason_alone(made: Commands) -> None:
    assert made.by("zzb", "round", "open", "2026-h2").code == 0
    told = made.by("zzb", "round", "close", "2026-h2")
    assert told.code == 1
    assert re.search(r"还有 \d+ 份答卷没有提交", told.err)
    assert made.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0


def test_rounds_are_listed_with_their_phase(made: Commands) -> None:
    made.by("zzb", "round", "open", "2026-h2")
    made.by("zzb", "round", "new", made.file("next.toml", ROUND.replace("2026-h2", "2027-h1")))
    told = made.by("zzb", "round", "status")
    assert [line.split()[0] for line in told.out.splitlines()[2:]] == ["2027-h1", "2026-h2"]
    assert [line.split()[-1] for line in told.out.splitlines()[2:]] == ["筹备中", "进行中"]
    listed = made.by("zzb", "round", "status", "--json").json["rounds"]
    assert [(each["round"], each["phase"]) for each in listed] == [("2027-h1", "setup"), ("2026-h2", "open")]


def test_opening_pins_the_checklists_by_their_digest(made: Commands) -> None:
    assert made.by("zzb", "round", "status", "--json").json["rounds"][0]["pins"] == {}
    pins = made.by("zzb", "round", "open", "2026-h2", "--json").json["pins"]
    assert list(pins) == ["core.mutual|2026.1"]
    assert len(pins["core.mutual|2026.1"]) == 64


def test_a_round_in_preparation_has_no_progress_yet(made: Commands) -> None:
    told = made.by("zzb", "round", "status", "2026-h2")
    assert told.code == 0
    assert "还没有开启，没有进度可看。" in told.out


def test_without_a_round_the_next_command_is_told(peopled: Commands) -> None:
    assert peopled.by("zzb", "round", "status").out == "还没有考评轮次：用 cadre round new 新建。\n"
    assert refused(peopled.by("zzb", "round", "open", "x"), 2) == "没有编号为“x”的轮次：现有的是 -。"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("core.mutual", "core.mutal", "没有名为“core.mutal”的考评表，是不是“core.mutual”？"),
        ("core.mutual", "core.learning", "考评表 core.learning|2026.1 不能用于“评价同事”"),
        ("[[use]]", 'units = ["城管镇"]\n[[use]]', "花名册里没有轮次文件写的这些单位：城管镇。"),
        ("weight = 40", 'weight = "40"', "轮次文件 round.toml 有"),
    ],
)
def test_a_round_that_cannot_be_is_not_made(old: str, new: str, sentence: str, peopled: Commands) -> None:
    text = ROUND.replace(old, new, 1 if old == "[[use]]" else -1)
    assert refused(peopled.by("zzb", "round", "new", peopled.file("round.toml", text)), 2).startswith(sentence)
    assert peopled.by("zzb", "round", "status", "--json").json == {"rounds": []}


def test_the_same_id_is_not_given_twice(made: Commands) -> None:
    again = made.by("zzb", "round", "new", made.file("round.toml", ROUND))
    assert refused(again, 2).startswith("编号为“2026-h2”的轮次已经有了")


def test_a_round_file_is_checked_without_signing_in(commands: Commands) -> None:
    right = commands("round", "check", commands.file("round.toml", ROUND))
    assert (right.code, right.err) == (0, "")
    assert right.out.endswith("round.toml 没有错误。\n")
    assert commands("round", "check", commands.folder / "round.toml", "--json").json["right"] is True
    wrong = commands("round", "check", commands.file("wrong.toml", ROUND.replace("by =", "buy =")))
    assert refused(wrong, 1).startswith("轮次文件 wrong.toml 有 4 处错误")
    assert "RD010" in wrong.err
    unknown = commands("round", "check", commands.file("unknown.toml", ROUND.replace("core.mutual", "core.x")))
    assert refused(unknown, 1).startswith("没有名为“core.x”的考评表")
    assert refused(commands("round", "check", commands.folder / "nowhere.toml"), 2).startswith("找不到轮次文件")


def test_a_deadline_that_has_passed_is_told_before_anybody_is_asked(commands: Commands) -> None:
    text = ROUND + "[deadlines]\nself = 2020-12-20\npeer = 2099-12-20\n"
    told = commands("round", "check", commands.file("round.toml", text)).out
    assert "自我检查截止：2020-12-20 23:59 +08:00（已经过了，不再能填）" in told
    assert "评价同事截止：2099-12-20 23:59 +08:00\n" in told


def test_a_time_to_begin_that_has_passed_says_what_comes_of_it(commands: Commands) -> None:
    opens = "[opens]\nself = 2020-12-01\npeer = 2020-12-01\n"
    told = commands("round", "check", commands.file("round.toml", ROUND + opens)).out
    assert "2020-12-01 00:00 +08:00（已经过了：还没有开启的，条件都做到就自动开启）" in told
    first = 'sequence = "self-first"\n' + ROUND + "[opens]\npeer = 2020-12-01\n"
    told = commands("round", "check", commands.file("round.toml", first)).out
    assert "评价同事开始：2020-12-01 00:00 +08:00（已经过了：自评一结束就能填）" in told
