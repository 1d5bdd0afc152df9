"""Refusals of the room ``store``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "store-unknown-engine": N_(
        "不认识数据存储地址 {location}：应写成 tinydb:///文件夹的完整路径，或者 sqlite:///文件的完整路径。"
    ),
    "store-no-folder": N_("数据存储地址 {location} 没有写文件夹：应写成 tinydb:///文件夹的完整路径。"),
    "store-no-file": N_(
        "数据存储地址 {location} 没有写明文件：应写成 sqlite:///文件的完整路径，如 sqlite:///var/lib/cadre/county.db。"
    ),
    "store-not-empty": N_("{place} 已经有数据，什么也没有改：请换一个空的或者还没有的地方。"),
    "store-not-kept": N_("写到 {place} 后读回来对不上，已经撤掉：请核对磁盘后再试。"),
    "store-missing": N_("数据 {folder} 不在：请核对路径和磁盘是否挂好；第一次使用请先运行 cadre init。"),
    "store-no-locks": N_("{folder} 所在的磁盘不支持文件锁，多人同时使用会丢数据：请换一个本地磁盘上的文件夹。"),
    "store-busy": N_("别的程序一直占着要写的文件，等了 {seconds} 秒也没有等到：请稍后再试。"),
    "store-newer": N_("{path} 是新版程序写的（第 {schema} 版）：请升级程序后再试，不要改动文件。"),
    "store-not-migrated": N_(
        "改成新版的数据和旧版对不上，没有启用；旧版的原样留在 {folder}：请核对磁盘，再运行 cadre doctor。"
    ),
    "store-damaged": N_(
        "{path} 已经损坏，读不出来：请运行 cadre doctor，看能不能用上一次保存的内容补救；"
        "不能就从备份恢复。不要手工改动。"
    ),
    "store-disk-full": N_("磁盘已满，没有保存（{folder}）：请清出空间后再试，已存的内容都在。"),
    "store-read-only": N_(
        "磁盘现在只能读，没有保存（{folder}）：以前保存的还在。"
        "请先用 cadre backup 备份到别的磁盘，再让管理机器的人查看这块磁盘。"
    ),
    "store-log-read-only": N_(
        "磁盘现在只能读，而数据库 {file} 上次没有正常关闭，在这里读不出来，内容都在："
        "请把它和旁边的 {file}-wal 一起复制到能写的磁盘上，再用 --store 打开那一份。"
    ),
    "store-forbidden": N_("没有权限读写 {path}：请用管理数据的账号运行，或核对文件夹的权限。"),
    "store-unreachable": N_("读写 {path} 出错（{why}）：请核对磁盘和文件夹后再试。"),
}
