"""禾泉县村（社区）干部学习考评表：合格、填得了，手算的几份算得对。 Hequan's checklist, worked out by hand."""

from decimal import Decimal

from cadre_tui.testing import ChecklistSuite, score

ANSWERS = {
    "branch.days": {"done": 11, "planned": 12},  # 11/12 × 15 = 13.75
    "branch.lecture": {"number": 3},  # 7.5
    "branch.station": {"na": True},  # not applicable counts full here: 5
    "branch.away": {"choice": "fair"},  # 0.85 × 5 = 4.25
    "field.skills": {"number": 5.5},  # second tier: 8
    "field.matter": {"choice": "some", "evidence": ["村东水渠修复，受益34户"]},  # 12
    "field.duties": {"lines": {"record": 2, "apart": 1.5}},  # 15 − 3 − 1.5 = 10.5
    "lead.households": {"number": 8},  # 12
    "lead.voice": {"choice": "good"},  # 10
    "extra.certificate": {"lines": {"skill": 3, "degree": 1}},  # 6 at most 4, + 3 = 7, the section at most 6
    "conduct.formal": {"yes": False},
}
"""30.5 + 30.5 + 22 = 83, + 6 = 89: 合格 (90 would be needed)."""


class TestVillage(ChecklistSuite):
    checklist = "../hequan_checklists/hequan.village.toml"
    examples = 20

    def test_it_is_scored_as_by_hand(self) -> None:
        sheet = score(self.read, ANSWERS)
        assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("89.0"), "pass", None)
        assert sheet.missing == ()
        assert [section.score for section in sheet.sections] == [Decimal("30.5"), Decimal("30.5"), 22, 6, 0]

    def test_empty_form_holds_it_at_pass(self) -> None:
        best = ANSWERS | {"branch.lecture": {"number": 4}}
        sheet, formal = score(self.read, best), score(self.read, best | {"conduct.formal": {"yes": True}})
        assert (sheet.total, sheet.grade) == (Decimal("91.5"), "excellent")
        assert (formal.total, formal.grade, formal.veto) == (Decimal("91.5"), "pass", "conduct.formal")
