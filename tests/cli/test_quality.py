"""How raters rated, and the decision that somebody's votes are void, as commands."""

from pathlib import Path

import pytest

from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.rounds.voids import voids_of
from tests.cli.commands import Commands, refused
from tests.services.rated_office import SAME, STAFF, rated_office
from tests.services.small import GRADES, PASSWORD, Small


@pytest.fixture
def closed(tmp_path: Path) -> Small:
    return rated_office(tmp_path / "data", grade=GRADES)


@pytest.fixture
def commands(closed: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    monkeypatch.setenv("CADRE_DATA", str(closed.folder))
    found = Commands(monkeypatch, capsys, closed.folder.parent)
    found.tokens["zzb"] = found("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    return found


def test_codes_questions_and_their_chances_are_told(commands: Commands, closed: Small) -> None:
    code = rater_code(closed.county, "r1", SAME)
    told = commands.by("zzb", "round", "quality", "r1", "--yes")
    assert (told.code, told.err) == (0, "")
    assert f"{code}：给每个人的分数几乎一样" in told.out.replace("\n  ", "")
    assert "也有" in told.out
    assert not any(each in told.out for each in STAFF)
    answer = commands.by("zzb", "round", "quality", "r1", "--json").json
    assert len(answer["raters"]) == 12
    one = next(each for each in answer["raters"] if each["code"] == code)
    assert (one["rater"], one["void"]) == (None, None)
    assert {"code", "question", "false_alarm_rate"} == set(one["flags"][0])
    assert answer["open"]


def test_a_decision_is_previewed_made_and_taken_back(commands: Commands, closed: Small) -> None:
    code = rater_code(closed.county, "r1", SAME)
    answer = commands.by("zzb", "round", "quality", "r1", "--preview", code, "--yes", "--json").json
    assert set(answer) == {"code", "grades", "withheld"}
    assert "等次会变的有" in commands.by("zzb", "round", "quality", "r1", "--preview", code).out
    assert "理由" in refused(commands.by("zzb", "round", "quality", "r1", "--void", code), 2)
    told = commands.by("zzb", "round", "quality", "r1", "--void", code, "--reason", "没有逐项看")
    assert "作废：没有逐项看" in told.out
    told = commands.by("zzb", "round", "quality", "r1", "--restore", code, "--reason", "查明不是", "--json")
    assert all(each["void"] is None for each in told.json["raters"])
    log = commands.by("zzb", "audit", "show", "--json").out
    assert "votes-voided" in log
    assert "没有逐项看" in log


@pytest.mark.parametrize("asked", [("quality",), ("quality", "--differences"), ("disclosure",), ("outcome",)])
def test_what_a_look_settles_is_asked_first(commands: Commands, closed: Small, asked: tuple[str, ...]) -> None:
    verb, *options = asked
    assert "--yes" in refused(commands.by("zzb", "round", verb, "r1", *options), 2)
    assert closed.county.round("r1").disclosure is None
    assert voids_of(closed.county, "r1").closed is None
    assert commands.by("zzb", "round", verb, "r1", *options, "--yes").code == 0
    assert commands.by("zzb", "round", verb, "r1", *options).code == 0, "what stands already is not asked again"


def test_what_follows_from_the_votes_asks_again_after_the_raters_were_looked_at(
    commands: Commands, closed: Small
) -> None:
    commands.by("zzb", "round", "quality", "r1", "--yes")
    for verb in ("disclosure", "outcome"):
        assert "--yes" in refused(commands.by("zzb", "round", verb, "r1"), 2)
    code = rater_code(closed.county, "r1", SAME)
    assert commands.by("zzb", "round", "quality", "r1", "--void", code, "--reason", "核查").code == 0


def test_after_the_list_of_grades_nothing_is_decided_any_more(commands: Commands, closed: Small) -> None:
    code = rater_code(closed.county, "r1", SAME)
    assert commands.by("zzb", "round", "quality", "r1", "--differences", "--yes").code == 0
    assert isinstance(
        commands.by("zzb", "round", "quality", "r1", "--differences", "--json").json["differences"], list
    )
    told = commands.by("zzb", "round", "quality", "r1", "--void", code, "--reason", "核查")
    assert "前后一比" in refused(told, 3)
    assert not commands.by("zzb", "round", "quality", "r1", "--json").json["open"]
