"""``cadre round bulletin``: how far a round has come, ready to be posted."""

from pathlib import Path
from typing import Any

import click

from cadre_tui.cli.acting import watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.oversight.out_file import must_be_new, write
from cadre_tui.cli.oversight.progress_words import counts
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Bulletin

KINDS = (".txt", ".html")


@click.command(
    "bulletin",
    cls=SpokenCommand,
    help=N_("出进度通报，可以直接张贴：只有进度，没有分数和姓名"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("只通报这个单位（名称或编号）"))
@click.option(
    "--to",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    metavar=M_("文件"),
    help=N_("写到这个文件：.html 可以打印，.txt 可以粘贴"),
)
@AS_JSON
@click.pass_obj
def bulletin(invocation: Invocation, round_id: str, unit: str | None, to: Path | None, as_json: bool) -> None:
    """The log's last hash on it is that of its own entry."""
    from cadre_tui.services.oversight import bulletin as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.oversight import bulletin as words  # noqa: PLC0415

    if to is not None and to.suffix.lower() not in KINDS:
        raise BadInput("out-kind-unknown", endings=_("、").join(KINDS))
    must_be_new(to)
    session = watching(invocation)
    chosen = service.unit_id(session, round_id, unit) if unit else None
    found = service.bulletin(session, round_id, chosen, issue=True)
    if to is not None:
        write(to, words.as_html(found) if to.suffix.lower() == ".html" else words.as_text(found))
    if as_json:
        tell(_as_json(found))
    elif to is None:
        click.echo(words.as_text(found), nl=False)
    else:
        click.echo(_("通报写好了：{file}").format(file=to))


def _as_json(found: Bulletin) -> dict[str, Any]:
    return {
        "county": found.county,
        "round": found.round,
        "title": texts(found.title),
        "mock": found.mock,
        "day": found.day.isoformat(),
        "unit": found.unit,
        "counts": {purpose.value: counts(each) for purpose, each in found.counts.items()},
        "units": [
            {"unit": each.unit, "people": each.people, "finished": each.finished, **counts(each.whole)}
            for each in found.units
        ],
        "rules_hash": found.rules_hash or None,
        "audit_hash": found.last_hash,
    }
