"""That somebody would be asked about more colleagues than anybody rates in earnest, and what to do about it."""

from typing import Final

from cadre_tui.locale import N_, _, ngettext
from cadre_tui.services.rounds.asked_of_many import MANY, AskedOfMany

FEWER: Final = N_("请把每人请几个人评改少，现在是 {reviewers}（轮次文件里的 reviewers），比如 7。")
"""Where they are dealt out already."""

DEALT_OUT: Final = N_(
    "请考虑把互评范围改为“在本单位里平均分配”，每人请 7 个人评"
    '（轮次文件里是 colleagues = "balanced"、reviewers = 7）。'
)
"""Where rules or a list say who rates whom."""


def asked_of_many_in_words(found: AskedOfMany) -> str:
    """Who, of how many, and what to do; it keeps nobody from going on."""
    told = ngettext("有 {people} 人要评的同事超过 {many} 位", "有 {people} 人要评的同事超过 {many} 位", found.people)
    told = told.format(people=found.people, many=MANY)
    if found.unit:
        told += _("（最多的评 {most} 位，在{unit}）").format(most=found.most, unit=found.unit)
    else:
        told += _("（每人 {most} 位）").format(most=found.most)
    advice = FEWER if found.colleagues == "balanced" else DEALT_OUT
    what = _(advice).format(reviewers=found.reviewers)
    return told + _("，评到后面只能随手填。{what}不改也可以开启。").format(what=what)
