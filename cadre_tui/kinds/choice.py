"""``choice``: one of the criterion's own options, each with its points."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import Field

from cadre_tui.kinds.comparable import Codes, Comparable
from cadre_tui.kinds.earnings import check_earnings
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.kinds.options import extreme, read_choice
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, DrawnOption
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.base import Frozen
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.text import Text
from cadre_tui.model.written import Number


class ChoiceOption(Frozen):
    """An option with what it earns."""

    code: str
    text: Text
    points: Number = Decimal(0)


class Choice(Criterion):
    """A criterion with options of its own."""

    option: Annotated[tuple[ChoiceOption, ...], Field(min_length=1)]


class ChoiceKind(Kind[Choice]):
    """Options in the order in which they are written."""

    model = Choice
    shapes = (frozenset({"choice"}),)
    extremes = True

    def faults(self, criterion: Choice, setting: Setting, faults: Faults) -> None:
        """The section's sign; in the base the best option earns the criterion's points."""
        check_earnings("option", [each.points for each in criterion.option], criterion.points, setting, faults)

    def read(
        self, criterion: Choice, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """One of its codes."""
        del setting
        return read_choice(written, tuple(option.code for option in criterion.option), faults)

    def score(self, criterion: Choice, answer: Answer, setting: Setting) -> Earned:
        """The points of the option."""
        del setting
        option = next(each for each in criterion.option if each.code == answer.choice)
        values = {"criterion": criterion.id, "option": option.code, "result": Fraction(option.points)}
        return Earned(Fraction(option.points), (Step(code="choice", values=values),))

    def draw(self, criterion: Choice, setting: Setting) -> Drawing:
        """Its options in order."""
        del setting
        return Choices(
            options=tuple(
                DrawnOption(text=option.text, answer=Answer(choice=option.code), earns=option.points)
                for option in criterion.option
            )
        )

    def compared(self, criterion: Choice, line: str | None, setting: Setting) -> Comparable:
        """Its codes."""
        del line, setting
        return Codes(tuple(option.code for option in criterion.option))

    def value(self, criterion: Choice, answer: Answer, line: str | None) -> str | None:
        """The chosen code."""
        del criterion, line
        return answer.choice

    def most(self, criterion: Choice, setting: Setting) -> Fraction | None:
        """The option that weighs most."""
        del setting
        return max(abs(Fraction(option.points)) for option in criterion.option)

    def extreme(self, criterion: Choice, answer: Answer, setting: Setting) -> bool:
        """The highest or the lowest points."""
        del setting
        return extreme({option.code: option.points for option in criterion.option}, answer)


KIND = ChoiceKind()
