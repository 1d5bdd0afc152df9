"""Oneself against others, as a table and as JSON: what the screen shows before the figures."""

from typing import Any

from cadre_tui.cli.json_answer import number, texts, unlike_json
from cadre_tui.cli.table import fitting
from cadre_tui.locale import _, language
from cadre_tui.model.results.self_and_others import Compared, SelfAndOthers
from cadre_tui.scoring.self_and_others import HIGH, LEAST_GAP, found_low
from cadre_tui.words.growth import quadrants as words

NOTHING = "·"


def compared_told(found: SelfAndOthers) -> str:
    """A line a criterion that both answered, by quadrant, strengths first; then what oneself alone found low."""
    low = [(row.checklist, row.criterion) for row in found_low(each.row for each in found.criteria)]
    by_place = {(each.row.checklist, each.row.criterion): each for each in found.criteria}
    placed = [each for quadrant in words.QUADRANTS for each in found.within(quadrant)]
    placed += [by_place[place] for place in low]
    if not placed:
        return ""
    courses = any(each.before for each in placed)
    figures = (_("自评各轮"), _("同事各轮")) if courses else (_("自评"), _("同事"))
    headings = (_("看法"), _("考评项"), _("分值"), _("高估低估"), *figures)
    told = [_("自己和同事看到的："), fitting(headings, [_row(each, courses) for each in placed], _("："))]
    told += [_("各轮从早到晚，最后一个数是这一轮的。")] if courses else []
    told += [words.apart(each) for each in placed if each.apart]
    return "\n".join((*told, words.thresholds()))


def _row(each: Compared, courses: bool) -> tuple[str, ...]:
    """With the ``courses`` over rounds this round's own figures are their last: the line stays narrow."""
    row = each.row
    seen = words.quadrant(each) or _("自查的不足")
    figures = words.figures_of(each) if courses else ((row.own,), (row.peers,))
    told = (seen, row.text.say(language()), words.course((row.points,), NOTHING), words.lean(each) or NOTHING)
    return (*told, *(words.course(several, NOTHING) for several in figures))


def compared_json(found: SelfAndOthers) -> dict[str, Any]:
    """The same, with the thresholds as shares of the points."""
    return {
        "high": float(HIGH),
        "least_gap": float(LEAST_GAP),
        "criteria": [
            {
                "id": each.row.criterion,
                "checklist": each.row.checklist,
                "text": texts(each.row.text),
                "points": number(each.row.points),
                "self": number(each.row.own),
                "peers": number(each.row.peers),
                "quadrant": each.quadrant.value if each.quadrant else None,
                "estimation": each.lean.value if each.lean else None,
                "before": [
                    {"round": one.round, "self": number(one.own), "peers": number(one.peers)} for one in each.before
                ],
                "not_comparable": [{"round": one.round, **(unlike_json(one.unlike) or {})} for one in each.apart],
            }
            for each in found.criteria
        ],
    }
