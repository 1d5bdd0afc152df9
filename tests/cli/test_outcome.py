"""How the grades come about, and a decision, as commands."""

from fractions import Fraction
from pathlib import Path

import pytest

from cadre_tui.model.rounds.counting_rules import Quota, Referral
from cadre_tui.model.rounds.round_rules import Secrecy
from cadre_tui.services.results.outcome import deciding
from tests.cli.commands import Commands, refused
from tests.services.rated_office import rated_office
from tests.services.results.test_outcome import closed
from tests.services.small import GRADES, PASSWORD, make

POOR = Referral(options=("nil",), over=Fraction(1, 3))


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    """Two tie on the line of the last place, one has too many poor votes."""
    small = closed(make(tmp_path / "data"), quota=Quota(share=Fraction(1, 2)), refer=(POOR,))
    monkeypatch.setenv("CADRE_DATA", str(small.folder))
    found = Commands(monkeypatch, capsys, small.folder.parent)
    found.tokens["zzb"] = found("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    return found


def decided(commands: Commands, subject: str, grade: str) -> int:
    asked = ("round", "decide", "r1", "--subject", subject, "--grade", grade, "--reason", "研究决定", "--json")
    return int(commands.by("zzb", *asked).json["waiting"])


def test_from_the_outcome_to_the_publication(commands: Commands) -> None:
    assert "cadre round outcome r1" in commands.by("zzb", "round", "publish", "r1").err
    told = commands.by("zzb", "round", "outcome", "r1").out
    assert "甲单位：4 人，“良好”名额 2 个，达到的 3 人，名额线 8.0；2 人并列，只剩 1 个名额" in told
    assert "提请研究：“差”超过有效票的 1/3" in told
    assert "还有 3 人的等次要由组织研究决定" in told
    assert "安一" not in told
    assert "安一" in commands.by("zzb", "round", "outcome", "r1", "--all").out
    assert "cadre round decide r1" in commands.by("zzb", "round", "publish", "r1").err
    assert [decided(commands, *each) for each in (("a2", "good"), ("a3", "pass"), ("a4", "fail"))] == [2, 1, 0]
    found = commands.by("zzb", "round", "outcome", "r1", "--json").json
    assert (found["waiting"], [each["causes"] for each in found["cases"]]) == (0, [["tie"], ["tie"], ["referred"]])
    assert found["cases"][0]["ruling"] == {"grade": "good", "reason": "研究决定", "by": "zzb"}
    assert commands.by("zzb", "round", "publish", "r1").code == 0
    (sheet,) = commands.by("zzb", "results", "r1", "--subject", "a3", "--json").json["results"]
    assert sheet["grade"] == {"zh": "合格"}
    assert [each["step"] for each in sheet["grade_steps"]] == ["result-quota", "result-ruled"]
    assert "组织研究决定：等次为合格。理由：研究决定" in commands.by("zzb", "results", "r1", "--subject", "a3").out


def test_a_decision_that_cannot_be_is_refused_in_a_sentence(commands: Commands) -> None:
    commands.by("zzb", "round", "outcome", "r1")
    asked = ("round", "decide", "r1", "--subject")
    assert "没有要决定的" in refused(commands.by("zzb", *asked, "a1", "--grade", "good", "--reason", "好"), 2)
    told = refused(commands.by("zzb", *asked, "a4", "--grade", "good", "--reason", "好"), 2)
    assert told.startswith("不能定为“良好”：可以定的有 不合格（")
    assert "没有写理由" in refused(commands.by("zzb", *asked, "a2", "--grade", "good", "--reason", " "), 2)


def test_publishing_a_named_round_looks_by_itself_and_waits_for_grades_that_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No quota and nothing referred: the command that publishes works out what the adjusted figure changes."""
    office = rated_office(tmp_path / "data", secrecy=Secrecy.NAMED, min_raters=1, min_comments=1, grade=GRADES)
    monkeypatch.setenv("CADRE_DATA", str(office.folder))
    commands = Commands(monkeypatch, capsys, office.folder.parent)
    commands.tokens["zzb"] = commands("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    assert "cadre round decide r1" in commands.by("zzb", "round", "publish", "r1").err
    for each in commands.by("zzb", "round", "outcome", "r1", "--json").json["cases"]:
        assert each["causes"] == ["different"]
        who = each["subject"]["id"]
        decided(commands, who, deciding.choices(office.organiser, "r1", who)[0])
    assert commands.by("zzb", "round", "publish", "r1").code == 0


def test_a_grade_is_told_by_its_name_as_well_as_by_its_code(commands: Commands) -> None:
    commands.by("zzb", "round", "outcome", "r1")
    asked = ("round", "decide", "r1", "--subject", "a3", "--grade", "合格", "--reason", "研究决定")
    told = commands.by("zzb", *asked)
    assert (told.code, "a3 的等次是 合格" in told.out) == (0, True)
    cases = commands.by("zzb", "round", "outcome", "r1", "--json").json["cases"]
    assert [each["ruling"]["grade"] for each in cases if each["ruling"]] == ["pass"]
