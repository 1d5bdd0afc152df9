"""``cadre study calendar``: the collective sessions of a year."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cadre_tui.cli import asking
from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.oversight.out_file import write
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import (
    HOST,
    KIND,
    MATTER,
    YEAR,
    YES,
    clock,
    day,
    host_called,
    keeper,
    number,
    organiser,
    today_of,
)
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.session import StudyCalendar, StudySession

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

SESSION = click.argument("session_id", cls=SpokenArgument, metavar=M_("集中学习编号"))


@click.group("calendar", cls=SpokenGroup, help=N_("集中学习日程：排一年的，看，改，取消，导出日历"))
def calendar() -> None:
    """The noun; its verbs are below."""


@calendar.command("show", cls=SpokenCommand, help=N_("看一年的集中学习"))
@YEAR
@HOST
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, year: int | None, host: str, as_json: bool) -> None:
    """Everybody may see when they study."""
    from cadre_tui.services.study import arranging  # noqa: PLC0415 - only where somebody acts

    session = signed_in(invocation)
    unit = host_called(session, host)
    _answer(session, arranging.calendar(session, year or today_of(session).year, unit), as_json)


@calendar.command("propose", cls=SpokenCommand, help=N_("按班次隔周轮流、避开节假日，排全县一年的；先看，同意后写入"))
@click.argument("year", cls=SpokenArgument, type=int, metavar=M_("年份"))
@click.option("--hours", cls=SpokenOption, metavar=M_("学时"), help=N_("每次多少学时；不写是 3"))
@click.option("--dry-run", cls=SpokenOption, is_flag=True, help=N_("只看，不写入"))
@YES
@AS_JSON
@click.pass_obj
def propose(invocation: Invocation, year: int, hours: str | None, dry_run: bool, yes: bool, as_json: bool) -> None:
    """Shown first, then written whole; a calendar that is there is never written over."""
    from cadre_tui.services.study import arranging  # noqa: PLC0415 - only where somebody acts

    session = organiser(invocation)
    each = number(hours) if hours else arranging.USUAL_HOURS
    found = StudyCalendar(year=year, sessions=arranging.propose(session, year, each))
    if not as_json:
        _answer(session, found, as_json=False)
    if not dry_run:
        if not yes and not asking.agreed(_("写入日程吗？")):
            raise BadInput("not-agreed")
        found = arranging.adopt(session, year, each)
    if as_json:
        _answer(session, found, as_json=True)
    else:
        click.echo("\n" + (_("只是查看，没有写入。") if dry_run else _("日程已经写入。")))


@calendar.command("set", cls=SpokenCommand, help=N_("加一次，或改一次（写编号）：写了哪一项改哪一项"))
@click.argument("session_id", cls=SpokenArgument, required=False, default="", metavar=M_("集中学习编号"))
@YEAR
@HOST
@click.option("--audience", cls=SpokenOption, metavar=M_("班次"), help=N_("哪个班次，如 leaders、middle"))
@click.option("--day", "on", cls=SpokenOption, metavar=M_("日期"), help=N_("哪一天，如 2026-03-06"))
@click.option(
    "--time",
    "times",
    cls=SpokenOption,
    metavar=M_("起止"),
    help=N_("几点到几点，如 09:00-11:30；不定就写 -"),
)
@click.option("--theme", cls=SpokenOption, metavar=M_("主题"), help=N_("学什么"))
@click.option("--speaker", cls=SpokenOption, metavar=M_("主讲"), help=N_("谁讲"))
@click.option("--place", cls=SpokenOption, metavar=M_("地点"), help=N_("在哪里"))
@KIND
@MATTER
@click.option("--hours", cls=SpokenOption, metavar=M_("学时"), help=N_("多少学时"))
@click.option(
    "--note",
    "notes",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("记录"),
    help=N_("学习记录的名称和存放处，可多次"),
)
@click.option(
    "--archive",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("档案"),
    help=N_("档案材料的名称和存放处，可多次"),
)
@AS_JSON
@click.pass_obj
def set_(
    invocation: Invocation,
    /,
    session_id: str,
    year: int | None,
    host: str,
    on: str | None,
    times: str | None,
    as_json: bool,
    **said: Any,
) -> None:
    """What is not named stays."""
    from cadre_tui.services.study import arranging  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    unit = host_called(session, host)
    of_year = year or (day(on).year if on else today_of(session).year)
    before = arranging.calendar(session, of_year, unit).session(session_id) if session_id else None
    if session_id and before is None:
        raise BadInput("study-session-unknown", session=session_id)
    if before is None and on is None:
        raise BadInput("study-day-unreadable", written="")
    usual: dict[str, Any] = {"id": "", "unit": unit, "audience": "", "day": on}
    fields: dict[str, Any] = dict(before) if before else usual
    fields |= {key: value for key, value in said.items() if value not in (None, ())}
    fields |= {"day": day(on)} if on else {}
    fields |= _times(times) if times else {}
    if isinstance(fields.get("hours"), str):
        fields["hours"] = number(fields["hours"])
    _answer(session, arranging.put(session, of_year, StudySession.model_validate(fields)), as_json)


@calendar.command("cancel", cls=SpokenCommand, help=N_("取消一次还没有签到的，写明理由"))
@SESSION
@click.option("--why", cls=SpokenOption, required=True, metavar=M_("理由"), help=N_("为什么取消"))
@YEAR
@HOST
@AS_JSON
@click.pass_obj
def cancel(invocation: Invocation, session_id: str, why: str, year: int | None, host: str, as_json: bool) -> None:
    """It stays in the calendar, marked so."""
    from cadre_tui.services.study import arranging  # noqa: PLC0415 - only where somebody acts

    session = keeper(invocation)
    unit = host_called(session, host)
    _answer(session, arranging.call_off(session, year or today_of(session).year, unit, session_id, why), as_json)


@calendar.command("ics", cls=SpokenCommand, help=N_("导出 iCalendar 日历（.ics），可以导入手机和邮件日历"))
@YEAR
@HOST
@click.option("--to", cls=SpokenOption, type=click.Path(path_type=Path), metavar=M_("文件"), help=N_("写到哪里"))
@click.pass_obj
def ics(invocation: Invocation, year: int | None, host: str, to: Path | None) -> None:
    """To a file, else to standard output."""
    from cadre_tui.services.study import arranging, settling  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study.icalendar import as_icalendar  # noqa: PLC0415

    session = signed_in(invocation)
    unit = host_called(session, host)
    found = arranging.calendar(session, year or today_of(session).year, unit)
    write(to, as_icalendar(found, settling.settings(session), session.county.now()))
    if to is not None:
        click.echo(_("写好了：{file}").format(file=to))


def _times(written: str) -> dict[str, Any]:
    first, dash, last = written.partition("-")
    if not first.strip() and dash and not last.strip():
        return {"begins": None, "ends": None}
    return {"begins": clock(first), "ends": clock(last)}


def _answer(session: "Session", found: StudyCalendar, as_json: bool) -> None:
    from cadre_tui.services.study.settling import settings  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import terms  # noqa: PLC0415

    if as_json:
        told = [{**each.model_dump(mode="json"), "hours": float(Decimal(each.hours))} for each in found.sessions]
        tell({"year": found.year, "unit": found.unit, "sessions": told})
        return
    settled = settings(session)
    rows = [
        (
            each.id,
            terms.when(each),
            terms.audience(each.audience, settled),
            each.theme,
            each.speaker,
            terms.hours(each.hours),
            _(terms.STATES[each.state]),
        )
        for each in found.sessions
    ]
    headings = (_("编号"), _("日期"), _("班次"), _("主题"), _("主讲"), _("学时"), _("状态"))
    click.echo(
        fitting(headings, rows, _("：")) if rows else _("还没有排 {year} 年的集中学习。").format(year=found.year)
    )
