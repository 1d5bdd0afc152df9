"""``cadre plan``: what a cadre makes of a result: proposals, items, and what became of them. One's own alone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.oversight.appeals import CRITERION, split
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption, TextOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.fault import BadInput
from cadre_tui.model.growth.plan import Followed, Plan, PlanItem, Proposal
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
ITEM = click.argument("item_id", cls=SpokenArgument, metavar=M_("条目编号"))
WORK = click.option("--work", cls=TextOption, metavar=M_("工作"), help=N_("结合哪一项工作"))
BY = click.option("--by", cls=SpokenOption, metavar=M_("日期"), help=N_("到哪一天，如 2026-12-31"))
PROOF = click.option("--proof", cls=TextOption, metavar=M_("凭据"), help=N_("拿什么看得出做到了"))
WHAT = click.option("--what", cls=TextOption, metavar=M_("事情"), help=N_("要做什么"))
ABOUT = click.option("--criterion", cls=SpokenOption, metavar=CRITERION, help=N_("就哪一个考评项"))


@click.group("plan", cls=SpokenGroup, help=N_("改进计划：看自己的、写、说做得怎样；别的谁也看不到"))
def plan() -> None:
    """The noun; its verbs are below."""


@plan.command("show", cls=SpokenCommand, help=N_("看自己的改进计划和每一条做得怎样"))
@ROUND
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """With what was said of each item."""
    from cadre_tui.services.growth import plans  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.CADRE)
    _answer(session, plans.plan(session, round_id), as_json)


@plan.command("propose", cls=SpokenCommand, help=N_("从盲点、短板和没做完的，看可以改进什么"))
@ROUND
@AS_JSON
@click.pass_obj
def propose(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """What ``add --proposal`` begins with, by number."""
    from cadre_tui.services.growth.proposing import proposals  # noqa: PLC0415 - only where somebody acts

    found = proposals(session_of(invocation, Role.CADRE), round_id)
    if as_json:
        tell({"round": round_id, "proposals": [_proposal_json(each) for each in found]})
        return
    click.echo(_proposed(found) if found else _("没有可以提的：没有盲点，也没有短板。"))


@plan.command("add", cls=SpokenCommand, help=N_("在改进计划里写一条；--proposal 从 propose 的第几条起步"))
@ROUND
@click.option("--proposal", cls=SpokenOption, type=click.IntRange(1), metavar=M_("第几条"), help=N_("从哪一条起步"))
@ABOUT
@WHAT
@WORK
@BY
@PROOF
@AS_JSON
@click.pass_obj
def add(
    invocation: Invocation,
    round_id: str,
    proposal: int | None,
    criterion: str | None,
    what: str | None,
    work: str | None,
    by: str | None,
    proof: str | None,
    as_json: bool,
) -> None:
    """What is written beats what is proposed."""
    from cadre_tui.services.growth import plans  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.growth.proposing import proposals  # noqa: PLC0415
    from cadre_tui.words.growth import quadrants as words  # noqa: PLC0415

    session = session_of(invocation, Role.CADRE)
    item = PlanItem(id=plans.free_id(plans.plan(session, round_id)), what="")
    if proposal is not None:
        found = proposals(session, round_id)
        if proposal > len(found):
            raise BadInput("plan-no-proposal", number=proposal, count=len(found))
        item = found[proposal - 1].item(item.id, words.proposed(found[proposal - 1]))
    fresh = item.model_copy(update=_said(criterion, what, work, by, proof))
    _answer(session, plans.put(session, round_id, fresh), as_json)


@plan.command("change", cls=SpokenCommand, help=N_('改一条：写了哪一格改哪一格，写空的（""）清掉'))
@ROUND
@ITEM
@ABOUT
@WHAT
@WORK
@BY
@PROOF
@AS_JSON
@click.pass_obj
def change(
    invocation: Invocation,
    round_id: str,
    item_id: str,
    criterion: str | None,
    what: str | None,
    work: str | None,
    by: str | None,
    proof: str | None,
    as_json: bool,
) -> None:
    """What is not named stays."""
    from cadre_tui.services.growth import plans  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.CADRE)
    item = plans.item(plans.plan(session, round_id), item_id)
    fresh = item.model_copy(update=_said(criterion, what, work, by, proof))
    _answer(session, plans.put(session, round_id, fresh), as_json)


@plan.command("remove", cls=SpokenCommand, help=N_("删去一条"))
@ROUND
@ITEM
@AS_JSON
@click.pass_obj
def remove(invocation: Invocation, round_id: str, item_id: str, as_json: bool) -> None:
    """One item less."""
    from cadre_tui.services.growth import plans  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.CADRE)
    _answer(session, plans.drop(session, round_id, item_id), as_json)


@plan.command("follow", cls=SpokenCommand, help=N_("说一条做得怎样：done 做到了，partly 做了一部分，not 没有做"))
@ROUND
@ITEM
@click.argument("how", cls=SpokenArgument, metavar=M_("怎样"), type=click.Choice([each.value for each in Followed]))
@click.option("--word", cls=SpokenOption, default="", metavar=M_("一句话"), help=N_("补充一句"))
@AS_JSON
@click.pass_obj
def follow(invocation: Invocation, round_id: str, item_id: str, how: str, word: str, as_json: bool) -> None:
    """The next self-assessment asks for it; it may be said before."""
    from cadre_tui.services.growth import plans  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.CADRE)
    _answer(session, plans.follow(session, round_id, item_id, Followed(how), word), as_json)


def _said(
    criterion: str | None, what: str | None, work: str | None, by: str | None, proof: str | None
) -> Mapping[str, Any]:
    """What was written, by field."""
    said: dict[str, Any] = {"what": what, "work": work, "proof": proof}
    said = {key: value for key, value in said.items() if value is not None}
    if by is not None:
        said["by"] = _day(by) if by else None
    if criterion is not None:
        said["checklist"], said["criterion"] = split(criterion) if criterion else ("", "")
    return said


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise BadInput("plan-day-unreadable", written=written) from None


def _answer(session: "Session", found: Plan, as_json: bool) -> None:
    """The plan as it stands now."""
    from cadre_tui.services.growth.reading import today  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.growth import quadrants as words  # noqa: PLC0415

    if as_json:
        tell(found.model_dump(mode="json", exclude={"title": True, "mock": True, "seen": True}))
        return
    if not found.items:
        click.echo(_("还没有写改进计划：可以先看 cadre plan propose {round}。").format(round=found.round))
        return
    day = today(session.county)
    headings = (_("编号"), _("要做什么"), _("结合的工作"), _("到什么时候"), _("凭据"), _("做得怎样"))
    rows = [
        (each.id, each.what, each.work, words.until(each, day), each.proof, words.followed(each.followed))
        for each in found.items
    ]
    click.echo(fitting(headings, rows, _("：")))


def _proposed(found: Sequence[Proposal]) -> str:
    from cadre_tui.words.growth import quadrants as words  # noqa: PLC0415 - only where somebody acts

    headings = (_("第几条"), _("来由"), _("考评项"), _("可以做什么"), _("到什么时候"))
    rows = [
        (
            str(number),
            _(words.ORIGINS[each.origin]),
            each.about.say(language()) if each.about else "",
            words.proposed(each),
            each.by.isoformat(),
        )
        for number, each in enumerate(found, 1)
    ]
    return fitting(headings, rows, _("："))


def _proposal_json(each: Proposal) -> dict[str, Any]:
    told = each.model_dump(mode="json", exclude={"about", "what"})
    return {**told, "about": texts(each.about), "what": texts(each.what)}
