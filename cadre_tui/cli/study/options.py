"""What the commands of study share: their options, how what was typed is read, and who acts."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cadre_tui.cli.acting import session_of, signed_in, watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import SpokenOption
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.study.period import Period, half_of, year_of
from cadre_tui.model.study.terms import Matter, StudyKind

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

PERSON = click.option("--person", cls=SpokenOption, metavar=M_("编号"), help=N_("谁的；不写就是自己的"))
UNIT = click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("哪个单位的"))
HOST = click.option(
    "--host", cls=SpokenOption, default="", metavar=M_("单位"), help=N_("由哪个单位办的；不写就是全县的")
)
YEAR = click.option("--year", cls=SpokenOption, type=int, metavar=M_("年份"), help=N_("哪一年；不写就是今年"))
PERIOD = click.option(
    "--period",
    cls=SpokenOption,
    metavar=M_("时段"),
    help=N_("2026、2026-h1、2026-h2 或 2026-01-01:2026-09-30；不写就是今年"),
)
KIND = click.option(
    "--kind",
    cls=SpokenOption,
    type=click.Choice([each.value for each in StudyKind]),
    help=N_("哪一类：political 政治，knowledge 知识，ability 能力，psychological 心理"),
)
MATTER = click.option(
    "--matter",
    cls=SpokenOption,
    type=click.Choice([each.value for each in Matter]),
    help=N_("theory 理论，business 业务"),
)
TO_FOLDER = click.option(
    "--to",
    cls=SpokenOption,
    required=True,
    type=click.Path(path_type=Path),
    metavar=M_("文件夹"),
    help=N_("写到哪个文件夹"),
)
YES = click.option("--yes", cls=SpokenOption, is_flag=True, help=N_("看过提醒，确实如此，照样写入"))


def day(written: str) -> date:
    """The day that was typed.

    Raises:
        BadInput: it is none.
    """
    try:
        return date.fromisoformat(written.strip().replace("/", "-"))
    except ValueError:
        raise BadInput("study-day-unreadable", written=written) from None


def clock(written: str) -> time:
    """The time that was typed.

    Raises:
        BadInput: it is none.
    """
    try:
        return datetime.strptime(written.strip().replace("：", ":"), "%H:%M").time()
    except ValueError:
        raise BadInput("study-time-unreadable", written=written) from None


def number(written: str) -> Decimal:
    """The number that was typed.

    Raises:
        BadInput: it is none.
    """
    try:
        found = Decimal(written.strip())
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or abs(found) > 10**6:
        raise BadInput("study-number-unreadable", written=written)
    return found


def period_in(written: str | None, today: date) -> Period:
    """The days that were named; this year where none were.

    Raises:
        BadInput: it names none.
    """
    if written is None:
        return year_of(today.year)
    try:
        first, colon, last = written.strip().partition(":")
        if colon and day(first) <= day(last):
            return Period(first=day(first), last=day(last))
        year, _dash, half = written.strip().partition("-")
        if not colon and 2000 <= int(year) <= 2099 and half in ("", "h1", "h2"):
            return half_of(int(year), int(half[1])) if half else year_of(int(year))
    except (ValueError, BadInput):
        pass
    raise BadInput("study-period-unreadable", written=written)


def today_of(session: "Session") -> date:
    """The day that it is in the county."""
    from cadre_tui.services.study.reading import today  # noqa: PLC0415 - only where somebody acts

    return today(session.county)


def about(invocation: Invocation, person: str | None) -> tuple["Session", str]:
    """Who acts, and about whom: oneself as a cadre, or somebody else as whoever watches over them."""
    if person is None:
        session = signed_in(invocation)
        role = Role.CADRE if Role.CADRE in session.roles else Role.RATER
        from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415

        return act_as(session, role), session.person
    return watching(invocation), person


@dataclass(frozen=True)
class Planning:
    """Who acts, whose plan it is, whether that is a unit's, and of which year."""

    session: "Session"
    owner: str
    of_unit: bool
    year: int


def planning(invocation: Invocation, person: str | None, unit: str | None, year: int | None) -> Planning:
    """Whose plan is meant; this year's where none is named.

    Raises:
        BadInput: a person and a unit are named.
    """
    if person is not None and unit is not None:
        raise BadInput("study-person-or-unit")
    if unit is None:
        session, owner = about(invocation, person)
    else:
        from cadre_tui.services.study.reading import unit_called  # noqa: PLC0415

        session = watching(invocation)
        owner = unit_called(session.county, unit)
    return Planning(session, owner, unit is not None, year or today_of(session).year)


def keeper(invocation: Invocation) -> "Session":
    """The session of whoever keeps registers: an organiser, else a clerk."""
    session = signed_in(invocation)
    role = Role.ORGANISER if Role.ORGANISER in session.roles else Role.CLERK
    from cadre_tui.services.people.accounts import act_as  # noqa: PLC0415

    return act_as(session, role)


def organiser(invocation: Invocation) -> "Session":
    """An organiser's session."""
    return session_of(invocation, Role.ORGANISER)


def host_called(session: "Session", host: str) -> str:
    """The id of the unit that holds a session; empty: the county."""
    if not host:
        return ""
    from cadre_tui.services.study.reading import unit_called  # noqa: PLC0415

    return unit_called(session.county, host)


def tell_made(file: Path, as_json: bool) -> None:
    """Say which file was written."""
    if as_json:
        tell({"made": [str(file)]})
    else:
        click.echo(_("写好了：{file}").format(file=file))
