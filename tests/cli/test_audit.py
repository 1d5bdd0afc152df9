"""``cadre audit``: the log told, and its proof."""

import json

from tests.cli.commands import ROUND, Commands, refused


def with_a_round(county: Commands) -> Commands:
    assert county.by("zzb", "round", "new", county.file("round.toml", ROUND)).code == 0
    return county


def test_a_whole_log_is_verified_without_signing_in(peopled: Commands) -> None:
    told = with_a_round(peopled)("audit", "verify", "--json")
    assert told.code == 0
    assert (told.json["right"], told.json["wrong"]) == (True, None)
    assert told.json["count"] >= 1
    assert peopled("audit", "verify").out.startswith("操作记录完整")


def test_a_changed_log_ends_with_one_and_says_where(peopled: Commands) -> None:
    with_a_round(peopled)
    path = peopled.folder / "data" / "audit" / "000000001.json"
    document = json.loads(path.read_text("utf-8"))
    document["tables"]["document"]["1"]["who"] = "nobody"
    path.write_text(json.dumps(document), "utf-8")
    told = peopled("audit", "verify")
    assert told.code == 1
    assert "第 1 条" in told.out
    assert peopled("audit", "verify", "--json").json["at"] == 1


def test_a_printed_hash_is_found_in_the_log_or_not(peopled: Commands) -> None:
    with_a_round(peopled)
    report = peopled("audit", "verify", "--json").json
    assert peopled("audit", "verify", report["hash"], "--json").json["printed"] == report["count"]
    assert f"第 {report['count']} 条" in peopled("audit", "verify", report["hash"][:16]).out
    assert peopled("audit", "verify", "f" * 64).code == 1
    assert refused(peopled("audit", "verify", "xyz"), 2).startswith("这不是指纹")


def test_the_log_is_shown_newest_first_with_its_last_hash(peopled: Commands) -> None:
    with_a_round(peopled)
    told = peopled.by("zzb", "audit", "show")
    assert "新建了轮次 2026-h2" in told.out
    assert peopled("audit", "verify", "--json").json["hash"] in told.out
    shown = peopled.by("zzb", "audit", "show", "--round", "2026-h2", "--json").json["entries"]
    assert [each["code"] for each in shown] == ["round-made"]
    assert peopled.by("zzb", "audit", "show", "--round", "x", "--json").json == {"entries": []}


def test_only_who_watches_over_rounds_sees_the_log(peopled: Commands) -> None:
    peopled.activate_all()
    assert refused(peopled.by("q1", "audit", "show"), 3).startswith("这件事要以“组织者”的身份办")
