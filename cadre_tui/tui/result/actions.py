"""What can be done on somebody's result."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.tui.actions import BACK, JUMP, RELOAD, Action

RESULT: Final = (
    Action("move(-1)", "up,k", N_("上下"), N_("上下移动"), shows="↑↓"),
    Action("move(1)", "down,j", N_("下一项"), N_("到下一项"), shown=False),
    Action("cell(-1)", "left,h", N_("左边一格"), N_("选这一行左边的一个数，再按 e 只看它怎么来的"), shown=False),
    Action("cell(1)", "right,l", N_("右边一格"), N_("选这一行右边的一个数，再按 e 只看它怎么来的"), shown=False),
    Action("explain", "e", N_("怎么来的"), N_("一步一步看光标处的各个分数、小节、各部分、总分和等次是怎么来的")),
    Action("words", "t", N_("表格"), N_("用文字表格显示同样的数；再按一次回到图")),
    Action("votes", "v", N_("谁评的"), N_("记名的轮次：看谁评了多少分、写了什么；再按一次换回表格")),
    Action("plan", "p", N_("定计划"), N_("从盲点和短板起步，定下要做的事；只有自己看得到")),
    Action("appeal", "o", N_("提出异议"), N_("对光标处的一项提出异议；总分在选单里选")),
    Action("too_late", "o", N_("提出异议"), N_("提出异议的期限已过：看到什么时候为止"), shown=False),
    Action("appeals", "m", N_("我的异议"), N_("看自己提出的异议和答复")),
    Action("export", "r", N_("导出得分单"), N_("把自己的得分单做成文件，放到组织者指定的地方")),
    Action("sheet", "r", N_("导出得分单"), N_("把这个人的得分单做成文件，放到写明的新文件夹"), shown=False),
    Action("export_form", "f", N_("导出自评表"), N_("把自己填的自评表做成文件，打印以后签字"), shown=False),
    Action("page(-1)", "pageup", N_("上一页"), N_("向上翻页"), shown=False),
    Action("page(1)", "pagedown", N_("下一页"), N_("向下翻页"), shown=False),
    Action("move(-999)", "home", N_("第一项"), N_("到第一项"), shown=False),
    Action("move(999)", "end", N_("最后一项"), N_("到最后一项"), shown=False),
    BACK,
    JUMP,
    RELOAD,
)
