"""What a round found about a person: after publication, to that person, to organisers and supervisors."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from cadre_tui.model.checklists.erratum import in_force
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Person, Role
from cadre_tui.model.results.result import Beside, Former, Result
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results.comments import comments
from cadre_tui.services.results.criteria import gone, rows
from cadre_tui.services.results.grades import graded, settled_grade
from cadre_tui.services.results.parts import summed
from cadre_tui.services.results.reader import Found, Reader
from cadre_tui.services.results.sections import section_rows
from cadre_tui.services.results.steadiness import steadiness
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session


def result(session: Session, round_id: str, subject_id: str) -> Result:
    """One person's result.

    Raises:
        NotPermitted: it is somebody else's, or not published yet.
        BadInput: the person took no part.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_RESULT, of=subject_id, phase=held.phase)
    reader = Reader(session.county, held)
    return _for(session, _result(reader, taking_part(reader, subject_id)))


def every(session: Session, round_id: str, told: Callable[[int, int], None] | None = None) -> Iterator[Result]:
    """Everybody's result, in the roster's order: for the organiser. One after the other, so that none need be kept.

    ``told`` hears how many of how many are worked out.

    Raises:
        NotPermitted: before the first one.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_RESULT, phase=held.phase)
    return _every(session, Reader(session.county, held), told)


def _every(session: Session, reader: Reader, told: Callable[[int, int], None] | None) -> Iterator[Result]:
    for done, each in enumerate(each_result(reader), start=1):
        yield _for(session, each)
        if told:
            told(done, len(reader.circle.people))


def results(session: Session, round_id: str) -> tuple[Result, ...]:
    """Everybody's result, in the roster's order: for the organiser. Each drawer is read once."""
    return tuple(every(session, round_id))


def each_result(reader: Reader, people: Iterable[Person] | None = None) -> Iterator[Result]:
    """The results of ``people`` (None: of everybody, in the roster's order), one after the other, never all at once.

    Whoever calls has asked whether that may be.
    """
    return (_result(reader, subject) for subject in (reader.circle.people if people is None else people))


def _for(session: Session, found: Result) -> Result:
    """The result as this role sees it: what oneself wrote as reason and evidence is no supervisor's to read."""
    if session.role is not Role.SUPERVISOR:
        return found
    bare = (
        replace(row, given=tuple(replace(each, reason="", evidence=()) for each in row.given))
        for row in found.criteria
    )
    return replace(found, criteria=tuple(bare))


def taking_part(reader: Reader, subject_id: str) -> Person:
    """Somebody who is rated in the round.

    Raises:
        BadInput: the person took no part.
    """
    subject = reader.circle.person(subject_id)
    if subject is None or not reader.circle.takes_part(subject_id):
        raise BadInput("not-in-round", who=subject_id, round=reader.held.id)
    return subject


def _result(reader: Reader, subject: Person) -> Result:
    held, rules = reader.held, reader.held.rules
    found, before = reader.found(subject), reader.found_before(subject)
    summary = summed(rules, reader.uses, found, reader.shift(subject.id))
    earned, vetoed = graded(rules, reader.uses, summary.total, found)
    grade, settled = settled_grade(rules, reader.settled, subject, summary.total, earned)
    return Result(
        round=rules.id,
        title=rules.title,
        subject=subject,
        unit=reader.unit_name(subject),
        total=summary.total,
        grade=grade.text if grade else None,
        withheld="incomplete" if summary.total is None else None,
        parts=summary.parts,
        criteria=tuple(rows(found, before)),
        former=_former_totals(reader, subject),
        min_raters=rules.least_raters,
        why=(*summary.why, *vetoed, *settled),
        checklists=tuple(each.checklist for each in found.sheets.values()),
        mock=rules.mock,
        secrecy=rules.secrecy,
        comments=comments(rules, found),
        min_comments=rules.least_comments,
        exact=summary.exact,
        rule=held.rule_by or Rule(rules.rule),
        steady=steadiness(reader, found, summary, grade),
        places=rules.rounding.places,
        grades=rules.grade,
        sections=tuple(section_rows(found)),
        rules_hash=reader.held.rules_hash,
        beside=None if before is None else _beside(reader, found, before),
        errata={each.name: errata for _use, each in reader.uses if (errata := in_force(held.errata, each.digest))},
        error=None if summary.total is None else reader.settled.errors.get(subject.id),
    )


def _beside(reader: Reader, found: Found, before: Found) -> Beside | None:
    """The former round in which the person took part, with what of it cannot be compared any more."""
    if reader.former is None:
        return None
    rules = reader.former.held.rules
    return Beside(round=rules.id, title=rules.title, gone=tuple(gone(found, before)))


def _former_totals(reader: Reader, subject: Person) -> tuple[Former, ...]:
    """The totals of earlier rounds, the oldest first: each as it was shown when that round was published."""
    took_part = [
        (each, each.circle.person(subject.id))
        for each in reversed(reader.earlier)
        if each.circle.takes_part(subject.id)
    ]
    return tuple(
        Former(
            round=each.held.id,
            title=each.held.rules.title,
            total=summed(each.held.rules, each.uses, each.found(person), each.shift(person.id)).total,
        )
        for each, person in took_part
        if person is not None
    )
