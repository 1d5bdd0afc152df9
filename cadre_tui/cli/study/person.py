"""``cadre study show``: one person's year."""

from typing import Any

import click

from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.spoken import AS_JSON, SpokenCommand
from cadre_tui.cli.study.options import PERIOD, PERSON, about, period_in, today_of
from cadre_tui.cli.table import fitting
from cadre_tui.locale import N_, _
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.model.study.views import PersonYear


@click.command("show", cls=SpokenCommand, help=N_("看一年的学习：学时、集中学习、计划、证书"))
@PERSON
@PERIOD
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, person: str | None, period: str | None, as_json: bool) -> None:
    """One's own, or somebody else's as whoever watches over them."""
    from cadre_tui.services.study.overview import person_year  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services.study.settling import settings  # noqa: PLC0415

    session, whom = about(invocation, person)
    found = person_year(session, whom, period_in(period, today_of(session)))
    if as_json:
        tell(_json(found))
        return
    from cadre_tui.words.study import terms  # noqa: PLC0415
    from cadre_tui.words.study.year import hours_told, sessions_told  # noqa: PLC0415

    click.echo(f"{found.person.name}  {found.unit}  {terms.period(found.period)}")
    click.echo(hours_told(found))
    click.echo(sessions_told(found))
    for told in (_sessions(found), _entries(found, settings(session))):
        if told:
            click.echo("\n" + told)


def _sessions(found: PersonYear) -> str:
    """The sessions as a table; empty where there are none."""
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where it is not told as JSON

    rows = [
        (
            terms.when(each.session),
            each.session.theme or each.session.id,
            terms.hours(each.session.hours),
            terms.mark(each.attendance),
        )
        for each in found.sums.sessions
    ]
    headings = (_("日期"), _("集中学习"), _("学时"), _("签到"))
    return fitting(headings, rows, _("：")) if rows else ""


def _entries(found: PersonYear, settled: StudySettings) -> str:
    """What else was studied, as a table; empty where there is nothing."""
    from cadre_tui.words.study import terms  # noqa: PLC0415 - only where it is not told as JSON

    rows = [
        (
            each.id,
            each.day.isoformat(),
            each.title,
            terms.hours(each.hours),
            terms.source(each.source, settled),
            each.proof,
        )
        for each in (*found.sums.entries, *found.waiting)
    ]
    headings = (_("编号"), _("日期"), _("内容"), _("学时"), _("来源"), _("凭据"))
    return fitting(headings, rows, _("：")) if rows else ""


def _json(found: PersonYear) -> dict[str, Any]:
    sums = found.sums
    return {
        "person": found.person.id,
        "period": {"first": found.period.first.isoformat(), "last": found.period.last.isoformat()},
        "hours": float(sums.hours),
        "hours_together": float(sums.together),
        "hours_elsewhere": float(sums.elsewhere),
        "hours_waiting": float(sums.waiting),
        "hours_by_kind": {each.value: float(sums.of_kind(each)) for each in StudyKind},
        "hours_by_matter": {each.value: float(sums.of_matter(each)) for each in Matter},
        "hours_required": float(found.asked),
        "hours_required_so_far": float(found.asked_so_far),
        "behind": float(found.behind),
        "met": found.met,
        "sessions": len(sums.sessions),
        "attended": sums.attended,
        "made_up": sums.made_up,
        "excused": sums.excused,
        "absent": sums.absent,
        "plan": {"items": len(found.plan.kept), "done": found.plan.done},
        "certificates": [each.model_dump(mode="json") for each in found.ledger.certificates],
        "attendance": [
            {
                **each.attendance.model_dump(mode="json"),
                "theme": each.session.theme,
                "hours": float(each.session.hours),
            }
            for each in sums.sessions
        ],
        "entries": [each.model_dump(mode="json") for each in (*sums.entries, *found.waiting)],
    }
