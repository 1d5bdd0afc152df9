"""Refusals of what is done about a round, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "template-unknown": N_("没有叫“{name}”的模板，可以用：{known}。"),
    "rule-missing": N_(
        "计分规则“{name}”没有插件提供：请核对 rule 的写法，安装并启用提供它的插件（cadre plugin list、enable），"
        "或改用程序自带的规则。"
    ),
    "round-not-possible": N_("轮次“{round}”照现在的规则和花名册办不成，有 {count} 条："),
    "round-other-id": N_("轮次“{round}”的编号不能改成“{other}”：要换编号，请另建一轮，再删掉这一轮。"),
    "round-opened-already": N_("轮次“{round}”现在是“{phase}”，规则已经冻结，不能改也不能删：要改规则只能另建一轮。"),
    "file-exists": N_("{file} 已经有了，没有覆盖：请换一个文件名，或先移开原来的文件。"),
    "file-not-written": N_("{file} 写不进去：请核对文件夹是不是存在、有没有写入权限。"),
    # The wording of its checklists
    "round-no-checklist": N_("轮次“{round}”没有用考评表“{checklist}”，用的是：{known}。请核对编号和版本。"),
    "erratum-not-wording": N_(
        "更正只能改措辞，什么都没有记。{checklist} 的这些改动不只是措辞：{fields}。"
        "要改它们，请用 cadre round amend {round} 修订。"
    ),
    "erratum-nothing": N_("和轮次“{round}”现在的措辞没有不同，没有要更正的：请核对给出的是不是改过的 {checklist}。"),
    "erratum-no-text": N_("{checklist} 里没有这段文字：{field}。请核对编号。"),
    "erratum-what": N_("要么给出改好的考评表，要么写 --criterion 和 --text 更正一处：两样写一样，请改好再试。"),
    "erratum-which": N_(
        "轮次“{round}”里有“{criterion}”这一项的考评表有几份：{known}。请用 --checklist 写明更正哪一份。"
    ),
    "erratum-nowhere": N_("轮次“{round}”的考评表（{known}）里都没有考评项“{criterion}”：请核对编号。"),
    "wording-not-now": N_("轮次开启以后、归档以前才能更正措辞：还没有开启的，直接改考评表文件；归档的，不能再改。"),
    "round-version-reused": N_(
        "{checklist} 的内容和轮次“{round}”冻结的不同，编号、版本却相同：改过的考评表要换一个版本号，请改好再试。"
    ),
    "amend-not-now": N_(
        "只有正在填写的轮次才能修订考评表：还没有开启的，直接改规则；已经结束填写或者公布的，不能再改，请另办一轮。"
    ),
    "amend-nothing": N_("轮次“{round}”用的就是这份 {checklist}，没有要修订的：请核对给出的文件。"),
    "amend-had-before": N_("轮次“{round}”以前用过这份 {checklist}，不能改回去：请给它一个新的版本号再修订。"),
    "amend-version-reused": N_(
        "{checklist} 和轮次“{round}”冻结的那一份编号、版本相同，内容不同：请给新的一份换一个版本号再修订。"
    ),
    "amend-other-people": N_(
        "{checklist} 适用的层级和原来的不同，谁填谁会变，不能在轮次“{round}”中途修订：请另办一轮。"
    ),
    "amend-options": N_("轮次“{round}”的规则用到了选项 {options}，{checklist} 里没有了：请保留这些选项再修订。"),
    "amend-needs-time": N_("轮次“{round}”里有些人已经提交，现在却不能再填：请同时写明延长到什么时候。"),
    "form-amended": N_("这份考评表刚刚修订过（{reason}），按原来的表填的这一处没有存：请返回，重新打开再填。"),
    "round-amended-meanwhile": N_("轮次“{round}”的考评表刚刚修订过，什么都没有改动：请重新打开，看清楚再办。"),
}
