"""短板封顶：有一节得分不到六成，总分再高也评不上“良好”。 A weak section holds the total back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from cadre_tui.plugins import Row, Scored, Scorer, Total, hookimpl, said

ENOUGH = Fraction(6, 10)
"""得分率不低于它，这一节就不算短板。"""

HELD_AT = 79
"""有短板时总分最多多少：差一分“良好”。"""

SUM = {"zh": "各节相加，按计入的分值折算：{points}", "en": "The sections' sum, by the points that are in: {points}"}
HELD = {
    "zh": "“{zh}”只得 {share} 成，不到 6 成，总分最多 {most}",
    "en": "“{en}” earns {share} of 10, less than 6: the total is {most} at most",
}


def total(scored: Scored) -> Total:
    """各基本分节相加，折算成总分，加上加分、罚分；有短板就封顶。"""
    base: Mapping[str, list[Row]] = defaultdict(list)
    for row in scored.rows:
        if row.kind == "base" and row.score is not None:
            base[row.section].append(row)
    inside = [row for rows in base.values() for row in rows]
    points_in = sum(row.points for row in inside)
    if not points_in:
        return Total(None)
    earned = sum(row.score or 0 for row in inside)
    extra = sum(row.score or 0 for row in scored.rows if row.kind != "base")
    points = earned * Fraction(scored.checklist.total) / points_in + extra
    why = [said(SUM, points=points)]
    weakest = _weakest(base)
    if weakest is not None and weakest[1] < ENOUGH and points > HELD_AT:
        section = next(each for each in scored.checklist.section if each.id == weakest[0])
        names = {language: section.title.say(language) for language in ("zh", "en")}
        why.append(said(HELD, **names, share=weakest[1] * 10, most=HELD_AT))
        points = Fraction(HELD_AT)
    return Total(points, tuple(why))


def _weakest(base: Mapping[str, Sequence[Row]]) -> tuple[str, Fraction] | None:
    """得分率最低的一节，和它的得分率。"""
    shares = {}
    for section, rows in base.items():
        points = sum(row.points for row in rows)
        if points:
            shares[section] = Fraction(sum(row.score or 0 for row in rows)) / points
    lowest = min(shares, key=shares.__getitem__, default=None)
    return None if lowest is None else (lowest, shares[lowest])


@hookimpl
def cadre_score() -> Iterator[Scorer]:
    """``scorer = "yunxi.weak_section"``。"""
    yield Scorer("yunxi.weak_section", {"zh": "短板封顶", "en": "Held back by the weakest section"}, total)
