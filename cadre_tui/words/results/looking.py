"""What is told before somebody looks at what follows from the votes of a confidential round."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.results.looking import Look, Settling

SHOWS: Final = {
    Look.QUALITY: N_("这里以代号列出评价人的宽严和要问一问的。"),
    Look.DIFFERENCES: N_("名单列出按原始分和校正分等次不一样的人，由人来定。"),
    Look.DISCLOSURE: N_("检查会列出哪些数会让人看出是谁评的。"),
    Look.OUTCOME: N_("这里列出名额线、要由人决定的人和他们的总分。"),
}


def told(settling: Settling, look: Look) -> Iterator[str]:
    """What it shows, and what can no longer be done from then on: a paragraph each."""
    yield _(SHOWS[look])
    if settling.answers:
        yield _(
            "从这一次起，对同事的答卷就定下来：不能再填、再交、收回、退回、延期。"
            "不这样，前后两次看只差一份答卷，就能推出这一份填了什么。所以请先办完补交和退回，再看。"
        )
    if settling.names:
        said = _("现在还可以填的有 {count} 人：{names}。看了以后他们就不能再填。")
        yield said.format(count=len(settling.names), names=_("、").join(settling.names))
    if settling.voids:
        yield _(
            "看了以后，也不能再决定谁的答卷作废或恢复：前后一比，会看出一个人打的分。"
            "请先看评价质量，把要作废的定下来。"
        )
