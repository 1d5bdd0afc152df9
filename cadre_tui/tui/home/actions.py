"""What can be done at home, by whoever it applies to."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.tui.actions import JUMP, RELOAD, Action

HOME: Final = (
    Action("open", "enter", N_("打开"), N_("打开光标所在的一项"), handled=True),
    Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
    Action("hand_in", "s", N_("提交"), N_("提交光标所在的这一类答卷，先看还缺什么")),
    Action("take_back", "s", N_("收回"), N_("收回光标所在的这一类答卷，改好再提交（期限以前）")),
    Action("new_round", "n", N_("新建一轮"), N_("新建一轮考评：从模板开始，一步一步填，先看再建")),
    Action("next", "g", N_("往下办"), N_("把光标所在的一轮转到下一个阶段，办之前会说明"), weight=1),
    Action("raters", "a", N_("谁评谁"), N_("看光标处这一轮谁评价谁；分配、改动")),
    Action("ballots", "v", N_("测评票"), N_("光标处不记名的一轮：印票条，看收到几张，封箱"), weight=1),
    Action("disclosure", "c", N_("保密检查"), N_("看光标处这一轮公布以前，哪些数会让人看出是谁评的")),
    Action(
        "encouragement",
        "j",
        N_("鼓励"),
        N_("看光标处这一轮各单位收到多少句鼓励；组织者处理被举报的"),
        shown=False,
    ),
    Action(
        "outcome",
        "w",
        N_("等次形成"),
        N_("看光标处这一轮等次的形成；要决定的人是组织者的，由督查决定"),
        shown=False,
    ),
    Action("people", "p", N_("人员"), N_("看花名册上的每个人和他们的变动记录")),
    Action("take", "i", N_("导入"), N_("从文件导入花名册：先看会改什么，再写入")),
    Action("paper", "e", N_("代录"), N_("照纸质表替本单位的人录入光标所在的这一轮")),
    Action("county", "u", N_("全县"), N_("看光标处这一轮全县合计的结果；公布以后才有"), weight=1),
    Action("plugins", "k", N_("考评表"), N_("看考评表和插件：由谁提供，能不能用；启用、停用"), weight=-1),
    Action("log", "l", N_("操作记录"), N_("看谁在什么时候办了什么，核对是否被改动"), weight=-1),
    Action("checkup", "d", N_("检查数据"), N_("检查存下来的数据是否完好；只看，不改"), shown=False),
    Action("study", "b", N_("学习"), N_("学习计划、台账、日程；组织者和联络员排日程、签到、督查"), shown=False),
    Action("role", "r", N_("换身份"), N_("在自己的几种身份之间切换")),
    Action("password", "m", N_("改密码"), N_("改自己的密码：先填原来的，新的填两遍"), shown=False),
    RELOAD,
    JUMP,
    Action("sign_out", "o", N_("换人登录"), N_("退出登录，回到登录页面")),
)
