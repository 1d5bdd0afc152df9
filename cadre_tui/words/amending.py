"""An amendment in words: what changed and what becomes of the answers, before and after it is done."""

from collections.abc import Iterator

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.rounds.round import Amendment
from cadre_tui.services.rounds.amending import Preview
from cadre_tui.services.rounds.frozen import Drift, Drifted
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words import terms
from cadre_tui.words.checklists.changed import CLASSES
from cadre_tui.words.results.comparing import why_apart
from cadre_tui.words.rounds.rules import moment


def amended_in_words(each: Amendment) -> str:
    """What whoever fills in must know of it."""
    told = _("考评表修订过：{reason}").format(reason=each.reason)
    for until in dict.fromkeys(each.until.values()):
        told += _("；截止延长到 {until}").format(until=moment(until))
    return told


def amended_told(each: Amendment) -> str:
    """What an organiser is told of it afterwards."""
    return _("{day} {before} 修订为 {now}，退回 {count} 份：{reason}").format(
        day=each.at.astimezone(CHINA).date().isoformat(), before=each.before.name, now=each.now.name,
        count=each.reopened, reason=each.reason,
    )  # fmt: skip


def drifted_in_words(each: Drifted) -> str:
    """That a round goes on with its own copy of a checklist, and why."""
    if each.how is Drift.GONE:
        return _("{checklist} 的文件现在没有了：这一轮照用自己冻结的那一份。").format(checklist=each.pin.name)
    return _("现在装的 {checklist} 和这一轮冻结的不同：这一轮照用自己冻结的那一份。").format(checklist=each.pin.name)


def classes(preview: Preview) -> str:
    """How many changes there are of each class."""
    counted = ((_(name), sum(each.kind == kind for each in preview.changes)) for kind, name in CLASSES.items())
    return _("、").join(_("{kind} {count} 处").format(kind=name, count=count) for name, count in counted if count)


def effects(preview: Preview) -> Iterator[str]:
    """What will happen, sentence by sentence; first, that it need not, where errata would do."""
    if preview.only_worded:
        yield _(
            "改的只是措辞，不必修订：用“更正措辞”（在这一轮的页面按 z，或用 cadre round erratum {round}），"
            "已经填的都不退回。"
        ).format(round=preview.held.id)
    for purpose, count in preview.counts.items():
        yield _("{purpose}：已提交的 {done} 份退回重填，正在填的 {begun} 份换成新表").format(
            purpose=terms.purpose(purpose), done=count.handed_in, begun=count.begun
        )
    carried = [_text(preview.now, each) for each in preview.carried]
    yield _("答案带过来的 {count} 项：{list}").format(count=len(carried), list=_("、").join(carried) or _("没有"))
    anew = list(preview.unlike)
    yield _("要重新填，或者不再问的 {count} 项：").format(count=len(anew)) + (
        _("；").join(_each(preview, each) for each in anew) or _("没有")
    )
    yield _("原来提交的原件连同原来的考评表保留，本人可以看，不再计入；谁评价谁不变。")
    for purpose in preview.counts:
        until = preview.deadlines.get(purpose)
        told = moment(until) if until else _("没有写截止时间")
        if purpose in preview.needs_time:
            told = _("{until}，已经不能再填，要写明延长到什么时候").format(until=told)
        yield _("{purpose}的截止时间：{until}").format(purpose=terms.purpose(purpose), until=told)


def done(made: Amendment) -> str:
    """What was done."""
    told = _("{before} 已经修订为 {now}，退回 {count} 份重填；原件保留，不再计入。").format(
        before=made.before.name, now=made.now.name, count=made.reopened
    )
    for until in dict.fromkeys(made.until.values()):
        told += _("截止时间延长到 {until}。").format(until=moment(until))
    return told if made.until else told + _("截止时间不变。")


def _each(preview: Preview, criterion: str) -> str:
    asked = preview.now if preview.now.criterion(criterion) is not None else preview.before
    return _("{criterion}（{why}）").format(
        criterion=_text(asked, criterion), why=why_apart(preview.unlike[criterion], now=True)
    )


def _text(checklist: Checklist, criterion: str) -> str:
    found = checklist.criterion(criterion)
    return found.text.say(language()) if found else criterion
