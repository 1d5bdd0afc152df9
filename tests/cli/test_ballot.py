"""A vote by ballot as commands: from the slips to the receipts."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import Commands
from tests.services.ballots.township import CADRES, WORD, anonymous, township
from tests.services.small import PASSWORD, Small

MARKS = {each: {"pair.one": "half", "pair.two": "unknown"} for each in CADRES}


@pytest.fixture
def town(tmp_path: Path) -> Small:
    """The township with an anonymous round under way."""
    small = township(tmp_path / "data")
    small.opened(anonymous())
    return small


@pytest.fixture
def commands(town: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    monkeypatch.setenv("CADRE_DATA", str(town.folder))
    found = Commands(monkeypatch, capsys, town.folder.parent)
    for person in ("zzb", "t1"):
        found.tokens[person] = found("--as", person, "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    return found


def printed(commands: Commands, page: Path) -> dict[str, list[str]]:
    """Slips for all groups, those of one as a page; answers the codes of the two others."""
    told = commands.by("zzb", "ballot", "print", "r1", "--count", "a=5", "--count", "c=6", "--json").json
    codes = {each["group"]: each["codes"] for each in told["groups"]}
    assert {group: len(each) for group, each in codes.items()} == {"a": 5, "c": 6}
    assert commands.by("zzb", "ballot", "print", "r1", "--count", "b=5", "--to", str(page)).code == 0
    text = page.read_text("utf-8")
    assert (text.count("<section>"), text.count("不记名：程序不记录谁用了哪张测评码")) == (5, 5)
    assert page.stat().st_mode & 0o077 == 0
    return codes


def kept_for_later(commands: Commands, ballot: Path, code: str) -> None:
    """The form is read, its marks are kept, and stand there again."""
    form = commands("ballot", "form", "--json", stdin=f"{code}\n{WORD}\n").json
    assert [each["id"] for each in form["subjects"]] == [*CADRES]
    assert [each["name"] for each in form["questions"][0]["options"]] == ["good", "half", "nil", "unknown"]
    assert form["promise"].startswith("不记名：程序不记录谁用了哪张测评码")
    kept = commands("ballot", "vote", str(ballot), "--keep", "--json", stdin=f"{code}\n{WORD}\n")
    assert kept.json == {"kept": True}
    again = commands("ballot", "form", "--json", stdin=f"{code.lower()}\n{WORD}\n").json
    assert (again["resumed"], again["marks"]) == (True, MARKS)


def voted(commands: Commands, ballot: Path, codes: list[str]) -> list[str]:
    """Each code votes once; answers the receipts."""
    receipts = [
        commands("ballot", "vote", str(ballot), "--json", stdin=f"{code}\n{WORD}\n").json["receipt"] for code in codes
    ]
    used = commands("ballot", "vote", str(ballot), stdin=f"{codes[0]}\n{WORD}\n")
    assert (used.code, used.err.strip()) == (2, "这张测评码已经用过了，一张只能投一次。")
    unknown = commands("ballot", "vote", str(ballot), stdin=f"2222222222222222\n{WORD}\n")
    assert unknown.code == 3
    told = commands.by("zzb", "ballot", "status", "r1", "--json").json
    assert [(each["printed"], each["handed_in"]) for each in told["groups"]] == [(5, 5), (5, 0), (6, 5)]
    assert "begun" not in json.dumps(told)
    return receipts


def closed_and_opened(commands: Commands) -> str:
    """Counted, sealed and opened, each in its turn alone; answers the hash of the opening."""
    counted = ("--group", "a", "--drawn", "5", "--with", "t2")
    assert commands.by("t1", "ballot", "count", "r1", *counted, stdin=f"{PASSWORD}\n").code == 0
    early = commands("ballot", "receipts", "r1")
    assert early.code == 2
    voting = commands.by("zzb", "round", "close", "r1")
    assert (voting.code, "请先封箱" in voting.err) == (1, True)
    assert commands.by("zzb", "ballot", "close", "r1").code == 0
    assert commands.by("zzb", "round", "close", "r1").code == 0
    refused = commands.by("zzb", "round", "disclosure", "r1", "--yes")
    assert (refused.code, "票箱还没有开" in refused.err) == (1, True)
    opened = commands.by("t1", "ballot", "open", "r1", "--with", "t2", "--json", stdin=f"{PASSWORD}\n").json
    assert [(each["handed_in"], each["valid"]) for each in opened["groups"]] == [(5, 5), (0, 0), (6, 6)]
    found: str = opened["hash"]
    return found


def test_the_whole_path_from_the_slips_to_the_receipts(commands: Commands, tmp_path: Path) -> None:
    ballot = commands.file("ballot.json", json.dumps({"marks": MARKS}))
    codes = printed(commands, tmp_path / "slips.html")
    kept_for_later(commands, ballot, codes["a"][0])
    receipts = voted(commands, ballot, [*codes["a"], *codes["c"]])
    opening = closed_and_opened(commands)
    assert commands("audit", "verify", opening).code == 0
    assert sorted(commands("ballot", "receipts", "r1", "--json").json["receipts"]) == sorted(receipts)
    assert commands("ballot", "receipts", "r1", receipts[0]).code == 0
    assert commands("ballot", "receipts", "r1", "0" * 16).code == 1
    assert commands.by("zzb", "round", "disclosure", "r1", "--yes").code == 0


def test_two_tellers_key_a_paper_ballot_twice(commands: Commands) -> None:
    printed = commands.by("zzb", "ballot", "print", "r1", "--count", "a=5", "--json").json
    (code, *_others) = printed["groups"][0]["codes"]
    first = commands.file("first.json", json.dumps({"marks": MARKS}))
    other = {**MARKS, "c07": {"pair.one": "good", "pair.two": "unknown"}}
    second = commands.file("second.json", json.dumps({"marks": other}))
    typed = f"{PASSWORD}\n{code}\n"
    differing = commands.by("t1", "ballot", "paper", "r1", str(first), str(second), "--with", "t2", stdin=typed)
    assert (differing.code, "1 处不一样" in differing.err) == (2, True)
    alike = commands.by("t1", "ballot", "paper", "r1", str(first), str(first), "--with", "t2", "--json", stdin=typed)
    assert alike.json == {"round": "r1", "valid": True}


def test_a_ballots_file_that_does_not_fit_is_refused_in_a_sentence(commands: Commands) -> None:
    printed = commands.by("zzb", "ballot", "print", "r1", "--count", "a=5", "--json").json
    (code, *_others) = printed["groups"][0]["codes"]
    for said, told in (
        ("[]", "读不出来"),
        ('{"marks": {"x1": {}}}', "没有编号为“x1”的人"),
        ('{"marks": {"c01": {"pair.three": "good"}}}', "不问“c01”的“pair.three”"),
        ('{"marks": {"c01": {"pair.one": "great"}}}', "只能写：good、half、nil、unknown"),
        ('{"marks": {"c01": {"pair.one": "good"}}}', "还有 119 处没有评"),
    ):
        path = commands.file("wrong.json", said)
        refused = commands("ballot", "vote", str(path), stdin=f"{code}\n{WORD}\n")
        assert (refused.code, told in refused.err) == (2, True), refused.err
        assert code not in refused.err


def test_who_votes_by_ballot_is_not_said_to_have_handed_everything_in(commands: Commands) -> None:
    told = commands.by("zzb", "round", "status", "r1").out
    assert "没有按人统计的进度" in told
    assert "还没有开启" not in told
    assert "程序不知道" in commands.by("zzb", "round", "remind", "r1").err
    empty = commands.by("zzb", "round", "bulletin", "r1")
    assert (empty.code, "没有可以通报的" in empty.err) == (2, True)
