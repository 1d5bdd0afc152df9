"""``cadre plugin check``: whether files are right, told to people, to programs, or to GitHub."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from cadre_tui.cli.checklists import annotations, plugin_json
from cadre_tui.cli.checklists.folders import catalogue_with
from cadre_tui.cli.checklists.placing import placed
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _, ngettext
from cadre_tui.model.fault import Fault
from cadre_tui.plugins.known.checking import Checked, check_paths
from cadre_tui.words.refusals import sentence

FORMATS: Final = ("text", "json", "github")

Explains = Callable[[Fault], str]
"""Puts a sentence to a fault."""


@click.command("check", cls=SpokenCommand, help=N_("检查考评表文件或文件夹，逐条说明错在哪里、怎么改"))
@click.argument(
    "paths",
    cls=SpokenArgument,
    nargs=-1,
    required=True,
    metavar=M_("文件或文件夹…"),
    type=click.Path(path_type=Path),
)
@click.option(
    "--format",
    "form",
    cls=SpokenOption,
    type=click.Choice(FORMATS),
    default="text",
    help=N_("输出的格式：text 给人看（默认），json 同 --json，github 在 GitHub 上标在出错的那一行"),
)
@AS_JSON
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], form: str, as_json: bool) -> None:
    """Exit 0 where all is right (warnings are shown), 1 where something is not."""
    from cadre_tui.words.faults import explanation  # noqa: PLC0415 - many sentences, needed here only

    reports = check_paths(paths, catalogue_with(ctx.obj, (), anew=True))
    wrong = sum(not report.right for report in reports)
    if as_json or form == "json":
        click.echo(plugin_json.written(plugin_json.reports(reports, explanation)))
        ctx.exit(1 if wrong else 0)
    for line in (_in_text if form == "text" else annotations.of)(reports, explanation):
        click.echo(line)
    if wrong:
        click.echo(ngettext("{count} 个文件有错误。", "{count} 个文件有错误。", wrong).format(count=wrong), err=True)
    codes = [fault.code for report in reports for fault in report.faults]
    if codes:
        click.echo(_("代码的意思和例子：cadre plugin explain {code}").format(code=codes[0]), err=True)
    ctx.exit(1 if wrong else 0)


def _in_text(reports: Sequence[Checked], explains: Explains) -> Iterator[str]:
    """One line a fault, with its place in front: editors go there."""
    for report in reports:
        for fault in report.faults:
            reminds = _("（提醒）") if fault.warning else ""
            yield f"{placed(report.file, fault.place)}: {reminds}{fault.code} {explains(fault)}"
        for problem in report.problems:
            yield f"{report.file}: {problem.code} {sentence(problem)}"
        if report.right and report.checklist:
            yield _("{file}: {name} 没有错误").format(file=report.file, name=report.checklist.name)
