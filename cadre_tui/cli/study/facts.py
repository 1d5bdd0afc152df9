"""``cadre study facts``: the numbers that forms take: by which names, of whom, and from a table of another system."""

from pathlib import Path

import click

from cadre_tui.cli import asking
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import PERIOD, PERSON, about, organiser, period_in, today_of
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput


@click.group("facts", cls=SpokenGroup, help=N_("自评表可以预填的数：有哪些名称，各人是多少，从别的系统导入"))
def facts() -> None:
    """The noun; its verbs are below."""


@facts.command("list", cls=SpokenCommand, help=N_("学习台账有哪些数，考评表里怎么写"))
@AS_JSON
def list_(as_json: bool) -> None:
    """Asks for no sign-in: the names are the same everywhere."""
    from cadre_tui.services.study.facts import FACTS  # noqa: PLC0415 - only where they are asked for

    if as_json:
        tell({"facts": {name: each.meaning for name, each in FACTS.items()}})
        return
    click.echo(fitting((_("名称"), _("是什么")), [(name, _(each.meaning)) for name, each in FACTS.items()], _("：")))


@facts.command("show", cls=SpokenCommand, help=N_("看学习台账知道的各个数和它们的条目"))
@PERSON
@PERIOD
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, person: str | None, period: str | None, as_json: bool) -> None:
    """As a form would propose them."""
    from cadre_tui.services.study.facts import facts_of  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import terms  # noqa: PLC0415

    session, whom = about(invocation, person)
    found = facts_of(session, whom, period_in(period, today_of(session)))
    if as_json:
        tell(
            {
                "person": whom,
                "facts": {
                    name: {
                        "value": float(each.value),
                        "of": None if each.of is None else float(each.of),
                        "entries": list(each.entries),
                    }
                    for name, each in found.items()
                },
            }
        )
        return
    for name, each in found.items():
        of = "" if each.of is None else f" / {terms.hours(each.of)}"
        click.echo(f"{name}  {terms.hours(each.value)}{of}")
        for entry in each.entries:
            click.echo(f"    {entry}")


@facts.command("import", cls=SpokenCommand, help=N_("导入别的系统的数（编号、数名、数值，可有总数、条目）"))
@click.argument("file", cls=SpokenArgument, metavar=M_("文件"), type=click.Path(path_type=Path))
@click.option("--title", cls=SpokenOption, required=True, metavar=M_("名称"), help=N_("来源叫什么，填表的人会看到"))
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接写入"))
@AS_JSON
@click.pass_obj
def import_(invocation: Invocation, file: Path, title: str, yes: bool, as_json: bool) -> None:
    """Whole or not at all."""
    from cadre_tui.services.study import given_facts  # noqa: PLC0415 - only where somebody acts

    session = organiser(invocation)
    found = given_facts.read(session, file, title)
    if not as_json:
        people = len({each.person for each in found})
        click.echo(_("{people} 人，{count} 个数。").format(people=people, count=len(found)))
    if not yes and not asking.agreed(_("写入这些数吗？")):
        raise BadInput("not-agreed")
    done = given_facts.take(session, found, file.name)
    if as_json:
        tell({"people": done, "facts": len(found)})
    else:
        click.echo(_("写好了。"))
