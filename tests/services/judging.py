"""What may come back to whom: of results, votes, figures of many people, the remedy list."""

import re
from dataclasses import dataclass

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.remedy import Remedy
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import CountyResult, Side
from cadre_tui.model.results.result import Result, Vote
from cadre_tui.model.rounds.round import SHOWN, Phase, Round
from cadre_tui.services.session import Session

MARK = re.compile(r"⟦(\w+) on (\w+)⟧")


@dataclass
class Opened:
    """Votes by name: of a named round, or of a confidential one with a ``second`` person, for a ``reason``."""

    round: str
    subject: str
    votes: tuple[Vote, ...]
    second: Session | None = None
    reason: str = ""


def judge_result(session: Session, held: Round, found: Result) -> None:
    assert held.phase in SHOWN
    own = session.role is Role.CADRE and found.subject.id == session.person
    assert own or session.role in (Role.ORGANISER, Role.SUPERVISOR)
    least = held.rules.least_raters
    assert all(part.score is None or part.by is Purpose.SELF or (part.raters or 0) >= least for part in found.parts)
    assert all(row.peers is None or (row.raters or 0) >= least for row in found.criteria)
    for row in found.criteria:
        for given_ in row.given:
            told = MARK.findall(" ".join((given_.reason, *given_.evidence)))
            assert {*told} <= {(found.subject.id, found.subject.id)}, "what oneself wrote about oneself"
            assert not told or own or session.role is Role.ORGANISER
    for comment in found.comments or ():
        assert max(part.raters or 0 for part in found.parts) >= held.rules.least_comments
        assert {about for _rater, about in MARK.findall(comment.text)} <= {found.subject.id}


def judge_votes(session: Session, held: Round, opened: Opened) -> None:
    if opened.second is None:
        assert not held.rules.confidential, "a confidential round shows nobody who"
        assert held.phase in SHOWN
        own = session.role is Role.CADRE and opened.subject == session.person
        assert own or session.role is Role.ORGANISER
    else:
        assert held.rules.confidential
        assert held.phase in SHOWN | {Phase.MODERATION}
        assert session.role is Role.ORGANISER
        assert opened.second.role in (Role.ORGANISER, Role.SUPERVISOR)
        assert len({session.person, opened.second.person, opened.subject}) == 3
        assert opened.reason
    for each in opened.votes:
        assert {told for _rater, told in MARK.findall(each.reason)} <= {opened.subject}


def judge_county(session: Session, held: Round, found: CountyResult) -> None:
    """After the publication; a clerk's own units, a cadre's none; no figure of fewer people than the minimum."""
    assert held.phase in SHOWN
    assert session.role is not Role.RATER
    overseer = session.role in (Role.ORGANISER, Role.SUPERVISOR)
    assert overseer or {each.id for each in found.units} <= session.units
    assert overseer or not found.units or session.role is Role.CLERK
    least = held.rules.least_raters if overseer else max(held.rules.least_raters, 5)
    groups = [each.sides.of(side) for each in found.units for side in (None, *Side)]
    groups += [found.county.of(side) for side in (None, *Side)] + [each.figures for each in found.levels]
    for figures in groups:
        assert figures.scored >= least or (figures.total is None and figures.grades is None)
        assert all(each.people >= least for each in (*figures.criteria.values(), *figures.profile.values()))


def judge_remedy(session: Session, found: Remedy) -> None:
    """Of anybody's unit for who oversees, of their own for a clerk, one's own for everybody else."""
    overseer = session.role in (Role.ORGANISER, Role.SUPERVISOR)
    clerk = session.role is Role.CLERK and found.unit in session.units
    assert overseer or clerk or (session.role in (Role.CADRE, Role.RATER) and found.owner == session.person)
