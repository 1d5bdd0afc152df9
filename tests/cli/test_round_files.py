"""A round's rules as a file: templates, checked against the county, written back."""

import os
import tomllib
from pathlib import Path

import pytest

from tests.cli.commands import ROUND, Commands, refused


def test_templates_are_listed_and_each_is_a_file_that_can_be_checked(commands: Commands) -> None:
    listed = commands("round", "template")
    assert (listed.code, listed.err) == (0, "")
    names = [each["name"] for each in commands("round", "template", "--json").json["templates"]]
    assert names == ["self", "colleagues", "groups", "ballots", "inspection"]
    assert all(name in listed.out for name in names)
    for name in names:
        path = commands.folder / f"{name}.toml"
        assert commands("round", "template", name, "--to", path).out == f"已写入 {path}。\n"
        assert commands("round", "check", path).code == 0
        told = commands("--lang", "en", "round", "template", name, "--json").json
        assert tomllib.loads(told["toml"])["id"] == tomllib.loads(path.read_text("utf-8"))["id"]


def test_a_template_never_replaces_a_file(commands: Commands) -> None:
    mine = commands.file("mine.toml", "mine")
    assert "已经有了，没有覆盖" in refused(commands("round", "template", "self", "--to", mine), 2)
    assert mine.read_text("utf-8") == "mine"
    nowhere = commands.folder / "no" / "where.toml"
    assert "写不进去" in refused(commands("round", "template", "self", "--to", nowhere), 2)
    assert "没有叫“selv”的模板" in refused(commands("round", "template", "selv"), 2)


def test_without_signing_in_it_is_said_what_was_not_checked(commands: Commands) -> None:
    path = commands.file("round.toml", ROUND)
    assert "没有登录，没有核对：人、单位" in commands("round", "check", path).out
    assert commands("round", "check", path, "--json").json["checked_in_county"] is False


def test_signed_in_the_people_are_checked_too(peopled: Commands) -> None:
    path = peopled.file("round.toml", ROUND)
    right = peopled.by("zzb", "round", "check", path)
    assert (right.code, "没有登录" in right.out) == (0, False)
    assert peopled.by("zzb", "round", "check", path, "--json").json["checked_in_county"] is True
    wrong = {
        'units = ["城管镇"]\n': "花名册里没有轮次文件写的这些单位：城管镇",
        'former = "2025-h1"\n': "没有编号为“2025-h1”的轮次",
    }
    for line, sentence in wrong.items():
        told = peopled.by("zzb", "round", "check", peopled.file("wrong.toml", line + ROUND))
        assert refused(told, 1).startswith("轮次“2026-h2”照现在的规则和花名册办不成，有 1 条")
        assert sentence in told.err
    few = peopled.file("few.toml", ROUND.replace('secrecy = "named"\n', ""))
    assert "每个人至少要请 5 人评价" in peopled.by("zzb", "round", "check", few).err
    assert peopled.by("zzb", "round", "status", "--json").json == {"rounds": []}, "nothing was made"


def test_a_round_is_checked_by_its_id(peopled: Commands) -> None:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    told = peopled.by("zzb", "round", "check", "2026-h2")
    assert (told.code, told.out) == (0, "下一步可以变成“进行中”：条件都做到了。\n")
    peopled.by("zzb", "round", "open", "2026-h2")
    told = peopled.by("zzb", "round", "check", "2026-h2")
    assert told.code == 1
    assert "下一步是“审核中”，还差 1 条" in told.out
    assert "份答卷没有提交" in told.out
    answer = peopled.by("zzb", "round", "check", "2026-h2", "--json").json
    assert (answer["next"], [each["code"] for each in answer["unmet"]]) == ("moderation", ["not-handed-in"])
    assert "没有编号为“2027”的轮次" in refused(peopled.by("zzb", "round", "check", "2027"), 2)
    status = peopled.by("zzb", "round", "status", "2026-h2")
    assert "下一步是“审核中”" in status.out
    assert peopled.by("zzb", "round", "status", "2026-h2", "--json").json["next"] == "moderation"


@pytest.mark.parametrize("options", [("--toml",), ("--json",), ()])
def test_a_round_is_shown_as_it_was_made(options: tuple[str, ...], peopled: Commands) -> None:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    told = peopled.by("zzb", "round", "show", "2026-h2", *options)
    assert told.code == 0
    if options == ("--toml",):
        again = told.out.replace('id = "2026-h2"', 'id = "2026-h3"')
        assert peopled.by("zzb", "round", "new", peopled.file("again.toml", again)).code == 0
    elif options:
        assert told.json["round"] == "2026-h2"
    else:
        assert "阶段：筹备中" in told.out


def test_what_is_shown_can_be_kept_as_a_file(peopled: Commands) -> None:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    kept = peopled.folder / "kept.toml"
    assert peopled.by("zzb", "round", "show", "2026-h2", "--to", kept).code == 0
    assert peopled("round", "check", kept).code == 0


OVERLAY = """schema = 1
id = "qinghe.mutual"
version = "1"
[overlay]
base = "core.mutual|2026.1"
[[set]]
checklist = true
title = { zh = "清河县互评表", en = "Qinghe's checklist for colleagues" }
"""


def test_a_round_is_opened_with_what_an_overlay_makes_and_keeps_it(peopled: Commands) -> None:
    path = peopled.file("round.toml", ROUND.replace("core.mutual", "qinghe.mutual"))
    assert "qinghe.mutual" in refused(peopled("round", "check", path), 1)
    folder = Path(os.environ["CADRE_DATA"]) / "checklists"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mutual.toml").write_text(OVERLAY, "utf-8")
    assert peopled.by("zzb", "round", "new", path).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    (folder / "mutual.toml").write_text("[overlay]", "utf-8")  # the round has its own copy
    assert peopled.by("zzb", "round", "status", "2026-h2").code == 0
    stored = [each.read_text("utf-8") for each in folder.parent.rglob("*.json")]
    assert any("清河县互评表" in text for text in stored)


def test_more_colleagues_than_one_rates_in_earnest_are_told_and_the_file_is_right(peopled: Commands) -> None:
    rows = ["编号,姓名,单位,层级", *(f"b{at},白{at},乙单位,township-bureau" for at in range(33))]
    many = peopled.file("many.csv", "\n".join(rows) + "\n")
    assert peopled.by("zzb", "roster", "import", many, "--yes").code == 0
    path = peopled.file("round.toml", ROUND)
    told = peopled.by("zzb", "round", "check", path)
    assert (told.code, told.err) == (0, "")
    assert "提醒：有 33 人要评的同事超过 30 位（最多的评 32 位，在乙单位）" in told.out
    warning = peopled.by("zzb", "round", "check", path, "--json").json["warnings"][0]
    assert (warning["code"], warning["people"], warning["most"]) == ("asked-of-many", 33, 32)
    assert peopled.by("zzb", "round", "new", path).code == 0
    told = peopled.by("zzb", "round", "check", "2026-h2")
    assert (told.code, "提醒：有 33 人" in told.out) == (0, True)
    dealt = peopled.file("dealt.toml", ROUND.replace("min_raters = 3", 'colleagues = "balanced"\nreviewers = 7'))
    assert "提醒" not in peopled.by("zzb", "round", "check", dealt).out
