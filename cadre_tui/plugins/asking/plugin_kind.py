"""A plugin's kind of criterion as the program's own kinds are: its answers are judged, its drawing and score checked.

What a plugin says is never taken on trust: a score that is no number, or beyond the criterion's points, is no score.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cadre_tui.kinds.amounts import number
from cadre_tui.kinds.comparable import Anything, Codes, Comparable, Days, Numbers, Words
from cadre_tui.kinds.kind import Earned, Faults, Kind, Setting
from cadre_tui.kinds.line import Line, compared_line, line_value, read_lines
from cadre_tui.kinds.options import read_choice
from cadre_tui.kinds.registry import kinds
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.drawing import (
    AbsentField,
    Choices,
    DateField,
    Drawing,
    NumberField,
    NumberLines,
    RatioField,
    TextField,
)
from cadre_tui.model.answers.score_sheet import Step
from cadre_tui.model.checklists.checklist import Criterion, Value
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import CadreError, NotRight
from cadre_tui.model.written import LARGEST
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Origin
from cadre_tui.plugins.asking.trusting import exact, steps
from cadre_tui.plugins.descriptors.kinds import CriterionKind, Shape
from cadre_tui.plugins.descriptors.saying import Wrong, text

HOOK: Final = "cadre_criterion_kinds"

DRAWN: Final[Mapping[Shape, type]] = {
    Shape.CHOICE: Choices,
    Shape.NUMBER: NumberField,
    Shape.RATIO: RatioField,
    Shape.LINES: NumberLines,
    Shape.TEXT: TextField,
    Shape.DATE: DateField,
}

SHAPES: Final = {
    Shape.CHOICE: (frozenset({"choice"}),),
    Shape.NUMBER: (frozenset({"number"}),),
    Shape.RATIO: (frozenset({"number"}), frozenset({"done", "planned"})),
    Shape.LINES: (frozenset({"lines"}),),
    Shape.TEXT: (frozenset({"text"}),),
    Shape.DATE: (frozenset({"date"}),),
}


class PluginKind(Kind[Criterion]):
    """One ``CriterionKind``, and who gave it."""

    def __init__(self, origin: Origin, given: CriterionKind) -> None:
        if not (isinstance(given.model, type) and issubclass(given.model, Criterion)):
            raise NotRight("plugin-wrong-answer", name=origin.name, hook=HOOK, wanted="Criterion")
        if given.shape not in SHAPES:
            raise NotRight("plugin-wrong-answer", name=origin.name, hook=HOOK, wanted="Shape")
        self._plugin = origin.name
        self._given = given
        self._shape = Shape(given.shape)
        self._drawn: dict[int, tuple[Criterion, Drawing]] = {}
        self.model = given.model  # type: ignore[misc]  # of each kind its own
        self.shapes = SHAPES[self._shape]  # type: ignore[misc]

    def faults(self, criterion: Criterion, setting: Setting, faults: Faults) -> None:
        """What the plugin finds wrong with the definition; that it cannot be asked or drawn is wrong, too."""
        del setting
        self._told(lambda: self._given.check(criterion), faults, codes.PLUGIN_SAYS)
        if faults.found:  # what is wrong with the keys may be what cannot be drawn
            return
        try:
            self._drawing(criterion)
        except CadreError as error:
            faults.add(codes.PLUGIN_FAILED, "kind", plugin=self._plugin, error=_short(error))

    def read(
        self, criterion: Criterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        """An answer of the shape, within what is drawn; then what the plugin says of it."""
        try:
            fields = self._fields(criterion, written, setting, faults)
        except CadreError as error:
            faults.add(codes.PLUGIN_FAILED_AT, plugin=self._plugin, error=_short(error))
            return {}
        if not faults.found:
            answer = Answer(**fields)
            self._told(lambda: self._given.check_answer(criterion, answer), faults, codes.PLUGIN_REFUSES)
        return fields

    def _fields(
        self, criterion: Criterion, written: Mapping[str, Any], setting: Setting, faults: Faults
    ) -> Mapping[str, Any]:
        drawing = self._drawing(criterion)
        match drawing:
            case Choices():
                return read_choice(written, _codes(drawing), faults)
            case NumberField():
                below = drawing.minimum is None
                return {"number": number(written["number"], "number", faults, below_zero=below)}
            case NumberLines():
                return {"lines": read_lines(_lines(drawing), written["lines"], faults)}
            case _:  # what the program's own kind of that name takes
                return _own(self._shape).read(criterion, written, setting, faults)

    def score(self, criterion: Criterion, answer: Answer, setting: Setting) -> Earned:
        """What the plugin says, where that can be; else no score, and why."""
        del setting
        try:
            earned = call(self._plugin, lambda: self._given.score(criterion, answer), private=True)
            score = None if earned.score is None else exact(earned.score)
            points = Fraction(criterion.points)
            if score is not None and not min(points, Fraction(0)) <= score <= max(points, Fraction(0)):
                raise ValueError("a score beyond the criterion's points")
            end = Step(code="out" if score is None else "earned", values={"criterion": criterion.id, "result": score})
            return Earned(score, (*steps(earned.why), end))
        except (CadreError, AttributeError, TypeError, ValueError):
            why = Step(code="kind-failed", values={"criterion": criterion.id, "plugin": self._plugin})
            return Earned(None, (why,), unscored=True)

    def draw(self, criterion: Criterion, setting: Setting) -> Drawing:
        """What the plugin draws; where it fails, nothing that can be filled in."""
        del setting
        return self._safely_drawn(criterion)

    def _safely_drawn(self, criterion: Criterion) -> Drawing:
        try:
            return self._drawing(criterion)
        except CadreError:
            return AbsentField(kind=criterion.kind)

    def _drawing(self, criterion: Criterion) -> Drawing:
        """What the plugin draws, asked once a criterion.

        Raises:
            NotRight: it fails, or draws something else.
        """
        known = self._drawn.get(id(criterion))
        if known is not None and known[0] is criterion:
            return known[1]
        drawing = call(self._plugin, lambda: self._given.draw(criterion))
        wanted = DRAWN[self._shape]
        if not isinstance(drawing, wanted):
            raise NotRight("plugin-wrong-answer", name=self._plugin, hook=HOOK, wanted=wanted.__name__)
        self._drawn[id(criterion)] = criterion, drawing
        return drawing

    def compared(self, criterion: Criterion, line: str | None, setting: Setting) -> Comparable:
        """By the shape, as with the program's own kinds."""
        drawing = self.draw(criterion, setting)
        match drawing:
            case Choices():
                return Codes(_codes(drawing))
            case NumberLines():
                return compared_line(_lines(drawing), line)
            case RatioField():
                return Numbers(high=Decimal(1))
            case DateField():
                return Days()
            case TextField():
                return Words()
            case NumberField():
                return Numbers(low=-LARGEST if drawing.minimum is None else Decimal(0))
            case _:
                return Anything()

    def value(self, criterion: Criterion, answer: Answer, line: str | None) -> Value | Fraction | None:
        """What was chosen, or the number, the line's number, the share, the day, the words."""
        match self._shape:
            case Shape.CHOICE:
                return answer.choice
            case Shape.LINES:
                return line_value(answer, line)
            case Shape.NUMBER:
                return answer.number
            case _:
                found: Value | Fraction | None = _own(self._shape).value(criterion, answer, line)
                return found

    def lines(self, criterion: Criterion) -> tuple[str, ...]:
        """The ids of the lines that are drawn."""
        drawing = self._safely_drawn(criterion)
        return tuple(each.id for each in drawing.lines) if isinstance(drawing, NumberLines) else ()

    def takes_fact(self, criterion: Criterion) -> bool:
        """Where it is one number."""
        del criterion
        return self._shape is Shape.NUMBER

    def can_be_left_out(self, criterion: Criterion, setting: Setting) -> bool:
        """Nobody knows what its score may be."""
        del criterion, setting
        return True

    def _told(self, asked: Callable[[], Iterable[Wrong]], faults: Faults, code: str) -> None:
        try:
            for each in call(self._plugin, lambda: tuple(asked()), private=code == codes.PLUGIN_REFUSES):
                faults.add(code, str(each.key), told=text(each.words))
        except (CadreError, AttributeError, TypeError, ValueError) as error:
            failed = codes.PLUGIN_FAILED_AT if code == codes.PLUGIN_REFUSES else codes.PLUGIN_FAILED
            faults.add(failed, plugin=self._plugin, error=_short(error))


def _codes(drawing: Choices) -> tuple[str, ...]:
    return tuple(each.answer.choice for each in drawing.options if each.answer.choice is not None)


def _lines(drawing: NumberLines) -> tuple[Line, ...]:
    return tuple(Line(id=each.id, text=each.text, per=each.per, between=each.between) for each in drawing.lines)


def _own(shape: Shape) -> Kind[Any]:
    """The program's kind whose answer has that shape: they are called alike."""
    return kinds()[shape.value]


def _short(error: Exception) -> str:
    """What went wrong, as far as it may be told: never what was answered."""
    return str(error.values.get("error", error.code)) if isinstance(error, CadreError) else type(error).__name__
