"""``cadre report``: the documents that an office hands round."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people import Role

if TYPE_CHECKING:
    from cadre_tui.services.results.documents import Format, Made

ALL = "docx,xlsx,html"
MOST = 8
"""So many files are named."""


@click.command(
    "report",
    cls=SpokenCommand,
    help=N_("出考评材料：组织者出全部得分单、成绩册和汇总，干部出自己的得分单；公布以后才能出"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=N_("轮次编号"))
@click.option(
    "--to",
    cls=SpokenOption,
    metavar=N_("文件夹"),
    required=True,
    type=click.Path(path_type=Path),
    help=N_("写到哪个文件夹，没有就新建"),
)
@click.option(
    "--format",
    "formats",
    cls=SpokenOption,
    metavar=ALL,
    default=ALL,
    help=N_("出哪几种：docx（Word）、xlsx（Excel）、html（网页），用逗号隔开；不写就都出"),
)
@click.option("--subject", cls=SpokenOption, metavar=N_("编号"), help=N_("只出这个人的得分单"))
@AS_JSON
@click.pass_obj
def report(
    invocation: Invocation, round_id: str, to: Path, formats: str, subject: str | None, as_json: bool
) -> int | None:
    """Write them one after another; Ctrl+C stops between two files, and what is there is told."""
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.results import documents as service  # noqa: PLC0415
    from cadre_tui.services.results.document_files import Folder  # noqa: PLC0415
    from cadre_tui.words import documents as wording  # noqa: PLC0415

    wanted = _formats(formats)
    session = signed_in(invocation)
    if Role.ORGANISER in session.roles:
        session = act_as(session, Role.ORGANISER)
    else:
        subject = subject or session.person
    if subject:
        made = service.make_one(session, round_id, subject, Folder(to), wanted, wording)
    else:
        made = service.make(session, round_id, Folder(to), wanted, wording)
    return _written(made, to, as_json)


def _written(made: Iterator["Made"], to: Path, as_json: bool) -> int | None:
    """Tell how far it is while it goes, and at the end what is there."""
    from cadre_tui.cli.main import INTERRUPTED  # noqa: PLC0415 - main knows its commands, not they it

    paths: list[Path] = []
    whole, stopped = 0, False
    shows = sys.stderr.isatty()
    try:
        for each in made:
            paths.append(each.path)
            whole = each.of
            if shows:
                click.echo(f"\r\x1b[K{each.at}/{each.of}  {each.path.name}", err=True, nl=False)
    except KeyboardInterrupt:
        stopped = True
    if shows and paths:
        click.echo("\r\x1b[K", err=True, nl=False)
    if as_json:
        tell({"folder": str(to), "made": [str(each) for each in paths], "of": whole, "stopped": stopped})
    elif stopped:
        told = _("停下了：{of} 个文件写好了 {count} 个，都是完整的，在 {folder}。要全部的，再运行一次。")
        click.echo(told.format(count=len(paths), of=whole or "?", folder=to), err=True)
    else:
        click.echo(_("写好了 {count} 个文件，在 {folder}。").format(count=len(paths), folder=to))
        for path in paths[:MOST]:
            click.echo(f"  {path.relative_to(to)}")
        if len(paths) > MOST:
            click.echo(_("  ……等 {count} 个").format(count=len(paths)))
    return INTERRUPTED if stopped else None


def _formats(written: str) -> frozenset["Format"]:
    """The formats that are named, by commas.

    Raises:
        BadInput: another one, or none.
    """
    from cadre_tui.services.results.documents import Format  # noqa: PLC0415

    names = [each.strip().lower() for each in written.split(",") if each.strip()]
    known = {each.value: each for each in Format}
    if not names or any(each not in known for each in names):
        unknown = _("、").join(each for each in names if each not in known)
        raise BadInput("format-unknown", given=unknown or written, known=_("、").join(known))
    return frozenset(known[each] for each in names)
