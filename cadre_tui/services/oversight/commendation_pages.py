"""Words of encouragement as they are read: with the texts of their criteria, over all rounds of a person."""

from collections.abc import Iterable

from cadre_tui.model.oversight.commendation import Commendation
from cadre_tui.model.oversight.voices import CommendationLine, EncouragementPage
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.oversight import encouragement
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.criteria import criterion_texts
from cadre_tui.services.session import Session


def received_lines(session: Session) -> tuple[CommendationLine, ...]:
    """What one received, the newest round first."""
    permit(session, Act.SEE_COMMENDATIONS, of=session.person)
    county = session.county
    return tuple(
        line
        for held in life.rounds(session)
        if held.phase is not Phase.SETUP
        for line in commendation_lines(county, held, encouragement.received(session, held.id))
    )


def received_lines_of(session: Session, round_id: str) -> tuple[CommendationLine, ...]:
    """What one received in one round."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_COMMENDATIONS, of=session.person, phase=held.phase)
    return commendation_lines(session.county, held, encouragement.received(session, round_id))


def reported_lines(session: Session, round_id: str) -> tuple[CommendationLine, ...]:
    """What was reported in a round, what is not hidden yet first."""
    held = life.find(session.county, round_id)
    permit(session, Act.JUDGE_COMMENDATION, phase=held.phase)
    return commendation_lines(session.county, held, encouragement.reported(session, round_id))


def round_page(session: Session, round_id: str) -> EncouragementPage:
    """How many each unit received, those with the most first; for an organiser also what was reported."""
    counts = encouragement.counted(session, round_id)
    held = life.find(session.county, round_id)
    units = {each.id: each.name for each in held.roster.units}
    reported = reported_lines(session, round_id) if session.role is Role.ORGANISER else ()
    numbers = sorted(((units.get(unit, unit), number) for unit, number in counts.items()), key=lambda each: -each[1])
    return EncouragementPage(title=held.rules.title, mock=held.rules.mock, counts=tuple(numbers), reported=reported)


def commendation_lines(county: County, held: Round, found: Iterable[Commendation]) -> tuple[CommendationLine, ...]:
    """With names and texts."""
    known = tuple(found)
    texts = criterion_texts(county, held) if known else {}
    lines = []
    for each in known:
        person = held.roster.person(each.receiver)
        unit = held.roster.unit(person.unit) if person else None
        about = texts.get((each.checklist, each.criterion), Text({"zh": each.criterion}))
        lines.append(
            CommendationLine(
                commendation=each,
                title=held.rules.title,
                mock=held.rules.mock,
                receiver=person.name if person else each.receiver,
                unit=unit.name if unit else "",
                about=about,
            )
        )
    return tuple(lines)
