"""One response, scored: criteria, then sections, then the total and its grade."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Any, Final

from cadre_tui.kinds.kind import Earned, Setting, setting_of
from cadre_tui.kinds.line import clamp
from cadre_tui.kinds.registry import kind_of, of_plugin
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.score_sheet import CriterionScore, Reckoned, ScoreSheet, SectionScore, Step
from cadre_tui.model.checklists.checklist import Checklist, Criterion, Section
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.summing import rescaled, summed
from cadre_tui.scoring.grading import Graded, grade
from cadre_tui.scoring.known_kinds import need_kinds
from cadre_tui.scoring.missing import missing
from cadre_tui.scoring.scorers import summed_up
from cadre_tui.scoring.visibility import visible

NOTHING: Final = Fraction(0)

CHOICE_ALONE: Final = (frozenset({"choice"}),)
"""The shape of a kind whose answer is a choice and nothing else: who chooses the same earns the same."""


def score(checklist: Checklist, answers: Mapping[str, Answer]) -> ScoreSheet:
    """The score sheet of one response. Answers under hidden criteria are ignored.

    Raises:
        BadInput: where the checklist needs a plugin's kind or scorer.
    """
    need_kinds(checklist)
    sheet = Scorer(checklist).score(answers)
    return replace(sheet, missing=missing(checklist, answers))


class Scorer:
    """Scores any number of responses to one checklist: what a choice earns is worked out once.

    It is for what was handed in, in which nothing is missing: that alone it does not look for. Answers under hidden
    criteria are ignored. Where a plugin's kind or scorer would be needed and is not at hand, or fails, there is no
    total, and ``unscored`` says why.
    """

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._full = Fraction(checklist.total)
        self._asked = tuple(_Asked(checklist, each) for each in checklist.section)
        self._base_at = tuple(at for at, each in enumerate(self._asked) if each.base)
        self._outside_at = tuple(at for at, each in enumerate(self._asked) if not each.base)
        self._points = summed(self._asked[at].points for at in self._base_at)
        self._always_shown = None if any(each.show_when for each in checklist.criteria()) else visible(checklist, {})
        self._needs_plugins = any(of_plugin(each.kind) for each in checklist.criteria())

    @property
    def checklist(self) -> Checklist:
        """What it scores by."""
        return self._checklist

    def score(self, answers: Mapping[str, Answer]) -> ScoreSheet:
        """The score sheet of one response: rounded, graded, with the reason for every number."""
        checklist = self._checklist
        shown = self._shown(answers)
        found = self._reckon(answers, shown)
        total = None if found.exact is None else round_half_up(found.exact, checklist.rounding.places)
        graded = Graded(None, None, ()) if found.unscored else grade(checklist, answers, shown, total)
        return ScoreSheet(
            sections=found.sections,
            criteria=found.criteria,
            exact=found.exact,
            checklist=checklist.name,
            digest=checklist.digest,
            total=total,
            grade=graded.grade,
            veto=graded.veto,
            missing=(),
            why=found.unscored or (*self._section_steps(found), *self._total_steps(found, total), *graded.why),
            unscored=found.unscored,
            by_scorer=found.by_scorer,
        )

    def reckon(self, answers: Mapping[str, Answer]) -> Reckoned:
        """What a round goes on to reckon with: the same figures without rounding, grade and reasons."""
        return self._reckon(answers, self._shown(answers))

    def _shown(self, answers: Mapping[str, Answer]) -> frozenset[str]:
        return visible(self._checklist, answers) if self._always_shown is None else self._always_shown

    def _reckon(self, answers: Mapping[str, Answer], shown: frozenset[str]) -> Reckoned:
        scored = [each.rows(answers, shown) for each in self._asked]
        sections = tuple(map(_Asked.score, self._asked, scored))
        criteria = tuple(chain.from_iterable(scored))
        if self._needs_plugins and any(each.unscored for each in criteria):
            return _without_total(sections, criteria)
        if self._checklist.scorer is not None:
            return self._by_scorer(self._checklist.scorer, sections, criteria)
        return Reckoned(sections, criteria, self._exact(sections))

    def _by_scorer(
        self, scorer: str, sections: tuple[SectionScore, ...], criteria: tuple[CriterionScore, ...]
    ) -> Reckoned:
        found = summed_up(scorer, self._checklist, {each.id: each.score for each in criteria})
        if found.unscored:
            return Reckoned(sections, criteria, None, unscored=found.why)
        exact = None if found.total is None else max(found.total, NOTHING)
        return Reckoned(sections, criteria, exact, by_scorer=found.why)

    def _exact(self, sections: Sequence[SectionScore]) -> Fraction | None:
        """Base sections rescaled to the points that are in, plus bonus and penalty, not below 0."""
        start = self._start(sections)
        if start is None:
            return None
        outside = self._outside(sections)
        whole = start + summed(outside) if outside else start
        return whole if whole.numerator > 0 else NOTHING

    def _start(self, sections: Sequence[SectionScore]) -> Fraction | None:
        """What the base sections come to; None where none of their points are in."""
        if not self._points:
            return NOTHING
        earned, points_in = self._base(sections)
        return rescaled(earned, points_in, self._full) if points_in else None

    def _base(self, sections: Sequence[SectionScore]) -> tuple[Fraction, Fraction]:
        """What the base sections earned, and the points of them that are in."""
        if len(self._base_at) == 1:  # as in many checklists, and quicker than to add up
            only = sections[self._base_at[0]]
            return only.score or NOTHING, only.points_in
        base = [sections[at] for at in self._base_at]
        return summed(each.score for each in base if each.score is not None), summed(each.points_in for each in base)

    def _outside(self, sections: Sequence[SectionScore]) -> list[Fraction]:
        """What each bonus and penalty section adds."""
        return [sections[at].score or NOTHING for at in self._outside_at]

    def _section_steps(self, found: Reckoned) -> Iterator[Step]:
        at = 0
        for asked, section in zip(self._asked, found.sections, strict=True):
            scored = found.criteria[at : at + len(asked.section.criterion)]
            at += len(scored)
            yield asked.step(section, [each.score for each in scored if each.score is not None])

    def _total_steps(self, found: Reckoned, total: Decimal | None) -> Iterator[Step]:
        if found.by_scorer:
            yield from found.by_scorer
            yield from self._rounded(found, total)
            return
        start = self._start(found.sections)
        if start is None or found.exact is None or total is None:
            yield Step(code="nothing-in", values={"points": self._points})
            return
        if self._points:
            earned, points_in = self._base(found.sections)
            values = {"earned": earned, "total": self._full, "points": points_in, "result": start}
            yield Step(code="base" if points_in == self._full else "base-rescaled", values=values)
        else:
            yield Step(code="credits-only")
        outside = self._outside(found.sections)
        exact = start + summed(outside)
        if outside:
            yield Step(code="outside", values={"start": start, "added": tuple(outside), "result": exact})
        if exact.numerator < 0:
            yield Step(code="floor", values={"raw": exact})
        yield from self._rounded(found, total)

    def _rounded(self, found: Reckoned, total: Decimal | None) -> Iterator[Step]:
        exact = found.exact
        if exact is not None and total is not None and total.as_integer_ratio() != exact.as_integer_ratio():
            places = self._checklist.rounding.places
            yield Step(code="rounded", values={"raw": exact, "places": places, "result": total})


def _without_total(sections: tuple[SectionScore, ...], criteria: tuple[CriterionScore, ...]) -> Reckoned:
    """What is known stays; of the rest nobody guesses."""
    lacking = {each.section for each in criteria if each.unscored}
    known = tuple(replace(each, score=None) if each.id in lacking else each for each in sections)
    return Reckoned(known, criteria, None, unscored=tuple(chain.from_iterable(e.why for e in criteria if e.unscored)))


class _Asked:
    """A section as it is asked: the points of its criteria, and of each what its choices earn, once it is known."""

    def __init__(self, checklist: Checklist, section: Section) -> None:
        self.section = section
        self.base = section.kind == "base"
        self.points = summed(Fraction(each.points) for each in section.criterion)
        self._setting = Setting(checklist, section)
        self._criteria: tuple[tuple[Criterion, str, dict[str, CriterionScore] | None], ...] = tuple(
            (each, each.id, {} if kind_of(each).shapes == CHOICE_ALONE else None) for each in section.criterion
        )

    def rows(self, answers: Mapping[str, Answer], shown: frozenset[str]) -> list[CriterionScore]:
        """What each criterion earned."""
        rows = []
        for criterion, key, known in self._criteria:
            answer = answers.get(key)
            choice = None if answer is None or answer.na else answer.choice
            if known is None or choice is None or key not in shown:
                rows.append(_criterion(criterion, answers, shown, self._setting))
                continue
            row = known.get(choice)
            if row is None:
                row = known[choice] = _criterion(criterion, answers, shown, self._setting)
            rows.append(row)
        return rows

    def score(self, criteria: Sequence[CriterionScore]) -> SectionScore:
        """What the section earned, cut at its cap."""
        scores = [each.score for each in criteria if each.score is not None]
        whole = len(scores) == len(criteria)
        points_in = self.points if whole else summed(each.points for each in criteria if each.score is not None)
        score = clamp(summed(scores), self.section.cap) if scores else None
        return SectionScore(self.section.id, score, self.points, points_in)

    def step(self, found: SectionScore, scores: Sequence[Fraction]) -> Step:
        """How the section came about, of the ``scores`` in it."""
        earned, adds = summed(scores), NOTHING if found.score is None else found.score
        values: dict[str, Any] = {"section": found.id, "sum": earned, "result": adds, "count": len(scores)}
        values |= {"cap": self.section.cap if adds != earned else None, "points": found.points_in}
        return Step(code=f"section-{self.section.kind}", values=values)


def running(checklist: Checklist, criterion: Criterion, answer: Answer | None) -> CriterionScore:
    """What one answer earns, for the number that stands beside it while it is typed."""
    answers = {} if answer is None else {criterion.id: answer}
    return _criterion(criterion, answers, frozenset({criterion.id}), setting_of(criterion, checklist))


def _criterion(
    criterion: Criterion, answers: Mapping[str, Answer], shown: frozenset[str], setting: Setting
) -> CriterionScore:
    answer = answers.get(criterion.id)
    if criterion.id not in shown:
        earned = _hidden(criterion)
    elif answer is None or not answer.given:
        earned = _unanswered(criterion)
    else:
        earned = _answered(criterion, answer, setting)
    points = Fraction(criterion.points)
    return CriterionScore(criterion.id, setting.section.id, earned.score, points, earned.why, earned.unscored)


def _hidden(criterion: Criterion) -> Earned:
    return Earned(None, (_step("hidden", criterion),))


def _unanswered(criterion: Criterion) -> Earned:
    """Required: 0, and in the denominator; optional or without points: out."""
    if not criterion.required:
        return Earned(None, (_step("unanswered-optional", criterion),))
    if not kind_of(criterion).scored:
        return Earned(None, (_step("unanswered-information", criterion),))
    return Earned(Fraction(0), (_step("unanswered", criterion),))


def _answered(criterion: Criterion, answer: Answer, setting: Setting) -> Earned:
    itself = kind_of(criterion)
    if not answer.na:
        return itself.score(criterion, answer, setting)
    if not itself.scored:
        return Earned(None, (_step("na-information", criterion),))
    if not setting.base:
        return Earned(None, (_step("na-outside", criterion),))
    match setting.checklist.na_rule:
        case "full":
            points = Fraction(criterion.points)
            return Earned(points, (_step("na-full", criterion, result=points),))
        case "zero":
            return Earned(Fraction(0), (_step("na-zero", criterion),))
        case _:
            return Earned(None, (_step("na-out", criterion),))


def _step(code: str, criterion: Criterion, **values: Any) -> Step:
    return Step(code=code, values={"criterion": criterion.id, "points": criterion.points, **values})
