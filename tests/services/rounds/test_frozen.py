"""A round has its checklists itself: it goes on where the files are gone or changed, and says so."""

from pathlib import Path

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotRight, StoreFailure
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.services.documents.folder import Folder
from cadre_tui.services.documents.forms import make_blank, make_filled
from cadre_tui.services.documents.issue import Format
from cadre_tui.services.documents.results import make
from cadre_tui.services.filling import responses
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.board import board_of
from cadre_tui.services.rounds.frozen import Drift
from cadre_tui.store import keys
from cadre_tui.words import documents
from tests.refusing import refused
from tests.services.small import PAIR, Small, fill_peers, fill_self, rules, task

EVERYBODY = ("a1", "a2", "a3", "a4")


def lived_through(small: Small) -> Small:
    """Everybody fills in and hands in, and it is published, each step by a process of its own."""
    for person in EVERYBODY:
        cadre = small.again().signed_in(person)
        form = responses.open_form(cadre, task(cadre, Purpose.SELF, "t.pair", person))
        assert form.checklist.title.say("en") == "Two ratings"
        fill_self(cadre)
        fill_peers(cadre, dict.fromkeys(EVERYBODY, ("good", "half")))
    small.again().published("r1")
    return small.again()


def test_a_round_whose_plugin_is_gone_is_filled_in_counted_and_printed(going: Small, tmp_path: Path) -> None:
    for file in (going.folder / "checklists").iterdir():
        file.unlink()
    later = going.again()
    with refused("checklist-unknown"):
        later.county.catalogue.checklist("t.pair")
    board = board_of(later.organiser, "r1")
    assert {(each.pin.id, each.how) for each in board.drifted} == {("t.pair", Drift.GONE), ("t.own", Drift.GONE)}
    later = lived_through(going)
    found = reading.result(later.organiser, "r1", "a1")
    assert found.total is not None
    assert {each.name for each in found.checklists} == {"t.pair|1", "t.own|1"}
    both = frozenset({Format.WORD, Format.HTML})
    assert make_blank(later.organiser, "r1", Folder(tmp_path / "blank"), both, documents)
    assert make_filled(later.signed_in("a1"), "r1", Folder(tmp_path / "own"), both, documents)
    assert list(
        make(later.organiser, "r1", Folder(tmp_path / "all"), frozenset(Format), documents, lambda _step: None)
    )


def test_a_checklist_put_out_of_use_is_not_called_gone(going: Small) -> None:
    PermissionFile(going.folder).take_out("t.pair")
    later = going.again()
    with refused("checklist-disabled", NotRight):
        later.county.catalogue.checklist("t.pair")
    assert not board_of(later.organiser, "r1").drifted


def test_a_round_goes_on_with_its_copy_where_the_file_says_something_else(going: Small) -> None:
    (going.folder / "checklists" / "t.pair.toml").write_text(PAIR.replace("score = 50", "score = 60"), "utf-8")
    board = board_of(going.again().organiser, "r1")
    assert [(each.pin.id, each.how) for each in board.drifted] == [("t.pair", Drift.OTHER)]
    found = reading.result(lived_through(going).organiser, "r1", "a1")
    row = next(each for each in found.criteria if each.criterion == "pair.two")
    assert row.peers == 2  # half of four points, as it was frozen


def test_no_round_begins_with_another_content_under_a_version_that_is_known(going: Small) -> None:
    small = going.again()
    life.new(small.organiser, rules("r2"))
    (going.folder / "checklists" / "t.pair.toml").write_text(PAIR.replace("score = 50", "score = 60"), "utf-8")
    small = going.again()
    with refused("round-version-reused"):
        life.new(small.organiser, rules("r3"))
    with refused("round-not-ready", NotRight) as told:
        life.open_round(small.organiser, "r2")
    assert [each.values["why"].code for each in told.value.faults if each.code == "checklist"] == [
        "round-version-reused"
    ] * 2
    (going.folder / "checklists" / "t.pair.toml").write_text(PAIR, "utf-8")
    life.open_round(going.again().organiser, "r2")


def test_a_copy_that_was_changed_in_the_store_is_not_used(going: Small) -> None:
    pin = next(each for each in life.find(going.county, "r1").pins if each.id == "t.pair")
    key = keys.frozen_checklist("r1", pin.digest)
    document = going.county.store.read(key)
    assert document is not None
    document["canonical"]["total"] = "11"
    going.county.store.change(key, lambda _found: document)
    with refused("checklist-copy-damaged", StoreFailure):
        going.again().county.frozen_checklist("r1", pin.digest)
