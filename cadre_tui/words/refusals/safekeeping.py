"""Refusals of the room ``services.safekeeping``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "backup-exists": N_("{file} 已经有了，没有覆盖：请换一个文件名。"),
    "backup-no-folder": N_("没有 {folder} 这个文件夹：请先建好，或者换一个地方。"),
    "backup-missing": N_("找不到备份文件 {file}：请核对路径和文件名。"),
    "backup-none": N_("{file} 不是本程序的备份，或者已经损坏：请换一份备份。"),
    "backup-damaged": N_("备份 {file} 已经损坏（{name} 对不上）：请换一份备份，没有恢复任何内容。"),
    "backup-too-large": N_("备份 {file} 解开后大得不正常，没有解开：请换一份备份。"),
    "backup-newer": N_("备份 {file} 是新版程序做的：请升级程序后再试。"),
    "backup-not-kept": N_("备份 {file} 写好后读回来对不上，不能用：请核对磁盘，删去它，再备份一次。"),
    "passphrase-short": N_("口令太短，没有备份：请至少用 {least} 个字符。"),
    "passphrase-wrong": N_("打不开 {file}：口令不对，或者文件已经损坏。请核对口令；确实对的，请换一份备份。"),
    "copy-open-ballots": N_(
        "还有票箱正在投票，没有复制，什么也没有留下：投票前后各有一份，就能看出那一张票。请封箱以后再复制。"
    ),
    "restore-not-empty": N_("{folder} 不是空文件夹，没有恢复，什么也没有改：请写一个空的或者还没有的文件夹。"),
}
