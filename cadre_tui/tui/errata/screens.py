"""Correcting the wording of a round's checklists: choose a text, write it anew, say why."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from cadre_tui.locale import N_, _, language
from cadre_tui.services.rounds import errata, preparing
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action, Entry
from cadre_tui.tui.drawing.menu import Menu
from cadre_tui.tui.errata import page as words
from cadre_tui.tui.errata.page import Chosen, ErrataPage
from cadre_tui.tui.navigation import made
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.writing.screen import WritingScreen
from cadre_tui.words.checklists.errata import place
from cadre_tui.words.rounds.title import round_title


class ErrataScreen(PageScreen[ErrataPage]):
    """Every text of the frozen checklists; Enter corrects one."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("更正"), N_("更正光标处的文字：写怎么说，再写缘由"), handled=True),
        Action("move", "up,down,pageup,pagedown", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
        JUMP,
    )

    def __init__(self, round_id: str) -> None:
        super().__init__()
        self._round = round_id

    def guidance(self) -> str:
        """What an erratum is."""
        return _(
            "更正只改措辞：原文、考评表的指纹和大家已经填的都不变，更正连同日期、缘由写在原文旁边，"
            "填表、纸质表、得分单和汇总上都看得到，并记入操作记录。分值、选项、条件这些要改，请用“修订考评表”。"
        )

    def headed(self) -> str:
        """What the page is about."""
        return _("更正措辞")

    def read(self, session: Session) -> ErrataPage:
        """The round and its texts."""
        return ErrataPage(preparing.look_at(session, self._round), errata.texts_of(session, self._round))

    def show(self, page: ErrataPage) -> None:
        """Draw it; the cursor stays on the text that was corrected."""
        title = round_title(page.held.rules.title, page.held.rules.mock)
        self.heading(f" {self.glyphs.dot} ".join((_("更正措辞"), title)))
        self.query_one(MenuList).offer(Menu(words.rows(page, self.glyphs, language(), self._open)))

    def jumps(self) -> list[Entry]:
        """Every text, found by typing some of it."""
        said = language()
        return [
            Entry(words.named(each, each.text.say(said), said), partial(self._open, each), hint=each.checklist.id)
            for each in (words.every(self._page) if self._page else ())
        ]

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def _open(self, chosen: Chosen) -> None:
        self.app.push_screen(made("erratum", self._round, chosen))


class ErratumScreen(WritingScreen):
    """How the text is to be told, in the language in use; the reason comes after."""

    LONGEST: ClassVar[int] = errata.LONGEST
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("send", "f9", N_("下一步"), N_("写好了，接着写缘由；这时还没有更正"), weight=1),
        BACK,
    )

    def __init__(self, round_id: str, chosen: Chosen) -> None:
        super().__init__()
        self._round, self._chosen = round_id, chosen
        self._text = self._before = chosen.text.say(language())
        self._recorded = False

    def fill(self) -> None:
        """Whose text it is."""
        super().fill()
        self.heading(_("更正措辞"), self._chosen.checklist.name)

    def about(self) -> Sequence[str]:
        """Where it stands, and what happens with it."""
        where = place(self._chosen.field, self._chosen.checklist, language())
        return [
            where + _("："),
            self._before,
            _("写更正以后怎么说，按 F9 再写缘由。原文不变，更正写在它旁边；只改现在显示的这种语言。"),
        ]

    def send(self, text: str) -> object:
        """On to the reason."""
        return text

    def _handed_over(self, answer: object) -> None:
        if str(answer).strip() == self._before.strip():
            self.notice(_("和现在说的一样，没有要更正的。"), wrong=True)
            return
        self.app.push_screen(made("erratum-reason", self._round, self._chosen, str(answer), self._was_recorded))

    def _was_recorded(self) -> None:
        self._recorded = True

    def on_screen_resume(self) -> None:
        """The reason was given: nothing is left to do here."""
        if self._recorded:
            self.dismiss()

    def action_back(self) -> None:
        """What was not changed is no loss."""
        if self._text.strip() == self._before.strip():
            self.dismiss()
        else:
            super().action_back()


class ErratumReasonScreen(WritingScreen):
    """Why; then it is recorded."""

    ONE_LINE: ClassVar[bool] = True
    LONGEST: ClassVar[int] = 200

    def __init__(self, round_id: str, chosen: Chosen, now: str, then: Callable[[], object]) -> None:
        super().__init__()
        self._round, self._chosen, self._now, self._then = round_id, chosen, now, then

    def fill(self) -> None:
        """Whose text it is."""
        super().fill()
        self.heading(_("更正的缘由"), self._chosen.checklist.name)

    def about(self) -> Sequence[str]:
        """What will be told, and where the reason stands."""
        return [
            place(self._chosen.field, self._chosen.checklist, language()) + _("："),
            self._now,
            _("写明缘由：它和日期一起写在更正旁边，填表的人都看得到，并记入操作记录。"),
        ]

    def send(self, text: str) -> object:
        """Record it."""
        chosen = self._chosen
        held = preparing.look_at(self.session, self._round)
        pin = errata.pinned(held, chosen.checklist.id, chosen.checklist.version)
        record = partial(errata.correct_text, self.session, self._round, pin, chosen.field)
        return record(language(), self._now, text)

    def sent(self, answer: object) -> str:
        """Back to the list."""
        del answer
        self._then()
        return ""
