"""``cadre account``: how one gets in: one's own password, the lock of an idle terminal, identity from sshd."""

import os
import sys
from pathlib import Path

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import county_of, session_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import data_folder
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role

LARGEST_KEY = 20_000
"""Bytes of a file with a public key."""


@click.command("ssh", cls=SpokenCommand, help=N_("允许（on）或不允许（off）由 sshd 说明登录的是谁；不写就看现在怎样"))
@click.argument("allowed", cls=SpokenArgument, metavar="[on|off]", required=False, type=click.Choice(["on", "off"]))
@AS_JSON
@click.pass_obj
def ssh(invocation: Invocation, allowed: str | None, as_json: bool) -> None:
    """Settle it, or tell it."""
    from cadre_tui.services.people import entry_settings  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    if allowed:
        entry_settings.allow_ssh(session, allowed == "on")
    now = entry_settings.ssh_allowed(session.county)
    if as_json:
        tell({"ssh": now})
    else:
        click.echo(_("由 sshd 说明登录的是谁：允许。") if now else _("由 sshd 说明登录的是谁：不允许。"))


@click.command(
    "ssh-key", cls=SpokenCommand, help=N_("把一个人的公钥写成 authorized_keys 里的一行：只能以他的身份打开程序")
)
@click.argument("person", cls=SpokenArgument, metavar=M_("编号"))
@click.argument("file", cls=SpokenArgument, metavar=M_("公钥文件"), type=click.Path(path_type=Path))
@AS_JSON
@click.pass_obj
def ssh_key(invocation: Invocation, person: str, file: Path, as_json: bool) -> None:
    """Print the line; whoever keeps ``authorized_keys`` adds it there."""
    from cadre_tui.services.people import entry_settings, ssh  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    # sshd hands over no locale: the language is that of whoever makes the line.
    program = [*_program(), "--lang", language(), "--data", str(data_folder(invocation).absolute())]
    program += ["--store", invocation.store] if invocation.store else []
    line = ssh.authorized_line(session, person, _read(file), program)
    if as_json:
        tell({"person": person, "line": line})
        return
    click.echo(line)
    if not entry_settings.ssh_allowed(session.county):
        click.echo(_("现在还不允许由 sshd 说明登录的是谁：要用，请运行 cadre account ssh on。"), err=True)


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as opened:
            return opened.read(LARGEST_KEY)
    except (OSError, UnicodeError):
        raise BadInput("ssh-key-unreadable", file=str(file)) from None


def _program() -> list[str]:
    """How this program is begun, from anywhere."""
    called = Path(sys.argv[0]).absolute()
    return [str(called)] if called.name == "cadre" else [sys.executable, "-m", "cadre_tui"]


@click.command("idle", cls=SpokenCommand, help=N_("多少分钟没有按键就锁屏（0 不锁）；不写就看现在怎样"))
@click.argument("minutes", cls=SpokenArgument, metavar=M_("[分钟]"), required=False, type=int)
@AS_JSON
@click.pass_obj
def idle(invocation: Invocation, minutes: int | None, as_json: bool) -> None:
    """Settle it, or tell it."""
    from cadre_tui.services.people import entry_settings  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    if minutes is not None:
        entry_settings.set_idle_minutes(session, minutes)
    now = entry_settings.idle_minutes(session.county)
    if as_json:
        tell({"minutes": now})
    else:
        click.echo(_("{minutes} 分钟没有按键就锁屏。").format(minutes=f"{now:g}") if now else _("不锁屏。"))


@click.command("password", cls=SpokenCommand, help=N_("改自己的密码：先读一行原来的，再读一行新的"))
@AS_JSON
@click.pass_obj
def password(invocation: Invocation, as_json: bool) -> None:
    """Whoever has a token is known by it; the old password is asked for all the same."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415

    if os.environ.get("CADRE_TOKEN"):
        session = signed_in(invocation)
        old = asking.secret(_("原来的密码："))
    elif invocation.acting:
        county = county_of(invocation)
        old = asking.secret(_("原来的密码："))
        session = accounts.sign_in(county, invocation.acting, old)
    else:
        raise BadInput("acting-missing")
    accounts.change_password(session, old, asking.new_password(_("新密码：")))
    if as_json:
        tell({"person": session.person})
    else:
        click.echo(_("密码改好了。用原来的密码登录的和以前领的登录凭证都已作废。"))
