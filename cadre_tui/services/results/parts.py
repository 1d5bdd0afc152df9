"""The parts of a result and their weighted mean, the total."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import Counts, Part
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.summing import summed as summed_up
from cadre_tui.scoring.statutory import worked
from cadre_tui.services.results.peers import UNSCORED
from cadre_tui.services.results.reader import Found, Use
from cadre_tui.services.results.sheets import Sheets

TO_TOTAL: Final = frozenset(
    {
        *(f"section-{kind}" for kind in ("base", "bonus", "penalty")),
        *("base", "base-rescaled", "credits-only", "outside", "floor", "nothing-in"),
        *("said", "kind-absent", "kind-failed", "scorer-total", "scorer-nothing", "scorer-absent", "scorer-failed"),
    }
)
"""The steps of a response's sheet that lead to its exact total; rounding and grade come once, for the round."""


@dataclass(frozen=True)
class Sum:
    """The parts as shown, the rounded total (None: a part that counts has no score), and how it came about."""

    parts: tuple[Part, ...]
    total: Decimal | None
    why: tuple[Step, ...]
    exact: Fraction | None = None


def summed(rules: RoundRules, uses: tuple[Use, ...], found: Found, shift: Fraction | None = None) -> Sum:
    """Each use of a checklist with its score, and the total of those that weigh anything.

    ``shift``: the points by which colleagues' figure is adjusted, where the rules adopt that.
    """
    parts: list[Part] = []
    exact: dict[int, Fraction] = {}
    steps: list[Step] = []
    for use, (purpose, checklist) in zip(rules.use, uses, strict=True):
        if not checklist.meant_for(found.subject.level, purpose):
            continue
        at = len(parts)
        figure, part = _part(rules, use.weight, purpose, found.sheets[checklist.id], found)
        if purpose is Purpose.PEER:
            steps += found.peers[checklist.id].steps(at)
            if figure is not None and shift:
                plain, figure = figure, min(max(figure + shift, Fraction(0)), Fraction(checklist.total))
                part = _shifted(rules, part, figure, figure - plain)
                steps.append(Step(code="result-adjusted", values={"part": at, "plain": plain, "result": figure}))
        parts.append(part)
        if figure is not None:
            exact[at] = figure
        if use.weight:
            values = {"part": at, "score": figure, "weight": use.weight}
            steps.append(Step(code="result-part", values=values))
    return _total(rules, tuple(parts), exact, steps)


def _part(
    rules: RoundRules, weight: Decimal, purpose: Purpose, sheets: Sheets, found: Found
) -> tuple[Fraction | None, Part]:
    """The exact score of one use, and the part as shown."""
    checklist = sheets.checklist
    if purpose is Purpose.PEER:
        peers = found.peers[checklist.id]
        figure, withheld, groups = peers.figure, peers.withheld, peers.parts()
        steps: tuple[tuple[Step, ...], ...] = ()
        raters = {"too-few-raters": None, UNSCORED: None, "not-handed-in": 0}.get(withheld or "", peers.raters)
        basis, counts = peers.total_worked(None), peers.told()
        unscored = peers.unscored
    else:
        rated = sheets.by[purpose]
        steps = tuple(tuple(step for step in each.why if step.code in TO_TOTAL) for each in sheets.whole(purpose))
        totals = [each.sheet.exact for each in rated if each.sheet.exact is not None]
        unscored = next((each.sheet.unscored for each in rated if each.sheet.unscored), ())
        basis = None if unscored else worked(Rule.MEAN, totals)
        figure, groups = basis.figure if basis else None, ()
        asked, valid = sheets.asked[purpose], len(totals)
        counts = Counts(asked=asked, returned=len(rated), valid=valid, void=len(rated) - valid)
        withheld = "not-handed-in" if not rated else UNSCORED if unscored else None if totals else "no-score"
        raters = None if purpose is Purpose.SELF else len(totals)
    return figure, Part(
        checklist=checklist.name,
        title=checklist.title,
        by=purpose,
        weight=weight,
        score=None if figure is None else round_half_up(figure, rules.rounding.places),
        raters=raters,
        withheld=withheld,
        groups=groups,
        exact=figure,
        worked=basis,
        counts=counts,
        sheets=steps,
        unscored=unscored,
    )


def _shifted(rules: RoundRules, part: Part, figure: Fraction, by: Fraction) -> Part:
    score = round_half_up(figure, rules.rounding.places)
    return replace(part, score=score, exact=figure, shift=by)


def _total(rules: RoundRules, parts: tuple[Part, ...], exact: dict[int, Fraction], steps: list[Step]) -> Sum:
    weighed = [at for at, part in enumerate(parts) if part.weight]
    if not weighed or any(at not in exact for at in weighed):
        return Sum(parts, None, (*steps, Step(code="result-incomplete")))
    shares = {at: Fraction(parts[at].weight) for at in weighed}
    weights = summed_up(shares.values())
    raw = summed_up(share * exact[at] for at, share in shares.items()) / weights
    total = round_half_up(raw, rules.rounding.places)
    values = {"raw": raw, "weights": weights, "places": rules.rounding.places, "total": total}
    return Sum(parts, total, (*steps, Step(code="result-weighted", values=values)), raw)
