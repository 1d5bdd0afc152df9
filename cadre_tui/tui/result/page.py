"""How a result is laid out: a row a criterion, oneself beside colleagues, as numbers and as bars. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cadre_tui.locale import N_, _, pgettext
from cadre_tui.model.results.result import CriterionResult, Result
from cadre_tui.tui.drawing.bar import pair
from cadre_tui.tui.drawing.columns import Side, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.results.result import Standing, standing
from cadre_tui.words.secrecy import group_names

NAME_LEAST: Final = 18
BAR_MOST: Final = 30
GROUP_MOST: Final = 8
NAME_BESIDE_GROUPS: Final = 12

MARKS: Final = {Standing.OVER: N_("高估"), Standing.UNDER: N_("低估")}


@dataclass(frozen=True)
class Column:
    """One column: what it is headed with and how wide it is."""

    key: str
    head: str
    width: int
    side: Side = "right"


def layout(result: Result, width: int, language: str, *, groups: bool = False) -> tuple[Column, ...]:
    """The columns that fit, in their order: numbers first, then names, then bars; what is left is the bars'.

    With ``groups`` a column a rater group stands after that of all colleagues, as far as they leave names room.
    """
    longest = max((width_of(row.text.say(language)) for row in result.criteria), default=0)
    legend = width_of(_("自评") + _("同事")) + 2
    numbers, beside = _numbers(result), _beside(result)
    by_group = _groups(result, language) if groups else []
    if by_group:
        # Beside its groups colleagues' own column says enough: points, then marks, make way for them.
        for spared in ("", "points", "mark"):
            numbers, beside = ([each for each in some if each.key != spared] for some in (numbers, beside))
            if width - _cells([*numbers, *beside, *by_group]) >= NAME_BESIDE_GROUPS:
                at = next(at for at, each in enumerate(numbers) if each.key == "peers")
                numbers[at + 1 : at + 1] = by_group
                break
    if width - _cells([*numbers, *beside]) < NAME_LEAST + 1 + legend:
        numbers = [each for each in numbers if each.key != "points"]
    room = width - _cells([*numbers, *beside])
    bars: list[Column] = []
    if room >= NAME_LEAST + 1 + legend:
        bars = [Column("bar", "", min(max(room - longest - 1, legend), BAR_MOST), "left")]
    columns = [*numbers, *bars, *beside]
    name = min(max(width - _cells(columns), 8), max(longest, NAME_LEAST))
    return (Column("name", _("考评项"), name, "left"), *columns)


def _groups(result: Result, language: str) -> list[Column]:
    """A column a rater group, headed with its name; none where there are not several."""
    part = next((each for each in result.parts if len(each.groups) > 1), None)
    names = [group_names(group.titles, language) for group in part.groups] if part else []
    return [Column(f"group{at}", name, min(max(width_of(name), 5), GROUP_MOST)) for at, name in enumerate(names)]


def _numbers(result: Result) -> list[Column]:
    """The columns of numbers, each as wide as it must be."""
    heads = {
        "points": _("满分"),
        "own": _("自评"),
        "peers": _("同事"),
        "inspection": pgettext("column", "督查"),
        "raters": _("人数"),
        "gap": _("差"),
    }
    if all(row.inspection is None for row in result.criteria):
        del heads["inspection"]
    decimals = places(result)
    return [
        Column(key, head, max(width_of(head), *(len(_figure(row, key, decimals)) for row in result.criteria), 1))
        for key, head in heads.items()
    ]


def _figure(row: CriterionResult, key: str, decimals: int) -> str:
    """A number as it stands in its column; nothing where there is none."""
    number = getattr(row, key)
    if number is None:
        return ""
    if key == "raters" or (key == "gap" and not number):
        return str(int(number))
    if key == "points":
        return f"{number.normalize():f}"
    return f"{number:{'+' if key == 'gap' else '-'}.{decimals}f}"


def _beside(result: Result) -> list[Column]:
    """The columns after the bars."""
    mark = max((width_of(_(MARKS[standing(row)])) for row in result.criteria if standing(row) in MARKS), default=0)
    found = [Column("mark", "", mark, "left")] if mark else []
    if any(row.change is not None for row in result.criteria):
        found.append(Column("change", _("比上轮"), max(6, width_of(_("比上轮")))))
    return found


def _cells(columns: Sequence[Column]) -> int:
    """What the columns take, with the gap before each and the cursor's sign."""
    return 2 + sum(each.width + 1 for each in columns)


def places(result: Result) -> int:
    """Decimal places of all numbers alike: one, or two where some number needs them."""
    figures = [each for row in result.criteria for each in (row.own, row.peers, row.inspection, row.gap, row.change)]
    return 2 if any(each is not None and each * 10 % 1 for each in figures) else 1


class ResultPage:
    """A page of the line list: headings of sections, and a line a criterion. ``row`` is that of the cursor.

    ``cell`` is the column of the single number in that row that is chosen, where one is.
    """

    def __init__(
        self, result: Result, row: int, glyphs: Glyphs, language: str, *, groups: bool = False, cell: str = ""
    ) -> None:
        self._cell = cell
        self._result = result
        self._groups = groups
        self._row = row
        self._glyphs = glyphs
        self._language = language
        self._places = places(result)
        self._lines: list[int | str] = []
        headed = ""
        for number, each in enumerate(result.criteria):
            heading = self._heading(each)
            if heading != headed:
                self._lines.append(heading)
                headed = heading
            self._lines.append(number)

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def cursor(self) -> int:
        """The line that the cursor stands on."""
        return self._lines.index(self._row) if self._row in self._lines else 0

    def row_at(self, line_number: int) -> int | None:
        """The criterion on a line; none on a heading."""
        found = self._lines[line_number]
        return found if isinstance(found, int) else None

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names; the bar's tells which half is whose."""
        parts = [Part("  ", "quiet")]
        for column in layout(self._result, width, self._language, groups=self._groups):
            text = self._legend(column.width) if column.key == "bar" else column.head
            parts.append(Part(self._in(text, column), "quiet"))
        return (tuple(parts),)

    def _legend(self, width: int) -> str:
        """Which half of a bar is whose; there is always room for it."""
        over, under, _both = self._glyphs.halves
        own, peers = over + _("自评"), under + _("同事")
        apart = f"{own} {peers}"
        return apart if width_of(apart) <= width else own + peers

    def line(self, index: int, width: int) -> Line:
        """A heading or a criterion."""
        found = self._lines[index]
        if isinstance(found, str):
            return line(Part(fit(found, width, ellipsis=self._glyphs.ellipsis), "quiet"))
        row, here = self._result.criteria[found], found == self._row
        style = "strong" if here else ""
        parts = [Part(f"{self._glyphs.cursor if here else ' '} ", style)]
        for column in layout(self._result, width, self._language, groups=self._groups):
            text = self._in(self._text(row, column), column)
            if here and column.key == self._cell:
                bare = text.lstrip(" ")
                parts += [Part(text[: len(text) - len(bare)], style), Part(bare, "cursor")]
            else:
                parts.append(Part(text, style))
        return tuple(parts)

    def cells(self, width: int) -> tuple[str, ...]:
        """The columns in which the row at the cursor has a number, from the left."""
        if not self._result.criteria:
            return ()
        row = self._result.criteria[self._row]
        columns = layout(self._result, width, self._language, groups=self._groups)
        return tuple(each.key for each in columns if self._has(row, each.key))

    def _has(self, row: CriterionResult, key: str) -> bool:
        if key.startswith("group"):
            at = int(key.removeprefix("group"))
            return at < len(row.groups) and row.groups[at] is not None
        return key not in ("name", "bar", "mark") and getattr(row, key) is not None

    def _heading(self, row: CriterionResult) -> str:
        titles = {part.checklist: part.title.say(self._language) for part in self._result.parts}
        return f"{titles.get(row.checklist, row.checklist)} {self._glyphs.dot} {row.section.say(self._language)}"

    def _of_group(self, row: CriterionResult, at: int) -> str:
        number = row.groups[at] if at < len(row.groups) else None
        return self._glyphs.not_applicable if number is None else f"{number:.{self._places}f}"

    def _in(self, text: str, column: Column) -> str:
        gap = "" if column.key == "name" else " "
        return gap + fit(text, column.width, column.side, self._glyphs.ellipsis)

    def _text(self, row: CriterionResult, column: Column) -> str:
        match column.key:
            case "name":
                return row.text.say(self._language)
            case "bar":
                return pair(row.own, row.peers, row.points, column.width, self._glyphs)
            case "mark":
                return _(MARKS[standing(row)]) if standing(row) in MARKS else ""
            case key if key.startswith("group"):
                return self._of_group(row, int(key.removeprefix("group")))
            case "change":
                return change(row.change, self._places, self._glyphs)
            case key:
                return _figure(row, key, self._places) or ("" if key == "raters" else self._glyphs.not_applicable)


def change(number: Decimal | None, decimals: int, glyphs: Glyphs) -> str:
    """``▲1.2`` against the former round; ``=`` where it is the same; nothing where it cannot be compared."""
    if number is None:
        return ""
    if not number:
        return "="
    return f"{glyphs.up if number > 0 else glyphs.down}{abs(number):.{decimals}f}"
