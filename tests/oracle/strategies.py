"""Sound checklists of every shape that the format page allows, with sound responses to them.

A checklist is made in three steps: sections with their criteria, then conditions between the criteria
(``show_when``, vetoes), then the ladder of grades. Nothing of it is taken from the program but how amounts are drawn.
"""

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from hypothesis import strategies as st

from cadre_tui.checklists import parse
from cadre_tui.testing import responses
from cadre_tui.testing.amounts import amounts
from tests.oracle.criteria import a_criterion, a_scale, a_text, chance, most, positive
from tests.oracle.toml_writer import checklist_text

FIRST_DAY = date(2026, 1, 1)
TEXTS = ["已学", "Done.", "[b]不是标记[/b]"]

# Conditions


def a_comparison(draw, criterion, scales):
    """Keys of a condition that some answer to the criterion can fulfil."""
    kind = criterion["kind"]
    if kind == "text":
        return one_of_codes(draw, TEXTS)
    if kind in {"rating", "choice"}:
        return one_of_codes(draw, [option["code"] for option in options_of(criterion, scales)])
    if kind == "yes_no":
        return {"is": draw(st.booleans())}
    if kind == "date":
        days = st.integers(0, 400).map(lambda number: FIRST_DAY + timedelta(days=number))
        return one_of_ordered(draw, days)
    if "line" in criterion:
        line = draw(st.sampled_from(criterion["line"]))
        within = amounts(*line["between"]) if "between" in line else amounts(0, 12)
        return {"line": line["id"]} | one_of_ordered(draw, within)
    return one_of_ordered(draw, amounts(0, 1) if kind == "ratio" else amounts(0, 60))


def options_of(criterion, scales):
    """The options of a rating or a choice."""
    if criterion["kind"] == "choice":
        return criterion["option"]
    return next(scale["option"] for scale in scales if scale["id"] == criterion["scale"])


def one_of_codes(draw, codes):
    some = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True))
    shape = draw(st.sampled_from(["is", "any_of", "both"]))
    return {
        "is": {"is": some[0]},
        "any_of": {"any_of": some},
        "both": {"is": some[0], "any_of": some},
    }[shape]


def one_of_ordered(draw, values):
    first = draw(values)
    shape = draw(st.sampled_from(["at_least", "at_most", "is", "any_of", "range"]))
    if shape == "range":
        low, high = sorted([first, draw(values)])
        return {"at_least": low, "at_most": high}
    return {shape: [first, draw(values)] if shape == "any_of" else first}


def add_conditions(draw, criteria, scales):
    """``show_when`` from later to earlier in an order of its own, so that there is never a circle."""
    order = draw(st.permutations(criteria))
    for place, criterion in enumerate(order):
        if place and chance(draw, 25):
            on = draw(st.sampled_from(order[:place]))
            criterion["show_when"] = {"criterion": on["id"], **a_comparison(draw, on, scales)}


def add_vetoes(draw, criteria, scales, grades):
    for criterion in criteria:
        if chance(draw, 25):
            on = draw(st.sampled_from(criteria)) if chance(draw, 20) else criterion
            when = a_comparison(draw, on, scales)
            if on is not criterion:
                when = {"criterion": on["id"], **when}
            elif set(when) == {"is"} and chance(draw, 70):
                when = when["is"]
            criterion["veto"] = {"when": when, "grade": draw(st.sampled_from(grades))["code"]}


def some_grades(draw, criteria, scales, highest):
    """From the top; each ``min`` below those before it, but for one that requires more than points."""
    grades = []
    above = highest
    for number in range(draw(st.integers(0, 4))):
        if above < 0:
            break
        floor = Decimal(0) if chance(draw, 30) else draw(amounts(0, above))
        grade = {"code": f"g{number}", "text": a_text(draw), "min": floor}
        if chance(draw, 30):
            needed = draw(st.lists(st.sampled_from(criteria), min_size=1, max_size=2, unique_by=lambda c: c["id"]))
            grade["require"] = [{"criterion": on["id"], **a_comparison(draw, on, scales)} for on in needed]
        grades.append(grade)
        if "require" not in grade:
            above = floor - Decimal("0.01")
    return grades


# Checklists


@st.composite
def checklists(draw):
    """A sound checklist as plain dicts."""
    scales = [a_scale(draw, f"scale-{number}") for number in range(draw(st.integers(0, 2)))]
    kinds = draw(
        st.lists(st.sampled_from(["base", "base", "base", "bonus", "penalty"]), min_size=1, max_size=4),
    )
    sections = [a_section(draw, f"s{number}", kind, scales) for number, kind in enumerate(kinds)]
    criteria = [criterion for section in sections for criterion in section["criterion"]]
    add_conditions(draw, criteria, scales)
    base = [section for section in sections if section.get("kind", "base") == "base"]
    base_points = sum((section["points"] for section in base), Decimal(0))
    places = draw(st.integers(0, 4)) if chance(draw, 70) else 2
    highest = highest_total(sections, base_points).quantize(Decimal(1).scaleb(-places), ROUND_FLOOR)
    grades = some_grades(draw, criteria, scales, highest)
    if grades:
        add_vetoes(draw, criteria, scales, grades)
    checklist = a_head(draw)
    if base_points and chance(draw, 60):
        checklist["total"] = base_points
    if chance(draw, 70):
        checklist["na_rule"] = draw(st.sampled_from(["rescale", "full", "zero"]))
    if places != 2 or chance(draw, 50):
        checklist["rounding"] = {"places": places} | ({"mode": "half-up"} if chance(draw, 50) else {})
    if scales:
        checklist["scale"] = scales
    checklist["section"] = sections
    if grades:
        checklist["grade"] = grades
    return checklist


def a_head(draw):
    """Who it is by and for."""
    head = {
        "schema": 1,
        "id": "county.check",
        "version": "2026.1",
        "title": a_text(draw),
        "publisher": "县委组织部",
    }
    if chance(draw, 50):
        head["lang"] = "zh"
    if chance(draw, 30):
        head["levels"] = ["agency-staff"]
    if chance(draw, 30):
        head["purpose"] = draw(st.lists(st.sampled_from(["self", "peer", "check"]), min_size=1, unique=True))
    return head


def a_section(draw, name, kind, scales):
    section = {"id": name, "title": a_text(draw)}
    if kind != "base" or chance(draw, 20):
        section["kind"] = kind
    criteria = [a_criterion(draw, f"{name}.c{number}", kind, scales) for number in range(draw(st.integers(1, 4)))]
    if kind == "base":
        section["points"] = sum((Decimal(criterion.get("points", 0)) for criterion in criteria), Decimal(0))
        if section["points"] and chance(draw, 20):
            section["cap"] = section["points"]
    else:
        highest = sum((most(criterion, kind) for criterion in criteria), Decimal(0))
        if highest and chance(draw, 50):
            section["cap"] = draw(positive(min(highest, Decimal(60))))
    section["criterion"] = criteria
    return section


def highest_total(sections, base_points):
    """A total that can surely be reached."""
    if base_points:
        base = [section for section in sections if section.get("kind", "base") == "base"]
        return sum((most(criterion, "base") for section in base for criterion in section["criterion"]), Decimal(0))
    earned_outside = Decimal(0)
    for section in sections:
        if section.get("kind") == "bonus":
            highest = sum((most(criterion, "bonus") for criterion in section["criterion"]), Decimal(0))
            earned_outside += min(highest, section.get("cap", highest), Decimal(100))
    return earned_outside


@st.composite
def cases(draw):
    """A checklist, and a response to it as the authors' test kit makes them."""
    checklist = draw(checklists())
    read = parse(checklist_text(checklist), "checklist.toml")
    return checklist, draw(responses(read))
