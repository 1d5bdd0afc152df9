"""``cadre plugin enable``, ``disable`` and ``lock``: plugins by version, checklists by name; nothing is imported."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.commands import Commands

BOMB = "raise SystemExit('this code must not run')\n"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site folder with a Python plugin that must not be imported, and a package of data."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(str(site))
    package(site, "bomb-county", "1.0", "cadre.plugins", "bomb", "bomb_county")
    (site / "bomb_county.py").write_text(BOMB)
    return site


def package(site: Path, name: str, version: str, group: str, entry: str, value: str) -> None:
    about = site / f"{name.replace('-', '_')}-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nAuthor: 清河县委组织部\n", "utf-8"
    )
    (about / "entry_points.txt").write_text(f"[{group}]\n{entry} = {value}\n", "utf-8")


def upgrade(site: Path) -> None:
    (site / "bomb_county-1.0.dist-info").rename(site / "bomb_county-1.1.dist-info")
    metadata = site / "bomb_county-1.1.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text("utf-8").replace("1.0", "1.1"), "utf-8")


def status(commands: Commands) -> str:
    plugins = commands("plugin", "list", "--json").json["plugins"]
    return next(each["status"] for each in plugins if each["name"] == "bomb")


def test_enabling_says_what_it_means_and_wants_a_yes(commands: Commands, installed: Path) -> None:
    asked = commands("plugin", "enable", "bomb")
    assert asked.code == 2
    assert "拦不住" in asked.err
    assert "--yes" in asked.err
    assert status(commands) == "not-enabled"
    done = commands("plugin", "enable", "bomb", stdin="是\n")
    assert done.code == 0
    assert "1.0" in done.out
    assert "拦不住" in done.err
    assert status(commands) == "on"
    assert 'bomb = "1.0"' in (commands.folder / "data" / "plugins.toml").read_text("utf-8").replace('"bomb"', "bomb")
    assert "bomb_county" not in sys.modules


def test_after_an_upgrade_it_has_to_be_enabled_again(commands: Commands, installed: Path) -> None:
    assert commands("plugin", "enable", "bomb", "--yes", "--json").json == {"enabled": ["bomb"], "version": "1.0"}
    assert commands("plugin", "enable", "bomb", "--yes", "--json").json == {"enabled": [], "version": "1.0"}
    upgrade(installed)
    assert status(commands) == "other-version"
    assert "cadre plugin enable bomb" in commands("plugin", "list").out
    assert commands("plugin", "enable", "bomb-county", "--yes").code == 0
    assert status(commands) == "on"
    assert commands("plugin", "disable", "bomb").code == 0
    assert status(commands) == "not-enabled"
    assert "本来就没有启用" in commands("plugin", "disable", "bomb").out
    assert "bomb_county" not in sys.modules


def test_what_is_no_longer_installed_can_still_be_disabled(commands: Commands, installed: Path) -> None:
    commands("plugin", "enable", "bomb", "--yes")
    (installed / "bomb_county-1.0.dist-info" / "entry_points.txt").unlink()
    assert commands("plugin", "disable", "bomb").code == 0
    assert commands("plugin", "disable", "bomb").code == 2


def test_info_tells_how_a_plugin_stands(commands: Commands, installed: Path) -> None:
    told = commands("plugin", "info", "bomb")
    assert told.code == 0
    for part in ("bomb-county 1.0", "清河县委组织部", "未启用", "bomb_county"):
        assert part in told.out
    answer = commands("plugin", "info", "bomb", "--json").json
    assert (answer["status"], answer["version"], len(answer["digest"])) == ("not-enabled", "1.0", 64)


def test_a_checklist_is_disabled_shown_as_such_and_used_again(commands: Commands) -> None:
    assert commands("plugin", "disable", "core.mutual").code == 0
    listed = {each["id"]: each["status"] for each in commands("plugin", "list", "--json").json["checklists"]}
    assert (listed["core.mutual"], listed["core.learning"]) == ("disabled", "usable")
    told = commands("plugin", "info", "core.mutual")
    assert told.code == 0
    assert "已停用" in told.out
    refused = commands("score", "core.mutual", commands.file("r.json", "{}"))
    assert refused.code == 1
    assert "cadre plugin enable core.mutual" in refused.err
    assert "已经停用" in commands("plugin", "disable", "core.mutual").out
    assert commands("plugin", "enable", "core.mutual").code == 0
    assert "本来就在用" in commands("plugin", "enable", "core.mutual").out
    assert commands("plugin", "list", "--json").json["checklists"][1]["status"] == "usable"


def test_a_package_of_data_is_disabled_by_its_name(commands: Commands) -> None:
    assert commands("plugin", "disable", "cadre-checklists-hequan").code == 0
    told = commands("plugin", "list", "--json").json
    assert "hequan.village" not in {each["id"] for each in told["checklists"]}
    assert ("hequan-village", "disabled") in {(each["name"], each["status"]) for each in told["plugins"]}
    assert commands("plugin", "enable", "Cadre-Checklists-Hequan").code == 0
    assert "hequan.village" in {each["id"] for each in commands("plugin", "list", "--json").json["checklists"]}


def test_a_checklist_that_only_a_plugins_code_brings_can_be_disabled_too(commands: Commands, installed: Path) -> None:
    assert commands("plugin", "disable", "bomb.checklist").code == 2
    commands("plugin", "enable", "bomb", "--yes")
    assert commands("plugin", "disable", "bomb.checklist").code == 0
    assert commands("plugin", "enable", "bomb.checklist").code == 0
    assert "bomb_county" not in sys.modules


def test_an_unknown_name_is_told_with_what_was_meant(commands: Commands, installed: Path) -> None:
    for verb in ("enable", "disable"):
        told = commands("plugin", verb, "core.mutal")
        assert told.code == 2
        assert "core.mutual" in told.err
        assert commands("plugin", verb, "完全不同的名称").code == 2


def test_a_plugin_that_cannot_run_is_not_enabled(commands: Commands, installed: Path) -> None:
    package(installed, "other-county", "2.0", "cadre.plugins", "bomb", "other_county")
    refused = commands("plugin", "enable", "bomb", "--yes")
    assert refused.code == 1
    assert "bomb-county 1.0" in refused.err
    assert "other-county 2.0" in refused.err
    assert {each["status"] for each in commands("plugin", "info", "bomb", "--json").json["plugins"]} == {
        "double-name"
    }
    assert "other-county 2.0" in commands("plugin", "info", "bomb").out


def test_a_damaged_list_of_enabled_plugins_stops_no_command(commands: Commands, installed: Path) -> None:
    commands("plugin", "enable", "bomb", "--yes")
    file = commands.folder / "data" / "plugins.toml"
    file.write_text("[[[", "utf-8")
    told = commands("plugin", "list")
    assert told.code == 0
    assert str(file) in told.out
    assert status(commands) == "not-enabled"
    assert commands("plugin", "disable", "bomb").code == 1
    assert file.read_text("utf-8") == "[[["


def test_an_organiser_who_is_named_is_noted(county: Commands, installed: Path) -> None:
    assert county.by("zzb", "plugin", "enable", "bomb", "--yes").code == 0
    assert county.by("zzb", "plugin", "disable", "core.mutual").code == 0
    told = county.by("zzb", "audit", "show").out
    assert "启用了 bomb 1.0" in told
    assert "停用了 core.mutual" in told
    assert "bomb_county" not in sys.modules


def test_the_lock_tells_what_is_new_gone_or_changed(commands: Commands, installed: Path) -> None:
    assert commands("plugin", "lock", "--check").code == 2
    locked = commands("plugin", "lock", "--json").json["locked"]
    assert {"core.mutual", "bomb"} <= {each["name"] for each in locked}
    assert commands("plugin", "lock", "--check").code == 0
    assert commands("plugin", "lock", "--check", "--json").json == {"same": True, "differences": []}
    (installed / "bomb_county.py").write_text(BOMB + "# changed\n")
    told = commands("plugin", "lock", "--check")
    assert told.code == 1
    assert "变了 插件 bomb 1.0" in told.out
    upgrade(installed)
    commands("plugin", "disable", "core.mutual")
    (difference, other) = commands("plugin", "lock", "--check", "--json").json["differences"]
    assert (difference["before"]["name"], difference["now"]) == ("core.mutual", None)
    assert (other["before"]["version"], other["now"]["version"]) == ("1.0", "1.1")
    assert "少了 考评表 core.mutual" in commands("plugin", "lock", "--check").out
    assert commands("plugin", "lock").code == 0
    commands("plugin", "enable", "core.mutual")
    assert "多了 考评表 core.mutual" in commands("plugin", "lock", "--check").out
    assert "bomb_county" not in sys.modules


@pytest.mark.parametrize("content", ["", "[]", '{"locked": 3}', '{"locked": [{"what": "plugin"}]}', "\x00"])
def test_a_damaged_lock_is_told_as_such(commands: Commands, content: str) -> None:
    (commands.folder / "data").mkdir(exist_ok=True)
    (commands.folder / "data" / "plugins.lock").write_text(content)
    assert commands("plugin", "lock", "--check").code == 1
    json.loads(commands("plugin", "lock", "--json").out)
    assert commands("plugin", "lock", "--check").code == 0
