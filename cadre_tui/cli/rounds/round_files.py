"""``cadre round template``, ``check``, ``new``, ``show``: a round's rules as a file."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.places import checklist_folders, permission_file
from cadre_tui.cli.rounds import round_words
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.files.content import is_file, is_folder
from cadre_tui.files.private import write_private
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from cadre_tui.model.rounds.round_rules import RoundRules
    from cadre_tui.services.rounds.asked_of_many import AskedOfMany

FILE = click.argument("file", cls=SpokenArgument, metavar=M_("轮次文件"), type=click.Path(path_type=Path))
TO = click.option(
    "--to",
    cls=SpokenOption,
    metavar=M_("文件"),
    type=click.Path(path_type=Path),
    help=N_("写成文件，不覆盖已有的"),
)


@click.command("template", cls=SpokenCommand, help=N_("轮次文件的模板：不写名称列出全部；写了就给出文件内容"))
@click.argument("name", cls=SpokenArgument, metavar=M_("模板"), required=False)
@TO
@AS_JSON
def template(name: str | None, to: Path | None, as_json: bool) -> None:
    """A file to begin from; its remarks are in the language in use."""
    from cadre_tui.services.rounds.rules.templates import TEMPLATES  # noqa: PLC0415 - only where one is asked for
    from cadre_tui.services.rounds.rules.templates import template as made  # noqa: PLC0415
    from cadre_tui.services.rounds.rules.writing import text  # noqa: PLC0415

    if name is None:
        if as_json:
            tell({"templates": [{"name": each.name, "title": _(each.title)} for each in TEMPLATES]})
            return
        click.echo(round_words.templates_in_words(TEMPLATES))
        return
    rules = made(name, datetime.now(UTC))
    _give(text(rules), to, as_json, {"template": name, "title": texts(rules.title)})


@click.command(
    "check",
    cls=SpokenCommand,
    help=N_("检查轮次文件，逐条说明错在哪里，不写入；登录了还核对人和单位。写轮次编号，看下一步还差什么"),
)
@FILE
@AS_JSON
@click.pass_obj
def check(invocation: Invocation, file: Path, as_json: bool) -> None:
    """Exit 1 where the file is not right, or where the round's next step is not possible yet."""
    signed_in = bool(invocation.acting or os.environ.get("CADRE_TOKEN"))
    if signed_in and not (is_file(file) or is_folder(file)) and file.suffix != ".toml" and file.name == str(file):
        _check_round(invocation, str(file), as_json)
        return
    from cadre_tui.services.rounds.rules.file import read_round_file  # noqa: PLC0415 - only where a file is read

    try:
        rules, warnings = read_round_file(file)
    except BadInput as error:
        if error.code == "round-file-faulty":
            raise NotRight(error.code, error.faults, **error.values) from None
        raise
    many = None
    if signed_in:
        many = _check_in_county(invocation, rules)
    else:
        _check_checklists(invocation, rules)
    if as_json:
        remarks = [*round_words.warnings_json(warnings), *round_words.many_json(many)]
        answer = {"round": rules.id, "right": True, "warnings": remarks}
        tell({**answer, "checked_in_county": signed_in})
        return
    click.echo(round_words.rules_in_words(rules, warnings, datetime.now(UTC)))
    if many is not None:
        click.echo("\n" + round_words.many_in_words(many))
    if not signed_in:
        click.echo("\n" + _("没有登录，没有核对：人、单位、上一轮、评价人够不够。请加上 --as 编号再检查一遍。"))
    click.echo("\n" + _("{file} 没有错误。").format(file=file.name))


def _check_checklists(invocation: Invocation, rules: "RoundRules") -> None:
    """What can be checked without a county: whether the checklists are there."""
    from cadre_tui.plugins.known.loading import load_catalogue  # noqa: PLC0415 - only where a round is checked

    permission = permission_file(invocation)
    catalogue = load_catalogue(checklist_folders(invocation), plugins=invocation.plugins, permission=permission)
    for use in rules.use:
        try:
            catalogue.checklist(use.checklist)
        except CadreError as error:
            raise NotRight(error.code, error.faults, **error.values) from None


def _check_in_county(invocation: Invocation, rules: "RoundRules") -> "AskedOfMany | None":
    """What stands in the way is refused; what should only be said comes back."""
    from cadre_tui.services.rounds import preparing  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.asked_of_many import would_ask_many  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    unmet = preparing.look_over(session, rules)
    if unmet:
        raise NotRight("round-not-possible", unmet, round=rules.id, count=len(unmet))
    return would_ask_many(session, rules)


def _check_round(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """What stands in the way of a round's next phase."""
    from cadre_tui.services.rounds import life  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.asked_of_many import asks_many  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    to, unmet = life.next_step(session, round_id)
    many = asks_many(session, round_id)
    if as_json:
        tell({"round": round_id, **round_words.next_json(to, unmet), "warnings": round_words.many_json(many)})
    else:
        click.echo(round_words.next_in_words(to, unmet))
        if many is not None:
            click.echo(round_words.many_in_words(many))
    if unmet:
        raise click.exceptions.Exit(1)


@click.command("new", cls=SpokenCommand, help=N_("按轮次文件（TOML）新建一轮；还不会要求任何人填写"))
@FILE
@AS_JSON
@click.pass_obj
def new(invocation: Invocation, file: Path, as_json: bool) -> None:
    """Read the file, make the round, and say what was understood."""
    from cadre_tui.services.rounds import life as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.rules.file import read_round_file  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    rules, warnings = read_round_file(file)
    held = service.new(session, rules)
    if as_json:
        tell({**round_words.round_json(held), "warnings": round_words.warnings_json(warnings)})
        return
    click.echo(round_words.rules_in_words(rules, warnings, session.county.now()))
    click.echo("\n" + _("轮次“{round}”建好了。准备好以后开启：cadre round open {round}").format(round=rules.id))


@click.command("show", cls=SpokenCommand, help=N_("一轮的规则：用文字说，或写成轮次文件（--toml）"))
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--toml", "as_toml", cls=SpokenOption, is_flag=True, help=N_("写成轮次文件，在界面里建的也行"))
@TO
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, round_id: str, as_toml: bool, to: Path | None, as_json: bool) -> None:
    """What was made in the app can be kept as a file, changed and used again."""
    from cadre_tui.services.rounds import preparing  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.rules.writing import text  # noqa: PLC0415

    session = session_of(invocation, Role.ORGANISER)
    held = preparing.look_at(session, round_id)
    if as_toml or to is not None:
        _give(text(held.rules, samples=False), to, as_json, {"round": held.id})
    elif as_json:
        tell(round_words.round_json(held))
    else:
        click.echo(round_words.rules_in_words(held.rules, (), session.county.now(), held.rule_by))
        click.echo("\n" + round_words.standing(held))


def _give(text: str, to: Path | None, as_json: bool, about: dict[str, object]) -> None:
    """The text on the output, or in a new file."""
    if to is not None:
        try:
            write_private(to, text.encode(), new=True)
        except FileExistsError:
            raise BadInput("file-exists", file=str(to)) from None
        except (OSError, ValueError):
            raise BadInput("file-not-written", file=str(to)) from None
    if as_json:
        tell({**about, "file": str(to) if to else None, "toml": text})
    else:
        click.echo(_("已写入 {file}。").format(file=to) if to else text, nl=to is not None)
