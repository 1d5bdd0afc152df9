"""The same data as plain tables: for the command line, and for whoever cannot see the bars."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Focus
from cadre_tui.model.results.county_result import CountyResult, Sides, UnitFigures, profile_key
from cadre_tui.words import terms
from cadre_tui.words.county import figures as told
from cadre_tui.words.figures import figure
from cadre_tui.words.results.comparing import course_told
from cadre_tui.words.results.result import BY
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.tables import NOTHING, Table


def tables(found: CountyResult, unit: UnitFigures | None = None) -> tuple[Table, ...]:
    """All tables of the county, or of one ``unit``; those in which nothing stands are left out."""
    sides = unit.sides if unit else found.county
    every = [totals(sides), grades(found, sides), profile(found, sides), criteria(found, sides), foci(found, unit)]
    if unit is None:
        every += [levels(found), units(found), course(found)]
    return tuple(each for each in every if each.rows)


def totals(sides: Sides) -> Table:
    """Everybody, leaders, others: how many, and how their totals are spread."""
    headings = (_("范围"), _("总人数"), _("有总分"), _("均分"), _("中位数"), _("中间一半"), _("升降"))
    rows = [
        (
            told.side(each),
            str(figures.people),
            str(figures.scored),
            told.mean(figures),
            told.median(figures),
            told.quartiles(figures),
            told.change(figures),
        )
        for each in told.SIDES
        for figures in [sides.of(each)]
        if figures.people
    ]
    return Table(_("总分"), headings, rows)


def grades(found: CountyResult, sides: Sides) -> Table:
    """How many earned each grade, leaders beside others."""
    names = [each.say(language()) for each in found.grades]
    names += [_("无等次")] if _without_grade(sides) else []
    rows = [
        (name, *(told.graded(sides.of(each), at if at < len(found.grades) else -1) for each in told.SIDES))
        for at, name in enumerate(names)
    ]
    return Table(_("等次分布"), (_("等次"), *map(told.side, told.SIDES)), rows if found.grades else ())


def _without_grade(sides: Sides) -> bool:
    return any(figures.grades and figures.grades[-1] for figures in map(sides.of, told.SIDES))


def profile(found: CountyResult, sides: Sides) -> Table:
    """The four focal checks, by whose answers, leaders beside others."""
    headings = (_("四项重点"), _("谁评的"), *map(told.side, told.SIDES), _("升降"))
    rows = [
        (
            told.focus(focus),
            _(BY[by]),
            *(told.reached(sides.of(each), key) for each in told.SIDES),
            told.reached_change(sides.everybody, key),
        )
        for focus in Focus
        for by in dict.fromkeys(each.by for each in found.criteria if each.focus is focus)
        for key in [profile_key(by, focus)]
    ]
    return Table(_("四项重点（得分占满分的百分比）"), headings, rows)


def criteria(found: CountyResult, sides: Sides) -> Table:
    """Every criterion, the weakest first; what is kept back stands at the end."""
    shown = [asked for asked, _reached in found.weakest(sides.everybody)]
    kept = [each for each in found.criteria if each.key in sides.everybody.kept_back]
    headings = (
        _("考评项"),
        _("谁评的"),
        _("分值"),
        _("总人数"),
        *map(told.side, told.SIDES),
        _("升降"),
        "/".join(told.bands()),
    )
    rows = [
        (
            each.text.say(language()),
            _(BY[each.by]),
            figure(Fraction(each.points)),
            told.people(sides.everybody, each.key),
            *(told.reached(sides.of(side), each.key) for side in told.SIDES),
            told.reached_change(sides.everybody, each.key),
            told.banded(sides.everybody, each.key),
        )
        for each in (*shown, *kept)
    ]
    return Table(_("考评项（得分占满分的百分比，弱的在前）"), headings, rows)


def foci(found: CountyResult, unit: UnitFigures | None = None) -> Table:
    """The four focal checks in former rounds that tell the same, a column a round, then in this one."""
    before = {
        by: told_there
        for by in dict.fromkeys(each.by for each in found.criteria)
        if (told_there := told.foci_before(found, by, unit))
    }
    profiles = {each.round: (each, profile) for rounds in before.values() for each, profile in rounds}
    rounds = [profiles[each.round] for each in found.course if each.round in profiles]
    now = (unit.sides if unit else found.county).everybody
    rows = [
        (
            told.focus(focus),
            _(BY[by]),
            *(_share(profile.get(profile_key(by, focus))) for _each, profile in rounds),
            told.reached(now, profile_key(by, focus)),
        )
        for focus in Focus
        for by in before
    ]
    titles = (each.title.say(language()) for each, _profile in rounds)
    headings = (_("四项重点"), _("谁评的"), *titles, _("这一轮"))
    return Table(_("四项重点历轮（得分占满分的百分比）"), headings, rows)


def _share(value: Decimal | None) -> str:
    return NOTHING if value is None else f"{value}%"


def levels(found: CountyResult) -> Table:
    """Each level of the county."""
    rows = [
        (
            terms.level(each.level),
            str(each.figures.people),
            told.mean(each.figures),
            told.median(each.figures),
            told.quartiles(each.figures),
            told.grades_spread(each.figures),
        )
        for each in found.levels
    ]
    headings = (_("层级"), _("总人数"), _("均分"), _("中位数"), _("中间一半"), _grade_names(found))
    return Table(_("层级"), headings, rows)


def _grade_names(found: CountyResult) -> str:
    return "/".join(each.say(language()) for each in found.grades) or _("等次")


def units(found: CountyResult) -> Table:
    """Each unit that may be seen, leaders beside others."""
    headings = (
        _("单位"),
        _("总人数"),
        *(_("均分：{who}").format(who=told.side(each)) for each in told.SIDES),
        _("升降"),
    )
    headings = (*headings, _grade_names(found))
    rows = [
        (
            each.name,
            str(each.sides.everybody.people),
            *(told.mean(each.sides.of(side)) for side in told.SIDES),
            told.change(each.sides.everybody),
            told.grades_spread(each.sides.everybody),
        )
        for each in found.units
    ]
    return Table(_("单位"), headings, rows)


def course(found: CountyResult) -> Table:
    """Former rounds, then this one."""
    if not found.course:
        return Table(_("历轮"), (), ())
    rows = [
        (
            each.title.say(language()),
            str(each.people),
            _(told.KEPT) if each.mean is None else str(each.mean),
            "" if each.same else _("考评表或权重不同，不能直接比"),
            course_told(each),
        )
        for each in found.course
    ]
    now = found.county.everybody
    rows.append((round_title(found.title, found.mock), str(now.scored), told.mean(now), _("这一轮"), ""))
    headings = (_("轮次"), _("有总分"), _("均分"), _("说明"), _("不能比的"))
    kept = len(headings) if any(row[-1] for row in rows) else -1
    return Table(_("历轮"), headings[:kept], [row[:kept] for row in rows])


def notes(found: CountyResult) -> Iterator[str]:
    """What must be known to read them."""
    yield told.who_leads()
    yield told.least(found)
