"""A screen with something to lose, on which something is typed."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.model.fault import StoreFailure
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.screen import CadreScreen
from tests.tui.golden import (
    settle,
)

ANSWER = "我的机密答案"


class Typing(CadreScreen):
    """A screen with something to lose."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("mark", "n", "下一未答", "跳到下一个没有回答的考评项"),
        Action("fail", "f6", "出错", "出错"),
        Action("busy", "f7", "整理材料", "这里没有要整理的"),
        BACK,
    )

    def __init__(self, *, refuse: bool = False) -> None:
        super().__init__()
        self.refuse = refuse
        self.kept: list[str] = []
        self.marked = 0

    def body(self) -> ComposeResult:
        yield Input(ANSWER, id="text", select_on_focus=False)

    def flush(self) -> None:
        if self.refuse:
            raise StoreFailure("store-missing", folder="/srv/cadre")
        self.kept.append(self.query_one(Input).value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "busy"

    def action_mark(self) -> None:
        self.marked += 1

    def action_fail(self) -> None:
        typed = self.query_one(Input).value
        raise ValueError(f"cannot read {typed}")


async def typing(pilot: Any, **how: Any) -> Typing:
    screen = Typing(**how)
    await pilot.app.push_screen(screen)
    await settle(pilot)
    return screen
