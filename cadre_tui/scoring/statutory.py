"""How what several raters gave becomes one figure, by the rule that the round froze. Exact fractions.

Whoever gave nothing, or answered 不了解, is not among the values: missing is never zero. The rules are those of the
offices' own handbooks: the sum of the votes' scores divided by the valid votes, or the mean, the mean without one
highest and one lowest (去掉一个最高分、一个最低分), or the middle one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cadre_tui.kinds.line import clamp
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.results.worked import Worked
from cadre_tui.model.rounds.counting_rules import Rule
from cadre_tui.model.summing import summed
from cadre_tui.scoring.brought_rules import CountedByPlugin
from cadre_tui.scoring.scorers import summed_up

TRIM_FROM: Final = 5
"""So many raters are needed before one highest and one lowest are left out: three votes are then still counted."""


def worked(rule: Rule | CountedByPlugin, values: Iterable[Fraction]) -> Worked | None:
    """The figure of the values; None of nothing.

    ``mean`` and ``votes``: Σ ÷ n. ``trimmed``: one highest and one lowest left out, from ``TRIM_FROM`` values on,
    else the mean. ``median``: the middle value, of an even number the mean of the two. A plugin's: what it answers.

    Raises:
        Unfigured: the plugin is not at hand, or fails.
    """
    if isinstance(rule, CountedByPlugin):
        votes = sorted(values)
        return Worked(rule.pinned, len(votes), 1, rule.figure(votes)) if votes else None
    found = sorted(values) if rule in (Rule.TRIMMED, Rule.MEDIAN) else list(values)
    if not found:
        return None
    counted = kept(rule, found)
    applied = Rule.MEAN if rule is Rule.TRIMMED and len(found) < TRIM_FROM else rule
    return Worked(applied, len(found), len(counted), summed(counted))


def kept(rule: Rule, ordered: Sequence[Fraction]) -> Sequence[Fraction]:
    """The values that are counted, of values in ascending order."""
    if rule is Rule.TRIMMED and len(ordered) >= TRIM_FROM:
        return ordered[1:-1]
    if rule is Rule.MEDIAN:
        return ordered[(len(ordered) - 1) // 2 : len(ordered) // 2 + 1]
    return ordered


def figure(rule: Rule | CountedByPlugin, values: Iterable[Fraction]) -> Fraction | None:
    """The figure alone; None of nothing. Raises what ``worked`` raises."""
    found = worked(rule, values)
    return found.figure if found else None


@dataclass(frozen=True)
class Added:
    """Criteria added up as a checklist adds them: by section, and the total; None where nothing has a score.

    ``earned`` of ``points`` are the base sections', rescaled to the checklist's total ``full``; ``outside`` what
    bonus and penalty sections add to it.
    """

    sections: Mapping[str, Fraction | None]
    earned: Fraction
    points: Fraction
    full: Fraction
    outside: Fraction
    total: Fraction | None


def added(checklist: Checklist, scores: Mapping[str, Fraction | None]) -> Added:
    """A checklist's total from one score a criterion: (Σ base ÷ points that are in) × total + Σ outside, not below 0.

    It is the rule of ``scoring.sheet``; criteria without a score are out, with their points. Where the checklist
    names a plugin's scorer, that gives the total.
    """
    sections: dict[str, Fraction | None] = {}
    earned = points = outside = Fraction(0)
    asked = Fraction(0)
    for section in checklist.section:
        there = {each.id: score for each in section.criterion if (score := scores.get(each.id)) is not None}
        whole = clamp(summed(there.values()), section.cap)
        sections[section.id] = whole if there else None
        if section.kind == "base":
            asked += summed(Fraction(each.points) for each in section.criterion)
            earned += whole
            points += summed(Fraction(each.points) for each in section.criterion if each.id in there)
        else:
            outside += whole
    full = Fraction(checklist.total)
    if not any(each is not None for each in sections.values()) or (asked and not points):
        total = None
    else:
        start = earned * full / points if points else Fraction(0)
        total = max(Fraction(0), start + outside)
    if checklist.scorer is not None:
        total = summed_up(checklist.scorer, checklist, scores).total
    return Added(sections, earned, points, full, outside, total)
