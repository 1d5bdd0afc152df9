"""``cadre study plan``: what a cadre or a unit means to study in a year, how far it is, what came of it."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import KIND, MATTER, PERSON, UNIT, YEAR, Planning, day, number, planning, today_of
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.plan import Progress, StudyItem, StudyPlan

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

ITEM = click.argument("item_id", cls=SpokenArgument, metavar=M_("条目编号"))
FIELDS = (
    click.option("--goal", cls=SpokenOption, metavar=M_("目标"), help=N_("学了要达到什么")),
    click.option("--content", cls=SpokenOption, metavar=M_("内容"), help=N_("学什么")),
    KIND,
    MATTER,
    click.option("--work", cls=SpokenOption, metavar=M_("工作"), help=N_("结合哪项工作、解决什么问题")),
    click.option("--hours", cls=SpokenOption, metavar=M_("学时"), help=N_("计划多少学时")),
    click.option("--due", cls=SpokenOption, metavar=M_("日期"), help=N_("到哪一天，如 2026-12-31")),
    click.option("--proof", cls=SpokenOption, metavar=M_("凭据"), help=N_("拿什么看得出学了")),
)


def with_fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of an item's fields."""
    for each in reversed(FIELDS):
        command = each(command)
    return command


def whose(command: Callable[..., Any]) -> Callable[..., Any]:
    """Whose plan, and of which year: the command is given a ``Planning`` as its first argument."""

    @click.pass_obj
    @wraps(command)
    def asked(
        invocation: Invocation, /, person: str | None, unit: str | None, year: int | None, **options: Any
    ) -> None:
        command(planning(invocation, person, unit, year), **options)

    for each in (AS_JSON, YEAR, UNIT, PERSON):
        asked = each(asked)
    return asked


@click.group("plan", cls=SpokenGroup, help=N_("学习计划：写、改、说进度和成效、按季回顾"))
def plan() -> None:
    """The noun; its verbs are below."""


@plan.command("show", cls=SpokenCommand, help=N_("看学习计划"))
@whose
def show(of: Planning, as_json: bool) -> None:
    """With what each item said before."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts

    found = plans.plan(of.session, of.year, of.owner, of_unit=of.of_unit)
    _answer(of.session, found, as_json)


@plan.command("propose", cls=SpokenCommand, help=N_("可以写什么：本层级的样本、上次结果的短板、改进计划"))
@whose
def propose(of: Planning, as_json: bool) -> None:
    """What ``add --proposal`` begins with, by number."""
    from cadre_tui.services.study.proposing import proposals  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import terms  # noqa: PLC0415
    from cadre_tui.words.study.proposals import ORIGINS  # noqa: PLC0415

    found = proposals(of.session, of.year, of.owner, of_unit=of.of_unit)
    if as_json:
        tell(
            {
                "proposals": [
                    {"origin": each.origin.value, **each.item(language()).model_dump(mode="json")} for each in found
                ]
            }
        )
        return
    rows = [
        (
            str(at),
            _(ORIGINS[each.origin]),
            each.content.say(language()),
            each.work,
            _(terms.KINDS[each.kind]),
            terms.hours(each.hours),
        )
        for at, each in enumerate(found, 1)
    ]
    headings = (_("第几条"), _("来由"), _("内容"), _("结合的工作"), _("类别"), _("学时"))
    click.echo(fitting(headings, rows, _("：")) if rows else _("没有可以提的。"))


@plan.command("add", cls=SpokenCommand, help=N_("写一条；--proposal 从 propose 的第几条起步"))
@click.option("--proposal", cls=SpokenOption, type=click.IntRange(1), metavar=M_("第几条"), help=N_("从哪一条起步"))
@with_fields
@whose
def add(of: Planning, /, proposal: int | None, as_json: bool, **said: str | None) -> None:
    """What is written beats what is proposed."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.study.proposing import proposals  # noqa: PLC0415

    item = StudyItem(id="", content="")
    if proposal is not None:
        found = proposals(of.session, of.year, of.owner, of_unit=of.of_unit)
        if proposal > len(found):
            raise BadInput("study-no-proposal", number=proposal, count=len(found))
        item = found[proposal - 1].item(language())
    fresh = StudyItem.model_validate({**dict(item), **_said(said)})
    _answer(of.session, plans.put(of.session, of.year, of.owner, fresh, of_unit=of.of_unit), as_json)


@plan.command("change", cls=SpokenCommand, help=N_('改一条：写了哪一格改哪一格，写空的（""）清掉；原来的留着'))
@ITEM
@click.option("--why", cls=SpokenOption, default="", metavar=M_("理由"), help=N_("为什么改"))
@with_fields
@whose
def change(of: Planning, /, item_id: str, why: str, as_json: bool, **said: str | None) -> None:
    """What is not named stays."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts

    known = plans.plan(of.session, of.year, of.owner, of_unit=of.of_unit)
    item = known.item(item_id)
    if item is None:
        listed = "、".join(each.id for each in known.items) or "-"
        raise BadInput("study-item-unknown", item=item_id, known=listed)
    fresh = StudyItem.model_validate({**dict(item), **_said(said)})
    _answer(of.session, plans.put(of.session, of.year, of.owner, fresh, why, of_unit=of.of_unit), as_json)


@plan.command("tell", cls=SpokenCommand, help=N_("说一条的进度：not-begun、begun、done（要说成效）"))
@ITEM
@click.argument(
    "progress",
    cls=SpokenArgument,
    metavar=M_("进度"),
    type=click.Choice([each.value for each in Progress if each is not Progress.DROPPED]),
)
@click.option("--outcome", cls=SpokenOption, default="", metavar=M_("成效"), help=N_("用到了工作的什么地方"))
@whose
def tell_(of: Planning, item_id: str, progress: str, outcome: str, as_json: bool) -> None:
    """How far it is."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts

    found = plans.tell(of.session, of.year, of.owner, item_id, Progress(progress), outcome, of_unit=of.of_unit)
    _answer(of.session, found, as_json)


@plan.command("drop", cls=SpokenCommand, help=N_("不再做一条，写明理由；它留在计划里"))
@ITEM
@click.option("--why", cls=SpokenOption, required=True, metavar=M_("理由"), help=N_("为什么不做了"))
@whose
def drop(of: Planning, item_id: str, why: str, as_json: bool) -> None:
    """It stays, marked so."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts

    _answer(of.session, plans.drop(of.session, of.year, of.owner, item_id, why, of_unit=of.of_unit), as_json)


@plan.command("review", cls=SpokenCommand, help=N_("回顾一个季度（1 到 4），写一句"))
@click.argument("quarter", cls=SpokenArgument, type=int, metavar=M_("季度"))
@click.option("--word", cls=SpokenOption, required=True, metavar=M_("一句话"), help=N_("学得怎样，下一季怎么办"))
@whose
def review(of: Planning, quarter: int, word: str, as_json: bool) -> None:
    """Kept with how many items were done then."""
    from cadre_tui.services.study import plans  # noqa: PLC0415 - only where somebody acts

    _answer(of.session, plans.review(of.session, of.year, of.owner, quarter, word, of_unit=of.of_unit), as_json)


def _said(written: Mapping[str, str | None]) -> dict[str, Any]:
    """What was written, by field."""
    said: dict[str, Any] = {key: value for key, value in written.items() if value is not None}
    if "due" in said:
        said["due"] = day(said["due"]) if said["due"] else None
    if "hours" in said:
        said["hours"] = number(said["hours"] or "0")
    return said


def _answer(session: "Session", found: StudyPlan, as_json: bool) -> None:
    """The plan as it stands now."""
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study.plan import revisions  # noqa: PLC0415

    if as_json:
        tell(found.model_dump(mode="json"))
        return
    if not found.items:
        click.echo(_("还没有写 {year} 年的学习计划：可以先看 cadre study plan propose。").format(year=found.year))
        return
    day_ = today_of(session)
    rows = [
        (
            each.id,
            each.content,
            each.work,
            _(terms.KINDS[each.kind]),
            terms.hours(each.hours),
            (each.due.isoformat() if each.due else "") + (_("（过期）") if each.overdue(day_) else ""),
            terms.progress(each.progress),
            each.outcome,
        )
        for each in found.items
    ]
    headings = (_("编号"), _("内容"), _("结合的工作"), _("类别"), _("学时"), _("期限"), _("进度"), _("成效"))
    click.echo(fitting(headings, rows, _("：")))
    for each in found.items:
        for told in revisions(each):
            click.echo(told)
    for one in found.reviews:
        said = _("第 {quarter} 季度回顾（完成 {done}/{of}）：{word}")
        click.echo(said.format(quarter=one.quarter, done=one.done, of=one.of, word=one.word))
