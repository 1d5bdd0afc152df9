"""A form that is of no round and about nobody, and what is said where its file is faulty. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final

from cadre_tui.locale import _, ngettext
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.plugins.known.watched_file import Judged
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words import faults, refusals

NOBODY: Final = Person(id="preview", name="", unit="", level="")

BRIEF: Final = 5
"""Lines that the faults take above the form; all of them are seen instead of it."""


def purposes(checklist: Checklist) -> tuple[Purpose, ...]:
    """What a checklist is filled for; one that says nothing serves every purpose."""
    return checklist.purpose or tuple(Purpose)


def task(checklist: str, title: Text, purpose: Purpose) -> Task:
    """Something to fill in that nobody asked for."""
    return Task(
        round="",
        purpose=purpose,
        subject=NOBODY,
        checklist=checklist,
        title=title,
        state=None,
        answered=0,
        asked=0,
        open=True,
    )


def form(checklist: Checklist, about: Task, answers: Mapping[str, Answer], at: str | None) -> Form:
    """The form with what was typed so far, beginning at a criterion."""
    response = Response(
        checklist=checklist.name,
        digest=checklist.digest,
        subject=about.subject.id,
        purpose=about.purpose,
        answers=answers,
        at=at,
    )
    return Form(task=about, round_title=checklist.title, checklist=checklist, response=response, deadline=None)


def sentences(found: Judged) -> list[str]:
    """Each thing that is wrong: place, code, what to write instead; what stops the work first."""
    told = [refusals.sentence(found.problem)] if found.problem else []
    warnings = [each for each in found.faults if each.warning]
    told += [faults.sentence(each) for each in found.wrong]
    return told + [_("（提醒）") + faults.sentence(each) for each in warnings]


def banner(found: Judged, width: int, *, lasting: bool, whole: bool) -> list[Line]:
    """What is wrong with the file now. ``lasting``: a form is there from before; ``whole``: every line of it."""
    told = sentences(found)
    if not told:
        return []
    lines = _wrapped(_counted(found, lasting=lasting), width, "strong" if found.checklist else "wrong")
    if whole:
        return lines + _listed(told, width, None)
    return lines + _listed(told, width, 1 if found.checklist else BRIEF - len(lines))


def _counted(found: Judged, *, lasting: bool) -> str:
    """How much is wrong, and what stands below it."""
    if found.checklist is not None:
        count = len(found.faults)
        return ngettext("文件有 {count} 处提醒。", "文件有 {count} 处提醒。", count).format(count=count)
    count = len(found.wrong)
    told = ngettext("文件现在有 {count} 处错误。", "文件现在有 {count} 处错误。", count).format(count=count)
    below = _("下面是上一次没有错时的表。") if lasting else ""
    return (_("文件现在读不了。") if found.problem else told) + below


def _listed(told: Sequence[str], width: int, room: int | None) -> list[Line]:
    """Every sentence; in little room those that fit, and how many do not."""
    every = [_wrapped(each, width, "") for each in told]
    if room is None or sum(map(len, every)) <= room:
        return [each for several in every for each in several]
    shown: list[Line] = []
    left = list(every)
    while left and len(shown) + len(left[0]) <= room - 1:
        shown += left.pop(0)
    more = _("还有 {count} 处，按 e 全部列出。") if shown else _("共 {count} 处，按 e 列出。")
    return [*shown, line(Part(more.format(count=len(left)), "quiet"))]


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [line(Part(each, style)) for each in wrap(text, max(width, 8))]
