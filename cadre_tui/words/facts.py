"""Known numbers in words: what the source says, beside what was answered."""

from decimal import Decimal
from fractions import Fraction

from cadre_tui.locale import _
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Known
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable


def source(known: Known, language: str) -> str:
    """``来源：学习台账，96（3 条）``."""
    values = {"source": printable(known.source.say(language)), "value": _number(known.value, known.of)}
    if not known.entries:
        return _("来源：{source}，{value}").format(**values)
    return _("来源：{source}，{value}（{count} 条）").format(**values, count=len(known.entries))


def source_and_word(known: Known, objection: Answer | None, confirmed: bool, language: str) -> str:
    """The same, and its person's word on it: that they confirmed it, or which other number they gave, and why."""
    told = source(known, language)
    if objection is None:
        return told + _("；本人已确认") if confirmed else told
    own = _number(objection.number if objection.done is None else objection.done, objection.planned)
    why = printable(" ".join(objection.reason.split()))
    return told + _("；本人有异议，填 {own}：{reason}").format(own=own, reason=why)


def _number(value: Decimal | None, of: Decimal | None) -> str:
    """``12``, or ``12 / 13`` where it is a part of something."""
    number = figure(Fraction(value or 0))
    return number if of is None else f"{number} / {figure(Fraction(of))}"


def entries(known: Known) -> tuple[str, ...]:
    """What it is made of, entry by entry."""
    return tuple(printable(" ".join(each.split())) for each in known.entries)
