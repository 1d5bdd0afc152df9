"""What became of the plan: the next self-assessment opens with it and asks about each item."""

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.growth.plan import Plan, PlanLine
from cadre_tui.model.rounds.round import FILLING, Round
from cadre_tui.services.county import County
from cadre_tui.services.growth.reading import last_plan, today
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import hours, life
from cadre_tui.services.rounds.assignments import assignments_of
from cadre_tui.services.session import Session


def to_follow(session: Session, round_id: str) -> Plan | None:
    """The plan that the self-assessment of a round opens with; None where there is none.

    Raises:
        NotPermitted: the session is nobody's who is rated.
    """
    permit(session, Act.SEE_PLAN, of=session.person)
    county = session.county
    found = last_plan(county, session.person, life.find(county, round_id))
    return found[1] if found else None


def asked_in(session: Session, held: Round) -> tuple[str, ...]:
    """The rounds whose self-assessment is being filled in now and opens with the plan of ``held``."""
    permit(session, Act.SEE_PLAN, of=session.person, phase=held.phase)
    county, person = session.county, session.person
    return tuple(each.id for each in life.every(county) if _asks(county, each, held, person))


def plan_line(session: Session) -> PlanLine | None:
    """What home tells of one's newest plan; None where there is nothing left to do, and nothing is asked about it."""
    permit(session, Act.SEE_PLAN, of=session.person)
    found = last_plan(session.county, session.person)
    if found is None:
        return None
    held, plan = found
    day = today(session.county)
    left = [each for each in plan.items if each.open]
    return PlanLine(
        round=held.id,
        title=held.rules.title,
        open=len(left),
        due=sum(each.due(day) for each in left),
        next=min((each.by for each in left if each.by and not each.due(day)), default=None),
        asked_in=tuple(each for each in asked_in(session, held) if not told(plan, each)),
    )


def told(plan: Plan, round_id: str) -> bool:
    """Whether each item has been told about in the self-assessment of that round."""
    return all(each.followed is not None and each.followed.round == round_id for each in plan.items)


def _asks(county: County, held: Round, of: Round, person: str) -> bool:
    if held.phase not in FILLING or held.rules.mock:
        return False
    if not hours.open_for(held, person, Purpose.SELF, county.now()):
        return False
    if not any(each.purpose is Purpose.SELF for each in assignments_of(county, held, person)):
        return False
    newest = last_plan(county, person, held)
    return newest is not None and newest[0].id == of.id
