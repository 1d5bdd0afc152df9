"""``cadre account``: who may sign in, and as what."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.model.people.account import AccountLine

LAZY = {
    "ssh": "cadre_tui.cli.people.account_entry:ssh",
    "ssh-key": "cadre_tui.cli.people.account_entry:ssh_key",
    "idle": "cadre_tui.cli.people.account_entry:idle",
    "password": "cadre_tui.cli.people.account_entry:password",
    "outbox": "cadre_tui.cli.people.account_outbox:outbox",
}
GIVEN = click.Choice([Role.ORGANISER.value, Role.CLERK.value, Role.SUPERVISOR.value])


@click.group("account", cls=SpokenGroup, lazy=LAZY, help=N_("账号：身份、登录等待、密码和登录方式"))
def account() -> None:
    """The noun; its verbs are below and in ``account_entry``."""


PERSON = click.argument("person", cls=SpokenArgument, metavar=M_("编号"))
ROLE = click.argument("role", cls=SpokenArgument, metavar=M_("身份"), type=GIVEN)
UNIT = click.option(
    "--unit",
    "units",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("单位"),
    help=N_("哪个单位的联络员，可以写几次"),
)


@account.command("list", cls=SpokenCommand, help=N_("列出账号：身份，能不能登录，要不要等待"))
@click.option(
    "--role", cls=SpokenOption, type=click.Choice([each.value for each in Role]), help=N_("只列有这个身份的")
)
@click.option("--waiting", cls=SpokenOption, is_flag=True, help=N_("只列连续输错、正在等待的"))
@AS_JSON
@click.pass_obj
def list_(invocation: Invocation, role: str | None, waiting: bool, as_json: bool) -> None:
    """All accounts, or some."""
    from cadre_tui.services.people.account_list import accounts  # noqa: PLC0415 - only where somebody acts

    found = [
        each
        for each in accounts(session_of(invocation, Role.ORGANISER))
        if (role is None or Role(role) in each.roles) and (each.wait or not waiting)
    ]
    if as_json:
        tell({"accounts": [_as_json(each) for each in found]})
    elif found:
        click.echo(_table(found))
    else:
        click.echo(_("没有这样的账号。"))


@account.command("show", cls=SpokenCommand, help=N_("看一个人的账号"))
@PERSON
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, person: str, as_json: bool) -> None:
    """One account."""
    from cadre_tui.services.people.account_list import account_of  # noqa: PLC0415

    _tell_account(account_of(session_of(invocation, Role.ORGANISER), person), as_json)


@account.command("grant", cls=SpokenCommand, help=N_("授予身份：organiser 组织者、clerk 单位联络员、supervisor 督查"))
@PERSON
@ROLE
@UNIT
@click.option(
    "--name",
    cls=SpokenOption,
    default="",
    metavar=M_("姓名"),
    help=N_("不在花名册里的人，写上姓名建账号"),
)
@AS_JSON
@click.pass_obj
def grant(invocation: Invocation, person: str, role: str, units: tuple[str, ...], name: str, as_json: bool) -> None:
    """Give a role."""
    from cadre_tui.services.people import account_list, roles  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    roles.grant(session, person, Role(role), units, name.strip())
    _tell_account(account_list.account_of(session, person), as_json)


@account.command("revoke", cls=SpokenCommand, help=N_("收回身份：他的登录立即结束；单位联络员可以只收回几个单位"))
@PERSON
@ROLE
@UNIT
@AS_JSON
@click.pass_obj
def revoke(invocation: Invocation, person: str, role: str, units: tuple[str, ...], as_json: bool) -> None:
    """Take a role away; somebody who takes their own does not look at accounts any more."""
    from cadre_tui.services.people import account_list, roles  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    roles.revoke(session, person, Role(role), units)
    if session.person != person:
        _tell_account(account_list.account_of(session, person), as_json)
    elif as_json:
        tell({"person": person, "revoked": role})
    else:
        click.echo(_("已经收回，请重新登录。"))


@account.command("unlock", cls=SpokenCommand, help=N_("解除一个人连续输错以后的等待"))
@PERSON
@AS_JSON
@click.pass_obj
def unlock(invocation: Invocation, person: str, as_json: bool) -> None:
    """Lift a wait."""
    from cadre_tui.services.people import account_list, lockout  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    account_list.account_of(session, person)
    had_to = lockout.lift(session, person)
    if as_json:
        tell({"person": person, "waited": had_to})
    else:
        click.echo(_("可以马上登录了。") if had_to else _("他本来就不用等。"))


@account.command(
    "reset", cls=SpokenCommand, help=N_("重设：原来的密码作废、登录结束，另发一个激活码（只显示这一次）")
)
@PERSON
@click.option(
    "--to",
    "to",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("写成可打印的网页文件"),
)
@AS_JSON
@click.pass_obj
def reset(invocation: Invocation, person: str, to: Path | None, as_json: bool) -> None:
    """The same as ``cadre codes PERSON``, where one looks for it."""
    from cadre_tui.cli.people.codes import issue  # noqa: PLC0415

    issue(session_of(invocation, Role.ORGANISER), (person,), to, as_json)


def _tell_account(line: "AccountLine", as_json: bool) -> None:
    if as_json:
        tell(_as_json(line))
    else:
        click.echo(_table([line]))


def _as_json(line: "AccountLine") -> dict[str, object]:
    return {
        "person": line.person,
        "name": line.name,
        "unit": line.unit,
        "roles": [each.value for each in line.roles],
        "units": list(line.units),
        "entry": line.entry.value,
        "wait": line.wait.total_seconds(),
    }


def _table(lines: "list[AccountLine]") -> str:
    from cadre_tui.words.people import accounts as words  # noqa: PLC0415

    headings = (_("编号"), _("姓名"), _("单位"), _("身份"), _("登录"))
    rows = [(each.person, each.name, each.unit, words.roles(each), words.entry(each)) for each in lines]
    return fitting(headings, rows, _("："))
