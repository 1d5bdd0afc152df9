"""``cadre round remind`` and ``cadre round bulletin``, as an office runs them."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import ROUND, Commands, refused


@pytest.fixture
def opened(peopled: Commands) -> Commands:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    return peopled


def test_a_text_to_paste_is_printed_and_everybody_in_it_reminded_once(opened: Commands) -> None:
    told = opened.by("zzb", "round", "remind", "2026-h2")
    assert (told.code, "张建国、李敏、王海、赵雪梅" in told.out) == (0, True)
    assert "提醒了 4 人" in told.err
    assert "其余" not in told.err
    assert "这次提醒了 0 人；其余的不久前刚提醒过" in opened.by("zzb", "round", "remind", "2026-h2").err
    again = opened.by("zzb", "round", "remind", "2026-h2", "--json").json
    assert again["reminded"] == []
    assert next((each["id"], each["due"]) for each in again["missing"]) == ("q1", False)


def test_a_preview_reminds_nobody(opened: Commands) -> None:
    assert "张建国同志" in opened.by("zzb", "round", "remind", "2026-h2", "--format", "each", "--preview").out
    assert all(
        each["due"] for each in opened.by("zzb", "round", "remind", "2026-h2", "--preview", "--json").json["missing"]
    )


def test_lists_and_slips_are_written_to_files(opened: Commands) -> None:
    folder = opened.folder
    for kind in ("csv", "xlsx", "slips"):
        path = folder / f"out.{kind}"
        assert opened.by("zzb", "round", "remind", "2026-h2", "--format", kind, "--to", path).code == 0
        assert path.stat().st_size > 200
    assert (folder / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert refused(opened.by("zzb", "round", "remind", "2026-h2", "--format", "xlsx"), 2).startswith(
        "xlsx 要写成文件"
    )
    shown = [each["code"] for each in opened.by("zzb", "audit", "show", "--json").json["entries"]]
    assert shown[-3:] == ["missing-listed", "missing-listed", "reminded"]


def test_a_files_name_says_what_is_written_where_nothing_else_does(opened: Commands) -> None:
    listed = opened.folder / "missing.CSV"
    assert opened.by("zzb", "round", "remind", "2026-h2", "--to", listed).code == 0
    assert listed.read_bytes().startswith(b"\xef\xbb\xbf")
    slips = opened.folder / "slips.html"
    assert opened.by("zzb", "round", "remind", "2026-h2", "--to", slips).code == 0
    assert "提醒条" in slips.read_text("utf-8"), "the list before reminded nobody"
    named = opened.folder / "text.html"
    assert opened.by("zzb", "round", "remind", "2026-h2", "--format", "text", "--to", named, "--preview").code == 0


def test_mail_is_written_or_handed_to_the_command(opened: Commands) -> None:
    mails, sent = opened.folder / "mails", opened.folder / "sent"
    asked = ("round", "remind", "2026-h2", "--format", "mail")
    assert refused(opened.by("zzb", *asked), 2).startswith("发邮件要写明地址")
    address = ("--address", "{id}@qinghe.example")
    assert opened.by("zzb", *asked, *address, "--preview", "--to", mails).code == 0
    assert len(list(mails.glob("*.eml"))) == 4
    assert opened.by("zzb", *asked, *address, "--preview").out.count("To: q") == 4
    told = opened.by("zzb", *asked, *address, "--send", f"tee -a {sent}")
    assert told.code == 0
    assert sent.read_text().count("To: q") == 4
    assert opened.by("zzb", "round", "remind", "2026-h2", "--json").json["reminded"] == []


def test_a_command_that_fails_reminds_only_whom_it_reached(opened: Commands) -> None:
    script = opened.file("once.sh", 'test -e "$1" && exit 7\ntouch "$1"\ncat > /dev/null\ntest -z "$CADRE_TOKEN"\n')
    marker = opened.folder / "marker"
    asked = ("round", "remind", "2026-h2", "--format", "mail", "--address", "{id}@qinghe.example")
    told = opened.by("zzb", *asked, "--send", f"sh {script} {marker}")
    assert told.code == 2
    assert "exit 7" in told.err
    missing = opened.by("zzb", "round", "remind", "2026-h2", "--preview", "--json").json["missing"]
    assert [each["due"] for each in missing] == [False, True, True, True]
    assert opened.by("zzb", *asked, "--send", "no-such-program-here").code == 2


def test_a_bulletin_is_told_written_and_proved_by_its_hash(opened: Commands) -> None:
    told = opened.by("zzb", "round", "bulletin", "2026-h2")
    assert told.code == 0
    assert "清河县" in told.out
    made = opened.by("zzb", "round", "bulletin", "2026-h2", "--unit", "城关镇", "--json").json
    assert (made["unit"], made["counts"]["peer"]["given"]) == ("城关镇", 12)
    assert opened("audit", "verify", made["audit_hash"]).code == 0
    page = opened.folder / "b.html"
    assert opened.by("zzb", "round", "bulletin", "2026-h2", "--to", page).code == 0
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert refused(opened.by("zzb", "round", "bulletin", "2026-h2", "--to", "b.doc"), 2).startswith(
        "写成文件要写明种类"
    )
    assert refused(opened.by("zzb", "round", "bulletin", "2026-h2", "--unit", "月亮"), 2).startswith(
        "轮次“2026-h2”里没有"
    )


def test_progress_is_told_with_all_counts_as_json(opened: Commands) -> None:
    told = json.loads(opened.by("zzb", "round", "status", "2026-h2", "--json").out)
    assert set(told["handed_in"]["peer"]) == {
        "handed_in", "asked", "given", "begun", "late", "overdue", "extended", "reopened",
    }  # fmt: skip
    assert Path("b.doc").exists() is False


def test_a_file_that_is_there_is_never_replaced_and_nobody_is_noted_as_reminded(opened: Commands) -> None:
    there = opened.file("there.txt", "mine")
    for command in (("remind", "2026-h2", "--to", there), ("bulletin", "2026-h2", "--to", there)):
        assert "已经有了，不会覆盖" in refused(opened.by("zzb", "round", *command), 2)
    assert there.read_text("utf-8") == "mine"
    noted = {each["code"] for each in opened.by("zzb", "audit", "show", "--json").json["entries"]}
    assert not noted & {"bulletin-made", "reminded"}
    assert len(opened.by("zzb", "round", "remind", "2026-h2", "--json").json["reminded"]) == 4
