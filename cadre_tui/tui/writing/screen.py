"""A screen on which one text is written and sent: what it is about above, the field, how long it is below."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from cadre_tui.locale import N_, _
from cadre_tui.tui.actions import BACK, SAVE, Action
from cadre_tui.tui.drawing.columns import wrap
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.block import Block
from cadre_tui.tui.widgets.writing import Writing


class WritingScreen(CadreScreen):
    """F9 sends; in a single line Enter does, too. Esc goes back; what was not sent is asked about once.

    ``LONGEST`` is in characters, ``ONE_LINE`` says which field it is. Overridden by what is written: ``about`` what
    stands above, ``send`` the service's call, ``sent`` what is told afterwards.
    """

    CSS_PATH = Path(__file__).with_name("screen.tcss")  # whoever inherits stands in another folder
    LONGEST: ClassVar[int] = 2000
    ONE_LINE: ClassVar[bool] = False
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("send", "f9", N_("提交"), N_("写好了，提交；提交以后不能再改"), weight=1),
        BACK,
    )

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._sent: str = ""
        self._sending = False
        self._asked = False

    def guidance(self) -> str:
        """How it is sent, and that nothing is lost by the way."""
        return _(
            "上面写着这是关于什么、提交以后怎样。写好按 F9 提交。还没有提交就按 Esc 的，会先提醒一次，写的都在。"
        )

    def about(self) -> Sequence[str]:
        """What is written about, and what happens with it: paragraphs."""
        return ()

    def send(self, text: str) -> object:
        """Hand it over, on a thread.

        Raises:
            CadreError: it is refused.
        """
        raise NotImplementedError

    def sent(self, answer: object) -> str:
        """What is told when it was handed over; empty goes back at once."""
        del answer
        return ""

    def body(self) -> ComposeResult:
        """Above, the field, below."""
        yield Block(id="about")
        if self.ONE_LINE:
            yield Input(value=self._text, max_length=self.LONGEST, select_on_focus=False, id="text")
        else:
            yield Writing(lambda _writing, step: None if step else self.action_back(), id="text")
        yield Block(id="count")

    def fill(self) -> None:
        """Put back what was written, in another language."""
        field = self.query_one("#text")
        if isinstance(field, TextArea):
            field.load_text(self._text)
            field.move_cursor(field.document.end)
        field.disabled = bool(self._sent)
        if not self._sent:
            self.set_focus(field)
        self.draw()

    def draw(self) -> None:
        """Say again what stands around the field."""
        self.query_one("#about", Block).show(self._about_lines)
        self.query_one("#count", Block).show(lambda width: [self._count_line(width)])
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept before it is sent, and nothing is sent twice."""
        if action == "send":
            return not self._sent
        return action != SAVE.name and super().check_action(action, parameters)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Count."""
        event.stop()
        self._typed(event.text_area.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Count."""
        event.stop()
        self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a single line sends it."""
        event.stop()
        self.action_send()

    def _typed(self, text: str) -> None:
        if text != self._text:
            self._text, self._asked = text, False
            self.notice("")
            self.draw()

    def action_send(self) -> None:
        """Hand it over, once."""
        if self._sent or self._sending:
            return
        text = self._text
        if not text.strip():
            self.notice(_("还没有写内容。"), wrong=True)
            return
        self._sending = True
        self.fetch(lambda: self._send(text), self._handed_over)

    def _send(self, text: str) -> object:
        try:
            return self.send(text)
        finally:
            self._sending = False

    def _handed_over(self, answer: object) -> None:
        told = self.sent(answer)
        if not told:
            self.dismiss()
            return
        self._sent = told
        self.set_focus(None)
        self.query_one("#text").disabled = True
        self.notice(told)
        self.draw()

    def action_back(self) -> None:
        """Back; where something is written that was not sent, only the second time."""
        if self._text.strip() and not self._sent and not self._asked:
            self._asked = True
            self.notice(_("写的还没有提交。按 F9 提交；再按一次 Esc 就不要了。"), wrong=True)
        else:
            self.dismiss()

    def laid_out(self) -> None:
        """Wrapped anew."""
        self.draw()

    def _about_lines(self, width: int) -> list[Line]:
        told = [line(each) for paragraph in self.about() for each in wrap(paragraph, width)]
        return [*told, line(Part(self.glyphs.rule * width, "quiet"))]

    def _count_line(self, width: int) -> Line:
        del width
        count = len(self._text.strip())
        told = _("{count}/{longest} 字").format(count=count, longest=self.LONGEST)
        return line(Part(told, "wrong" if count > self.LONGEST else "quiet"))
