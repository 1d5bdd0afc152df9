"""看自己 as plain tables: the same figures as the bars, with the rounds beside."""

from collections.abc import Iterable

from cadre_tui.locale import _
from cadre_tui.model.results.self_and_others import Compared
from cadre_tui.words.growth import quadrants as words
from cadre_tui.words.tables import NOTHING, Table, without_empty


def compared(title: str, several: Iterable[Compared], language: str) -> Table:
    """A line a criterion; the figures of former rounds, from the earliest on, where some criterion has them."""
    headings = (_("考评项"), _("满分"), _("自评"), _("同事"), _("高估低估"), _("自评各轮"), _("同事各轮"))
    return without_empty(title, headings, (_row(each, language) for each in several))


def _row(each: Compared, language: str) -> tuple[str, ...]:
    row = each.row
    figures = tuple(words.course((number,), NOTHING) for number in (row.points, row.own, row.peers))
    courses = ("", "")
    if each.before:
        own, peers = words.figures_of(each)
        courses = (words.course(own, NOTHING), words.course(peers, NOTHING))
    return (row.text.say(language), *figures, words.lean(each), *courses)
