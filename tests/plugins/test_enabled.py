"""A Python plugin runs where it was enabled, in the version that was enabled, and is imported when it is needed."""

import logging
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cadre_tui.kinds import registry
from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.allowed.enabled import enabled_plugins, imported
from cadre_tui.plugins.allowed.installed import advertised
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import Standing, standings
from cadre_tui.plugins.asking import plugin_log
from cadre_tui.plugins.asking.host import Origin
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.words.refusals import sentence

HOOK = """\
from pathlib import Path
from cadre_tui.plugins import ChecklistSource, hookimpl
@hookimpl
def cadre_checklists():
"""
BRINGS = HOOK + "    yield ChecklistSource(Path(__file__).with_name('county.toml'))\n"


@pytest.fixture
def python_plugin(install, tmp_path: Path, monkeypatch):
    """Install a Python plugin of these lines; they are compiled anew each time."""

    def made(name: str, code: str = BRINGS, version: str = "1.0", needs: str = "") -> Path:
        module = name.replace("-", "_")
        site = install(name, "cadre.plugins", name, module, version)
        monkeypatch.delitem(sys.modules, module, raising=False)
        (site / f"{module}.py").write_text(code, "utf-8")
        if needs:
            about = site / f"{module}-{version}.dist-info" / "METADATA"
            about.write_text(about.read_text() + f"Requires-Dist: {needs}\n")
        return site

    return made


@pytest.fixture
def allowed(tmp_path: Path) -> PermissionFile:
    return PermissionFile(tmp_path / "data")


def record(permission: PermissionFile, name: str):
    (found,) = [each for each in standings(advertised()[0], permission.read()) if each.name == name]
    return found


def test_an_enabled_plugin_brings_its_checklists_and_is_imported_only_then(python_plugin, write, allowed) -> None:
    python_plugin("fine-county")
    write("site/county.toml", called="fine.one")
    assert "fine.one" not in {offer.id for offer in load_catalogue(permission=allowed).offers()}
    allowed.enable("fine-county", "1.0")
    assert [each.origin for each in enabled_plugins(allowed.read())] == [Origin("plugin", "fine-county")]
    catalogue = load_catalogue(permission=allowed)
    assert catalogue.checklist("core.mutual").id == "core.mutual"
    assert "fine_county" not in sys.modules
    assert catalogue.checklist("fine.one").id == "fine.one"
    assert "fine_county" in sys.modules
    assert [each.status for each in catalogue.plugins if each.name == "fine-county"] == [Standing.ON]


def test_another_version_than_the_enabled_one_is_not_run_and_says_how_to(python_plugin, allowed) -> None:
    python_plugin("fine-county", "raise SystemExit('not me')", version="1.1")
    allowed.enable("fine-county", "1.0")
    told = record(allowed, "fine-county")
    assert told.status is Standing.OTHER_VERSION
    assert "cadre plugin enable fine-county" in sentence(told.problem)
    assert not enabled_plugins(allowed.read())


@pytest.mark.parametrize(
    ("needs", "runs"),
    [
        ("cadre-tui>=99", False),
        ("Cadre_TUI >= 0.1, <99", True),
        ("cadre-tui", True),
        ("cadre-tui>=99; python_version < '3'", True),
        ("other>=99", True),
        ("not a requirement!", True),
    ],
)
def test_a_plugin_that_asks_for_another_program_is_not_run(python_plugin, allowed, needs: str, runs: bool) -> None:
    python_plugin("fine-county", needs=needs)
    allowed.enable("fine-county", "1.0")
    assert (record(allowed, "fine-county").status is Standing.ON) == runs
    assert bool(enabled_plugins(allowed.read())) == runs


def test_two_distributions_of_one_plugin_name_are_both_named_and_neither_runs(install, allowed) -> None:
    install("county-a", "cadre.plugins", "county", "county_a")
    install("county-b", "cadre.plugins", "county", "county_b")
    allowed.enable("county", "1.0")
    found = [each for each in standings(advertised()[0], allowed.read()) if each.name == "county"]
    assert [each.status for each in found] == [Standing.DOUBLE_NAME] * 2
    problems = [each for each in load_catalogue(permission=allowed).problems if each.code == "entry-name-twice"]
    (problem,) = problems
    assert "county-a 1.0" in sentence(problem)
    assert "county-b 1.0" in sentence(problem)


def test_a_name_that_is_left_out_is_not_run_this_time(python_plugin, allowed) -> None:
    python_plugin("fine-county")
    allowed.enable("fine-county", "1.0")
    quiet = PermissionFile(allowed.folder, frozenset({"Fine-County"}))
    assert record(quiet, "fine-county").status is Standing.LEFT_OUT
    assert record(allowed, "fine-county").status is Standing.ON


BROKEN = {
    "raises": "raise RuntimeError('没有网络')",
    "exits": "import sys; sys.exit(3)",
    "slow": "import time; time.sleep(60)",
    "wrong": HOOK + "    return 7",
    "slow-hook": HOOK + "    import time; time.sleep(60)",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_told_left_out_and_told_again_without_being_run(
    python_plugin, allowed, monkeypatch, name: str
) -> None:
    monkeypatch.setenv("CADRE_PLUGIN_SECONDS", "0.3")
    python_plugin(f"{name}-county", BROKEN[name])
    allowed.enable(f"{name}-county", "1.0")
    catalogue = load_catalogue(permission=allowed)
    assert {"core.mutual", "core.learning"} <= {offer.id for offer in catalogue.offers()}
    (problem,) = catalogue.problems
    assert f"{name}-county" in sentence(problem)
    (told,) = [each for each in catalogue.plugins if each.name == f"{name}-county"]
    assert told.status is Standing.FAILED
    sys.modules.pop(f"{name}_county".replace("-", "_"), None)
    again = load_catalogue(permission=allowed, run=False)
    assert sentence(again.problems[0]) == sentence(problem)
    assert f"{name}_county".replace("-", "_") not in sys.modules


def test_what_went_wrong_is_forgotten_once_it_goes_right(python_plugin, write, allowed) -> None:
    site = python_plugin("fine-county", "raise RuntimeError")
    allowed.enable("fine-county", "1.0")
    assert load_catalogue(permission=allowed).problems
    (site / "fine_county.py").write_text(BRINGS, "utf-8")
    write("site/county.toml", called="fine.one")
    assert load_catalogue(permission=allowed).checklist("fine.one")
    assert not load_catalogue(permission=allowed, run=False).problems


def test_the_plugins_that_could_not_be_imported_are_told_and_the_others_come(python_plugin, allowed) -> None:
    python_plugin("a-county", "raise SystemExit")
    python_plugin("b-county", "")
    for name in ("a-county", "b-county"):
        allowed.enable(name, "1.0")
    failed: dict[Origin, CadreError] = {}
    found = list(imported(enabled_plugins(allowed.read()), failed))
    assert [origin.name for origin, _plugin in found] == ["b-county"]
    assert [origin.name for origin in failed] == ["a-county"]
    assert isinstance(failed[Origin("plugin", "a-county")], NotRight)


def test_a_disabled_checklist_is_offered_as_disabled_and_not_used(write, tmp_path: Path, allowed) -> None:
    write("drop/a.toml", called="test.one", version="2026.1")
    write("drop/b.toml", called="test.one", version="2026.2")
    allowed.take_out("test.one|2026.2")
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False, permission=allowed)
    assert catalogue.checklist("test.one").version == "2026.1"
    with pytest.raises(NotRight) as refused:
        catalogue.checklist("test.one|2026.2")
    assert refused.value.code == "checklist-disabled"
    codes = {offer.name: offer.problem.code if offer.problem else None for offer in catalogue.offers()}
    assert codes["test.one|2026.2"] == "checklist-disabled"
    assert codes["test.one|2026.1"] is None


def test_a_checklist_that_is_left_out_is_not_there(write, tmp_path: Path, allowed) -> None:
    write("drop/a.toml", called="test.one")
    quiet = PermissionFile(allowed.folder, frozenset({"test.one"}))
    offers = load_catalogue([tmp_path / "drop"], plugins=False, permission=quiet).offers()
    assert "test.one" not in {offer.id for offer in offers}


def test_a_package_of_data_can_be_disabled_by_its_name(write, install, allowed) -> None:
    write("site/county_a/test.toml", called="test.a")
    install("county-a", "cadre.checklists", "a-entry", "county_a:test.toml")
    for name in ("a-entry", "county-a"):
        allowed.take_out(name)
        catalogue = load_catalogue(permission=allowed)
        assert "test.a" not in {offer.id for offer in catalogue.offers()}
        assert [each.status for each in catalogue.plugins] == [Standing.DISABLED]
        allowed.take_in([name])
    assert "test.a" in {offer.id for offer in load_catalogue(permission=allowed).offers()}


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin_log.log, "handlers", [])
    monkeypatch.setattr(logging.getLogger("cadre"), "handlers", [])
    plugin_log.write_into(tmp_path / "nowhere")
    assert len(plugin_log.log.handlers) == 1
    plugin_log.log.error("said to nobody")
    assert not (tmp_path / "nowhere").exists()


def test_what_went_wrong_in_a_hook_is_told_until_that_hook_goes_right(python_plugin, allowed) -> None:
    kinds = "@hookimpl\ndef cadre_criterion_kinds():\n    {body}\n"
    site = python_plugin("fine-county", f"from cadre_tui.plugins import hookimpl\n{kinds.format(body='return 7')}")
    allowed.enable("fine-county", "1.0")
    standing = lambda: load_catalogue(permission=allowed, run=False).plugins[0].status  # noqa: E731

    def asked() -> None:
        sys.modules.pop("fine_county", None)
        running.start_none()  # whatever still waits to be started must not take its place
        running.start_allowed(allowed)
        with suppress(CadreError):
            registry.find("fine-county.card")

    asked()
    assert standing() is Standing.FAILED
    load_catalogue(permission=allowed).offers()
    assert standing() is Standing.FAILED, "that it can be imported says nothing of its kinds"
    source = f"from cadre_tui.plugins import hookimpl\n{kinds.format(body='return []')}# mended\n"
    (site / "fine_county.py").write_text(source, "utf-8")
    asked()
    assert standing() is Standing.ON
    running.start_none()
