"""``cadre roster show`` and ``cadre roster history``: who is, or was, in which unit at which level."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import click

from cadre_tui.cli.acting import session_of
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import person as person_as_json
from cadre_tui.cli.json_answer import tell
from cadre_tui.cli.people.roster_words import plain
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import table
from cadre_tui.locale import M_, N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.nearest import nearest
from cadre_tui.model.people.person import Person, Role, Roster
from cadre_tui.model.people.roster_change import Happening, differing
from cadre_tui.model.people.roster_history import Difference, Import
from cadre_tui.words import terms
from cadre_tui.words.people import persons as words


@click.command("show", cls=SpokenCommand, help=N_("看花名册：现在的，某一天的，或某一轮开启时的"))
@click.option("--unit", cls=SpokenOption, metavar=M_("单位"), help=N_("只看这个单位的人（含在这里兼职的）"))
@click.option(
    "--on",
    "day",
    cls=SpokenOption,
    metavar=M_("年-月-日"),
    type=click.DateTime(["%Y-%m-%d"]),
    help=N_("看这一天结束时的花名册，写成 2026-07-01"),
)
@click.option("--round", "round_id", cls=SpokenOption, metavar=M_("轮次编号"), help=N_("看这一轮开启时的花名册"))
@AS_JSON
@click.pass_obj
def show(invocation: Invocation, unit: str | None, day: datetime | None, round_id: str | None, as_json: bool) -> None:
    """The whole roster, or one unit's people, of today or of another day."""
    if day is not None and round_id is not None:
        raise BadInput("on-or-round")
    session = session_of(invocation, Role.ORGANISER)
    found = _asked_for(session, day.date() if day else None, round_id)
    people = _of_unit(found, unit) if unit is not None else found.people
    names = {each.id: each.name for each in found.units}
    if as_json:
        units = [{"id": each.id, "name": each.name} for each in found.units]
        tell({"people": [person_as_json(each) for each in people], "units": units})
        return
    click.echo(_("{people} 人，{units} 个单位").format(people=len(people), units=len({each.unit for each in people})))
    if people:
        click.echo("\n" + _people(people, names))


def _asked_for(session: Any, day: date | None, round_id: str | None) -> Roster:
    from cadre_tui.services.people import history as service  # noqa: PLC0415 - only where somebody acts

    if round_id is not None:
        from cadre_tui.services.rounds.roster import roster_of_round  # noqa: PLC0415

        return roster_of_round(session, round_id)
    return service.roster_today(session) if day is None else service.roster_on(session, day)


def _of_unit(roster: Roster, unit: str) -> tuple[Person, ...]:
    people = tuple(each for each in roster.people if unit in (each.unit, *each.also_in))
    if not people:
        meant = nearest(unit, [each.id for each in roster.units], alike=0.5)
        raise BadInput("unit-near", unit=unit, meant=meant) if meant else BadInput("unit-unknown", unit=unit)
    return people


def _people(people: Sequence[Person], names: dict[str, str]) -> str:
    """By unit, in the order of the roster; columns that nobody has anything in are left out."""
    headings = (_("单位"), _("编号"), _("姓名"), _("层级"), _("职务"), _("状态"), _("兼任单位"), _("参评"))
    order = {unit: at for at, unit in enumerate(dict.fromkeys(each.unit for each in people))}
    rows = [
        (
            names.get(each.unit, each.unit),
            each.id,
            each.name,
            terms.level(each.level),
            each.duty,
            words.standing(each.standing),
            _("、").join(names.get(unit, unit) for unit in each.also_in),
            "" if each.rated else _("仅评价"),
        )
        for each in sorted(people, key=lambda each: order[each.unit])
    ]
    kept = [at for at in range(len(headings)) if any(row[at] for row in rows)]
    return table([headings[at] for at in kept], [[row[at] for at in kept] for row in rows])


@click.command("history", cls=SpokenCommand, help=N_("看花名册的变动记录：每次导入，或者一个人的"))
@click.argument("who", cls=SpokenArgument, metavar=M_("人员编号或姓名"), required=False)
@AS_JSON
@click.pass_obj
def history(invocation: Invocation, who: str | None, as_json: bool) -> None:
    """Every import, the newest first; of a person what each of them changed."""
    from cadre_tui.services.people import history as service  # noqa: PLC0415 - only where somebody acts

    session = session_of(invocation, Role.ORGANISER)
    if who is not None:
        person, told = service.history_of(session, who)
        if as_json:
            changes = [{**_head(done), **_difference(each)} for done, each in told]
            tell({"person": person_as_json(person), "changes": changes})
        else:
            click.echo(_life(person, told))
        return
    imports = service.imports(session)
    if as_json:
        tell({"imports": [{**_head(done), "counts": _counts(done), "people": _all(done)} for done in imports]})
    elif imports:
        click.echo(_imports(imports))
    else:
        click.echo(_("还没有变动记录。"))


def _imports(imports: Sequence[Import]) -> str:
    rows = [
        (str(done.number), local(done.at), done.by_name or done.by, done.file, words.counted(done.counts))
        for done in imports
    ]
    return table((_("次序"), _("时间"), _("谁导入的"), _("文件"), _("变动")), rows)


def _life(person: Person, told: Sequence[tuple[Import, Difference]]) -> str:
    head = " ".join(part for part in (person.id, person.name, person.unit, person.duty) if part)
    if not told:
        return head + "\n\n" + _("没有变动记录。")
    rows = [(local(done.at), *row) for done, each in told for row in _rows(each)]
    return head + "\n\n" + table((_("时间"), _("变动"), _("哪一项"), _("原来"), _("改为")), rows)


def _rows(each: Difference) -> list[tuple[str, str, str, str]]:
    if each.before is None:
        return [(words.happening(Happening.JOINED), "", "", _place(each.person))]
    if each.after is None:
        return [(words.happening(Happening.LEFT), "", _place(each.person), "")]
    fields = differing(each.before, each.after)
    return [
        (words.happening(what), words.field(name), words.value(each.before, name), words.value(each.after, name))
        for what in each.happenings
        for name in words.shown_by(what, fields)
    ]


def _place(person: Person) -> str:
    return " ".join(part for part in (person.unit, terms.level(person.level), person.duty) if part)


def local(at: datetime) -> str:
    """A moment to the minute, by the clock of China, as a day's roster is."""
    from cadre_tui.services.people.history import CHINA  # noqa: PLC0415 - only where somebody acts

    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _head(done: Import) -> dict[str, Any]:
    return {"import": done.number, "at": done.at.isoformat(), "by": done.by, "file": done.file}


def _counts(done: Import) -> dict[str, int]:
    return {what.value: count for what, count in done.counts.items()}


def _all(done: Import) -> list[dict[str, Any]]:
    return [{"id": each.person.id, "name": each.person.name, **_difference(each)} for each in done.differences]


def _difference(each: Difference) -> dict[str, Any]:
    told: dict[str, Any] = {
        "happened": [what.value for what in each.happenings],
        "before": person_as_json(each.before) if each.before else None,
        "after": person_as_json(each.after) if each.after else None,
    }
    if each.before and each.after:
        names = differing(each.before, each.after)
        told["fields"] = {
            name: {"before": plain(each.before, name), "after": plain(each.after, name)} for name in names
        }
    return told
