"""A resolved checklist: every text by language, every scale and point in place."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, SerializeAsAny, model_validator

from cadre_tui.model.base import Frozen
from cadre_tui.model.text import Text
from cadre_tui.model.written import Bound, Day, Flag, Number, Value, Whole

LEVELS = ("county-leadership", "township-bureau", "village-branch", "agency-staff", "enterprise")
"""Levels of cadres that the field knows; a county may add prefixed ones."""

__all__ = [
    "LEVELS",
    "Ask",
    "Checklist",
    "Comparison",
    "Condition",
    "Criterion",
    "Focus",
    "Grade",
    "Head",
    "Purpose",
    "Rounding",
    "Scale",
    "ScaleOption",
    "Section",
    "Value",
    "Veto",
    "When",
]


class Purpose(StrEnum):
    """Who fills a checklist: oneself, colleagues, or supervisors on an inspection."""

    SELF = "self"
    PEER = "peer"
    CHECK = "check"


class Focus(StrEnum):
    """The four focal checks."""

    PLAN = "plan"
    WORK = "work"
    GROUP = "group"
    LASTING = "lasting"


class Ask(StrEnum):
    """When evidence or a written reason is asked for; ``extremes`` is the best and the worst option only."""

    NONE = "none"
    OPTIONAL = "optional"
    REQUIRED = "required"
    EXTREMES = "extremes"


class Comparison(Frozen):
    """What an answer is held against; several keys must all hold. ``equal`` is written ``is``, and only so."""

    model_config = ConfigDict(populate_by_name=False)

    line: str | None = None
    equal: Value | None = Field(default=None, alias="is")
    at_least: Bound | None = None
    at_most: Bound | None = None
    any_of: tuple[Value, ...] | None = None


class Condition(Comparison):
    """A comparison with the answer (never the score) to a named criterion."""

    criterion: str


class When(Comparison):
    """A comparison with the answer to the criterion that it stands on, or to the one that it names."""

    criterion: str | None = None


class Veto(Frozen):
    """The grade that an answer brings about whatever the score. ``when = true`` is short for ``{is = true}``."""

    when: When
    grade: str

    @model_validator(mode="before")
    @classmethod
    def _spell_out(cls, written: Any) -> Any:
        if isinstance(written, dict) and isinstance(written.get("when"), bool | int | Decimal | date | str):
            return {**written, "when": {"is": written["when"]}}
        return written


class ScaleOption(Frozen):
    """An option of a scale; ``score`` from 0 to 100, none for an option such as 不了解 that is left out."""

    code: str
    text: Text
    score: Number | None = None


class Scale(Frozen):
    """Options that several criteria share, in the order in which they are shown."""

    id: str
    option: tuple[ScaleOption, ...]


class Criterion(Frozen):
    """What every kind of criterion has. Each kind adds its own fields in ``kinds``."""

    id: str
    kind: str
    text: Text
    guidance: Text | None = None
    focus: Focus | None = None
    points: Number = Decimal(0)
    required: Flag = True
    allow_na: Flag = False
    evidence: Ask = Ask.OPTIONAL
    reason: Ask = Ask.OPTIONAL
    fact: str | None = None
    show_when: Condition | None = None
    veto: Veto | None = None


class Section(Frozen):
    """Criteria under one heading. Bonus and penalty sections stand outside the checklist's total."""

    id: str
    title: Text
    kind: Literal["base", "bonus", "penalty"] = "base"
    points: Number | None = None
    cap: Number | None = None
    criterion: tuple[SerializeAsAny[Criterion], ...]


class Grade(Frozen):
    """A grade: given from the top to the first whose ``min`` and ``require`` hold."""

    code: str
    text: Text
    min: Number
    require: tuple[Condition, ...] = ()


class Rounding(Frozen):
    """How the total is rounded, once."""

    places: Annotated[Whole, Field(ge=0, le=4)] = 2
    mode: Literal["half-up"] = "half-up"


class Head(Frozen):
    """What a checklist says of itself, and its parts: all that can be written in a file."""

    id: str
    version: str
    title: Text
    lang: str = "zh"
    publisher: Text | None = None
    document: Text | None = None
    approved: Day | None = None
    levels: tuple[str, ...] = ()
    purpose: tuple[Purpose, ...] = ()
    total: Number
    na_rule: Literal["rescale", "full", "zero"] = "rescale"
    rounding: Rounding = Rounding()
    scorer: str | None = None
    scale: tuple[Scale, ...] = ()
    section: tuple[Section, ...]
    grade: tuple[Grade, ...] = ()


class Checklist(Head):
    """A whole resolved checklist. ``canonical`` is what its digest is taken of and what a round pins."""

    digest: str = ""
    canonical: dict[str, Any] = Field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """``id|version``."""
        return f"{self.id}|{self.version}"

    def criteria(self) -> Iterator[Criterion]:
        """Every criterion in order."""
        for section in self.section:
            yield from section.criterion

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id, if there is one."""
        return next((each for each in self.criteria() if each.id == criterion_id), None)

    def meant_for(self, level: str, purpose: Purpose) -> bool:
        """Whether somebody of ``level`` is rated by this checklist for ``purpose``; left out means everyone."""
        return (not self.levels or level in self.levels) and (not self.purpose or purpose in self.purpose)
