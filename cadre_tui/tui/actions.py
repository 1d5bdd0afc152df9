"""What a screen can do, said once: its keys, its footer, its help page and its palette are made from this."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding

from cadre_tui.locale import N_

KEY_NAMES: Final = {
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "space": N_("空格"),
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": N_("退格"),
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "minus": "-",
    "plus": "+",
    "greater_than_sign": ">",
    "less_than_sign": "<",
}
"""How keys are written that are not written as they are named."""


ARROWS: Final = {"up": ("↑", "Up"), "down": ("↓", "Down"), "left": ("←", "Left"), "right": ("→", "Right")}
"""How the arrows are written, also on a terminal without their signs."""


@dataclass(frozen=True)
class Action:
    """One thing that a person can do on a screen.

    ``name`` leads to the method ``action_<name>`` and may carry an argument, ``answer(1)``. ``keys`` are Textual's
    names with commas between them; with none, the action stands in the palette only. ``label`` and ``help`` are
    marked messages. ``shown`` says whether the footer may have it, ``shows`` what is written instead of its keys.
    ``handled`` is for keys that a widget reads itself: they are told to the person and not bound.
    Where the footer has no room for all, a greater ``weight`` has its place first, and among equals what stands first
    in the registry. ``first`` is heard before what has the focus.
    """

    name: str
    keys: str
    label: str
    help: str
    shown: bool = True
    shows: str = ""
    handled: bool = False
    weight: int = 0
    first: bool = False

    def binding(self) -> Binding:
        """The action as Textual binds it."""
        return Binding(self.keys, self.name, self.label, show=False, priority=self.first)


@dataclass(frozen=True)
class Entry:
    """Something to choose by its name from a list: an action of the palette, a place to jump to.

    ``hint`` stands beside it, ``also`` holds further words by which it is found.
    """

    label: str
    go: Callable[[], object]
    hint: str = ""
    also: str = ""


HELP: Final = Action("help", "f1", N_("帮助"), N_("看这个页面的说明和全部按键"), weight=2)
JUMP: Final = Action("jump", "f2", N_("跳转"), N_("跳到这个页面的任何一处"), shown=False)
RELOAD: Final = Action("refresh", "f5", N_("刷新"), N_("重新读取，看到别人刚做的改动"), shown=False)
PALETTE: Final = Action("palette", "f10,ctrl+p", N_("命令"), N_("查找并执行任何一个操作"))
KEYS_ALONE: Final = frozenset({PALETTE.name, "answer"})
"""What only means something as a key: not in the palette."""

SAVE: Final = Action("save", "ctrl+s", N_("立即保存"), N_("立即保存（平时自动保存）"), shown=False)
LEAVE: Final = Action("leave", "ctrl+q", N_("离开"), N_("保存并离开程序"))
BACK: Final = Action("back", "escape", N_("返回"), N_("回到上一个页面"))
LANGUAGE: Final = Action("language", "f4", "English / 中文", N_("在中文和英文之间切换"), shown=False)


def registry(*layers: Iterable[Action]) -> tuple[Action, ...]:
    """The actions of a screen: those of the first layer first; a later one of the same name gives way."""
    found: dict[str, Action] = {}
    for layer in layers:
        for action in layer:
            found.setdefault(action.name, action)
    return tuple(found.values())


def bindings(actions: Sequence[Action]) -> list[Binding]:
    """What Textual must listen for."""
    return [action.binding() for action in actions if action.keys and not action.handled]
