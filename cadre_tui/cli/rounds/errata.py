"""``cadre round erratum`` and ``cadre round errata``: other words beside a frozen text, with the reason."""

from typing import TYPE_CHECKING

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import session_of
from cadre_tui.cli.checklists.named import file_or_known
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.rounds.sheet_json import erratum_json
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.checklists.erratum import Erratum
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_tui.model.rounds.round import Pin, Round
    from cadre_tui.services.session import Session

ROUND = click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))


@click.command(
    "erratum",
    cls=SpokenCommand,
    help=N_(
        "更正一轮里考评表的措辞：给出改好的考评表，或用 --criterion 写一处；原文和指纹不变，更正写在旁边。"
        "改的不只是措辞，就拒绝"
    ),
)
@ROUND
@click.argument("corrected", cls=SpokenArgument, required=False, metavar=M_("改好的考评表文件或编号"))
@click.option(
    "--checklist",
    cls=SpokenOption,
    metavar=M_("编号"),
    help=N_("哪份考评表；只有一份里有这个考评项的，可以不写"),
)
@click.option("--criterion", cls=SpokenOption, metavar=M_("编号"), help=N_("只更正这个考评项的一处文字"))
@click.option(
    "--field",
    cls=SpokenOption,
    default="text",
    metavar=M_("哪一处"),
    help=N_("text 题目，guidance 说明，unit 计量单位，option.代号 选项，line.编号 小项；不写是题目"),
)
@click.option("--text", "text", cls=SpokenOption, metavar=M_("文字"), help=N_("更正以后怎么说"))
@click.option("--text-lang", cls=SpokenOption, metavar=M_("语言"), help=N_("哪种语言的文字；不写是考评表自己的语言"))
@click.option(
    "--reason",
    cls=SpokenOption,
    required=True,
    metavar=M_("理由"),
    help=N_("缘由，写在更正旁边，记入操作记录"),
)
@click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("不再询问，直接办"))
@AS_JSON
@click.pass_obj
def erratum(
    invocation: Invocation,
    round_id: str,
    corrected: str | None,
    checklist: str | None,
    criterion: str | None,
    field: str,
    text: str | None,
    text_lang: str | None,
    reason: str,
    yes: bool,
    as_json: bool,
) -> None:
    """A whole file, or one text."""
    from cadre_tui.services.rounds import errata as service  # noqa: PLC0415 - only where somebody acts

    one = criterion is not None and text is not None
    if (corrected is None) is not one:
        raise BadInput("erratum-what")
    session = session_of(invocation, Role.ORGANISER)
    if corrected is not None:
        read = file_or_known(invocation, corrected)
        _agreed(session, round_id, service.considered(session, round_id, read), yes=yes)
        made = service.correct(session, round_id, read, reason)
    else:
        made = (_one(session, round_id, checklist, str(criterion), field, str(text), text_lang, reason),)
    if as_json:
        tell({"round": round_id, "errata": [erratum_json(each) for each in made]})
        return
    click.echo(_("记下了 {count} 处更正；原文、指纹和已经填的都不变：").format(count=len(made)))
    click.echo(_table(session, round_id, made))


@click.command("errata", cls=SpokenCommand, help=N_("看一轮里考评表措辞的全部更正：什么时候、谁、为什么"))
@ROUND
@AS_JSON
@click.pass_obj
def errata(invocation: Invocation, round_id: str, as_json: bool) -> None:
    """The oldest first."""
    from cadre_tui.services.rounds.preparing import look_at  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    held = look_at(session, round_id)
    if as_json:
        tell({"round": round_id, "errata": [erratum_json(each) for each in held.errata]})
        return
    click.echo(_table(session, round_id, held.errata) if held.errata else _("这一轮没有更正过措辞。"))


def _one(
    session: "Session",
    round_id: str,
    checklist: str | None,
    criterion: str,
    field: str,
    text: str,
    text_lang: str | None,
    reason: str,
) -> Erratum:
    from cadre_tui.services.rounds import errata as service  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415

    held = find(session.county, round_id)
    pin = _asking(session, held, criterion) if checklist is None else service.pinned(held, *checklist.split("|")[:2])
    head, dot, code = field.partition(".")
    path = ("criterion", criterion, head, code, "text") if dot else ("criterion", criterion, head)
    lang = text_lang or session.county.frozen_checklist(held.id, pin.digest).lang
    return service.correct_text(session, round_id, pin, path, lang, text, reason)


def _asking(session: "Session", held: "Round", criterion: str) -> "Pin":
    """The one checklist of the round that asks this."""
    frozen = session.county.frozen_checklist
    asking = [each for each in held.pins if frozen(held.id, each.digest).criterion(criterion)]
    if len(asking) == 1:
        return asking[0]
    if not asking and len(held.pins) == 1:
        return held.pins[0]  # which then says that it has none such
    code = "erratum-which" if asking else "erratum-nowhere"
    known = "、".join(each.name for each in asking or held.pins)
    raise BadInput(code, round=held.id, criterion=criterion, known=known or "-")


def _agreed(session: "Session", round_id: str, found: "Sequence[Erratum]", *, yes: bool) -> None:
    """A person at a terminal sees first what will be recorded."""
    if yes or not asking.at_a_terminal():
        return
    click.echo(_table(session, round_id, found), err=True)
    if not asking.agreed(_("把这 {count} 处记为更正吗？").format(count=len(found))):
        raise BadInput("not-agreed")


def _table(session: "Session", round_id: str, found: "Sequence[Erratum]") -> str:
    from cadre_tui.services.rounds.hours import CHINA  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.checklists.errata import place  # noqa: PLC0415

    headings = (_("哪一处"), _("原来"), _("更正为"), _("哪天"), _("谁"), _("理由"))
    rows = [
        (
            place(each.field, session.county.frozen_checklist(round_id, each.digest), language()),
            each.was.say(language()) if each.was else _("（无）"),
            each.now.say(language()) if each.now else _("（无）"),
            each.at.astimezone(CHINA).date().isoformat(),
            each.by,
            each.reason,
        )
        for each in found
    ]
    return fitting(headings, rows, _("："))
