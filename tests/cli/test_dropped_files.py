"""A file dropped into the data folder, or into one that is named, is there at once: as text, workbook or CSV."""

import shutil
from pathlib import Path

import pytest

from tests.cli.commands import Commands

COUNTIES = Path(__file__).parents[2] / "plugins"
CSV = """考评表
编号,t.dropped
版本,1
名称,题
考评项
节编号,节名称,编号,类型,考评内容,分值
s,节,a,是否,甲,5
"""


def drop(folder: Path) -> None:
    (folder / "deeper").mkdir(parents=True)
    shutil.copy(COUNTIES / "qinghe" / "qinghe.agency.toml", folder)
    shutil.copy(COUNTIES / "linshui" / "linshui.enterprise.xlsx", folder / "deeper")
    (folder / "t.csv").write_text(CSV, "utf-8")


@pytest.mark.parametrize("where", ["the data folder", "a folder that is named"])
def test_what_is_dropped_is_listed_shown_and_scored_from_its_file(commands: Commands, where: str) -> None:
    named = where == "a folder that is named"
    folder = commands.folder / "mine" if named else commands.folder / "data" / "checklists"
    drop(folder)
    option = ("--checklists", str(folder)) if named else ()
    listed = commands("plugin", "list", "--json", *option).json["checklists"]
    found = {each["id"]: each for each in listed if each["source"]["kind"] == "folder"}
    assert set(found) == {"qinghe.agency", "linshui.enterprise", "t.dropped"}
    assert {each["status"] for each in found.values()} == {"usable"}
    for each in found:
        told = commands("plugin", "info", each, *option)
        assert told.code == 0
        assert str(folder) in told.out


def test_a_checklist_whose_plugin_is_not_enabled_is_not_called_usable(commands: Commands) -> None:
    folder = COUNTIES / "yunxi" / "yunxi_plugin"
    listed = commands("plugin", "list", "--json", "--checklists", str(folder)).json["checklists"]
    assert [each["status"] for each in listed if each["id"] == "yunxi.cadre"] == ["needs-plugin"]


def test_a_folder_named_before_the_command_is_looked_into_by_every_command(commands: Commands) -> None:
    drop(commands.folder / "mine")
    before = ("--checklists", str(commands.folder / "mine"))
    answer = commands.file("r.json", '{"checklist": "t.dropped|1", "answers": {"a": {"yes": true}}}')
    assert commands(*before, "score", "t.dropped", answer, "--json").json["total"] == 5
    assert "t.dropped" in {each["id"] for each in commands(*before, "plugin", "list", "--json").json["checklists"]}
    assert commands(*before, "--no-plugins", "score", "t.dropped", answer).code == 2


def test_a_folder_that_is_not_there_is_told(commands: Commands) -> None:
    for line in (("plugin", "list", "--checklists", "nowhere"), ("--checklists", "nowhere", "plugin", "list")):
        told = commands(*line)
        assert told.code == 2
        assert "nowhere" in told.err
