"""What somebody wrote of a round -> its rules, and every fault in it: of a file, or of what was typed in the app."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final

from cadre_tui.checklists.fields import Fields
from cadre_tui.checklists.positions import InText, Positions
from cadre_tui.checklists.report import report
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.codes import checklists as shared
from cadre_tui.model.codes import inputs as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.model.text import LANGUAGE
from cadre_tui.model.written import Writing
from cadre_tui.services.rounds.rules.checks import ROUND_ID, examine

SCHEMA: Final = 1
"""The newest layout of a round file that this program reads."""

CHINA: Final = timezone(timedelta(hours=8))
YEARS: Final = range(2000, 2200)
DAY_BEGINS, DAY_ENDS = time(0), time(23, 59, 59)
TIMES: Final = {"opens": DAY_BEGINS, "deadlines": DAY_ENDS}
"""The tables of times, each with the hour that is meant where only the day is written."""

AROUND: Final = ("schema", "lang", *TIMES)
"""Keys of the file that are no field of the rules, or are read by hand."""

OWN_CODES: Final = {
    shared.UNKNOWN_KEY: codes.ROUND_UNKNOWN_KEY,
    shared.MISSING_KEY: codes.ROUND_MISSING_KEY,
    shared.WRONG_TYPE: codes.ROUND_WRONG_TYPE,
    shared.NOT_ONE_OF: codes.ROUND_NOT_ONE_OF,
    shared.UNUSABLE_NUMBER: codes.ROUND_UNUSABLE_NUMBER,
    shared.EMPTY: codes.ROUND_EMPTY,
    shared.BAD_LANGUAGE: codes.ROUND_BAD_LANGUAGE,
    shared.OUT_OF_RANGE: codes.ROUND_OUT_OF_RANGE,
    shared.UNSOUND_TEXT: codes.ROUND_UNSOUND_TEXT,
}
"""Single fields are read as a checklist's are; their faults bear the round's own codes."""


def rules_in(
    raw: dict[str, Any], text: str = "", file: str | None = None
) -> tuple[RoundRules | None, tuple[Fault, ...]]:
    """The rules as far as they can be read (None: not even that), and all that is wrong or should be said of them.

    ``text`` is the file's, where it is one: then the faults tell their lines. Where a fault is no warning the rules
    are not to be used.
    """
    lang = raw.get("lang")
    fields = Fields(Writing(lang=lang if isinstance(lang, str) and LANGUAGE.fullmatch(lang) else "zh"))
    rules = _rules(raw, fields)
    told = report(fields.faults, raw, Positions(text) if text else InText(), file)
    return rules, tuple(each.model_copy(update={"code": OWN_CODES.get(each.code, each.code)}) for each in told)


def _rules(raw: dict[str, Any], fields: Fields) -> RoundRules | None:
    note = fields.faults.append
    if "schema" in raw and (isinstance(raw["schema"], bool) or raw["schema"] != SCHEMA):
        note(Fault(code=codes.ROUND_WRONG_SCHEMA, path="schema", values={"known": SCHEMA}))
    lang = raw.get("lang", "zh")
    if not isinstance(lang, str) or not LANGUAGE.fullmatch(lang):
        note(Fault(code=codes.ROUND_BAD_LANGUAGE, path="lang", values={"name": str(lang)}))
    times = {key: dict(_times(key, raw.get(key, {}), fields)) for key in TIMES}
    written = {key: value for key, value in raw.items() if key not in AROUND}
    stand_in = {"id": "round", "title": "?", "use": []}
    rules = fields.read(RoundRules, written, "", **stand_in)
    if rules is None and (lacking := {key: value for key, value in stand_in.items() if key not in written}):
        # A key that is not there has been told; the rest is still looked at.
        rules = Fields(fields.writing).read(RoundRules, {**written, **lacking}, "", **stand_in)
    if rules is None:
        return None
    whole = rules.model_copy(update=times)
    if "id" in written and isinstance(written["id"], str) and not ROUND_ID.fullmatch(rules.id):
        note(Fault(code=codes.ROUND_BAD_ID, path="id", values={"name": rules.id}))
    fields.faults += examine(whole, raw, frozenset(fields.unread))
    return whole


def _times(table: str, written: Any, fields: Fields) -> Iterator[tuple[Purpose, datetime]]:
    known = tuple(Purpose)
    if not isinstance(written, dict):
        fields.unread.add(table)
        fields.faults.append(Fault(code=codes.ROUND_WRONG_TYPE, path=table, values={"expected": "table"}))
        return
    for key, value in written.items():
        path = f"{table}.{key}"
        if key not in known:
            values = {"name": key, "known": [each.value for each in known]}
            fields.faults.append(Fault(code=codes.ROUND_UNKNOWN_KEY, path=path, values=values))
        elif not isinstance(value, date) or value.year not in YEARS:
            fields.unread.add(path)
            code = codes.ROUND_BAD_DEADLINE if table == "deadlines" else codes.ROUND_BAD_OPENING
            fields.faults.append(Fault(code=code, path=path))
        else:
            if isinstance(value, datetime) and value.tzinfo is None:
                fields.faults.append(Fault(code=codes.ROUND_ZONE_ASSUMED, path=path, warning=True))
            yield Purpose(key), _moment(value, TIMES[table])


def _moment(written: date | datetime, of_day: time) -> datetime:
    """A moment with its zone; of a mere day the given hour, in China."""
    if isinstance(written, datetime):
        return written if written.tzinfo else written.replace(tzinfo=CHINA)
    return datetime.combine(written, of_day, CHINA)
