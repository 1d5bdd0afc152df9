"""``cadre roster``: who there is in the county."""

from pathlib import Path

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.people.roster_words import as_json as change_as_json
from cadre_tui.cli.people.roster_words import told
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role

LAZY = {
    "show": "cadre_tui.cli.people.roster_past:show",
    "history": "cadre_tui.cli.people.roster_past:history",
}


@click.group("roster", cls=SpokenGroup, lazy=LAZY, help=N_("花名册：导入，查看，变动记录"))
def roster() -> None:
    """The noun; its verbs are below and in ``roster_past``."""


@roster.command("import", cls=SpokenCommand, help=N_("导入花名册（.xlsx 或 .csv）：先看会改什么，同意后整份写入"))
@click.argument("file", cls=SpokenArgument, metavar=M_("花名册文件"), type=click.Path(path_type=Path))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接写入"))
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看会改什么，不写入"))
@AS_JSON
@click.pass_obj
def import_(invocation: Invocation, file: Path, yes: bool, dry_run: bool, as_json: bool) -> None:
    """Show the change, ask, then do it whole or not at all."""
    from cadre_tui.services.people.roster import compare, import_roster  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    change = compare(session, file)
    if not as_json:
        click.echo(told(change))
    if not dry_run:
        if not yes and not asking.agreed(_("写入花名册吗？")):
            raise BadInput("not-agreed")
        change = import_roster(session, file, shown=change)
    if as_json:
        tell({"imported": not dry_run, **change_as_json(change)})
        return
    click.echo("\n" + (_("只是查看，没有写入。") if dry_run else _("花名册已经写入。")))
