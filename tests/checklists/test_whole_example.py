"""The example of the format's own page, read whole."""

from cadre_tui import checklists
from tests.examples import AGENCY


def test_the_example_is_read_without_a_fault() -> None:
    assert not [fault for fault in checklists.check(AGENCY) if not fault.warning]
    checklist = checklists.read(AGENCY)
    assert checklist.name == "qinghe.agency|2026.1"
    assert [criterion.id for criterion in checklist.criteria()] == [
        "plan.written", "plan.sessions", "plan.station", "work.applied", "extra.article", "conduct.fake",
    ]  # fmt: skip


def test_a_frozen_copy_is_the_same_checklist_with_the_same_digest() -> None:
    checklist = checklists.read(AGENCY)
    assert checklists.thaw(checklist.canonical) == checklist
