"""``cadre plugin schema``: the format for editors, so that they complete keys and mark what cannot be written."""

import click

from cadre_tui.cli.checklists import plugin_json
from cadre_tui.cli.spoken import SpokenCommand
from cadre_tui.locale import N_


@click.command("schema", cls=SpokenCommand, help=N_("输出格式的 JSON Schema：编辑器据此提示键名、标出错处"))
def schema() -> None:
    """The whole schema, on standard output."""
    from cadre_tui.checklists.schema import format_schema  # noqa: PLC0415 - needed here only

    click.echo(plugin_json.written(format_schema()))
