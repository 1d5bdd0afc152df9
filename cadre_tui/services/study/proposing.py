"""What a study plan can begin from: last year's rest, the last result's weak points, development plan, template."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cadre_tui.model.growth.plan import Origin
from cadre_tui.model.rounds.round import SHOWN
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.proposal import StudyOrigin, StudyProposal
from cadre_tui.model.text import Text
from cadre_tui.services.growth import plans as development
from cadre_tui.services.growth import proposing as growth
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.services.study.reading import plan_of, somebody, today
from cadre_tui.services.study.templates import BY_LEVEL, COMMON, OF_UNIT, Usual

WEAK = frozenset({Origin.BLIND, Origin.SHARED, Origin.OVER, Origin.FOUND_LOW, Origin.LEAST})


def proposals(session: Session, year: int, owner: str, *, of_unit: bool = False) -> tuple[StudyProposal, ...]:
    """What the plan of that year does not hold yet. What a result found is told to its own person alone.

    Raises:
        NotPermitted: it is neither one's own plan, nor of one's units.
    """
    county = session.county
    if of_unit:
        permit(session, Act.SEE_STUDY, unit=owner)
        found: Iterable[StudyProposal] = _template(OF_UNIT, year)
    else:
        person = somebody(county, owner)
        permit(session, Act.SEE_STUDY, of=owner, unit=person.unit)
        found = (*_of_result(session, owner), *usual(person.level, year))
    left = _left(plan_of(county, year - 1, owner, of_unit=of_unit).items)
    known = {each.content for each in plan_of(county, year, owner, of_unit=of_unit).items}
    fresh: dict[Text, StudyProposal] = {}
    for each in (*left, *found):
        if not known & set(each.content.root.values()):
            fresh.setdefault(each.content, each)
    return tuple(fresh.values())


def usual(level: str, year: int) -> tuple[StudyProposal, ...]:
    """What somebody of that level usually studies in a year."""
    return _template((*COMMON, *BY_LEVEL.get(level, ())), year)


def _template(items: Iterable[Usual], year: int) -> tuple[StudyProposal, ...]:
    return tuple(
        StudyProposal(
            origin=StudyOrigin.TEMPLATE,
            content=each.content,
            kind=each.kind,
            matter=each.matter,
            hours=each.hours,
            due=_end_of(year, each.month),
        )
        for each in items
    )


def _left(items: Iterable[StudyItem]) -> Iterator[StudyProposal]:
    for each in items:
        if each.open:
            yield StudyProposal(
                origin=StudyOrigin.LEFT,
                content=Text({"zh": each.content}),
                goal=Text({"zh": each.goal}) if each.goal else None,
                kind=each.kind,
                matter=each.matter,
                work=each.work,
                hours=each.hours,
                proof=each.proof,
            )


def _of_result(session: Session, owner: str) -> Iterator[StudyProposal]:
    """From the newest result that its person may see: open items of the development plan, then weak criteria."""
    if owner != session.person:
        return
    shown = [
        each
        for each in life.rounds(session)
        if each.phase in SHOWN and not each.rules.mock and session.county.circle(each).takes_part(owner)
    ]
    newest = max(shown, key=lambda each: each.opened or life.UTC_MIN, default=None)
    if newest is None:
        return
    made = development.plan(session, newest.id)
    for item in made.items:
        if item.open:
            yield StudyProposal(
                origin=StudyOrigin.DEVELOPMENT,
                content=Text({"zh": item.what}),
                work=item.work,
                due=item.by if item.by and item.by.year == today(session.county).year else None,
                proof=item.proof,
            )
    if made.seen is None:  # what others see in one is seen first on the page of the result
        return
    for each in growth.proposals(session, newest.id):
        if each.origin in WEAK:
            yield StudyProposal(origin=StudyOrigin.WEAK, content=each.about or each.what, goal=each.what)


def _end_of(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
