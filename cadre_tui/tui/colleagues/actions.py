"""What can be done on the grid of colleagues."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action
from cadre_tui.tui.form.actions import HANDED_IN

HAND_IN: Final = Action("hand_in", "s,f9", N_("提交"), N_("看还缺什么，把对全部同事的评价一次提交"), weight=1)

CLOSED: Final = {"hand_in": HANDED_IN.label, "open_form": N_("看这一位")}
"""What is called otherwise where nothing may be changed any more."""

CHANGING: Final = frozenset({"answer", "next", "undo", "not_applicable", "clear"})
"""What is not offered there."""

GRID: Final = (
    Action(
        "answer",
        "",
        N_("评分"),
        N_("按数字评光标处的人，随后到下一个还没有评的人"),
        shows="1-9",
        handled=True,
        weight=1,
    ),
    Action("next", "n", N_("下一未评"), N_("到还没有评的地方；再没有了，到缺理由、缺佐证的地方"), weight=1),
    Action(
        "criterion(1)",
        "right,right_square_bracket,pagedown",
        N_("换考评项"),
        N_("换一个考评项，人不变；也可以按 [ 和 ]，或 PgUp 和 PgDn"),
        shows="← →",
    ),
    Action("criterion(-1)", "left,left_square_bracket,pageup", N_("上一考评项"), N_("回到上一个考评项"), shown=False),
    Action(
        "open_form",
        "enter",
        N_("评这一位"),
        N_("打开这位同事的评价表：一次评完他一个人，写理由和佐证；刚按数字评过，打开的是刚评的那一位"),
        weight=1,
    ),
    HAND_IN,
    Action("undo", "u", N_("撤销"), N_("撤销上一次改动")),
    Action("person(-1)", "up,k", N_("上一个人"), N_("到上一个人"), shown=False),
    Action("person(1)", "down,j", N_("下一个人"), N_("到下一个人"), shown=False),
    Action("person(-999)", "home", N_("第一个人"), N_("到第一个人"), shown=False),
    Action("person(999)", "end", N_("最后一个人"), N_("到最后一个人"), shown=False),
    Action("not_applicable", "x", N_("不适用"), N_("这一项对光标处的人不适用（考评表允许时）"), shown=False),
    Action("clear", "delete,backspace", N_("清除"), N_("去掉光标处的评分"), shown=False),
    BACK,
    JUMP,
    RELOAD,
)
