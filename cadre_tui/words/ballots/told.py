"""What is said of a vote by ballot: the promise on the form, how far it is, what was in the boxes."""

from typing import Final

from cadre_tui.locale import N_, _, language, ngettext
from cadre_tui.model.ballots.form import BallotForm
from cadre_tui.model.ballots.told import BallotStatus, BoxCount, Checked, GroupStatus, Opened
from cadre_tui.model.rounds.round import FILLING
from cadre_tui.scoring import validity

PROMISE: Final = N_("不记名：程序不记录谁用了哪张测评码。能监视本机或掌握发码情况的人仍可能推断。")
"""True as it stands: what it does not promise is on the page for engineers about ballots."""

WARNING: Final = N_("可以写意见，不写也行：从用词、口气和说的事，可能认出是谁写的。")

RECEIPT: Final = N_(
    "请记下回执号。封箱以后会公布全部回执号：里面有它，说明有一张票在票箱里；它不说明那张票评了什么、是谁的，也不保证算分没有错。"
)


def promise(*, text: bool = False) -> str:
    """What stands on every ballot; with a warning where ``text`` may be written."""
    return _(PROMISE) + (_(WARNING) if text else "")


def receipt_told() -> str:
    """What a receipt shows, and what it does not."""
    return _(RECEIPT)


def best_for(form: BallotForm) -> str:
    """For how many the best grade is, told before the first mark; nothing where it is for all."""
    most, people = validity.most_best(form.best, len(form.subjects)), len(form.subjects)
    return _("{people} 人里最好的等次最多给 {most} 人。").format(people=people, most=most) if most < people else ""


def in_the_way(form: BallotForm, checked: Checked) -> list[str]:
    """Why a ballot is sent back, each thing with what to do; nothing where it can be handed in."""
    told = []
    if checked.blank:
        subject = form.subjects[checked.blank[0].subject].name
        told.append(
            _("还有 {count} 处没有评，第一处是 {who}。不熟悉的评“不了解”。").format(
                count=len(checked.blank), who=subject
            )
        )
    if len(checked.best) > checked.most:
        told.append(
            _(
                "评“最好”的有 {count} 人，最多 {most} 人（{share} 人里）：请再想一想，改几个再投。现在是 {who}。"
            ).format(
                count=len(checked.best),
                most=checked.most,
                share=len(form.subjects),
                who=_("、").join(each.name for each in checked.best),
            )
        )
    return told


def state(status: BallotStatus) -> str:
    """Where the vote is, and who does what next."""
    if status.opened is not None:
        return _("已经开箱，票数记在操作记录里。")
    if status.closed and status.phase in FILLING:
        return _("已经封箱：等结束填写以后，请两位监票人登录开箱。")
    if status.closed:
        return _("已经封箱：请两位监票人登录开箱。")
    if status.phase not in FILLING:
        return _("填写已经结束，票箱还没有封：请组织者封箱。")
    if any(each.printed for each in status.groups):
        return _("正在投票：票条剪开、混匀，由投票人自己抽。投完请封箱。")
    return _("还没有印票条：先印，每个评价主体一次。")


def handed_in(group: GroupStatus, *, exact: bool) -> str:
    """How many ballots there are: until the boxes are open in steps of five."""
    if exact:
        return str(group.handed_in)
    return _("{count} 张以上").format(count=group.handed_in) if group.handed_in else _("不足 5 张")


def slips_counted(group: GroupStatus) -> str:
    """What two tellers counted of a group's slips."""
    if group.slips is None:
        return _("没有清点")
    return _("领走 {drawn}，退回 {returned}，作废 {voided}").format(
        drawn=group.slips.drawn, returned=group.slips.returned, voided=group.slips.voided
    )


def protocol(opened: Opened) -> list[str]:
    """What tellers print when the boxes are opened: counts and the hash, before any figure is worked out."""
    told = [count_line(each) for each in opened.counts]
    handed, valid = sum(each.handed_in for each in opened.counts), sum(each.valid for each in opened.counts)
    told.append(_("合计：收到 {handed} 张，有效 {valid} 张。").format(handed=handed, valid=valid))
    told.append(_("操作记录指纹：{hash}").format(hash=opened.hash))
    return told


def count_line(count: BoxCount) -> str:
    """What was in one box; more than there can be is said."""
    told = _("{group}：印制 {printed} 张，收到 {handed} 张，有效 {valid} 张，无效 {void} 张").format(
        group=count.title.say(language()),
        printed=count.printed,
        handed=count.handed_in,
        valid=count.valid,
        void=count.void,
    )
    if count.drawn is not None:
        told += _("；票条领走 {drawn}，退回 {returned}，作废 {voided}").format(
            drawn=count.drawn, returned=count.returned, voided=count.voided
        )
    if count.too_many:
        told += _("。收到的比能用的票条多：请监票人查清再往下办")
    return told


def printed_told(count: int, groups: int) -> str:
    """That slips were made, and what is to be done with them."""
    return ngettext(
        "共 {count} 张票条，{groups} 个评价主体。打印、剪开，按主体分别混匀，让投票人自己抽；"
        "不要编号，不要记谁抽了哪张。测评码只有这一份。",
        "共 {count} 张票条，{groups} 个评价主体。打印、剪开，按主体分别混匀，让投票人自己抽；"
        "不要编号，不要记谁抽了哪张。测评码只有这一份。",
        count,
    ).format(count=count, groups=groups)
