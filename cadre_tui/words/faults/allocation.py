"""Sentences for what is wrong with who rates whom."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.codes import allocation as codes

ALLOCATIONS: Final[dict[str, str]] = {
    codes.UNIT_SMALL: N_(
        "人太少：{people} 每人要有 {needed} 个评价人，除去本人最多只有 {possible} 个；"
        "请减少每人的评价人数，或与别的单位合并"
    ),
    codes.TOO_FEW_RATERS: N_("{people} 要有 {needed} 个评价人，按规则只有 {possible} 个人可以评"),
    codes.TOO_FEW_RATERS_LEFT: N_(
        "{people} 共要有 {needed} 人次评价；能随意评他们的只有 {others}，这些人都评满，加上规则允许的其他人，"
        "最多只有 {possible} 人次"
    ),
    codes.TOO_FEW_SUBJECTS: N_("要均衡，{people} 至少要评 {needed} 人，按规则只有 {possible} 个人可以评"),
    codes.TOO_FEW_SUBJECTS_LEFT: N_(
        "要均衡，{people} 共要评 {needed} 人次；能由他们随意评的只有 {others}，这些人都评满，"
        "加上规则允许的其他人，最多只有 {possible} 人次"
    ),
    codes.KEPT_TOO_MANY: N_("已经开始的有 {needed} 人次，均衡只容得下 {possible} 人次（{people}）：{pairs}"),
    codes.KEPT_IN_THE_WAY: N_(
        "保留已经开始的 {pairs}，就不能完全均衡：{people} 共要有 {needed} 人次评价，最多只有 {possible} 人次"
    ),
    codes.BARRED_SELF: N_("不能评自己的：{people}"),
    codes.BARRED_CONFLICT: N_("因回避不能评的（评价人→被评人，共 {count} 对）：{pairs}"),
    codes.BARRED_SUPERIOR: N_("因下级不评上级不能评的（评价人→被评人，共 {count} 对）：{pairs}"),
    codes.BARRED_SUBORDINATE: N_("因上级不评下级不能评的（评价人→被评人，共 {count} 对）：{pairs}"),
    codes.PAIR_SELF: N_("{rater} 评自己：请去掉"),
    codes.PAIR_CONFLICT: N_("{rater} 应当回避，不能评 {subject}：请换人"),
    codes.PAIR_SUPERIOR: N_("{subject} 是 {rater} 的上级，规则是下级不评上级：请换人"),
    codes.PAIR_SUBORDINATE: N_("{rater} 是 {subject} 的上级，规则是上级不评下级：请换人"),
    codes.PAIR_OTHER_UNIT: N_("{rater} 和 {subject} 不在同一单位：请换本单位的人"),
    codes.PAIR_UNKNOWN: N_("{rater} 评 {subject}：两人中有人不在名单里，或者不参加评价、不被评价"),
    codes.PAIR_DOUBLED: N_("{rater} 评 {subject} 写了 {count} 次：请只留一次"),
    codes.SUBJECT_SHORT: N_("{subject} 只有 {count} 个评价人，应有 {expected} 个：请补足"),
    codes.SUBJECT_OVER: N_("{subject} 有 {count} 个评价人，应为 {expected} 个：请去掉多的"),
    codes.RATER_LIGHT: N_("{rater} 只评 {count} 人，均衡要评 {expected} 人：请多分一些"),
    codes.RATER_HEAVY: N_("{rater} 要评 {count} 人，均衡最多评 {expected} 人：请少分一些"),
    codes.IN_PIECES: N_(
        "没能连成一片，评价关系分成互不相连的 {count} 片，片与片之间的宽严比不出来；"
        "最小的一片：{raters} 评 {people}；请换一个种子再试，或增加每人的评价人数"
    ),
    codes.IN_PIECES_BY_RULES: N_(
        "按现在的规则连不成一片，评价关系分成互不相连的 {count} 片，片与片之间的宽严比不出来；"
        "最小的一片：{raters} 评 {people}；请减少回避，或增加每人的评价人数"
    ),
    codes.NO_LONGER_ALLOWED: N_("已经开始的 {rater} 评 {subject} 现在的规则不再允许，没有保留"),
    codes.NO_SUCH_PERSON: N_("名单里没有编号为“{name}”的人：请核对编号"),
    codes.ONESELF: N_("“{name}”评自己：自己不能评价自己，请去掉这一行"),
    codes.PAIR_TWICE: N_("“{rater}”评“{subject}”在第 {row} 行已经写过：请只留一行"),
    codes.OWN_SUPERIOR: N_("“{name}”是本人：上级请写另一个人的编号，没有就不写"),
    codes.NOT_YES_OR_NO: N_("不能写“{name}”：请写“是”或“否”，不写就是“是”"),
    codes.NO_PAIRS: N_("里面没有写谁评谁：第一行写列名“评价人”“被评人”，以下每行写一对编号"),
}
