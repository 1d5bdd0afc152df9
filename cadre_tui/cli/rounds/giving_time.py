"""``cadre round extend`` and ``cadre round reopen``: more time for one person, and what they handed in given back."""

from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.words import terms

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
PERSON = click.option("--person", cls=SpokenOption, required=True, metavar=M_("编号"), help=N_("谁（评价人的编号）"))
PURPOSE = click.option(
    "--purpose",
    cls=SpokenOption,
    type=click.Choice([each.value for each in Purpose]),
    help=N_("哪一类：self 自我检查，peer 评价同事，check 督查；只有一类可以不写"),
)
REASON = click.option("--reason", cls=SpokenOption, required=True, metavar=M_("理由"), help=N_("理由，记入操作记录"))
UNTIL = N_("到什么时候：只写日期是到当天结束，北京时间")


@click.command("extend", cls=SpokenCommand, help=N_("给一个人延期，写明理由"))
@ROUND
@PERSON
@PURPOSE
@click.option("--until", cls=SpokenOption, required=True, metavar=M_("截止时间"), help=UNTIL)
@REASON
@AS_JSON
@click.pass_obj
def extend(
    invocation: Invocation, round_id: str, person: str, purpose: str | None, until: str, reason: str, as_json: bool
) -> None:
    """Others' time stays as it is."""
    from cadre_tui.services.rounds import extending  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.rules import moments  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.rounds.rules import moment as moment_said  # noqa: PLC0415

    moment = moments.until(until)
    session = session_of(invocation, Role.ORGANISER)
    which = _purpose(session, round_id, person, purpose)
    given = extending.extend(session, round_id, person, which, moment, reason)
    if as_json:
        tell({"round": round_id, **given.model_dump(mode="json")})
        return
    click.echo(
        _("{who} 的“{purpose}”延期到 {until}。").format(
            who=person, purpose=terms.purpose(which), until=moment_said(given.until)
        )
    )


@click.command("reopen", cls=SpokenCommand, help=N_("退回一个人已经提交的答卷：写明理由，原件保留，谁也看不到内容"))
@ROUND
@PERSON
@PURPOSE
@click.option("--subject", cls=SpokenOption, metavar=M_("编号"), help=N_("只退回关于这个人的；不写，这一类全部退回"))
@click.option("--until", cls=SpokenOption, metavar=M_("截止时间"), help=UNTIL)
@REASON
@AS_JSON
@click.pass_obj
def reopen(
    invocation: Invocation,
    round_id: str,
    person: str,
    purpose: str | None,
    subject: str | None,
    until: str | None,
    reason: str,
    as_json: bool,
) -> None:
    """What is given back does not count until it is handed in again."""
    from cadre_tui.services.rounds import reopening  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.rules import moments  # noqa: PLC0415 - only where somebody acts

    moment = None if until is None else moments.until(until)
    session = session_of(invocation, Role.ORGANISER)
    which = _purpose(session, round_id, person, purpose)
    count = reopening.reopen(session, round_id, person, which, reason, moment, subject)
    if as_json:
        told = {"round": round_id, "person": person, "purpose": which.value, "reopened": count}
        tell({**told, "until": None if moment is None else moment.isoformat()})
        return
    click.echo(
        _("退回了 {who} 的“{purpose}”{count} 份。重新提交以前不计入；原件保留。").format(
            who=person, purpose=terms.purpose(which), count=count
        )
    )


def _purpose(session: "Session", round_id: str, person: str, named: str | None) -> Purpose:
    """The purpose that was named, or the only one for which something is asked of the person."""
    from cadre_tui.services.rounds import extending  # noqa: PLC0415 - only where somebody acts

    if named is not None:
        return Purpose(named)
    asked = extending.asked_of(session, round_id, person)
    if len(asked) > 1:
        raise BadInput("purpose-needed", who=person, purposes=", ".join(each.value for each in asked))
    return asked[0] if asked else Purpose.SELF
