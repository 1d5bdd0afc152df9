"""A document whose checksum is right and that holds something else: the look tells it, and never breaks off."""

import pytest

from cadre_tui.model.fault import StoreFailure
from cadre_tui.services import audit
from cadre_tui.services.safekeeping import checkup
from cadre_tui.store import Document, Key
from tests.services.small import Small, rules

NONSENSE: tuple[Document, ...] = ({}, {"id": 1, "name": [], "hash": 3, "count": "x"}, {"canonical": {}, "drawers": 5})


@pytest.fixture
def opened(small: Small) -> Small:
    """With a round under way."""
    small.opened(rules())
    return small


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_every_document_in_turn(opened: Small, nonsense: Document) -> None:
    store = opened.county.store
    for key in list(store.all_keys()):
        whole = store.read(key)
        assert whole is not None
        store.change(key, lambda _found: nonsense)
        assert checkup.look(opened.county).documents == len(list(store.all_keys()))
        store.change(key, lambda _found, whole=whole: whole)
    assert checkup.look(opened.county).well


def test_it_is_told_which(opened: Small) -> None:
    (frozen,) = [key for key in opened.county.store.all_keys() if key.kind == "round-checklists"][:1]
    opened.county.store.change(frozen, lambda _found: {})
    opened.county.look_again()
    assert "checklist-copy-damaged" in [each.code for each in checkup.look(opened.county).flaws]
    drawer = Key("drawers", ("r1", "x"))
    opened.county.store.change(drawer, lambda _found: {"responses": 5})
    assert "drawers" in [each.values.get("what") for each in checkup.look(opened.county).flaws]


def test_a_log_whose_end_is_nonsense_takes_no_entry_and_says_so(opened: Small) -> None:
    opened.county.store.change(Key("audit-head"), lambda _found: {"count": "x"})
    with pytest.raises(StoreFailure) as told:
        audit.note(opened.organiser, "roster-imported")
    assert told.value.code == "document-damaged"
    assert audit.note_by_machine(opened.county, "data-mended", count=1, files=[]) is None
