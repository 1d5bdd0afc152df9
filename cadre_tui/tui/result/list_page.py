"""How everybody's results are laid out for the organiser: by unit, a line a person. Pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.results.result import Result
from cadre_tui.tui.drawing.bar import bar
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.results.result import BY, withheld

NAME, GRADE, TOTAL, RATERS = 10, 10, 7, 5
BAR_MOST: Final = 20
DUTY: Final = 18
FULL: Final = Decimal(100)


def matching(results: Sequence[Result], typed: str, language: str) -> tuple[Result, ...]:
    """The results whose person, unit, post or grade holds every word that was typed; names by pinyin, too."""
    wanted = typed.casefold().split()

    def said(result: Result) -> str:
        person = result.subject
        grade = result.grade.say(language) if result.grade else ""
        syllables = person.sort_key.split()
        pinyin = ("".join(syllables), "".join(each[0] for each in syllables))
        return " ".join((person.name, person.id, result.unit, person.duty, grade, *syllables, *pinyin)).casefold()

    return tuple(result for result in results if all(word in said(result) for word in wanted))


class ResultsMenu(Menu):
    """A heading a unit, a line a person."""

    def __init__(
        self, results: Sequence[Result], open_result: Callable[[str], object], glyphs: Glyphs, language: str
    ) -> None:
        self._glyphs = glyphs
        self._language = language
        rows: list[Row] = []
        unit = None
        for result in results:
            if result.unit != unit:
                unit = result.unit
                rows.append(self._heading(unit, [each for each in results if each.unit == unit]))
            rows.append(self._row(result, open_result))
        super().__init__(rows)

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names."""
        words = self._columns(_("姓名"), _("职务"), _("总分"), _("等次"), _(BY[Purpose.PEER]), width)
        return (line(Part(f"  {words}" + _("情况"), "quiet")),)

    def _heading(self, unit: str, results: Sequence[Result]) -> Row:
        totals = [result.total for result in results if result.total is not None]
        told = _("{unit}：{count} 人，{scored} 人有总分").format(unit=unit, count=len(results), scored=len(totals))
        return Row(lambda width, _here: line(Part(fit(told, width, ellipsis=self._glyphs.ellipsis), "quiet")))

    def _row(self, result: Result, open_result: Callable[[str], object]) -> Row:
        person = result.subject
        raters = next((str(part.raters) for part in result.parts if part.by is Purpose.PEER and part.raters), "")
        total = self._glyphs.not_applicable if result.total is None else str(result.total)
        grade = "" if result.grade is None else result.grade.say(self._language)

        graded = self._graded(grade, raters)

        def draw(width: int, here: bool) -> Line:
            sign = self._glyphs.cursor if here else " "
            words = f"{sign} {self._columns(person.name, person.duty, total, grade, raters, width)}"
            style = "strong" if here else ""
            if result.total is not None:
                room = min(width - width_of(words) - 1, BAR_MOST)
                return line(Part(words, style), Part(bar(result.total, FULL, max(room, 1), self._glyphs)))
            start = words[: -len(graded)]
            return line(Part(start, style), Part(self._missing(result, width - width_of(start))))

        return Row(draw, lambda: open_result(person.id), person.id)

    def _columns(self, name: str, duty: str, total: str, grade: str, raters: str, width: int) -> str:
        ellipsis = self._glyphs.ellipsis
        parts = [fit(name, NAME, ellipsis=ellipsis)]
        parts += [fit(duty, DUTY, ellipsis=ellipsis)] if width >= 72 else []
        parts += [fit(total, TOTAL, "right"), ""]
        return " ".join(parts) + self._graded(grade, raters)

    def _graded(self, grade: str, raters: str) -> str:
        column = max(RATERS, width_of(_(BY[Purpose.PEER])))
        return fit(grade, GRADE, ellipsis=self._glyphs.ellipsis) + " " + fit(raters, column, "right") + "  "

    def _missing(self, result: Result, room: int) -> str:
        """What stands in the way of a total."""
        missing = [
            _(BY[part.by]) + _("：") + withheld(part, result)
            for part in result.parts
            if part.weight and part.score is None
        ]
        return cut(f"{self._glyphs.wrong} " + _("；").join(missing), room, self._glyphs.ellipsis)
