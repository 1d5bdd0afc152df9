"""``cadre ssh-entry``: the forced command of sshd, which has proved whose key it is. Nothing that a person runs."""

import os
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.app import open_signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.places import store_url
from cadre_tui.cli.spoken import SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_
from cadre_tui.model.fault import NotPermitted

if TYPE_CHECKING:
    from cadre_tui.services.session import Session


@click.command(
    "ssh-entry", cls=SpokenCommand, hidden=True, help=N_("由 sshd 的强制命令运行：以公钥主人的身份打开界面，不问密码")
)
@click.option("--person", cls=SpokenOption, required=True, metavar=M_("编号"), help=N_("公钥是谁的"))
@click.pass_obj
def ssh_entry(invocation: Invocation, person: str) -> int:
    """Open the app as the person whom ``authorized_keys`` names.

    Who may write there, and who owns the data, is one account: whoever does not own the folder is not let in. What
    the other side asked to be run is never run.
    """
    if os.environ.get("SSH_ORIGINAL_COMMAND"):
        raise NotPermitted("ssh-no-command")
    if not _owns(invocation):
        raise NotPermitted("ssh-not-owner")
    return open_signed_in(invocation, _enter(invocation, person))


def _owns(invocation: Invocation) -> bool:
    from cadre_tui.services.people.ssh import owns  # noqa: PLC0415 - only where somebody may enter

    return owns(store_url(invocation), os.geteuid())


def _enter(invocation: Invocation, person: str) -> "Session":
    from cadre_tui.cli.acting import county_of  # noqa: PLC0415 - only where somebody may enter
    from cadre_tui.services.people.ssh import enter  # noqa: PLC0415

    return enter(county_of(invocation), person)
