"""What every screen shares: the lines at its edges, its registry of actions, and how it asks the services."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from cadre_tui import locale
from cadre_tui.locale import _
from cadre_tui.model.refusal import CadreError
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import HELP, KEYS_ALONE, LANGUAGE, LEAVE, PALETTE, SAVE, Action, Entry, bindings, registry
from cadre_tui.tui.drawing.glyphs import ASCII, Glyphs
from cadre_tui.tui.host import Host
from cadre_tui.tui.key_words import all_keys
from cadre_tui.tui.widgets.footer import FooterLine
from cadre_tui.tui.widgets.heading import HeadingLine
from cadre_tui.tui.widgets.notice import NoticeLine
from cadre_tui.tui.widgets.too_small import LEAST, TooSmall

if TYPE_CHECKING:
    from cadre_tui.services.session import Session

Answered = TypeVar("Answered")


ENDED: Final = ("session-over", "session-ended")
"""Codes of refusals after which one proves again who one is."""


class CadreScreen(Screen[None]):
    """A heading, what the screen is about (``body``), a sentence where there is one, and the keys.

    ``ACTIONS`` is the one registry: bindings, footer, help page and palette are made from it, in its order.
    """

    ACTIONS: ClassVar[tuple[Action, ...]] = (HELP, PALETTE, SAVE, LANGUAGE, LEAVE)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTIONS)]
    TELLS_WHOSE_PAPER: ClassVar[bool] = True
    IN_TURN: ClassVar[frozenset[str]] = frozenset()
    """Actions that share a key and never apply together: hide and restore, take and amend."""

    class Fetched(Message):
        """A service answered, on its thread, or refused; ``then`` takes the answer on the screen's own."""

        def __init__(self, asked_by: Session | None, then: Callable[[], object]) -> None:
            self.asked_by = asked_by
            self.then = then
            super().__init__()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.BINDINGS = [*bindings(cls.__dict__.get("ACTIONS", ()))]
        super().__init_subclass__(**kwargs)

    def __init__(self) -> None:
        super().__init__()
        self._before_too_small: Widget | None = None
        self._session: Session | None = None
        self._spoken = locale.language()
        self._refreshed = False

    # What it consists of

    def compose(self) -> ComposeResult:
        """The edges around the body."""
        yield HeadingLine()
        with Vertical(id="body"):
            yield from self.body()
        yield NoticeLine()
        yield FooterLine(self.glyphs)
        yield TooSmall()

    def body(self) -> ComposeResult:
        """What the screen is about; overridden by every screen."""
        yield from ()

    def fill(self) -> None:
        """Put what is known into the widgets: called when they are there, and again in another language."""

    def guidance(self) -> str:
        """What F1 shows above the keys, in the language in use."""
        return ""

    def jumps(self) -> Sequence[Entry]:
        """The places that F2 offers, on a screen that has ``JUMP`` in its registry."""
        return ()

    def flush(self) -> None:
        """Save what is not saved yet, and wait for it: overridden where something is typed.

        Raises:
            CadreError: where it cannot be saved.
        """

    def looked_away(self) -> None:
        """The person looks at another window: overridden where something is typed."""

    # What it shows at its edges

    def heading(self, left: str, right: str = "") -> None:
        """Say where one is, and who; above all, for whom a paper form is typed."""
        paper_of = self.host.session.paper_of if self.host.session else None
        if paper_of is not None and self.TELLS_WHOSE_PAPER:
            left = _("代录纸质表：{name}").format(name=paper_of.name) + f" {self.glyphs.dot} {left}"
        self.query_one(HeadingLine).say(left, right, f" {self.glyphs.dot} ")

    def status(self, text: str) -> None:
        """Say at the end of the bottom line how things stand: 已保存 14:03:22."""
        self.query_one(FooterLine).say(text)

    def notice(self, text: str, *, wrong: bool = False) -> None:
        """Tell one sentence above the bottom line until another one, or none, is told."""
        self._refreshed = False
        self.query_one(NoticeLine).say(text, wrong=wrong)

    def remark(self, text: str) -> None:
        """Tell a sentence that is gone as soon as another screen is opened."""
        self.notice(text)
        self._refreshed = True

    def tell(self, error: CadreError) -> None:
        """Tell what was refused and what to do; behind the cover nobody asked for anything."""
        if error.code in ENDED and navigation.is_locked(self.app):
            return
        from cadre_tui.words import refusals  # noqa: PLC0415 - only where something is refused

        self.notice(refusals.sentence(error), wrong=True)

    # Who it is for

    @property
    def host(self) -> Host:
        """The app that it stands in."""
        app = self.app
        assert isinstance(app, Host)  # noqa: S101 - a screen of ours stands in no other app
        return app

    @property
    def session(self) -> Session:
        """Who acts; there on every screen but the sign-in. What is under way when somebody leaves is theirs."""
        self._session = self.host.session or self._session
        assert self._session is not None  # noqa: S101 - the sign-in opens no screen without one
        return self._session

    @property
    def glyphs(self) -> Glyphs:
        """The signs that this terminal can draw."""
        return self.host.glyphs

    # How it asks the services

    def fetch(self, call: Callable[[], Answered], then: Callable[[Answered], object]) -> None:
        """Call a service on a thread; ``then`` is given the answer on the screen's own, a refusal is told.

        Neither happens once somebody else acts, or nobody, or the screen is closed.
        """
        asked_by = self.host.session

        def work() -> None:
            try:
                answer = call()
            except CadreError as error:
                self.post_message(self.Fetched(asked_by, partial(self.tell, error)))
            else:
                self.post_message(self.Fetched(asked_by, partial(then, answer)))

        self.run_worker(work, thread=True, group="fetch")

    def on_cadre_screen_fetched(self, message: Fetched) -> None:
        """Hand the answer to who asked, unless it comes too late."""
        message.stop()
        if message.asked_by is self.host.session and self in self.app.screen_stack:
            message.then()

    # What it can do

    def actions(self) -> tuple[Action, ...]:
        """The registry, as far as it applies now (see ``check_action``)."""
        layers = [vars(each)["ACTIONS"] for each in type(self).__mro__ if "ACTIONS" in vars(each)]
        return tuple(action for action in registry(*layers) if self._applies(action))

    def _applies(self, action: Action) -> bool:
        name, _, argument = action.name.removesuffix(")").partition("(")
        return bool(self.check_action(name, (argument,) if argument else ()))

    def show_keys(self) -> None:
        """Look again at which keys the bottom line has: after something changed what applies."""
        self.query_one(FooterLine).offer(self._heard(self.actions()))
        self.refresh_bindings()

    def _heard(self, actions: Iterable[Action]) -> Iterable[Action]:
        """The actions whose keys are not taken as text by what has the focus."""
        focused = self.focused
        for action in actions:
            keys = action.keys.split(",")
            typed = [
                key for key in keys if focused and focused.check_consume_key(key, key if len(key) == 1 else None)
            ]
            if len(typed) < len(keys):
                yield action

    def action_help(self) -> None:
        """Guidance and keys."""
        navigation.open_help(self.app, self.guidance(), self.actions())

    def action_palette(self) -> None:
        """Find an action by its name, in either language."""
        navigation.open_choice(self.app, _("命令"), self._entries())

    def action_jump(self) -> None:
        """Find a place of this screen by its name."""
        navigation.open_choice(self.app, _("跳转"), self.jumps())

    def _entries(self) -> list[Entry]:
        """Everything that can be done from the palette: not what only a key in its place means."""
        done = [action for action in self.actions() if action.name not in KEYS_ALONE]
        return [self._entry(action) for action in done if hasattr(self, f"action_{action.name.partition('(')[0]}")]

    def _entry(self, action: Action) -> Entry:
        others = [
            locale.said_in(language, text) for text in (action.label, action.help) for language in locale.LANGUAGES
        ]
        return Entry(
            label=f"{_(action.label)}  {_(action.help)}",
            go=partial(self.run_action, action.name),
            hint=all_keys(action, self.glyphs),
            also=" ".join([action.name, *others]),
        )

    def action_back(self) -> None:
        """Save and go back to the screen before."""
        if self.saved():
            self.dismiss()

    def action_save(self) -> None:
        """Save now."""
        if self.saved():
            self.show_keys()
            self.notice(_("填写的内容都已保存。"))

    def action_reload(self) -> None:
        """Read everything anew: overridden by screens that have ``RELOAD`` in their registry."""

    def action_refresh(self) -> None:
        """Read everything anew, and say so, until another screen is opened."""
        self.remark(_("已刷新。"))
        self.action_reload()

    async def action_leave(self) -> None:
        """Save and leave: the app does it, for every screen beneath as well."""
        await self.app.action_quit()

    async def action_language(self) -> None:
        """Speak the other language, at once."""
        locale.use("en" if locale.language() == "zh" else "zh")
        await self._in_turn(self.speak)

    async def _in_turn(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do it as the screen's next message, and wait: no other message finds it without its widgets meanwhile."""
        if asyncio.current_task() is self.task:
            await act()
            return
        done = asyncio.Event()

        async def turn() -> None:
            await act()
            done.set()

        self.call_later(turn)
        waiting = asyncio.create_task(done.wait())
        await asyncio.wait({waiting, self.task}, return_when=asyncio.FIRST_COMPLETED)  # it may be closed before
        waiting.cancel()

    async def speak(self) -> None:
        """Say everything again, in the language in use."""
        self._spoken = locale.language()
        await self.recompose()
        self.fill()
        self.show_keys()

    def saved(self) -> bool:
        """Save; where that fails the reason is told and False comes back."""
        try:
            self.flush()
        except CadreError as error:
            self.tell(error)
            return False
        return True

    # What happens to it

    def on_mount(self) -> None:
        """Fill the widgets, now that they are there."""
        self._session = self.host.session
        self.set_class(self.glyphs is ASCII, "-ascii")
        self.fill()
        self.show_keys()

    def on_screen_resume(self) -> None:
        """On the screen above the language may have changed."""
        if self._spoken != locale.language():
            self.call_later(self.speak)

    def on_screen_suspend(self) -> None:
        """Coming back later, it is no longer fresh."""
        if self._refreshed:
            self.notice("")

    def on_descendant_focus(self) -> None:
        """Other keys are heard now."""
        self.call_after_refresh(self.show_keys)

    def on_descendant_blur(self) -> None:
        """Other keys are heard now."""
        self.call_after_refresh(self.show_keys)

    def on_resize(self, event: events.Resize) -> None:
        """Below the least size one sentence stands there, and everything beneath it stays as it was."""
        small = event.size.width < LEAST.width or event.size.height < LEAST.height
        cover = self.query_one(TooSmall)
        if small and not cover.display:
            self._before_too_small = self.focused
            cover.display = True
            cover.focus()
        elif cover.display and not small:
            cover.display = False
            self.set_focus(self._before_too_small)
        cover.refresh()
        self.laid_out()

    def laid_out(self) -> None:
        """The screen has another size; overridden where that opens or closes a pane."""
