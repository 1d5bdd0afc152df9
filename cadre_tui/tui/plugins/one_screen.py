"""One checklist, or one plugin: what is known of it, what is wrong with it; enabling and disabling it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from cadre_tui.locale import N_, _, language
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Round
from cadre_tui.plugins.allowed.standing import PluginRecord, Standing, runnable
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.services import plugin_uses, plugins
from cadre_tui.services.plugin_uses import Leaning
from cadre_tui.services.plugins import Known
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.plugins import ways
from cadre_tui.tui.plugins.page import offer_rows, plugin_rows
from cadre_tui.tui.widgets.line_list import LineList
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.checklists import leaning
from cadre_tui.words.checklists import plugins as words

WAITING = (Standing.NOT_ENABLED, Standing.OTHER_VERSION, Standing.DISABLED)
"""What can be enabled."""


class OneScreen(PageScreen[Known]):
    """What both pages share: what they show is put into use or out of it, once that is agreed to."""

    LIST: ClassVar[type[LineList]] = ReadingList
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("enable", "e", N_("启用"), N_("启用，或重新采用：先说明意味着什么，再办"), weight=1),
        Action("disable", "d", N_("停用"), N_("停用：先说明会怎样，再办")),
        Action("preview", "v", N_("预览"), N_("看填写的人会看到的样子；填的什么也不保存")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def guidance(self) -> str:
        """What can be done here, and by whom."""
        return _(
            "上面是由谁提供、能不能用，下面是没有采用的原因，逐条写着错在哪里、怎么改。"
            "组织者按 e 启用或重新采用，按 d 停用，都记入操作记录。"
            "停用的考评表新的轮次不能再用；已经开启的轮次用的是当时留存的一份，不受影响。"
        )

    def read(self, session: Session) -> Known:
        """On a thread."""
        return plugins.known(session)

    def action_refresh(self) -> None:
        """Look for files and packages anew."""
        self.host.county.look_again()
        super().action_refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an organiser switches; only what is out of use is put into it."""
        if action in ("enable", "disable"):
            named = self.name_to_switch(enabling=action == "enable")
            return self.session.role is Role.ORGANISER and bool(named)
        if action == "preview":
            return self.file_to_preview() is not None
        return super().check_action(action, parameters)

    def name_to_switch(self, *, enabling: bool) -> str:
        """What would be enabled (or disabled); empty where that means nothing now."""
        raise NotImplementedError

    def file_to_preview(self) -> Path | None:
        """The checklist's file, where there is one that can be shown."""
        return None

    def meaning(self, *, enabling: bool) -> Sequence[str]:
        """What agreeing means."""
        raise NotImplementedError

    def action_enable(self) -> None:
        """Say what it means, and ask."""
        self._ask(_("启用"), enabling=True)

    def action_disable(self) -> None:
        """Say what it means, and ask."""
        self._ask(_("停用"), enabling=False)

    def action_preview(self) -> None:
        """Show the form as those who fill it in will see it."""
        if file := self.file_to_preview():
            navigation.open_preview(self.app, file, then=self._looked)

    def _looked(self) -> None:
        """The file may have been saved anew meanwhile."""
        self.host.county.look_again()
        self.action_reload()

    def room(self, pane: ReadingList) -> int:
        """The cells that a line has."""
        return pane.scrollable_content_region.width or self.size.width - 2

    def _ask(self, title: str, *, enabling: bool) -> None:
        name = self.name_to_switch(enabling=enabling)
        do = partial(_enabled if enabling else _disabled, self.session, name)
        ways.open_switch(self.app, f"{title} {name}", self.meaning(enabling=enabling), do, self._done)

    def _done(self, told: str) -> None:
        self.notice(told)
        self.action_reload()


def _enabled(session: Session, name: str) -> str:
    return words.switched_on(plugins.enable(session, name), name)


def _disabled(session: Session, name: str) -> str:
    return words.switched_off(plugins.disable(session, name), name)


class OfferScreen(OneScreen):
    """One checklist, by its file."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self._offer: Offer | None = None
        self._leanings: tuple[Leaning, ...] = ()

    def headed(self) -> str:
        """The heading until it is there."""
        return _("考评表")

    def show(self, page: Known) -> None:
        """Draw what is known of it; a file that has gone meanwhile leaves nothing to see."""
        self._leanings = page.leanings
        self._offer = next((each for each in page.offers if str(each.source.path) == self._file), None)
        if self._offer is None:
            self.dismiss()
            return
        title = self._offer.title.say(language()) if self._offer.title else self._offer.source.path.name
        self.heading(title, self._offer.name.strip("|"))
        pane = self.query_one(ReadingList)
        pane.show(Menu(offer_rows(self._offer, self.glyphs, self.room(pane))), None)

    def name_to_switch(self, *, enabling: bool) -> str:
        """One version alone; a file that does not tell its name is out of use anyway."""
        offer = self._offer
        if offer is None or not (offer.id and offer.version) or words.is_disabled(offer) != enabling:
            return ""
        return offer.name

    def meaning(self, *, enabling: bool) -> Sequence[str]:
        """Data: nothing is run."""
        name = self._offer.name if self._offer else ""
        if enabling:
            return (_("重新采用 {name}：新的轮次可以用它。考评表只是数据，不运行任何程序。").format(name=name),)
        return (
            _("停用 {name}：新的轮次不能再用它。").format(name=name),
            _("已经开启的轮次用的是当时留存的一份，照旧进行；以后可以重新采用。"),
            *leaning.on_checklist(plugin_uses.leaning_on_checklists(self._leanings, {name})),
        )

    def file_to_preview(self) -> Path | None:
        """A faulty one is shown with its faults; only what is far too large is not looked into."""
        offer = self._offer
        return offer.source.path if offer and (offer.digest or offer.faults) else None


class PluginScreen(OneScreen):
    """One plugin, by its package and name."""

    def __init__(self, brought_by: str, name: str) -> None:
        super().__init__()
        self._key = brought_by, name
        self._record: PluginRecord | None = None
        self._counting: tuple[Round, ...] = ()
        self._leanings: tuple[Leaning, ...] = ()

    def headed(self) -> str:
        """The heading until it is there."""
        return self._key[1]

    def show(self, page: Known) -> None:
        """Draw what is known of it; a package that was upgraded meanwhile has another name."""
        self._counting, self._leanings = page.counting, page.leanings
        self._record = next((each for each in page.plugins if (each.brought_by, each.name) == self._key), None)
        if self._record is None:
            self.dismiss()
            return
        self.heading(self._record.name, self._record.brought_by)
        pane = self.query_one(ReadingList)
        pane.show(Menu(plugin_rows(self._record, page, self.glyphs, self.room(pane))), None)

    def name_to_switch(self, *, enabling: bool) -> str:
        """What may run can be disabled; what waits for permission can be enabled."""
        if self._record is None:
            return ""
        status = self._record.status
        if enabling:
            return (
                self._record.name
                if status in (Standing.NOT_ENABLED, Standing.OTHER_VERSION, Standing.DISABLED)
                else ""
            )
        return self._record.name if runnable(self._record) or status is Standing.OTHER_VERSION else ""

    def meaning(self, *, enabling: bool) -> Sequence[str]:
        """Of a Python plugin: what nothing can keep it from."""
        assert self._record is not None  # noqa: S101 - the key is not there before
        if enabling and self._record.status is not Standing.DISABLED:
            return words.meaning(self._record)
        if enabling:
            return (
                _("重新采用 {name} 提供的考评表。考评表只是数据，不运行任何程序。").format(name=self._record.name),
            )
        return (
            _("停用 {name}：不再运行它的程序，它提供的考评表、考评项类型也不能再用。").format(name=self._record.name),
            _("已经打开的程序，要关了重开才不再运行它；已经提交的答卷和得分都在。"),
            *words.stops_counting(self._counting, self._record.name),
            *leaning.on_plugin(plugin_uses.leaning_on_plugin(self._leanings, self._record.name), self._record.name),
        )
