"""The app: which screen comes first, what every screen looks like, and how it ends without losing anything."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType

from cadre_tui.locale import _
from cadre_tui.services.stopwatch import seconds_awake_or_asleep
from cadre_tui.tui import ending, navigation
from cadre_tui.tui.drawing.glyphs import ASCII, UNICODE, Glyphs
from cadre_tui.tui.drawing.one_cell import OneCell
from cadre_tui.tui.drawing.unobeyed import Unobeyed
from cadre_tui.tui.hints import Hints
from cadre_tui.tui.host import Host
from cadre_tui.tui.idle import LOOK_EVERY, IdleLock
from cadre_tui.tui.input_method import composed, key_of
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.tokens import STYLESHEET, THEME, tokens

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from textual.filter import LineFilter

    from cadre_tui.services.county import County
    from cadre_tui.services.session import Session


class CadreApp(Host):
    """Thin: what a person does happens on the screens, what the county holds lies behind the services."""

    CSS_PATH = STYLESHEET
    TITLE = "cadre"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    def __init__(
        self,
        county: County | Callable[[], County],
        *,
        session: Session | None = None,
        glyphs: Glyphs = UNICODE,
        hints: Hints = (),
        handed_over: bool = False,
        idle: float | None = None,
        first: Callable[[Host], None] | None = None,
        clock: Callable[[], float] = seconds_awake_or_asleep,
    ) -> None:
        """``first`` opens what is there instead of the sign-in and the home screen."""
        super().__init__(county, session=session, glyphs=glyphs, hints=hints, handed_over=handed_over)
        self.register_theme(THEME)
        self.theme = THEME.name
        self.failed = False
        self._first = first
        self._saved = True
        self._unsaved_told = False
        self._unobeyed, self._one_cell = Unobeyed(), OneCell()
        self.idle = IdleLock(self, idle, clock)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tokens, for every stylesheet."""
        return tokens()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No sign is sent that a terminal obeys, and where ambiguous characters are two cells wide, none of these."""
        filters = [*super().get_line_filters(), self._unobeyed]
        return filters if self.glyphs is not ASCII else [*filters, self._one_cell]

    def on_mount(self) -> None:
        """Ask who is there, unless somebody is signed in already, or nobody needs to be."""
        if not self.is_headless:
            ending.listen(self.end, sys.__stdin__.fileno() if sys.__stdin__ else None)
        if self._first is not None:
            self._first(self)
        elif self.session is None:
            navigation.open_sign_in(self)
        else:
            navigation.open_home(self)
        self.set_interval(LOOK_EVERY, self.idle.look)

    async def on_event(self, event: events.Event) -> None:
        """Whatever comes from the person shows that they are there; what comes too late is heard by nobody."""
        from_person = isinstance(event, events.Key | events.Paste | events.MouseDown) and not event.is_forwarded
        if from_person and self.idle.key():
            return
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that nothing took: what an input method made of it is taken for the key; of hanzi it is told."""
        key = key_of(event)
        if key != event.key:
            event.prevent_default()
            self.simulate_key(key)
        elif composed(event) and isinstance(self.screen, CadreScreen):
            self.screen.remark(_("这里要按的是快捷键：请先把输入法切到英文（一般按一下 Shift），再按。"))

    def watch_app_focus(self, here: bool) -> None:
        """Tell the screens when the person looks at another window; a screen that watched the app would never go."""
        for screen in () if here else self.screen_stack:
            if isinstance(screen, CadreScreen):
                screen.looked_away()

    def action_help_quit(self) -> None:
        """Ctrl+C, which many press to leave a program: say which key does."""
        if isinstance(self.screen, CadreScreen):
            self.screen.notice(_("要离开程序请按 Ctrl+Q，会先保存。"))

    # How it ends

    async def action_quit(self) -> None:
        """Ctrl+Q, wherever one is: save and leave. Where saving fails it is told, and the next one leaves anyhow."""
        screens = [screen for screen in reversed(self.screen_stack) if isinstance(screen, CadreScreen)]
        saved = [screen.saved() for screen in screens]
        if all(saved) or self._unsaved_told:
            self.exit()
        self._unsaved_told = True

    def end(self, code: int) -> None:
        """Save everything and leave, without asking."""
        self.save_everything()
        self.exit(return_code=code)

    def save_everything(self) -> bool:
        """Let every screen save what it has; whether all of them could."""
        saved = True
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CadreScreen):
                try:
                    screen.flush()
                except Exception as error:
                    ending.log.error("not saved: %s", ending.describe(error))
                    saved = False
        return saved

    def _handle_exception(self, error: Exception) -> None:
        """Textual would print every local variable, answers included. Save, note where it was, and leave."""
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if not self.failed:
            self.failed = True
            ending.log.error("failed: %s", ending.describe(error))
            self._saved = self.save_everything()
        self._return_code = 1
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """What Textual would print holds a traceback; nothing of it reaches the terminal."""
        del renderables
        ending.log.error("the terminal's keys cannot be read any more")
        self.end(128 + signal.SIGHUP)

    def last_words(self, log: Path | None) -> str:
        """What somebody is told after the program failed, when the terminal is theirs again."""
        told = [_("程序出了意外的错误，只好退出。")]
        told.append(_("填写的内容已经保存。") if self._saved else _("最后填写的内容可能没有保存，请核对。"))
        if log is not None:
            told.append(_("请把记录文件交给管理员：{log}（里面没有答卷内容）").format(log=log))
        return "".join(told)
