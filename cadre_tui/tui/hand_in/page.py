"""What stands on the page on which one hands in: what is missing, a summary, the question before it is done. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import Final

from cadre_tui.locale import _, language, ngettext
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.form import Form, Gap
from cadre_tui.model.filling.home import Task, Todo
from cadre_tui.model.growth.plan import PlanLine
from cadre_tui.scoring import validity
from cadre_tui.scoring.sheet import Scorer
from cadre_tui.services.rounds.hours import zone_of
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.drawing.columns import fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.progress import Stage, moment, stage, time_left
from cadre_tui.tui.form.state import FormState, Typed
from cadre_tui.tui.form.words import MISSING
from cadre_tui.tui.home.page import remarks

LONG: Final = 400
"""Gaps that are listed; of more, only the number is told."""


class Step(Enum):
    """Whether something is being asked before it is done."""

    LOOKING = auto()
    HANDING_IN = auto()
    TAKING_BACK = auto()


@dataclass(frozen=True)
class Found:
    """All that is known: the tasks, their forms in the same order, what is missing of them, and one's own plan."""

    todo: Todo
    forms: tuple[Form, ...]
    gaps: tuple[Gap, ...]
    typed: tuple[Typed, ...]
    plan: PlanLine | None = None

    @property
    def handed_in(self) -> bool:
        """Whether everything is."""
        return all(task.state is State.SUBMITTED for task in self.todo.tasks)

    @property
    def may_take_back(self) -> bool:
        """Whether something is handed in, and the round still lets it be taken back."""
        handed_in = (task for task in self.todo.tasks if task.state is State.SUBMITTED)
        return self.todo.open and not all(task.sealed for task in handed_in)

    def missing(self) -> tuple["Missed", ...]:
        """Every single thing that is missing or wrong, form by form."""
        owed = {(gap.task.subject.id, gap.task.checklist): gap.missing for gap in self.gaps}
        anew = {(gap.task.subject.id, gap.task.checklist) for gap in self.gaps if gap.anew}
        missed: list[Missed] = []
        for form, typed in zip(self.forms, self.typed, strict=True):
            if (form.task.subject.id, form.task.checklist) in anew:
                missed.append(Missed(form, "", 0, (_(Stage.ANEW.value),)))
            by_criterion: dict[str, list[str]] = {}
            for each in owed.get((form.task.subject.id, form.task.checklist), ()):
                by_criterion.setdefault(each.criterion, []).append(_(MISSING[each.what]))
            wrong = wrong_in(form, typed)
            for criterion in wrong:
                by_criterion.setdefault(criterion, []).append(_("填得不对"))
            numbers = {each.id: number for number, each in enumerate(form.checklist.criteria(), 1)}
            for criterion in sorted(by_criterion, key=lambda each: numbers[each]):
                counted = criterion in wrong and _counts(form, criterion)
                missed.append(Missed(form, criterion, numbers[criterion], tuple(by_criterion[criterion]), counted))
        return tuple(missed)


@dataclass(frozen=True)
class Missed:
    """What is missing of one criterion of one form; without a criterion, of the form as a whole.

    ``counted``: what was saved of it before something wrong was typed counts as an answer.
    """

    form: Form
    criterion: str
    number: int
    what: tuple[str, ...]
    counted: bool = False


@dataclass(frozen=True)
class Doors:
    """What choosing a row does."""

    form: Callable[[Task, str | None], object]
    ask: Callable[[Step], object]
    hand_in: Callable[[], object]
    take_back: Callable[[], object]


def wrong_in(form: Form, typed: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    """The criteria in which something stands that is no value and so is not saved."""
    if not typed:
        return ()
    state = FormState(form, lambda _criterion, _answer: None, dict(typed))
    return tuple(each for each in state.order if state.wrong(each))


def _counts(form: Form, criterion: str) -> bool:
    """Whether what is saved of a criterion is among the answers that must be there."""
    asked, answer = form.checklist.criterion(criterion), form.response.answers.get(criterion)
    return asked is not None and asked.required and answer is not None and answer.given


def headline(found: Found) -> str:
    """How things stand, in a word or two."""
    if found.handed_in:
        return _("已提交")
    missing = len(found.missing())
    if missing:
        return ngettext("还缺 {count} 处", "还缺 {count} 处", missing).format(count=missing)
    return _("已齐，可以提交") if found.todo.open else _("已过期限，没有提交")


def rows(found: Found, step: Step, glyphs: Glyphs, now: datetime, doors: Doors) -> list[Row]:
    """The whole list."""
    if step is Step.HANDING_IN:
        return _question(
            glyphs,
            _("现在提交这 {count} 份？提交后只能看；期限以前可以收回再改。").format(count=len(found.todo.tasks)),
            (_("确认提交"), doors.hand_in),
            (_("先不提交"), partial(doors.ask, Step.LOOKING)),
        )
    if step is Step.TAKING_BACK:
        return _question(
            glyphs,
            _("收回已经提交的？收回后可以改，改完要重新提交才算数。"),
            (_("确认收回"), doors.take_back),
            (_("不收回"), partial(doors.ask, Step.LOOKING)),
        )
    missing = found.missing()
    told = [blank(), *(words(line(f" {each}")) for each in _state_of_things(found, len(missing), now))]
    if missing and not found.handed_in:
        return [*told, blank(), *_missing_rows(missing, found, glyphs, doors)]
    if found.todo.open and not found.handed_in:
        told += [blank(), _choice(glyphs, _("提交"), partial(doors.ask, Step.HANDING_IN))]
    elif found.may_take_back:
        told += [blank(), _choice(glyphs, _("收回修改"), partial(doors.ask, Step.TAKING_BACK))]
    return [*told, blank(), *(_form_row(form, glyphs, doors) for form in found.forms)]


def _state_of_things(found: Found, missing: int, now: datetime) -> list[str]:
    told = []
    if found.handed_in:
        last = max((form.response.submitted for form in found.forms if form.response.submitted), default=None)
        when = moment(last.astimezone(zone_of(found.todo.deadline))) if last else ""
        told.append(_("{count} 份都已提交（{when}），现在只能看。").format(count=len(found.forms), when=when))
        late = sum(form.response.late for form in found.forms)
        if late:
            told.append(ngettext("其中 {count} 份是迟交。", "其中 {count} 份是迟交。", late).format(count=late))
    elif missing:
        told.append(_("下面这些补齐了才能提交。选一处按 Enter，就到那一项。"))
    else:
        told.append(_("{count} 份都答完了，请再看一遍，然后提交。").format(count=len(found.forms)))
    if found.todo.deadline:
        until = moment(found.todo.deadline)
        left = time_left(found.todo.deadline, now, grace=found.todo.open)
        told.append(_("期限：{moment}（{left}）").format(moment=until, left=left))
    return told + remarks(found.todo.tasks) + _bounds(found)


def _bounds(found: Found) -> list[str]:
    """The round's rules on what may stay blank and on the best grade, and how things stand."""
    told: list[str] = []
    if not found.forms or found.handed_in:
        return told
    rule = found.forms[0].bounds
    if rule.blanks is not None:
        filled = [validity.fill(form.checklist, form.response.answers) for form in found.forms if not form.sealed]
        most = max((validity.most(rule.blanks, each.asked) for each in filled), default=0)
        blank = sum(len(each.blank) for each in filled)
        told.append(
            _("每份最多可以空 {most} 项，提交时算“不了解”；现在一共空 {count} 项。").format(most=most, count=blank)
        )
    if rule.best is not None:
        grid = Grid(found.forms)
        most, names = validity.most_best(rule.best, grid.judged), grid.best
        said = _("最好的等次最多给 {most} 人，现在 {count} 人").format(most=most, count=len(names))
        told.append(said + (_("：{names}").format(names=_("、").join(names)) if len(names) > most else _("。")))
    return told


def _missing_rows(missing: Sequence[Missed], found: Found, glyphs: Glyphs, doors: Doors) -> list[Row]:
    listed: list[Row] = []
    for form in found.forms:
        of_form = [each for each in missing if each.form is form]
        if not of_form:
            continue
        title = _title(form)
        task = form.task
        wrong = sum(each.counted for each in of_form)  # as the form counts: what is wrong is not answered yet
        listed.append(words(line(" ", Part(title, "strong"), f"  {task.answered - wrong}/{task.asked}")))
        listed += [_missed_row(each, glyphs, doors) for each in of_form[:LONG]]
        more = len(of_form) - LONG
        if more > 0:
            told = ngettext("还有 {count} 处", "还有 {count} 处", more).format(count=more)
            listed.append(words(line(f"    {told}")))
        listed.append(blank())
    return listed


def _missed_row(missed: Missed, glyphs: Glyphs, doors: Doors) -> Row:
    criterion = missed.form.checklist.criterion(missed.criterion)
    text = criterion.text.say(language()) if criterion else _("封存的一份，不能照原样提交：打开后按 w")
    what = _("、").join(missed.what)

    def draw(width: int, here: bool) -> Line:
        room = max(width - width_of(what) - 12, 8)
        return line(
            Part(f" {glyphs.cursor if here else ' '} ", "next"),
            Part(f"{glyphs.wrong} ", "wrong"),
            Part(f"{missed.number or '':<4}{fit(text, room, ellipsis=glyphs.ellipsis)} ", "next" if here else ""),
            Part(what, "wrong"),
        )

    task = missed.form.task
    name = f"{task.subject.id} {task.checklist} {missed.criterion}"
    return Row(draw, partial(doors.form, task, missed.criterion or None), name)


def _form_row(form: Form, glyphs: Glyphs, doors: Doors) -> Row:
    task, now = form.task, stage(form.task)
    told = f"{task.answered}/{task.asked}  {now.word}"
    total = _total(form)

    def draw(width: int, here: bool) -> Line:
        room = max(width - width_of(told) - width_of(total) - 9, 8)
        return line(
            Part(f" {glyphs.cursor if here else ' '} ", "next"),
            Part(f"{now.sign(glyphs)} {fit(_title(form), room, ellipsis=glyphs.ellipsis)} ", "next" if here else ""),
            Part(total, "strong"),
            Part(f"  {told}", "quiet"),
        )

    return Row(draw, partial(doors.form, task, None), f"{task.subject.id} {task.checklist}")


def _title(form: Form) -> str:
    """The checklist; about a colleague, their name before it."""
    title = form.task.title.say(language())
    if form.task.purpose is Purpose.SELF:
        return title
    return _("{person} · {checklist}").format(person=form.task.subject.name, checklist=title)


def _total(form: Form) -> str:
    """What the answers come to by this checklist; not about colleagues, of whom nobody is to be summed up at once."""
    if form.task.purpose is Purpose.PEER or form.task.answered < form.task.asked:
        return ""
    total = Scorer(form.checklist).score(form.response.answers).total
    return "" if total is None else _("{points} 分").format(points=total)


def _question(glyphs: Glyphs, question: str, *choices: tuple[str, Callable[[], object]]) -> list[Row]:
    return [blank(), words(line(f" {question}")), blank(), *(_choice(glyphs, label, go) for label, go in choices)]


def _choice(glyphs: Glyphs, label: str, go: Callable[[], object]) -> Row:
    def draw(_width: int, here: bool) -> Line:
        return line(Part(f" {glyphs.cursor if here else ' '} {label}", "next" if here else "strong"))

    return Row(draw, go, f"do {label}")
