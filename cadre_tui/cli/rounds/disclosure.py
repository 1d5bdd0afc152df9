"""``cadre round disclosure`` and ``cadre round raw``: what could tell who gave what, and who did."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import number, person, tell, texts
from cadre_tui.cli.rounds.looking import YES_LOOK, agree_to_look
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.disclosure import Finding
from cadre_tui.model.results.looking import Look
from cadre_tui.model.results.result import Vote
from cadre_tui.words import secrecy as words

if TYPE_CHECKING:
    from cadre_tui.model.rounds.round import Round
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))


@click.command(
    "disclosure",
    cls=SpokenCommand,
    help=N_("公布前的保密检查：列出会让人看出是谁评的数、为什么、怎么处理；看过以后对同事的答卷不再增减"),
)
@ROUND
@YES_LOOK
@AS_JSON
@click.pass_obj
def disclosure(invocation: Invocation, round_id: str, yes: bool, as_json: bool) -> None:
    """Every finding, person by person: a condition of publishing a confidential round. From then on answers stand."""
    from cadre_tui.services.results import disclosure as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    agree_to_look(session, round_id, Look.DISCLOSURE, yes=yes)
    found = service.check(session, round_id)
    if as_json:
        tell({"round": round_id, "findings": [_finding_json(each) for each in found]})
        return
    if found:
        click.echo(_findings_table(found) + "\n")
    click.echo(words.counted(found))


def look_before_publishing(session: "Session", held: "Round", *, seen: bool, yes: bool) -> None:
    """Show an organiser at a terminal what the check finds; from a script only where ``seen`` says that they know."""
    from cadre_tui.services.results import disclosure as service  # noqa: PLC0415 - only where somebody acts

    if not held.rules.confidential or not (seen or asking.at_a_terminal()):
        return
    agree_to_look(session, held.id, Look.DISCLOSURE, yes=seen or yes)
    found = service.check(session, held.id)
    click.echo(words.counted(found), err=True)
    if found and not seen:
        click.echo(_findings_table(found), err=True)


def _findings_table(found: tuple[Finding, ...]) -> str:
    said = language()
    rows = [
        (
            each.unit,
            each.subject.name,
            each.title.say(said),
            words.figure_of(each, said),
            words.reason_of(each),
            words.done_about(each),
        )
        for each in found
    ]
    return fitting((_("单位"), _("姓名"), _("考评表"), _("哪个数"), _("为什么"), _("怎么处理")), rows, _("："))


def _finding_json(each: Finding) -> dict[str, Any]:
    return {
        "subject": each.subject.id,
        "name": each.subject.name,
        "unit": each.unit,
        "checklist": each.checklist,
        "figure": each.figure.value,
        "criterion": each.criterion,
        "groups": [texts(group) for group in each.groups],
        "why": each.why.value,
        "done": each.done.value,
    }


@click.command(
    "raw",
    cls=SpokenCommand,
    help=N_("两个人一同登录，打开保密轮次里一个人的原始评分；先读组织者的密码，再读另一人的，记入操作记录"),
)
@ROUND
@click.option("--subject", cls=SpokenOption, metavar=M_("编号"), required=True, help=N_("被评人"))
@click.option(
    "--with",
    "second",
    cls=SpokenOption,
    metavar=M_("编号"),
    required=True,
    help=N_("另一位组织者，或者督查"),
)
@click.option("--reason", cls=SpokenOption, metavar=M_("理由"), required=True, help=N_("为什么要打开，记入操作记录"))
@AS_JSON
@click.pass_obj
def raw(invocation: Invocation, round_id: str, subject: str, second: str, reason: str, as_json: bool) -> None:
    """Who gave what: the second person signs in here, whatever the first one's token says."""
    from cadre_tui.services.results import raw as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    password = asking.secret(_("{who} 的密码：").format(who=second))
    found = service.open_with(session, second, password, round_id, subject, reason)
    if as_json:
        tell({"round": round_id, "subject": subject, "votes": [vote_json(each) for each in found]})
        return
    click.echo(votes_table(found) if found else _("没有人评过。"))


def votes_table(found: Sequence[Vote]) -> str:
    """Who gave what, a line a criterion and rater."""
    said = language()
    rows = [
        (
            each.text.say(said),
            each.rater.name,
            each.group.say(said) if each.group else "",
            "·" if each.score is None else str(each.score),
            " ".join(each.reason.split()),
        )
        for each in found
    ]
    return fitting((_("考评项"), _("评价人"), _("评价主体"), _("评分"), _("理由")), rows, _("："))


def vote_json(each: Vote) -> dict[str, Any]:
    """One vote."""
    return {
        "rater": person(each.rater),
        "code": each.code,
        "group": texts(each.group),
        "checklist": each.checklist,
        "criterion": each.criterion,
        "score": number(each.score),
        "points": number(each.points),
        "reason": each.reason,
    }
