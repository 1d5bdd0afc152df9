"""Short words for writing small checklists in a test, as plain dicts."""

from decimal import Decimal

FOUR = {
    "id": "four",
    "option": [
        {"code": "good", "text": "好", "score": 100},
        {"code": "fair", "text": "较好", "score": 80},
        {"code": "average", "text": "一般", "score": Decimal("62.5")},
        {"code": "poor", "text": "差", "score": 40},
        {"code": "unknown", "text": "不了解"},
    ],
}
LADDER = [
    {"code": "excellent", "text": "优秀", "min": 90},
    {"code": "pass", "text": "合格", "min": 60},
    {"code": "fail", "text": "不合格", "min": 0},
]

YES_A = {"a": {"yes": True}}


def criterion(name, kind, points=None, **keys):
    """One criterion."""
    made = {"id": name, "kind": kind, "text": "考评内容", **keys}
    return made if points is None else made | {"points": points}


def rating(name, points, **keys):
    """A rating on the scale of four options and 不了解."""
    return criterion(name, "rating", points, scale="four", **keys)


def yes_no(name, points=None, **keys):
    """A question with yes and no."""
    return criterion(name, "yes_no", points, **keys)


def ratio(name, points, **keys):
    """A share of something planned."""
    return criterion(name, "ratio", points, **keys)


def count(name, points=None, **keys):
    """So many pieces."""
    return criterion(name, "count", points, **keys)


def line(name, **keys):
    """A line of a count or a deduct."""
    return {"id": name, "text": "一项", **keys}


def base(*criteria, name="base"):
    """A base section with the sum of its criteria's points."""
    points = sum((Decimal(criterion.get("points", 0)) for criterion in criteria), Decimal(0))
    return {"id": name, "title": "基本项", "points": points, "criterion": list(criteria)}


def bonus(*criteria, name="bonus", **keys):
    """A section of credits."""
    return {"id": name, "title": "加分", "kind": "bonus", **keys, "criterion": list(criteria)}


def penalty(*criteria, name="penalty", **keys):
    """A section that takes points."""
    return {"id": name, "title": "扣分", "kind": "penalty", **keys, "criterion": list(criteria)}


def checklist(*sections, grades=(), places=None, **keys):
    """A whole checklist."""
    made = {"schema": 1, "id": "county.small", "version": "1", "title": "考评表", **keys, "scale": [FOUR]}
    if places is not None:
        made["rounding"] = {"places": places}
    made["section"] = list(sections)
    return made | ({"grade": list(grades)} if grades else {})
