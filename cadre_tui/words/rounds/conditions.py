"""What stands in the way of a round's next phase, in a sentence with what to do."""

from typing import Final

from cadre_tui.locale import N_, _, by_count, language
from cadre_tui.model.fault import CadreError, Fault
from cadre_tui.model.rounds.round import UnitMost, Unmet
from cadre_tui.model.text import Text
from cadre_tui.words import faults, refusals
from cadre_tui.words.printable import printable

SENTENCES: Final[dict[str, str]] = {
    "checklist": N_("考评表“{checklist}”用不上：{why}"),
    "people": N_("{why}"),
    "rule-unknown": N_("{why}"),
    "rule": N_(
        "同事评分按插件 {plugin} {version} 的规则“{rule}”算，现在没有启用这个版本：请安装并启用它"
        "（cadre plugin enable {plugin}）。"
    ),
    "id-taken": N_("编号为“{round}”的轮次已经有了：请换一个编号。"),
    "former": N_("上一轮写得不对：{why}"),
    "nobody": N_("没有一个人参加：请先导入花名册，并核对规则里的单位。"),
    "raters": N_(
        "保密的轮次，每个人至少要请 {needed} 人评价（最少人数再加两人，留有余地），{units} 有 {count} 人不够：{who}。"
        "请扩大评价范围，或调低最少人数，或改为记名。"
    ),
    "reviewers": N_(
        "每人请 {reviewers} 个人评，有 {count} 个单位人不够，分配不出来：{units}。"
        "请减少每人的评价人数，或允许评上级，或让这些单位不参加。"
    ),
    "reviewers-confidential": N_(
        "每人请 {reviewers} 个人评，有 {count} 个单位人不够，分配不出来：{units}。"
        "保密的轮次每人不能少于 {needed} 个（最少人数再加两人）：请减少每人的评价人数、调低最少人数，或改为记名，"
        "或让这些单位不参加。"
    ),
    "allocation-missing": N_(
        "还没有定好谁评价谁：请先分配或导入名单，在这一轮的页面按 a，或用 cadre round allocate、cadre round assign。"
    ),
    "allocation-unproved": N_(
        "谁评价谁和现在的花名册、规则对不上，有 {count} 处：{what}。"
        "请重新分配，或逐对改正：在这一轮的页面按 a，或用 cadre round assign。"
    ),
    "groupless": N_(
        "有 {count} 人在有权重的评价主体里一个评价人也没有：{who}。请在花名册里补上他们的上级、层级或服务单位，"
        "或改评价主体。"
    ),
    "group-raters": N_(
        "评价主体“{group}”至少要请 {needed} 人（最少人数再加两人），有 {count} 人连同并入的都不够：{who}。"
        "请扩大这个主体的范围，或调低它的最少人数。"
    ),
    "appeals-until": N_("提出异议的时间还没有过：到 {until} 以后再归档。"),
    "appeals-open": N_(
        "还有 {count} 条异议没有答复：请先书面答复（在这一轮的页面按 y，或用 cadre appeal list {round}）。"
    ),
    "disclosure-unread": N_(
        "公布以前要先看一遍保密检查（哪些数会让人看出是谁评的、怎么处理）：在这一轮的页面按 c，"
        "或用 cadre round disclosure {round}。看过以后，对同事的答卷就定下来，不能再补交、退回，"
        "也不能再决定答卷作废：要看评价人打得怎么样、要作废的，先按 q 看评价质量。"
    ),
    "options": N_("提请研究的规则里写的选项代码，互评的考评表里没有：{options}；可以写：{known}"),
    "outcome-unread": N_(
        "公布以前要先看一遍等次的形成（名额线、并列的、提请研究的、校正前后不同的；按插件的规则计分的，"
        "这时存下它算出的分）：在这一轮的页面按 w，或用 cadre round outcome {round}。有人补交、重交以后要再看一遍。"
    ),
    "outcome-waiting": N_(
        "还有 {count} 人的等次要由组织研究决定（总分并列、提请研究或校正前后等次不同）：在这一轮的页面按 w，"
        "或用 cadre round decide {round}。"
    ),
    "ballot-checklist": N_(
        "考评表“{checklist}”不能印成测评票，这几项不合适：{what}。测评票上每一项都是必答的单选，要有一个不计分的选项"
        "（如“不了解”），不要求写理由、佐证，也不按别的答案出现。请换一张表。"
    ),
    "ballots-unsealed": N_(
        "票箱还没有封，大家还在投票：投完以后请先封箱（在这一轮的页面按 v，或用 cadre ballot close {round}），"
        "再结束填写。"
    ),
    "ballots-unopened": N_(
        "票箱还没有开：请先封箱（在这一轮的页面按 v，或用 cadre ballot close {round}），"
        "再请两位监票人登录开箱（cadre ballot open {round}）。开箱以前什么分数都不算。"
    ),
    "not-handed-in": N_("还有 {count} 份答卷没有提交：请催一催、延期，或者写明理由，没提交的不计入。"),
}


def sentence(unmet: Unmet) -> str:
    """The condition that is not met, in the language in use."""
    told = by_count(SENTENCES[unmet.code], unmet.values.get("count"))
    return printable(told.format_map({key: _in_words(value) for key, value in unmet.values.items()}))


def _in_words(value: object) -> object:
    if isinstance(value, CadreError):
        return refusals.sentence(value)
    if isinstance(value, Text):
        return value.say(language())
    if isinstance(value, list):
        shown = _("、").join(map(_one, value[:NAMED]))
        return shown + (_("等") if len(value) > NAMED else "")
    return value


def _one(value: object) -> str:
    if isinstance(value, UnitMost):
        return _("{unit}（每人最多 {most} 个）").format(unit=value.unit, most=value.most)
    return faults.explanation(value) if isinstance(value, Fault) else str(value)


NAMED: Final = 8
"""So many names are told at most."""
