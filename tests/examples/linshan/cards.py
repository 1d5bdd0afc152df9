"""Kinds of criterion: a card of stamps, visits by place, a town's own scale of words, a share, a summary, a day."""

from fractions import Fraction

from cadre_tui.plugins import (
    Answer,
    Choices,
    Criterion,
    CriterionKind,
    DateField,
    Day,
    DrawnLine,
    DrawnOption,
    Earned,
    Number,
    NumberField,
    NumberLines,
    RatioField,
    Shape,
    Text,
    TextField,
    Wrong,
    hookimpl,
    said,
)


class PointsCard(Criterion):
    every: Number
    per: Number
    label: Text | None = None


def card_drawn(card):
    return NumberField(unit=card.label, per=card.per / card.every, cap=card.points)


def card_scored(card, answer):
    stamps = Fraction(answer.number) // Fraction(card.every)
    points = min(stamps * Fraction(card.per), Fraction(card.points))
    told = said(
        {
            "zh": "{number} 个，满 {every} 个计 1 次：{stamps} × {per}",
            "en": "{number}, every {every} count once: {stamps} × {per}",
        },
        number=answer.number,
        every=card.every,
        stamps=stamps,
        per=card.per,
    )
    return Earned(points, (told,))


def card_checked(card):
    if card.every <= 0:
        yield Wrong({"zh": "every 要大于零", "en": "every must be above zero"}, key="every")


def card_answer_checked(card, answer):
    if answer.number != answer.number.to_integral_value():
        yield Wrong({"zh": "盖章数要填整数", "en": "stamps are whole numbers"}, key="number")


class Visits(Criterion):
    places: tuple[str, ...]
    each: Number


def visits_drawn(visits):
    lines = tuple(DrawnLine(id=f"p{at}", text=Text({"zh": place})) for at, place in enumerate(visits.places))
    return NumberLines(lines=lines, deducts=False)


def visits_scored(visits, answer):
    reached = sum(count > 0 for count in answer.lines.values())
    points = min(reached * Fraction(visits.each), Fraction(visits.points))
    return Earned(points, (said({"zh": "到过 {n} 处", "en": "{n} places visited"}, n=reached),))


STEPS = (("often", "常去", 1), ("seldom", "偶尔", Fraction(1, 2)), ("new", "刚到任", None))


def pace_drawn(pace):
    options = (
        DrawnOption(text=Text({"zh": text}), answer=Answer(choice=code), earns=share and pace.points * (share == 1))
        for code, text, share in STEPS
    )
    return Choices(options=tuple(options))


def pace_scored(pace, answer):
    share = next(share for code, _text, share in STEPS if code == answer.choice)
    return Earned(None if share is None else share * Fraction(pace.points), (said("照选项"),))


def share_scored(criterion, answer):
    share = answer.number if answer.number is not None else min(1, Fraction(answer.done) / Fraction(answer.planned))
    return Earned(Fraction(criterion.points) * Fraction(share), (said("按完成率"),))


def words_scored(criterion, answer):
    long = len(answer.text) >= 10
    return Earned(Fraction(criterion.points) if long else Fraction(0), (said({"zh": "{n} 字"}, n=len(answer.text)),))


class Before(Criterion):
    by: Day


def day_scored(criterion, answer):
    return Earned(Fraction(criterion.points) if answer.date <= criterion.by else Fraction(0), ())


@hookimpl
def cadre_criterion_kinds():
    yield CriterionKind(
        "linshan.points_card",
        {"zh": "积分卡", "en": "Points card"},
        Shape.NUMBER,
        card_drawn,
        card_scored,
        PointsCard,
        card_checked,
        card_answer_checked,
    )
    yield CriterionKind("linshan.visits", "走访", Shape.LINES, visits_drawn, visits_scored, Visits)
    yield CriterionKind("linshan.pace", "频次", Shape.CHOICE, pace_drawn, pace_scored)
    yield CriterionKind("linshan.share", "完成率", Shape.RATIO, lambda _each: RatioField(), share_scored)
    yield CriterionKind("linshan.words", "小结", Shape.TEXT, lambda _each: TextField(), words_scored)
    yield CriterionKind("linshan.before", "期限", Shape.DATE, lambda _each: DateField(), day_scored, Before)
