"""Scales that a plugin brings: written into the checklist that names them, and frozen with it."""

import pytest

from cadre_tui import checklists
from cadre_tui.model.fault import NotRight
from cadre_tui.plugins import SharedScale, hookimpl
from cadre_tui.plugins.allowed.running import running
from cadre_tui.plugins.known.loading import load_catalogue
from tests.examples.plugins import linshan, made
from tests.examples.writing import HEAD, SCALE, answered, faults, section

RATED = 'id = "r"\nkind = "rating"\nscale = "linshan.level-4"\ntext = "评"\npoints = 20'
WHOLE = HEAD + SCALE + section(RATED)


def test_it_is_scored_by_and_frozen_with_its_options() -> None:
    with running(linshan()):
        checklist = checklists.parse(WHOLE, "a.toml")
    gone = checklists.thaw(checklist.canonical)
    assert gone.digest == checklist.digest
    assert [each.code for each in gone.scale[-1].option] == ["a", "b", "c", "d"]
    assert answered(gone, {"r": {"choice": "b"}}).total == 17
    assert answered(gone, {"r": {"choice": "d"}}).total is None


def test_the_same_is_made_of_a_listed_one(tmp_path) -> None:
    (tmp_path / "a.toml").write_text(WHOLE, "utf-8")
    plugin = linshan()
    with running(plugin):
        found = checklists.check(tmp_path / "a.toml")
        catalogue = load_catalogue([tmp_path], plugins=False)
        assert {offer.id for offer in catalogue.offers() if offer.problem is None} >= {"test.list"}
        assert plugin.loads == []
        assert catalogue.checklist("test.list").digest == checklists.read(tmp_path / "a.toml").digest
    assert [(fault.code, fault.warning) for fault in found] == [("CL029", True)]


def test_without_the_plugin_there_is_no_such_scale() -> None:
    assert faults(section(RATED)) == [("CL021", "r › scale")]


def test_a_slip_in_the_name_of_ones_own_scale_is_a_fault_in_any_case(tmp_path) -> None:
    scale = SCALE.replace('id = "level"', 'id = "test.level"')
    rated = RATED.replace("linshan.level-4", "test.levle")
    (tmp_path / "a.toml").write_text(HEAD + scale + section(rated), "utf-8")
    assert [fault.code for fault in checklists.check(tmp_path / "a.toml")] == ["CL021"]


def test_options_that_are_none_are_refused() -> None:
    class Plugin:
        @hookimpl
        def cadre_scales(self):
            yield SharedScale("linshan.level-4", "四级", ("好",))

    with running(made(Plugin())), pytest.raises(NotRight, match="plugin-wrong-answer"):
        checklists.parse(WHOLE, "a.toml")
