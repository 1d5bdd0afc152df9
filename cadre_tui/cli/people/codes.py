"""``cadre codes``: activation codes, shown this once, to be handed out on slips."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Person, Role

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

CUT = "- " * 30


@click.command(
    "codes",
    cls=SpokenCommand,
    help=N_("发放激活码：不写编号就发给所有还没有领过的人；写了编号就重新发给这些人，原来的激活码和密码作废"),
)
@click.argument("people", cls=SpokenArgument, metavar=M_("编号…"), nargs=-1)
@click.option(
    "--to",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("写成可打印裁开的网页文件（如 激活码.html）"),
)
@AS_JSON
@click.pass_obj
def codes(invocation: Invocation, people: tuple[str, ...], to: Path | None, as_json: bool) -> None:
    """Slips to cut apart, by unit as in the roster. The program itself keeps only what proves a code."""
    issue(session_of(invocation, Role.ORGANISER), people, to, as_json)


def issue(session: "Session", people: tuple[str, ...], to: Path | None, as_json: bool) -> None:
    """Issue codes and hand them out: on the screen, as JSON, or into a file to print."""
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts

    if to is not None:
        _into(session, people, to, as_json)
        return
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
        _nobody()
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


def _into(session: "Session", people: tuple[str, ...], to: Path, as_json: bool) -> None:
    from cadre_tui.services.people import accounts  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.people.slips_file import new_file  # noqa: PLC0415
    from cadre_tui.words.people import slips  # noqa: PLC0415

    with new_file(to) as file:
        issued = accounts.issue_activation_codes(session, people or None)
        file.write(slips.page(accounts.slips_of(session, issued), accounts.county_name(session.county)))
    if not issued:
        to.unlink()
    if as_json:
        tell({"count": len(issued), "file": str(to) if issued else None})
    elif issued:
        told = _("共 {count} 个激活码，写在 {file}：打印以后请删去这个文件，条子当面交给本人。")
        click.echo(told.format(count=len(issued), file=to))
    else:
        _nobody()


def _nobody() -> None:
    click.echo(_("每个人都已经领过激活码或设过密码；丢了、忘了的，写上编号重新发。"))
