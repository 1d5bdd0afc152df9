"""``cadre ballot form``, ``vote`` and ``receipts``: nobody signs in, and ``--as`` means nothing here."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import county_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, texts
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.ballots.form import BallotForm, Cell, Question
from cadre_tui.words.ballots import told

if TYPE_CHECKING:
    from cadre_tui.services.ballots.voting import Voter


def _entered(invocation: Invocation) -> "Voter":
    from cadre_tui.services.ballots import voting  # noqa: PLC0415 - only where somebody votes

    county = county_of(invocation)
    code = asking.secret(_("测评码："))
    return voting.enter(county, code, asking.secret(_("自己定的词：")))


@click.command("form", cls=SpokenCommand, help=N_("看测评票：标准输入第一行是测评码，第二行是自己定的词"))
@AS_JSON
@click.pass_obj
def form(invocation: Invocation, as_json: bool) -> None:
    """Who stands on it, what is asked, and what was left unfinished."""
    voter = _entered(invocation)
    if as_json:
        tell(_as_json(voter))
        return
    click.echo(_in_words(voter.form))


def _as_json(voter: "Voter") -> dict[str, Any]:
    asked = voter.form
    return {
        "round": asked.round,
        "group": asked.group,
        "promise": told.promise(text=asked.text),
        "text": asked.text,
        "resumed": voter.resumed,
        "questions": [_question_json(each) for each in asked.questions],
        "subjects": [{"id": each.id, "name": each.name, "duty": each.duty} for each in asked.subjects],
        "marks": _marks_json(voter),
    }


def _question_json(question: Question) -> dict[str, Any]:
    from cadre_tui.services.ballots.marks_file import names  # noqa: PLC0415 - only where somebody votes

    return {
        "checklist": question.checklist,
        "criterion": question.criterion,
        "text": texts(question.text),
        "options": [
            {"name": name, "text": texts(option.text)}
            for name, option in zip(names(question), question.options, strict=True)
        ],
    }


def _marks_json(voter: "Voter") -> dict[str, dict[str, str]]:
    """What was left unfinished, by who stands on the form and by criterion."""
    from cadre_tui.services.ballots.marks_file import names  # noqa: PLC0415 - only where somebody votes

    asked = voter.form
    marks = {
        subject.id: {
            question.criterion: names(question)[mark]
            for number, question in enumerate(asked.questions)
            if asked.asks(cell := Cell(at, number)) and (mark := asked.mark(voter.marks, cell)) is not None
        }
        for at, subject in enumerate(asked.subjects)
    }
    return {key: each for key, each in marks.items() if each}


def _in_words(asked: BallotForm) -> str:
    said = language()
    lines = [f"{asked.title.say(said)} · {asked.group_title.say(said)}", told.promise(text=asked.text), ""]
    for each in asked.questions:
        options = _("、").join(option.text.say(said) for option in each.options)
        lines.append(f"{each.criterion}  {each.text.say(said)}{_('：')}{options}")
    lines += ["", *(f"{each.id}  {each.name}  {each.duty}".rstrip() for each in asked.subjects)]
    return "\n".join(lines)


@click.command(
    "vote",
    cls=SpokenCommand,
    help=N_("照文件投票：标准输入第一行是测评码，第二行是自己定的词；投进去以后显示回执号"),
)
@click.argument("file", cls=SpokenArgument, metavar=M_("文件.json"), type=click.Path(path_type=Path))
@click.option("--keep", cls=SpokenOption, is_flag=True, help=N_("先存着，不投；以后用同一个码和词接着填"))
@AS_JSON
@click.pass_obj
def vote(invocation: Invocation, file: Path, keep: bool, as_json: bool) -> None:
    """By the same rules as the form in the app."""
    from cadre_tui.services.ballots import voting  # noqa: PLC0415 - only where somebody votes
    from cadre_tui.services.ballots.marks_file import read_marks, read_remarks  # noqa: PLC0415

    voter = _entered(invocation)
    marks, remarks = read_marks(voter.form, file), read_remarks(voter.form, file)
    if keep:
        voting.keep(voter, marks, remarks)
        if as_json:
            tell({"kept": True})
        else:
            click.echo(_("已封存，还没有投。"))
        return
    receipt = voting.hand_in(voter, marks, remarks)
    if as_json:
        tell({"receipt": receipt})
        return
    click.echo(_("已投进票箱。回执号：{receipt}").format(receipt=receipt))
    click.echo(told.receipt_told())


@click.command("receipts", cls=SpokenCommand, help=N_("封箱以后的回执名单，谁都可以看；写了回执号就核对它在不在"))
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.argument("receipt", cls=SpokenArgument, metavar=M_("回执号"), required=False)
@AS_JSON
@click.pass_obj
def receipts(invocation: Invocation, round_id: str, receipt: str | None, as_json: bool) -> int:
    """That a ballot is in the count, and nothing of what is on it."""
    from cadre_tui.model.ballots.code import grouped  # noqa: PLC0415 - only where somebody looks
    from cadre_tui.services.ballots import counting  # noqa: PLC0415

    county = county_of(invocation)
    if receipt is None:
        found = [grouped(each) for each in counting.receipts(county, round_id)]
        if as_json:
            tell({"round": round_id, "receipts": found})
        else:
            click.echo("\n".join(found))
        return 0
    there = counting.in_list(county, round_id, receipt)
    if as_json:
        tell({"round": round_id, "receipt": receipt, "listed": there})
    else:
        click.echo(_("名单里有这个回执号。") if there else _("名单里没有这个回执号：请核对有没有抄错。"))
    return 0 if there else 1
