"""The packages under ``plugins/`` are built as their authors would build them, and found once they are installed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cadre_tui.plugins.known.checking import check_paths
from cadre_tui.plugins.known.folder import checklist_files
from cadre_tui.plugins.known.loading import load_catalogue

ROOT = Path(__file__).parents[2]
COUNTIES = ROOT / "plugins"
PACKAGES = sorted(path.parent for path in COUNTIES.glob("*/pyproject.toml"))

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which each of the wheels is installed, and nothing else."""
    folder = tmp_path_factory.mktemp("wheels")
    for package in PACKAGES:
        built = subprocess.run(
            [sys.executable, "-c", BUILD, str(folder)], cwd=package, capture_output=True, text=True, check=False
        )
        assert built.returncode == 0, built.stderr
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-compile", "--disable-pip-version-check"]
    done = subprocess.run(
        [*pip, "--target", str(folder / "site"), *map(str, folder.glob("*.whl"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def cadre(site: Path, data: Path, *arguments: str) -> Any:
    """What a command answers where only these wheels, and what the program needs, are installed."""
    code = (
        "import importlib.metadata as m, sys; from functools import partial\n"
        f"m.distributions = partial(m.distributions, path=[{str(site)!r}])\n"
        "from cadre_tui.cli.main import run; sys.exit(run(sys.argv[1:]))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT))), "CADRE_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_package_is_built_and_found_once_it_is_installed(site: Path, tmp_path: Path) -> None:
    assert len(PACKAGES) >= 2
    listed = cadre(site, tmp_path, "plugin", "list", "--json")
    found = {each["id"]: each for each in listed["checklists"]}
    assert {"hequan.village", "yunxi.cadre"} <= set(found)
    for each in ("hequan.village", "yunxi.cadre"):
        assert found[each]["source"]["kind"] == "wheel"
        assert Path(found[each]["source"]["file"]).is_relative_to(site)
    standing = {each["name"]: each["status"] for each in listed["plugins"]}
    assert standing == {"yunxi": "not-enabled"}
    assert not listed["problems"]


def test_a_plugin_from_its_wheel_is_enabled_and_locked_without_being_run(site: Path, tmp_path: Path) -> None:
    assert cadre(site, tmp_path, "plugin", "enable", "yunxi", "--yes", "--json")["enabled"] == ["yunxi"]
    (plugin,) = cadre(site, tmp_path, "plugin", "list", "--json")["plugins"]
    assert plugin["status"] == "on"
    assert "yunxi" in {each["name"] for each in cadre(site, tmp_path, "plugin", "lock", "--json")["locked"]}
    assert not list(site.rglob("__pycache__"))


def test_every_checklist_under_plugins_is_checked_the_wheels_included() -> None:
    checked = {report.file for report in check_paths([COUNTIES], load_catalogue(plugins=False))}
    assert checked == set(checklist_files(COUNTIES))
    suffixes = (".toml", ".xlsx", ".csv")
    there = {path for path in COUNTIES.rglob("*") if path.suffix in suffixes and path.name != "pyproject.toml"}
    assert checked == there
    for package in PACKAGES:
        assert any(file.is_relative_to(package) for file in checked), package.name


ANSWERS = {
    "credits.certificates": {
        "lines": {"province": 1, "city": 2, "expired.city": 1},
        "evidence": ["证书"],
    },  # (4 + 2 × 2 + 1 × 2 × ½) ÷ 10 × 40 = 36
    "study.plan": {"yes": True},  # 12
    "study.hours": {"number": 75},  # 12
    "use.done": {"number": 0.55},  # 16.5: under 60 %, so the plugin's scorer holds the total at 79
    "extra.teaching": {"number": 3},  # 3, which makes 79.5
}


def test_a_plugin_from_its_wheel_brings_its_kind_and_its_scorer(site: Path, tmp_path: Path) -> None:
    response = tmp_path / "response.json"
    response.write_text(json.dumps({"checklist": "yunxi.cadre|2026.1", "answers": ANSWERS}), "utf-8")
    scoring = [sys.executable, "-m", "cadre_tui", "score", "yunxi.cadre", str(response), "--json"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT))), "CADRE_DATA": str(tmp_path)}
    before = subprocess.run(scoring, env=environment, capture_output=True, text=True, check=False)
    assert (before.returncode, "yunxi.certificates" in before.stderr) == (2, True)
    cadre(site, tmp_path, "plugin", "enable", "yunxi", "--yes", "--json")
    sheet = cadre(site, tmp_path, *scoring[3:])
    (earned,) = [row for row in sheet["criteria"] if row["id"] == "credits.certificates"]
    assert earned["score"] == 36
    assert (sum(row["score"] or 0 for row in sheet["criteria"]), sheet["total"]) == (79.5, 79)
