"""The catalogue: newest version, one content a name, faults shown, files read once."""

import sys
from pathlib import Path

import pytest

from cadre_tui import checklists
from cadre_tui.files import toml as toml_files
from cadre_tui.files.quick_toml import quick_toml
from cadre_tui.model.fault import BadInput, NotRight
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.known.catalogue import version_order
from cadre_tui.plugins.known.checking import check_paths
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.words.checklists.plugins import usable
from cadre_tui.words.refusals import sentence
from tests.examples.plugins import LINSHAN_LIST


def test_the_built_in_checklists_are_offered_from_the_first_start() -> None:
    offers = load_catalogue(plugins=False).offers()
    assert [offer.name for offer in offers] == ["core.learning|2026.1", "core.mutual|2026.1"]
    assert all(offer.problem is None and len(offer.digest) == 64 for offer in offers)
    assert {offer.source.origin.kind for offer in offers} == {"builtin"}


def test_a_dropped_file_is_offered_with_its_place(write, tmp_path: Path) -> None:
    path = write("drop/county/test.toml", title="我县考评表")
    offer = load_catalogue([tmp_path / "drop"], plugins=False).offers()[-1]
    assert (offer.id, offer.source.path, offer.source.origin.kind) == ("test.one", path, "folder")
    assert offer.title is not None
    assert offer.title.say("zh") == "我县考评表"


def test_hidden_files_and_package_files_are_no_checklists(write, tmp_path: Path) -> None:
    write("drop/.old/test.toml")
    write("drop/.test.toml.swp.toml")
    write("drop/pyproject.toml")
    assert len(load_catalogue([tmp_path / "drop"], plugins=False).offers()) == 2


def test_a_folder_that_is_not_there_offers_nothing(tmp_path: Path) -> None:
    catalogue = load_catalogue([tmp_path / "nowhere"], plugins=False)
    assert len(catalogue.offers()) == 2
    assert not catalogue.problems


def test_a_bare_id_means_its_newest_version_by_numbers(write, tmp_path: Path) -> None:
    for version in ("2026.9", "2026.10", "2025.12"):
        write(f"drop/{version}.toml", version=version)
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False)
    assert catalogue.checklist("test.one").version == "2026.10"
    assert catalogue.checklist("test.one|2026.9").version == "2026.9"


def test_versions_are_ordered_by_their_numbers() -> None:
    versions = ["2026.10", "2026.2", "2026.2.1", "2025.12", "2026.beta", "2026.1"]
    assert sorted(versions, key=version_order) == ["2025.12", "2026.beta", "2026.1", "2026.2", "2026.2.1", "2026.10"]
    assert version_order("9" * 5000) > version_order("8" * 5000)


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    catalogue = load_catalogue(plugins=False)
    with pytest.raises(BadInput) as refused:
        catalogue.checklist("core.lerning")
    assert "core.learning" in sentence(refused.value)
    with pytest.raises(BadInput) as refused:
        catalogue.checklist("qqqqqqqq")
    assert refused.value.code == "checklist-unknown"
    for name in ("", "|", "core.learning|1999.1"):
        with pytest.raises(BadInput):
            catalogue.checklist(name)


def test_the_same_content_from_two_places_is_offered_once(write, tmp_path: Path) -> None:
    write("a/test.toml")
    write("b/test.toml")
    catalogue = load_catalogue([tmp_path / "a", tmp_path / "b"], plugins=False)
    assert [offer.id for offer in catalogue.offers()].count("test.one") == 1
    assert catalogue.checklist("test.one").id == "test.one"


def test_two_contents_under_one_name_are_both_refused_and_both_named(write, tmp_path: Path) -> None:
    first, second = write("a/test.toml", points=10), write("b/test.toml", points=20)
    for folders in ([tmp_path / "a", tmp_path / "b"], [tmp_path / "b", tmp_path / "a"]):
        catalogue = load_catalogue(folders, plugins=False)
        with pytest.raises(NotRight) as refused:
            catalogue.checklist("test.one")
        assert str(first) in sentence(refused.value)
        assert str(second) in sentence(refused.value)
        problems = [offer.problem for offer in catalogue.offers() if offer.id == "test.one"]
        assert [problem and problem.code for problem in problems] == ["checklist-conflict"] * 2


def test_a_dropped_file_cannot_pass_for_a_built_in_one(write, tmp_path: Path) -> None:
    write("drop/core.toml", called="core.learning")
    with pytest.raises(NotRight) as refused:
        load_catalogue([tmp_path / "drop"], plugins=False).checklist("core.learning")
    assert "core.toml" in sentence(refused.value)


def test_a_faulty_file_is_offered_with_its_faults_and_left_out(write, tmp_path: Path) -> None:
    path = write("drop/test.toml")
    path.write_text(path.read_text("utf-8").replace('kind = "yes_no"', 'kind = "yesno"'), "utf-8")
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False)
    offer = catalogue.offers()[-1]
    assert (offer.id, offer.version, offer.digest) == ("test.one", "2026.1", "")
    assert offer.faults
    assert offer.problem is not None
    assert str(path) in sentence(offer.problem)
    with pytest.raises(NotRight):
        catalogue.checklist("test.one")
    assert catalogue.checklist("core.learning").id == "core.learning"


def test_a_faulty_newest_version_is_never_silently_replaced_by_an_older_one(write, tmp_path: Path) -> None:
    write("drop/old.toml", version="2026.1")
    newest = write("drop/new.toml", version="2026.2")
    newest.write_text(newest.read_text("utf-8").replace("points = 10", 'points = "ten"'), "utf-8")
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False)
    with pytest.raises(NotRight):
        catalogue.checklist("test.one")
    assert catalogue.checklist("test.one|2026.1").version == "2026.1"


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"id = ", b"a = " + b"[" * 5000, "﻿编号 = 1".encode(), b"id = 3\nversion = 2026.1\n"],
    ids=["empty", "not UTF-8", "broken", "deep", "Chinese key", "numbers"],
)
def test_any_content_of_a_file_is_a_fault_and_never_an_exception(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "test.toml").write_bytes(content)
    offer = load_catalogue([tmp_path], plugins=False).offers()[-1]
    assert offer.problem is not None
    assert sentence(offer.problem)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(100 * 1024**2)
    offer = load_catalogue([tmp_path], plugins=False).offers()[-1]
    assert offer.problem is not None
    assert offer.problem.code == "checklist-too-large"


def test_a_file_that_went_away_is_told(write, tmp_path: Path) -> None:
    path = write("drop/test.toml")
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False)
    path.unlink()
    problem = catalogue.offers()[-1].problem
    assert problem is not None
    assert problem.code == "source-unreadable"
    assert str(path) in sentence(problem)


def test_a_file_is_read_whole_only_when_it_is_asked_for_and_only_once(write, tmp_path: Path, monkeypatch) -> None:
    write("drop/a.toml", called="test.a")
    write("drop/b.toml", called="test.b")
    read: list[str] = []
    really = checklists.listed

    def counting(path: Path):
        read.append(path.name)
        return really(path)

    monkeypatch.setattr(checklists, "listed", counting)
    catalogue = load_catalogue([tmp_path / "drop"], plugins=False)
    assert read == []
    catalogue.checklist("test.b")
    catalogue.checklist("test.b")
    assert read == ["b.toml"]
    catalogue.offers()
    catalogue.offers()
    assert sorted(read) == ["a.toml", "b.toml", "core.learning.toml", "core.mutual.toml"]


def test_a_file_too_large_to_be_a_checklist_is_checked_without_being_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(100 * 1024**2)
    (report,) = check_paths([huge], load_catalogue(plugins=False))
    assert [problem.code for problem in report.problems] == ["checklist-too-large"]


def test_a_checklist_says_which_plugin_it_needs_until_that_is_enabled(install, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "linshan_that_is_never_asked", None)  # to import it fails
    install("linshan-cards", "cadre.plugins", "linshan-cards", "linshan_that_is_never_asked")
    permission = PermissionFile(tmp_path / "data")

    def offer() -> Offer:
        offers = load_catalogue([LINSHAN_LIST.parent], permission=permission, run=False).offers()
        return next(each for each in offers if each.id == "linshan.agency")

    assert offer().needs == ("linshan",)
    assert usable(offer()) == "要先启用 linshan"
    permission.enable("linshan-cards", "1.0")
    assert offer().needs == ()
    assert usable(offer()) == "可用"


def test_a_list_parses_each_file_once(write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("drop/one.toml")
    write("drop/two.toml", called="test.two")
    parsed: list[str] = []
    monkeypatch.setattr(toml_files, "quick_toml", lambda text: parsed.append(text) or quick_toml(text))
    assert len(load_catalogue([tmp_path / "drop"], plugins=False).offers()) == len(parsed) == 4
