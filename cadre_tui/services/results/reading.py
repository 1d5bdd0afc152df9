"""What a round found about a person: after publication, to that person and to the organiser."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property

from cadre_tui import scoring
from cadre_tui.checklists.meaning import unchanged
from cadre_tui.model.checklist import Checklist, Criterion, Grade, Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people import Person
from cadre_tui.model.response import Drawer, Response, State
from cadre_tui.model.result import CriterionResult, Former, Part, Result
from cadre_tui.model.round import SHOWN, Round
from cadre_tui.model.score_sheet import ScoreSheet, Step
from cadre_tui.model.text import Text
from cadre_tui.services.county import County
from cadre_tui.services.drawers import read_drawer
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.assignments import used_checklists
from cadre_tui.services.session import Session

PLACES = 2
"""Decimal places of a criterion's figures; the total's are the round's own."""


def result(session: Session, round_id: str, subject_id: str) -> Result:
    """One person's result.

    Raises:
        NotPermitted: it is somebody else's, or not published yet.
        BadInput: the person took no part.
    """
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_RESULT, of=subject_id, phase=held.phase)
    circle = session.county.circle(held)
    subject = circle.person(subject_id)
    if subject is None or not circle.takes_part(subject_id):
        raise BadInput("not-in-round", who=subject_id, round=round_id)
    return _Reading(session.county, held).result(subject)


def results(session: Session, round_id: str) -> tuple[Result, ...]:
    """Everybody's result, in the roster's order: for the organiser. Each drawer is read once."""
    held = life.find(session.county, round_id)
    permit(session, Act.SEE_RESULT, phase=held.phase)
    reading = _Reading(session.county, held)
    return tuple(reading.result(subject) for subject in session.county.circle(held).people)


class _Sheets:
    """The score sheets about one subject to one checklist, by purpose; only what was handed in."""

    def __init__(self, checklist: Checklist) -> None:
        self.checklist = checklist
        self.by: dict[Purpose, tuple[ScoreSheet, ...]] = {}
        self._scores: dict[tuple[Purpose, str], list[Fraction]] = defaultdict(list)

    def add(self, purpose: Purpose, sheets: tuple[ScoreSheet, ...]) -> None:
        """Take the sheets of one purpose in; who answered 不了解 to a criterion is not among its scores."""
        self.by[purpose] = sheets
        for sheet in sheets:
            for row in sheet.criteria:
                if row.score is not None:
                    self._scores[purpose, row.id].append(row.score)

    def scores(self, purpose: Purpose, criterion: str) -> list[Fraction]:
        """What the raters of that purpose gave a criterion."""
        return self._scores.get((purpose, criterion), [])

    def own_why(self, criterion: str) -> tuple[Step, ...]:
        """How the own score of a criterion came about; empty where oneself handed nothing in."""
        rows = (row for sheet in self.by.get(Purpose.SELF, ()) for row in sheet.criteria)
        return next((row.why for row in rows if row.id == criterion), ())


class _Reading:
    """One round, read for results: every drawer once, every former round once."""

    def __init__(self, county: County, held: Round) -> None:
        self._county = county
        self.held = held
        self.circle = county.circle(held)
        self._uses = tuple(zip(held.rules.use, used_checklists(county, held), strict=True))
        self._drawer = cache(lambda rater: read_drawer(county, held.id, rater))

    def result(self, subject: Person) -> Result:
        """All about one subject."""
        rules = self.held.rules
        sheets = self.sheets_of(subject)
        parts, exact = self._parts(subject, sheets)
        total = self._total(parts, exact)
        grade, vetoed = self._grade(total, sheets)
        unit = self.held.roster.unit(subject.unit)
        return Result(
            round=rules.id,
            title=rules.title,
            subject=subject,
            unit=unit.name if unit else "",
            total=total,
            grade=grade.text if grade else None,
            withheld="incomplete" if total is None else None,
            parts=parts,
            criteria=tuple(self._criteria(subject, sheets)),
            former=self._former_totals(subject),
            min_raters=rules.least_raters,
            why=(*_why(parts, exact, total, rules.rounding.places), *vetoed),
            checklists=tuple(each.checklist for each in sheets.values()),
            mock=rules.mock,
        )

    def _grade(self, total: Decimal | None, sheets: Mapping[str, _Sheets]) -> tuple[Grade | None, tuple[Step, ...]]:
        """The grade that the total earns, or the lower one that a veto brings about, with the step that says so.

        Only what counts in the total can veto, and only oneself or an inspection: no single colleague decides.
        """
        grades = self.held.rules.grade
        earned = next((each for each in grades if total is not None and total >= each.min), None)
        if total is None:
            return None, ()
        order = {each.code: place for place, each in enumerate(grades)}
        lowest = order[earned.code] if earned else -1
        step: tuple[Step, ...] = ()
        for use, (purpose, checklist) in self._uses:
            counted = bool(use.weight) and purpose is not Purpose.PEER and checklist.id in sheets
            for sheet in sheets[checklist.id].by.get(purpose, ()) if counted else ():
                place = order.get(sheet.grade or "", -1)
                if sheet.veto is not None and place > lowest:
                    by = checklist.criterion(sheet.veto)
                    values = {"criterion": by.text if by else Text(sheet.veto), "grade": grades[place].text}
                    lowest, step = place, (Step(code="result-veto", values=values),)
        return (grades[lowest] if lowest >= 0 else None), step

    def total_of(self, subject: Person) -> Decimal | None:
        """The total alone."""
        parts, exact = self._parts(subject, self.sheets_of(subject))
        return self._total(parts, exact)

    def sheets_of(self, subject: Person) -> dict[str, _Sheets]:
        """The sheets by checklist id; those that colleagues filled come first."""
        found: dict[str, _Sheets] = {}
        for _use, (purpose, checklist) in sorted(self._uses, key=lambda use: not self._asks_peers(use[1][1].id)):
            if checklist.meant_for(subject.level, purpose):
                sheets = found.setdefault(checklist.id, _Sheets(checklist))
                sheets.add(purpose, self._sheets(subject, purpose, checklist))
        return found

    def _asks_peers(self, checklist_id: str) -> bool:
        return any(purpose is Purpose.PEER and each.id == checklist_id for _use, (purpose, each) in self._uses)

    def _sheets(self, subject: Person, purpose: Purpose, checklist: Checklist) -> tuple[ScoreSheet, ...]:
        drawers: Iterable[Drawer] = (self._drawer(each.id) for each in self.circle.raters(subject.id, purpose))
        responses = (drawer.response(subject.id, checklist.id, purpose) for drawer in drawers)
        return tuple(
            scoring.score(checklist, each.answers) for each in responses if each is not None and _counts(each)
        )

    def _parts(self, subject: Person, sheets: Mapping[str, _Sheets]) -> tuple[tuple[Part, ...], dict[int, Fraction]]:
        """The parts as shown, and the exact score of those that have one, by position."""
        parts: list[Part] = []
        exact: dict[int, Fraction] = {}
        for use, (purpose, checklist) in self._uses:
            if not checklist.meant_for(subject.level, purpose):
                continue
            mean, withheld, raters = self._mean_total(sheets[checklist.id].by[purpose], purpose)
            if mean is not None:
                exact[len(parts)] = mean
            parts.append(
                Part(
                    checklist=checklist.name,
                    title=checklist.title,
                    by=purpose,
                    weight=use.weight,
                    score=None if mean is None else self._rounded(mean),
                    raters=raters,
                    withheld=withheld,
                )
            )
        return tuple(parts), exact

    def _mean_total(
        self, sheets: tuple[ScoreSheet, ...], purpose: Purpose
    ) -> tuple[Fraction | None, str | None, int | None]:
        totals = [Fraction(sheet.total) for sheet in sheets if sheet.total is not None]
        raters = None if purpose is Purpose.SELF else len(totals)
        if not sheets:
            return None, "not-handed-in", None if raters is None else 0
        if purpose is Purpose.PEER and len(totals) < self.held.rules.least_raters:
            return None, "too-few-raters", None
        if not totals:
            return None, "no-score", raters
        return sum(totals, Fraction(0)) / len(totals), None, raters

    def _total(self, parts: tuple[Part, ...], exact: Mapping[int, Fraction]) -> Decimal | None:
        weighed = [index for index, part in enumerate(parts) if part.weight]
        if not weighed or any(index not in exact for index in weighed):
            return None
        weights = sum((Fraction(parts[index].weight) for index in weighed), Fraction(0))
        earned = sum((Fraction(parts[index].weight) * exact[index] for index in weighed), Fraction(0))
        return self._rounded(earned / weights)

    def _rounded(self, value: Fraction) -> Decimal:
        return scoring.round_half_up(value, self.held.rules.rounding.places)

    def _criteria(self, subject: Person, sheets: Mapping[str, _Sheets]) -> Iterable[CriterionResult]:
        before = self._former_sheets(subject)
        for held in sheets.values():
            former = before.get(held.checklist.id)
            same = unchanged(former.checklist, held.checklist) if former else frozenset()
            for section in held.checklist.section:
                for criterion in section.criterion:
                    row = self._criterion(held, criterion, section.title, former if criterion.id in same else None)
                    if row is not None:
                        yield row

    def _criterion(
        self, held: _Sheets, criterion: Criterion, section: Text, before: _Sheets | None
    ) -> CriterionResult | None:
        """A row, None where nobody's answer gave it a score; ``before`` where it meant the same in a former round."""
        own, peers, inspection = (held.scores(each, criterion.id) for each in Purpose)
        if not (own or peers or inspection):
            return None
        enough = len(peers) >= self.held.rules.least_raters
        own_score = own[0] if own else None
        peer_mean = _mean(peers) if enough else None
        now = peer_mean if peer_mean is not None else own_score
        then = self._former_score(criterion, before, by_peers=peer_mean is not None)
        return CriterionResult(
            criterion=criterion.id,
            checklist=held.checklist.name,
            section=section,
            text=criterion.text,
            focus=criterion.focus,
            points=criterion.points,
            own=_shown(own_score),
            peers=_shown(peer_mean),
            inspection=_shown(_mean(inspection)),
            raters=len(peers) if enough else None,
            gap=_shown(None if own_score is None or peer_mean is None else own_score - peer_mean),
            change=_shown(None if now is None or then is None else now - then),
            guidance=criterion.guidance,
            own_why=held.own_why(criterion.id),
        )

    def _former_score(self, criterion: Criterion, before: _Sheets | None, *, by_peers: bool) -> Fraction | None:
        """The same figure in the former round."""
        if before is None:
            return None
        if not by_peers:
            return _mean(before.scores(Purpose.SELF, criterion.id))
        peers = before.scores(Purpose.PEER, criterion.id)
        enough = self._former is not None and len(peers) >= self._former.held.rules.least_raters
        return _mean(peers) if enough else None

    @cached_property
    def _earlier(self) -> tuple["_Reading", ...]:
        """Published rounds that were opened before this one, the latest first."""
        opened = self.held.opened
        return tuple(
            _Reading(self._county, each)
            for each in life.every(self._county)
            if each.phase in SHOWN and not each.rules.mock and each.opened and opened and each.opened < opened
        )

    @cached_property
    def _former(self) -> "_Reading | None":
        """The round that the rules name to compare with; the latest of the earlier ones where they name none."""
        named = self.held.rules.former
        return next((each for each in self._earlier if named in (None, each.held.id)), None)

    def _former_sheets(self, subject: Person) -> Mapping[str, _Sheets]:
        """What was found about the person then, who may have been of another level."""
        if self._former is None or not self._former.circle.takes_part(subject.id):
            return {}
        person = self._former.circle.person(subject.id)
        return self._former.sheets_of(person) if person else {}

    def _former_totals(self, subject: Person) -> tuple[Former, ...]:
        took_part = [
            (each, each.circle.person(subject.id))
            for each in reversed(self._earlier)
            if each.circle.takes_part(subject.id)
        ]
        return tuple(
            Former(round=each.held.id, title=each.held.rules.title, total=each.total_of(person))
            for each, person in took_part
            if person is not None
        )


def _counts(response: Response) -> bool:
    return response.state is State.SUBMITTED


def _mean(scores: list[Fraction]) -> Fraction | None:
    return sum(scores, Fraction(0)) / len(scores) if scores else None


def _shown(value: Fraction | None) -> Decimal | None:
    return None if value is None else scoring.round_half_up(value, PLACES)


def _why(
    parts: tuple[Part, ...], exact: Mapping[int, Fraction], total: Decimal | None, places: int
) -> tuple[Step, ...]:
    """The total, step by step: each part's score and weight, then the weighted mean."""
    steps = [
        Step(code="result-part", values={"part": index, "score": exact.get(index), "weight": part.weight})
        for index, part in enumerate(parts)
        if part.weight
    ]
    if total is None:
        return (*steps, Step(code="result-incomplete"))
    weights = sum(Fraction(part.weight) for part in parts)
    raw = sum(Fraction(part.weight) * exact[index] for index, part in enumerate(parts) if part.weight) / weights
    values = {"raw": raw, "weights": weights, "places": places, "total": total}
    return (*steps, Step(code="result-weighted", values=values))
