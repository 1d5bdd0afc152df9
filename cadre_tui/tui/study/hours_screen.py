"""Hours of study from elsewhere: written for oneself, or into somebody's register."""

from collections.abc import Sequence

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.log import HoursEntry
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.services.study import hours
from cadre_tui.tui.study import typed
from cadre_tui.tui.study.form import Asked
from cadre_tui.tui.study.kind_form import KindForm


class HoursScreen(KindForm):
    """A line a field; what kind of study it is, keys say."""

    def __init__(self, person: str) -> None:
        super().__init__(StudyKind.KNOWLEDGE, Matter.BUSINESS)
        self._person = person

    def headed(self) -> str:
        """What is written here."""
        return _("登记学时")

    def guidance(self) -> str:
        """What becomes of it."""
        return _(
            "脱产培训、网络课程、专题讲座，一次一条；几天的写起止日期。本人登记的，联络员看过凭据才计入；"
            "可能重复的、一天太多的会先问，再提交一次就照样写入。"
        )

    def about(self) -> str:
        """For whom it waits."""
        own = self._person == self.session.person
        return _("本人登记的，联络员看过凭据才计入。") if own else _("登记到这个人的台账，马上计入。")

    def asked(self) -> Sequence[Asked]:
        """A line a field."""
        return (
            Asked("title", N_("内容"), _("课程、班次的名称")),
            Asked("hours", N_("学时"), "4", longest=8),
            Asked("day", N_("日期"), "2026-03-01", longest=12),
            Asked("until", N_("到哪一天（一天的不写）"), "2026-03-05", longest=12),
            Asked("proof", N_("凭据"), _("结业证书、学时证明的名称")),
        )

    def send(self, typed_: dict[str, str]) -> object:
        """Write it."""
        day = typed.day(typed_["day"])
        if day is None:
            raise BadInput("study-day-unreadable", written=typed_["day"])
        entry = HoursEntry(
            id="",
            title=typed_["title"],
            day=day,
            until=typed.day(typed_["until"]),
            hours=typed.number(typed_["hours"]),
            kind=self.kind,
            matter=self.matter,
            proof=typed_["proof"],
            at=self.session.county.now(),
        )
        return hours.add(self.session, self._person, entry, agreed=self.agreed)
