"""How a plugin says something: a sentence by language, with names in braces that stand for numbers or words."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.text import Text

Words = str | dict[str, str] | Text
"""A text: plain (Chinese), or by language as ``{"zh": "…", "en": "…"}``."""

Exact = int | Decimal | Fraction
"""A number that loses nothing. A ``float`` is refused: 0.1 is none of its numbers."""


def text(words: Words) -> Text:
    """The words as a text."""
    return words if isinstance(words, Text) else Text.model_validate(words)


def said(words: Words, **values: Exact | str) -> Step:
    """One step of the arithmetic in the plugin's own words: ``said("{n} 次 × {per}", n=3, per=Decimal("1.5"))``.

    The program puts the values to their names, numbers as it writes numbers; it looks nothing up in them.
    """
    return Step(code="said", values={"text": text(words), "values": values})


@dataclass(frozen=True)
class Wrong:
    """Something that is wrong, in words that say what to do; ``key`` is where: a key of the criterion, or empty."""

    words: Words
    key: str = ""
