"""``cadre remedy``: what has to be put right after a round, by whom and by when."""

from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli.acting import session_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.oversight.remedy import Remedy, RemedyLine, RemedyState
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
REMEDY = click.argument("remedy_id", cls=SpokenArgument, metavar=M_("事项编号"))
NOTE = click.option("--note", cls=SpokenOption, required=True, metavar=M_("说明"), help=N_("办了什么，或者为什么"))


@click.group("remedy", cls=SpokenGroup, help=N_("整改清单：列事项、定责任人和期限，报告、核查、销号"))
def remedy() -> None:
    """The noun; its verbs are below."""


@remedy.command("list", cls=SpokenCommand, help=N_("看一轮的整改清单和以前各轮的：责任人看自己的，联络员看本单位的"))
@ROUND
@click.option("--own", cls=SpokenOption, is_flag=True, help=N_("只看自己负责的"))
@AS_JSON
@click.pass_obj
def list_(invocation: Invocation, round_id: str, own: bool, as_json: bool) -> None:
    """What is left to do first."""
    from cadre_tui.services.oversight import remedy_pages  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.county import remedies as words  # noqa: PLC0415

    session = session_of(invocation, Role.CADRE) if own else _watching(invocation)
    page = remedy_pages.page(session, round_id)
    if as_json:
        told = {
            name: [_line(each) for each in lines] for name, lines in (("items", page.lines), ("former", page.former))
        }
        tell({"round": page.round, "mock": page.mock, **told})
        return
    for former in (False, True):
        shown = words.table(page, former=former)
        if shown.rows:
            click.echo(f"{shown.title}\n{fitting(shown.headings, shown.rows, _('：'))}\n")
    click.echo(words.counted(page))


@remedy.command("new", cls=SpokenCommand, help=N_("列一项整改：组织者列全县和各单位的，联络员列本单位的"))
@ROUND
@click.option("--text", cls=SpokenOption, required=True, metavar=M_("内容"), help=N_("要整改什么"))
@click.option("--owner", cls=SpokenOption, required=True, metavar=M_("编号"), help=N_("责任人的编号，或者姓名"))
@click.option("--due", cls=SpokenOption, required=True, metavar=M_("日期"), help=N_("期限，如 2026-12-20"))
@click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("哪个单位的；不写是全县的"))
@click.option("--criterion", cls=SpokenOption, metavar=M_("考评表编号/考评项编号"), help=N_("从哪一项来；可以不写"))
@AS_JSON
@click.pass_obj
def new(
    invocation: Invocation,
    round_id: str,
    text: str,
    owner: str,
    due: str,
    unit: str | None,
    criterion: str | None,
    as_json: bool,
) -> None:
    """For an organiser, or a clerk for their own units."""
    from cadre_tui.services.oversight import remedies as service  # noqa: PLC0415 - only where somebody acts

    session = _managing(invocation)
    unit_id = _unit(session, round_id, unit) if unit else ""
    called = service.owner_called(session, round_id, unit_id, owner)
    made = service.make(session, round_id, text, called, service.day(due), unit=unit_id, criterion=criterion or "")
    _tell(made, as_json, _("已列入整改清单：{id}。责任人在首页看到。"))


@remedy.command("report", cls=SpokenCommand, help=N_("责任人报告办到哪一步"))
@ROUND
@REMEDY
@click.option("--done", cls=SpokenOption, is_flag=True, help=N_("已经整改，请核查；不写是正在整改"))
@NOTE
@AS_JSON
@click.pass_obj
def report(invocation: Invocation, round_id: str, remedy_id: str, done: bool, note: str, as_json: bool) -> None:
    """For its owner."""
    from cadre_tui.services.oversight import remedies as service  # noqa: PLC0415 - only where somebody acts

    session = signed_in(invocation)
    state = RemedyState.REPORTED if done else RemedyState.WORKING
    _tell(service.report(session, round_id, remedy_id, state, note), as_json, _("已记下：{id}。"))


@remedy.command("judge", cls=SpokenCommand, help=N_("核查一项：销号、退回或者撤销；责任人不能核查自己的"))
@ROUND
@REMEDY
@click.option(
    "--verdict",
    cls=SpokenOption,
    required=True,
    type=click.Choice(["settled", "working", "dropped"]),
    help=N_("settled 销号，working 退回继续整改，dropped 撤销"),
)
@NOTE
@AS_JSON
@click.pass_obj
def judge(invocation: Invocation, round_id: str, remedy_id: str, verdict: str, note: str, as_json: bool) -> None:
    """For whoever may make items."""
    from cadre_tui.services.oversight import remedies as service  # noqa: PLC0415 - only where somebody acts

    done = service.judge(_managing(invocation), round_id, remedy_id, RemedyState(verdict), note)
    _tell(done, as_json, _("已记下：{id}。"))


@remedy.command("hand-over", cls=SpokenCommand, help=N_("换责任人、改期限，写明理由"))
@ROUND
@REMEDY
@click.option("--owner", cls=SpokenOption, metavar=M_("编号"), help=N_("新的责任人"))
@click.option("--due", cls=SpokenOption, metavar=M_("日期"), help=N_("新的期限"))
@NOTE
@AS_JSON
@click.pass_obj
def hand_over(
    invocation: Invocation,
    round_id: str,
    remedy_id: str,
    owner: str | None,
    due: str | None,
    note: str,
    as_json: bool,
) -> None:
    """For whoever may make items."""
    from cadre_tui.services.oversight import remedies as service  # noqa: PLC0415 - only where somebody acts

    session = _managing(invocation)
    unit = service.find(session.county, round_id, remedy_id).unit
    called = service.owner_called(session, round_id, unit, owner) if owner else None
    until = service.day(due) if due else None
    done = service.hand_over(session, round_id, remedy_id, note, owner=called, due=until)
    _tell(done, as_json, _("已记下：{id}。"))


def _watching(invocation: Invocation) -> "Session":
    return _in(signed_in(invocation), (Role.ORGANISER, Role.SUPERVISOR, Role.CLERK))


def _managing(invocation: Invocation) -> "Session":
    return _in(signed_in(invocation), (Role.ORGANISER, Role.CLERK))


def _in(session: "Session", roles: tuple[Role, ...]) -> "Session":
    """The session in the first of these roles that the person has; else as it began."""
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts

    found = next((each for each in roles if each in session.roles), None)
    return session if found is None else act_as(session, found)


def _unit(session: "Session", round_id: str, wanted: str) -> str:
    """The id of the unit of that id or name; what is none is left to the service."""
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415 - only where somebody acts

    units = find(session.county, round_id).roster.units
    return next((each.id for each in units if wanted in (each.id, each.name)), wanted)


def _tell(done: Remedy, as_json: bool, sentence: str) -> None:
    if as_json:
        tell(done.model_dump(mode="json"))
    else:
        click.echo(sentence.format(id=done.id))


def _line(each: RemedyLine) -> dict[str, Any]:
    told = each.remedy.model_dump(mode="json")
    return {**told, "owner_name": each.owner, "unit_name": each.unit or None, "about": texts(each.about)}
