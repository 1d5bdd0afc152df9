"""``cadre doctor``: is everything that was stored whole, and what to do where it is not."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.places import dropped_checklists, store_url
from cadre_tui.cli.safekeeping.backup import say_verified
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.refusal import NotRight

if TYPE_CHECKING:
    from cadre_tui.model.safekeeping import Checkup, Mending


@click.command(
    "doctor",
    cls=SpokenCommand,
    help=N_("检查数据（写上文件，就是一份备份）是否完好；--mend 补救能补救的，先问再改，换下来的都留着；不用登录"),
)
@click.argument("file", cls=SpokenArgument, metavar=M_("备份"), required=False, type=click.Path(path_type=Path))
@click.option("--mend", cls=SpokenOption, is_flag=True, help=N_("补救能补救的"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再问，直接办"))
@AS_JSON
@click.pass_obj
def doctor(invocation: Invocation, file: Path | None, mend: bool, yes: bool, as_json: bool) -> int:
    """Exit 0 where all is well (after the mending, where it is asked for), 1 where something is wrong."""
    if file is not None:
        say_verified(file, as_json)
        return 0
    from cadre_tui.plugins.allowed import running  # noqa: PLC0415 - only where a store is opened
    from cadre_tui.services.county import open_county  # noqa: PLC0415
    from cadre_tui.services.safekeeping import checkup  # noqa: PLC0415

    running.start_none()
    county = open_county(store_url(invocation), plugins=False)
    dropped = dropped_checklists(invocation)
    found = checkup.look(county, dropped=dropped)
    if not as_json:
        _say(found)
    done: Mending | None = None
    if mend and found.mendable and (yes or asking.agreed(_question(len(found.mendable)))):
        done = checkup.mend(county, found.mendable)
        found = checkup.look(county, dropped=dropped)
    if as_json:
        tell(_as_json(found, done))
    elif mend:
        _say_mended(found, done)
    return 0 if found.well else NotRight.exit_code


def _question(count: int) -> str:
    return _("补救这 {count} 处吗？换下来的会留着。").format(count=count)


def _say(found: "Checkup") -> None:
    from cadre_tui.words import safekeeping as words  # noqa: PLC0415 - only where something is said

    click.echo(words.verdict(found))
    for each in found.flaws:
        click.echo(f"  {words.sentence(each)}")
    if found.mendable:
        told = _("其中 {count} 处可以补救：运行 cadre doctor --mend，先问再改。")
        click.echo(told.format(count=len(found.mendable)))


def _say_mended(found: "Checkup", done: "Mending | None") -> None:
    from cadre_tui.words import safekeeping as words  # noqa: PLC0415 - only where something is said

    if done is None:
        click.echo(_("什么也没有改。"))
        return
    for each in done.each:
        click.echo(f"  {words.mended(each)}")
    if done.unnoted:
        click.echo(words.unnoted())
    click.echo(_("再查一遍：{verdict}").format(verdict=words.verdict(found)))


def _as_json(found: "Checkup", done: "Mending | None") -> dict[str, Any]:
    from cadre_tui.words import safekeeping as words  # noqa: PLC0415 - only where something is said

    tried = done.each if done else ()
    return {
        "well": found.well,
        "documents": found.documents,
        "flaws": [{**each.model_dump(mode="json"), "says": words.sentence(each)} for each in found.flaws],
        "mended": [
            {"code": each.flaw.code, "path": each.flaw.path, "kept": each.kept}
            for each in tried
            if each.refusal is None
        ],
        "not_mended": [
            {"code": each.flaw.code, "path": each.flaw.path, "says": words.mended(each)}
            for each in tried
            if each.refusal
        ],
        "unnoted": done is not None and done.unnoted,
    }
