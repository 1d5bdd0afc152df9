"""``tiers``: a number that reaches a step of a ladder."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Any

from pydantic import Field

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Comparable, Numbers
from cadre_tui.kinds.earnings import check_earnings
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Drawing, NumberField
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import Text
from cadre_tui.model.written import Number


class Tier(Frozen):
    """``points`` for whoever reaches ``at_least``."""

    at_least: Number
    points: Number


class Tiers(Criterion):
    """A ladder from the highest step down."""

    unit: Text | None = None
    tier: Annotated[tuple[Tier, ...], Field(min_length=1)]


class TiersKind(Kind[Tiers]):
    """80 学时以上得 10 分，60 学时以上得 6 分."""

    model = Tiers
    shapes = (frozenset({"number"}),)

    def faults(self, criterion: Tiers, setting: Setting, faults: Faults) -> None:
        """From the highest down; the section's sign; in the base the best step earns the criterion's points."""
        for position, (above, below) in enumerate(pairwise(criterion.tier), start=1):
            if below.at_least >= above.at_least:
                path = f"tier.{position}.at_least"
                faults.add(codes.TIER_ORDER, path, number=below.at_least, above=above.at_least)
        check_earnings("tier", [each.points for each in criterion.tier], criterion.points, setting, faults)

    def read(
        self, criterion: Tiers, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """A number, not below zero."""
        del criterion, setting
        return {"number": number(written["number"], "number", faults)}

    def score(self, criterion: Tiers, answer: Answer, setting: Setting) -> Earned:
        """The first step reached; 0 under the last."""
        del setting
        amount = answer.number or Decimal(0)
        values: dict[str, Any] = {"criterion": criterion.id, "number": amount}
        for tier in criterion.tier:
            if amount >= tier.at_least:
                values |= {"at_least": tier.at_least, "result": Fraction(tier.points)}
                return Earned(Fraction(tier.points), (Step(code="tier", values=values),))
        values["at_least"] = criterion.tier[-1].at_least
        return Earned(Fraction(0), (Step(code="tier-none", values=values),))

    def draw(self, criterion: Tiers, setting: Setting) -> Drawing:
        """A number with the ladder beside it."""
        del setting
        return NumberField(unit=criterion.unit, tiers=tuple((each.at_least, each.points) for each in criterion.tier))

    def compared(self, criterion: Tiers, line: str | None, setting: Setting) -> Comparable:
        """Numbers."""
        del criterion, line, setting
        return Numbers()

    def value(self, criterion: Tiers, answer: Answer, line: str | None) -> Decimal | None:
        """The number."""
        del criterion, line
        return answer.number

    def most(self, criterion: Tiers, setting: Setting) -> Fraction | None:
        """The step that weighs most."""
        del setting
        return max(abs(Fraction(tier.points)) for tier in criterion.tier)

    def takes_fact(self, criterion: Tiers) -> bool:
        """A known number can fill it."""
        del criterion
        return True


KIND = TiersKind()
