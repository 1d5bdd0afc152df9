"""临水县县属企业干部学习考评表：合格、填得了，手算的几份算得对。 Linshui's spreadsheet, worked out by hand."""

from decimal import Decimal

from cadre_tui.testing import ChecklistSuite, score

ANSWERS = {
    "study.plan": {"choice": "good", "evidence": ["学习计划.docx"]},  # 20
    "study.hours": {"number": 75},  # second tier: 14
    "study.sessions": {"done": 9, "planned": 10},  # 18
    "use.safety": {"lines": {"unfinished": 1, "formal": 3}},  # 25 − 5 − 3 = 17
    "use.project": {"na": True},  # 15 points are out
    "conduct.fake": {"yes": False},
}
"""69 of 85 = 81.2 of 100: 合格."""
BEST = ANSWERS | {
    "study.hours": {"number": 90},
    "study.sessions": {"number": 1},
    "use.safety": {"lines": {}},
}


class TestEnterprise(ChecklistSuite):
    checklist = "../linshui.enterprise.xlsx"
    examples = 20

    def test_it_is_scored_as_by_hand(self) -> None:
        sheet = score(self.read, ANSWERS)
        assert (sheet.total, sheet.grade, sheet.missing) == (Decimal("81.2"), "pass", ())

    def test_falsified_records_fail_the_best(self) -> None:
        assert score(self.read, BEST).grade == "excellent"
        assert score(self.read, BEST | {"conduct.fake": {"yes": True}}).grade == "fail"
