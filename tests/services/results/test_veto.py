"""一票否决 in a round: an answer that counts brings the grade down, the total stays, no colleague alone decides."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Task
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounds.round_rules import Use
from cadre_tui.services.filling import responses
from cadre_tui.services.home import home_of
from cadre_tui.services.results import reading
from cadre_tui.words.results.result import total_steps
from tests.services.small import GRADES, Small, rules

VETO = """
schema = 1
id = "t.veto"
version = "1"
title = "否决"
purpose = ["self", "peer", "check"]
[[section]]
id = "all"
title = "全部"
[[section.criterion]]
id = "veto.share"
kind = "ratio"
text = "完成率"
points = 10
[[section]]
id = "conduct"
title = "一票否决"
kind = "penalty"
[[section.criterion]]
id = "veto.fake"
kind = "yes_no"
text = "弄虚作假"
veto = { when = true, grade = "fail" }
[[grade]]
code = "pass"
text = "合格"
min = 6
[[grade]]
code = "fail"
text = "不合格"
min = 0
"""


def answered(small: Small, *uses: Use, faking: Mapping[tuple[str, Purpose], bool]) -> Result:
    """The result of a1 after everybody of the unit answered; ``faking`` says who found a1 to be faking."""
    (small.folder / "checklists" / "t.veto.toml").write_text(VETO, "utf-8")
    small.opened(rules(use=uses, grade=GRADES, inspectors=("b1",)))
    for person in ("a1", "a2", "a3", "a4", "b1"):
        session = small.signed_in(person)
        for todo in home_of(session).todos:
            found = faking.get((person, todo.purpose), False)
            answers: dict[Task, dict[str, Answer | None]] = {
                each: {
                    "veto.share": Answer(number=Decimal("0.9")),
                    "veto.fake": Answer(yes=found and each.subject.id == "a1"),
                }
                for each in todo.tasks
            }
            responses.hand_in(session, todo.round, todo.purpose, answers)
    small.published("r1")
    return reading.result(small.signed_in("a1"), "r1", "a1")


def use(by: Purpose, weight: int) -> Use:
    return Use(checklist="t.veto", by=by, weight=Decimal(weight))


@pytest.mark.parametrize(("by", "who"), [(Purpose.SELF, "a1"), (Purpose.CHECK, "b1")])
def test_oneself_or_an_inspection_that_counts_brings_the_grade_down(small: Small, by: Purpose, who: str) -> None:
    found = answered(small, use(by, 1), faking={(who, by): True})
    assert found.grade is not None
    assert (found.total, found.grade.say("zh")) == (Decimal("9.0"), "不合格")
    assert total_steps(found, "zh")[-1] == "一票否决：弄虚作假，等次为不合格"


def test_a_single_colleague_decides_nothing(small: Small) -> None:
    found = answered(small, use(Purpose.PEER, 1), faking={("a2", Purpose.PEER): True})
    assert found.grade is not None
    assert found.grade.say("zh") == "良好"


def test_what_does_not_count_in_the_total_has_no_veto(small: Small) -> None:
    found = answered(small, use(Purpose.SELF, 0), use(Purpose.PEER, 1), faking={("a1", Purpose.SELF): True})
    assert found.grade is not None
    assert found.grade.say("zh") == "良好"


def test_a_veto_never_lifts_a_grade(small: Small) -> None:
    found = answered(small, use(Purpose.SELF, 1), faking={})
    assert [step.code for step in found.why] == ["result-part", "result-weighted"]
