"""The grade that a total earns, or the lower one that a veto brings about."""

from decimal import Decimal

from cadre_tui.model.checklist import Grade, Purpose
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.model.score_sheet import Step
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
        for each in found.sheets[checklist.id].by.get(purpose, ()) if counted else ():
            place = order.get(each.sheet.grade or "", -1)
            if each.sheet.veto is not None and place > lowest:
                by = checklist.criterion(each.sheet.veto)
                values = {"criterion": by.text if by else Text(each.sheet.veto), "grade": grades[place].text}
                lowest, step = place, (Step(code="result-veto", values=values),)
    return (grades[lowest] if lowest >= 0 else None), step
