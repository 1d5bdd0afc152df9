"""Plain dicts -> TOML text, in the shape in which a county writes a checklist."""

import json
from datetime import date
from decimal import Decimal


def checklist_text(checklist):
    """The text of a checklist file; sections, criteria, scales and grades as arrays of tables."""
    lines = [
        f"{key} = {inline(value)}" for key, value in checklist.items() if key not in {"scale", "section", "grade"}
    ]
    for scale in checklist.get("scale", []):
        lines += ["", "[[scale]]", *keys(scale)]
    for section in checklist["section"]:
        lines += ["", "[[section]]", *keys({key: value for key, value in section.items() if key != "criterion"})]
        for criterion in section["criterion"]:
            lines += ["", "  [[section.criterion]]"]
            lines += keys({key: value for key, value in criterion.items() if key != "line"}, "  ")
            for line in criterion.get("line", []):
                lines += ["  [[section.criterion.line]]", *keys(line, "  ")]
    for grade in checklist.get("grade", []):
        lines += ["", "[[grade]]", *keys(grade)]
    return "\n".join(lines) + "\n"


def keys(table, indent=""):
    """One line for each key."""
    return [f"{indent}{key} = {inline(value)}" for key, value in table.items()]


def inline(value):
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(inner)}" for key, inner in value.items()) + " }"
    return "[" + ", ".join(inline(inner) for inner in value) + "]"
