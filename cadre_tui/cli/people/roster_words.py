"""What importing a roster changes, as the command line tells it: in tables by what happened, and as JSON."""

from collections.abc import Sequence
from typing import Any

from cadre_tui.cli.json_answer import person
from cadre_tui.cli.table import table
from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person
from cadre_tui.model.people.roster_change import Changed, Field, Happening, RosterChange
from cadre_tui.words import terms
from cadre_tui.words.people import persons as words

SHOWN = 30
"""People of a group that are shown by name; of more, the rest is counted."""


def told(change: RosterChange) -> str:
    """Everything that would change, by what happens to people."""
    parts = [_warnings(change.warnings)]
    parts.append(
        _("增加 {joined} 人，减少 {left} 人，变动 {changed} 人，不变 {same} 人。").format(
            joined=len(change.joined), left=len(change.left), changed=len(change.changed), same=change.same
        )
    )
    parts.append(_people(Happening.JOINED, change.joined))
    parts.append(_people(Happening.LEFT, change.left))
    parts += [_changes(happening, changed) for happening, changed in change.happened().items()]
    units = _("、").join(each.name for each in change.units_joined)
    if units and change.same + len(change.changed) + len(change.left):
        parts.append(_("新的单位：{units}").format(units=units))
    if change.units_left:
        parts.append(_("不再有的单位：{units}").format(units=_("、").join(each.name for each in change.units_left)))
    if change.left:
        parts.append(_("减少的人在已经开始的轮次里不受影响。"))
    return "\n\n".join(part for part in parts if part)


def _warnings(warnings: Sequence[Fault]) -> str:
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return "\n".join(_("提醒：{what}").format(what=sentence(each)) for each in warnings)


def heading(happening: Happening, count: int) -> str:
    """What a group is called, and how many are in it."""
    return _("{what}（{count} 人）").format(what=words.happening(happening), count=count)


def _people(happening: Happening, people: Sequence[Person]) -> str:
    if not people:
        return ""
    headings = (_("编号"), _("姓名"), _("单位"), _("层级"), _("职务"))
    rows = [(each.id, each.name, each.unit, terms.level(each.level), each.duty) for each in people[:SHOWN]]
    return heading(happening, len(people)) + "\n" + table(headings, rows) + _more(len(people))


def _changes(happening: Happening, changed: Sequence[Changed]) -> str:
    rows = [
        (
            each.after.id,
            each.after.name,
            words.field(field),
            words.value(each.before, field),
            words.value(each.after, field),
        )
        for each in changed[:SHOWN]
        for field in words.shown_by(happening, each.fields)
    ]
    headings = (_("编号"), _("姓名"), _("哪一项"), _("原来"), _("改为"))
    return heading(happening, len(changed)) + "\n" + table(headings, rows) + _more(len(changed))


def _more(count: int) -> str:
    return "\n" + _("……共 {count} 人").format(count=count) if count > SHOWN else ""


def as_json(change: RosterChange) -> dict[str, Any]:
    """The same for a script; nobody is left out."""
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return {
        "joined": [person(each) for each in change.joined],
        "left": [person(each) for each in change.left],
        "changed": [
            {
                "id": each.after.id,
                "name": each.after.name,
                "happened": [happening.value for happening in each.happenings],
                "fields": {
                    field: {"before": plain(each.before, field), "after": plain(each.after, field)}
                    for field in each.fields
                },
            }
            for each in change.changed
        ],
        "same": change.same,
        "counts": {happening.value: len(changed) for happening, changed in change.happened().items()},
        "units": {
            "joined": [each.name for each in change.units_joined],
            "left": [each.name for each in change.units_left],
        },
        "warnings": [{"code": each.code, "message": sentence(each)} for each in change.warnings],
    }


def plain(each: Person, field: Field) -> Any:
    """A field's value as JSON has it."""
    value = getattr(each, field)
    return list(value) if isinstance(value, tuple) else value
