"""How checklists and plugins are laid out: a line each, and one with all that is known of it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from cadre_tui.locale import _, language, ngettext
from cadre_tui.model.fault import CadreError, Fault
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.services.plugins import Known
from cadre_tui.tui.drawing.columns import cut, fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.lines import fault_rows, told
from cadre_tui.words import terms
from cadre_tui.words.checklists import plugins as said
from cadre_tui.words.checklists.imprint import DIGITS
from cadre_tui.words.printable import printable
from cadre_tui.words.refusals import sentence

NAME, VERSION, STATUS, DIGEST, LEVELS, PUBLISHER = 22, 8, 18, 8, 14, 18
MORE_NAME: Final = 4
"""Cells that a name has besides where there is room."""

WIDE: Final = 110
"""Cells from which whom it is for and who publishes it have a column."""

LABEL: Final = 16


@dataclass(frozen=True)
class Doors:
    """What choosing an entry opens."""

    offer: Callable[[Offer], object]
    plugin: Callable[[PluginRecord], object]


@dataclass(frozen=True)
class _Told:
    """One line, as its columns say it."""

    sign: str
    name: str
    version: str
    status: str
    digest: str
    levels: str
    publisher: str
    source: str
    wrong: bool = False


class PluginMenu(Menu):
    """Checklists first, then plugins; below each that is left out, why. ``known`` says it all."""

    def __init__(self, known: Known, doors: Doors, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        rows = [rule(_("全部考评表"), str(len(known.offers)), glyphs)]
        for offer in known.offers:
            rows.append(Row(partial(self._line, _offer(offer, glyphs)), partial(doors.offer, offer), _key(offer)))
            rows += self._why(_left_out(offer))
        if known.plugins:
            rows += [blank(), rule(_("插件和安装包"), str(len(known.plugins)), glyphs)]
        for record in known.plugins:
            row = self._line
            rows.append(
                Row(partial(row, _plugin(record, known, glyphs)), partial(doors.plugin, record), record_key(record))
            )
            rows += self._why(sentence(record.problem) if record.problem else "")
        if known.problems:
            rows += [blank(), rule(_("安装包"), _("有问题"), glyphs)]
            for problem in known.problems:
                rows += self._why(sentence(problem))
        super().__init__(rows)

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names."""
        names = _Told("", _("名称"), _("版本"), _("状态"), _("指纹"), _("适用对象"), _("发布单位"), _("来源"))
        return (line(Part("  " + self._columns(names, width), "quiet")),)

    def _why(self, reason: str) -> list[Row]:
        if not reason:
            return []

        def draw(width: int, here: bool) -> Line:
            del here
            return line(Part("      " + cut(reason, max(width - 7, 8), self._glyphs.ellipsis), "quiet"))

        return [Row(draw)]

    def _line(self, told_of: _Told, width: int, here: bool) -> Line:
        style = "strong" if here else "wrong" if told_of.wrong else ""
        return line(
            Part(self._glyphs.cursor if here else " ", "next"), Part(f" {self._columns(told_of, width)}", style)
        )

    def _columns(self, each: _Told, width: int) -> str:
        cells = partial(fit, ellipsis=self._glyphs.ellipsis)
        wide = width >= WIDE
        columns = [(f"{each.sign or ' '} {each.name}", NAME + 2 + (MORE_NAME if wide else 0))]
        columns += [(each.version, VERSION), (each.status, STATUS), (each.digest, DIGEST)]
        columns += [(each.levels, LEVELS), (each.publisher, PUBLISHER)] if wide else []
        start = "".join(f"{cells(text, room)} " for text, room in columns)
        return start + cut(each.source, max(width - 3 - width_of(start), 0), self._glyphs.ellipsis)


def _left_out(offer: Offer) -> str:
    """Why a checklist is left out, as far as its line does not tell already."""
    if offer.problem is None or said.is_disabled(offer):
        return ""
    count = sum(not fault.warning for fault in offer.faults)
    if not count:
        return sentence(offer.problem)
    told = ngettext("{count} 处错误，按 Enter 逐条看", "{count} 处错误，按 Enter 逐条看", count)
    return told.format(count=count)


def _offer(offer: Offer, glyphs: Glyphs) -> _Told:
    return _Told(
        sign(offer, glyphs),
        printable(offer.title.say(language()) if offer.title else offer.id or offer.source.path.name),
        printable(offer.version),
        said.usable(offer),
        offer.digest[:DIGITS],
        terms.levels(offer.levels) if offer.digest else "",
        printable(offer.publisher.say(language())) if offer.publisher else "",
        printable(said.source(offer.source)),
        wrong=offer.problem is not None and not said.is_disabled(offer),
    )


def _plugin(record: PluginRecord, known: Known, glyphs: Glyphs) -> _Told:
    return _Told(
        plugin_sign(record, glyphs),
        printable(record.name),
        printable(record.version),
        said.standing(record),
        known.digest(record)[:DIGITS],
        "",
        printable(known.publisher(record)),
        printable(record.brought_by),
        wrong=record.problem is not None,
    )


def _key(offer: Offer) -> str:
    return str(offer.source.path)


def record_key(record: PluginRecord) -> str:
    """What a plugin's entry is found by."""
    return f"{record.brought_by} {record.name}"


def sign(offer: Offer, glyphs: Glyphs) -> str:
    """The sign of how a checklist stands."""
    if offer.problem is None:
        return glyphs.not_begun if offer.needs else glyphs.done
    return glyphs.not_applicable if said.is_disabled(offer) else glyphs.wrong


def plugin_sign(record: PluginRecord, glyphs: Glyphs) -> str:
    """The sign of how a plugin stands."""
    signs = {
        Standing.ON: glyphs.done,
        Standing.NOT_ENABLED: glyphs.not_begun,
        Standing.LEFT_OUT: glyphs.not_applicable,
        Standing.DISABLED: glyphs.not_applicable,
    }
    return signs.get(record.status, glyphs.wrong)


def offer_rows(offer: Offer, glyphs: Glyphs, width: int) -> list[Row]:
    """All that is known of one checklist, then what is wrong with it, fault by fault."""
    about = [
        (_("状态"), f"{sign(offer, glyphs)} {said.usable(offer)}"),
        (_("编号"), offer.id),
        (_("版本"), offer.version),
        (_("发布单位"), offer.publisher.say(language()) if offer.publisher else ""),
        (_("适用对象"), terms.levels(offer.levels) if offer.digest else ""),
        (_("用途"), terms.purposes(offer.purpose) if offer.digest else ""),
        (_("依据"), offer.base),
        (_("来源"), said.source(offer.source)),
        (_("文件"), str(offer.source.path)),
        (_("指纹"), offer.digest),
    ]
    return [blank(), *_facts(about, width), *_wrong(offer.problem, offer.faults, glyphs, width)]


def plugin_rows(record: PluginRecord, known: Known, glyphs: Glyphs, width: int) -> list[Row]:
    """All that is known of one plugin, then why it is left out."""
    entry = record.entry
    about = [
        (_("状态"), f"{plugin_sign(record, glyphs)} {said.standing(record)}"),
        (_("版本"), record.version),
        (_("安装包"), record.brought_by),
        (_("发布单位"), known.publisher(record)),
        (_("要求的程序版本"), entry.needs if entry else ""),
        (_("入口"), entry.value if entry else ""),
        (_("指纹"), known.digest(record)),
    ]
    return [blank(), *_facts(about, width), *_wrong(record.problem, (), glyphs, width)]


def meaning_rows(paragraphs: Sequence[str], glyphs: Glyphs, width: int) -> list[Row]:
    """Paragraphs to be read before one agrees."""
    rows: list[Row] = []
    for each in paragraphs:
        rows += [blank(), *told(glyphs.dot, each, width)]
    return rows


def _facts(about: Sequence[tuple[str, str]], width: int) -> list[Row]:
    rows: list[Row] = []
    for name, value in about:
        if value:
            lines = wrap(printable(value), max(width - LABEL - 3, 10))
            rows.append(words(line("  ", Part(fit(name, LABEL), "quiet"), lines[0])))
            rows += [words(line(" " * (LABEL + 2), more)) for more in lines[1:]]
    return rows


def _wrong(problem: CadreError | None, faults: Sequence[Fault], glyphs: Glyphs, width: int) -> list[Row]:
    if problem is None:
        return []
    return [
        blank(),
        rule(_("没有采用的原因"), "", glyphs),
        *told(glyphs.wrong, sentence(problem), width, "wrong"),
        *fault_rows(faults, glyphs, width),
    ]
