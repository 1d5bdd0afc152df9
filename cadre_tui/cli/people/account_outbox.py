"""``cadre account outbox``: where cadres' own documents are put."""

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.people.person import Role

DEFAULT = "default"


@click.command(
    "outbox",
    cls=SpokenCommand,
    help=N_("干部自己导出的材料放在哪个文件夹（off 不让导出，default 放在数据文件夹里）；不写就看现在怎样"),
)
@click.argument("place", cls=SpokenArgument, metavar=M_("[文件夹|off|default]"), required=False)
@AS_JSON
@click.pass_obj
def outbox(invocation: Invocation, place: str | None, as_json: bool) -> None:
    """Settle it, or tell it."""
    from cadre_tui.services.documents import outbox as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    if place is not None:
        service.set_outbox(session, "" if place == DEFAULT else place)
    now = service.outbox(session.county)
    if as_json:
        tell({"outbox": None if now is None else str(now)})
    elif now is None:
        click.echo(_("干部不能自己导出材料。"))
    else:
        click.echo(_("干部自己导出的材料放在 {folder}，一人一个文件夹。").format(folder=now))
