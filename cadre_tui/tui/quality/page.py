"""How raters rated, laid out: what is to be said of all, then a line a rater, those to ask about first. Pure."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from cadre_tui.locale import _
from cadre_tui.model.results.analysis import Absent
from cadre_tui.model.results.quality import Difference, Preview, Quality, RaterQuality
from cadre_tui.tui.drawing.bar import bar
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank
from cadre_tui.tui.drawing.menu import words as read_only
from cadre_tui.tui.drawing.parts import Line, Part, clipped, line
from cadre_tui.tui.home.page import rule
from cadre_tui.words.results import quality as words

BAR = 8
"""Cells of the bar beside a severity."""

WIDEST = 100
"""Cells: longer lines are hard to read."""

INDENT = "  "


def rows(found: Quality, glyphs: Glyphs, width: int, choose: Callable[[str], object]) -> list[Row]:
    """The whole list; ``choose`` is told the code of the rater who is opened."""
    told = [*_paragraphs([*words.summary(found), words.deciding(found)], width)]
    asked = [each for each in found.raters if each.flags or each.voided]
    others = [each for each in found.raters if not (each.flags or each.voided)]
    for heading, listed in ((_("要问一问的"), asked), (_("其他评价人"), others)):
        if listed:
            told += [blank(), rule(heading, str(len(listed)), glyphs)]
            told += [_rater(each, found, glyphs, choose) for each in listed]
    return told


def _rater(each: RaterQuality, found: Quality, glyphs: Glyphs, choose: Callable[[str], object]) -> Row:
    most = max((abs(one.severity) for one in found.raters if not isinstance(one.severity, Absent)), default=0.0)
    names = max(width_of(words.rater(one)) for one in found.raters) + 2
    sides = max(width_of(_("严")), width_of(_("宽"))) + 1

    def draw(width: int, here: bool) -> Line:
        severity = each.severity
        size = 0.0 if isinstance(severity, Absent) else abs(severity)
        said = words.voided(each) or words.kinds(each)
        parts = line(
            Part(f"{glyphs.cursor if here else ' '} ", "next" if here else ""),
            Part(fit(words.rater(each), names), "strong" if here else ""),
            Part(fit(words.severity(each), 6, "right") + " "),
            Part(fit(_side(each), sides)),
            Part(bar(Fraction(size), Fraction(most), BAR, glyphs) + "  ", "quiet"),
            Part(said, "wrong" if each.voided else ""),
        )
        return clipped(parts, width, glyphs.ellipsis)

    return Row(draw, lambda: choose(each.code), each.code)


def _side(each: RaterQuality) -> str:
    if isinstance(each.severity, Absent) or not round(each.severity, 1):
        return ""
    return _("严") if each.severity > 0 else _("宽")


def rater_rows(each: RaterQuality, effect: Preview | None, glyphs: Glyphs, width: int) -> list[Row]:
    """One rater: severity, what to ask, what was decided, and what a decision would do."""
    found = [rule(_("宽严度"), "", glyphs)]
    side, said = _side(each), words.severity(each)
    if side:
        said = _("{points} 分：比别人{side}").format(points=said, side=side)
    found += list(_paragraphs([said], width))
    found += [blank(), rule(_("要问一问"), "", glyphs)]
    found += list(_paragraphs(words.questions(each) or [_("没有要问的。")], width, f"{glyphs.dot} "))
    if each.voided:
        found += [blank(), rule(_("已作的决定"), "", glyphs), *_paragraphs([words.voided(each)], width)]
    elif effect is not None:
        found += [blank(), rule(_("试算"), "", glyphs), *_paragraphs(words.effect(effect), width)]
    return found


def difference_rows(found: Sequence[Difference], glyphs: Glyphs, width: int) -> list[Row]:
    """Who, and the two grades."""
    if not found:
        return list(_paragraphs([_("按原始分和校正分，人人等次一样。")], width))
    told = [words.difference(each) for each in found]
    said = _("按原始分和校正分，等次不一样的有 {count} 人，由人来定。").format(count=len(found))
    listed = [*_paragraphs([said], width), blank()]
    arrow = ">" if glyphs.name == "ascii" else "→"
    name = max(width_of(each[1]) for each in told) + 2
    grade = max(width_of(each[2]) for each in told) + 1
    for unit, person, plain, adjusted in told:
        grades = f"{fit(plain, grade)}{arrow} {adjusted}  "
        listed.append(read_only(line(INDENT, Part(fit(person, name), "strong"), grades, Part(unit, "quiet"))))
    return listed


def _paragraphs(told: Sequence[str], width: int, sign: str = "", *, gap: bool = False) -> Iterator[Row]:
    """Each wrapped, with its sign before it."""
    for each in told:
        pieces = wrap(each, max(min(width, WIDEST) - width_of(INDENT + sign), 20))
        for number, piece in enumerate(pieces):
            before = INDENT + (sign if not number else " " * width_of(sign))
            yield read_only(line(before, piece))
        if gap:
            yield blank()
