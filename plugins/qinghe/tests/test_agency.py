"""清河县机关干部学习考评表：合格、填得了，手算的几份算得对。 Qinghe's checklist for agencies, worked out by hand."""

from decimal import Decimal

from cadre_tui.testing import ChecklistSuite, score

ANSWERS = {
    "together.sessions": {"number": 22},  # 22 × 1.25 = 27.5 of 30
    "together.discipline": {"lines": {"absent": 1, "late": 3}},  # 10 − 2 − 1.5 = 6.5
    "alone.notes": {"number": 12000},  # second tier: 7
    "alone.quality": {"choice": "careful"},  # 10
    "use.reports": {"lines": {"no-report": 1, "weak-duty": 2.5}},  # 20 − 5 − 2.5 = 12.5
    "use.test": {"done": 45, "planned": 50},  # 0.9 × 10 = 9
    "use.service": {"choice": "quiet"},  # 8
    "extra.article": {"lines": {"county": 1, "city": 2}},  # 1 + 4 = 5, at most 4
    "extra.exchange": {"number": 2},  # 2; the section 6, at most 5
    "loss.criticised": {"lines": {"unit": 1}},  # −1
    "conduct.fake": {"yes": False},
}
"""80.5 of 100, + 5 − 1 = 84.5: 良好."""
BEST = ANSWERS | {
    "together.discipline": {"lines": {}},
    "use.reports": {"lines": {}},
    "loss.criticised": {"lines": {}},
}


class TestAgency(ChecklistSuite):
    checklist = "../qinghe.agency.toml"
    examples = 20

    def test_it_is_scored_as_by_hand(self) -> None:
        sheet = score(self.read, ANSWERS)
        assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("84.5"), "good", None)
        assert sheet.missing == ()
        assert [section.score for section in sheet.sections] == [34, 17, Decimal("29.5"), 5, -1, 0]

    def test_excellence_asks_for_twenty_sessions(self) -> None:
        best = score(self.read, BEST)
        assert (best.total, best.grade) == (Decimal("96.5"), "excellent")
        seldom = score(self.read, BEST | {"together.sessions": {"number": 19}})  # 3.75 points fewer
        assert (seldom.total, seldom.grade) == (Decimal("92.8"), "good")

    def test_falsified_records_fail_whatever_the_total(self) -> None:
        sheet = score(self.read, ANSWERS | {"conduct.fake": {"yes": True}})
        assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("84.5"), "fail", "conduct.fake")
        assert [(each.criterion, each.what) for each in sheet.missing] == [("conduct.facts", "answer")]
