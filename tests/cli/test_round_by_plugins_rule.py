"""A named round whose votes a plugin counts: made, opened, published, explained; and read when the plugin is gone."""

import json
import runpy
from pathlib import Path

import pytest

from tests.cli.commands import Commands, Told, refused
from tests.examples.writing import HEAD, section, yes_no

TITLE = "最高、最低各去四分之一再平均"
SAID = f"{TITLE}（插件 linshan 1.0 的规则）"
ROUND = """id = "2026-h2"
secrecy = "{secrecy}"
{more}
rule = "{rule}"
title = "2026年下半年"
[[use]]
checklist = "test.list"
by = "peer"
weight = 1
"""
VOTES = {"q2": 5, "q3": 20, "q4": 39, "q1": 40}
"""Of q5, whom all four rate: points for the first criterion."""


def round_file(county: Commands, rule: str = "linshan.middle_half", secrecy: str = "named", more: str = "") -> Path:
    lists = county.folder / "data" / "checklists"
    lists.mkdir(exist_ok=True)
    number = 'id = "x"\nkind = "count"\ntext = "次数"\npoints = 40\nper = 1\ncap = 40'
    lists.joinpath("test.toml").write_text(HEAD + section(number, yes_no("y", "60")), "utf-8")
    return county.file("round.toml", ROUND.format(rule=rule, secrecy=secrecy, more=more))


def five_people(county: Commands) -> None:
    roster = (county.folder / "roster.csv").read_text("utf-8")
    county.file("roster.csv", roster + "q5,孙丽,城关镇,乡科级干部,组织委员\n")
    assert county.by("zzb", "roster", "import", county.folder / "roster.csv", "--yes").code == 0
    county.activate_all()


def organiser(county: Commands, *arguments: str | Path) -> Told:
    told = county.by("zzb", "round", *arguments)
    assert told.code == 0, told.err
    return told


def closed(county: Commands) -> None:
    organiser(county, "new", round_file(county))
    organiser(county, "open", "2026-h2")
    for rater, count in VOTES.items():
        said = {"x": {"number": count}, "y": {"yes": True}}
        answers = county.file(f"{rater}.json", json.dumps({"checklist": "test.list|1", "answers": said}))
        told = county.by(rater, "respond", "--round", "2026-h2", "--subject", "q5", answers)
        assert told.code == 0, told.err
    organiser(county, "close", "2026-h2", "--leave-out", "到期未交")


def test_putting_its_plugin_out_of_use_tells_what_that_holds_up(peopled: Commands, linshan_enabled: Path) -> None:
    five_people(peopled)
    closed(peopled)
    told = peopled("plugin", "disable", "linshan")
    assert (told.code, "轮次“2026年下半年”（2026-h2）按它的规则计分，还没有公布" in told.err) == (0, True)
    assert "cadre plugin enable linshan" in told.err
    assert peopled("plugin", "disable", "linshan").err == "", "it was out of use already"
    assert peopled("plugin", "enable", "linshan", "--yes").code == 0
    organiser(peopled, "outcome", "2026-h2")
    organiser(peopled, "publish", "2026-h2")
    assert peopled("plugin", "disable", "linshan").err == "", "what it answered is kept"


def result(county: Commands) -> dict:
    (sheet,) = county.by("q5", "results", "2026-h2", "--json").json["results"]
    return sheet


def test_its_figures_are_counted_told_and_kept(peopled: Commands, linshan_enabled: Path) -> None:
    five_people(peopled)
    closed(peopled)
    told = peopled.by("zzb", "round", "publish", "2026-h2")
    assert (told.code, "存下它算出的分" in told.err) == (1, True)
    organiser(peopled, "outcome", "2026-h2")
    organiser(peopled, "publish", "2026-h2")

    before = result(peopled)
    x = next(row for row in before["criteria"] if row["id"] == "x")
    assert (x["peers"], before["total"]) == (29.5, 89.5)  # 20 and 39, of 5, 20, 39, 40
    title = {"zh": TITLE, "en": "Mean of the middle half"}
    assert before["rule_by"] == {"plugin": "linshan", "version": "1.0", "title": title}
    assert by_hand(before)

    linshan_enabled.unlink()
    assert result(peopled) == before
    assert SAID in organiser(peopled, "show", "2026-h2").out
    assert peopled.by("q5", "report", "2026-h2", "--to", peopled.folder / "out", "--format", "html").code == 0
    (sheet,) = (peopled.folder / "out").glob("**/*.html")
    assert SAID in sheet.read_text("utf-8")


def by_hand(sheet: dict) -> bool:
    """Whether the organisers' own script comes to the same figures."""
    recompute = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "organisers" / "recompute.py"))["recompute"]
    again = list(recompute(sheet))
    return bool(again) and all(printed == comes_out for _what, printed, comes_out in again)


def test_until_it_is_published_the_plugin_must_be_there_in_the_version_of_the_opening(
    peopled: Commands, linshan_enabled: Path
) -> None:
    five_people(peopled)
    closed(peopled)
    organiser(peopled, "outcome", "2026-h2")
    allowed = linshan_enabled.read_text("utf-8")
    linshan_enabled.unlink()
    told = peopled.by("zzb", "round", "publish", "2026-h2")
    assert (told.code, f"插件 linshan 1.0 的规则“{TITLE}”" in told.err) == (1, True)
    linshan_enabled.write_text(allowed, "utf-8")
    organiser(peopled, "outcome", "2026-h2")
    organiser(peopled, "publish", "2026-h2")


@pytest.mark.usefixtures("linshan_enabled")
def test_a_confidential_round_refuses_it_and_says_why(peopled: Commands) -> None:
    file = round_file(peopled, secrecy="confidential")
    for told in (peopled.by("zzb", "round", "new", file), peopled("round", "check", file)):
        assert told.code != 0
        assert "RD077" in told.err
        assert "只能用在记名的轮次" in told.err


@pytest.mark.usefixtures("linshan_installed")
def test_a_rule_that_nobody_brings_is_named(peopled: Commands) -> None:
    told = peopled.by("zzb", "round", "new", round_file(peopled))
    assert "linshan.middle_half" in refused(told, 2)
    told = peopled.by("zzb", "round", "new", round_file(peopled, rule="middle"))
    assert "mean" in told.err
