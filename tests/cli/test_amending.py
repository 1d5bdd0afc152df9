"""``cadre round amend`` and ``cadre round originals``."""

import json

from tests.cli.commands import Commands, refused
from tests.cli.test_errata import mutual
from tests.cli.test_whole_round import opened, respond, response

__all__ = ["opened"]

WHY = ("--reason", "县委文件调整")
SECOND = (
    ('version = "2026.1"', 'version = "2026.2"'),
    ('id = "work.overall"', 'id = "work.overall"\n  allow_na = true'),
)


def test_it_is_shown_agreed_to_and_done_and_handed_in_again(opened: Commands) -> None:
    good = response(opened, "good")
    assert respond(opened, "q1", "q1", good).code == 0
    assert respond(opened, "q1", "q2", good).code == 0
    file = mutual(opened, *SECOND)
    looked = opened.by("zzb", "round", "amend", "2026-h2", file, *WHY, "--dry-run")
    assert "不必修订" not in looked.out
    assert "work.overall › allow_na" in looked.out
    assert "已提交的 1 份退回重填" in looked.out
    assert "能不能填“不适用”" in looked.out
    told = opened.by("zzb", "round", "amend", "2026-h2", file, *WHY)
    assert told.code == 2
    assert "没有得到同意" in told.err
    told = opened.by("zzb", "round", "amend", "2026-h2", file, *WHY, "--yes", "--json").json
    assert (told["amended"], told["reopened"]) == (True, 2)
    assert told["anew"] == {"work.overall": {"why": "meaning", "fields": ["allow_na"]}}
    assert "plan.overall" in told["carried"]
    assert told["now"]["checklist"] == "core.mutual|2026.2"
    shown = opened.by("zzb", "round", "status", "--json").json["rounds"][0]
    assert shown["pins"] == {"core.mutual|2026.2": told["now"]["digest"]}
    kept = opened.by("q1", "round", "originals", "2026-h2", "--json").json["originals"]
    assert [(each["checklist"], each["amended"], each["reason"]) for each in kept] == [
        ("core.mutual|2026.1", True, "县委文件调整")
    ] * 2
    assert kept[0]["answers"]["work.overall"]["choice"] == "good"
    assert "县委文件调整" in opened.by("q1", "round", "originals", "2026-h2").out
    assert "core.mutual|2026.1" in opened.by("q1", "--lang", "en", "round", "originals", "2026-h2").out
    assert opened.by("q2", "round", "originals", "2026-h2", "--json").json["originals"] == []
    assert respond(opened, "q1", "q1", good).code == 2  # it answers the former checklist
    again = json.loads(good.read_text("utf-8")) | {"checklist": "core.mutual|2026.2"}
    assert respond(opened, "q1", "q1", opened.file("again.json", json.dumps(again))).code == 0


def test_what_cannot_be_is_refused_in_words(opened: Commands) -> None:
    reused = mutual(opened, ("score = 80", "score = 85"))
    assert "换一个版本号" in refused(opened.by("zzb", "round", "amend", "2026-h2", reused, *WHY, "--yes"), 2)
    file = mutual(opened, *SECOND)
    refused(opened.by("q1", "round", "amend", "2026-h2", file, *WHY, "--yes"), 3)
    refused(opened.by("zzb", "round", "amend", "2026-h2", file, "--reason", "", "--yes", "--json"), 2)
    opened.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期")
    told = refused(opened.by("zzb", "round", "amend", "2026-h2", file, *WHY, "--yes"), 3)
    assert "另办一轮" in told


def test_what_may_be_compared_is_told_by_plugin_diff_too(opened: Commands) -> None:
    file = mutual(opened, *SECOND)
    told = opened.by("zzb", "plugin", "diff", "core.mutual", file, "--json").json
    assert told["not_comparable"] == {"work.overall": {"why": "meaning", "fields": ["allow_na"]}}


def test_where_only_the_wording_differs_it_is_said_that_nothing_need_be_given_back(opened: Commands) -> None:
    file = mutual(opened, SECOND[0], ("学习计划建立与实施", "学习计划的建立与实施"))
    looked = opened.by("zzb", "round", "amend", "2026-h2", file, *WHY, "--dry-run")
    assert (looked.code, "不必修订" in looked.out) == (0, True)
    assert "cadre round erratum 2026-h2" in looked.out
