"""The counties under ``plugins/``: right, in both languages, and found. Each has tests of its own beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.plugins.known.loading import load_catalogue

COUNTIES = Path(__file__).parents[2] / "plugins"
QINGHE = COUNTIES / "qinghe" / "qinghe.agency.toml"
LINSHUI = COUNTIES / "linshui" / "linshui.enterprise.xlsx"
HEQUAN = COUNTIES / "hequan" / "hequan_checklists" / "hequan.village.toml"


@pytest.mark.parametrize("path", [QINGHE, HEQUAN, LINSHUI], ids=lambda path: path.stem)
def test_a_county_is_right_and_every_criterion_explained(path: Path) -> None:
    assert checklists.check(path) == ()  # a missing translation would be a warning
    checklist = checklists.read(path)
    assert checklist.title.root.keys() == {"zh", "en"}
    assert all(each.guidance and each.focus for each in checklist.criteria())
    assert checklist.document
    assert checklist.approved


@pytest.mark.parametrize(
    ("path", "named", "level"),
    [(QINGHE, "qinghe.agency", "agency-staff"), (LINSHUI, "linshui.enterprise", "enterprise")],
    ids=["text", "table"],
)
def test_the_bare_file_is_offered_as_soon_as_it_lies_in_a_folder(
    path: Path, named: str, level: str, tmp_path: Path
) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    offer = load_catalogue([tmp_path], plugins=False).offers()[-1]
    assert (offer.id, offer.levels, offer.problem) == (named, (level,), None)


def test_the_wheel_builds_holds_no_code_and_is_found_where_it_is_unpacked(tmp_path: Path, monkeypatch) -> None:
    source = COUNTIES / "hequan"
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=source, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    unpacked = tmp_path / "site"
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(unpacked)], check=True)
    assert not list(unpacked.rglob("*.py"))
    monkeypatch.syspath_prepend(str(unpacked))
    catalogue = load_catalogue()
    (offer,) = [each for each in catalogue.offers() if each.id == "hequan.village"]
    assert offer.source.origin.name == "cadre-checklists-hequan 2026.1"
    assert offer.problem is None
    assert catalogue.checklist("hequan.village").levels == ("village-branch",)
