"""What is wrong with a county's data, in sentences: what it is, what is lost by it, what to do."""

from collections.abc import Mapping
from typing import Final

from cadre_tui.locale import N_, _, by_count
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.oversight.audit import AuditReport
from cadre_tui.model.safekeeping import Checkup, Flaw, LeftOut, Mended
from cadre_tui.words import refusals
from cadre_tui.words.oversight import audit
from cadre_tui.words.printable import printable

SENTENCES: Final[Mapping[str, str]] = {
    "drawer-damaged": N_("已经损坏。可以用上一次保存的内容补救，最后一次改动会丢；或者从备份恢复。"),
    "drawer-lost": N_("已经损坏，也没有上一次的内容：请从备份恢复。"),
    "drawer-missing": N_("不见了，上一次保存的内容还在：可以用它补救。"),
    "drawer-newer": N_("是新版程序写的（第 {schema} 版），这个程序读不了：请升级程序。"),
    "drawers-older": N_("{count} 份是旧版程序写的，照常能用；补救时改成新版，带上校验。"),
    "database-damaged": N_("数据库文件本身已经损坏：请先留一份原样，再从备份恢复。"),
    "snapshot-left": N_("是中途断掉的一次备份留下的：可以删去。"),
    "left-over": N_("是中途断掉的一次保存留下的，没有报过“已保存”：可以删去。"),
    "former-damaged": N_("上一次的内容已经损坏，现在的内容完好：可以收起来。"),
    "former-kept": N_("是无记名测评票的上一次内容，不该留着：请删去。"),
    "lock-held": N_("有程序占着超过 {seconds} 秒，别人存不进去：请看看是不是有程序停住了，结束它就放开了。"),
    "open-to-others": N_("别的账号也能读写：应当只有管理数据的账号能读写。"),
    "of-another": N_("属于别的账号，程序可能写不进去：请以管理员身份运行 cadre doctor --mend。"),
}
"""By the flaw's code. All others are refusals of the services (``words.refusals``)."""


def files_left_out(files: LeftOut) -> str:
    """Which files among the checklists do not go with a backup, and what to do where they should."""
    told = by_count(
        N_(
            "checklists 文件夹里有 {count} 个文件不随备份走（链接、隐藏的、路径超过八层的）：{files}。"
            "要一起备份的，请换成普通的文件，放得浅一些。"
        ),
        files.count,
    )
    more = ["…"] if files.count > len(files.named) else []
    return printable(told.format(count=files.count, files=_("、").join([*files.named, *more])))


def sentence(flaw: Flaw) -> str:
    """What is wrong, with the file where it is one file's."""
    if flaw.code == "not-in-backup":
        return files_left_out(LeftOut(count=flaw.values["count"], named=flaw.values["files"]))
    if flaw.code == "audit":
        return audit.verdict(AuditReport(count=0, hash="", wrong=flaw.values["wrong"], at=flaw.values["at"]))
    if flaw.code not in SENTENCES:
        return refusals.sentence(StoreFailure(flaw.code, **flaw.values))
    told = _(SENTENCES[flaw.code]).format(**flaw.values)
    return printable(_("{path}：{what}").format(path=_path(flaw.path), what=told) if flaw.path else told)


def verdict(found: Checkup) -> str:
    """How it stands, in one sentence."""
    wrong = sum(not each.harmless for each in found.flaws)
    if not wrong:
        return _("数据完好：查了 {count} 份，都读得出来，校验都对。").format(count=found.documents)
    return _("查了 {count} 份，发现 {wrong} 处问题。").format(count=found.documents, wrong=wrong)


def mended(done: Mended) -> str:
    """What was put right, and where what it replaced is kept; or why it was not."""
    path = _path(done.flaw.path) if done.flaw.path else _("旧版程序写的各份")
    if done.refusal:
        why = refusals.sentence(StoreFailure(done.refusal.code, **done.refusal.values))
        return printable(_("{path}：没有补救：{why}").format(path=path, why=why))
    if done.kept:
        return printable(_("{path}：补救了，换下来的在 {kept}。").format(path=path, kept=done.kept))
    return printable(_("{path}：补救了。").format(path=path))


def unnoted() -> str:
    """That what was just done by whoever administers the machine stands nowhere in the audit log."""
    return _(
        "做是做好了，操作记录里却没有写上：数据所在的磁盘满了、不能写，或者操作记录自己坏了（cadre doctor 会说明）。"
        "请另外记下这件事，再处理。"
    )


def _path(path: str) -> str:
    return _("数据文件夹") if path == "." else path
