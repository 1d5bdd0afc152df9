"""``cadre round remind``: who has not handed in, as a text, slips, a list or mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from cadre_tui.cli.acting import watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight.out_file import write
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.files.private import OWNERS_FOLDER
from cadre_tui.locale import M_, N_, _, ngettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.oversight.progress import Missing
from cadre_tui.model.rounds.round import Round
from cadre_tui.words.oversight.reminders import nobody_missing

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

FORMATS: Final = ("text", "each", "slips", "csv", "xlsx", "mail")
ENDINGS: Final = {".csv": "csv", ".xlsx": "xlsx", ".html": "slips"}
"""What a file's name asks for where no format is said."""

LISTS: Final = ("csv", "xlsx")
"""What only lists who is missing, and reminds nobody."""


@dataclass(frozen=True)
class Mail:
    """How addresses are written, who sends, and by what command."""

    address: str | None
    sender: str | None
    command: str | None


@click.command(
    "remind",
    cls=SpokenCommand,
    help=N_("提醒还没有交齐的人：贴到群里的文字、每人一条、打印的提醒条、邮件；或者列出未交名单（CSV、XLSX）"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("只管这个单位的（名称或编号）"))
@click.option("--person", cls=SpokenOption, metavar=M_("编号"), help=N_("只管这个人"))
@click.option("--purpose", cls=SpokenOption, type=click.Choice([*map(str, Purpose)]), help=N_("只管这一类答卷"))
@click.option(
    "--format",
    "kind",
    cls=SpokenOption,
    type=click.Choice(FORMATS),
    help=N_(
        "text 一条文字，each 每人一条，slips 提醒条，csv、xlsx 未交名单，mail 邮件；"
        "不写就看文件名：.csv、.xlsx 是名单，.html 是提醒条，别的是 text"
    ),
)
@click.option(
    "--to",
    cls=SpokenOption,
    type=click.Path(path_type=Path),
    metavar=M_("文件"),
    help=N_("写到这个文件；邮件写到这个文件夹"),
)
@click.option("--address", cls=SpokenOption, metavar=M_("写法"), help=N_("邮箱地址怎么写，如 {id}@qinghe.example"))
@click.option("--from", "sender", cls=SpokenOption, metavar=M_("地址"), help=N_("发件人的邮箱地址"))
@click.option(
    "--send",
    cls=SpokenOption,
    metavar=M_("命令"),
    help=N_("发信命令，如 msmtp -t：每人运行一次，邮件由标准输入给它"),
)
@click.option("--preview", cls=SpokenOption, is_flag=True, help=N_("只看，不记为提醒过"))
@AS_JSON
@click.pass_obj
def remind(
    invocation: Invocation,
    round_id: str,
    unit: str | None,
    person: str | None,
    purpose: str | None,
    kind: str | None,
    to: Path | None,
    address: str | None,
    sender: str | None,
    send: str | None,
    preview: bool,
    as_json: bool,
) -> None:
    """Write first, note afterwards: what could not be written has reminded nobody."""
    from cadre_tui.services.oversight import bulletin, reminders  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415

    kind = kind or ENDINGS.get(to.suffix.lower() if to else "", "text")
    session = watching(invocation)
    held = find(session.county, round_id)
    unit = bulletin.unit_id(session, round_id, unit) if unit else None
    found = reminders.missing(session, round_id, unit, Purpose(purpose) if purpose else None, person)
    whom = [each for each in found if each.due or kind in LISTS]
    failure: CadreError | None = None
    if whom and not (as_json and to is None and send is None):
        whom, failure = _hand_round(session, held, whom, kind, to, Mail(address, sender, send))
    reminded = () if preview or kind in LISTS else reminders.remind(session, round_id, whom, _way(kind))
    if kind in LISTS and whom and not preview:
        reminders.note_list(session, round_id, len(whom))
    if as_json:
        tell({"round": round_id, "missing": [_as_json(each) for each in found], "reminded": [*reminded]})
    else:
        _say(held, found, reminded, preview, kind)
    if failure is not None:
        raise failure


def _hand_round(
    session: "Session", held: Round, whom: list[Missing], kind: str, to: Path | None, mail: Mail
) -> tuple[list[Missing], CadreError | None]:
    """Write or send it; answers for whom that was done, and what stopped it, if anything did."""
    from cadre_tui.services.audit import last_hash  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.oversight import (  # noqa: PLC0415
        audit,
        lists,
        reminders,
    )

    seal = audit.seal(held.rules_hash, last_hash(session.county))
    if kind == "mail":
        return _by_mail(held, whom, to, mail)
    if kind == "xlsx":
        if to is None:
            raise BadInput("remind-file-needed", format="xlsx")
        write(to, lists.as_xlsx(whom, seal))
    elif kind == "csv":
        write(to, lists.as_csv(whom, seal))
    elif kind == "slips":
        write(to, reminders.slips(held, whom, seal))
    elif kind == "each":
        write(to, "\n\n".join(reminders.for_one(held, each) for each in whom) + "\n")
    else:
        write(to, reminders.for_all(held, whom) + "\n")
    return whom, None


def _by_mail(
    held: Round, whom: Sequence[Missing], to: Path | None, mail: Mail
) -> tuple[list[Missing], CadreError | None]:
    """Sent by the command, or written: a file a message in a folder, or all to standard output as mbox."""
    from cadre_tui.words.oversight.mail import messages  # noqa: PLC0415 - only where mail is written

    if mail.address is None:
        raise BadInput("remind-address-missing")
    made = list(messages(held, whom, mail.address, mail.sender))
    ready = [(each, message) for each, message in made if message is not None]
    without = [each.person.id for each, message in made if message is None]
    if without:
        click.echo(_("这些人的编号做不成邮箱地址，没有写邮件：{who}").format(who=_("、").join(without)), err=True)
    if mail.command is not None:
        from cadre_tui.cli.oversight.outgoing_mail import send  # noqa: PLC0415 - only where mail is sent

        return send(mail.command, ready)
    for number, (_each, message) in enumerate(ready, start=1):
        if to is not None:
            to.mkdir(mode=OWNERS_FOLDER, parents=True, exist_ok=True)
            write(to / f"{number:05d}.eml", message)
        else:
            body = message.decode("ascii", "replace").replace("\r\n", "\n")
            click.echo("From cadre Thu Jan  1 00:00:00 1970\n" + body.replace("\nFrom ", "\n>From "))
    return [each for each, _message in ready], None


def _say(held: Round, found: Sequence[Missing], reminded: Sequence[str], preview: bool, kind: str) -> None:
    """How many, on standard error: the text itself stands alone on standard output."""
    if not found:
        told = nobody_missing(held)
    elif kind in LISTS or preview:
        told = ngettext("还有 {count} 人没有交齐。", "还有 {count} 人没有交齐。", len(found)).format(count=len(found))
    elif len(reminded) == len(found):
        told = _("还有 {count} 人没有交齐，这次提醒了 {count} 人。").format(count=len(found))
    else:
        told = _("还有 {all} 人没有交齐，这次提醒了 {count} 人；其余的不久前刚提醒过，或者现在不能填写。").format(
            all=len(found), count=len(reminded)
        )
    click.echo(told, err=True)


def _way(kind: str) -> str:
    return {"slips": "slips", "mail": "mail"}.get(kind, "text")


def _as_json(each: Missing) -> dict[str, Any]:
    one = each.person
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit_name,
        "open": {purpose.value: count for purpose, count in each.open.items()},
        "deadlines": {purpose.value: until.isoformat() for purpose, until in one.deadlines.items()},
        "saved": one.saved.isoformat() if one.saved else None,
        "reminded": one.reminded.isoformat() if one.reminded else None,
        "due": each.due,
    }
