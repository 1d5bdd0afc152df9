"""A file that its author is working on."""

from pathlib import Path

import pytest

from cadre_tui.kinds.absent import AbsentCriterion
from cadre_tui.plugins.allowed.running import running
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.plugins.known.watched_file import WatchedFile
from tests.examples.plugins import LINSHAN_LIST, linshan
from tests.examples.writing import HEAD, section

BUILTIN = Path(__file__).parents[2] / "cadre_tui" / "plugins" / "builtin"
OVERLAY = """\
schema = 1
id = "t.county"
version = "1"
title = "本县考评表"

[overlay]
base = "{base}"
"""


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return load_catalogue(())


def test_a_file_is_told_from_its_former_self_and_from_none(tmp_path: Path, known: Catalogue) -> None:
    file = WatchedFile(tmp_path / "a.toml", lambda: known)
    gone = file.judged()
    assert gone.checklist is None
    assert gone.problem is not None
    assert gone.problem.code == "checklist-not-found"
    file.path.write_bytes((BUILTIN / "core.mutual.toml").read_bytes())
    there = file.judged()
    assert there.checklist is not None
    assert there.stamp == file.stamp() != gone.stamp
    file.path.write_text("schema = 1", "utf-8")
    assert file.stamp() != there.stamp
    faulty = file.judged()
    assert faulty.checklist is None
    assert faulty.wrong
    assert faulty.problem is None


def test_an_overlay_finds_its_base_among_what_is_known_or_beside_it(tmp_path: Path, known: Catalogue) -> None:
    base = known.checklist("core.mutual")
    overlay = WatchedFile(tmp_path / "county.toml", lambda: known)
    overlay.path.write_text(OVERLAY.format(base=base.name), "utf-8")
    found = overlay.judged()
    assert found.checklist is not None, found
    assert found.checklist.id == "t.county"
    own = (BUILTIN / "core.mutual.toml").read_text("utf-8").replace('id = "core.mutual"', 'id = "own.base"', 1)
    (tmp_path / "own.toml").write_text(own, "utf-8")
    overlay.path.write_text(OVERLAY.format(base=base.name.replace("core.mutual", "own.base")), "utf-8")
    beside = overlay.judged()
    assert beside.checklist is not None, beside
    (tmp_path / "own.toml").write_text(own.replace("schema = 1", "schema = 1\nrubbish = 1", 1), "utf-8")
    assert overlay.stamp() != beside.stamp, "its base is another now"
    assert overlay.judged().checklist is None


def test_what_is_too_large_and_what_is_no_file_are_told(tmp_path: Path, known: Catalogue) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (3 * 1024 * 1024))
    told = [WatchedFile(each, lambda: known).judged().problem for each in (large, tmp_path)]
    assert [each.code for each in told if each] == ["checklist-too-large", "checklist-unreadable"]


def test_what_an_enabled_plugin_brings_is_there_and_no_longer_warned_of(known: Catalogue) -> None:
    file = WatchedFile(LINSHAN_LIST, lambda: known)
    without = file.judged()
    assert without.checklist is not None
    assert any(isinstance(each, AbsentCriterion) for each in without.checklist.criteria())
    assert {each.values["name"] for each in without.faults} == {"linshan.points_card", "linshan.visits"}
    with running(linshan()):
        enabled = file.judged()
    assert enabled.checklist is not None
    assert not any(isinstance(each, AbsentCriterion) for each in enabled.checklist.criteria())
    assert enabled.faults == ()


def test_a_scale_of_an_enabled_plugin_is_no_longer_warned_of(tmp_path: Path, known: Catalogue) -> None:
    shared = 'id = "a"\nkind = "rating"\nscale = "linshan.level-4"\ntext = "评"\npoints = 10'
    file = WatchedFile(tmp_path / "scale.toml", lambda: known)
    file.path.write_text(HEAD + section(shared), "utf-8")
    assert {each.values["name"] for each in file.judged().faults} == {"linshan.level-4"}
    with running(linshan()):
        assert file.judged().faults == ()
