"""A round while it is being written in the app: what was typed, read by the same rules as a file. Pure.

The draft is what a round file would say. What cannot be read stays in it as it was typed, so that nothing is lost and
the fault is told at its field.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from cadre_tui.locale import _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds.rules.reading import rules_in
from cadre_tui.services.rounds.rules.templates import INSPECTOR
from cadre_tui.services.rounds.rules.writing import written

SEPARATORS: Final = re.compile(r"[、，,；;\s]+")
REFERRAL: Final = re.compile(r"([^<>]+)([<>])\s*(\d+/\d+|\d+(?:\.\d+)?\s*[%％]?)")
GRADE: Final = re.compile(r"(\S+?)\s*(?:≥|>=)?\s*(\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Reading:
    """What the draft says by now: the rules (None: they cannot be read), and the faults by path."""

    rules: RoundRules | None
    faults: tuple[Fault, ...]

    @property
    def right(self) -> bool:
        """Whether a round can be made of it."""
        return self.rules is not None and not any(not each.warning for each in self.faults)


@dataclass
class Draft:
    """The keys of a round file, by path: ``deadlines.self``, ``title.zh``."""

    said: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: RoundRules) -> "Draft":
        """The draft that says these rules; ids that only stand for the county's own are left out."""
        said = written(rules)
        if said.get("inspectors") == [INSPECTOR]:
            del said["inspectors"]
        return cls(said)

    def read(self) -> Reading:
        """Read it as a file is read."""
        return Reading(*rules_in({"use": [], **self.said}))

    def get(self, path: str) -> Any:
        """What stands at a path; None where nothing was said."""
        here: Any = self.said
        for step in path.split("."):
            if isinstance(here, list):
                here = here[int(step)]
            else:
                here = here.get(step) if isinstance(here, Mapping) else None
        return here

    def put(self, path: str, value: Any) -> None:
        """Say something at a path; None: say nothing there any more, nor an empty table around it."""
        *above, last = path.split(".")
        here: Any = self.said
        for step in above:
            here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
        if value is None:
            here.pop(last, None)
        else:
            here[last] = value
        if above and len(above) == 1 and not here:
            self.said.pop(above[0])

    # Who fills which checklist

    def weight_of(self, checklist: str, by: Purpose) -> str:
        """What was typed as its weight: empty where it is not used, 0 where it is only shown."""
        for use in self.said.get("use", []):
            if use["checklist"].split("|")[0] == checklist and use["by"] == by.value:
                return shown(use.get("weight", Decimal(0)))
        return ""

    def weigh(self, checklist: str, by: Purpose, typed: str) -> None:
        """Use a checklist with the weight that was typed; nothing typed: do not use it."""
        uses = self.said.setdefault("use", [])
        found = next((u for u in uses if u["checklist"].split("|")[0] == checklist and u["by"] == by.value), None)
        if not typed.strip():
            if found is not None:
                uses.remove(found)
            return
        if found is None:
            found = {"checklist": checklist, "by": by.value}
            uses.append(found)
        found["weight"] = number(typed)


def shown(value: Any) -> str:
    """A value as somebody would type it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, list):
        return _("、").join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def number(typed: str) -> Any:
    """The number that was typed, whole ones as such; what is none stays text."""
    try:
        found = Decimal(typed.strip())
    except InvalidOperation:
        return typed
    return int(found) if found == found.to_integral_value() and "." not in typed else found


def portion(typed: str) -> Any:
    """A share as ``0.2``, ``20%`` or ``1/3``; None where nothing was typed; what is none stays text."""
    text = typed.strip().replace("％", "%").replace(" ", "")
    if not text:
        return None
    if text.endswith("%"):
        found = number(text[:-1])
        return found / Decimal(100) if isinstance(found, int | Decimal) else typed
    return number(text)


def referrals(typed: str) -> Any:
    """``good+fair<2/3、poor>1/3``: the cases that people look at; what cannot be understood stays text."""
    found = []
    plain = typed.translate(str.maketrans("＜＞＋", "<>+"))
    for piece in filter(None, re.split(r"[、，,；;]+", plain)):
        told = REFERRAL.fullmatch(piece.strip())
        if told is None:
            return typed
        options = [each.strip() for each in told[1].split("+")]
        found.append({"options": options, ("under" if told[2] == "<" else "over"): portion(told[3])})
    return found or None


def referrals_shown(said: Any) -> str:
    """The same the other way round."""
    if not isinstance(said, list):
        return str(said or "")
    return _("、").join(
        "+".join(each["options"]) + (f"<{shown(each['under'])}" if "under" in each else f">{shown(each.get('over'))}")
        for each in said
    )


def moment(typed: str) -> Any:
    """A day, or a day and an hour in China; None where nothing was typed; what is neither stays text."""
    text = typed.strip().replace("/", "-").replace("：", ":")
    if not text:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
            return date(*map(int, text.split("-")))
        found = datetime.fromisoformat(text)
    except ValueError:
        return typed
    from cadre_tui.services.rounds.rules.reading import CHINA  # noqa: PLC0415

    return found if found.tzinfo else found.replace(tzinfo=CHINA)


def names(typed: str) -> Any:
    """Ids or names with any sign between them; None where there is none."""
    return [each for each in SEPARATORS.split(typed) if each] or None


def grades(typed: str, before: Any) -> Any:
    """``优秀 90、良好 80``: the grades, those that were there before with their codes and other languages.

    What cannot be understood stays text.
    """
    if not typed.strip():
        return None
    known = {each["text"].get("zh"): each for each in before or [] if isinstance(each, dict)}
    known |= {each["text"].get("en"): each for each in before or [] if isinstance(each, dict)}
    found = []
    for place, piece in enumerate(filter(None, re.split(r"[、，,；;]+", typed)), start=1):
        told = GRADE.fullmatch(piece.strip())
        if told is None:
            return typed
        one = known.get(told[1]) or {"code": f"g{place}", "text": {"zh": told[1]}}
        found.append({**one, "min": number(told[2])})
    return found
