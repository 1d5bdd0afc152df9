"""``cadre study hours``: hours of study from elsewhere."""

from datetime import UTC, datetime
from typing import Any

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import KIND, MATTER, PERSON, YEAR, YES, about, day, keeper, number, today_of
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.study.log import HoursEntry

ENTRY = click.argument("entry_id", cls=SpokenArgument, metavar=M_("条目编号"))
WHOSE = click.argument("person", cls=SpokenArgument, metavar=M_("编号"))


@click.group("hours", cls=SpokenGroup, help=N_("集中学习以外的学时：登记，核对，删去"))
def hours() -> None:
    """The noun; its verbs are below."""


@hours.command("add", cls=SpokenCommand, help=N_("登记学时；本人登记的，联络员核对以后才计入"))
@click.argument("title", cls=SpokenArgument, metavar=M_("内容"))
@click.option("--hours", "many", cls=SpokenOption, required=True, metavar=M_("学时"), help=N_("多少学时"))
@click.option("--day", "on", cls=SpokenOption, required=True, metavar=M_("日期"), help=N_("哪一天，或从哪一天起"))
@click.option("--until", cls=SpokenOption, metavar=M_("日期"), help=N_("到哪一天；一天的不写"))
@click.option("--proof", cls=SpokenOption, default="", metavar=M_("凭据"), help=N_("结业证书、学时证明的名称"))
@KIND
@MATTER
@PERSON
@YES
@AS_JSON
@click.pass_obj
def add(
    invocation: Invocation,
    title: str,
    many: str,
    on: str,
    until: str | None,
    proof: str,
    kind: str | None,
    matter: str | None,
    person: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """For oneself, or for somebody whose register one keeps."""
    from cadre_tui.services.study import hours as services  # noqa: PLC0415 - only where somebody acts

    said: dict[str, Any] = {"kind": kind, "matter": matter}
    entry = HoursEntry(
        id="",
        title=title,
        day=day(on),
        until=day(until) if until else None,
        hours=number(many),
        proof=proof,
        at=datetime.now(UTC),
        **{key: value for key, value in said.items() if value is not None},
    )
    session, whom = about(invocation, person) if person is None else (keeper(invocation), person)
    _answer(services.add(session, whom, entry, agreed=yes), as_json)


@hours.command("accept", cls=SpokenCommand, help=N_("凭据看过了，计入"))
@WHOSE
@ENTRY
@YEAR
@AS_JSON
@click.pass_obj
def accept(invocation: Invocation, person: str, entry_id: str, year: int | None, as_json: bool) -> None:
    """Nobody looks at their own proof."""
    from cadre_tui.services.study import hours as services  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    _answer(services.accept(session, year or today_of(session).year, person, entry_id), as_json)


@hours.command("remove", cls=SpokenCommand, help=N_("删去一条：自己登记、还没有核对的；联络员删的要写理由"))
@ENTRY
@click.option("--why", cls=SpokenOption, default="", metavar=M_("理由"), help=N_("为什么删"))
@PERSON
@YEAR
@AS_JSON
@click.pass_obj
def remove(
    invocation: Invocation, entry_id: str, why: str, person: str | None, year: int | None, as_json: bool
) -> None:
    """With a reason, where it counted."""
    from cadre_tui.services.study import hours as services  # noqa: PLC0415 - only where somebody acts

    session, whom = about(invocation, person) if person is None else (keeper(invocation), person)
    _answer(services.remove(session, year or today_of(session).year, whom, entry_id, why), as_json)


def _answer(entry: HoursEntry, as_json: bool) -> None:
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts

    if as_json:
        tell(entry.model_dump(mode="json"))
        return
    told = _("第 {id} 条：{day} {title}，{hours} 学时").format(
        id=entry.id, day=entry.day.isoformat(), title=entry.title, hours=terms.hours(entry.hours)
    )
    click.echo(told + (_("。") if entry.counted else _("，等联络员核对。")))
