"""Scales and criteria of every kind, sound by the format page. How amounts are drawn is the authors' test kit's."""

from decimal import Decimal

from hypothesis import strategies as st

from cadre_tui.testing.amounts import BIGGEST, amounts

RATED = ("rating", "yes_no", "choice", "deduct", "count", "tiers", "ratio")
INFORMATION = ("number", "text", "date")
UNLIMITED = Decimal(BIGGEST)

percent = st.integers(0, 99)


def chance(draw, of_hundred):
    """Yes, so many times in a hundred; it shrinks to no."""
    return draw(percent) >= 100 - of_hundred


def positive(high):
    """Above 0."""
    return amounts("0.0001", high)


def a_text(draw):
    """A plain string, or a table by language."""
    return {"zh": "学习", "en": "Learning"} if chance(draw, 20) else "学习"


# Criteria


def a_scale(draw, name):
    """Options of which the best scores 100; some have no score."""
    scores = draw(st.lists(st.one_of(amounts(0, 100), st.none()), min_size=1, max_size=4))
    scores.insert(draw(st.integers(0, len(scores))), 100)
    options = []
    for number, score in enumerate(scores):
        option = {"code": f"o{number}", "text": a_text(draw)}
        options.append(option if score is None else option | {"score": score})
    return {"id": name, "option": options}


def common(draw, criterion, section_kind):
    """The keys that every kind takes."""
    kind = criterion["kind"]
    if chance(draw, 30):
        criterion["allow_na"] = True
    if chance(draw, 20) and (kind in INFORMATION or section_kind != "base"):
        criterion["required"] = False
    for key in ("evidence", "reason"):
        if chance(draw, 25):
            asked = ["none", "optional", "required"] + ["extremes"] * (kind in {"rating", "choice"})
            criterion[key] = draw(st.sampled_from(asked))
    if chance(draw, 20):
        criterion["focus"] = draw(st.sampled_from(["plan", "work", "group", "lasting"]))
    if chance(draw, 10):
        criterion["guidance"] = "看材料。"
    takes_fact = kind in {"number", "tiers"} or (kind == "count" and "line" not in criterion)
    if takes_fact and chance(draw, 10):
        criterion["fact"] = "study.hours"


def a_criterion(draw, name, section_kind, scales):
    """A criterion of any kind that may stand in such a section."""
    kinds = RATED + INFORMATION
    kinds = [
        kind for kind in kinds if (kind != "rating" or scales) and (kind != "deduct" or section_kind != "penalty")
    ]
    kind = draw(st.sampled_from(kinds))
    criterion = {"id": name, "kind": kind, "text": a_text(draw)}
    if kind not in INFORMATION:
        SHAPES[kind](draw, criterion, section_kind, scales)
    common(draw, criterion, section_kind)
    return criterion


def signed(section_kind, amount):
    """In a penalty section everything is written with its minus."""
    return -amount if section_kind == "penalty" else amount


def take_points(draw, criterion, section_kind):
    """Points; left out now and then, which makes them 0."""
    if not chance(draw, 5):
        criterion["points"] = signed(section_kind, draw(positive(40)))


def rating(draw, criterion, section_kind, scales):
    criterion["scale"] = draw(st.sampled_from(scales))["id"]
    take_points(draw, criterion, section_kind)


def yes_no(draw, criterion, section_kind, scales):
    take_points(draw, criterion, section_kind)


def choice(draw, criterion, section_kind, scales):
    best = draw(positive(40))
    earned = draw(st.lists(amounts(0, best), min_size=1, max_size=3))
    earned.insert(draw(st.integers(0, len(earned))), best)
    criterion["option"] = [
        {"code": f"c{number}", "text": a_text(draw), "points": signed(section_kind, points)}
        for number, points in enumerate(earned)
    ]
    for option in criterion["option"]:
        if not option["points"] and chance(draw, 50):
            del option["points"]  # left out, they are 0
    if section_kind == "base":
        criterion["points"] = best
    elif chance(draw, 20):
        criterion["points"] = signed(section_kind, best)


def tiers(draw, criterion, section_kind, scales):
    limits = sorted(draw(st.lists(amounts(0, 200), min_size=1, max_size=4, unique=True)), reverse=True)
    best = draw(positive(40))
    below = sorted((draw(positive(best)) for _ in limits[1:]), reverse=True)
    criterion["tier"] = [
        {"at_least": limit, "points": signed(section_kind, points)}
        for limit, points in zip(limits, [best, *below], strict=True)
    ]
    if section_kind == "base":
        criterion["points"] = best


def ratio(draw, criterion, section_kind, scales):
    take_points(draw, criterion, section_kind)


def deduct(draw, criterion, section_kind, scales):
    points = criterion["points"] = draw(positive(40))
    criterion["line"] = []
    for number in range(draw(st.integers(1, 3))):
        line = {"id": f"l{number}", "text": a_text(draw)}
        if chance(draw, 40):
            low = draw(amounts(0, 5))
            high = low + draw(positive(10))
            line["between"] = [low, high]
            if chance(draw, 20) and low < min(high, points):
                line["cap"] = draw(amounts(low, min(high, points)))
        else:
            line["per"] = draw(positive(10))
            if chance(draw, 40):
                line["cap"] = draw(positive(points))
        criterion["line"].append(line)


def count(draw, criterion, section_kind, scales):
    points = draw(positive(40))
    if section_kind == "base":
        if chance(draw, 5):
            points = Decimal(0)
        else:
            criterion["points"] = points
    if chance(draw, 50):
        criterion["per"] = signed(section_kind, draw(positive(10)))
        if chance(draw, 50):
            criterion["unit"] = "次"
    else:
        criterion["line"] = []
        for number in range(draw(st.integers(1, 3))):
            line = {"id": f"l{number}", "text": a_text(draw), "per": signed(section_kind, draw(positive(10)))}
            if number and points and chance(draw, 40):
                line["cap"] = draw(positive(points))
            criterion["line"].append(line)
    if points and chance(draw, 50):
        criterion["cap"] = points if chance(draw, 50) else draw(positive(points))


SHAPES = {
    "rating": rating,
    "yes_no": yes_no,
    "choice": choice,
    "deduct": deduct,
    "count": count,
    "tiers": tiers,
    "ratio": ratio,
}


def most(criterion, section_kind):
    """The most that a criterion can earn, or take in a penalty section; always written positive."""
    kind = criterion["kind"]
    if kind == "choice":
        return max(abs(option.get("points", 0)) for option in criterion["option"])
    if kind == "tiers":
        return max(abs(tier["points"]) for tier in criterion["tier"])
    if kind == "count":
        without_cap = criterion.get("points", 0) if section_kind == "base" else UNLIMITED
        return Decimal(criterion.get("cap", without_cap))
    return abs(Decimal(criterion.get("points", 0)))
