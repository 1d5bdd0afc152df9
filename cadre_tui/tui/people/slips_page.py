"""Who is to be given an activation code, and the slips once codes are issued. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.model.people.account import Slip
from cadre_tui.model.people.person import Person
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line


def before_rows(people: Sequence[Person], *, anew: bool, width: int) -> list[Row]:
    """What is about to happen, and to whom; ``anew`` where a person is given another code than before."""
    if not people:
        return _told(_("每个人都已经有激活码或密码。丢了、忘了的，打开这个人的页面，按 c 重新发。"), width)
    if anew:
        told = [
            _("要给 {name} 重新发激活码。").format(name=people[0].name),
            _("原来的密码和没有用过的激活码作废，正在用的登录立即结束；填过的内容都还在。"),
        ]
    else:
        told = [_("要给 {count} 人发激活码：他们还没有激活码，也没有密码。").format(count=len(people))]
    told.append(_("每个激活码只显示这一次，程序自己也不保存：条子请打印出来，当面交给本人。"))
    rows = [row for each in told for row in _told(each, width)]
    listed = [] if anew else [words(line("  " + _who(each.name, each.unit, each.duty))) for each in people]
    return [*rows, blank(), *listed]


def slip_rows(slips: Sequence[Slip]) -> list[Row]:
    """Each slip: who, and the code that is shown this once."""
    rows: list[Row] = []
    for each in slips:
        code = _("编号：{id}    激活码：{code}").format(id=each.person, code=each.code)
        rows += [words(line(_who(each.name, each.unit, each.duty))), words(line("  ", Part(code, "strong"))), blank()]
    return rows


def _told(text: str, width: int) -> list[Row]:
    return [words(line(each)) for each in wrap(text, max(width, 20))]


def _who(*parts: str) -> str:
    return " ".join(each for each in parts if each)
