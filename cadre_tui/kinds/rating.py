"""``rating``: one option of a scale. Its score ÷ 100 × points; an option without a score takes the criterion out."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cadre_tui.kinds.comparable import Codes, Comparable
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.kinds.options import extreme, read_choice
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import Choices, Drawing, DrawnOption
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion, ScaleOption
from cadre_tui.model.codes import checklists as codes


class Rating(Criterion):
    """A criterion rated on a scale."""

    scale: str


class RatingKind(Kind[Rating]):
    """好、较好、一般、差、不了解."""

    model = Rating
    shapes = (frozenset({"choice"}),)
    extremes = True

    def faults(self, criterion: Rating, setting: Setting, faults: Faults) -> None:
        """The scale must be there."""
        if setting.scale(criterion.scale) is None:
            known = tuple(each.id for each in setting.checklist.scale)
            faults.add(codes.UNKNOWN_SCALE, "scale", name=criterion.scale, known=known)

    def read(
        self, criterion: Rating, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """One of the scale's codes."""
        return read_choice(written, self._codes(criterion, setting), faults)

    def score(self, criterion: Rating, answer: Answer, setting: Setting) -> Earned:
        """Option score ÷ 100 × points."""
        option = next(each for each in self._options(criterion, setting) if each.code == answer.choice)
        values: dict[str, Any] = {"criterion": criterion.id, "option": option.code}
        if option.score is None:
            return Earned(None, (Step(code="option-out", values=values),))
        result = Fraction(option.score) / 100 * Fraction(criterion.points)
        values |= {"score": option.score, "points": criterion.points, "result": result}
        return Earned(result, (Step(code="rating", values=values),))

    def draw(self, criterion: Rating, setting: Setting) -> Drawing:
        """The scale's options in order."""
        return Choices(
            options=tuple(
                DrawnOption(
                    text=option.text,
                    answer=Answer(choice=option.code),
                    earns=None if option.score is None else option.score * criterion.points / 100,
                )
                for option in self._options(criterion, setting)
            )
        )

    def compared(self, criterion: Rating, line: str | None, setting: Setting) -> Comparable:
        """Its codes."""
        del line
        return Codes(self._codes(criterion, setting))

    def value(self, criterion: Rating, answer: Answer, line: str | None) -> str | None:
        """The chosen code."""
        del criterion, line
        return answer.choice

    def can_be_left_out(self, criterion: Rating, setting: Setting) -> bool:
        """Where the scale has an option without a score."""
        return any(option.score is None for option in self._options(criterion, setting))

    def extreme(self, criterion: Rating, answer: Answer, setting: Setting) -> bool:
        """The highest or the lowest score of the scale."""
        return extreme(self._scores(criterion, setting), answer)

    def _options(self, criterion: Rating, setting: Setting) -> tuple[ScaleOption, ...]:
        scale = setting.scale(criterion.scale)
        return scale.option if scale else ()

    def _codes(self, criterion: Rating, setting: Setting) -> tuple[str, ...]:
        return tuple(option.code for option in self._options(criterion, setting))

    def _scores(self, criterion: Rating, setting: Setting) -> Mapping[str, Decimal]:
        options = self._options(criterion, setting)
        return {option.code: option.score for option in options if option.score is not None}


KIND = RatingKind()
