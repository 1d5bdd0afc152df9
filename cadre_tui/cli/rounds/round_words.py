"""Rounds as the command line tells them: in words and tables, and as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cadre_tui.cli.json_answer import number, rule_by_json, texts
from cadre_tui.cli.table import table
from cadre_tui.locale import _
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import FILLING, Phase, Round, Unmet
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.words import terms
from cadre_tui.words.rounds.title import round_title

if TYPE_CHECKING:
    from cadre_tui.services.rounds.asked_of_many import AskedOfMany
    from cadre_tui.services.rounds.rules.templates import Template


def rules_in_words(
    rules: RoundRules, warnings: Sequence[Fault], now: datetime, rule_by: PinnedRule | None = None
) -> str:
    """What was understood of a round file, so that a slip, or a deadline gone by, is seen before anybody is asked."""
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only
    from cadre_tui.words.rounds.rules import rules_said, weight  # noqa: PLC0415

    rows = [(terms.purpose(use.by), use.checklist, weight(use.weight)) for use in rules.use]
    title = f"{round_title(rules.title, rules.mock)}  {rules.id}"
    parts = [title, table((_("谁填"), _("考评表"), _("权重")), rows)]
    parts.append("\n".join(each.label + _("：") + each.text for each in rules_said(rules, now, None, rule_by)))
    parts += [_("提醒：{what}").format(what=sentence(each)) for each in warnings]
    return "\n\n".join(parts)


def templates_in_words(templates: "Sequence[Template]") -> str:
    """What one may begin from, and how."""
    rows = [(each.name, _(each.title), _(each.what)) for each in templates]
    told = _("写成文件再改：cadre round template {name} --to 轮次.toml").format(name=templates[0].name)
    return table((_("名称"), _("模板"), _("什么时候用")), rows) + "\n\n" + told


def standing(held: Round) -> str:
    """The phase, and the hash of the rules from the opening on."""
    told = [_("阶段：{phase}").format(phase=terms.phase(held.phase))]
    if held.rules_hash:
        told.append(_("规则指纹：{hash}").format(hash=held.rules_hash))
    return "\n".join(told)


def next_in_words(to: Phase | None, unmet: Sequence[Unmet]) -> str:
    """The phase that follows, and what still stands in its way."""
    from cadre_tui.words.rounds import conditions  # noqa: PLC0415 - needed here only

    if to is None:
        return _("这一轮已经归档，没有下一步。")
    if not unmet:
        return _("下一步可以变成“{phase}”：条件都做到了。").format(phase=terms.phase(to))
    told = _("下一步是“{phase}”，还差 {count} 条：").format(phase=terms.phase(to), count=len(unmet))
    return "\n".join((told, *(f"  {conditions.sentence(each)}" for each in unmet)))


def next_json(to: Phase | None, unmet: Sequence[Unmet]) -> dict[str, Any]:
    """The same for a script: the codes, and the sentences."""
    from cadre_tui.words.rounds import conditions  # noqa: PLC0415 - needed here only

    told = [{"code": each.code, "message": conditions.sentence(each)} for each in unmet]
    return {"next": to.value if to else None, "unmet": told}


def question(held: Round, to: Phase) -> str:
    """What is asked before a step that cannot be taken back."""
    asked = {
        Phase.SELF: _("开启“{round}”吗？开启以后考评表和花名册不再随文件变动。先自评，互评另外开启。"),
        Phase.PEER: _("开始“{round}”的互评吗？自评就此结束，谁也不能再填写自评。"),
        Phase.OPEN: _("开启“{round}”吗？开启以后考评表和花名册不再随文件变动。"),
        Phase.MODERATION: _("结束“{round}”吗？结束以后谁也不能再填写。"),
        Phase.PUBLISHED: _("公布“{round}”吗？公布以后每个人都能看到自己的结果。"),
        Phase.ARCHIVED: _("把“{round}”归档吗？归档以后只能看，不能再改。"),
    }
    return asked[to].format(round=round_title(held.rules.title, held.rules.mock))


def moved(held: Round) -> str:
    """What has just been done."""
    told = {
        Phase.OPEN: _("“{round}”已经开启，大家可以填写了。"),
        Phase.SELF: _("“{round}”已经开启，大家可以填写自评了。"),
        Phase.PEER: _("“{round}”的互评已经开始，大家可以填写了。"),
        Phase.MODERATION: _("“{round}”已经结束。结果还没有公布。"),
        Phase.PUBLISHED: _("“{round}”已经公布。"),
        Phase.ARCHIVED: _("“{round}”已经归档。"),
    }
    said = told[held.phase].format(round=round_title(held.rules.title, held.rules.mock))
    if held.phase in FILLING:
        said += "\n" + _("规则指纹：{hash}").format(hash=held.rules_hash)
    return said


def rounds_in_words(held: Sequence[Round]) -> str:
    """All rounds, the newest first."""
    if not held:
        return _("还没有考评轮次：用 cadre round new 新建。")
    rows = [(each.id, round_title(each.rules.title, each.rules.mock), terms.phase(each.phase)) for each in held]
    return table((_("编号"), _("名称"), _("阶段")), rows)


def round_json(held: Round) -> dict[str, Any]:
    """A round and its rules."""
    rules = held.rules
    return {
        "round": held.id,
        "title": texts(rules.title),
        "phase": held.phase.value,
        "checklists": [
            {"checklist": use.checklist, "by": use.by.value, "weight": number(use.weight)} for use in rules.use
        ],
        "mock": rules.mock,
        "secrecy": rules.secrecy.value,
        "rules_hash": held.rules_hash or None,
        "pins": {pin.name: pin.digest for pin in held.pins},
        "deadlines": {purpose.value: until.isoformat() for purpose, until in held.deadlines.items()},
        "min_raters": rules.least_raters,
        "rule": str(rules.rule),
        "rule_by": rule_by_json(held.rule_by),
        "adopt": rules.adopt,
        "quota": rules.quota.model_dump(mode="json") if rules.quota else None,
        "refer": [each.model_dump(mode="json", exclude_none=True) for each in rules.refer],
        "former": rules.former,
        "opened": _moment_json(held.opened),
        "closed": _moment_json(held.closed),
        "published": _moment_json(held.published),
        "archived": _moment_json(held.archived),
    }


def _moment_json(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def warnings_json(warnings: Sequence[Fault]) -> list[dict[str, Any]]:
    """What was noticed though it does not stop the work."""
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return [{"code": each.code, "line": each.place.line, "message": sentence(each)} for each in warnings]


def many_in_words(found: "AskedOfMany") -> str:
    """That somebody is asked about too many."""
    from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words  # noqa: PLC0415 - needed here only

    return _("提醒：{what}").format(what=asked_of_many_in_words(found))


def many_json(found: "AskedOfMany | None") -> list[dict[str, Any]]:
    """The same for a script, as a warning is told."""
    from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words  # noqa: PLC0415 - needed here only

    if found is None:
        return []
    told = {"code": "asked-of-many", "line": None, "message": asked_of_many_in_words(found)}
    return [{**told, "people": found.people, "most": found.most}]
