"""Refusals of the command line, by code."""

from typing import Final

from cadre_tui.locale import N_

SENTENCES: Final[dict[str, str]] = {
    "acting-missing": N_("没有说以谁的身份办理：请写 --as 编号，或把登录凭证放入环境变量 CADRE_TOKEN。"),
    "token-of-another": N_("CADRE_TOKEN 里的登录凭证不是“{who}”的：请改 --as，或去掉 CADRE_TOKEN。"),
    "nothing-to-read": N_("标准输入里没有“{question}”这一行：请从标准输入给出，一行一个。"),
    "input-not-text": N_("标准输入里的内容不是 UTF-8 文字：请改用 UTF-8 编码后再试。"),
    "nothing-said": N_("“{question}”不能空着：请重新运行，写上内容。"),
    "passwords-differ": N_("两次输入的密码不一样，什么都没有改动：请重新运行。"),
    "not-agreed": N_("没有得到同意，什么都没有改动：同意就回答 y，脚本里可以加 --yes。"),
}
