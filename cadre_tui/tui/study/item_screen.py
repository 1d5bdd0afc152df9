"""One item of a study plan: what, at which work, how many hours, by when; how far it is and what came of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.refusal import CadreError
from cadre_tui.model.study.plan import Progress, StudyItem
from cadre_tui.services.study import plans
from cadre_tui.tui.actions import Action
from cadre_tui.tui.study import typed
from cadre_tui.tui.study.form import Asked
from cadre_tui.tui.study.kind_form import KIND_KEYS, KindForm
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.study import terms

WRITTEN = (Progress.NOT_BEGUN, Progress.BEGUN, Progress.DONE)


class StudyItemScreen(KindForm):
    """F8 changes how far it is."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        *KIND_KEYS,
        Action("progress", "f8", N_("进度"), N_("换进度：未开始、进行中、已完成（要写成效）"), weight=1),
    )

    def __init__(self, year: int, owner: str, item: StudyItem, of_unit: bool) -> None:
        super().__init__(item.kind, item.matter)
        self._year, self._owner, self._of_unit = year, owner, of_unit
        self._item = item
        self._progress = item.progress if item.progress in WRITTEN else Progress.NOT_BEGUN

    def guidance(self) -> str:
        """How to write it."""
        return _(
            "写明学什么、结合哪项工作或者解决什么问题、多少学时、到哪一天、拿什么看得出学了。改了以前写的，要写为什么改，原来的留着。"
            "说“已完成”的，写一句用到了工作的什么地方。按 F9 提交。"
        )

    def asked(self) -> Sequence[Asked]:
        """A line a field; why it is changed, where there was something before."""
        item = self._item
        found = [
            Asked("content", N_("学什么"), value=item.content, longest=plans.LONGEST),
            Asked("work", N_("结合的工作"), _("哪项工作、解决什么问题"), item.work, plans.LONGEST_PART),
            Asked("hours", N_("学时"), "12", terms.hours(item.hours) if item.hours else "", 8),
            Asked("due", N_("期限"), f"{self._year}-11-30", item.due.isoformat() if item.due else "", 12),
            Asked("proof", N_("凭据"), _("笔记、报告、证书的名称"), item.proof, plans.LONGEST_PART),
            Asked("outcome", N_("成效"), _("用到了工作的什么地方"), item.outcome, plans.LONGEST),
        ]
        return [*found, Asked("why", N_("为什么改"), _("没有改可以不写"))] if item.id else found

    def headed(self) -> str:
        """What is written here."""
        return _("学习计划")

    def said(self) -> tuple[str, ...]:
        """How far it is, too."""
        return *super().said(), terms.progress(self._progress)

    def turned(self) -> tuple[object, ...]:
        """How far it is, too."""
        return *super().turned(), self._progress

    def tell(self, error: CadreError) -> None:
        """What came of it is asked for where it is to be written."""
        super().tell(error)
        if error.code == "study-outcome-missing":
            self.set_focus(self.query_one("#outcome", Input))

    def action_progress(self) -> None:
        """The next one."""
        self._progress = WRITTEN[(WRITTEN.index(self._progress) + 1) % len(WRITTEN)]
        self.show_head()

    def send(self, typed_: dict[str, str]) -> object:
        """The item first, then how far it is."""
        fresh = self._item.model_copy(
            update={
                "content": typed_["content"],
                "work": typed_["work"],
                "hours": typed.number(typed_["hours"]),
                "due": typed.day(typed_["due"]),
                "proof": typed_["proof"],
                "kind": self.kind,
                "matter": self.matter,
            }
        )
        of = {"of_unit": self._of_unit}
        found = plans.put(self.session, self._year, self._owner, fresh, typed_.get("why", ""), **of)
        item_id = fresh.id or found.items[-1].id
        self._item = found.item(item_id) or self._item  # sent again, it is no second one
        told = typed_["outcome"]
        if (self._progress, told) != (self._item.progress, self._item.outcome):
            plans.tell(self.session, self._year, self._owner, item_id, self._progress, told, **of)
        return found


class StudyReviewScreen(WritingScreen):
    """A word about a quarter."""

    LONGEST: ClassVar[int] = plans.LONGEST

    def __init__(self, year: int, owner: str, quarter: int, of_unit: bool) -> None:
        super().__init__()
        self._year, self._owner, self._quarter, self._of_unit = year, owner, quarter, of_unit

    def fill(self) -> None:
        """Of which."""
        super().fill()
        self.heading(_("{year} 年第 {quarter} 季度回顾").format(year=self._year, quarter=self._quarter))

    def about(self) -> Sequence[str]:
        """What is to be written."""
        return [_("写这个季度学了什么、用在了哪里、哪些没有做到、下一季怎么办。完成的条数会一起记下。")]

    def send(self, text: str) -> object:
        """Keep it."""
        return plans.review(self.session, self._year, self._owner, self._quarter, text, of_unit=self._of_unit)
