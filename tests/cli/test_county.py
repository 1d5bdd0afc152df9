"""The county's page as a command: tables, JSON, who may see what."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.cli.commands import Commands
from tests.services.small import ORGANISER, PASSWORD
from tests.services.units import CLERK, make_units


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("units") / "data"
    make_units(folder)
    return folder


@pytest.fixture
def commands(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Commands:
    monkeypatch.setenv("CADRE_DATA", str(copytree(made, tmp_path / "data")))
    found = Commands(monkeypatch, capsys, tmp_path)
    for person in (ORGANISER, CLERK, "a1"):
        found.tokens[person] = found("--as", person, "sign-in", stdin=f"{PASSWORD}\n").out.strip()
    return found


def lines_of(told: str, title: str) -> list[str]:
    """The lines of the table under that title."""
    return told.split(f"{title}\n", 1)[1].split("\n\n", 1)[0].splitlines()


def test_the_organiser_reads_every_table(commands: Commands) -> None:
    told = commands.by(ORGANISER, "county", "r2").out
    everybody = lines_of(told, "总分")[2].split()
    assert everybody[:5] == ["全体", "15", "15", "7.9", "8.0"]
    assert lines_of(told, "等次分布")[2].split() == ["良好", "13", "86.7%", "未显示", "未显示"], (
        "all leaders earned it"
    )
    assert lines_of(told, "考评项（得分占满分的百分比，弱的在前）")[2].startswith("第二项")
    assert "不足 3 人的不显示" in told
    assert lines_of(told, "历轮")[2].split()[-2:] == ["15", "6.5"]


def test_a_unit_alone_by_its_name(commands: Commands) -> None:
    told = commands.by(ORGANISER, "county", "n1", "--unit", "甲单位", "--json").json
    assert told["unit"]["name"] == "甲单位"
    assert told["unit"]["all"]["people"] == 6
    assert "county" not in told
    refused = commands.by(CLERK, "county", "n1", "--unit", "乙单位")
    assert refused.code == 2
    assert "不归你看" in refused.err


def test_json_has_every_figure_and_names_what_is_kept_back(commands: Commands) -> None:
    told = commands.by(ORGANISER, "county", "r2", "--json").json
    assert [each["name"] for each in told["units"]] == ["甲单位", "乙单位", "丙单位"]
    small = told["units"][2]["all"]
    assert (small["people"], small["mean"], small["grades"], small["criteria"]) == (2, None, None, {})
    assert "total" in small["kept_back"]
    assert told["county"]["all"]["criteria"]["t.pair/pair.one"]["points"] == 5.2
    former = {"round": "r1", "people": 15, "mean": 6.5, "same": True, "profile": {}}
    assert told["former"] == [{**former, "not_comparable": [], "other": []}]


def test_a_cadre_reads_the_county_and_no_unit(commands: Commands) -> None:
    told = commands.by("a1", "county", "n1", "--json").json
    assert told["units"] == []
    assert told["least"] == 5


def test_it_speaks_english(commands: Commands) -> None:
    told = commands.by(ORGANISER, "--lang", "en", "county", "r2").out
    assert lines_of(told, "Total")[0].split()[0] == "Who"
    assert "Fewer than 3 people" in told


def test_before_the_publication_it_is_refused(commands: Commands) -> None:
    refused = commands.by(ORGANISER, "county", "open")
    assert refused.code == 3
    assert "还没有公布" in refused.err


def test_an_item_of_the_remedy_list_from_the_command_line(commands: Commands) -> None:
    due = "2099-12-20"
    made = commands.by(
        ORGANISER,
        "remedy",
        "new",
        "n1",
        "--text",
        "每月对照检查",
        "--owner",
        "人a1",
        "--due",
        due,
        "--unit",
        "甲单位",
        "--json",
    ).json
    assert (made["owner"], made["due"], made["state"]) == ("a1", due, "open")
    assert "每月对照检查" in commands.by("a1", "remedy", "list", "n1").out
    assert commands.by("a1", "remedy", "report", "n1", made["id"], "--done", "--note", "查过").code == 0
    assert "待核查" in commands.by(CLERK, "remedy", "list", "n1").out
    told = commands.by(
        CLERK, "remedy", "judge", "n1", made["id"], "--verdict", "settled", "--note", "看过原件", "--json"
    ).json
    assert told["state"] == "settled"
    listed = commands.by(ORGANISER, "remedy", "list", "n1", "--json").json["items"]
    assert [(each["owner_name"], each["unit_name"], each["state"]) for each in listed] == [
        ("人a1", "甲单位", "settled")
    ]
    refused = commands.by(ORGANISER, "remedy", "hand-over", "n1", made["id"], "--owner", "a2", "--note", "调动")
    assert (refused.code, "不能再改" in refused.err) == (2, True)


def test_a_day_that_is_none_is_refused_in_a_sentence(commands: Commands) -> None:
    wrong = ("--text", "补记录", "--owner", "a1", "--due", "年底")
    refused = commands.by(ORGANISER, "remedy", "new", "n1", *wrong)
    assert refused.code == 2
    assert "“年底”不是日期" in refused.err
