"""The rules of the made-up county's rounds."""

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal

from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Use
from cadre_tui.model.text import Text

CHINA = timezone(timedelta(hours=8), "CST")

GRADES = (
    Grade(code="excellent", text=Text({"zh": "优秀", "en": "Excellent"}), min=Decimal(90)),
    Grade(code="good", text=Text({"zh": "良好", "en": "Good"}), min=Decimal(80)),
    Grade(code="pass", text=Text({"zh": "合格", "en": "Pass"}), min=Decimal(60)),
    Grade(code="fail", text=Text({"zh": "不合格", "en": "Fail"}), min=Decimal(0)),
)

LEARNING = (
    Use(checklist="core.learning", by=Purpose.SELF, weight=Decimal(40)),
    Use(checklist="core.mutual", by=Purpose.SELF),
    Use(checklist="core.mutual", by=Purpose.PEER, weight=Decimal(60)),
)


def half_year(day: date) -> tuple[int, int]:
    """The year and its half (1 or 2) that ``day`` lies in."""
    return day.year, 1 if day.month <= 6 else 2


def half_before(year: int, half: int) -> tuple[int, int]:
    """The half-year before."""
    return (year, 1) if half == 2 else (year - 1, 2)


def finished_on(year: int, half: int) -> date:
    """The day on which a half-year's round was over: early in the half that follows it."""
    return date(year, 7, 5) if half == 1 else date(year + 1, 1, 5)


def _name(year: int, half: int) -> Text:
    return Text(
        {
            "zh": f"{year}年{'上' if half == 1 else '下'}半年学习考评",
            "en": f"Learning evaluation, {'first' if half == 1 else 'second'} half of {year}",
        }
    )


def end_of_day(day: date) -> datetime:
    """The last minute of ``day``, in China."""
    return datetime.combine(day, time(23, 59), CHINA)


def round_of(year: int, half: int, self_until: date, peer_until: date, former: str | None = None) -> RoundRules:
    """The rules of one half-year's round of self-assessment and colleagues."""
    return RoundRules(
        id=f"{year}-h{half}",
        title=_name(year, half),
        use=LEARNING,
        deadlines={Purpose.SELF: end_of_day(self_until), Purpose.PEER: end_of_day(peer_until)},
        grade=GRADES,
        former=former,
        appeal_days=5,
        min_raters=3,
    )


def with_counties(rules: RoundRules, offered: frozenset[str]) -> RoundRules:
    """The rules with the counties' own checklists added, as far as they are ``offered``; shown, not counted."""
    own = tuple(
        Use(checklist=each, by=Purpose.SELF)
        for each in ("qinghe.agency", "hequan.village", "qinghe.register")
        if each in offered
    )
    return rules.model_copy(update={"use": rules.use[:1] + own + rules.use[1:]})
