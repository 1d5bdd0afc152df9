"""``cadre study summary`` and ``report``: how study stands, for supervisors; the half-year's summary in Word."""

from pathlib import Path
from typing import Any

import click

from cadre_tui.cli.acting import watching
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand
from cadre_tui.cli.study.options import PERIOD, TO_FOLDER, period_in, tell_made, today_of
from cadre_tui.cli.table import fitting
from cadre_tui.locale import N_, _
from cadre_tui.model.study.views import Standing, StudyOverview

MOST_DUE = 20


@click.command("summary", cls=SpokenCommand, help=N_("督查：学时、出勤、计划，按单位和层级；到期的事"))
@PERIOD
@AS_JSON
@click.pass_obj
def summary(invocation: Invocation, period: str | None, as_json: bool) -> None:
    """Everybody by the same measure."""
    from cadre_tui.services.study.overview import overview  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import terms  # noqa: PLC0415
    from cadre_tui.words.study.overview import cells, headings, level_name, rows  # noqa: PLC0415

    session = watching(invocation)
    found = overview(session, period_in(period, today_of(session)))
    if as_json:
        tell(_json(found))
        return
    click.echo(f"{terms.period(found.period)}  " + _("到 {day}").format(day=found.until.isoformat()))
    click.echo(fitting(headings(), rows(found), _("：")))
    click.echo("\n" + fitting(headings(), [cells(each, level_name(each.name)) for each in found.levels], _("：")))
    due = [(each.person.name, each.unit, terms.due(each)) for each in found.due[:MOST_DUE]]
    if due:
        click.echo("\n" + fitting((_("姓名"), _("单位"), _("该办的")), due, _("：")))
    if len(found.due) > MOST_DUE:
        click.echo(_("……共 {count} 件").format(count=len(found.due)))


@click.command("report", cls=SpokenCommand, help=N_("出学习情况小结（Word），可以再改"))
@PERIOD
@TO_FOLDER
@AS_JSON
@click.pass_obj
def report(invocation: Invocation, period: str | None, to: Path, as_json: bool) -> None:
    """Ready to be edited."""
    from cadre_tui.services.documents import study as papers  # noqa: PLC0415
    from cadre_tui.services.documents.folder import Folder  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.words.study import documents  # noqa: PLC0415

    session = watching(invocation)
    path = papers.summary(session, period_in(period, today_of(session)), Folder(to), documents)
    tell_made(path, as_json)


def _json(found: StudyOverview) -> dict[str, Any]:
    return {
        "period": {"first": found.period.first.isoformat(), "last": found.period.last.isoformat()},
        "until": found.until.isoformat(),
        "whole": _standing(found.whole),
        "units": [_standing(each) for each in found.units],
        "levels": [_standing(each) for each in found.levels],
        "leaders": _standing(found.leaders),
        "others": _standing(found.others),
        "held": found.held,
        "planned": found.planned,
        "due": [
            {"what": each.what, "person": each.person.id, "unit": each.unit, "count": float(each.count)}
            for each in found.due
        ],
    }


def _standing(of: Standing) -> dict[str, Any]:
    return {
        **of.model_dump(mode="json"),
        "hours": float(of.hours),
        "mean_hours": float(of.mean_hours),
        "attendance": None if of.attendance is None else float(of.attendance),
        "carried_out": None if of.carried_out is None else float(of.carried_out),
    }
