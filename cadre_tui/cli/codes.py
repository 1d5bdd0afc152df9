"""``cadre codes``: activation codes, shown this once, to be handed out on slips."""

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.locale import N_, _
from cadre_tui.model.people import Person, Role

CUT = "- " * 30


@click.command(
    "codes",
    cls=SpokenCommand,
    help=N_("发放激活码：不写编号就发给所有还没有领过的人；写了编号就重新发给这些人，原来的激活码和密码作废"),
)
@click.argument("people", cls=SpokenArgument, metavar=N_("编号…"), nargs=-1)
@AS_JSON
@click.pass_obj
def codes(invocation: Invocation, people: tuple[str, ...], as_json: bool) -> None:
    """Slips to cut apart, by unit as in the roster. The program itself keeps only what proves a code."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    issued = accounts.issue_activation_codes(session, people or None)
    found = {each: accounts.who_is(session.county, each) for each in issued}
    if as_json:
        told = [
            {"id": key, "name": each.name if each else key, "unit": each.unit if each else "", "code": issued[key]}
            for key, each in found.items()
        ]
        tell({"codes": told})
        return
    if not issued:
        click.echo(_("每个人都已经领过激活码或设过密码；丢了、忘了的，写上编号重新发。"))
        return
    for key, each in found.items():
        click.echo(_slip(key, each, issued[key]))
    click.echo(CUT.rstrip())
    click.echo(_("共 {count} 个激活码。每个只显示这一次，请当面交给本人。").format(count=len(issued)), err=True)


def _slip(key: str, person: Person | None, code: str) -> str:
    lines = [CUT.rstrip()]
    if person is not None:
        lines.append(" ".join(part for part in (person.name, person.unit, person.duty) if part))
    lines.append(_("编号：{id}    激活码：{code}").format(id=key, code=code))
    lines.append(_("第一次登录时输入编号和激活码，再设自己的密码。激活码只能用一次，不要给别人看。"))
    return "\n".join(lines)
