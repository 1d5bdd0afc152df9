"""A result as plain tables: the same figures as the bars, for whoever cannot see them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from cadre_tui.locale import _, pgettext
from cadre_tui.model.results.result import CriterionResult, Part, Result
from cadre_tui.words.figures import figure
from cadre_tui.words.results.result import Standing, part_name, signed, standing, weight, withheld
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.secrecy import group_names, group_told
from cadre_tui.words.tables import NOTHING, Table, without_empty


def tables(result: Result, language: str) -> tuple[Table, ...]:
    """The totals by rounds, the parts of the total, and a table of criteria for each section."""
    return tuple(each for each in (totals(result, language), parts(result, language), *_sections(result, language)))


def totals(result: Result, language: str) -> Table:
    """Former rounds, the earliest first, then this one, with what it is more than the last one before it."""
    rows = [(each.title.say(language), _score(each.total), "", "") for each in result.former]
    known = [each.total for each in result.former if each.total is not None]
    more = result.total - known[-1] if known and result.total is not None else None
    grade = result.grade.say(language) if result.grade else ""
    title = round_title(result.title, result.mock)
    rows.append((title, _score(result.total), _changed(more), grade))
    return without_empty(_("总分"), (_("轮次"), _("总分"), _("比上轮"), _("等次")), rows)


def parts(result: Result, language: str) -> Table:
    """Whose score, from how many, how much it weighs, and why there is none."""
    return without_empty(
        _("各部分得分"), (_("谁填的"), _("得分"), _("人数"), _("备注")), _part_rows(result, language)
    )


def _part_rows(result: Result, language: str) -> Iterator[Sequence[str]]:
    for part in result.parts:
        yield _part_row(part, result, language)
        if len(part.groups) > 1:
            yield from (("", "", "", group_told(group, language)) for group in part.groups)


def _part_row(part: Part, result: Result, language: str) -> Sequence[str]:
    raters = str(part.raters) if part.raters and part.score is not None else ""
    why = _("，").join(each for each in (weight(part, result), withheld(part, result)) if each)
    return part_name(part, language), _score(part.score), raters, why


def _sections(result: Result, language: str) -> Iterator[Table]:
    """In the order of the result; a table a section of a checklist."""
    titles = {part.checklist: part.title.say(language) for part in result.parts}
    sections: dict[tuple[str, str], list[CriterionResult]] = {}
    for row in result.criteria:
        name = titles.get(row.checklist, row.checklist)
        sections.setdefault((name, row.section.say(language)), []).append(row)
    groups = next((part.groups for part in result.parts if len(part.groups) > 1), ())
    headings = (
        _("考评项"),
        _("满分"),
        _("自评"),
        _("同事"),
        *(group_names(each.titles, language) for each in groups),
        pgettext("column", "督查"),
        _("人数"),
        _("差"),
        _("高估低估"),
        _("比上轮"),
    )
    for (checklist, section), rows in sections.items():
        drawn = (_criterion(row, len(groups), language) for row in rows)
        yield without_empty(_("{checklist}：{section}").format(checklist=checklist, section=section), headings, drawn)


def _criterion(row: CriterionResult, groups: int, language: str) -> tuple[str, ...]:
    by_group = (*row.groups, *([None] * groups))[:groups]
    marks = {Standing.OVER: _("高估"), Standing.UNDER: _("低估")}
    return (
        row.text.say(language),
        figure(Fraction(row.points)),
        _number(row.own),
        _number(row.peers),
        *map(_number, by_group),
        _number(row.inspection),
        str(row.raters) if row.raters is not None else "",
        signed(row.gap) or NOTHING,
        marks.get(standing(row), ""),
        _changed(row.change),
    )


def _score(number: Decimal | None) -> str:
    """With the decimal places that the round's rules say."""
    return NOTHING if number is None else str(number)


def _number(number: Decimal | None) -> str:
    return NOTHING if number is None else figure(Fraction(number))


def _changed(number: Decimal | None) -> str:
    return "" if number is None else signed(number)
