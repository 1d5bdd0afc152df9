"""Activation slips as one page to print: nothing is loaded from elsewhere, everything in it is escaped."""

from collections.abc import Sequence
from html import escape

from cadre_tui.locale import _, language
from cadre_tui.model.people.account import Slip
from cadre_tui.words.printable import printable

STYLE = """
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; line-height: 1.6;
  font-family: "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; font-size: 11pt; }
main { display: grid; grid-template-columns: 1fr 1fr; }
section { min-height: 54mm; padding: 6mm 7mm; border: 1px dashed #777; break-inside: avoid; }
h1 { font-size: 10pt; font-weight: normal; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 0; }
p { margin: 1mm 0 0; }
.code { font-family: "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; font-size: 14pt; font-weight: bold;
  white-space: nowrap; }
.small { font-size: 9pt; }
"""


def page(slips: Sequence[Slip], county: str) -> str:
    """An HTML page of slips to cut apart, in the language in use: ten on a sheet of A4."""
    title = _("{county} 干部学习考评").format(county=county) if county else _("干部学习考评")
    told = "\n".join(_slip(each, title) for each in slips)
    head = f'<meta charset="utf-8">\n<title>{_safe(_("激活码"))}</title>\n<style>{STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language() == "zh" else "en"}">\n<head>\n{head}\n</head>\n'
        f"<body>\n<main>\n{told}\n</main>\n</body>\n</html>\n"
    )


def _slip(slip: Slip, title: str) -> str:
    told = _("第一次登录时输入编号和激活码，再设自己的密码。激活码只能用一次，不要给别人看。")
    post = " ".join(each for each in (slip.unit, slip.duty) if each)
    lines = [
        f"<h1>{_safe(title)}</h1>",
        f"<h2>{_safe(slip.name)}</h2>",
        f"<p>{_safe(post)}</p>" if post else "",
        f"<p>{_safe(_('编号：{id}').format(id=slip.person))}</p>",
        f'<p>{_safe(_("激活码："))}<span class="code">{_safe(slip.code)}</span></p>',
        f'<p class="small">{_safe(told)}</p>',
    ]
    return "<section>\n" + "\n".join(each for each in lines if each) + "\n</section>"


def _safe(text: str) -> str:
    return escape(printable(text), quote=True)
