"""A refusal with its causes: the first few for a line, or all of them for a page. Pure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from cadre_tui.locale import _
from cadre_tui.model.codes import allocation as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.rounds.round_allocation import Reasons
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.tui.rounds.lines import told
from cadre_tui.words import faults, refusals
from cadre_tui.words.rounds.raters import with_names

MOST = 3
"""So many causes are told in a line."""


def reasons_of(error: CadreError) -> Reasons | None:
    """What a page is needed for; None where the line has room for it."""
    found = tuple(each for each in error.faults if isinstance(each, Fault))
    if error.code != "allocation-impossible" and len(found) <= MOST:
        return None
    return Reasons(refusals.sentence(error), found)


def sentences(error: CadreError, people: Iterable[Person] = ()) -> str:
    """What was refused, and why: each cause with the unit that it is about; ``people`` are called by their names."""
    names = {each.id: each.name for each in people}
    causes = [_cause(with_names(each, names)) for each in error.faults[:MOST] if isinstance(each, Fault)]
    if len(error.faults) > MOST:
        causes.append(_("……共 {count} 处").format(count=len(error.faults)))
    return "\n".join((refusals.sentence(error), *causes))


def rows(reasons: Reasons, people: Sequence[Person], glyphs: Glyphs, width: int, *, changeable: bool) -> list[Row]:
    """All causes, each unit with its own beneath it, and what can be done about them."""
    names = {each.id: each.name for each in people}
    found = [*told(glyphs.wrong if reasons.refused else glyphs.dot, reasons.sentence, width, "next")]
    for unit, of_unit in groupby(reasons.faults, key=_unit):
        found.append(blank())
        if unit:
            found.append(words(line(Part(f"  {unit}", "strong"))))
        for each in of_unit:
            sign = glyphs.dot if each.warning else glyphs.wrong
            found += told(sign, _what(with_names(each, names)), width)
    if changeable:
        fewer = _("按 e 改规则：减少每人的评价人数；按 Esc 回去，可以按 c 换回避名单，再按 g 分配。")
        upwards = _("按 e 改规则：减少每人的评价人数，或允许评上级；按 Esc 回去，可以按 c 换回避名单，再按 g 分配。")
        spared = any(each.code == codes.BARRED_SUPERIOR for each in reasons.faults)
        more = upwards if spared else fewer
        found += [blank(), *told(glyphs.cursor, more, width, "next")]
    return found


def _unit(fault: Fault) -> str:
    return "" if fault.place.file else fault.path


def _cause(fault: Fault) -> str:
    unit = _unit(fault)
    return _("{place}：{what}").format(place=unit, what=_what(fault)) if unit else _what(fault)


def _what(fault: Fault) -> str:
    if fault.place.file:
        return faults.sentence(fault)
    return faults.explanation(fault.model_copy(update={"path": ""}))
