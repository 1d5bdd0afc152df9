"""Where the quota's line falls, and which cases people look at before the publication."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from cadre_tui.model.results.outcome import Cause, Line, Open, Settled
from cadre_tui.scoring import quota as quotas
from cadre_tui.services.results.grades import quota_code
from cadre_tui.services.results.outcome.doubts import Doubts, close_to
from cadre_tui.services.results.outcome.figures import Figures
from cadre_tui.services.results.reader import Reader


def lines_and_cases(reader: Reader, figures: list[Figures], doubts: Doubts) -> Settled:
    """The lines and the cases, without anything that was decided."""
    causes: dict[str, list[Cause]] = defaultdict(list)
    lines = tuple(_lines(reader, figures))
    for line in lines:
        for tied in line.tied:
            causes[tied].append(Cause.TIE)
    for each in figures:
        if each.referred:
            causes[each.subject.id].append(Cause.REFERRED)
        if each.subject.id in doubts.adjusted:
            causes[each.subject.id].append(Cause.DIFFERENT)
    for line in lines:
        for near in close_to(line.cut, _reached(reader, figures, line.unit), doubts.errors.each) - {*line.tied}:
            causes[near].append(Cause.CLOSE)
    cases = {
        each.subject.id: Open(
            causes=tuple(causes[each.subject.id]),
            total=each.total,
            earned=each.earned.code if each.earned else None,
            adjusted=grade.code if (grade := doubts.adjusted.get(each.subject.id)) else None,
        )
        for each in figures
        if each.subject.id in causes
    }
    return Settled(lines=lines, cases=cases)


def _lines(reader: Reader, figures: list[Figures]) -> Iterator[Line]:
    quota = reader.held.rules.quota
    if quota is None:
        return
    by_unit: dict[str, list[Figures]] = defaultdict(list)
    for each in figures:
        by_unit[each.subject.unit if quota.within == "unit" else ""].append(each)
    for unit, members in by_unit.items():
        people = sum(quota.of == "all" or each.total is not None for each in members)
        reached = _reached(reader, members, unit)
        count = quotas.places(quota, people)
        drawn = quotas.draw(reached, count)
        found = reader.held.roster.unit(unit)
        yield Line(
            unit=unit,
            name=found.name if found else "",
            people=people,
            places=count,
            reached=len(reached),
            cut=drawn.cut,
            tied=drawn.tied,
            left=drawn.left,
        )


def _reached(reader: Reader, figures: list[Figures], unit: str) -> dict[str, Decimal]:
    """Who earned the grade that there is a quota of, in that unit (empty: in the county), with the totals."""
    code = quota_code(reader.held.rules)
    return {
        each.subject.id: each.total
        for each in figures
        if unit in ("", each.subject.unit) and each.total is not None and each.earned and each.earned.code == code
    }
