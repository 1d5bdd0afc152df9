"""What a county settles about study: hours asked for, free days; and how another system's exports are read."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.study.settings import CourseSource, StudySettings
from cadre_tui.services.study import settling
from cadre_tui.tui.actions import Action
from cadre_tui.tui.study import levels, typed
from cadre_tui.tui.study.form import Asked, StudyForm
from cadre_tui.words.study import terms


class SettlingScreen(StudyForm):
    """A line a setting; what is not changed stays."""

    def __init__(self, settled: StudySettings) -> None:
        super().__init__()
        self._settled = settled

    def guidance(self) -> str:
        """What each is for."""
        return _(
            "规定学时按层级定：单独定的层级写“层级=学时”，没有写的都按其他干部。"
            "班次写“编号=层级+层级”，几个班次轮流，一周一个。一天最多的学时，超过的要问。"
            "假期按国家的安排，本县另外放假、上班的日子写在这里，几天之间用顿号隔开。"
        )

    def asked(self) -> Sequence[Asked]:
        """As it is settled now."""
        settled = self._settled
        return (
            Asked("levels", N_("单独定的层级一年的学时"), "", levels.hours_told(settled.required), 400),
            Asked("others", N_("其他干部一年的学时"), "90", terms.hours(settled.required_of_others), 8),
            Asked("audiences", N_("班次有哪些层级"), "", levels.audiences_told(settled), 400),
            Asked("day", N_("一天最多的学时"), "8", terms.hours(settled.most_a_day), 8),
            Asked("weekday", N_("集中学习排在星期几（1 到 7）"), "5", str(settled.weekday + 1), 1),
            Asked("free", N_("另外放假的日子"), "2026-05-06", _("、").join(map(str, settled.free)), 400),
            Asked("working", N_("另外上班的日子"), "2026-05-09", _("、").join(map(str, settled.working)), 400),
        )

    def fill(self) -> None:
        """With its heading."""
        super().fill()
        self.heading(_("学习的设置"))

    def send(self, typed_: dict[str, str]) -> object:
        """Settle it."""
        required, others = levels.hours_typed(typed_["levels"]), typed.number(typed_["others"])
        most, weekday = typed.number(typed_["day"]), int(typed.number(typed_["weekday"]) - 1) % 7
        free, working = typed.days(typed_["free"]), typed.days(typed_["working"])

        def change(before: StudySettings) -> StudySettings:
            return before.model_copy(
                update={
                    "required": required,
                    "required_of_others": others,
                    "audiences": levels.audiences_typed(typed_["audiences"], before),
                    "most_a_day": most,
                    "weekday": weekday,
                    "free": free,
                    "working": working,
                }
            )

        return settling.settle(self.session, change)


class SourceScreen(StudyForm):
    """Which heading of an export means what; F6: people are named, not numbered."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (Action("naming", "f6", N_("编号/姓名"), N_("表里写的是编号，还是姓名")),)

    def __init__(self) -> None:
        super().__init__()
        self._by_name = False

    def guidance(self) -> str:
        """How to fill it in."""
        return _(
            "每一格写这个意思在导出表里的列名，如学员编号、课程名称；没有的列空着，前四个必须有。"
            "表里写的是分钟，就写多少分钟算 1 学时。设一次，以后这个系统的导出都这样读；同一编号的替换。"
        )

    def asked(self) -> Sequence[Asked]:
        """A line a column."""
        return (
            Asked("id", N_("来源编号"), "net", longest=20),
            Asked("title", N_("名称"), _("干部网络学院"), longest=40),
            Asked("person", N_("哪一列是人"), _("学员编号"), longest=40),
            Asked("course", N_("哪一列是内容"), _("课程名称"), longest=40),
            Asked("day", N_("哪一列是日期"), _("完成日期"), longest=40),
            Asked("hours", N_("哪一列是学时"), _("学时"), longest=40),
            Asked("number", N_("哪一列是证书号（可以没有）"), longest=40),
            Asked("minutes", N_("多少分钟算 1 学时（写的是学时就空着）"), "45", longest=3),
        )

    def fill(self) -> None:
        """With what a key changes."""
        super().fill()
        self._head()

    def action_naming(self) -> None:
        """The other one."""
        self._by_name = not self._by_name
        self._head()

    def send(self, typed_: dict[str, str]) -> object:
        """Settle it."""
        named = {"person": "person", "title": "course", "day": "day", "hours": "hours", "number": "number"}
        columns = {name: typed_[field].strip() for name, field in named.items() if typed_[field].strip()}
        minutes = int(typed.number(typed_["minutes"]))
        fresh = CourseSource(
            id=typed_["id"].strip(),
            title=typed_["title"].strip() or typed_["id"].strip(),
            columns=columns,
            by_name=self._by_name,
            minutes=minutes or None,
        )
        return settling.add_source(self.session, fresh)

    def _head(self) -> None:
        self.heading(_("设一个学时来源"), _("按姓名") if self._by_name else _("按编号"))
