"""Items to begin from: what was left undone, then blind spots and weaknesses, with the criteria's guidance."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from cadre_tui.model.growth.plan import Origin, Plan, Proposal
from cadre_tui.model.results.result import CriterionResult
from cadre_tui.model.results.self_and_others import Lean, Quadrant, SelfAndOthers
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.text import Text
from cadre_tui.scoring.self_and_others import found_low
from cadre_tui.services.county import County
from cadre_tui.services.growth.reading import last_plan, plan_in, today
from cadre_tui.services.growth.self_and_others import self_and_others
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.criteria import criterion_texts
from cadre_tui.services.session import Session

MOST: Final = 6
"""Proposals at most: nobody improves everything at once."""

TIME: Final = timedelta(days=90)
"""From today to the day that a proposal names."""


def proposals(session: Session, round_id: str) -> tuple[Proposal, ...]:
    """What one could begin with and has no item about yet.

    Raises:
        NotPermitted: the round is not published yet.
        BadInput: one took no part in it.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_PLAN, of=session.person, phase=held.phase)
    compared = self_and_others(session, round_id, session.person)
    return proposed(session.county, held, compared, plan_in(session.county, held, session.person))


def proposed(county: County, held: Round, compared: SelfAndOthers, known: Plan) -> tuple[Proposal, ...]:
    """The same, of what was read already."""
    by = today(county) + TIME
    found = (*_unfinished(county, held, compared.subject.id, by), *_low(compared, by))
    taken = {(each.checklist, each.criterion) for each in known.items if each.criterion}
    written = {each.what for each in known.items}
    kept: dict[tuple[str, str], Proposal] = {}
    for at, each in enumerate(found):
        about = (each.checklist, each.criterion)
        if about not in taken and not written & set(each.what.root.values()):
            kept.setdefault(about if each.criterion else ("", str(at)), each)
    return tuple(kept.values())[:MOST]


def _unfinished(county: County, held: Round, person: str, by: date) -> Iterator[Proposal]:
    former = last_plan(county, person, held)
    if former is None:
        return
    texts = criterion_texts(county, former[0])
    for item in former[1].items:
        if item.open:
            yield Proposal(
                origin=Origin.UNFINISHED,
                checklist=item.checklist,
                criterion=item.criterion,
                about=texts.get((item.checklist, item.criterion)),
                what=Text({"zh": item.what}),
                work=item.work,
                by=by,
                proof=item.proof,
            )


def _low(compared: SelfAndOthers, by: date) -> Iterator[Proposal]:
    over = [each for each in compared.within(Quadrant.OPEN) if each.lean is Lean.OVER]
    found = [
        *((Origin.BLIND, each.row) for each in compared.within(Quadrant.BLIND)),
        *((Origin.SHARED, each.row) for each in compared.within(Quadrant.SHARED)),
        *((Origin.OVER, each.row) for each in reversed(over)),
        *((Origin.FOUND_LOW, row) for row in found_low(each.row for each in compared.criteria)),
    ]
    for origin, row in found or _least(each.row for each in compared.criteria):
        yield Proposal(
            origin=origin,
            checklist=row.checklist.split("|", maxsplit=1)[0],
            criterion=row.criterion,
            about=row.text,
            what=row.guidance or row.text,
            by=by,
        )


def _least(rows: Iterable[CriterionResult]) -> Iterator[tuple[Origin, CriterionResult]]:
    """The one criterion of whose points the smallest share was reached, by colleagues where they said."""
    shares = [
        (Fraction(figure) / Fraction(row.points), row)
        for row in rows
        if row.points > 0 and (figure := row.own if row.peers is None else row.peers) is not None
    ]
    share, lowest = min(shares, key=lambda each: each[0], default=(Fraction(1), None))
    if lowest is not None and share < 1:
        yield Origin.LEAST, lowest
