"""``cadre doctor``: what is wrong is told with what to do; nothing is mended without being asked."""

from pathlib import Path

import pytest

from cadre_tui.services import county
from tests.cli.commands import ROUND, Commands, refused
from tests.store.folder.test_checkup import spoil
from tests.store.places import tampered


@pytest.fixture
def opened(peopled: Commands) -> Commands:
    """A county with a round under way."""
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    return peopled


def data(commands: Commands) -> Path:
    return commands.folder / "data"


def test_a_whole_county_is_well(opened: Commands) -> None:
    told = opened("doctor")
    assert told.code == 0
    assert told.out.startswith("数据完好：查了")
    answered = opened("doctor", "--json").json
    assert answered["well"] is True
    assert answered["flaws"] == answered["mended"] == []
    assert answered["documents"] == len([each for each in data(opened).rglob("*.json") if each.name[0] != "."])
    assert opened("--lang", "en", "doctor").out.startswith("The data are whole:")


def test_a_damaged_file_is_named_and_mended_only_when_agreed(opened: Commands) -> None:
    file = data(opened) / "rounds" / "2026-h2.json"
    spoil(file)
    before = file.read_bytes()
    told = opened("doctor")
    assert told.code == 1
    assert "rounds/2026-h2.json：已经损坏。可以用上一次保存的内容补救" in told.out
    assert "cadre doctor --mend" in told.out
    refusal = opened("doctor", "--mend", stdin="n\n")
    assert refusal.code == 1
    assert "什么也没有改" in refusal.out
    assert file.read_bytes() == before
    answered = opened("doctor", "--mend", "--yes", "--json")
    assert answered.code == 0, answered.out
    (mended,) = answered.json["mended"]
    assert mended["code"] == "drawer-damaged"
    assert (data(opened) / mended["kept"]).read_bytes() == before
    assert "补救了数据，1 处：rounds/2026-h2.json" in opened.by("zzb", "audit", "show").out
    assert opened("audit", "verify").code == 0


@pytest.mark.parametrize("name", ["county", "roster", "audit-head"])
def test_it_runs_where_nothing_else_does(opened: Commands, name: str) -> None:
    file = data(opened) / f"{name}.json"
    opened.by("zzb", "codes", "q1")
    spoil(file)
    found = opened("doctor", "--json")
    assert found.code == 1
    assert f"{name}.json" in [each["path"] for each in found.json["flaws"]]


def test_what_the_files_say_is_looked_at_too(opened: Commands) -> None:
    (frozen,) = data(opened).glob("round-checklists/2026-h2/*.json")
    tampered(frozen, lambda row: row["canonical"].update(version="9"))
    tampered(data(opened) / "audit" / "000000001.json", lambda row: row.update(who="nobody"))
    tampered(data(opened) / "rounds" / "2026-h2.json", lambda row: row["rules"].update(min_raters=2))
    told = opened("doctor", "--json")
    assert told.code == 1
    says = "\n".join(each["says"] for each in told.json["flaws"])
    assert "操作记录被改动过：第 1 条" in says
    assert {each["code"] for each in told.json["flaws"]} == {"audit", "round-rules-changed"}


def test_a_frozen_checklist_is_held_against_its_digest(opened: Commands) -> None:
    (frozen,) = data(opened).glob("round-checklists/2026-h2/*.json")
    tampered(frozen, lambda row: row["canonical"].update(version="9"))
    assert [each["code"] for each in opened("doctor", "--json").json["flaws"]] == ["checklist-copy-damaged"]
    frozen.unlink()
    assert [each["code"] for each in opened("doctor", "--json").json["flaws"]] == ["checklist-copy-missing"]


def test_where_there_is_no_county_it_is_said(commands: Commands) -> None:
    assert "cadre init" in refused(commands("doctor"), 4)
    (commands.folder / "data").mkdir()
    assert "cadre init" in refused(commands("doctor"), 4)


def test_no_checklist_or_plugin_is_even_looked_for(opened: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(county, "load_catalogue", lambda *_folders, **_options: pytest.fail("looked for plugins"))
    assert opened("doctor").code == 0
