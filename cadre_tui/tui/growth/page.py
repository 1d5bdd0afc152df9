"""看自己 as lines: by quadrant, strengths first; what others wrote; the former plan and this one. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

from cadre_tui.locale import _, language, pgettext
from cadre_tui.model.growth.growth import GrowthPage
from cadre_tui.model.growth.plan import Followed, PlanItem
from cadre_tui.model.results.result import CriterionResult
from cadre_tui.model.results.self_and_others import Compared
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line, line_width
from cadre_tui.tui.drawing.spark import spark
from cadre_tui.tui.drawing.text_table import table_lines
from cadre_tui.tui.growth.reading import Section, paragraph
from cadre_tui.words.figures import figure
from cadre_tui.words.growth import quadrants as words
from cadre_tui.words.growth.growth_tables import compared as compared_table
from cadre_tui.words.oversight import encouragement as encouraged
from cadre_tui.words.results.comparing import why_apart
from cadre_tui.words.rounds.title import round_title


def before(page: GrowthPage, width: int) -> list[Line]:
    """What this page is for, in which order."""
    told = _("先看长处、盲点和同事的话，按 p 定一两件要做的事；按 Enter 看分数。")
    return [*paragraph(told, width), *([] if placed(page) else paragraph(nothing_to_compare(), width))]


def nothing_to_compare() -> str:
    """Why there is no quadrant."""
    return _("没有可以对照的项：自评和同事评的要是同一项，而且评的人够多。")


def placed(page: GrowthPage) -> bool:
    """Whether some criterion stands in a quadrant."""
    return any(each.quadrant for each in page.compared.criteria)


def criteria_told(page: GrowthPage) -> tuple[CriterionResult, ...]:
    """The criteria whose figures stand on the page, each once, in its order."""
    placed_in = (each.row for quadrant in words.QUADRANTS for each in page.compared.within(quadrant))
    return tuple({(row.checklist, row.criterion): row for row in (*placed_in, *page.found_low)}.values())


def sections(
    page: GrowthPage, glyphs: Glyphs, language: str, width: int, *, plan: bool, today: date, text: bool = False
) -> list[Section]:
    """All of it; the ``plan`` only where no side pane has it; as ``text`` there are tables and no small columns."""
    draw = partial(_table if text else _criteria, glyphs=glyphs, language=language, width=width)
    found = []
    for quadrant, title in words.QUADRANTS.items():
        inside = page.compared.within(quadrant)
        if inside:
            found.append(Section(_(title), _items(len(inside)), tuple(draw(inside))))
    if found:
        last = found[-1]
        told = paragraph(_none_of(page) + words.thresholds(), width, "quiet")
        found[-1] = Section(last.title, last.more, (*last.lines, (), *told))
    if page.found_low:
        compared = {(each.row.checklist, each.row.criterion): each for each in page.compared.criteria}
        low = [compared[row.checklist, row.criterion] for row in page.found_low]
        found.append(Section(words.found_low_title(), _items(len(low)), tuple(draw(low))))
    found += _written(page, glyphs, language, width)
    if page.former is not None:
        title = _("上次的计划：{round}").format(round=round_title(page.former.title, page.former.mock))
        former = (each for item in page.former.items for each in followed_lines(item, glyphs, width))
        found.append(Section(title, "", tuple(former)))
    return [*found, Section(_("我的改进计划"), "", tuple(plan_lines(page, glyphs, width, today)))] if plan else found


def _none_of(page: GrowthPage) -> str:
    """The quadrants in which nothing stands."""
    empty = [_(words.SHORT[each]) for each in words.QUADRANTS if not page.compared.within(each)]
    return _("没有{quadrants}。").format(quadrants=_("、").join(empty)) if empty else ""


def _items(count: int) -> str:
    return pgettext("growth", "{count} 项").format(count=count)


def _written(page: GrowthPage, glyphs: Glyphs, language: str, width: int) -> Iterable[Section]:
    """What colleagues wrote, and the encouragement that one received."""
    if page.comments is None:
        told = _("不显示：不足 {count} 人评，或者会让人看出是谁写的。").format(count=page.min_comments)
        yield Section(_("同事写的评语"), "", tuple(paragraph(told, width)))
    elif page.comments:
        lines = []
        for each in page.comments:
            about = page.texts.get((each.checklist.split("|", maxsplit=1)[0], each.criterion))
            name = about.say(language) if about else each.criterion
            lines += paragraph(f"{name}{_('：')}{each.text}", width, indent=3, first=f" {glyphs.dot}")
        yield Section(_("同事写的评语"), _("{count} 句").format(count=len(page.comments)), tuple(lines))
    if page.commendations:
        lines = []
        for one in page.commendations:
            told = f"{encouraged.from_whom(one)}{_('：')}{one.commendation.text}"
            lines += paragraph(told, width, indent=3, first=f" {glyphs.dot}")
        yield Section(_("收到的鼓励"), _("{count} 句").format(count=len(page.commendations)), tuple(lines))


def _table(several: Sequence[Compared], glyphs: Glyphs, language: str, width: int) -> Iterable[Line]:
    """The same figures as a table of text."""
    return (line(Part(each)) for each in table_lines(compared_table("", several, language), glyphs, width))


def _criteria(several: Sequence[Compared], glyphs: Glyphs, language: str, width: int) -> Iterable[Line]:
    return (each for one in several for each in _criterion(one, glyphs, language, width))


def _criterion(each: Compared, glyphs: Glyphs, language: str, width: int) -> list[Line]:
    """Its name, its figures at the end of the line where there is room, and how they went over the rounds."""
    row = each.row
    named = paragraph(row.text.say(language), width, indent=2)
    marks = max(width_of(_(mark)) for mark in words.LEANS.values())
    numbers = line(Part(_figures(row) + "  "), Part(fit(words.lean(each), marks), "strong"))
    room = width - line_width(named[-1]) - line_width(numbers)
    if room >= 2:
        named[-1] = (*named[-1], Part(" " * room), *numbers)
    else:
        named.append(line(Part(" " * max(width - line_width(numbers), 0)), *numbers))
    return [*named, *_course(each, glyphs, width), *_apart(each, width)]


def _apart(each: Compared, width: int) -> list[Line]:
    """Why there is nothing of a former round that asked it, too."""
    told = (
        _("和“{round}”不能比，{why}").format(round=one.title.say(language()), why=why_apart(one.unlike))
        for one in each.apart
    )
    return [part for sentence in told for part in paragraph(sentence, width, "quiet", indent=4, first="    ")]


def _figures(row: CriterionResult) -> str:
    """``自评 28 · 同事 26.4 · 满分 30``, the numbers below each other where they are of one length."""
    told = []
    for name, number in ((_("自评"), row.own), (_("同事"), row.peers), (_("满分"), row.points)):
        if number is not None:
            told.append(f"{name} {figure(Fraction(number)):>5}")
    return "  ".join(told)


def _course(each: Compared, glyphs: Glyphs, width: int) -> list[Line]:
    """The figures of the last rounds and this one, small columns with the numbers; nothing without a former one."""
    if not each.before:
        return []
    own, peers = words.figures_of(each)
    lead = _("近 {count} 轮").format(count=len(own))
    parts = [
        f"{name} {_spark(figures, each.row.points, glyphs)} {words.course(figures, glyphs.not_applicable)}"
        for name, figures in ((_("自评"), own), (_("同事"), peers))
        if any(one is not None for one in figures)
    ]
    whole = f"{lead}  " + "   ".join(parts)
    if width_of(whole) + 4 <= width:
        return [line(Part(f"    {whole}", "quiet"))]
    return [line(Part(f"    {lead}  {part}", "quiet")) for part in parts]


def _spark(figures: Sequence[Decimal | None], points: Decimal, glyphs: Glyphs) -> str:
    return spark(figures, glyphs, least_span=points / 4)


# Plans


def sign(item: PlanItem, glyphs: Glyphs, today: date) -> str:
    """How far an item is."""
    if item.followed is not None and item.followed.how is Followed.DONE:
        return glyphs.done
    if item.due(today):
        return glyphs.wrong
    return glyphs.begun if item.followed is not None else glyphs.not_begun


def plan_lines(page: GrowthPage, glyphs: Glyphs, width: int, today: date) -> list[Line]:
    """The plan, short."""
    if not page.plan.items:
        return paragraph(_("还没有写。按 p，从盲点和短板起步，或者自己写。"), width, "quiet") if width else []
    lines: list[Line] = []
    for item in page.plan.items:
        lines += paragraph(item.what, width, indent=3, first=f" {sign(item, glyphs, today)}")
        lines += paragraph(words.until(item, today), width, "quiet", indent=3)
    return lines


def followed_lines(item: PlanItem, glyphs: Glyphs, width: int) -> list[Line]:
    """An item of the former plan, and what became of it."""
    mark = sign(item, glyphs, date.min)
    proof = _("凭据：{proof}").format(proof=item.proof) if item.proof else ""
    return [
        *paragraph(item.what, width, indent=3, first=f" {mark}"),
        *paragraph(words.followed(item.followed), width, "strong" if item.followed else "quiet", indent=3),
        *(paragraph(proof, width, "quiet", indent=3) if proof else []),
    ]
