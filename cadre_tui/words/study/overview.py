"""How study stands, in tables: the same columns for units, levels, leaders and all others."""

from cadre_tui.locale import _, pgettext
from cadre_tui.model.study.views import Standing, StudyOverview
from cadre_tui.words import terms as levels
from cadre_tui.words.study import terms


def headings() -> tuple[str, ...]:
    """What the columns are called."""
    return (
        _("范围"),
        pgettext("people", "人数"),
        _("人均学时"),
        _("已达标"),
        _("落后"),
        _("出勤率"),
        _("计划完成"),
        _("过期"),
        _("无计划"),
        _("已回顾"),
    )


def cells(of: Standing, name: str) -> tuple[str, ...]:
    """One row of them."""
    return (
        name,
        str(of.people),
        terms.hours(of.mean_hours),
        str(of.met),
        str(of.behind),
        terms.share(of.attendance),
        terms.share(of.carried_out),
        str(of.overdue),
        str(of.planless),
        str(of.reviewed),
    )


def rows(of: StudyOverview) -> list[tuple[str, ...]]:
    """The whole, leaders and all others, then the units."""
    return [
        cells(of.whole, _("合计")),
        cells(of.leaders, _("领导干部")),
        cells(of.others, _("其他干部")),
        *(cells(each, each.name) for each in of.units),
    ]


def level_name(code: str) -> str:
    """What a level is called."""
    return levels.level(code)
