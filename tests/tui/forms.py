"""Forms to fill in tests, made without a store."""

from collections.abc import Mapping

from cadre_tui import checklists
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.model.filling.home import Task
from cadre_tui.model.people.person import Person
from cadre_tui.model.text import Text
from cadre_tui.tui.form.state import FormState, Typed

EVERY_KIND = """
schema = 1
id = "t.every"
version = "1"
title = "样样都有"
total = 40

[[scale]]
id = "five"
option = [
  { code = "good", text = "好", score = 100 },
  { code = "fair", text = "较好", score = 80 },
  { code = "poor", text = "差", score = 40 },
  { code = "unknown", text = "不了解" },
]

[[section]]
id = "one"
title = "第一部分"
  [[section.criterion]]
  id = "rating"
  kind = "rating"
  text = "学习成果[转化]为工作举措"
  scale = "five"
  points = 10
  reason = "extremes"
  guidance = "看[原件]。"
  [[section.criterion]]
  id = "yes"
  kind = "yes_no"
  text = "是否建有学习站点"
  points = 5
  allow_na = true
  [[section.criterion]]
  id = "hidden"
  kind = "text"
  text = "站点在哪里"
  required = false
  show_when = { criterion = "yes", is = true }
  [[section.criterion]]
  id = "deduct"
  kind = "deduct"
  text = "本年度调研报告"
  points = 10
    [[section.criterion.line]]
    id = "none"
    text = "缺调研报告"
    per = 5
    cap = 10
    [[section.criterion.line]]
    id = "weak"
    text = "责任不落实"
    between = [1, 5]

[[section]]
id = "two"
title = "第二部分"
  [[section.criterion]]
  id = "tiers"
  kind = "tiers"
  text = "调研报告篇数"
  unit = "篇"
  points = 6
  tier = [{ at_least = 2, points = 6 }, { at_least = 1, points = 4 }]
  [[section.criterion]]
  id = "ratio"
  kind = "ratio"
  text = "集中学习次数"
  unit = "次"
  points = 5
  evidence = "required"
  [[section.criterion]]
  id = "count"
  kind = "count"
  text = "双周集中学习次数"
  unit = "次"
  per = 1.5
  points = 4

[[section]]
id = "three"
title = "情况"
kind = "bonus"
  [[section.criterion]]
  id = "number"
  kind = "number"
  text = "气温"
  required = false
  [[section.criterion]]
  id = "date"
  kind = "date"
  text = "学习日期"
  [[section.criterion]]
  id = "text"
  kind = "text"
  text = "学习小结"
  required = false
"""


def every_kind() -> Checklist:
    """A checklist with every kind of criterion, a condition, evidence and reasons that are owed."""
    return checklists.parse(EVERY_KIND, "every.toml")


def form_of(
    checklist: Checklist,
    answers: Mapping[str, Answer] | None = None,
    at: str | None = None,
    former: Mapping[str, Answer] | None = None,
) -> Form:
    """A form as a service would open it."""
    subject = Person(id="q1", name="张建国", unit="u1", level="township-bureau", duty="副镇长")
    task = Task(
        round="r1",
        purpose=Purpose.SELF,
        subject=subject,
        checklist=checklist.name,
        title=checklist.title,
        state=None,
        answered=0,
        asked=len(list(checklist.criteria())),
        open=True,
    )
    response = Response(
        checklist=checklist.name,
        digest=checklist.digest,
        subject=subject.id,
        purpose=Purpose.SELF,
        answers=answers or {},
        at=at,
    )
    title = Text({"zh": "2026年下半年学习考评"})
    return Form(
        task=task, round_title=title, checklist=checklist, response=response, deadline=None, former=former or {}
    )


class Saved(dict[str, Answer]):
    """A store that keeps what it is told, as the real one would."""

    def note(self, criterion: str, answer: Answer | None) -> None:
        if answer is None:
            self.pop(criterion, None)
        else:
            self[criterion] = answer


def filling(
    checklist: Checklist | None = None, unfinished: Typed | None = None, **form: object
) -> tuple[FormState, Saved]:
    """A form being filled, and what has been told to the store."""
    opened = form_of(checklist or every_kind(), **form)  # type: ignore[arg-type]
    saved = Saved(opened.response.answers)
    return FormState(opened, saved.note, unfinished), saved
