"""What a round comes to: everybody's grade, the quota's line, and the cases that people decide before publication."""

from fractions import Fraction

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.outcome import Outcome, Settled
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.looking import settled
from cadre_tui.services.results.outcome.cases import lines_and_cases
from cadre_tui.services.results.outcome.correcting import corrected, reopened
from cadre_tui.services.results.outcome.doubts import doubts_of
from cadre_tui.services.results.outcome.figures import Figures, Progress, figures_of
from cadre_tui.services.results.outcome.telling import told
from cadre_tui.services.results.quality.adjusting import shifts
from cadre_tui.services.results.quality.rated_totals import totals_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.handed_in import state_of
from cadre_tui.services.rounds.settled import change_settled
from cadre_tui.services.rounds.voids import close_voids
from cadre_tui.services.session import Session


def outcome(session: Session, round_id: str, progress: Progress = lambda _done, _all: None) -> Outcome:
    """The outcome as it stands. While the round is not published it is kept: a condition of the publication.

    In a confidential round what colleagues answered, and whose votes count, stands from the first look on: totals
    before and after would tell a vote.

    Raises:
        NotPermitted: people still fill in.
    """
    county = session.county
    held = life.find(county, round_id)
    permit(session, Act.SEE_OUTCOME, phase=held.phase)
    held = settled(held, session)
    if held.phase is Phase.MODERATION and held.rules.confidential:
        close_voids(county, round_id)  # totals before and after a decision would tell a vote
    state = state_of(county, held, frozenset(Purpose)) if held.phase is Phase.MODERATION else ""
    reader = Reader(county, held)
    working = held.phase is Phase.MODERATION
    adopted = _shifts(reader) if working and held.rules.adopt == "adjusted" else reader.settled.shifts
    figures = list(figures_of(reader, adopted, progress))
    if held.phase is Phase.PUBLISHED:
        return told(reader, session, figures, _with_corrected(session, reader, figures))
    if not working:
        return told(reader, session, figures, reader.settled)
    doubts = doubts_of(reader)
    kept_too = {"shifts": adopted, "errors": doubts.errors.told, "figures": _answered(reader)}
    fresh = lines_and_cases(reader, figures, doubts).model_copy(update=kept_too)
    if fresh != reader.settled.model_copy(update={"at": None, "rulings": {}, "state": ""}):
        needed = sum(each.needs for each in fresh.cases.values())
        audit.note(session, "outcome-worked-out", round=round_id, cases=needed)
    kept = change_settled(
        county,
        round_id,
        lambda before: fresh.model_copy(update={"state": state, "at": county.now(), "rulings": before.rulings}),
    )
    return told(reader, session, figures, kept)


def _with_corrected(session: Session, reader: Reader, figures: list[Figures]) -> Settled:
    """What is kept, with the cases of those whom an appeal has corrected since: the lines stand as they were."""
    county, held = session.county, reader.held
    people = corrected(county, held.id)
    fresh = {
        each.subject.id: reopened(held.rules, reader.settled, each.subject, each.total, each.earned)
        for each in figures
        if each.subject.id in people
    }
    if all(reader.settled.cases.get(key) == each for key, each in fresh.items()):
        return reader.settled
    audit.note(session, "outcome-worked-out", round=held.id, cases=sum(each.needs for each in fresh.values()))
    return change_settled(
        county, held.id, lambda before: before.model_copy(update={"cases": {**before.cases, **fresh}})
    )


def _answered(reader: Reader) -> dict[str, str]:
    """What a plugin's rule answered, so that the round can be read when the plugin is gone.

    After the publication nobody changes what colleagues gave: no other votes are ever counted.
    """
    return reader.counted.kept if reader.counted else {}


def _shifts(reader: Reader) -> dict[str, str]:
    """The points by person by which the raters' severity moves colleagues' figure, kept to six decimal places."""
    return {key: str(Fraction(round_half_up(each, 6))) for key, each in shifts(reader, totals_of(reader)).items()}
