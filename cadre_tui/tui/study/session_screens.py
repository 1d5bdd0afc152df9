"""One collective session: arranged, changed, called off."""

from collections.abc import Sequence
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.session import StudySession
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.terms import following
from cadre_tui.services.study import arranging
from cadre_tui.tui.actions import Action
from cadre_tui.tui.study import typed
from cadre_tui.tui.study.form import Asked, StudyForm
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.study import terms


class SessionFormScreen(StudyForm):
    """One session: F6 changes the audience."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("audience", "f6", N_("班次"), N_("换一个班次")),
        Action("kind", "f7", N_("类别"), N_("换一类：政治、知识、能力、心理")),
    )

    def __init__(self, year: int, session: StudySession, settled: StudySettings) -> None:
        super().__init__()
        self._year, self._study, self._settled = year, session, settled
        self._audience, self._kind = session.audience, session.kind

    def guidance(self) -> str:
        """What it must say."""
        return _("写明哪一天、几点到几点、学什么、谁讲、多少学时。同一些人不能同时在两处；一天最多的学时由组织者定。")

    def asked(self) -> Sequence[Asked]:
        """A line a field."""
        known = self._study
        clock = f"{known.begins:%H:%M}-{known.ends:%H:%M}" if known.begins and known.ends else ""
        return (
            Asked("day", N_("日期"), f"{self._year}-03-06", known.day.isoformat(), 12),
            Asked("times", N_("几点到几点"), "09:00-11:30", clock, 12),
            Asked("theme", N_("主题"), _("学什么"), known.theme, arranging.LONGEST),
            Asked("speaker", N_("主讲"), "", known.speaker, arranging.LONGEST),
            Asked("hours", N_("学时"), "3", terms.hours(known.hours), 8),
            Asked("place", N_("地点"), "", known.place, arranging.LONGEST),
            Asked("notes", N_("学习记录（名称、存放处）"), "", _("；").join(known.notes), arranging.LONGEST),
        )

    def fill(self) -> None:
        """With what a key changes."""
        super().fill()
        self._head()

    def action_audience(self) -> None:
        """The next audience."""
        ids = [each.id for each in self._settled.audiences]
        at = ids.index(self._audience) if self._audience in ids else -1
        self._audience = ids[(at + 1) % len(ids)]
        self._head()

    def action_kind(self) -> None:
        """The next kind."""
        self._kind = following(self._kind)
        self._head()

    def send(self, typed_: dict[str, str]) -> object:
        """Write it."""
        day = typed.day(typed_["day"])
        if day is None:
            raise BadInput("study-day-unreadable", written=typed_["day"])
        begins, ends = typed.times(typed_["times"])
        notes = tuple(each.strip() for each in typed_["notes"].replace(";", "；").split("；") if each.strip())
        fresh = self._study.model_copy(
            update={
                **{name: typed_[name] for name in ("theme", "speaker", "place")},
                "audience": self._audience,
                "kind": self._kind,
                "day": day,
                "begins": begins,
                "ends": ends,
                "hours": typed.number(typed_["hours"]),
                "notes": notes,
            }
        )
        return arranging.put(self.session, self._year, fresh)

    def _head(self) -> None:
        who = terms.audience(self._audience, self._settled)
        self.heading(_("集中学习"), f"{who} {self.glyphs.dot} {_(terms.KINDS[self._kind])}")


class CallingOffScreen(WritingScreen):
    """Why a session is called off."""

    LONGEST: ClassVar[int] = arranging.LONGEST

    def __init__(self, year: int, session: StudySession) -> None:
        super().__init__()
        self._year, self._study = year, session

    def fill(self) -> None:
        """Which."""
        super().fill()
        self.heading(_("取消集中学习"), self._study.id)

    def about(self) -> Sequence[str]:
        """What happens."""
        return [
            f"{terms.when(self._study)} {self._study.theme}",
            _("写明为什么取消；它留在日程里，标明取消，记入操作记录。"),
        ]

    def send(self, text: str) -> object:
        """Call it off."""
        return arranging.call_off(self.session, self._year, self._study.unit, self._study.id, text)
