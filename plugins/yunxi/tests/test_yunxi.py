"""云溪县的插件：考评项类型、合计办法、考评表都合格，手算的几份算得对。

Yunxi's plugin, held to the suites, and its checklist to sums worked out by hand.
"""

from decimal import Decimal

import yunxi_plugin

from cadre_tui.testing import ChecklistSuite, KindSuite, ScorerSuite, score

CHECKLIST = "../yunxi_plugin/yunxi.cadre.toml"
ANSWERS = {
    # 4 + 2 × 2 = 8 学分，过期 1 × 2 × 0.5 = 1，共 9，9/10 × 40 = 36
    "credits.certificates": {"lines": {"province": 1, "city": 2, "expired.city": 1}, "evidence": ["证书12至15号"]},
    "study.plan": {"yes": True},  # 12
    "study.hours": {"number": 75},  # 第二档 12
    "use.done": {"done": 5, "planned": 6},  # 5/6 × 30 = 25
    "extra.teaching": {"number": 2},  # 加 2
}
"""36 + 24 + 25 + 2 = 87：良好。"""


class TestCertificates(KindSuite):
    plugin = yunxi_plugin
    checklist = CHECKLIST
    kind = "yunxi.certificates"
    examples = 20


class TestWeakSection(ScorerSuite):
    plugin = yunxi_plugin
    checklist = CHECKLIST
    examples = 20


class TestCadre(ChecklistSuite):
    plugin = yunxi_plugin
    checklist = CHECKLIST
    examples = 20

    def test_it_is_scored_as_by_hand(self) -> None:
        sheet = score(self.read, ANSWERS)
        assert (sheet.total, sheet.grade, sheet.missing) == (Decimal(87), "good", ())

    def test_one_weak_section_holds_back_the_best(self) -> None:
        weak = ANSWERS | {"credits.certificates": {"lines": {"province": 3}}, "use.done": {"number": 0.55}}
        sheet = score(self.read, weak)  # 40 + 24 + 16.5 + 2 = 82.5
        assert (sheet.total, sheet.grade) == (Decimal(79), "pass")
        enough = score(self.read, weak | {"use.done": {"number": 0.6}})  # 40 + 24 + 18 + 2 = 84
        assert (enough.total, enough.grade) == (Decimal(84), "good")
