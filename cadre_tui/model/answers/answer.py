"""What a person answers to one criterion."""

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 - the field is called date
from decimal import Decimal

from cadre_tui.model.base import Frozen


class Answer(Frozen):
    """One answer: at most one of the value shapes, or ``na``, with the reason and the evidence beside it.

    ``number`` is a count, a value or (for a ratio) a share from 0 to 1; ``done`` and ``planned`` come together;
    ``evidence`` lists references in words: a document's name, number and place. An answer that holds
    only a reason or evidence is a draft's: the value is still missing.
    """

    choice: str | None = None
    yes: bool | None = None
    number: Decimal | None = None
    done: Decimal | None = None
    planned: Decimal | None = None
    lines: Mapping[str, Decimal] | None = None
    text: str | None = None
    date: Date | None = None
    na: bool = False
    reason: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def given(self) -> bool:
        """Whether there is a value at all (not applicable counts as one)."""
        if self.choice is not None:
            return True
        ratio = self.done if self.planned is not None else None
        values = (self.yes, self.number, ratio, self.lines, self.date)
        return self.na or any(value is not None for value in values) or bool((self.text or "").strip())
