"""The audit log: who did what and when, and whether anything of it was changed."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _
from cadre_tui.model.oversight.audit import AuditEntry, AuditReport
from cadre_tui.services import audit
from cadre_tui.tui.actions import BACK, RELOAD, SAVE, Action
from cadre_tui.tui.filtered import FilteredScreen
from cadre_tui.tui.oversight.audit_page import AuditMenu, matching
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.oversight import audit as words

Found = tuple[tuple[AuditEntry, ...], Mapping[str, str], AuditReport]


class AuditScreen(FilteredScreen):
    """The newest first; the chain is checked at every look, and where it is broken that is said."""

    CSS_PATH = "oversight.tcss"
    LIST = ReadingList
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("filter", "f3", N_("筛选"), N_("按人、事项、日期或指纹筛选")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str | None) -> None:
        super().__init__()
        self._round = round_id
        self._found: Found | None = None

    def guidance(self) -> str:
        """What it is good for."""
        return _(
            "组织者和联络员办过的事，新的在前，只能增加，不能改动。每一条都带着前一条的指纹，中间改一个字、少一条，"
            "打开这个页面就会发现。末条指纹印在每份通报和名单上：按 F3 输入报告上的指纹，就能找到它是哪一条。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to save."""
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The filter while it is used, and the list."""
        yield Input(value=self._typed, placeholder=_("人、事项、日期或指纹，Esc 清除"), id="filter")
        yield ReadingList(id="entries")

    def fill(self) -> None:
        """Read it, or draw it again in another language."""
        self.query_one(Input).display = bool(self._typed)
        self.heading(_("操作记录"))
        if self._found is None:
            self.action_reload()
        else:
            self._show(self._found)
        self.query_one(ReadingList).focus()

    def laid_out(self) -> None:
        """Wrap anew."""
        if self._found is not None:
            self._draw(self._found)

    def action_reload(self) -> None:
        """Read and check it anew."""
        session, wanted = self.session, self._round

        def read() -> Found:
            entries = audit.entries(session)
            mine = tuple(each for each in entries if wanted is None or each.values.get("round") == wanted)
            names = {each.id: each.name for each in session.county.roster().people}
            return mine, names, audit.verify(session.county)

        self.fetch(read, self._show)

    def _show(self, found: Found) -> None:
        self._found = found
        report = found[2]
        self.notice(words.verdict(report), wrong=report.wrong is not None)
        self._draw(found)

    def _draw(self, found: Found) -> None:
        entries, names, _report = found
        shown = matching(entries, names, self._typed)
        self.heading(
            f"{_('操作记录')} {self.glyphs.dot} {self._round}" if self._round else _("操作记录"),
            _("{shown}/{all} 条").format(shown=len(shown), all=len(entries)),
        )
        pane = self.query_one(ReadingList)
        width = pane.scrollable_content_region.width or self.size.width - 3
        pane.show(AuditMenu(shown, names, width), None)

    def narrow(self) -> None:
        """By what is typed."""
        if self._found is not None:
            self._draw(self._found)
