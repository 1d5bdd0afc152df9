"""What an export would bring, in a line."""

from cadre_tui.locale import _
from cadre_tui.model.study.courses import CourseImport


def counted(of: CourseImport) -> str:
    """``导出.xlsx：新的 12 条，已经有的 3 条，要问的 2 条，没有看的 1 行。``"""
    return _("{file}：新的 {fresh} 条，已经有的 {again} 条，要问的 {doubtful} 条，没有看的 {left} 行。").format(
        file=of.file,
        fresh=len(of.fresh),
        again=len(of.again),
        doubtful=len(of.doubtful),
        left=len(of.left_out),
    )
