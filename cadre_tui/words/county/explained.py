"""How a figure of many people came about, down to what is shown of each of them."""

from collections.abc import Iterator
from fractions import Fraction

from cadre_tui.locale import _, language
from cadre_tui.model.checklists.checklist import Focus, Purpose
from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, Figures, Reached
from cadre_tui.words.county import figures as told
from cadre_tui.words.figures import figure
from cadre_tui.words.results.result import BY, signed


def total(found: CountyResult, figures: Figures) -> Iterator[str]:
    """The mean total, the middle ones, and the change."""
    yield _("参加考评 {people} 人，其中有总分的 {scored} 人；没有总分的不算在内，也不当作 0 分。").format(
        people=figures.people, scored=figures.scored
    )
    if figures.total is None:
        yield from _absent(found, figures, "total")
        return
    yield _("均分 {mean}：{scored} 人得分单上的总分相加，除以 {scored}，只在最后四舍五入一次。").format(
        mean=figures.total.mean, scored=figures.scored
    )
    if figures.total.median is not None:
        yield _("中位数 {median}：总分从低到高排，正中间的一个；人数是双数的，取中间两个的平均。").format(
            median=figures.total.median
        )
    if figures.total.lower is not None:
        yield _("中间一半 {half}：去掉最低的四分之一和最高的四分之一，余下的在这两个数之间。").format(
            half=told.quartiles(figures)
        )
    if figures.total.lower is None:
        yield _("人数不够分成两份或四份、每份不足 {least} 人的，不显示中位数或中间一半。").format(least=found.least)
    if figures.change is not None:
        before = figure(Fraction(figures.total.mean - figures.change))
        yield _("升降 {change}：这一轮均分 {mean}，减上一轮均分 {before}。").format(
            change=signed(figures.change) or 0, mean=figures.total.mean, before=before
        )


def grade(found: CountyResult, figures: Figures, place: int) -> Iterator[str]:
    """How many have the grade in that place, at the end of all none."""
    if figures.grades is None:
        yield from _absent(found, figures, "grades")
        return
    share = told.part(figures.grades[place], figures.scored)
    if share is not None:
        yield _("{count} 人，除以有总分的 {scored} 人，是 {share}%。").format(
            count=figures.grades[place], scored=figures.scored, share=share
        )


def focal_check(found: CountyResult, figures: Figures, by: Purpose, focus: Focus) -> Iterator[str]:
    """The share of a focal check's points, and the criteria that belong to it."""
    reached = figures.focus(by, focus)
    asked = [each for each in found.criteria if each.by is by and each.focus is focus]
    names = _("、").join(each.text.say(language()) for each in asked)
    yield _("“{focus}”的考评项（{by}）：{names}").format(focus=told.focus(focus), by=_(BY[by]), names=names)
    if reached is None:
        yield from _absent(found, figures, asked[0].profile or "" if asked else "")
        return
    yield _(
        "每人这些项的得分相加，除以这些项的满分，得到每人的百分比；再把 {people} 人的百分比平均，是 {share}%。"
    ).format(people=reached.people, share=reached.share)
    yield from _beside(reached)


def criterion(found: CountyResult, figures: Figures, asked: CriterionAsked) -> Iterator[str]:
    """The mean of people's points, and how they are spread over the bands."""
    reached = figures.criteria.get(asked.key)
    if reached is None:
        yield from _absent(found, figures, asked.key)
        return
    yield _(
        "{people} 人得分单上这一项的得分（{by}）相加，除以 {people}，再除以满分 {full} 分，是 {share}%，"
        "折合 {points} 分；两个数都只在最后四舍五入一次。"
    ).format(
        people=reached.people,
        by=_(BY[asked.by]),
        full=figure(Fraction(asked.points)),
        share=reached.share,
        points=reached.points,
    )
    if reached.bands is not None:
        bands = (
            _("{band} {count} 人").format(band=band, count=count)
            for band, count in zip(told.bands(), reached.bands, strict=True)
        )
        yield _("按每人得分占满分多少分档：{bands}。").format(bands=_("、").join(bands))
    yield from _beside(reached)


def _beside(reached: Reached) -> Iterator[str]:
    if reached.change is not None:
        yield _("升降 {change} 个百分点：这一轮 {share}%，减上一轮 {before}%。").format(
            change=signed(reached.change) or 0, share=reached.share, before=reached.share - reached.change
        )


def _absent(found: CountyResult, figures: Figures, measure: str) -> Iterator[str]:
    """Why there is no figure: it would tell too much, or nobody has it."""
    if measure in figures.kept_back:
        yield _("这个数不显示。") + told.least(found)
    else:
        yield _("没有人有这个数：没有提交，或者每个人的都不显示。")
