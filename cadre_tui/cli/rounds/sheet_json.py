"""A score sheet as JSON: with what every figure is worked out from, so that ``recompute.py`` can do it again.

Exact numbers are texts such as ``505/6``. Where secrecy forbids single votes there are sums and counts, and where
these would tell too much, nothing.
"""

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from cadre_tui.cli.json_answer import number, person, rule_by_json, texts, unlike_json
from cadre_tui.locale import language
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.checklists.erratum import Erratum
from cadre_tui.model.results.result import (
    Beside,
    Comment,
    Counts,
    CriterionResult,
    Given,
    GroupPart,
    Part,
    Result,
    SectionResult,
)
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.words.results import result as words


def sheet_json(each: Result) -> dict[str, Any]:
    """One person's score sheet."""
    return {
        "subject": {**person(each.subject), "unit": each.unit},
        "total": number(each.total),
        "exact": _exact(each.exact),
        "places": each.places,
        "rule": _rule(each.rule),
        "rule_by": None if isinstance(each.rule, Rule) else rule_by_json(each.rule),
        "grade": texts(each.grade),
        "grades": [{"code": one.code, "min": str(one.min), "text": texts(one.text)} for one in each.grades],
        "grade_steps": [
            {"step": step.code, "to": step.values["to"]} for step in each.why if step.code in GRADE_STEPS
        ],
        "steady": each.steady,
        "error": number(each.error),
        "withheld": each.withheld,
        "parts": [_part(part) for part in each.parts],
        "sections": [_section(row) for row in each.sections],
        "criteria": [_criterion(each, row) for row in each.criteria],
        "former": [{"round": former.round, "total": number(former.total)} for former in each.former],
        "compared_with": _compared_with(each.beside),
        "min_raters": each.min_raters,
        "secrecy": each.secrecy.value,
        "comments": _comments(each.comments),
        "why": list(words.total_steps(each, language())),
        "errata": [erratum_json(one) for errata in each.errata.values() for one in errata.values()],
        "checklists": {one.name: _checklist(one) for one in each.checklists},
    }


def erratum_json(one: Erratum) -> dict[str, Any]:
    """What is told beside one text, and since when."""
    return {
        "checklist": one.checklist,
        "field": " › ".join(one.field),
        "was": texts(one.was),
        "now": texts(one.now),
        "reason": one.reason,
        "by": one.by,
        "at": one.at.isoformat(),
    }


GRADE_STEPS = ("result-veto", "result-quota", "result-ruled")
"""What makes another grade of the one that the total reaches."""


def _checklist(one: Checklist) -> dict[str, Any]:
    """What of a checklist its arithmetic needs."""
    return {
        "digest": one.digest,
        "total": str(one.total),
        "scorer": one.scorer,
        "sections": [
            {
                "id": section.id,
                "kind": section.kind,
                "cap": None if section.cap is None else str(section.cap),
                "criteria": [{"id": each.id, "points": str(each.points)} for each in section.criterion],
            }
            for section in one.section
        ],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "checklist": part.checklist,
        "by": part.by.value,
        "weight": number(part.weight),
        "score": number(part.score),
        "exact": _exact(part.exact),
        "shift": _exact(part.shift),
        "worked": _worked(part.worked),
        "counts": _counts(part.counts),
        "raters": part.raters,
        "withheld": part.withheld,
        "groups": [_group(group) for group in part.groups],
    }


def _group(group: GroupPart) -> dict[str, Any]:
    return {
        "ids": list(group.ids),
        "titles": [texts(title) for title in group.titles],
        "weight": number(group.weight),
        "score": number(group.score),
        "exact": _exact(group.exact),
        "worked": _worked(group.worked),
        "raters": group.raters,
        "withheld": group.withheld,
    }


def _section(row: SectionResult) -> dict[str, Any]:
    return {
        "id": row.section,
        "checklist": row.checklist,
        "title": texts(row.title),
        "points": number(row.points),
        "self": number(row.own),
        "peers": number(row.peers),
        "check": number(row.inspection),
        "groups": [number(score) for score in row.groups],
    }


def _criterion(each: Result, row: CriterionResult) -> dict[str, Any]:
    return {
        "id": row.criterion,
        "checklist": row.checklist,
        "section": row.section_id,
        "text": texts(row.text),
        "points": number(row.points),
        "self": number(row.own),
        "peers": number(row.peers),
        "check": number(row.inspection),
        "raters": row.raters,
        "unknown": row.unknown,
        "gap": number(row.gap),
        "change": number(row.change),
        "not_comparable": unlike_json(row.unlike),
        "withheld": row.withheld,
        "exact": _exact(row.exact),
        "worked": _worked(row.worked),
        "groups": [number(score) for score in row.groups],
        "groups_worked": [_worked(one) for one in row.group_worked],
        "given": [_given(one) for one in row.given],
        "self_why": list(words.own_steps(each, row, language())),
    }


def _given(one: Given) -> dict[str, Any]:
    return {
        "by": one.by.value,
        "score": _exact(one.score),
        "taken": _exact(one.taken),
        "reason": one.reason,
        "evidence": list(one.evidence),
    }


def _compared_with(former: Beside | None) -> dict[str, Any] | None:
    if former is None:
        return None
    return {"round": former.round, "gone": [one.criterion for one in former.gone]}


def _comments(comments: tuple[Comment, ...] | None) -> list[dict[str, str]] | None:
    if comments is None:
        return None
    return [{"checklist": one.checklist, "criterion": one.criterion, "text": one.text} for one in comments]


def _rule(rule: Rule | PinnedRule) -> str:
    return rule.value if isinstance(rule, Rule) else rule.name


def _worked(one: Worked | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {"rule": _rule(one.applied), "valid": one.valid, "counted": one.counted, "sum": _exact(one.sum)}


def _counts(one: Counts | None) -> dict[str, Any] | None:
    return None if one is None else asdict(one)


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
