"""``cadre sign-in``: a token for a script, so that it need not keep a password."""

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import county_of, signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand, SpokenOption
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput


@click.command("sign-in", cls=SpokenCommand, help=N_("登录并领取登录凭证（12 小时内有效），供脚本放入 CADRE_TOKEN"))
@click.option(
    "--activate",
    cls=SpokenOption,
    is_flag=True,
    help=N_("第一次登录：先读一行激活码，再读一行新密码"),
)
@AS_JSON
@click.pass_obj
def sign_in(invocation: Invocation, activate: bool, as_json: bool) -> None:
    """The token alone is printed, so that a script can take it over as it is."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts

    if activate:
        if not invocation.acting:
            raise BadInput("acting-missing")
        county = county_of(invocation)
        code = asking.secret(_("激活码："))
        session = accounts.activate(county, invocation.acting, code, asking.new_password(_("新密码：")))
    else:
        session = signed_in(invocation)
    token = accounts.issue_token(session)
    if as_json:
        tell({"person": session.person, "roles": [role.value for role in accounts.roles(session)], "token": token})
        return
    click.echo(token)
