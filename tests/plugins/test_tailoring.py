"""Overlays among other files: found by name in any order, chained, never in a circle, never two on one field."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_tui.model.fault import NotRight
from cadre_tui.plugins.asking.host import Brought, Origin
from cadre_tui.plugins.known.catalogue import Catalogue, Found
from cadre_tui.plugins.known.checking import check_paths
from cadre_tui.plugins.known.loading import load_catalogue
from tests.plugins.conftest import TEXT

QINGHE = Path(__file__).parents[2] / "plugins" / "qinghe"


def overlay(name: str, base: str, changes: str = "", version: str = "1") -> str:
    return f'schema = 1\nid = "{name}"\nversion = "{version}"\n[overlay]\nbase = "{base}"\n{changes}'


def points(number: int) -> str:
    return f'[[set]]\ncriterion = "only.one"\npoints = {number}\nreason = "文件"\n'


TITLE = '[[set]]\nchecklist = true\ntitle = { zh = "改名", en = "Renamed" }\n'

FILES = {
    "base.toml": TEXT.format(id="test.one", version="2026.1", title="一张表", points=10),
    "a.toml": overlay("county.a", "test.one|2026.1", points(20)),
    "b.toml": overlay("county.b", "county.a|1", points(30)),
    "c.toml": overlay("other.c", "test.one|2026.1", TITLE),
    "old.toml": overlay("other.c", "test.one|2026.1", TITLE.replace("改名", "旧名"), "0"),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("overlays")
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return {name: folder / name for name in FILES}


def catalogue(*paths: Path) -> Catalogue:
    return Catalogue(Found(tuple(Brought(path, Origin("folder", str(path.parent))) for path in paths)))


@settings(deadline=None, max_examples=40)
@given(order=st.permutations(sorted(FILES)), data=st.data())
def test_what_comes_out_is_the_same_in_whatever_order_the_files_were_found(files, order, data) -> None:
    found = catalogue(*(files[name] for name in order))
    asked = data.draw(st.permutations(["county.a", "county.b", "other.c", "other.c|0", "test.one"]))
    expected = {"county.a": 20, "county.b": 30, "other.c": 10, "other.c|0": 10, "test.one": 10}
    digests = {name: catalogue(*files.values()).checklist(name).digest for name in expected}
    for name in asked:
        checklist = found.checklist(name)
        assert checklist.total == expected[name]
        assert checklist.digest == digests[name]
    assert all(offer.problem is None for offer in found.offers())


def test_two_overlays_on_one_field_are_an_error_that_names_both(tmp_path: Path, files) -> None:
    rival = tmp_path / "rival.toml"
    rival.write_text(overlay("rival.x", "test.one|2026.1", points(15)), "utf-8")
    for order in ((files["base.toml"], files["a.toml"], rival), (rival, files["a.toml"], files["base.toml"])):
        found = catalogue(*order)
        for name, other in (("county.a", "rival.x|1"), ("rival.x", "county.a|1")):
            with pytest.raises(NotRight) as refused:
                found.checklist(name)
            (fault,) = refused.value.faults
            assert (fault.code, fault.values["other"], fault.place.line) == ("CL133", other, 8)
        assert found.checklist("test.one").total == 10


def test_overlays_in_a_circle_are_told_and_nothing_hangs(tmp_path: Path) -> None:
    for name, base in (("a", "county.b|1"), ("b", "county.a|1"), ("c", "county.a|1"), ("own", "county.own|1")):
        (tmp_path / f"{name}.toml").write_text(overlay(f"county.{name}", base), "utf-8")
    found = load_catalogue([tmp_path], plugins=False)
    told = {offer.id: [fault.code for fault in offer.faults] for offer in found.offers() if offer.base}
    assert told == {f"county.{name}": ["CL124"] for name in ("a", "b", "c", "own")}


def test_an_overlay_whose_base_went_wrong_says_so(tmp_path: Path, files) -> None:
    (tmp_path / "other.toml").write_text(FILES["base.toml"].replace("points = 10", "points = 11"), "utf-8")
    found = catalogue(files["base.toml"], tmp_path / "other.toml", files["c.toml"])
    assert [[fault.code for fault in offer.faults] for offer in found.offers() if offer.base] == [["CL122"]]


def test_check_finds_the_base_beside_the_overlay_and_in_what_is_installed(files) -> None:
    nothing = load_catalogue(plugins=False)
    assert [report.right for report in check_paths([files["base.toml"], files["a.toml"]], nothing)] == [True, True]
    (alone,) = check_paths([files["a.toml"]], nothing)
    assert [fault.code for fault in alone.faults] == ["CL121"]
    (example,) = check_paths([QINGHE / "qinghe.core.toml"], nothing)
    assert example.right
    assert not example.faults
    assert example.checklist


def test_the_example_changes_what_it_says_and_keeps_the_total() -> None:
    found = load_catalogue([QINGHE], plugins=False)
    base, tailored = found.checklist("core.learning"), found.checklist("qinghe.core")
    ids = [each.id for each in tailored.criteria()]
    assert tailored.total == base.total == 100
    assert set(ids) ^ {each.id for each in base.criteria()} == {"group.records", "qinghe.dialect"}
    assert ids[ids.index("work.report") + 1] == "qinghe.dialect"
    assert [section.points for section in tailored.section] == [25, 36, 19, 20]
    assert next(offer.base for offer in found.offers() if offer.id == "qinghe.core") == "core.learning|2026.1"
