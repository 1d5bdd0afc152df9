"""Wheels of data are found without running their code; doubles and missing files are named."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cadre_tui
from cadre_tui.model.fault import NotRight
from cadre_tui.plugins.allowed.installed import Advertised, locate, within
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words.refusals import sentence

BOMB = "raise SystemExit('this code must not run')\n"


def offers(**how: bool) -> dict[str, str]:
    return {offer.id: offer.source.origin.name for offer in load_catalogue(**how).offers()}


def test_a_checklist_in_a_package_is_read_without_importing_the_package(write, install) -> None:
    write("site/bomb_county/deeper/test.toml", called="test.wheel")
    site = install("bomb-county", "cadre.checklists", "bomb", "bomb_county.deeper:test.toml")
    (site / "bomb_county" / "__init__.py").write_text(BOMB)
    (site / "bomb_county" / "deeper" / "__init__.py").write_text(BOMB)
    assert offers()["test.wheel"] == "bomb-county 1.0"
    assert "bomb_county" not in sys.modules


def test_nothing_that_is_installed_is_looked_at_without_plugins(write, install) -> None:
    write("site/quiet_county/test.toml", called="test.wheel")
    install("quiet-county", "cadre.checklists", "quiet", "quiet_county:test.toml")
    assert set(offers(plugins=False)) == {"core.learning", "core.mutual"}


def test_the_same_entry_point_name_from_two_distributions_names_both_and_takes_neither(write, install) -> None:
    write("site/county_a/test.toml", called="test.a")
    write("site/county_b/test.toml", called="test.b")
    install("county-a", "cadre.checklists", "county", "county_a:test.toml")
    install("county-b", "cadre.checklists", "county", "county_b:test.toml")
    catalogue = load_catalogue()
    (problem,) = catalogue.problems
    assert problem.code == "entry-name-twice"
    assert "county-a 1.0" in sentence(problem)
    assert "county-b 1.0" in sentence(problem)
    assert not {"test.a", "test.b"} & {offer.id for offer in catalogue.offers()}


def test_a_distribution_that_stands_twice_on_the_path_counts_once(write, install) -> None:
    write("site/county_a/test.toml", called="test.a")
    install("county-a", "cadre.checklists", "county", "county_a:test.toml", version="1.0")
    install("county-a", "cadre.checklists", "county", "county_a:test.toml", version="1.1")
    assert not load_catalogue().problems


def test_an_entry_point_to_nothing_is_named(install) -> None:
    values = ("nowhere:a.toml", "nowhere", "json:../../a.toml", "json:/etc/passwd", "sys:a.toml")
    for number, value in enumerate(values):
        install(f"county-{number}", "cadre.checklists", f"county-{number}", value)
    problems = load_catalogue().problems
    assert [problem.code for problem in problems] == ["entry-file-missing"] * 5
    assert "county-0 1.0" in sentence(problems[0])
    assert "nowhere:a.toml" in sentence(problems[0])


@pytest.mark.parametrize("package", ["cadre_tui./etc", "cadre_tui/..", "cadre_tui..", "/etc", "..", "a.\0", ""])
def test_a_file_outside_of_its_package_is_none(package: str, tmp_path: Path) -> None:
    (tmp_path / "cadre_tui").mkdir()
    for file in ("passwd", "../passwd", "/etc/passwd", "a/../../passwd"):
        entry = Advertised("cadre.checklists", "x", f"{package}:{file}", "county", "1")
        assert within(entry, [Path("/"), tmp_path, Path(cadre_tui.__file__).parents[1]]) is None


@given(st.text(max_size=40), st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_whatever_an_entry_point_says_is_a_file_or_a_refusal(package: str, file: str) -> None:
    entry = Advertised("cadre.checklists", "x", f"{package}:{file}", "county", "1")
    try:
        assert locate(entry).is_file()
    except NotRight as refused:
        assert refused.code == "entry-file-missing"


def test_a_damaged_distribution_does_not_hide_the_others(write, install) -> None:
    write("site/county_a/test.toml", called="test.a")
    site = install("county-a", "cadre.checklists", "county", "county_a:test.toml")
    damaged = site / "damaged-1.0.dist-info"
    damaged.mkdir()
    (damaged / "entry_points.txt").write_bytes(b"[cadre.checklists]\nx = \xff\xfe\n")
    catalogue = load_catalogue()
    assert "test.a" in {offer.id for offer in catalogue.offers()}
    assert [problem.code for problem in catalogue.problems] == ["entry-points-unreadable"]
    assert str(damaged) in sentence(catalogue.problems[0])


def test_a_python_plugin_is_listed_as_not_enabled_and_not_imported(install, tmp_path: Path) -> None:
    site = install("python-county", "cadre.plugins", "python-county", "python_county.plugin")
    (site / "python_county").mkdir()
    (site / "python_county" / "__init__.py").write_text(BOMB)
    (site / "python_county" / "plugin.py").write_text(BOMB)
    (record,) = [each for each in load_catalogue().plugins if each.name == "python-county"]
    assert (record.brought_by, record.status) == ("python-county 1.0", "not-enabled")
    assert "python_county" not in sys.modules
