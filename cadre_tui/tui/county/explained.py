"""How the figures of a line came about, of everybody, of leaders and of others. Pure."""

from collections.abc import Callable, Iterator
from functools import partial

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, Figures, UnitFigures
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.county import explained as words
from cadre_tui.words.county import figures as told

Sentences = Callable[[Figures], Iterator[str]]


def rows(
    found: CountyResult, unit: UnitFigures | None, name: str, asked: CriterionAsked | None, glyphs: Glyphs, width: int
) -> list[Row]:
    """Of the line called ``name``, of the county or one ``unit``; of the criterion ``asked``, where one is open."""
    kind, _space, of = name.partition(" ")
    if kind == "unit":
        unit = found.unit(of) or unit
    title, sentences = _about(found, kind, of, asked)
    place = unit.name if unit else _("全县")
    sides = unit.sides if unit else found.county
    shown: list[Row] = []
    for side in told.SIDES:
        if sides.of(side).people:
            shown += [rule(f"{place} {glyphs.dot} {told.side(side)}", title, glyphs)]
            shown += _paragraphs(sentences(sides.of(side)), width)
    return [*shown, rule(_("规则和保密"), "", glyphs), *_paragraphs((told.least(found), told.who_leads()), width)]


def _about(found: CountyResult, kind: str, of: str, asked: CriterionAsked | None) -> tuple[str, Sentences]:
    """What the line tells: its name, and the sentences that any people's figures of it have."""
    if asked is not None:
        return asked.text.say(language()), partial(words.criterion, found, asked=asked)
    if kind == "grade":
        place = int(of)
        name = found.grades[place].say(language()) if place < len(found.grades) else _("无等次")
        return name, partial(words.grade, found, place=place)
    by, _space, focus = of.partition(" ") if kind == "course" else (kind, "", of)
    if by in set(Purpose) and focus in set(Focus):
        check = Focus(focus)
        return told.focus(check), partial(words.focal_check, found, by=Purpose(by), focus=check)
    return _("总分"), partial(words.total, found)


def _paragraphs(sentences: Iterator[str] | tuple[str, ...], width: int) -> list[Row]:
    """Each line can be gone to, so that the arrows go through them."""
    return [_row(part) for each in sentences for part in wrap(each, max(width - 2, 10))]


def _row(text: str) -> Row:
    return Row(lambda _width, here: line(Part(f"  {text}", "cursor" if here else "")), lambda: None)
