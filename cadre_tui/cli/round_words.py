"""Rounds as the command line tells them: in words and tables, and as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cadre_tui.cli.json_answer import number, texts
from cadre_tui.cli.table import table
from cadre_tui.locale import _, language
from cadre_tui.model.fault import Fault
from cadre_tui.model.round import FILLING, Phase, Round
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.words import terms
from cadre_tui.words.rounds import round_title


def rules_in_words(rules: RoundRules, warnings: Sequence[Fault], now: datetime) -> str:
    """What was understood of a round file, so that a slip, or a deadline gone by, is seen before anybody is asked."""
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    rows = [(terms.purpose(use.by), use.checklist, f"{use.weight:f}" if use.weight else "·") for use in rules.use]
    parts = [f"{round_title(rules.title, rules.mock)}  {rules.id}", table((_("谁填"), _("考评表"), _("权重")), rows)]
    told = [(_("互评范围"), _colleagues(rules)), (_("参加单位"), _("、").join(rules.units) or _("全部单位"))]
    if rules.inspectors:
        told.append((_("督查人"), _("、").join(rules.inspectors)))
    told.append((_("最少几人评才显示"), str(rules.least_raters)))
    told += [
        (
            _("{purpose}截止").format(purpose=terms.purpose(purpose)),
            moment(until) + (_("（已经过了）") if until < now else ""),
        )
        for purpose, until in rules.deadlines.items()
    ]
    grades = (f"{each.text.say(language())} ≥{each.min:f}" for each in rules.grade)
    told.append((_("等次"), _("、").join(grades) or _("不评等次")))
    parts.append("\n".join(heading + _("：") + value for heading, value in told))
    parts += [_("提醒：{what}").format(what=sentence(each)) for each in warnings]
    return "\n\n".join(parts)


def _colleagues(rules: RoundRules) -> str:
    told = {"unit": _("同单位的同事"), "roster": _("花名册里写明的同事"), "none": _("不互评")}
    return told.get(rules.colleagues, rules.colleagues)


def moment(at: datetime) -> str:
    """A deadline with its zone."""
    zone = f"{at:%z}"
    return f"{at:%Y-%m-%d %H:%M} {zone[:3]}:{zone[3:5]}"


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
        "deadlines": {purpose.value: until.isoformat() for purpose, until in rules.deadlines.items()},
        "min_raters": rules.least_raters,
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
