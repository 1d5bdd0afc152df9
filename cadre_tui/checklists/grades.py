"""Grades: each can be given."""

from decimal import Decimal
from fractions import Fraction

from cadre_tui.checklists.draft import Draft
from cadre_tui.checklists.points import most_of_section
from cadre_tui.kinds.kind import Setting
from cadre_tui.kinds.registry import kind_of
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.written import exact_sum, fraction


def check_grades(draft: Draft) -> None:
    """From the top, a grade that every total reaches on an earlier one is never given; nor is one out of reach."""
    whole = not any(each.startswith(("section", "scale", "total", "rounding", "na_rule")) for each in draft.unread)
    sound = not any(fault.code.startswith(("CL03", "CL04")) for fault in draft.faults)
    most = highest_total(draft) if whole and sound else None
    vetoes = {each.veto.grade for _, each, _ in draft.criteria() if each.veto}
    lowest_open: Decimal | None = None
    before: tuple[Decimal, bool] | None = None
    for path, grade in draft.grades():
        if before is not None and grade.min >= before[0] and not before[1]:
            draft.add(codes.MIN_NOT_BELOW, f"{path}.min", number=grade.min, above=before[0])
        elif lowest_open is not None and max(grade.min, Decimal(0)) >= lowest_open and grade.code not in vetoes:
            draft.add(codes.NEVER_GIVEN, f"{path}.min", number=grade.min, above=lowest_open)
        elif most is not None and grade.min > most:
            draft.add(codes.NEVER_GIVEN, f"{path}.min", number=grade.min, most=most)
        if not grade.require:
            reach = max(grade.min, Decimal(0))
            lowest_open = reach if lowest_open is None else min(lowest_open, reach)
        before = (grade.min, bool(grade.require))


def highest_total(draft: Draft) -> Decimal | None:
    """A total that nothing exceeds, rounded as totals are; None if there is no limit."""
    highest = Fraction(0)
    for _, section in draft.sections():
        if section.kind == "bonus":
            most = most_of_section(section, Setting(draft.checklist, section))
            if most is None:
                return None
            highest += most
    base = [(each, setting) for _, each, setting in draft.criteria() if setting.base]
    points = exact_sum(each.points for each, _ in base)
    if points:
        lost = sum(filter(None, (_out_of_reach(each, setting) for each, setting in base)), Fraction(0))
        highest += fraction(draft.checklist.total) * (1 - lost / fraction(points))
    return round_half_up(highest, draft.checklist.rounding.places)


def _out_of_reach(criterion: Criterion, setting: Setting) -> Fraction | None:
    """What it never earns of its points; nothing where it can go out of the denominator, which raises all others."""
    itself = kind_of(criterion)
    can_be_out = (criterion.allow_na and setting.checklist.na_rule != "zero") or criterion.show_when is not None
    if can_be_out or itself.can_be_left_out(criterion, setting):
        return None
    points, most = fraction(criterion.points), itself.most(criterion, setting)
    return None if most is None or most >= points else points - most
