"""Ballot slips as one page to print and cut: nothing is loaded from elsewhere, everything in it is escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from cadre_tui.locale import _, language
from cadre_tui.model.ballots.told import PrintedSlips
from cadre_tui.words.ballots.told import promise
from cadre_tui.words.people.slips import STYLE
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.rules import moment

GROUPS_APART = "h3 { font-size: 11pt; margin: 4mm 0 2mm; }\nmain { break-after: page; }\n"


def page(printed: Sequence[PrintedSlips]) -> str:
    """An HTML page of slips, a sheet of its own for each group; they differ in the code alone."""
    told = "\n".join(_group(each) for each in printed)
    head = f'<meta charset="utf-8">\n<title>{_safe(_("测评票条"))}</title>\n<style>{STYLE}{GROUPS_APART}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language() == "zh" else "en"}">\n<head>\n{head}\n</head>\n'
        f"<body>\n{told}\n</body>\n</html>\n"
    )


def lines(printed: PrintedSlips, code: str) -> Iterator[str]:
    """What stands on a slip."""
    title = printed.title.say(language())
    yield _("{title}（演练）").format(title=title) if printed.mock else title
    yield _("评价主体：{group}").format(group=printed.group_title.say(language()))
    yield _("测评码：{code}").format(code=code)
    yield _("在登录页按 F6，输入测评码投票；不用登录。一张只能投一次，不要给别人看，投完请销毁。")
    if printed.until is not None:
        yield _("{until} 以前有效").format(until=moment(printed.until))
    yield promise()


def _group(printed: PrintedSlips) -> str:
    return "<main>\n" + "\n".join(_slip(printed, code) for code in printed.codes) + "\n</main>"


def _slip(printed: PrintedSlips, code: str) -> str:
    head, group, coded, *rest = lines(printed, code)
    told = [
        f"<h1>{_safe(head)}</h1>",
        f"<p>{_safe(group)}</p>",
        f'<p class="code">{_safe(coded)}</p>',
        *(f'<p class="small">{_safe(each)}</p>' for each in rest),
    ]
    return "<section>\n" + "\n".join(told) + "\n</section>"


def _safe(text: str) -> str:
    return escape(printable(text), quote=True)
