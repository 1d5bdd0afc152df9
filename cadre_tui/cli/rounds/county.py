"""``cadre county``: what a round found about the county and its units, as text tables or as JSON."""

from typing import Any

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import number, tell, texts, unlike_json
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.county_result import (
    BANDS,
    CountyResult,
    CriterionAsked,
    Figures,
    FormerRound,
    Reached,
    Sides,
    UnitFigures,
)
from cadre_tui.words.county.tables import notes, tables
from cadre_tui.words.oversight.audit import seal
from cadre_tui.words.rounds.title import round_title


@click.command(
    "county",
    cls=SpokenCommand,
    help=N_("看一轮全县和各单位合计的结果：分布、四项重点、薄弱项、比上轮；公布以后才能看"),
)
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("只看这个单位（名称或编号）"))
@AS_JSON
@click.pass_obj
def county(invocation: Invocation, round_id: str, unit: str | None, as_json: bool) -> None:
    """Organisers and supervisors see every unit, a clerk their own, a cadre the county alone."""
    from cadre_tui.cli.oversight.progress import Progress  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services import audit  # noqa: PLC0415
    from cadre_tui.services.people import accounts  # noqa: PLC0415
    from cadre_tui.services.results.county.result import county_result  # noqa: PLC0415
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415

    session = signed_in(invocation)
    roles = (each for each in (Role.ORGANISER, Role.SUPERVISOR, Role.CLERK) if each in session.roles)
    session = accounts.act_as(session, next(roles, Role.CADRE))
    with Progress(N_("已汇总 {done}/{of} 人，Ctrl+C 停下")) as progress:
        found = county_result(session, round_id, progress.tell)
    only = None if unit is None else _unit(found, unit)
    if as_json:
        tell(_as_json(found, only))
        return
    click.echo(_title(found, only) + "\n")
    for each in tables(found, only):
        click.echo(f"{each.title}\n{fitting(each.headings, each.rows, _('：'))}\n")
    click.echo("\n".join(notes(found)) + "\n")
    click.echo("\n".join(seal(find(session.county, round_id).rules_hash, audit.last_hash(session.county))))


def _title(found: CountyResult, only: UnitFigures | None) -> str:
    return "  ".join((round_title(found.title, found.mock), _("全县") if only is None else only.name))


def _unit(found: CountyResult, wanted: str) -> UnitFigures:
    """The unit of that id or name.

    Raises:
        BadInput: there is none, or it is not theirs to see.
    """
    unit = next((each for each in found.units if wanted in (each.id, each.name)), None)
    if unit is None:
        raise BadInput("county-no-unit", unit=wanted, round=found.round)
    return unit


def _as_json(found: CountyResult, only: UnitFigures | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "round": found.round,
        "title": texts(found.title),
        "mock": found.mock,
        "least": found.least,
        "bands": list(BANDS),
        "grades": [texts(each) for each in found.grades],
        "criteria": [_criterion_json(each) for each in found.criteria],
    }
    if only is not None:
        return {**told, "unit": _unit_json(only)}
    return {
        **told,
        "county": _sides_json(found.county),
        "levels": [{"level": each.level, **_figures_json(each.figures)} for each in found.levels],
        "units": [_unit_json(each) for each in found.units],
        "former": [_former_json(each) for each in found.course],
    }


def _criterion_json(criterion: CriterionAsked) -> dict[str, Any]:
    return {
        "key": criterion.key,
        "text": texts(criterion.text),
        "points": number(criterion.points),
        "focus": criterion.focus.value if criterion.focus else None,
        "by": criterion.by.value,
    }


def _former_json(former: FormerRound) -> dict[str, Any]:
    return {
        "round": former.round,
        "people": former.people,
        "mean": number(former.mean),
        "same": former.same,
        "not_comparable": [
            {"id": one.criterion, "checklist": one.checklist, **(unlike_json(one.unlike) or {})}
            for one in former.apart
        ],
        "other": list(former.other),
        "profile": {key: number(share) for key, share in former.profile.items()},
    }


def _unit_json(unit: UnitFigures) -> dict[str, Any]:
    before = [
        {"round": name, "profile": {key: number(share) for key, share in profile.items()}}
        for name, profile in unit.before.items()
    ]
    return {"id": unit.id, "name": unit.name, **_sides_json(unit.sides), "former": before}


def _sides_json(sides: Sides) -> dict[str, Any]:
    return {
        "all": _figures_json(sides.everybody),
        "leaders": _figures_json(sides.leaders),
        "others": _figures_json(sides.others),
    }


def _figures_json(figures: Figures) -> dict[str, Any]:
    spread = figures.total
    return {
        "people": figures.people,
        "scored": figures.scored,
        "mean": number(spread.mean) if spread else None,
        "median": number(spread.median) if spread else None,
        "quartiles": [number(spread.lower), number(spread.upper)] if spread and spread.lower is not None else None,
        "change": number(figures.change),
        "grades": None if figures.grades is None else list(figures.grades),
        "profile": {key: _reached_json(each) for key, each in figures.profile.items()},
        "criteria": {key: _reached_json(each) for key, each in figures.criteria.items()},
        "kept_back": sorted(figures.kept_back),
    }


def _reached_json(reached: Reached) -> dict[str, Any]:
    return {
        "people": reached.people,
        "share": number(reached.share),
        "points": number(reached.points),
        "change": number(reached.change),
        "bands": None if reached.bands is None else list(reached.bands),
    }
