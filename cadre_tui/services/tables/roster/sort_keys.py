"""How people are ordered for a Chinese reader: by toneless pinyin, worked out once, when the roster is imported."""

import os
import re
from functools import lru_cache
from typing import Final

HANZI: Final = re.compile(r"([\u3007\u3400-\u9fff\U00020000-\U000323af])")

SURNAMES: Final = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "朴": "piao", "区": "ou", "盖": "ge",
    "乐": "yue", "覃": "qin", "缪": "miao", "翟": "zhai", "尹": "yin", "种": "chong", "折": "she", "员": "yun",
    "洗": "xian", "秘": "bi", "繁": "po", "黑": "he", "祭": "zhai", "燕": "yan", "华": "hua", "任": "ren",
    "尉迟": "yu chi", "万俟": "mo qi", "长孙": "zhang sun", "澹台": "tan tai",
}  # fmt: skip
"""Surnames that are not read as the same hanzi mostly is."""


def sort_key(name: str) -> str:
    """``张建国`` -> ``zhang jian guo``; whatever is no hanzi stays as it is, in small letters."""
    surname = next((each for each in (name[:2], name[:1]) if each in SURNAMES), "")
    given = HANZI.split(name[len(surname) :])
    return " ".join(
        [*([SURNAMES[surname]] if surname else []), *(word for each in given if each for word in _read(each))]
    ).lower()


@lru_cache(maxsize=20_000)
def _read(piece: str) -> list[str]:
    """How one hanzi, or what stands between hanzi, is read: of few different ones, over and over."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # a given name is no phrase, and they load slowly
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - for imports of a roster only

    read: list[str] = lazy_pinyin(piece)
    return read
