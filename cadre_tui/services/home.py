"""What a person sees first: what to do, and what may be looked at."""

from collections.abc import Iterable

from cadre_tui.model.filling.home import Home, PublishedLine, RoundLine, TellerLine, Todo
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import SHOWN, Phase, Round
from cadre_tui.services import messages
from cadre_tui.services.ballots.tellers import rounds_to_tell
from cadre_tui.services.filling import tasks
from cadre_tui.services.growth.asking import plan_line
from cadre_tui.services.growth.plans import plan
from cadre_tui.services.oversight import progress, remedy_pages
from cadre_tui.services.people.accounts import county_name, current_roster, who_is
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.services.study.line import study_line


def home_of(session: Session) -> Home:
    """The first screen's data: a cadre's tasks and results, an organiser's rounds."""
    permit(session, Act.OWN_ACCOUNT, of=session.person)
    county = session.county
    person = who_is(county, session.person)
    unit = current_roster(county).unit(person.unit) if person else None
    held = life.rounds(session)
    cadre = session.role in (Role.CADRE, Role.RATER)
    return Home(
        person=person,
        county=county_name(county),
        unit=unit.name if unit else "",
        todos=_open_first(todo for each in held for todo in tasks.todos(session, each)) if cadre else (),
        results=_published(session, held) if session.role is Role.CADRE else (),
        rounds=() if cadre else tuple(_line(session, each) for each in held),
        messages=messages.messages(session, held),
        remedies=remedy_pages.waiting(session, held),
        plan=plan_line(session) if session.role is Role.CADRE else None,
        study=study_line(session),
        telling=tuple(map(_telling, rounds_to_tell(session))),
    )


def _telling(held: Round) -> TellerLine:
    return TellerLine(round=held.id, title=held.rules.title, mock=held.rules.mock)


def _open_first(todos: Iterable[Todo]) -> tuple[Todo, ...]:
    """What can still be done stands before what is over."""
    return tuple(sorted(todos, key=lambda todo: not todo.open))


def _published(session: Session, held: tuple[Round, ...]) -> tuple[PublishedLine, ...]:
    """Figures only where one has seen what comes before them: strengths and blind spots before a total."""
    lines = []
    for each in held:
        if each.phase in SHOWN and session.county.circle(each).takes_part(session.person):
            found = reading.result(session, each.id, session.person)
            seen = plan(session, each.id).seen is not None
            lines.append(
                PublishedLine(
                    round=each.id,
                    title=each.rules.title,
                    total=found.total if seen else None,
                    grade=found.grade if seen else None,
                    mock=each.rules.mock,
                    unseen=not seen,
                )
            )
    return tuple(lines)


def _line(session: Session, held: Round) -> RoundLine:
    if held.phase is Phase.SETUP:
        rules = held.rules
        return RoundLine(
            round=held.id,
            title=rules.title,
            phase=held.phase,
            handed_in={},
            mock=rules.mock,
            ballots=rules.anonymous,
        )
    return progress.status(session, held.id).line
