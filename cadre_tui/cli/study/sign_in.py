"""``cadre study sign-in``: who was at a session, by script; the sheet to sign on paper; what was made up."""

from pathlib import Path

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.calendar import SESSION
from cadre_tui.cli.study.options import HOST, TO_FOLDER, UNIT, YEAR, day, host_called, keeper, tell_made, today_of
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.study.log import Attendance, Mark
from cadre_tui.model.study.views import SignIn

WHO = click.argument("person", cls=SpokenArgument, metavar=M_("编号"))
TAKE_BACK = "none"


@click.group("sign-in", cls=SpokenGroup, help=N_("签到：看，签，其余的一起签，补学，打印签到册"))
def sign_in() -> None:
    """The noun; its verbs are below."""


@sign_in.command("show", cls=SpokenCommand, help=N_("看一次集中学习的签到"))
@SESSION
@YEAR
@HOST
@UNIT
@AS_JSON
@click.pass_obj
def show(
    invocation: Invocation, session_id: str, year: int | None, host: str, unit: str | None, as_json: bool
) -> None:
    """Everybody who should be there."""
    from cadre_tui.services.study import signing_in  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    found = signing_in.sign_in(
        session,
        year or today_of(session).year,
        session_id,
        host=host_called(session, host),
        unit=host_called(session, unit or ""),
    )
    _answer(found, as_json)


@sign_in.command("mark", cls=SpokenCommand, help=N_("签一个人：present 到，excused 请假，absent 缺席，none 撤回"))
@SESSION
@WHO
@click.argument(
    "how",
    cls=SpokenArgument,
    metavar=M_("怎样"),
    type=click.Choice([*(each.value for each in Mark), TAKE_BACK]),
)
@click.option("--reason", cls=SpokenOption, default="", metavar=M_("理由"), help=N_("请假的理由"))
@YEAR
@HOST
@AS_JSON
@click.pass_obj
def mark(
    invocation: Invocation,
    session_id: str,
    person: str,
    how: str,
    reason: str,
    year: int | None,
    host: str,
    as_json: bool,
) -> None:
    """One person, one write."""
    from cadre_tui.services.study import signing_in  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    said = None if how == TAKE_BACK else Mark(how)
    of_year = year or today_of(session).year
    done = signing_in.mark(session, of_year, session_id, person, said, reason, host_called(session, host))
    _tell_mark(person, done, as_json)


@sign_in.command("rest", cls=SpokenCommand, help=N_("还没有签的一起记为 present（到）或 absent（缺席），签到结束"))
@SESSION
@click.argument(
    "how",
    cls=SpokenArgument,
    metavar=M_("怎样"),
    type=click.Choice([Mark.PRESENT.value, Mark.ABSENT.value]),
)
@YEAR
@HOST
@UNIT
@AS_JSON
@click.pass_obj
def rest(
    invocation: Invocation,
    session_id: str,
    how: str,
    year: int | None,
    host: str,
    unit: str | None,
    as_json: bool,
) -> None:
    """Those who have a mark keep it."""
    from cadre_tui.services.study import signing_in  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    found = signing_in.mark_rest(
        session,
        year or today_of(session).year,
        session_id,
        Mark(how),
        host=host_called(session, host),
        unit=host_called(session, unit or ""),
    )
    _answer(found, as_json)


@sign_in.command("make-up", cls=SpokenCommand, help=N_("记一次补学：哪一天补的，凭什么"))
@SESSION
@WHO
@click.option("--day", "on", cls=SpokenOption, required=True, metavar=M_("日期"), help=N_("哪一天补的"))
@click.option("--proof", cls=SpokenOption, required=True, metavar=M_("凭据"), help=N_("拿什么看得出补了"))
@YEAR
@HOST
@AS_JSON
@click.pass_obj
def make_up(
    invocation: Invocation,
    session_id: str,
    person: str,
    on: str,
    proof: str,
    year: int | None,
    host: str,
    as_json: bool,
) -> None:
    """Its hours count from then on."""
    from cadre_tui.services.study import signing_in  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    of_year = year or today_of(session).year
    done = signing_in.make_up(session, of_year, session_id, person, day(on), proof, host_called(session, host))
    _tell_mark(person, done, as_json)


@sign_in.command("sheet", cls=SpokenCommand, help=N_("出签到册（Word），打印以后手签"))
@SESSION
@TO_FOLDER
@YEAR
@HOST
@UNIT
@AS_JSON
@click.pass_obj
def sheet(
    invocation: Invocation,
    session_id: str,
    to: Path,
    year: int | None,
    host: str,
    unit: str | None,
    as_json: bool,
) -> None:
    """Names in order, a line to sign on each."""
    from cadre_tui.services.documents import study as papers  # noqa: PLC0415
    from cadre_tui.services.documents.folder import Folder  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import documents  # noqa: PLC0415

    session = keeper(invocation)
    of_year = year or today_of(session).year
    where = {"host": host_called(session, host), "unit": host_called(session, unit or "")}
    path = papers.sign_in_sheet(session, of_year, session_id, Folder(to), documents, **where)
    tell_made(path, as_json)


def _tell_mark(person: str, mark_: Attendance | None, as_json: bool) -> None:
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts

    if as_json:
        tell({"person": person, "attendance": mark_.model_dump(mode="json") if mark_ else None})
    else:
        click.echo(f"{person} {terms.mark(mark_)}")


def _answer(found: SignIn, as_json: bool) -> None:
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study.signing import counted  # noqa: PLC0415

    if as_json:
        lines = [
            {
                "person": each.person.id,
                "name": each.person.name,
                "unit": each.unit,
                "attendance": each.attendance.model_dump(mode="json") if each.attendance else None,
            }
            for each in found.lines
        ]
        tell({"session": found.session.model_dump(mode="json"), "people": lines})
        return
    click.echo(f"{found.session.id}  {terms.when(found.session)}  {found.session.theme}")
    rows = [(each.person.id, each.person.name, each.unit, terms.mark(each.attendance)) for each in found.lines]
    click.echo(fitting((_("编号"), _("姓名"), _("单位"), _("签到")), rows, _("：")))
    click.echo(counted(found))
