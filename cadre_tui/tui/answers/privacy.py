"""What is true about who sees an answer about a colleague. Pure."""

from typing import Final

from cadre_tui.locale import N_, _

WHO_SEES_WHAT: Final = N_(
    "评分记名保存，用来计分；被评的人和组织者只看到至少 {count} 位同事的平均分，"
    "程序不向任何人显示谁打了几分，但管理这台机器的人有办法查到。"
)


def who_sees_what(min_raters: int) -> str:
    """The round's rule, told truly to whoever answers."""
    return _(WHO_SEES_WHAT).format(count=min_raters)
