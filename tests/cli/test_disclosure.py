"""The check before publication and raw material as commands."""

from pathlib import Path

import pytest

from cadre_tui.model.people.person import Role
from cadre_tui.services.rounds import life
from cadre_tui.store import keys
from tests.cli.commands import Commands, refused
from tests.services.office import EQUALS, SUBJECT, office, rate, rules_of
from tests.services.small import PASSWORD, Small


@pytest.fixture
def closed(tmp_path: Path) -> Small:
    """A confidential round, closed: five rated, all the first criterion alike."""
    small = office(tmp_path / "data")
    small.opened(rules_of())
    marks = {each: ("good", ("good", "half")[at % 2]) for at, each in enumerate(EQUALS[:5])}
    rate(small, marks, reasons={"e1": "肯下功夫"})
    life.close_round(small.organiser, "r1", "没交的不计入")

    def give(found: dict[str, object] | None) -> dict[str, object]:
        return {**(found or {}), "roles": [Role.SUPERVISOR.value]}

    small.county.store.change(keys.account("e7"), give)
    return small


@pytest.fixture
def commands(closed: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Commands:
    monkeypatch.setenv("CADRE_DATA", str(closed.folder))
    found = Commands(monkeypatch, capsys, closed.folder.parent)
    found.tokens["zzb"] = found("--as", "zzb", "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    return found


def test_publishing_asks_for_the_check_and_the_check_tells_no_value(commands: Commands) -> None:
    told = commands.by("zzb", "round", "publish", "r1")
    assert told.code == 1
    assert "cadre round disclosure r1" in told.err
    found = commands.by("zzb", "round", "disclosure", "r1", "--yes", "--json").json["findings"]
    assert [(each["subject"], each["figure"], each["criterion"], each["why"], each["done"]) for each in found] == [
        (SUBJECT, "criterion", "pair.one", "unanimity", "withheld"),
        (SUBJECT, "criterion", "pair.two", "difference", "withheld"),
        (SUBJECT, "comments", None, "comments-too-few", "withheld"),
    ]
    assert commands.by("zzb", "round", "publish", "r1").code == 0
    (result,) = commands.by("zzb", "results", "r1", "--subject", SUBJECT, "--json").json["results"]
    assert (result["secrecy"], result["comments"]) == ("confidential", None)
    assert [(each["peers"], each["withheld"]) for each in result["criteria"]] == [(None, "kept-back")] * 2
    assert "votes" not in result


def test_a_script_may_publish_with_the_check_done_on_the_way(commands: Commands) -> None:
    told = commands.by("zzb", "round", "publish", "r1", "--disclosed", "--json")
    assert told.code == 0
    assert "3 个数会让人看出是谁评的" in told.err


def test_raw_scores_take_the_others_password(commands: Commands) -> None:
    asked = ("round", "raw", "r1", "--subject", SUBJECT, "--reason", "申诉核查", "--with")
    assert refused(commands.by("zzb", *asked, "e7", stdin="wrong\n"), 3)
    assert refused(commands.by("zzb", *asked, "zzb", stdin=f"{PASSWORD}\n"), 3).startswith("打开原始评分要两个人")
    votes = commands.by("zzb", *asked, "e7", "--json", stdin=f"{PASSWORD}\n").json["votes"]
    assert (votes[0]["rater"]["id"], votes[0]["score"], votes[0]["reason"]) == ("e1", 6.0, "肯下功夫")
    assert "人e1" in commands.by("zzb", *asked, "e7", stdin=f"{PASSWORD}\n").out
