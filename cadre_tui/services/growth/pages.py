"""What somebody sees of themself before the figures: strengths, blind spots, what others wrote, their plans."""

from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.scoring.self_and_others import found_low
from cadre_tui.services.growth import self_and_others
from cadre_tui.services.growth.proposing import proposed
from cadre_tui.services.growth.reading import last_plan, plan_in
from cadre_tui.services.oversight.commendation_pages import received_lines_of
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.criteria import criterion_texts
from cadre_tui.services.session import Session


def growth_page(session: Session, round_id: str) -> GrowthPage:
    """One's own page of a published round.

    Raises:
        NotPermitted: the round is not published yet.
        BadInput: one took no part in it.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_PLAN, of=session.person, phase=held.phase)
    result = reading.result(session, round_id, session.person)
    compared = self_and_others.compared(Reader(county, held), result)
    known = plan_in(county, held, session.person)
    former = last_plan(county, session.person, held)
    return GrowthPage(
        compared=compared,
        found_low=found_low(each.row for each in compared.criteria),
        comments=result.comments,
        min_comments=result.min_comments,
        commendations=received_lines_of(session, round_id),
        plan=known,
        former=former[1] if former else None,
        proposals=proposed(county, held, compared, known),
        texts=criterion_texts(county, held),
        former_texts=criterion_texts(county, former[0]) if former else {},
    )
