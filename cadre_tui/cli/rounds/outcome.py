"""``cadre round outcome`` and ``cadre round decide``: how grades come about, and what people decide."""

from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import overseeing
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import number, person, tell, texts
from cadre_tui.cli.rounds.looking import YES_LOOK, agree_to_look
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting, table
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.results.looking import Look
from cadre_tui.model.results.outcome import Case, Line, Outcome
from cadre_tui.words.results import outcome as words
from cadre_tui.words.rounds.counting import referral
from cadre_tui.words.rounds.title import round_title

if TYPE_CHECKING:
    from cadre_tui.model.rounds.round import Round
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))


@click.command(
    "outcome",
    cls=SpokenCommand,
    help=N_("公布前看等次的形成：名额线、总分并列的、提请研究的、校正前后等次不同的；看过才能公布"),
)
@ROUND
@click.option("--all", "everybody", cls=SpokenOption, is_flag=True, help=N_("连每个人的总分和等次一起列出"))
@YES_LOOK
@AS_JSON
@click.pass_obj
def outcome(invocation: Invocation, round_id: str, everybody: bool, yes: bool, as_json: bool) -> None:
    """The lines of the quota, the cases, and how many wait. What a look settles is told and asked first."""
    from cadre_tui.services.results.outcome.working_out import outcome as service  # noqa: PLC0415 - only where somebody acts

    session = overseeing(invocation)
    agree_to_look(session, round_id, Look.OUTCOME, yes=yes)
    found = service(session, round_id)
    if as_json:
        tell(_as_json(found))
        return
    parts = [round_title(found.title, found.mock), "\n".join(words.line_told(each, found) for each in found.lines)]
    if found.cases:
        parts.append(_cases(found))
    if everybody:
        parts.append(_standings(found))
    parts.append(words.waiting_told(found))
    if found.waiting:
        parts.append(
            _("办理：cadre round decide {round} --subject 编号 --grade 等次 --reason 理由").format(round=found.round)
        )
    click.echo("\n\n".join(part for part in parts if part))


def _cases(found: Outcome) -> str:
    rows = [
        (
            each.unit,
            each.subject.id,
            each.subject.name,
            _total(each),
            each.earned.say(language()) if each.earned else "",
            words.causes_told(each),
            words.state_told(each),
        )
        for each in found.cases
    ]
    heads = (_("单位"), _("编号"), _("姓名"), _("总分"), _("按分数"), _("为什么"), _("决定"))
    return fitting(heads, rows, _("："))


def _standings(found: Outcome) -> str:
    rows = [
        (
            each.unit,
            each.subject.id,
            each.subject.name,
            _("无") if each.total is None else str(each.total),
            each.grade.say(language()) if each.grade else _("待决定") if each.earned else "",
        )
        for each in found.standings
    ]
    return table((_("单位"), _("编号"), _("姓名"), _("总分"), _("等次")), rows)


def _total(each: Case) -> str:
    return _("无") if each.total is None else str(each.total)


def _as_json(found: Outcome) -> dict[str, Any]:
    return {
        "round": found.round,
        "mock": found.mock,
        "quota": texts(found.quota),
        "lines": [_line_json(each) for each in found.lines],
        "cases": [
            {
                "subject": {**person(each.subject), "unit": each.unit},
                "causes": [cause.value for cause in each.causes],
                "referred": [referral(rule, each.options) for rule in each.referred],
                "total": number(each.total),
                "earned": texts(each.earned),
                "adjusted": texts(each.adjusted),
                "grade": texts(each.grade),
                "waiting": each.waiting,
                "ruling": None
                if each.ruling is None
                else {"grade": each.ruling.grade, "reason": each.ruling.reason, "by": each.ruling.by},
            }
            for each in found.cases
        ],
        "standings": [
            {
                "subject": {**person(each.subject), "unit": each.unit},
                "total": number(each.total),
                "earned": texts(each.earned),
                "grade": texts(each.grade),
            }
            for each in found.standings
        ],
        "waiting": found.waiting,
    }


def _line_json(each: Line) -> dict[str, Any]:
    return {
        "unit": each.name or None,
        "people": each.people,
        "places": each.places,
        "reached": each.reached,
        "cut": number(each.cut),
        "tied": list(each.tied),
        "left": each.left,
    }


@click.command(
    "decide",
    cls=SpokenCommand,
    help=N_("研究决定一个人的等次（总分并列、提请研究、校正前后等次不同的），写明理由，记入操作记录"),
)
@ROUND
@click.option("--subject", cls=SpokenOption, required=True, metavar=M_("编号"), help=N_("被评人"))
@click.option("--grade", cls=SpokenOption, required=True, metavar=M_("等次"), help=N_("规则里等次的名称或 code"))
@click.option(
    "--reason",
    cls=SpokenOption,
    required=True,
    metavar=M_("理由"),
    help=N_("为什么这样定；本人看得到，记入操作记录"),
)
@AS_JSON
@click.pass_obj
def decide(invocation: Invocation, round_id: str, subject: str, grade: str, reason: str, as_json: bool) -> None:
    """The figures stay as they are; the grade is what was decided."""
    from cadre_tui.services.results.outcome.deciding import decide as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415

    session = overseeing(invocation)
    settled = service(session, round_id, subject, grade, reason)
    code = settled.rulings[subject].grade
    if as_json:
        tell({"round": round_id, "subject": subject, "grade": code, "waiting": len(settled.waiting)})
        return
    grades = {each.code: each.text.say(language()) for each in find(session.county, round_id).rules.grade}
    click.echo(
        _("定好了：{who} 的等次是 {grade}。还有 {count} 人要决定。").format(
            who=subject, grade=grades[code], count=len(settled.waiting)
        )
    )


def work_out_before_publishing(session: "Session", held: "Round", *, seen: bool) -> None:
    """Work the outcome out where more than one's own figures makes the grades; what waits is told.

    From a script where ``seen`` says that they know, or where nothing but an adjusted figure asks for it and to look
    settles nothing: what does not differ needs nobody.
    """
    from cadre_tui.services.results.looking import would_settle  # noqa: PLC0415
    from cadre_tui.services.results.outcome.working_out import outcome as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.outcome_asked import asks_outcome  # noqa: PLC0415
    from cadre_tui.services.rounds.settled import has_outcome  # noqa: PLC0415

    by_itself = not has_outcome(held.rules) and would_settle(session, held.id, Look.OUTCOME) is None
    if (seen or asking.at_a_terminal() or by_itself) and asks_outcome(session.county, held):
        click.echo(words.waiting_told(service(session, held.id)), err=True)
