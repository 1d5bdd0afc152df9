"""What stands on each step of making a round: templates, fields with their faults, the whole. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from cadre_tui.locale import _, language
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round import Round, Unmet
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds.asked_of_many import AskedOfMany
from cadre_tui.services.rounds.rules.templates import TEMPLATES, Template
from cadre_tui.tui.drawing.columns import cut, fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.rounds.field_maker import Field, Surroundings
from cadre_tui.tui.rounds.fields import STEPS
from cadre_tui.tui.rounds.lines import condition_rows, said_rows, told, use_rows
from cadre_tui.words import faults
from cadre_tui.words.rounds.asked_of_many import asked_of_many_in_words
from cadre_tui.words.rounds.rules import rules_said
from cadre_tui.words.rounds.title import round_title

STEP_OF = {
    **dict.fromkeys(("id", "title", "mock"), 1),
    "use": 2,
    "units": 3,
    **dict.fromkeys(("colleagues", "reviewers", "seed", "spare_superiors", "inspectors", "group"), 4),
    **dict.fromkeys(("sequence", "opens", "deadlines", "grace"), 5),
    **dict.fromkeys(("secrecy", "min_raters", "min_comments", "unanimity", "validity"), 6),
}
"""On which step a fault is told, by the first key of its path; all others on the one before the preview."""

NOT_MADE = frozenset({"id-taken", "former", "people", "checklist"})
"""Conditions without which a round is not even made; all others are those of its opening."""


def step_of(fault: Fault) -> int:
    """The step on which a fault can be mended."""
    return STEP_OF.get(fault.path.split(".")[0], len(STEPS) - 2)


def template_rows(
    glyphs: Glyphs, width: int, choose: Callable[[Template], object], from_file: Callable[[], object]
) -> list[Row]:
    """The templates, each with when to take it; and a file."""
    found = [rule(_("从哪里开始"), "", glyphs)]
    for each in TEMPLATES:
        found.append(_entry(_(each.title), each.name, glyphs, partial(choose, each)))
        found += [words(line("    ", Part(piece, "quiet"))) for piece in wrap(_(each.what), max(width - 6, 10))]
    found.append(blank())
    found.append(_entry(_("从文件：写上轮次文件的路径"), "file", glyphs, from_file))
    return found


def field_rows(
    step: int,
    fields: Sequence[Field],
    found: Sequence[Fault],
    glyphs: Glyphs,
    width: int,
    edit: Callable[[Field], object],
    forward: Callable[[], object],
) -> list[Row]:
    """A line a field, what is wrong with it right below; at the end what is wrong with the step, and the way on."""
    rows = [rule(_(STEPS[step]), "", glyphs)]
    column = min(max((width_of(each.label) for each in fields), default=0), max(width // 2, 20)) + 2
    left = [each for each in found if step_of(each) == step]
    for each in fields:
        own = [fault for fault in left if _at(fault, each)]
        left = [fault for fault in left if fault not in own]
        rows.append(Row(partial(_field_line, each, column, bool(own), glyphs), partial(edit, each), each.name))
        for fault in own:
            rows += _fault(fault, faults.in_form(fault), glyphs, width)
    for fault in left:
        rows += _fault(fault, _of_the_step(fault), glyphs, width)
    way = _("下一步：{step}").format(step=_(STEPS[step + 1]))
    return [*rows, blank(), _entry(way, "forward", glyphs, forward)]


def waiting_rows(around: Surroundings, glyphs: Glyphs, width: int) -> list[Row]:
    """The checklists that cannot be chosen yet, and what for."""
    if not around.waiting:
        return []
    rows = [blank(), rule(_("还不能选"), "", glyphs)]
    for title, needs in around.waiting:
        why = _("{checklist}：要先启用插件 {plugins}")
        said = why.format(checklist=title.say(language()), plugins=_("、").join(needs))
        rows += told(glyphs.dot, said, width, "quiet")
    return rows


def _at(fault: Fault, one: Field) -> bool:
    """Whether a fault is told at a field: it is about it, about a part of it, or about what it is a part of."""
    return (
        fault.path == one.path or fault.path.startswith(one.path + ".") or one.path.startswith(f"{fault.path}.")
    ) and not (one.path.startswith("use") and fault.path == "use")


def _of_the_step(fault: Fault) -> str:
    """What is told at no single field."""
    if (fault.code, fault.path) == (codes.ROUND_EMPTY, "use"):
        return _("还没有选考评表：至少给一张写上权重")
    return faults.explanation(fault)


def _fault(fault: Fault, what: str, glyphs: Glyphs, width: int) -> list[Row]:
    sign = glyphs.dot if fault.warning else glyphs.wrong
    return told(f"  {sign}", what, width, "" if fault.warning else "wrong")


def _field_line(one: Field, column: int, wrong: bool, glyphs: Glyphs, width: int, here: bool) -> Line:
    style = "next" if here else ""
    value = cut(one.shown() or one.unset or "—", max(width - column - 5, 6), glyphs.ellipsis)
    sign = Part(f"{glyphs.wrong} ", "wrong") if wrong else Part("  ")
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        sign,
        Part(fit(one.label, column - 2, ellipsis=glyphs.ellipsis) + "  ", style),
        Part(value, "strong" if one.shown() else "quiet"),
    )


def _entry(text: str, name: str, glyphs: Glyphs, go: Callable[[], object]) -> Row:
    def draw(_width: int, here: bool) -> Line:
        return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {text}", "next" if here else ""))

    return Row(draw, go, name)


def preview_rows(
    rules: RoundRules | None,
    found: Sequence[Fault],
    fields: Sequence[Field],
    unmet: Sequence[Unmet] | None,
    many: AskedOfMany | None,
    around: Surroundings,
    glyphs: Glyphs,
    width: int,
    now: datetime,
    *,
    new: bool,
) -> list[Row]:
    """The whole as people will see it, with what stands in its way on top. ``unmet`` None: being looked over."""
    rows = [
        rule(_("有没有不对的"), "", glyphs),
        *_fault_rows(found, fields, glyphs, width),
        *(told(glyphs.dot, asked_of_many_in_words(many), width, "strong") if many is not None else ()),
        *_standing_rows(any(not fault.warning for fault in found), unmet, glyphs, width, new=new),
    ]
    if rules is None:
        return rows
    rows += [blank(), rule(round_title(rules.title, rules.mock), rules.id, glyphs)]
    titles = {name: title for name, title, _purposes in around.checklists}
    rows += use_rows(Round(rules=rules), titles, glyphs, width)
    rule_by = next((each for each in around.rules if each.name == rules.rule), None)
    return [*rows, blank(), *said_rows(rules_said(rules, now, around.roster, rule_by), width)]


def _fault_rows(found: Sequence[Fault], fields: Sequence[Field], glyphs: Glyphs, width: int) -> list[Row]:
    """Every fault with the step, and the field, on which it can be mended."""
    rows: list[Row] = []
    for fault in found:
        sign = glyphs.dot if fault.warning else glyphs.wrong
        at = next((each.label for each in fields if _at(fault, each)), None)
        what = _("{step}：{what}").format(step=at, what=faults.in_form(fault)) if at else _of_the_step(fault)
        text = _("{step}：{what}").format(step=_(STEPS[step_of(fault)]), what=what)
        rows += told(sign, text, width, "" if fault.warning else "wrong")
    return rows


def _standing_rows(wrong: bool, unmet: Sequence[Unmet] | None, glyphs: Glyphs, width: int, *, new: bool) -> list[Row]:
    """Whether the roster agrees, and how to say yes; ``wrong``: some field is not right yet."""
    rows = condition_rows(unmet, (), glyphs, width) if unmet else []
    if not wrong and unmet is None:
        rows += told(glyphs.dot, _("正在和花名册核对……"), width)
    elif not wrong and not unmet:
        rows += told(glyphs.done, _("没有不对的，花名册也对得上。"), width)
    if not wrong and not any(each.code in NOT_MADE for each in unmet or ()):
        if unmet:
            first = _("上面这些不妨碍先建好，开启以前要办好。")
            rows += told(glyphs.dot, first if new else _("上面这些不妨碍先改好，开启以前要办好。"), width)
        agree = _("看清楚了按 y 建好；要改按 Esc 回去。开启以前还可以改。")
        again = _("看清楚了按 y 改好；要改按 Esc 回去。开启以前还可以再改。")
        rows += told(glyphs.cursor, agree if new else again, width, "next")
    return rows
