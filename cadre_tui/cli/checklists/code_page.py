"""What is written on a code, told at the command line: what ``CL012`` means and how it is put right."""

import re
from collections.abc import Sequence
from typing import Any, Final

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.locale import _, language
from cadre_tui.model.fault import BadInput
from cadre_tui.model.nearest import nearest
from cadre_tui.words.code_pages import Example, code_page, known_codes

CODE: Final = re.compile(r"[A-Z]{2}\d{3}", re.IGNORECASE)
"""No id of a checklist looks so: those have a dot."""


def tell_code(code: str, as_json: bool) -> None:
    """Print what is written on that code. Raises ``BadInput`` where there is none."""
    known = known_codes()
    if code not in known:
        raise BadInput("code-unknown", name=code, near=nearest(code, known) or known[0])
    page = code_page(code)
    said = "en" if language() == "en" else "zh"
    if as_json:
        told: dict[str, Any] = {"code": code, "title": page.title[said], "text": page.text[said]}
        told |= {"wrong": [each.text for each in page.wrong], "right": [each.text for each in page.right]}
        click.echo(plugin_json.written(told))
        return
    click.echo(f"{code} {page.title[said]}\n\n{page.text[said]}")
    for heading, examples in ((_("错："), page.wrong), (_("对："), page.right)):
        if not examples:
            continue
        click.echo(f"\n{heading}\n\n{_indented(examples)}")


def _indented(examples: Sequence[Example]) -> str:
    blocks = ["\n".join(f"    {line}" for line in each.text.splitlines()) for each in examples]
    if len(blocks) == 1:
        return blocks[0]
    numbered = enumerate(blocks, start=1)
    return "\n\n".join(_("第 {number} 个文件：").format(number=number) + f"\n\n{block}" for number, block in numbered)
