"""``cadre study settings``: who studies together, how many hours are asked for, which days are free."""

from typing import Any

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand, SpokenGroup, SpokenOption
from cadre_tui.cli.study.options import day, number, organiser
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.session import Audience
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.text import Text

OTHERS = "others"


@click.group("settings", cls=SpokenGroup, help=N_("学习的设置：班次、规定学时、节假日"))
def settings() -> None:
    """The noun; its verbs are below."""


@settings.command("show", cls=SpokenCommand, help=N_("看学习的设置"))
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, as_json: bool) -> None:
    """As it is settled now."""
    from cadre_tui.services.study import settling  # noqa: PLC0415 - only where somebody acts

    _answer(settling.settings(signed_in(invocation)), as_json)


@settings.command("set", cls=SpokenCommand, help=N_("改学习的设置：写了哪一项改哪一项（组织者，记入操作记录）"))
@click.option(
    "--hours",
    "asked",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("层级=学时"),
    help=N_("一年规定多少学时，如 county-leadership=110；其他层级写 others=90"),
)
@click.option("--most-a-day", cls=SpokenOption, metavar=M_("学时"), help=N_("一天最多多少学时，超过的要问"))
@click.option(
    "--weekday",
    cls=SpokenOption,
    type=click.IntRange(1, 7),
    metavar=M_("星期几"),
    help=N_("集中学习排在星期几，1 到 7"),
)
@click.option("--free", cls=SpokenOption, multiple=True, metavar=M_("日期"), help=N_("这一天放假（可多次）"))
@click.option("--working", cls=SpokenOption, multiple=True, metavar=M_("日期"), help=N_("这一天上班（可多次）"))
@click.option(
    "--audience",
    "audiences",
    cls=SpokenOption,
    multiple=True,
    metavar=M_("班次=层级+层级"),
    help=N_("一个班次有哪些层级，如 middle=agency-staff；写了就是全部班次"),
)
@AS_JSON
@click.pass_obj
def set_(
    invocation: Invocation,
    asked: tuple[str, ...],
    most_a_day: str | None,
    weekday: int | None,
    free: tuple[str, ...],
    working: tuple[str, ...],
    audiences: tuple[str, ...],
    as_json: bool,
) -> None:
    """What is not named stays."""
    from cadre_tui.services.study import settling  # noqa: PLC0415 - only where somebody acts

    levels = {level.strip(): number(said) for level, _equals, said in (each.partition("=") for each in asked)}
    changes: dict[str, Any] = {}
    if OTHERS in levels:
        changes["required_of_others"] = levels.pop(OTHERS)
    if most_a_day is not None:
        changes["most_a_day"] = number(most_a_day)
    if weekday is not None:
        changes["weekday"] = weekday - 1
    free_days, working_days = tuple(map(day, free)), tuple(map(day, working))

    def change(before: StudySettings) -> StudySettings:
        now: dict[str, Any] = {
            **changes,
            "required": {**before.required, **levels},
            "free": tuple(sorted({*before.free, *free_days} - set(working_days))),
            "working": tuple(sorted({*before.working, *working_days} - set(free_days))),
        }
        if audiences:
            now["audiences"] = tuple(_audience(each, before) for each in audiences)
        return before.model_copy(update=now)

    _answer(settling.settle(organiser(invocation), change), as_json)


def _audience(written: str, before: StudySettings) -> Audience:
    audience_id, equals, levels = written.partition("=")
    if not equals or not audience_id.strip():
        raise BadInput("study-audience")
    known = before.audience(audience_id.strip())
    named = tuple(each.strip() for each in levels.split("+") if each.strip())
    title = known.title if known else Text({"zh": audience_id.strip()})
    return Audience(id=audience_id.strip(), title=title, levels=named)


def _answer(found: StudySettings, as_json: bool) -> None:
    from cadre_tui.locale import language  # noqa: PLC0415 - only where something is told
    from cadre_tui.words import terms as levels  # noqa: PLC0415
    from cadre_tui.words.study import terms  # noqa: PLC0415

    if as_json:
        tell(found.model_dump(mode="json"))
        return
    for each in found.audiences:
        who = levels.levels(each.levels)
        click.echo(
            _("班次 {id}：{title}（{levels}）").format(id=each.id, title=each.title.say(language()), levels=who)
        )
    for level, asked in found.required.items():
        click.echo(_("{level}一年 {hours} 学时").format(level=levels.level(level), hours=terms.hours(asked)))
    click.echo(_("其他干部一年 {hours} 学时").format(hours=terms.hours(found.required_of_others)))
    click.echo(_("一天最多 {hours} 学时").format(hours=terms.hours(found.most_a_day)))
    if found.free:
        click.echo(_("另外放假：{days}").format(days=_("、").join(each.isoformat() for each in found.free)))
    if found.working:
        click.echo(_("另外上班：{days}").format(days=_("、").join(each.isoformat() for each in found.working)))
