"""The example of the format's page, totals worked out by hand."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.model.answers.score_sheet import ScoreSheet
from tests.examples import AGENCY, AGENCY_RESPONSE
from tests.examples.writing import answered

ANSWERS: dict[str, Any] = json.loads(AGENCY_RESPONSE.read_text(encoding="utf-8"))["answers"]


def scored(**changes: Any) -> ScoreSheet:
    answers = {key: value for key, value in {**ANSWERS, **changes}.items() if value is not None}
    return answered(checklists.read(AGENCY), answers)


def test_the_response_of_the_page() -> None:
    # plan: 20 + min(30, 21 × 1.5 = 31.5) = 50 of the 50 points that are in (station: not applicable)
    # work: 40 − (2 × 5 + 3) = 27 of 40;  base: 77 ÷ 90 × 100 = 85.555…;  bonus: 1 × 1 + 0 × 3 = 1
    # total: 86.555… → 86.6; below 90, so 合格
    sheet = scored()
    assert (sheet.total, sheet.grade, sheet.veto, sheet.missing) == (Decimal("86.6"), "pass", None, ())
    assert {each.id: each.score for each in sheet.criteria} == {
        "plan.written": 20, "plan.sessions": 30, "plan.station": None, "work.applied": 27,
        "extra.article": 1, "conduct.fake": 0,
    }  # fmt: skip
    assert [(each.id, each.score, each.points, each.points_in) for each in sheet.sections] == [
        ("plan", 50, 60, 50), ("work", 27, 40, 40), ("extra", 1, 0, 0), ("conduct", 0, 0, 0),
    ]  # fmt: skip


def test_all_at_their_best() -> None:
    # 20 + 30 + 10 + 40 = 100; bonus: 1 + 2 × 3 = 7, the criterion's cap 5: 105; 20 sessions are there: 优秀
    sheet = scored(**{
        "plan.station": {"yes": True},
        "work.applied": {"lines": {}},
        "extra.article": {"lines": {"county": 1, "province": 2}},
    })  # fmt: skip
    assert (sheet.total, sheet.grade) == (Decimal("105.0"), "excellent")


def test_a_grade_also_needs_what_it_requires() -> None:
    # 19 × 1.5 = 28.5; 20 + 28.5 + 10 + 40 = 98.5, above 90; but 19 sessions are not 20: 合格
    sheet = scored(**{
        "plan.sessions": {"number": 19},
        "plan.station": {"yes": True},
        "work.applied": {"lines": {"no-report": 0}},
        "extra.article": {"lines": {}},
    })  # fmt: skip
    assert (sheet.total, sheet.grade) == (Decimal("98.5"), "pass")


def test_a_veto_leaves_the_total_and_takes_the_grade() -> None:
    sheet = scored(**{"conduct.fake": {"yes": True}})
    assert (sheet.total, sheet.grade, sheet.veto) == (Decimal("86.6"), "fail", "conduct.fake")


def test_an_unknown_rating_is_left_out_of_the_denominator() -> None:
    # plan.written and plan.station out: 30 of 30; work 27 of 40; 57 ÷ 70 × 100 = 81.428… + 1 = 82.428… → 82.4
    sheet = scored(**{"plan.written": {"choice": "unknown", "evidence": ["a"]}})
    assert sheet.total == Decimal("82.4")
    assert sheet.criteria[0].score is None


def test_lines_stop_at_their_cap_and_a_deduction_at_zero() -> None:
    # no-report: 9 × 5 = 45, at most 20; weak-duty 5; 40 − 25 = 15
    # (20 + 30 + 15) ÷ 90 × 100 = 72.222… + 1 = 73.222… → 73.2
    sheet = scored(**{"work.applied": {"lines": {"no-report": 9, "weak-duty": 5}}})
    assert sheet.criteria[3].score == Fraction(15)
    assert sheet.total == Decimal("73.2")


def test_what_is_not_answered_counts_zero_and_is_named() -> None:
    # 20 + 30 + 0 + 0 of 100, + 0; nothing of the rest was answered
    sheet = scored(**{"plan.station": None, "work.applied": None, "extra.article": None, "conduct.fake": None})
    assert (sheet.total, sheet.grade) == (Decimal("50.0"), "fail")
    assert [(each.criterion, each.what) for each in sheet.missing] == [
        ("plan.station", "answer"), ("work.applied", "answer"),
        ("extra.article", "answer"), ("conduct.fake", "answer"),
    ]  # fmt: skip


def test_evidence_and_reasons_are_owed_but_never_scored() -> None:
    # plan.written asks for evidence always, and for a reason at the extremes: 好 and 差, not 较好
    best = scored(**{"plan.written": {"choice": "good", "reason": "  ", "evidence": [" "]}})
    assert [(each.criterion, each.what) for each in best.missing] == [
        ("plan.written", "evidence"), ("plan.written", "reason"),
    ]  # fmt: skip
    middle = scored(**{"plan.written": {"choice": "fair", "evidence": ["a"]}})
    assert middle.missing == ()
    assert best.total == Decimal("86.6")
    # 16 + 30 + 27 = 73 ÷ 90 × 100 = 81.111… + 1 = 82.111… → 82.1
    assert middle.total == Decimal("82.1")


@pytest.mark.parametrize("drop", ["plan.written", "plan.sessions", "work.applied", "extra.article", "conduct.fake"])
def test_a_frozen_copy_scores_alike(drop: str) -> None:
    checklist = checklists.read(AGENCY)
    answers = scoring.read_response(
        checklist, {"checklist": checklist.name, "answers": {k: v for k, v in ANSWERS.items() if k != drop}}
    )
    assert scoring.score(checklists.thaw(checklist.canonical), answers) == scoring.score(checklist, answers)
