"""What a result says of a person before any total: oneself against others, now and in former rounds."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from cadre_tui.checklists.meaning import apart
from cadre_tui.model.checklists.comparable import Apart, ApartCriterion
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.model.results.self_and_others import Compared, PastApart, PastFigures, SelfAndOthers
from cadre_tui.scoring.self_and_others import lean, quadrant
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.results import reading
from cadre_tui.services.results.criteria import rows
from cadre_tui.services.results.reader import Found, Reader
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session

ROUNDS_MOST: Final = 7
"""Former rounds that are compared with, the latest of them."""


def self_and_others(session: Session, round_id: str, subject_id: str) -> SelfAndOthers:
    """By criterion, for whoever may see the result: worked out from the figures that it shows, and from no other.

    Raises:
        NotPermitted: it is somebody else's, or not published yet.
        BadInput: the person took no part.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_RESULT, of=subject_id, phase=held.phase)
    return compared(Reader(session.county, held), reading.result(session, round_id, subject_id))


def compared(reader: Reader, result: Result) -> SelfAndOthers:
    """The same, of a result that was read already."""
    past = _Past(reader, result)
    return SelfAndOthers(
        round=result.round,
        title=result.title,
        mock=result.mock,
        subject=result.subject,
        unit=result.unit,
        criteria=tuple(_one(result, row, past) for row in result.criteria),
        beside=result.beside,
    )


def _one(result: Result, row: CriterionResult, past: "_Past") -> Compared:
    """Bonus and penalty stand outside of what is shared out in points: no part of them is high or low."""
    checklist = result.checklist(row.checklist)
    sections = checklist.section if checklist else ()
    kind = next((each.kind for each in sections for one in each.criterion if one.id == row.criterion), "base")
    base = kind == "base"
    return Compared(
        row=row,
        quadrant=quadrant(row) if base else None,
        lean=lean(row) if base else None,
        before=tuple(past.of(row)),
        apart=tuple(past.apart(row)),
    )


class _Past:
    """The former rounds, each with the rows that its own result shows."""

    def __init__(self, reader: Reader, result: Result) -> None:
        self._result = result
        subject = result.subject.id
        self._rounds: list[tuple[Reader, Found]] = []
        for each in reader.earlier:
            person = each.circle.person(subject) if each.circle.takes_part(subject) else None
            if person is not None and len(self._rounds) < ROUNDS_MOST:
                self._rounds.insert(0, (each, each.found(person)))
        self._rows = cache(self._shown)
        self._unlike = cache(self._meaning)

    def of(self, row: CriterionResult) -> Iterator[PastFigures]:
        """The rounds in which the criterion meant the same and something of it was shown."""
        for at, (reader, _found) in enumerate(self._rounds):
            then = self._rows(at).get((_id(row.checklist), row.criterion))
            if then is None or row.criterion in self._unlike(at, row.checklist):
                continue
            if then.own is not None or then.peers is not None:
                rules = reader.held.rules
                yield PastFigures(round=rules.id, title=rules.title, own=then.own, peers=then.peers)

    def _shown(self, at: int) -> dict[tuple[str, str], CriterionResult]:
        return {(_id(each.checklist), each.criterion): each for each in rows(self._rounds[at][1], None)}

    def apart(self, row: CriterionResult) -> Iterator[PastApart]:
        """The rounds that asked it, too, with another meaning; of those that did not ask it nothing is told."""
        for at, (reader, _found) in enumerate(self._rounds):
            found = self._unlike(at, row.checklist).get(row.criterion)
            if found is not None and found.unlike.why is not Apart.NEW:
                rules = reader.held.rules
                yield PastApart(round=rules.id, title=rules.title, unlike=found.unlike)

    def _meaning(self, at: int, checklist: str) -> Mapping[str, ApartCriterion]:
        then = self._rounds[at][1].sheets.get(_id(checklist))
        return apart(then.checklist if then else None, self._result.checklist(checklist))


def _id(checklist: str) -> str:
    return checklist.split("|", maxsplit=1)[0]
