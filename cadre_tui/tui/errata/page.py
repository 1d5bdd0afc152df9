"""The texts of a round's checklists as lines, each with what stands beside it. Pure."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.checklists.erratum import Errata, Field, in_force
from cadre_tui.model.rounds.round import Round
from cadre_tui.model.text import Text
from cadre_tui.services.rounds.errata import Told
from cadre_tui.tui.drawing.columns import cut
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.words.checklists.errata import place, told


class ErrataPage(NamedTuple):
    """The round, and its frozen checklists with their texts as they are told today."""

    held: Round
    texts: tuple[tuple[Checklist, Told], ...]


class Chosen(NamedTuple):
    """One text: of which checklist, where it stands, what it says today."""

    checklist: Checklist
    field: Field
    text: Text


def every(page: ErrataPage) -> Iterator[Chosen]:
    """All texts, in the order in which a form is read."""
    for checklist, texts in page.texts:
        for field in sorted(texts, key=partial(_order, checklist)):
            if (text := texts[field]) is not None:
                yield Chosen(checklist, field, text)


def rows(page: ErrataPage, glyphs: Glyphs, language: str, go: Callable[[Chosen], object]) -> list[Row]:
    """Checklist by checklist, in the order in which a form is read."""
    found: list[Row] = []
    for checklist, texts in page.texts:
        errata = in_force(page.held.errata, checklist.digest)
        found += [rule(checklist.title.say(language), checklist.name, glyphs)]
        for chosen in every(ErrataPage(page.held, ((checklist, texts),))):
            name = f"{checklist.id} {chosen.field}"
            found.append(Row(partial(_text_line, chosen, errata, glyphs, language), partial(go, chosen), name))
            if beside := told(errata.get(chosen.field), language):
                found.append(Row(partial(_erratum_line, beside, glyphs)))
        found.append(blank())
    return found or [words(line("  ", _("这一轮还没有考评表。")))]


def _order(checklist: Checklist, field: Field) -> tuple[int, int, int]:
    """Head, then each section with its criteria, then scales and grades."""
    sections = {each.id: at for at, each in enumerate(checklist.section)}
    criteria = {
        one.id: (at, number) for at, each in enumerate(checklist.section) for number, one in enumerate(each.criterion)
    }
    match field:
        case ("section", key, *_rest):
            return 1, sections.get(key, 0), -1
        case ("criterion", key, *_rest):
            return 1, *criteria.get(key, (0, 0))
    return (0 if len(field) == 1 else 2), 0, 0


def _text_line(chosen: Chosen, errata: Errata, glyphs: Glyphs, language: str, width: int, here: bool) -> Line:
    erratum = errata.get(chosen.field)
    text = erratum.was if erratum is not None else chosen.text
    said = " ".join(text.say(language).split()) if text is not None else ""
    style = "next" if here else ""
    label = cut(named(chosen, said, language), max(width - 4, 10), glyphs.ellipsis)
    return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {label}", style))


def named(chosen: Chosen, said: str, language: str) -> str:
    """Where it stands and what it says; what is named by its own text says so by that."""
    match chosen.field:
        case ("criterion", key, "text"):
            return f"{key}{_('：')}{said}"
        case ("title" | "publisher" | "document" | "approved",) | ("criterion", _, "guidance" | "unit"):
            return f"{place(chosen.field, chosen.checklist, language)}{_('：')}{said}"
    return place(chosen.field, chosen.checklist, language)


def _erratum_line(beside: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    return line("     ", Part(cut(beside, max(width - 6, 10), glyphs.ellipsis), "strong"))
