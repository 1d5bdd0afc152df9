"""Refusals of the room ``plugins``, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "template-id": N_("考评表编号不能写“{name}”：用小写字母和数字，用点隔开，第一段是本县的拼音，如 qinghe.agency。"),
    "template-county": N_("县名不能写“{name}”：只写名称，不带引号和反斜杠，如 临水县。"),
    "template-whose": N_(
        "没有写是哪个县的，这里又没有人可问：请加上 --county 县名，如 --county 临水县，"
        "或加上 --id 编号，如 --id linshui.agency。"
    ),
    "template-exists": N_("{file} 已经有了，没有改动它：请换一个文件夹，或用 --id 换一个编号。"),
    "template-unwritable": N_("{file} 写不进去：请核对文件夹和写权限。"),
    "code-unknown": N_("没有名为 {name} 的错误代码的说明，例如 {near}。全部代码见文档“错误代码”一页。"),
    "checklist-unknown": N_("没有名为“{name}”的考评表。用 cadre plugin list 查看现有的考评表。"),
    "checklist-unknown-near": N_("没有名为“{name}”的考评表，是不是“{near}”？用 cadre plugin list 查看现有的考评表。"),
    "offer-faulty": N_("考评表“{name}”有 {count} 处错误，没有采用。用 cadre plugin check {file} 逐条查看。"),
    "checklist-conflict": N_(
        "“{name}”有两份内容不同的考评表：{first}；{second}。两份都没有采用，请去掉一份，或给改动过的一份换新的版本号。"
    ),
    "checklist-too-large": N_("文件超过 {megabytes} MB，不像考评表，没有读取：{file}。"),
    "source-unreadable": N_("读不了文件 {file}（{why}）。请检查文件是否还在、是否有权读取。"),
    "plugin-raised": N_("插件“{name}”运行出错（{error}），没有采用它的任何内容。请联系插件的提供者。"),
    "plugin-slow": N_(
        "插件“{name}”过了 {seconds} 秒还没有答复，没有采用它的任何内容。"
        "请联系插件的提供者，或停用它：cadre plugin disable {name}"
    ),
    "plugin-needs-other-program": N_(
        "插件“{name}”要求本程序的版本是 {needs}，现在是 {program}，没有运行。请升级程序，或换用适合这个版本的插件。"
    ),
    "plugin-other-version": N_(
        "插件“{name}”启用的是 {enabled} 版，现在装的是 {version} 版，没有运行。"
        "核对新版以后再启用：cadre plugin enable {name}"
    ),
    "plugin-file-unreadable": N_(
        "插件启用名单 {file} 读不懂（{why}），没有运行任何插件。请改正这个文件；也可以删掉它，再逐个重新启用。"
    ),
    "plugin-file-unwritable": N_("插件启用名单 {file} 写不进去（{why}）。请核对数据文件夹的写权限和磁盘空间。"),
    "plugin-unknown": N_("没有名为“{name}”的插件或考评表。用 cadre plugin list 查看现有的。"),
    "plugin-unknown-near": N_("没有名为“{name}”的插件或考评表，是不是“{near}”？用 cadre plugin list 查看现有的。"),
    "plugin-not-agreed": N_("没有启用 {name}。看过上面的话，确实要启用，就加上 --yes。"),
    "plugins-not-here": N_("这里不能启用或停用：没有数据文件夹。"),
    "lock-missing": N_("还没有记下过：{file} 不在。先记下：cadre plugin lock"),
    "lock-unreadable": N_("记下的 {file} 读不懂，可能被改过。核对现有的以后，重新记下：cadre plugin lock"),
    "lock-unwritable": N_("{file} 写不进去（{why}）。请核对数据文件夹的写权限和磁盘空间。"),
    "checklist-disabled": N_("考评表“{name}”已停用。要重新采用：cadre plugin enable {id}"),
    "plugin-wrong-answer": N_(
        "插件“{name}”的 {hook} 应当给出 {wanted}，给出的不是，没有采用它给的。请联系插件的提供者。"
    ),
    "plugin-foreign-name": N_(
        "插件“{name}”的 {hook} 给出了“{given}”，这不是它的名字：第一段应是插件自己的名称。没有采用它给的。"
    ),
    "response-about-not-agreed": N_("评 {who} 的“{checklist}”：提供考评表的插件说：{told}。没有提交，请改好再提交。"),
    "response-not-agreed": N_("{checklist}：提供考评表的插件说：{told}。没有提交，请改好再提交。"),
    "response-not-checked": N_("{checklist}：提供考评表的插件核对不了，没有提交，填的都还在。请联系插件的提供者。"),
    "report-format-failed": N_("插件“{name}”出不了 {given} 这种材料，没有写完。请联系插件的提供者。"),
    "importer-failed": N_("插件“{name}”读不了 {file}，什么都没有写入。请核对文件，或联系插件的提供者。"),
    "importers-twice": N_("插件“{first}”和“{second}”都要读 {ending} 文件，两个都没有采用。请停用其中一个。"),
    "descriptor-twice": N_(
        "插件“{first}”和“{second}”都给出了“{name}”（{hook}），两个都没有采用。请停用其中一个，或请提供者改名。"
    ),
    "plugin-unknown-hook": N_(
        "插件“{name}”写了本程序没有的挂钩 {hook}，没有采用它的任何内容。请核对名称，或升级程序。"
    ),
    "plugin-wraps-hook": N_("插件“{name}”想改动别人的 {hook}，这不允许，没有采用它的任何内容。"),
    "entry-name-twice": N_("{first} 和 {second} 都用了入口名“{name}”，两个都没有采用。请卸载其中一个。"),
    "entry-file-missing": N_(
        "{distribution} 的入口“{name}”指向的文件找不到（{value}）。应写成“包名:文件名.toml”，文件要打进包里。"
    ),
    "entry-points-unreadable": N_("安装包的信息 {where} 损坏（{why}），已跳过。请重新安装这个包。"),
    "no-checklists-here": N_("{path} 里没有考评表（.toml 文件）。请给出考评表文件，或放有考评表的文件夹。"),
    "package-unreadable": N_("读不懂 {file}（{why}）。请检查它是不是正确的 TOML，编码是不是 UTF-8。"),
    "folder-missing": N_("没有这个文件夹：{path}。请核对路径。"),
    "path-missing": N_("没有这个文件或文件夹：{path}。请核对路径。"),
}
