"""What stands on a locked screen. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.tui.drawing.parts import Line, Part, line


def lines(name: str, saved: bool) -> Sequence[Line]:
    """Why, who may unlock it, and how somebody else gets in; ``name`` is empty until it is known.

    ``saved`` says whether everything that was filled in could be.
    """
    how = _("请 {name} 填密码解锁；别人要用，按 Esc 换人登录。").format(name=name) if name else ""
    why = _("很久没有按键，屏幕已锁。填写的内容都已保存。")
    unsaved = _("很久没有按键，屏幕已锁。有的内容还没能保存，解锁以后请核对。")
    return line(Part(why if saved else unsaved, "strong")), line(how)
