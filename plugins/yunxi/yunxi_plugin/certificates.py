"""学分证书：按级别记学分，过期的打折，够数得满分。 Credits by certificates: by level, less once they have expired."""

from collections.abc import Iterator
from fractions import Fraction

from cadre_tui.plugins import (
    Answer,
    Criterion,
    CriterionKind,
    DrawnLine,
    Earned,
    Frozen,
    Number,
    NumberLines,
    Shape,
    Text,
    Wrong,
    hookimpl,
    said,
)

EXPIRED = "expired."
"""What the id of a level's second line begins with."""


class Level(Frozen):
    """一个级别的证书值几个学分。 What a certificate of one level is worth."""

    id: str
    text: Text
    credits: Number


class Certificates(Criterion):
    """考评项自己的键：够几个学分得满分，过期的按几成算，有哪几个级别。"""

    full: Number
    expired: Number
    level: tuple[Level, ...]


def draw(asked: Certificates) -> NumberLines:
    """每个级别两行：有效的几张，过期的几张。"""
    lines = []
    for level in asked.level:
        zh, en = level.text.say("zh"), level.text.say("en")
        valid = Text({"zh": f"{zh}（有效）", "en": f"{en}, valid"})
        old = Text({"zh": f"{zh}（已过期）", "en": f"{en}, expired"})
        lines.append(DrawnLine(id=level.id, text=valid, per=level.credits))
        lines.append(DrawnLine(id=EXPIRED + level.id, text=old, per=level.credits * asked.expired))
    return NumberLines(lines=tuple(lines), deducts=False)


def score(asked: Certificates, answer: Answer) -> Earned:
    """学分合计 ÷ 满分学分 × 分值，最多满分。"""
    counted = answer.lines or {}
    valid = sum((Fraction(each.credits * counted.get(each.id, 0)) for each in asked.level), Fraction(0))
    old = sum((Fraction(each.credits * counted.get(EXPIRED + each.id, 0)) for each in asked.level), Fraction(0))
    counting = valid + old * Fraction(asked.expired)
    share = min(counting / Fraction(asked.full), Fraction(1))
    told = said(
        {
            "zh": "有效证书 {valid} 学分，过期证书 {old} 学分按 {expired} 计，共 {counting} 学分，满分要 {full} 学分",
            "en": "{valid} credits of valid certificates, {old} of expired ones × {expired}: {counting} of {full}",
        },
        valid=valid,
        old=old,
        expired=asked.expired,
        counting=counting,
        full=asked.full,
    )
    return Earned(share * Fraction(asked.points), (told,))


def check(asked: Certificates) -> Iterator[Wrong]:
    """写法对不对：检查考评表时逐条说出来。"""
    if asked.full <= 0:
        yield Wrong(
            {"zh": "full 是得满分要的学分，要大于 0", "en": "full, the credits for all points, is above 0"}, "full"
        )
    if not 0 <= asked.expired <= 1:
        yield Wrong({"zh": "expired 从 0 到 1，如 0.5", "en": "expired is from 0 to 1, such as 0.5"}, "expired")
    ids = [level.id for level in asked.level]
    if not ids or len(set(ids)) < len(ids):
        yield Wrong(
            {"zh": "level 至少一个，编号不能重复", "en": "there is a level, each with an id of its own"}, "level"
        )
    if any(level.credits <= 0 for level in asked.level):
        yield Wrong({"zh": "每个级别的 credits 要大于 0", "en": "each level's credits are above 0"}, "level")


def check_answer(_asked: Certificates, answer: Answer) -> Iterator[Wrong]:
    """证书按张数。"""
    if any(count % 1 for count in (answer.lines or {}).values()):
        yield Wrong({"zh": "证书按张数填整数", "en": "certificates are counted in whole numbers"}, "lines")


@hookimpl
def cadre_criterion_kinds() -> Iterator[CriterionKind]:
    """``kind = "yunxi.certificates"``。"""
    yield CriterionKind(
        name="yunxi.certificates",
        title={"zh": "学分证书", "en": "Certificates"},
        shape=Shape.LINES,
        model=Certificates,
        draw=draw,
        score=score,
        check=check,
        check_answer=check_answer,
    )
