"""Every figure of colleagues that could be shown about one person by one checklist, with how many gave it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cadre_tui.kinds import draw
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.rounds.counting_rules import Rule, adds_up
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.scoring.disclosure import Cell, Told
from cadre_tui.scoring.statutory import kept
from cadre_tui.services.results.column import Column


def cells_of(
    rules: RoundRules, checklist: Checklist, columns: Mapping[int | None, Column]
) -> Iterator[tuple[Cell, Told]]:
    """The table of figures that the suppression works on; a column a rater group, ``None`` all together, first."""
    for at, column in columns.items():
        yield Cell(None, at), Told(len(column.rated))
        telling = _telling(rules, column)
        for criterion, given in column.scores.items():
            if given:
                alike = few_votes_alike(rules.rule, given)
                end = _end(checklist, criterion, given) if alike else 0
                yield Cell(criterion, at), Told(len(given), alike=alike, telling=criterion == telling, end=end)


def few_votes_alike(rule: Rule | str, scores: Sequence[Fraction]) -> bool:
    """Whether the figure would tell what (nearly) each gave: all that the rule counts are the same.

    Where one highest and one lowest are left out the rest decides: a figure at the end of the scale then tells what
    all but one gave. The median is one value always, so for it all must be the same.
    """
    counted = kept(rule, sorted(scores)) if rule is Rule.TRIMMED else scores
    return _same(counted)


def _same(scores: Sequence[Fraction]) -> bool:
    """Whether all are one number. Asked of each figure: to compare is quicker than to make a set of fractions."""
    return bool(scores) and all(each is scores[0] or each == scores[0] for each in scores)


def _end(checklist: Checklist, criterion: str, scores: Sequence[Fraction]) -> int:
    """Whether all gave the most (1) or the least (-1) that the options of a criterion earn."""
    if not _same(scores):
        return 0
    if checklist.digest not in _ends:
        _ends[checklist.digest] = dict(_ends_of(checklist))
    least, most = _ends[checklist.digest].get(criterion, (None, None))
    return (scores[0] == most) - (scores[0] == least)


_ends: dict[str, dict[str, tuple[Fraction, Fraction]]] = {}


def _ends_of(checklist: Checklist) -> Iterator[tuple[str, tuple[Fraction, Fraction]]]:
    """The least and the most that each criterion's options earn, where it has any; worked out once a checklist."""
    for criterion in checklist.criteria():
        drawing = draw(criterion, checklist)
        if isinstance(drawing, Choices):
            earned = [Fraction(each.earns) for each in drawing.options if each.earns is not None]
            if earned:
                yield criterion.id, (min(earned), max(earned))


def _telling(rules: RoundRules, column: Column) -> str | None:
    """The criterion to be withheld where too few of these raters left something out; else None.

    A rater's total is worked out from what they did answer. So the difference between the total of all and its
    criteria is what those few gave: of one alone, exactly. One figure less, and it cannot be worked out. By votes the
    total is added up from the criteria's own figures, and there is no such difference.
    """
    if adds_up(rules.rule):
        return None
    counts = {criterion: len(given) for criterion, given in column.scores.items()}
    left_out = [criterion for criterion, count in counts.items() if 0 < count < len(column.rated)]
    if not left_out:
        return None
    partly = {*left_out}
    few = sum(any(row.score is None and row.id in partly for row in each.sheet.criteria) for each in column.rated)
    return min(left_out, key=lambda each: counts[each]) if few < rules.least_raters else None
