"""Known numbers in words: what the source says, beside what was answered."""

from fractions import Fraction

from cadre_tui.locale import _
from cadre_tui.model.response import Known
from cadre_tui.words.figures import figure
from cadre_tui.words.printable import printable


def source(known: Known, language: str) -> str:
    """``来源：学习台账，96（3 条）``."""
    values = {"source": printable(known.source.say(language)), "value": figure(Fraction(known.value))}
    if not known.entries:
        return _("来源：{source}，{value}").format(**values)
    return _("来源：{source}，{value}（{count} 条）").format(**values, count=len(known.entries))


def entries(known: Known) -> tuple[str, ...]:
    """What it is made of, entry by entry."""
    return tuple(printable(" ".join(each.split())) for each in known.entries)
