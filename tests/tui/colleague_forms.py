"""Forms about colleagues as a service gives them, for tests of what is drawn from them."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from cadre_tui import checklists
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response, State
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.plugins import builtin

NAMES = ("李敏", "王海", "赵雪梅", "陈刚", "刘洋", "孙丽华", "周建平", "吴晓燕", "郑国强", "冯涛", "褚卫东", "卫红")

MIXED = """
schema = 1
id = "qinghe.mixed"
version = "2026.1"
title = "县自订表"
purpose = ["peer"]
[[scale]]
id = "two"
option = [{ code = "yes", text = "好", score = 100 }, { code = "no", text = "差", score = 0 }]
[[section]]
id = "one"
title = "一"
  [[section.criterion]]
  id = "mixed.first"
  kind = "rating"
  text = "先问"
  scale = "two"
  points = 10
  reason = "extremes"
  allow_na = true
  [[section.criterion]]
  id = "mixed.then"
  kind = "yes_no"
  text = "好的才问"
  points = 10
  show_when = { criterion = "mixed.first", is = "yes" }
  [[section.criterion]]
  id = "mixed.count"
  kind = "count"
  text = "次数"
  per = 1
  cap = 5
  points = 5
  [[section.criterion]]
  id = "mixed.note"
  kind = "text"
  text = "还想说的"
  required = false
"""


@cache
def mutual() -> Checklist:
    return checklists.read(Path(builtin.__file__).parent / "core.mutual.toml")


@cache
def mixed() -> Checklist:
    return checklists.parse(MIXED, "mixed.toml")


def person(number: int) -> Person:
    name = NAMES[number % len(NAMES)] + ("" if number < len(NAMES) else str(number))
    return Person(id=f"p{number:02}", name=name, unit="城关镇", level="agency-staff", duty="科员")


def form(
    subject: Person, checklist: Checklist, answers: Mapping[str, Answer] | None = None, state: State = State.DRAFT
) -> Form:
    task = Task(
        round="2026-h2",
        purpose=Purpose.PEER,
        subject=subject,
        checklist=checklist.id,
        title=checklist.title,
        state=state if answers else None,
        answered=len(answers or {}),
        asked=len(tuple(checklist.criteria())),
        open=state is not State.SUBMITTED,
    )
    response = Response(
        checklist=checklist.name,
        digest=checklist.digest,
        subject=subject.id,
        purpose=Purpose.PEER,
        state=state,
        answers=answers or {},
    )
    return Form(task=task, round_title=Text("学习考评"), checklist=checklist, response=response, deadline=None)


def forms(people: int = 12, *using: Checklist) -> Sequence[Form]:
    return tuple(form(person(number), each) for each in (using or (mutual(),)) for number in range(people))
