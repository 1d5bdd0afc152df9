"""Sentences for what is wrong with a table of ratings."""

from typing import Final

from cadre_tui.locale import N_
from cadre_tui.model.codes import ratings as codes

RATINGS: Final[dict[str, str]] = {
    codes.RATED_TWICE: N_("“{rater}”评“{subject}”在第 {row} 行已经有了：一人对一人只能有一个分数，请只留一行"),
    codes.NOT_A_SCORE: N_("“{name}”不是数：请只写数，如 85 或 85.5；没有评的整行不写，不要写 0"),
    codes.SCORE_TOO_LARGE: N_("{name} 太大，绝对值不能超过 10¹²"),
    codes.NO_RATINGS: N_("里面没有分数：第一行写列名“被评人”“评价人”“得分”，以下每行写一个分数"),
}
