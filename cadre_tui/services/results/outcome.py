"""What a round comes to: everybody's grade, the quota's line, and the cases that people decide before publication."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.outcome import Case, Cause, Line, Open, Outcome, Settled, Standing
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Referral
from cadre_tui.model.rounds.round import SHOWN, Phase
from cadre_tui.model.text import Text
from cadre_tui.scoring import quota as quotas
from cadre_tui.scoring.referral import Ballot, refers
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.adjusting import shifts
from cadre_tui.services.results.correcting import corrected, reopened
from cadre_tui.services.results.doubts import Doubts, close_to, doubts_of
from cadre_tui.services.results.grades import graded, quota_code, settled_grade
from cadre_tui.services.results.looking import settled
from cadre_tui.services.results.parts import summed
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.rated_totals import totals_of
from cadre_tui.services.results.reader import Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.handed_in import state_of
from cadre_tui.services.rounds.settled import change_settled
from cadre_tui.services.rounds.voids import close_voids
from cadre_tui.services.session import Session

Progress = Callable[[int, int], None]
"""Told so many people of so many; what it raises ends the work."""


@dataclass(frozen=True)
class Figures:
    """What the figures alone say of one person."""

    subject: Person
    total: Decimal | None
    earned: Grade | None
    referred: tuple[Referral, ...]


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
    figures = list(_figures(reader, adopted, progress))
    if held.phase is Phase.PUBLISHED:
        return _told(reader, figures, _with_corrected(session, reader, figures))
    if not working:
        return _told(reader, figures, reader.settled)
    doubts = doubts_of(reader)
    kept_too = {"shifts": adopted, "errors": doubts.errors.told, "figures": _answered(reader)}
    fresh = _worked_out(reader, figures, doubts).model_copy(update=kept_too)
    if fresh != reader.settled.model_copy(update={"at": None, "rulings": {}, "state": ""}):
        needed = sum(each.needs for each in fresh.cases.values())
        audit.note(session, "outcome-worked-out", round=round_id, cases=needed)
    kept = change_settled(
        county,
        round_id,
        lambda before: fresh.model_copy(update={"state": state, "at": county.now(), "rulings": before.rulings}),
    )
    return _told(reader, figures, kept)


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


def _figures(reader: Reader, adopted: Mapping[str, str], progress: Progress) -> Iterator[Figures]:
    rules, people = reader.held.rules, reader.circle.people
    for done, subject in enumerate(people):
        progress(done, len(people))
        found = reader.found(subject)
        shift = Fraction(adopted.get(subject.id, "0")) if rules.adopt == "adjusted" else None
        total = summed(rules, reader.uses, found, shift).total
        earned, _steps = graded(rules, reader.uses, total, found)
        shown = [each for each in found.peers.values() if each.withheld is None]
        ballots = [ballot for each in shown for ballot in _ballots(each)] if rules.refer else []
        yield Figures(subject, total, earned, tuple(each for each in rules.refer if refers(each, ballots)))


def _ballots(peers: Peers) -> Iterator[Ballot]:
    for each in peers.rated:
        for row in each.sheet.criteria:
            answer = each.response.answers.get(row.id)
            if answer is not None and answer.choice is not None:
                yield Ballot(answer.choice, row.score is not None)


def _worked_out(reader: Reader, figures: list[Figures], doubts: Doubts) -> Settled:
    """The lines and the cases, without anything that was decided."""
    causes: dict[str, list[Cause]] = defaultdict(list)
    lines = tuple(_lines(reader, figures))
    for line in lines:
        for tied in line.tied:
            causes[tied].append(Cause.TIE)
    for each in figures:
        if each.referred:
            causes[each.subject.id].append(Cause.REFERRED)
        if each.subject.id in doubts.adjusted:
            causes[each.subject.id].append(Cause.DIFFERENT)
    for line in lines:
        for near in close_to(line.cut, _reached(reader, figures, line.unit), doubts.errors.each) - {*line.tied}:
            causes[near].append(Cause.CLOSE)
    cases = {
        each.subject.id: Open(
            causes=tuple(causes[each.subject.id]),
            total=each.total,
            earned=each.earned.code if each.earned else None,
            adjusted=grade.code if (grade := doubts.adjusted.get(each.subject.id)) else None,
        )
        for each in figures
        if each.subject.id in causes
    }
    return Settled(lines=lines, cases=cases)


def _lines(reader: Reader, figures: list[Figures]) -> Iterator[Line]:
    quota = reader.held.rules.quota
    if quota is None:
        return
    by_unit: dict[str, list[Figures]] = defaultdict(list)
    for each in figures:
        by_unit[each.subject.unit if quota.within == "unit" else ""].append(each)
    for unit, members in by_unit.items():
        people = sum(quota.of == "all" or each.total is not None for each in members)
        reached = _reached(reader, members, unit)
        count = quotas.places(quota, people)
        drawn = quotas.draw(reached, count)
        found = reader.held.roster.unit(unit)
        yield Line(
            unit=unit,
            name=found.name if found else "",
            people=people,
            places=count,
            reached=len(reached),
            cut=drawn.cut,
            tied=drawn.tied,
            left=drawn.left,
        )


def _reached(reader: Reader, figures: list[Figures], unit: str) -> dict[str, Decimal]:
    """Who earned the grade that there is a quota of, in that unit (empty: in the county), with the totals."""
    code = quota_code(reader.held.rules)
    return {
        each.subject.id: each.total
        for each in figures
        if unit in ("", each.subject.unit) and each.total is not None and each.earned and each.earned.code == code
    }


def _told(reader: Reader, figures: list[Figures], settled: Settled) -> Outcome:
    rules = reader.held.rules
    waiting = frozenset(settled.waiting)
    standings, cases = [], []
    options = _options(reader)
    for each in figures:
        grade, _steps = settled_grade(rules, settled, each.subject, each.total, each.earned)
        unit = reader.held.roster.unit(each.subject.unit)
        undecided = each.subject.id in waiting
        standing = Standing(
            subject=each.subject,
            unit=unit.name if unit else "",
            total=each.total,
            earned=each.earned.text if each.earned else None,
            grade=grade.text if grade and not undecided else None,
        )
        standings.append(standing)
        case = settled.cases.get(each.subject.id)
        if case is not None:
            cases.append(
                Case(
                    subject=standing.subject,
                    unit=standing.unit,
                    causes=case.causes,
                    referred=each.referred if Cause.REFERRED in case.causes else (),
                    options={
                        code: options[code] for rule in each.referred for code in rule.options if code in options
                    },
                    total=each.total,
                    earned=standing.earned,
                    adjusted=next((each.text for each in rules.grade if each.code == case.adjusted), None),
                    adopted=rules.adopt == "adjusted",
                    grade=standing.grade,
                    ruling=settled.ruling(each.subject.id, each.total),
                    waiting=undecided,
                )
            )
    code = quota_code(rules)
    return Outcome(
        round=rules.id,
        title=rules.title,
        mock=rules.mock,
        quota=next((each.text for each in rules.grade if each.code == code), None),
        lines=settled.lines,
        cases=tuple(cases),
        standings=tuple(standings),
        waiting=len(waiting),
        grades=rules.grade,
        published=reader.held.phase in SHOWN,
    )


def _options(reader: Reader) -> dict[str, Text]:
    """The texts of the options that colleagues answer with, by their codes."""
    asked = (checklist for purpose, checklist in reader.uses if purpose is Purpose.PEER)
    scales = (option for checklist in asked for scale in checklist.scale for option in scale.option)
    found: dict[str, Text] = {}
    for each in scales:
        found.setdefault(each.code, each.text)
    return found


def with_decisions(found: Outcome, settled: Settled) -> Outcome:
    """The same outcome with what has been decided since; no figure is worked out again."""
    texts = {each.code: each.text for each in found.grades}

    def renewed(case: Case) -> Case:
        ruling = settled.ruling(case.subject.id, case.total)
        if ruling is None:
            return case
        return case.model_copy(update={"ruling": ruling, "grade": texts.get(ruling.grade), "waiting": False})

    cases = tuple(map(renewed, found.cases))
    return found.model_copy(update={"cases": cases, "waiting": sum(each.waiting for each in cases)})
