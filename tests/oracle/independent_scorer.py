"""A second scorer, written from the checklist format page alone: raw dicts in, the JSON of ``cadre score`` out.

It knows nothing of the program. It goes through a checklist four times, one small function for each rule of
"How a score is made": what is hidden, what each criterion earns, what the sections and the total come to, the grade.
It trusts what it is given: a sound checklist (tomllib, ``parse_float=Decimal``) and a sound response.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

INFORMATION = {"number", "text", "date"}


def scored(checklist, response):
    """The answer of ``cadre score --json``, without ``why`` and ``digest``."""
    response = {"answers": {name: without_blanks(answer) for name, answer in response["answers"].items()}}
    sections = checklist["section"]
    criteria = dict(each for section in sections for each in criteria_of(section))
    answers = {
        name: answer
        for name, answer in response["answers"].items()
        if has_a_value(answer) and not hidden(name, criteria, response["answers"])
    }
    out = {name for name in criteria if hidden(name, criteria, response["answers"])}
    scores = {
        name: None if name in out else worth(checklist, section, criterion, answers.get(name))
        for section in sections
        for name, criterion in criteria_of(section)
    }
    counted = {
        name: Fraction(0) if scores[name] is None else Fraction(criterion.get("points", 0))
        for name, criterion in criteria.items()
    }
    section_scores = {section["id"]: sum_of(section, scores) for section in sections}
    total = total_of(checklist, section_scores, counted)
    grade, veto = grade_of(checklist, criteria, answers, total)
    return {
        "checklist": f"{checklist['id']}|{checklist['version']}",
        "total": None if total is None else float(total),
        "grade": grade,
        "veto": veto,
        "missing": [
            {"criterion": name, "what": what}
            for name, criterion in criteria.items()
            if name not in out
            for what in missing_of(checklist, criterion, answers.get(name), beside(response["answers"].get(name, {})))
        ],
        "sections": [section_told(section, section_scores[section["id"]]) for section in sections],
        "criteria": [
            {"id": name, "score": nearest_double(scores[name]), "points": nearest_double(criterion.get("points", 0))}
            for name, criterion in criteria.items()
        ],
    }


def criteria_of(section):
    """A section's criteria with their names."""
    return [(criterion["id"], criterion) for criterion in section["criterion"]]


def section_told(section, score):
    """A section's sum, and what it could be."""
    points = sum(Fraction(criterion.get("points", 0)) for criterion in section["criterion"])
    return {"id": section["id"], "score": nearest_double(score), "points": nearest_double(points)}


def has_a_value(answer):
    """Whether there is more than a reason and evidence in an answer; an empty text is none."""
    return bool(set(answer) - {"reason", "evidence"}) and answer.get("text") != ""


def without_blanks(answer):
    """What is nothing but blanks is empty."""
    texts = {key: answer[key].strip() for key in ("text", "reason") if key in answer}
    return answer | texts | {"evidence": [piece for piece in answer.get("evidence", []) if piece.strip()]}


def beside(answer):
    """The reason and the evidence that stand beside a value."""
    return answer.get("reason", ""), answer.get("evidence", [])


def nearest_double(number):
    """An exact number as JSON has it."""
    return None if number is None else float(Fraction(number))


# Rule 1: what a criterion earns. None: it is out, or it has no score.


def worth(checklist, section, criterion, answer):
    """The score of one criterion that is not hidden."""
    kind = section.get("kind", "base")
    if criterion["kind"] in INFORMATION:
        return None
    if answer is None:
        return Fraction(0) if criterion.get("required", True) else None
    if "na" in answer:
        return not_applicable(checklist, kind, criterion)
    score = earned(checklist, kind, criterion, answer)
    if score is not None and kind == "base":
        score = min(score, Fraction(criterion.get("points", 0)))
    return score


def not_applicable(checklist, section_kind, criterion):
    """Rule 2: ``rescale`` takes it out, ``full`` gives its points, ``zero`` nothing; outside the base always out."""
    rule = checklist.get("na_rule", "rescale")
    if section_kind != "base" or rule == "rescale":
        return None
    return Fraction(criterion.get("points", 0)) if rule == "full" else Fraction(0)


def earned(checklist, section_kind, criterion, answer):
    """The table of kinds, row by row."""
    points = Fraction(criterion.get("points", 0))
    row = criterion["kind"]
    if row == "rating":
        option_score = option(scale(checklist, criterion), answer["choice"]).get("score")
        return None if option_score is None else Fraction(option_score) / 100 * points
    if row == "yes_no":
        return points if answer["yes"] else Fraction(0)
    if row == "choice":
        return Fraction(option(criterion["option"], answer["choice"]).get("points", 0))
    if row == "tiers":
        reached = [tier for tier in criterion["tier"] if answer["number"] >= tier["at_least"]]
        return Fraction(reached[0]["points"]) if reached else Fraction(0)
    if row == "ratio":
        return points * share(answer)
    if row == "deduct":
        lost = sum(line_amount(line, answer["lines"], "base") for line in criterion["line"])
        return max(Fraction(0), points - lost)
    assert row == "count"
    if "line" in criterion:
        pieces = sum(line_amount(line, answer["lines"], section_kind) for line in criterion["line"])
    else:
        pieces = Fraction(criterion["per"]) * Fraction(answer["number"])
    return within_cap(pieces, criterion.get("cap"), section_kind)


def line_amount(line, amounts, section_kind):
    """``per`` x count, or the amount that the rater picked; up to the line's cap. A line left out counts 0."""
    given = Fraction(amounts.get(line["id"], 0))
    return within_cap(given if "between" in line else Fraction(line["per"]) * given, line.get("cap"), section_kind)


def within_cap(amount, cap, section_kind):
    """A cap is written positive; in a penalty section it is the most that can be taken."""
    if cap is None:
        return amount
    return max(amount, -Fraction(cap)) if section_kind == "penalty" else min(amount, Fraction(cap))


def share(answer):
    """A share as given, or done of planned: more done than planned counts as 1."""
    if "done" in answer:
        return min(Fraction(1), Fraction(answer["done"]) / Fraction(answer["planned"]))
    return Fraction(answer["number"])


def scale(checklist, criterion):
    """The options of a rating's scale."""
    return next(scale["option"] for scale in checklist["scale"] if scale["id"] == criterion["scale"])


def option(options, code):
    """The option with this code."""
    return next(option for option in options if option["code"] == code)


# Conditions look at the answer, never at the score.


def hidden(name, criteria, answers):
    """Whether the ``show_when`` of a criterion does not hold. A hidden criterion makes no condition hold."""
    condition = criteria[name].get("show_when")
    return condition is not None and not holds(condition, condition["criterion"], criteria, answers)


def holds(condition, name, criteria, answers):
    """Whether a condition holds on the answer to the criterion that is named."""
    answer = answers.get(name, {})
    if not has_a_value(answer) or "na" in answer or hidden(name, criteria, answers):
        return False
    found = looked_at(criteria[name], answer, condition.get("line"))
    tests = []
    if "is" in condition:
        tests.append(found == comparable(condition["is"]))
    if "any_of" in condition:
        tests.append(found in [comparable(value) for value in condition["any_of"]])
    if "at_least" in condition:
        tests.append(found >= comparable(condition["at_least"]))
    if "at_most" in condition:
        tests.append(found <= comparable(condition["at_most"]))
    return all(tests)


def looked_at(criterion, answer, line):
    """What a condition compares: code, yes or no, number, share, date, or the number of one line."""
    if line is not None:
        return Fraction(answer["lines"].get(line, 0))
    if criterion["kind"] == "ratio":
        return share(answer)
    if criterion["kind"] == "date":
        return date.fromisoformat(answer["date"])
    (value,) = (answer[key] for key in ("choice", "yes", "number", "text") if key in answer)
    return comparable(value)


def comparable(value):
    """A number exactly; anything else as it is."""
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return Fraction(value) if is_number else value


# Rules 3 and 4: sections and the total.


def sum_of(section, scores):
    """A section before rescaling: the sum of its criteria up to its cap; None where none of them has a score."""
    found = [scores[criterion["id"]] for criterion in section["criterion"]]
    found = [score for score in found if score is not None]
    return within_cap(sum(found, Fraction(0)), section.get("cap"), section.get("kind", "base")) if found else None


def total_of(checklist, section_scores, counted):
    """The total, rounded once; None where there are base points and none of them is in."""
    base_sum = base_points = base_points_in = outside = Fraction(0)
    for section in checklist["section"]:
        score = section_scores[section["id"]] or Fraction(0)
        if section.get("kind", "base") == "base":
            base_sum += score
            base_points += sum(Fraction(criterion.get("points", 0)) for criterion in section["criterion"])
            base_points_in += sum(counted[criterion["id"]] for criterion in section["criterion"])
        else:
            outside += score
    if base_points > 0 and base_points_in == 0:
        return None
    start = Fraction(0)
    if base_points > 0:
        start = base_sum * Fraction(checklist.get("total", base_points)) / base_points_in
    return half_up(max(Fraction(0), start + outside), checklist.get("rounding", {}).get("places", 2))


def half_up(number, places):
    """A number that is not below 0, rounded half up."""
    shifted = number * 10**places + Fraction(1, 2)
    return Fraction(shifted.numerator // shifted.denominator, 10**places)


# Rule 5: the grade.


def grade_of(checklist, criteria, answers, total):
    """The grade, and the criterion whose veto has the lowest grade."""
    grades = checklist.get("grade", [])
    ladder = [grade["code"] for grade in grades]
    earned_grade = None
    if total is not None:
        for grade in grades:
            required = grade.get("require", [])
            if total >= Fraction(grade["min"]) and all(
                holds(condition, condition["criterion"], criteria, answers) for condition in required
            ):
                earned_grade = grade["code"]
                break
    vetoes = []
    for name, criterion in criteria.items():
        if "veto" in criterion and not hidden(name, criteria, answers):
            when = criterion["veto"]["when"]
            condition = when if isinstance(when, dict) else {"is": when}
            if holds(condition, condition.get("criterion", name), criteria, answers):
                vetoes.append((name, criterion["veto"]["grade"]))
    if not vetoes:
        return earned_grade, None
    lowest = max((grade for _, grade in vetoes), key=ladder.index)
    veto = next(name for name, grade in vetoes if grade == lowest)
    if earned_grade is None:
        return lowest, veto
    return max(earned_grade, lowest, key=ladder.index), veto


# What is missing.


def missing_of(checklist, criterion, answer, said_beside):
    """``answer``, ``evidence`` and ``reason``, as far as each is owed and not there."""
    if answer is None:
        return ["answer"] if criterion.get("required", True) else []
    if "na" in answer:
        return []
    reason, evidence = said_beside
    missing = []
    if owed(checklist, criterion, answer, criterion.get("evidence", "optional")) and not evidence:
        missing.append("evidence")
    if owed(checklist, criterion, answer, criterion.get("reason", "optional")) and not reason:
        missing.append("reason")
    return missing


def owed(checklist, criterion, answer, rule):
    """``extremes``: the options with the highest and the lowest score, never one without a score."""
    if rule != "extremes":
        return rule == "required"
    if criterion["kind"] == "rating":
        by_code = {option["code"]: option.get("score") for option in scale(checklist, criterion)}
    else:
        by_code = {option["code"]: option.get("points", 0) for option in criterion["option"]}
    known = [score for score in by_code.values() if score is not None]
    return by_code[answer["choice"]] in (max(known), min(known))
