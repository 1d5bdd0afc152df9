"""The audit log in sentences: what was done, by its code; where the log is broken; and the seal of a document."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.audit import AuditEntry, AuditReport
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words import terms
from cadre_tui.words.people.accounts import ROLES
from cadre_tui.words.printable import printable

SENTENCES: Final[Mapping[str, str]] = {
    # Rounds
    "round-made": N_("新建了轮次 {round}"),
    "round-self": N_("开启了轮次 {round}，开始自评"),
    "round-peer": N_("开始了轮次 {round} 的互评"),
    "round-open": N_("开启了轮次 {round}"),
    "round-moderation": N_("结束了轮次 {round} 的填写，转入审核"),
    "round-published": N_("公布了轮次 {round}"),
    "round-archived": N_("归档了轮次 {round}"),
    "round-changed": N_("改了筹备中的轮次 {round} 的规则"),
    "round-discarded": N_("删去了筹备中的轮次 {round}"),
    "result-corrected": N_("更正了轮次 {round} 里 {of} 的结果，原件保留"),
    "round-without": N_("决定轮次 {round} 里没有提交的不计入"),
    "wording-corrected": N_("更正了轮次 {round} 里考评表 {checklist} 的措辞：{fields}"),
    "round-amended": N_("把轮次 {round} 的考评表 {before} 修订为 {now}，退回已提交的 {count} 份，原件保留"),
    "round-amended-longer": N_(
        "把轮次 {round} 的考评表 {before} 修订为 {now}，退回已提交的 {count} 份，原件保留；截止延长到 {until}"
    ),
    "time-given": N_("给 {person} 延期（轮次 {round}，{purpose}）到 {until}"),
    "responses-reopened": N_("退回了 {person} 在轮次 {round} 里提交的答卷（{purpose}），原件保留"),
    "sealed-begun-anew": N_("{person} 作废了轮次 {round} 里封存的一份答卷，重新填写，原件保留"),
    "paper-entered": N_("照纸质表替 {person} 录入并提交了轮次 {round} 的答卷（{purpose}），共 {count} 份"),
    # Plugins
    "plugin-enabled": N_("启用了 {name} {version}"),
    "plugin-disabled": N_("停用了 {name}"),
    # Who rates whom
    "raters-allocated": N_("分配了轮次 {round} 里谁评价谁"),
    "raters-listed": N_("导入了轮次 {round} 的评价名单，共 {pairs} 对"),
    "raters-changed": N_("改动了轮次 {round} 里谁评价谁"),
    "raters-rerun": N_("花名册变动以后，重新分配了轮次 {round} 里谁评价谁"),
    # Appeals and encouragement
    "appeal-taken": N_("受理了轮次 {round} 里的一条异议（回执号 {receipt}）"),
    "appeal-upheld": N_("答复了轮次 {round} 里的一条异议：成立（回执号 {receipt}）"),
    "appeal-rejected": N_("答复了轮次 {round} 里的一条异议：不成立（回执号 {receipt}）"),
    "commendation-hidden": N_("隐藏了轮次 {round} 里一条被举报的鼓励"),
    "commendation-restored": N_("恢复了轮次 {round} 里一条隐藏的鼓励"),
    # Ballots
    "ballots-printed": N_("印了轮次 {round} 评价主体 {group} 的票条 {count} 张"),
    "ballots-printed-again": N_("作废了轮次 {round} 评价主体 {group} 原来的票条，重印了 {count} 张"),
    "slips-counted": N_(
        "会同 {second} 清点了轮次 {round} 评价主体 {group} 的票条：印制 {printed}，领走 {drawn}，"
        "退回 {returned}，作废 {voided}"
    ),
    "ballots-closed": N_("封了轮次 {round} 的票箱，没有用的测评码作废"),
    "ballots-opened": N_("会同 {second} 开了轮次 {round} 的票箱：收到 {handed_in} 张，有效 {valid} 张"),
    # Outcome
    "outcome-worked-out": N_("看过了轮次 {round} 等次的形成，要决定 {cases} 人"),
    "outcome-decided": N_("决定了轮次 {round} 里 {of} 的等次：{grade}"),
    # Documents
    "documents-made": N_("导出了轮次 {round} 的得分单、成绩册和汇总（{formats}）"),
    "score-sheet-made": N_("导出了轮次 {round} 里 {of} 的得分单（{formats}）"),
    "own-form-made": N_("导出了自己在轮次 {round} 里的自评表（{formats}）"),
    "outbox-settled": N_("改了干部导出材料的地方：{place}"),
    # The remedy list
    "remedy-made": N_("列了轮次 {round} 的整改事项 {remedy}：责任人 {owner}，{due} 以前"),
    "remedy-working": N_("轮次 {round} 的整改事项 {remedy}：正在整改"),
    "remedy-reported": N_("轮次 {round} 的整改事项 {remedy}：报告已经整改"),
    "remedy-settled": N_("核查了轮次 {round} 的整改事项 {remedy}：销号"),
    "remedy-dropped": N_("撤销了轮次 {round} 的整改事项 {remedy}"),
    "remedy-handed-over": N_("改了轮次 {round} 的整改事项 {remedy} 的责任人或者期限"),
    # Secrecy
    "answers-settled": N_("为公布前的保密检查，定下了轮次 {round} 里对同事的答卷，不再增减"),
    "disclosure-read": N_("看过了轮次 {round} 公布前的保密检查（{findings} 处）"),
    "quality-read": N_("看过了轮次 {round} 的评价质量"),
    "differences-read": N_("看过了轮次 {round} 里原始分和校正分等次不同的人"),
    "void-previewed": N_("试算了轮次 {round} 里代号 {rater} 的答卷作废会怎样"),
    "votes-voided": N_("决定轮次 {round} 里代号 {rater} 的互评答卷作废，原件保留"),
    "votes-restored": N_("决定轮次 {round} 里代号 {rater} 的互评答卷恢复计入"),
    "raw-opened": N_("会同 {second} 打开了轮次 {round} 里 {subject} 的原始评分"),
    # Oversight
    "reminded": N_("提醒了轮次 {round} 里 {count} 个没有交齐的人（{how}）"),
    "missing-listed": N_("导出了轮次 {round} 的未交名单，共 {count} 人"),
    "bulletin-made": N_("出了轮次 {round} 的进度通报"),
    "raw-refused": N_("会同 {second} 打开轮次 {round} 里 {subject} 的原始评分，没有打开"),
    "votes-read": N_("看了轮次 {round} 里谁给 {of} 打了多少分"),
    # Study
    "study-settled": N_("改了学习的设置：{fields}"),
    "study-calendar-adopted": N_("排了 {year} 年的集中学习，共 {count} 次"),
    "study-session-written": N_("写了集中学习 {id}（{unit} {day}）"),
    "study-session-cancelled": N_("取消了集中学习 {id}（{unit}）"),
    "study-rest-present": N_("结束了集中学习 {id}（{unit}）的签到，其余 {count} 人记为到"),
    "study-rest-absent": N_("结束了集中学习 {id}（{unit}）的签到，其余 {count} 人记为缺席"),
    "study-hours-accepted": N_("核对计入了 {of} 登记的 {hours} 学时（第 {entry} 条）"),
    "study-hours-removed": N_("删去了 {of} 的 {hours} 学时（第 {entry} 条）"),
    "study-courses-imported": N_("从 {source} 导入了学时 {count} 条（{file}）"),
    "study-facts-imported": N_("导入了别的系统的数 {count} 个（{file}）"),
    "study-summary-made": N_("出了学习情况小结：{period}"),
    "certificate-accepted": N_("核对计入了 {of} 的证书：{name}"),
    "certificate-removed": N_("删去了 {of} 的证书：{name}"),
    # Safekeeping
    "backup-made": N_("备份了全部数据，共 {count} 份，指纹 {hash}"),
    "store-copied": N_("把全部数据复制到了另一处，共 {count} 份，指纹 {hash}"),
    "data-mended": N_("补救了数据，{count} 处：{files}"),
    # People
    "county-made": N_("建立了数据，{person} 是第一个组织者"),
    "token-issued": N_("领取了登录凭证，{until} 以前有效"),
    "codes-issued": N_("发放了激活码：{people}"),
    "accounts-reset": N_("重新发放了激活码，原来的密码作废：{people}"),
    "wait-lifted": N_("解除了 {person} 的登录等待"),
    "role-given": N_("给了 {person} 身份：{role} {units}"),
    "role-taken": N_("收回了 {person} 的身份：{role} {units}"),
    "entry-settled": N_("改了登录设置：{setting} = {value}"),
    "entered-by-ssh": N_("{person} 由 sshd 说明身份，没有用密码就进入了"),
    "ssh-line-made": N_("把 {person} 的公钥（{key}）写成了 authorized_keys 的一行"),
    "roster-imported": N_("导入了花名册 {file}"),
}
"""What was done, by code; the values of an entry fill it."""

PURPOSES: Final = frozenset(each.value for each in Purpose)

PEOPLE: Final = frozenset({"person", "of", "subject", "second"})
"""The values that are a person's id."""

REASONS: Final = ("reason", "without", "why")
"""The values in which an entry says why; they are told after what was done."""

MOST: Final = 8
"""So many names of a list are told; of a longer one their number."""

FLAWS: Final[Mapping[str, str]] = {
    "entry-missing": N_("操作记录不完整：少了第 {at} 条。前面的 {before} 条没有被改动。"),
    "entry-changed": N_("操作记录被改动过：第 {at} 条和它的指纹对不上。前面的 {before} 条没有被改动。"),
    "entry-unreadable": N_("操作记录的第 {at} 条损坏，读不出来。前面的 {before} 条没有被改动。"),
    "end-missing": N_("操作记录的末尾被删去：应当还有第 {at} 条。前面的 {before} 条没有被改动。"),
    "head-changed": N_("操作记录的末条标记被改动或删去，和第 {at} 条对不上；记录末尾可能少了。"),
}


class _Said(dict[str, str]):
    """What an entry does not say leaves its place in the sentence empty."""

    def __missing__(self, key: str) -> str:
        return ""


def what(entry: AuditEntry) -> str:
    """What was done, and why where somebody said so. A code that this version does not know is told as it is."""
    said = _Said({key: _in_words(key, value, entry.names) for key, value in entry.values.items()})
    sentence = SENTENCES.get(entry.code)
    told = _(sentence).format_map(said) if sentence else " ".join((entry.code, *(each for each in said.values())))
    reasons = [said[key] for key in REASONS if said[key]]
    return printable(told.strip() + (_("；理由：{why}").format(why=_("；").join(reasons)) if reasons else ""))


def role(code: str) -> str:
    """The role in which something was done; empty for what a set time brought about."""
    return _(ROLES[code]) if code in ROLES else code


def who(entry: AuditEntry, name: str = "") -> str:
    """Who did it: the name where it is known, with the id and the role."""
    if entry.who == "clock":
        return _("到了预定时间，自动")
    if entry.who == "machine" and not entry.role:
        return _("管理机器的人")
    told = _named(entry.who, {entry.who: name, **entry.names})
    return printable(" ".join(each for each in (told, role(entry.role)) if each))


def verdict(report: AuditReport) -> str:
    """Whether the log is whole, and where it is not."""
    if report.wrong is None:
        return _("操作记录完整：共 {count} 条，一条没少，没有改动。末条指纹：{hash}").format(
            count=report.count, hash=report.hash
        )
    at = report.at or 0
    return _(FLAWS[report.wrong]).format(at=at, before=max(at - 1, 0))


def seal(rules_hash: str, last_hash: str) -> tuple[str, ...]:
    """The lines that stand at the foot of every document: the hash of the round's rules and that of the audit log."""
    rules = (_("规则指纹：{hash}").format(hash=rules_hash),) if rules_hash else ()
    return (*rules, _("操作记录末条指纹：{hash}").format(hash=last_hash))


def _named(person: str, names: Mapping[str, str]) -> str:
    """The name with the id; the id alone where there is none, or it is the same."""
    name = names.get(person, "")
    return f"{name}（{person}）" if name and name != person else person


def _in_words(key: str, value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list | tuple):
        if len(value) > MOST:
            return _("{count} 项").format(count=len(value))
        return _("、").join(_named(str(each), names) if key == "people" else str(each) for each in value)
    if key in PEOPLE:
        return _named(str(value), names)
    if key == "purpose" and value in PURPOSES:
        return terms.purpose(Purpose(value))
    if key == "until":
        return _moment(str(value))
    if key == "role":
        return role(str(value))
    if key == "how":
        return _(WAYS[value]) if value in WAYS else str(value)
    return "" if value is None else str(value)


def _moment(said: str) -> str:
    """In the zone in which it was set; one that the program set, in UTC, as clocks in China have it."""
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return said
    return f"{moment.astimezone(CHINA) if moment.tzinfo and not moment.utcoffset() else moment:%Y-%m-%d %H:%M}"


WAYS: Final[Mapping[str, str]] = {
    "text": N_("文字"),
    "slips": N_("提醒条"),
    "mail": N_("邮件"),
}
"""How somebody was reminded."""
