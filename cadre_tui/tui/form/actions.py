"""What can be done on a form, and on the page on which one hands in."""

from dataclasses import replace
from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.answers.drawing import Choices, Drawing, TextField
from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.tui.actions import JUMP, RELOAD, Action

ANSWER: Final = Action(
    "answer",
    "1,2,3,4,5,6,7,8,9,0",
    N_("评分"),
    N_("选第几个选项，并到下一项；数字项从这个数字开始填"),
    shows="1-9",
    handled=True,
    weight=1,
)

NEXT_UNFINISHED: Final = Action(
    "next_unfinished", "n", N_("下一未答"), N_("到下一个还没有答完的考评项"), handled=True, weight=1
)
NOT_APPLICABLE: Final = Action(
    "not_applicable", "x", N_("不适用"), N_("这一项不适用（允许的才可以），再按一次取消"), handled=True
)
OPEN: Final = Action("open", "enter", N_("填写"), N_("填数字、日期或文字；选项题写理由和佐证"), handled=True)
NOTES: Final = Action("notes", "tab", N_("理由佐证"), N_("写理由和佐证，再按一次到下一格"), handled=True, weight=1)
UNDO: Final = Action("undo", "u", N_("撤销"), N_("撤销上一步，可以连续撤销"), handled=True)
UP: Final = Action("go_up", "up,k", N_("上面一项"), N_("到上一个考评项"), shown=False, shows="↑", handled=True)
DOWN: Final = Action("go_down", "down,j", N_("下面一项"), N_("到下一个考评项"), shown=False, shows="↓", handled=True)
LEFT: Final = Action("other_option(-1)", "left", N_("前一选项"), N_("改选前一个选项"), shown=False, handled=True)
RIGHT: Final = Action("other_option(1)", "right", N_("后一选项"), N_("改选后一个选项"), shown=False, handled=True)
SECTION_BACK: Final = Action(
    "section(-1)", "left_square_bracket,pageup", N_("上一节"), N_("到上一节"), shown=False, handled=True
)
SECTION_ON: Final = Action(
    "section(1)", "right_square_bracket,pagedown", N_("换节"), N_("到下一节；按 [ 或 PgUp 回上一节"), handled=True
)
CLEAR: Final = Action(
    "clear", "delete,backspace", N_("清除"), N_("清除这一项的回答（理由和佐证留着）"), shown=False, handled=True
)
NEXT_FORM: Final = Action(
    "next_form(1)", "greater_than_sign", N_("下一份"), N_("到下一份：下一张表，或下一位同事"), shows=">", handled=True
)
FORMER_FORM: Final = Action(
    "next_form(-1)",
    "less_than_sign",
    N_("上一份"),
    N_("到上一份：上一张表，或上一位同事"),
    shown=False,
    shows="<",
    handled=True,
)
HAND_IN: Final = Action("hand_in", "s", N_("提交"), N_("看还缺什么，齐了就提交"), handled=True, weight=1)
HANDED_IN: Final = replace(HAND_IN, label=N_("提交情况"), help=N_("看提交情况；期限以前可以收回再改"))
"""What it is called where nothing is left to be handed in."""

NEXT_CELL: Final = Action("open", "enter", N_("下一格"), N_("到下一格；填完最后一格到下一项"))
NEXT_FIELD: Final = Action("notes", "tab", N_("下一栏"), N_("到下一栏；写完最后一栏到下一项"))
"""What Enter and Tab are called while a number or a text is being typed."""

CHANGING: Final = frozenset(
    {"answer", "next_unfinished", "not_applicable", "open", "notes", "undo", "clear", "other_option"}
)
"""What a form that is only read does not offer."""

FORM: Final = (
    ANSWER,
    NEXT_UNFINISHED,
    NOT_APPLICABLE,
    OPEN,
    NOTES,
    HAND_IN,
    SECTION_ON,
    SECTION_BACK,
    UNDO,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    CLEAR,
    NEXT_FORM,
    FORMER_FORM,
    JUMP,
    RELOAD,
)


def idle_at(criterion: Criterion, drawing: Drawing) -> frozenset[str]:
    """What the bottom line leaves out at a criterion: what it refuses, and what another key says better."""
    idle = set() if criterion.allow_na else {"not_applicable"}
    if isinstance(drawing, Choices):
        idle.add("open")
    else:
        idle.add("answer")
    if isinstance(drawing, TextField):
        idle.add("notes")
    return frozenset(idle)
