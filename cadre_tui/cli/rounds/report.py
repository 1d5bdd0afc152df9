"""``cadre report``: the documents that an office hands round."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.streams import over
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.services.documents.issue import Format, Step, Told
    from cadre_tui.services.session import Session

ALL = "docx,xlsx,html"
MOST = 8
"""So many files are named."""


@click.command(
    "report",
    cls=SpokenCommand,
    help=N_("出考评材料：组织者出全部得分单、成绩册和汇总，干部出自己的得分单；公布以后才能出"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option(
    "--to",
    cls=SpokenOption,
    metavar=M_("文件夹"),
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
    help=N_("出哪几种：docx（Word）、xlsx（Excel）、html（网页）或插件的名称，用逗号隔开；不写就前三种都出"),
)
@click.option("--subject", cls=SpokenOption, metavar=M_("编号"), help=N_("只出这个人的得分单"))
@click.option("--blank", cls=SpokenOption, is_flag=True, help=N_("出空白表，打印以后手填（组织者，开启以后）"))
@click.option("--filled", cls=SpokenOption, is_flag=True, help=N_("出自己填好的自评表，打印以后签字"))
@AS_JSON
@click.pass_obj
def report(
    invocation: Invocation,
    round_id: str,
    to: Path,
    formats: str,
    subject: str | None,
    blank: bool,
    filled: bool,
    as_json: bool,
) -> int | None:
    """Write them one after another; Ctrl+C stops between two files, and what is there is told."""
    from cadre_tui.cli.rounds.sheet_json import sheet_json  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.documents import forms, plugin_formats, results  # noqa: PLC0415
    from cadre_tui.services.documents.folder import Folder  # noqa: PLC0415
    from cadre_tui.words import documents as wording  # noqa: PLC0415

    if blank + filled + (subject is not None) > 1:
        raise BadInput("report-one-kind")
    wanted, of_plugins = _formats(formats, of_forms=blank or filled)
    session = signed_in(invocation)
    session = _acting(session, filled=filled)
    if not blank and not filled and Role.ORGANISER not in session.roles:
        subject = subject or session.person
    folder = Folder(to)

    def write(told: "Told") -> tuple[Path, ...]:
        if blank:
            return forms.make_blank(session, round_id, folder, wanted, wording)
        if filled:
            return forms.make_filled(session, round_id, folder, wanted, wording)
        made: tuple[Path, ...] = ()
        if wanted and subject:
            made = results.make_one(session, round_id, subject, folder, wanted, wording)
        elif wanted:
            made = results.make(session, round_id, folder, wanted, wording, told)
        for name in of_plugins:
            made += plugin_formats.make(session, round_id, subject, folder, name, sheet_json, wording, told)
        return made

    return _written(write, to, as_json)


def _acting(session: "Session", *, filled: bool) -> "Session":
    """One's own filled form is a cadre's; all else an organiser's, where they are one."""
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415 - only where somebody acts

    if filled:
        return act_as(session, Role.CADRE)
    return act_as(session, Role.ORGANISER) if Role.ORGANISER in session.roles else session


def _written(write: "Callable[[Told], tuple[Path, ...]]", to: Path, as_json: bool) -> int | None:
    """Tell how far it is while it goes, and at the end what is there."""
    from cadre_tui.cli.main import INTERRUPTED  # noqa: PLC0415 - main knows its commands, not they it

    watch, stopped = Watch(), False
    try:
        paths = write(watch.told)
    except KeyboardInterrupt:
        paths, stopped = tuple(watch.paths), True
    finally:
        watch.wipe()
    if as_json:
        tell({"folder": str(to), "made": [str(each) for each in paths], "stopped": stopped})
    elif stopped and not paths:
        click.echo(_("停下了：还没有写文件。要的话，再运行一次。"), err=True)
    elif stopped:
        told = _("停下了：写好了 {count} 个文件，都是完整的，在 {folder}。要全部的，再运行一次。")
        click.echo(told.format(count=len(paths), folder=to), err=True)
    else:
        click.echo(_("写好了 {count} 个文件，在 {folder}。").format(count=len(paths), folder=to))
        for path in paths[:MOST]:
            click.echo(f"  {path.relative_to(to)}")
        if len(paths) > MOST:
            click.echo(_("  ……等 {count} 个").format(count=len(paths)))
    return INTERRUPTED if stopped else None


class Watch:
    """What is written so far, and how far it is: told at a terminal."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self._shows = sys.stderr.isatty()

    def told(self, step: "Step") -> None:
        """One more."""
        if step.path is not None:
            self.paths.append(step.path)
        if self._shows:
            doing = _("读取结果") if step.path is None else step.path.name
            over(f"{step.at}/{step.of}  {doing}")

    def wipe(self) -> None:
        """Leave the line empty."""
        if self._shows:
            over()


def _formats(written: str, *, of_forms: bool) -> "tuple[frozenset[Format], tuple[str, ...]]":
    """The formats that are named, by commas: the program's, and those of plugins.

    Raises:
        BadInput: another one, or none; or forms are wanted in a plugin's.
    """
    from cadre_tui.services.documents.issue import Format  # noqa: PLC0415
    from cadre_tui.services.documents.plugin_formats import known as brought  # noqa: PLC0415

    names = [each.strip().lower() for each in written.split(",") if each.strip()]
    known = {each.value: each for each in Format}
    others = tuple(dict.fromkeys(each for each in names if each not in known))
    unknown = [each for each in others if "." not in each or not brought(each)]
    if not names or unknown:
        raise BadInput("format-unknown", given=_("、").join(unknown) or written, known=_("、").join(known))
    if others and of_forms:
        raise BadInput("format-unknown", given=_("、").join(others), known=ALL)
    return frozenset(known[each] for each in names if each in known), others
