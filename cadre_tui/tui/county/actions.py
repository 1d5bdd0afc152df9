"""What can be done on the county's page."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action

COUNTY: Final = (
    Action("open", "enter", N_("打开"), N_("往下看光标处这一行：考评项、单位"), handled=True),
    Action("move", "up,down,pageup,pagedown", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
    Action("turn(1)", "right_square_bracket,right", N_("换页"), N_("换到下一页"), shows="[ ]", weight=1),
    Action("turn(-1)", "left_square_bracket,left", N_("上一页"), N_("换到上一页"), shown=False),
    Action("explain", "e", N_("怎么来的"), N_("看光标处这一行的数是怎么来的；再按一次回到图"), weight=1),
    Action("text", "t", N_("表格"), N_("用文字表格显示同样的数；再按一次回到图"), weight=1),
    Action("remedies", "z", N_("整改清单"), N_("看整改清单：要整改什么、谁负责、什么时候以前")),
    Action("remedy", "m", N_("列入整改"), N_("把光标处的考评项列入整改清单，定责任人和期限")),
    Action("filter", "f3", N_("筛选"), N_("按单位名称筛选")),
    BACK,
    RELOAD,
    JUMP,
)
