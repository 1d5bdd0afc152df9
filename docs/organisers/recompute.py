"""Recompute a score sheet: python3 recompute.py sheet.json   (Python 3 alone, without the program).

The sheet: what ``cadre results ROUND --subject PERSON --json`` prints. Exact fractions, rounded once, half up. ``=``
is the same, ``!`` is not (exit code 1), ``·`` enters as it is told: kept back, or summed up by a plugin's scorer.
"""

import json
import sys
from fractions import Fraction
from pathlib import Path


def half_up(value, places):
    return Fraction((1 if value >= 0 else -1) * int(abs(value) * 10**places + Fraction(1, 2)), 10**places)


def number(told):
    return None if told is None else Fraction(str(told))


def worked(told):
    return None if told is None else Fraction(told["sum"]) / told["counted"]


def weighted(pairs):
    """Σ weight × figure ÷ Σ weight; None where a figure is not known, or nothing weighs anything."""
    weights, known = sum(weight for weight, _ in pairs), all(figure is not None for _, figure in pairs)
    return sum(weight * figure for weight, figure in pairs) / weights if weights and known else None


def added(checklist, scores):
    """Base sections rescaled to the points that are in, plus bonus and penalty sections, not below 0."""
    earned = points = asked = outside = Fraction(0)
    for section in checklist["sections"]:
        there = [one for one in section["criteria"] if scores.get(one["id"]) is not None]
        whole, cap = sum((scores[one["id"]] for one in there), Fraction(0)), number(section["cap"])
        whole = whole if cap is None else max(-cap, min(cap, whole))
        if section["kind"] == "base":
            asked += sum(number(one["points"]) for one in section["criteria"])
            points += sum(Fraction(one["points"]) for one in there)
            earned += whole
        else:
            outside += whole
    base = earned * Fraction(checklist["total"]) / points if points else Fraction(0)
    return None if checklist["scorer"] or (asked and not points) else max(Fraction(0), base + outside)


def colleagues(sheet, part, rows):
    """Colleagues' figure, of all or by group: from sums and counts, by votes added up from the criteria."""

    def figure(told, scores, known):
        if (sheet["rule"] == "votes" or sheet.get("rule_by")) and known and told["exact"] is not None:
            return added(sheet["checklists"][part["checklist"]], scores)
        return worked(told["worked"]) or number(told["exact"])

    figures, known = [], all(row["withheld"] is None for row in rows)
    if not part["groups"]:
        return figure(part, {row["id"]: worked(row["worked"]) for row in rows}, known)
    for at, group in enumerate(part["groups"]):
        scores = {row["id"]: worked(row["groups_worked"][at]) for row in rows}
        figures.append((number(group["weight"]), figure(group, scores, None not in scores.values())))
    return weighted(figures) or number(part["exact"]) - (number(part["shift"]) or 0)


def recompute(sheet):
    """What each figure is, as it is printed, and as it comes out (None: kept back)."""
    weighed = []
    for part in sheet["parts"]:
        checklist, name = sheet["checklists"][part["checklist"]], f"{part['by']} {part['checklist']}"
        rows = [row for row in sheet["criteria"] if row["checklist"] == part["checklist"]]
        if part["by"] == "peer":
            found = None if checklist["scorer"] and sheet["rule"] == "votes" else colleagues(sheet, part, rows)
            for row in rows:
                by_group = [(number(g["weight"]), worked(w)) for g, w in zip(part["groups"], row["groups_worked"])]
                again = weighted(by_group) if part["groups"] else worked(row["worked"])
                yield row["id"], number(row["peers"]), None if again is None else half_up(again, 2)
        else:
            given = {row["id"]: [one["score"] for one in row["given"] if one["by"] == part["by"]] for row in rows}
            totals = [added(checklist, dict(zip(given, map(number, each)))) for each in zip(*given.values())]
            found = weighted([(1, each) for each in totals if each is not None])
        if part["score"] is not None:
            exact, again = number(part["exact"]), None if found is None else found + (number(part["shift"]) or 0)
            yield name + ("" if again is not None else f"，由插件 by plugin {checklist['scorer']}"), exact, again
            weighed.append((number(part["weight"]), exact if again is None else again))
    if sheet["total"] is not None:
        total = half_up(weighted([each for each in weighed if each[0]]), sheet["places"])
        yield "total", number(sheet["total"]), total
        reached = [grade["code"] for grade in sheet["grades"] if total >= Fraction(grade["min"])][:1]
        code = [None, *reached, *(step["to"] for step in sheet["grade_steps"])][-1]
        yield "grade", sheet["grade"], next((each["text"] for each in sheet["grades"] if each["code"] == code), None)


if __name__ == "__main__":
    told = json.loads(Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else sys.stdin.read())
    results = [each for sheet in told["results"] for each in recompute(sheet) if each != ("grade", None, None)]
    for what, printed, found in results:
        print("·" if found is None else "=" if printed == found else "!", what, printed, found)
    sys.exit(any(found is not None and printed != found for _what, printed, found in results))
