"""What can be made, how far it is, and what is there. Pure."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.services.documents.issue import Format, Step
from cadre_tui.tui.drawing.bar import bar
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.words.printable import printable

CHOICES: Final = (
    (Format.WORD, N_("Word：每人一份得分单，全县一份汇总")),
    (Format.EXCEL, N_("Excel：成绩册，总分由公式算出")),
    (Format.HTML, N_("网页：全县汇总，带图，不用联网就能看、能打印")),
)
"""The formats in the order of their keys, and what is made in each."""

OF_ONE: Final = (
    (Format.WORD, N_("Word：得分单，可以打印签字")),
    (Format.EXCEL, N_("Excel：分数和总分，总分由公式算出")),
    (Format.HTML, N_("网页：得分单，不用联网就能看、能打印")),
)
"""The same of one person's."""

BAR: Final = 30
NAMED: Final = 12
"""Files that are named; of more, how many."""


def choice_rows(chosen: frozenset[Format], glyphs: Glyphs, width: int, *, published: bool) -> list[Row]:
    """What is chosen, a line a format; before the publication blank forms alone."""
    rows: list[Row] = []
    if published:
        rows += [_choice(at, each, told, chosen, glyphs) for at, (each, told) in enumerate(CHOICES, 1)]
        rows += [blank(), *_read(_("按数字选出不出，按 o 写明放在哪个文件夹，就开始出。"), width)]
    else:
        rows += _read(_("得分单、成绩册和汇总要公布以后才能出。"), width)
    rows += [blank(), *_read(_("空白表：按 b，每份考评表出一张，可以打印以后手填。"), width)]
    return rows


def one_rows(name: str, chosen: frozenset[Format], glyphs: Glyphs, width: int) -> list[Row]:
    """The same of one person's score sheet."""
    rows = [*_read(_("只出 {name} 一个人的得分单；请只交给本人。").format(name=name), width), blank()]
    rows += [_choice(at, each, told, chosen, glyphs) for at, (each, told) in enumerate(OF_ONE, 1)]
    return [*rows, blank(), *_read(_("按数字选出不出，按 o 写明放在哪个文件夹，就开始出。"), width)]


def _choice(at: int, each: Format, told: str, chosen: frozenset[Format], glyphs: Glyphs) -> Row:
    mark = glyphs.done if each in chosen else glyphs.not_begun
    state = _("出") if each in chosen else _("不出")
    return words(line(Part(f"{at} {mark} {fit(state, 4)}  "), Part(_(told))))


def running_rows(step: Step | None, glyphs: Glyphs, width: int) -> list[Row]:
    """How far it is."""
    if step is None:
        return _read(_("正在开始……"), width)
    doing = _("正在读取结果") if step.path is None else _("正在写文件")
    drawn = bar(step.at, step.of, BAR, glyphs)
    rows = [words(line(Part(f"{doing}  "), Part(drawn), Part(f" {step.at}/{step.of}")))]
    if step.path is not None:
        rows.append(words(line(Part(fit(printable(step.path.name), width - 1, ellipsis=glyphs.ellipsis), "quiet"))))
    return [*rows, blank(), *_read(_("按 Esc 停下：已经写好的都是完整的，不会留下半个文件。"), width)]


def made_rows(folder: Path, paths: Sequence[Path], width: int, *, stopped: bool) -> list[Row]:
    """What is there now."""
    said = _("写好了 {count} 个文件，在 {folder}。")
    if stopped and not paths:
        return _read(_("停下了：还没有写文件。要的话，再运行一次。"), width)
    if stopped:
        said = _("停下了：写好了 {count} 个文件，都是完整的，在 {folder}。要全部的，再运行一次。")
    rows = _read(said.format(count=len(paths), folder=printable(str(folder))), width)
    rows += [row for each in paths[:NAMED] for row in _read(f"  {printable(str(each.relative_to(folder)))}", width)]
    if len(paths) > NAMED:
        rows += _read(_("  ……等 {count} 个").format(count=len(paths)), width)
    return rows


def _read(text: str, width: int) -> list[Row]:
    return [words(line(Part(each))) for each in wrap(text, width)]
