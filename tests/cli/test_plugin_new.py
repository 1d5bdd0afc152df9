"""``cadre plugin new``: what it makes passes the check, and nothing is overwritten."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.cli.main import run
from cadre_tui.model.codes.checklists import PLUGIN_NEEDED

FILES = {
    "table": "linshui.agency.xlsx",
    "toml": "linshui_checklists/linshui.agency.toml",
    "python": "linshui_plugin/linshui.agency.toml",
}


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("level", "made"), FILES.items())
def test_what_is_made_passes_the_check(level: str, made: str, language: str, tmp_path: Path, capsys) -> None:
    folder = tmp_path / "new" / "county"
    begin = ["--lang", language, "plugin", "new", "--level", level, "--id", "linshui.agency", str(folder)]
    assert run(begin) == 0
    file = folder / made
    assert str(file) in capsys.readouterr().out
    assert run(["--no-plugins", "plugin", "check", str(folder)]) == 0
    assert not [fault for fault in checklists.check(file) if fault.code != PLUGIN_NEEDED]
    before = contents(folder)
    assert run(begin) == 2
    assert str(file) in capsys.readouterr().err
    assert contents(folder) == before


def test_both_levels_make_the_same_checklist(tmp_path: Path) -> None:
    for level in ("table", "toml"):
        assert run(["plugin", "new", "--level", level, "--id", "county.agency", str(tmp_path)]) == 0
    table = checklists.read(tmp_path / "county.agency.xlsx")
    assert table.digest == checklists.read(tmp_path / "county_checklists" / "county.agency.toml").digest


@pytest.mark.parametrize("wrong", [("--id", "某县"), ("--county", '临"水"县'), ("--county", "临\n水")])
def test_a_name_that_is_none_is_refused(wrong: tuple[str, str], tmp_path: Path, capsys) -> None:
    assert run(["plugin", "new", *wrong, str(tmp_path)]) == 2
    assert wrong[1].splitlines()[0] in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("more", [(), ("--json",), ("--county", " ")])
def test_where_nobody_can_be_asked_the_county_or_the_id_must_be_given(
    more: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["plugin", "new", *more]) == 2
    told = capsys.readouterr().err
    assert "--county" in told
    assert "--id" in told
    assert not list(tmp_path.iterdir())


def test_where_one_file_is_there_nothing_is_written(tmp_path: Path, capsys) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    assert run(["plugin", "new", "--level", "toml", "--id", "county.agency", str(tmp_path)]) == 2
    assert "README.md" in capsys.readouterr().err
    assert contents(tmp_path) == {tmp_path / "README.md": b"mine"}


def test_the_county_names_the_checklist_and_what_stands_in_it(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["plugin", "new", "--county", "临水县", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["checklist"] == "linshui.agency|2026.1"
    made = checklists.read(tmp_path / told["file"])
    assert made.title.say("zh") == "临水县机关干部学习考评表"
    assert made.publisher is not None
    assert made.publisher.say("zh") == "临水县委组织部"
    assert made.document is not None
    assert made.document.say("zh") == "临组发〔2026〕1号"


PASSED = {"toml": ("linshui_checklists", 6), "python": ("linshui_plugin", 13)}


@pytest.mark.parametrize(("level", "language"), [("toml", "zh"), ("python", "en")])
def test_a_new_package_passes_its_own_tests(level: str, language: str, tmp_path: Path) -> None:
    package, tests = PASSED[level]
    new = ["--lang", language, "plugin", "new", "--level", level, "--county", "临水县", str(tmp_path)]
    assert run(new) == 0
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))
    ((entry, place),) = project["project"]["entry-points"]["cadre.checklists"].items()
    assert (entry, place) == ("linshui-agency", f"{package}:linshui.agency.toml")
    pytest_run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "cadre_tui.testing.fixtures"]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
    told = subprocess.run(pytest_run, cwd=tmp_path, env=alone, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"{tests} passed" in told.stdout
