"""What stands on a locked screen. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.tui.drawing.parts import Line, Part, line


def lines(name: str, saved: bool, idle: bool = True, ended: bool = False) -> Sequence[Line]:
    """Why, who may unlock it, and how somebody else gets in; ``name`` is empty until it is known.

    ``saved`` says whether everything that was filled in could be; not ``idle``: somebody was signed in for too long;
    ``ended``: the account was changed.
    """
    if ended:
        why = _("你的账号有了变动，这次登录已经结束。") if saved else _("你的账号有了变动，最后填的没能保存。")
        told = _("请 {name} 填现在的密码接着用；别人要用，按 Esc 换人登录。").format(name=name) if name else ""
        return line(Part(why, "strong")), line(told)
    how = _("请 {name} 填密码解锁；别人要用，按 Esc 换人登录。").format(name=name) if name else ""
    return line(Part(_why(saved, idle), "strong")), line(how)


def _why(saved: bool, idle: bool) -> str:
    if idle and saved:
        return _("很久没有按键，屏幕已锁。填写的内容都已保存。")
    if idle:
        return _("很久没有按键，屏幕已锁。有的内容还没能保存，解锁以后请核对。")
    if saved:
        return _("登录已满 12 小时，屏幕已锁。填写的内容都已保存。")
    return _("登录已满 12 小时，屏幕已锁。有的内容还没能保存，解锁以后请核对。")
