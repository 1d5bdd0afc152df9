"""What stands on a cadre's home: what to do, by round, and what may be looked at. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from cadre_tui.locale import _, language, ngettext, pgettext
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.filling.home import Home, PublishedLine, Task, Todo
from cadre_tui.model.growth.plan import PlanLine
from cadre_tui.tui.drawing.columns import cut, fit, width_of
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.drawing.progress import Stage, moment, ready_to_hand_in, stage, stage_of_all, time_left
from cadre_tui.tui.drawing.rule import rule as rule  # noqa: PLC0414 - where it was looked for before
from cadre_tui.words import terms
from cadre_tui.words.amending import amended_in_words
from cadre_tui.words.rounds.title import round_title
from cadre_tui.words.secrecy import sealed_in_words

WIDEST = 100
"""Cells that a line takes at most: what belongs together stands together."""

TIMES = 8
"""Former totals that the line of results shows at most."""


@dataclass(frozen=True)
class Doors:
    """What choosing an entry opens."""

    form: Callable[[Task], object]
    colleagues: Callable[[Todo], object]
    hand_in: Callable[[Todo], object]
    result: Callable[[PublishedLine], object]
    plan: Callable[[PlanLine], object]


@dataclass(frozen=True)
class Doing:
    """One thing to do, as it is drawn."""

    what: str
    title: str
    done: str
    stage: Stage
    left: str
    next: bool = False


def rows(home: Home, glyphs: Glyphs, now: datetime, doors: Doors) -> list[Row]:
    """All lines of the list."""
    found: list[Row] = []
    plan = [_plan_row(home.plan, glyphs, doors)] if home.plan and home.plan.open else []
    for round_id in dict.fromkeys(todo.round for todo in home.todos):
        todos = [todo for todo in home.todos if todo.round == round_id]
        found.append(rule(_("待办"), round_title(todos[0].round_title, todos[0].mock), glyphs))
        for todo in todos:
            found += _todo_rows(todo, glyphs, now, doors)
        found += [*plan, blank()]
        plan = []
    if not home.todos:
        nothing = words(line("  ", _("现在没有要做的事。")))
        found += [rule(_("待办"), "", glyphs), *(plan or [nothing]), blank()]
    if home.results:
        found.append(rule(_("结果"), "", glyphs))
        found += [_result_row(each, glyphs, doors) for each in home.results]
        found += _course(home.results, glyphs)
    return found


def _runs(todo: Todo, now: datetime) -> bool:
    """Whether its deadline is what ends it; a round may be ended before."""
    return todo.open or (todo.deadline is not None and now > todo.deadline)


def _todo_rows(todo: Todo, glyphs: Glyphs, now: datetime, doors: Doors) -> list[Row]:
    found = []
    left = time_left(todo.deadline, now, grace=todo.open) if _runs(todo, now) else _("已结束")
    what = terms.purpose(todo.purpose)
    if todo.purpose is Purpose.PEER:
        done = sum(task.answered == task.asked for task in todo.tasks)
        told = _people(done, len({task.subject.id for task in todo.tasks}))
        titles = "、".join(dict.fromkeys(task.title.say(language()) for task in todo.tasks))
        doing = Doing(what, titles, told, stage_of_all(todo.tasks), left)
        found.append(_row(doing, glyphs, partial(doors.colleagues, todo), f"{todo.round} {todo.purpose}"))
        found += _amended_rows(todo, todo.tasks, glyphs)
    else:
        for task in todo.tasks:
            title = task.title.say(language())
            if todo.purpose is Purpose.CHECK:
                title = f"{task.subject.name} {title}"
            doing = Doing(what, title, f"{task.answered}/{task.asked}", stage(task), left)
            name = f"{todo.round} {todo.purpose} {task.subject.id} {task.checklist}"
            found.append(_row(doing, glyphs, partial(doors.form, task), name))
            if todo.purpose is Purpose.SELF:  # right below the form that they are about
                found += _amended_rows(todo, [task], glyphs)
        if todo.purpose is not Purpose.SELF:  # many people's forms: once below all of them
            found += _amended_rows(todo, todo.tasks, glyphs)
    found += [_remark_row(each, glyphs) for each in remarks(todo.tasks)]
    if ready_to_hand_in(todo):
        doing = Doing(_("提交"), _("{what}都答完了，现在可以提交").format(what=what), "", Stage.FILLED, "", next=True)
        found.append(_row(doing, glyphs, partial(doors.hand_in, todo), f"{todo.round} {todo.purpose} hand-in"))
    return found


def _amended_rows(todo: Todo, tasks: Sequence[Task], glyphs: Glyphs) -> list[Row]:
    """That the checklists of these tasks were amended, and why."""
    checklists = {task.checklist for task in tasks}
    return [_remark_row(amended_in_words(each), glyphs) for each in todo.amended if each.now.id in checklists]


def remarks(tasks: Sequence[Task]) -> list[str]:
    """What its writer must know of what was handed in: that it was given back and why, that a clerk typed it."""
    returned = dict.fromkeys(task.returned for task in tasks if task.returned)
    clerks = dict.fromkeys(task.entered_by for task in tasks if task.entered_by)
    sealed = sum(task.sealed for task in tasks)
    return [
        *([sealed_in_words(sealed)] if sealed else []),
        *(_("退回重填：{reason}（原来提交的已留存）").format(reason=each) for each in returned),
        *(_("由 {clerk} 照纸质表代录，截止前可以收回再改").format(clerk=each) for each in clerks),
    ]


def _remark_row(remark: str, glyphs: Glyphs) -> Row:
    def draw(width: int, here: bool) -> Line:
        del here
        return line("     ", Part(cut(remark, min(width, WIDEST) - 5, glyphs.ellipsis), "quiet"))

    return Row(draw)


def _plan_row(plan: PlanLine, glyphs: Glyphs, doors: Doors) -> Row:
    """The development plan: how many items are due, or when the next one is."""

    def draw(width: int, here: bool) -> Line:
        style = "next" if here else ""
        sign = glyphs.wrong if plan.due else glyphs.begun
        what = fit(pgettext("home", "改进计划"), max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2)
        told = cut(_plan_told(plan), max(min(width, WIDEST) - 4 - width_of(what), 8), glyphs.ellipsis)
        return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {sign} {what}{told}", style))

    return Row(draw, partial(doors.plan, plan), f"plan {plan.round}")


def _plan_told(plan: PlanLine) -> str:
    if plan.due:
        return ngettext("{count} 项已到期", "{count} 项已到期", plan.due).format(count=plan.due)
    told = ngettext("{count} 项在做", "{count} 项在做", plan.open).format(count=plan.open)
    return told + (_("，最近一项 {day} 到期").format(day=plan.next.isoformat()) if plan.next else "")


def _people(done: int, asked: int) -> str:
    return _("{done}/{all} 人").format(done=done, all=asked)


def _row(doing: Doing, glyphs: Glyphs, go: Callable[[], object], name: str) -> Row:
    return Row(lambda width, here: _draw(doing, glyphs, width, here), go, name)


def _draw(doing: Doing, glyphs: Glyphs, width: int, here: bool) -> Line:
    """Cursor, sign, what, title, how far, in which state, how long still."""
    width = min(width, WIDEST)
    what = max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2
    state = max(width_of(each.word) for each in Stage) + 2
    done, left = max(width_of(_people(10, 10)) + 2, 9), 14  # a short count leaves its room to the title
    title = width - 4 - what - state - done - left
    if title < 8:  # a narrow terminal: the sign tells the state
        title, state = title + state, 0
    style = "next" if here or doing.next else ""
    return line(
        Part(glyphs.cursor if here else " ", "next"),
        Part(f" {doing.stage.sign(glyphs)} ", style),
        Part(fit(doing.what, what), style),
        Part(fit(doing.title, max(title + done - width_of(doing.done) - 3, 3), ellipsis=glyphs.ellipsis), style),
        Part(f"  {doing.done}", style),
        Part("  " + cut(fit(doing.stage.word, state - 2), max(state - 2, 0)) if state else " "),
        fit(doing.left, left - 1, "right"),
    )


def _result_row(result: PublishedLine, glyphs: Glyphs, doors: Doors) -> Row:
    def draw(width: int, here: bool) -> Line:
        width = min(width, WIDEST)
        total = _("没有总分") if result.total is None else str(result.total)
        total = _("先看自己") if result.unseen else total
        grade = result.grade.say(language()) if result.grade else ""
        style = "next" if here else ""
        room = max(10, width_of(_("没有总分")), width_of(_("先看自己")))
        title = fit(round_title(result.title, result.mock), max(width - 20 - room, 10), ellipsis=glyphs.ellipsis)
        return line(
            Part(glyphs.cursor if here else " ", "next"),
            Part(f" {glyphs.done} {title} ", style),
            Part(fit(total, room, "right"), "strong"),
            Part(f"  {cut(grade, 12)}", style),
        )

    return Row(draw, partial(doors.result, result), f"result {result.round}")


def _course(results: Sequence[PublishedLine], glyphs: Glyphs) -> list[Row]:
    """The totals from the oldest to the newest, drawn small: only where there are several."""
    totals = [each.total for each in reversed(results) if each.total is not None][-TIMES:]
    if len(totals) < 2:
        return []
    low, high = min(totals), max(totals)
    steps = len(glyphs.sparks) - 1
    heights = [int((each - low) / (high - low) * steps) if high > low else steps // 2 for each in totals]
    told = "  ".join(str(each) for each in totals)
    spark = "".join(glyphs.sparks[height] for height in heights)
    return [words(line("    ", _("历次总分"), "  ", Part(spark, "strong"), f"  {told}"))]


def details(todo: Todo, glyphs: Glyphs, now: datetime) -> list[Row]:
    """What the side pane of a wide terminal tells about the entry under the cursor."""
    found = [
        words(line(Part(terms.purpose(todo.purpose), "strong"))),
        words(line(round_title(todo.round_title, todo.mock))),
    ]
    if todo.deadline:
        left = time_left(todo.deadline, now, grace=todo.open)
        until = _("截止：{moment}（{left}）").format(moment=moment(todo.deadline), left=left)
        found.append(words(line(until)))
    found.append(blank())
    for task in todo.tasks:
        named = task.title.say(language()) if todo.purpose is Purpose.SELF else task.subject.name
        found.append(Row(partial(_task_line, task, named, glyphs)))
    return found


def _task_line(task: Task, named: str, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    now = stage(task)
    state = max(width_of(each.word) for each in Stage) + 2
    room = max(width - 2 - 8 - state, 6)
    told = fit(f"{task.answered}/{task.asked}", 8, "right")
    return line(f"{now.sign(glyphs)} ", fit(named, room, ellipsis=glyphs.ellipsis), told, f"  {now.word}")
