"""Who gave what to one person: in a named round, for that person and for organisers."""

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Person, Role
from cadre_tui.model.results.result import Vote
from cadre_tui.model.rounding import round_half_up
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.criteria import PLACES
from cadre_tui.services.results.rater_codes import rater_code
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.results.reading import taking_part
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


def votes(session: Session, round_id: str, subject_id: str) -> tuple[Vote, ...]:
    """What each colleague gave to each criterion and wrote to it, by the checklist's order, then the roster's.

    Raises:
        NotPermitted: the round is confidential or not published yet, or the result is somebody else's.
        BadInput: the person took no part.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_VOTES, of=subject_id, phase=held.phase)
    if held.rules.confidential:
        raise NotPermitted("round-confidential", round=held.id)
    reader = Reader(session.county, held)
    subject = taking_part(reader, subject_id)
    if session.role is Role.ORGANISER:
        audit.note(session, "votes-read", round=held.id, of=subject.id)
    return votes_about(session.county, reader, subject)


def votes_about(county: County, reader: Reader, subject: Person) -> tuple[Vote, ...]:
    """The votes of one round about one person. Whoever calls has asked whether that may be."""
    groups = {each.id: each.title for each in reader.held.rules.group}
    codes: dict[str, str] = {}
    found = []
    for sheets in reader.found(subject).sheets.values():
        for criterion in sheets.checklist.criteria():
            for each in sheets.by.get(Purpose.PEER, ()):
                answer = each.response.answers.get(criterion.id)
                if answer is None:
                    continue
                scores = {row.id: row.score for row in each.sheet.criteria}
                score = scores.get(criterion.id)
                if each.rater.id not in codes:
                    codes[each.rater.id] = rater_code(county, reader.held.id, each.rater.id)
                found.append(
                    Vote(
                        rater=each.rater,
                        code=codes[each.rater.id],
                        checklist=sheets.checklist.name,
                        criterion=criterion.id,
                        text=criterion.text,
                        points=criterion.points,
                        score=None if score is None else round_half_up(score, PLACES),
                        reason=answer.reason.strip(),
                        group=groups.get(each.group or ""),
                    )
                )
    return tuple(found)
