"""Remedy lists as they are read: with names, and with what was left of former rounds beside."""

from collections.abc import Iterable

from cadre_tui.model.oversight.remedy import Remedy, RemedyLine, RemedyPage, RemedyState
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import SHOWN, Round
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.oversight import remedies
from cadre_tui.services.people.identity import who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.permission.table import RATERS
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.session import Session


def page(session: Session, round_id: str) -> RemedyPage:
    """The items of a round that the session may see, and those of the published rounds opened before it.

    Raises:
        NotPermitted: the round is not published.
    """
    county = session.county
    held = life.find(county, round_id)
    own = session.role in RATERS
    permit(
        session,
        Act.SEE_REMEDIES,
        of=session.person if own else None,
        unit=next(iter(session.units), None),
        phase=held.phase,
    )
    return RemedyPage(
        round=held.id,
        title=held.rules.title,
        mock=held.rules.mock,
        today=remedies.today(county),
        lines=_ordered(lines(session, held)),
        former=_ordered(each for before in _before(county, held) for each in lines(session, before)),
        units=_managed(session, held),
    )


def waiting(session: Session, rounds: Iterable[Round]) -> tuple[RemedyLine, ...]:
    """What one has to put right oneself, and what its owner reported and one may settle, by its day."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    found = [each for held in rounds for each in lines(session, held) if not each.remedy.over]
    reported = RemedyState.REPORTED
    return _ordered(
        each
        for each in found
        if (each.mine and each.remedy.state is not reported) or (each.judged and each.remedy.state is reported)
    )


def lines(session: Session, held: Round) -> list[RemedyLine]:
    """The items of one round that the session may see."""
    found = list(remedies.seen(session, held))
    texts = _texts(session.county, held) if any(each.criterion for each in found) else {}
    return [_line(session, held, each, texts) for each in found]


def _line(session: Session, held: Round, each: Remedy, texts: dict[str, Text]) -> RemedyLine:
    county = session.county
    unit = held.roster.unit(each.unit)
    spoken = {each.by, each.owner, *(step.by for step in each.steps)}
    mine = each.owner == session.person
    return RemedyLine(
        remedy=each,
        title=held.rules.title,
        mock=held.rules.mock,
        owner=_name(county, each.owner),
        unit=unit.name if unit else "",
        about=texts.get(each.criterion),
        names={who: _name(county, who) for who in spoken},
        mine=mine and session.role in RATERS,
        judged=remedies.manages(session, each.unit) and not mine,
    )


def _managed(session: Session, held: Round) -> dict[str, str]:
    county = {"": ""} if session.role is Role.ORGANISER else {}
    return county | {each.id: each.name for each in held.roster.units if remedies.manages(session, each.id)}


def _ordered(found: Iterable[RemedyLine]) -> tuple[RemedyLine, ...]:
    """What is left to do first, by its day."""
    return tuple(sorted(found, key=lambda each: (each.remedy.over, each.remedy.due, each.remedy.at)))


def _before(county: County, held: Round) -> list[Round]:
    """Published rounds that were opened before this one."""
    return [
        each
        for each in life.every(county)
        if each.phase in SHOWN and each.id != held.id and each.opened and held.opened and each.opened < held.opened
    ]


def _texts(county: County, held: Round) -> dict[str, Text]:
    return {
        f"{checklist.id}/{each.id}": each.text
        for _by, checklist in used_checklists(county, held)
        for each in checklist.criteria()
    }


def _name(county: County, person_id: str) -> str:
    person = who_is(county, person_id)
    return person.name if person else person_id
