"""The grade that a total earns, the lower one that a veto brings about, and what quota and decisions make of it."""

from decimal import Decimal

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.outcome import Line, Settled
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import Text
from cadre_tui.services.results.reader import Found, Use


def graded(
    rules: RoundRules, uses: tuple[Use, ...], total: Decimal | None, found: Found
) -> tuple[Grade | None, tuple[Step, ...]]:
    """The grade, and the step that says so where a veto lowers it.

    Only what counts in the total can veto, and only oneself or an inspection: no single colleague decides.
    """
    grades = rules.grade
    earned = next((each for each in grades if total is not None and total >= each.min), None)
    if total is None:
        return None, ()
    order = {each.code: place for place, each in enumerate(grades)}
    lowest = order[earned.code] if earned else -1
    step: tuple[Step, ...] = ()
    for use, (purpose, checklist) in zip(rules.use, uses, strict=True):
        counted = bool(use.weight) and purpose is not Purpose.PEER and checklist.id in found.sheets
        for sheet in found.sheets[checklist.id].whole(purpose) if counted else ():
            place = order.get(sheet.grade or "", -1)
            if sheet.veto is not None and place > lowest:
                by = checklist.criterion(sheet.veto)
                values = {
                    "criterion": by.text if by else Text(sheet.veto),
                    "grade": grades[place].text,
                    "to": grades[place].code,
                }
                lowest, step = place, (Step(code="result-veto", values=values),)
    return (grades[lowest] if lowest >= 0 else None), step


def settled_grade(
    rules: RoundRules, settled: Settled, subject: Person, total: Decimal | None, earned: Grade | None
) -> tuple[Grade | None, tuple[Step, ...]]:
    """The grade with the quota's line and what was decided, and the steps that say so.

    Whoever has the total of the line where it parts equals has the lower grade until people decide.
    """
    codes = [each.code for each in rules.grade]
    grade = earned
    steps: tuple[Step, ...] = ()
    line = settled.line(subject.unit)
    if grade is not None and line is not None and grade.code == quota_code(rules):
        inside = _inside(line, total)
        below = rules.grade[codes.index(grade.code) + 1]
        values = {
            "grade": grade.text,
            "places": line.places,
            "people": line.people,
            "cut": line.cut,
            "tied": line.parts(total),
            "inside": inside,
            "below": below.text,
            "to": grade.code if inside else below.code,
        }
        steps = (Step(code="result-quota", values=values),)
        grade = grade if inside else below
    ruling = settled.ruling(subject.id, total)
    if ruling is not None and ruling.grade in codes:
        grade = rules.grade[codes.index(ruling.grade)]
        values = {"grade": grade.text, "to": grade.code, "reason": ruling.reason}
        steps += (Step(code="result-ruled", values=values),)
    return grade, steps


def quota_code(rules: RoundRules) -> str | None:
    """The code of the grade that there is a quota of."""
    if rules.quota is None or not rules.grade:
        return None
    return rules.quota.grade or rules.grade[0].code


def _inside(line: Line, total: Decimal | None) -> bool:
    if line.cut is None or total is None:
        return line.places > 0
    return total > line.cut if line.tied else total >= line.cut
