"""A sign-in in a line."""

from cadre_tui.locale import _
from cadre_tui.model.study.log import Mark
from cadre_tui.model.study.views import SignIn


def counted(page: SignIn) -> str:
    """``应到 40，到 36，请假 2，缺席 1，未签 1``."""
    marks = [each.attendance.mark if each.attendance else None for each in page.lines]
    return _("应到 {all}，到 {present}，请假 {excused}，缺席 {absent}，未签 {open}").format(
        all=len(marks),
        present=marks.count(Mark.PRESENT),
        excused=marks.count(Mark.EXCUSED),
        absent=marks.count(Mark.ABSENT),
        open=marks.count(None),
    )
