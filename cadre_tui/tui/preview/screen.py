"""A checklist's form while its author writes the file: read anew whenever the file is saved, stored nowhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult

from cadre_tui.locale import N_, _, language
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.checklists.checklist import Checklist, Purpose
from cadre_tui.model.text import Text
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.watched_file import Judged, WatchedFile
from cadre_tui.tui.actions import RELOAD, SAVE, Action
from cadre_tui.tui.answers import typed as cells
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.form.actions import FORM
from cadre_tui.tui.form.notes_editor import NotesEditor
from cadre_tui.tui.form.page import FormPage
from cadre_tui.tui.form.screen import FormScreen
from cadre_tui.tui.form.state import FormState
from cadre_tui.tui.growth.reading import SectionsPage
from cadre_tui.tui.preview import carrying, page
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words import terms

EVERY: Final = 0.5
"""Seconds between two looks at the file."""

NOT_HERE: Final = frozenset({"hand_in", "next_form", "renew", "commend", SAVE.name})
"""What a form is for elsewhere: nothing of a preview goes anywhere."""


OF_A_FORM: Final = frozenset(each.name.partition("(")[0] for each in FORM) - {RELOAD.name}
"""What there is to do once there is a form."""


class PreviewScreen(FormScreen):
    """Filled in like any form. What is wrong with the file stands above the form that there was before."""

    CSS_PATH = ["../form/screen.tcss", "screen.tcss"]  # type: ignore[assignment]  # noqa: RUF012 - Textual's
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("faults", "e", N_("全部错误"), N_("列出文件里的全部错误和提醒；再按一次回到表"), weight=2),
        Action("purpose", "v", N_("换用途"), N_("这张表有几种用途的，换一种看：自我检查、评价同事、督查"), weight=1),
    )

    def __init__(
        self, path: Path, purpose: Purpose | None = None, known: Callable[[], Catalogue] | None = None
    ) -> None:
        """``known`` gives the checklists among which an overlay finds its base; left out, the county's."""
        self._file = WatchedFile(path, known or (lambda: self.host.county.catalogue))
        self._purpose = purpose
        self._found: Judged | None = None
        self._looking = False
        self._listed = False
        self._wrapped = 0  # the width for which the faults were last wrapped
        super().__init__(page.task(path.name, Text({"zh": path.name}), purpose or Purpose.SELF))

    # How the file is looked at

    def on_mount(self) -> None:
        """Look again and again, as long as somebody looks at the form."""
        self.set_interval(EVERY, self._tick)

    def _tick(self) -> None:
        if self.app.screen is self and not self._looking:
            self._look(self._found.stamp if self._found else "")

    def _look(self, known: str) -> None:
        """Read the file, unless it is still the one that is ``known``."""
        self._looking = True
        file = self._file
        self.fetch(lambda: None if known and file.stamp() == known else file.judged(), self._seen)

    def _seen(self, found: Judged | None) -> None:
        self._looking = False
        if found is None:
            return
        if self._found is not None:
            self.notice(_("文件已重新读入。") if found.checklist else "")
        self._found = found
        if found.checklist is not None:
            self._put(found.checklist)
        self._listed = self._listed and bool(page.sentences(found))
        self._show()
        self.show_keys()

    def _put(self, checklist: Checklist) -> None:
        """Show the checklist as it reads now, with what was typed so far."""
        before, notes = self._state, self.query_one(NotesEditor)
        kinds = {each.id: each.kind for each in checklist.criteria()}
        if before is not None and notes.about and kinds.get(notes.about) != before.criteria[notes.about].kind:
            self._close_notes()
        offered = page.purposes(checklist)
        if self._purpose not in offered:
            if self._purpose is not None:
                told = _("这张表不用于“{purpose}”，按“{instead}”显示。")
                self.notice(told.format(purpose=terms.purpose(self._purpose), instead=terms.purpose(offered[0])))
            self._purpose = offered[0]
        answers, typed = carrying.carried(before, checklist) if before else ({}, {})
        at = carrying.place(before, checklist) if before else None
        self._asked = page.task(checklist.name, checklist.title, self._purpose)
        self._state = FormState(page.form(checklist, self._asked, answers, at), self.changed, typed)
        if self._cell is not None and not self._still_typed_in(before, self._state):
            self._enter_cell(None)

    def _still_typed_in(self, before: FormState | None, now: FormState) -> bool:
        same = before is not None and before.cursor == now.cursor and now.cursor is not None
        return same and self._cell in cells.cells(now.drawing(now.cursor or ""))

    # What a form does elsewhere and a preview does not

    def _read(self) -> None:
        self._look("")

    def _read_again(self) -> None:
        self._look(self._found.stamp if self._found else "")

    def action_reload(self) -> None:
        """Read the file again, whether it has changed or not."""
        self._look("")

    def changed(self, criterion: str, answer: Answer | None) -> None:
        """It is stored nowhere."""

    def looked_away(self) -> None:
        """There is nothing to save."""

    def flush(self) -> None:
        """There is nothing to save."""

    def saving(self) -> str:
        """What this is, always in sight."""
        return _("预览，不保存")

    def commended(self) -> Commended | None:
        """It is about nobody."""
        return None

    def all_answered(self) -> str:
        """There is nothing to hand in."""
        return _("这份表都答完了。这是预览，填的内容不保存，也不提交。")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is handed in; purposes and faults where there are some."""
        if action in NOT_HERE or (self._state is None and action in OF_A_FORM):
            return False
        if action == "purpose":
            return self._state is not None and len(page.purposes(self._state.checklist)) > 1
        if action == "faults":
            return self._state is not None and bool(self._sentences)
        return super().check_action(action, parameters)

    # What is shown

    def body(self) -> ComposeResult:
        """What is wrong with the file, in brief above the form, or whole instead of it."""
        yield Block(id="faults")
        yield ReadingList(id="fault-list")
        yield from super().body()

    def heading(self, left: str, right: str = "") -> None:
        """That it is a preview, of which checklist, and for what."""
        del left
        title = self._asked.title.say(language())
        told = [_("预览"), title, *([terms.purpose(self._asked.purpose)] if self._state else [])]
        super().heading(f" {self.glyphs.dot} ".join(told), right)

    def guidance(self) -> str:
        """What a preview is; then what the criterion says."""
        told = _(
            "这是预览：照考评表文件显示填写时的样子，填什么都不保存、不提交。文件一保存就重新读入；考评项还在、"
            "类型没改的，填过的留着。文件有错时，上面写明哪里错、怎么改，下面留着上一次没有错时的表。"
        )
        return "\n\n".join(each for each in (told, super().guidance()) if each)

    @property
    def _sentences(self) -> list[str]:
        return page.sentences(self._found) if self._found else []

    def _show(self) -> None:
        listed = self._listed or (self._state is None and self._found is not None)
        for shown, wanted in (("#form", not listed), ("#faults", not listed), ("#fault-list", listed)):
            self.query_one(shown).display = wanted
        super()._show()
        if self._found is None:
            self.heading("")
            return
        if listed:
            self._list_faults()
        else:
            if self.focused is self.query_one("#fault-list"):
                self.set_focus(self.query_one(FormPage))
            found, lasting = self._found, self._state is not None
            self.query_one("#faults", Block).show(partial(page.banner, found, lasting=lasting, whole=False))
        if self._state is None:
            self.heading("")
            self.status(self.saving())

    def _list_faults(self) -> None:
        assert self._found is not None  # noqa: S101 - there is nothing to list before
        shown = self.query_one("#fault-list", ReadingList)
        width = shown.scrollable_content_region.width
        lines = page.banner(self._found, width or self.size.width, lasting=self._state is not None, whole=True)
        shown.show(SectionsPage(lines, (), self.glyphs, width or self.size.width), None)
        if self.focused is not shown:
            self.set_focus(shown)
        if self.app.screen is self and (not width or width != self._wrapped):
            self._wrapped = width
            self.call_after_refresh(self._show)  # it has its width only once it is laid out

    def action_faults(self) -> None:
        """All that is wrong, or back to the form."""
        self._listed = not self._listed
        self._show()
        self.show_keys()

    def action_purpose(self) -> None:
        """The same form, filled for the next purpose."""
        state = self._state
        if state is None:
            return
        offered = page.purposes(state.checklist)
        self._purpose = offered[(offered.index(state.form.task.purpose) + 1) % len(offered)]
        self._put(state.checklist)
        self._show()
        self.show_keys()

    def action_back(self) -> None:
        """Out of what is being written, out of the list, then back."""
        if self._listed:
            self.action_faults()
        else:
            super().action_back()
