"""A round file: the rules of one round, in TOML.

::

    schema = 1                      # may be left out
    id = "2026-h2"                  # letters, digits, - _ and dots; never used again
    title = { zh = "2026年下半年学习考评", en = "Learning evaluation, second half of 2026" }
    lang = "zh"                     # what a plain text is written in; zh if left out
    colleagues = "unit"             # unit: all of one's unit; roster: whom the roster names; none
    inspectors = ["zzb"]            # ids of the people who fill what is used by "check"
    units = ["城关镇", "县政府办公室"]   # who takes part; left out: all units
    min_raters = 3                  # nothing from colleagues is shown from fewer
    rounding = { places = 1 }       # of the total
    # former = "2026-h1"            # the published round that this one is held against; the first has none

    [deadlines]                     # each may be left out: then the closing of the round ends it
    self = 2026-12-20               # a day: until its end, in China (+08:00)
    peer = 2026-12-27T18:00:00+08:00    # a moment carries its zone; +08:00 is assumed, and said, where it has none

    [[use]]                         # at least one
    checklist = "core.learning"     # an id (the newest version when the round opens) or "id|version"
    by = "self"                     # self, peer or check
    weight = 40                     # in the total; left out or 0: shown, not counted

    [[grade]]                       # from the top, the first that is reached; may be left out
    code = "excellent"
    text = "优秀"
    min = 90
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from cadre_tui.checklists.fields import Fields
from cadre_tui.checklists.report import report
from cadre_tui.model import fault_codes as shared
from cadre_tui.model import input_fault_codes as codes
from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import BadInput, Fault, Place
from cadre_tui.model.round_rules import RoundRules
from cadre_tui.model.text import LANGUAGE
from cadre_tui.model.written import Writing, exact
from cadre_tui.services.rounds.checks import examine

SCHEMA: Final = 1
"""The newest layout of a round file that this program reads."""

CHINA: Final = timezone(timedelta(hours=8))
YEARS: Final = range(2000, 2200)
MOST_BYTES: Final = 1024 * 1024
ROUND_ID: Final = re.compile(r"\w[\w.-]{0,39}")
AROUND: Final = ("schema", "lang", "deadlines")
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
"""Single fields are read as a checklist's are; their faults bear the round file's own codes."""


def read_rules(path: Path | str) -> RoundRules:
    """The rules that a round file says.

    Raises:
        BadInput: the file cannot be used (``round-file-faulty``: every fault is listed).
    """
    return read_round_file(path)[0]


def read_round_file(path: Path | str) -> tuple[RoundRules, tuple[Fault, ...]]:
    """The rules, and what should be said about the file though it can be used (warnings)."""
    file = Path(path).name
    text, raw = _toml(_bytes(Path(path)), file)
    schema = raw.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise BadInput("round-file-newer", file=file, schema=schema)
    lang = raw.get("lang")
    fields = Fields(Writing(lang=lang if isinstance(lang, str) and LANGUAGE.fullmatch(lang) else "zh"))
    rules = _rules(raw, fields)
    told = report(fields.faults, raw, text, file)
    told = tuple(each.model_copy(update={"code": OWN_CODES.get(each.code, each.code)}) for each in told)
    wrong = tuple(each for each in told if not each.warning)
    if wrong or rules is None:
        raise BadInput("round-file-faulty", wrong, file=file, count=len(wrong))
    return rules, told


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise BadInput("round-file-not-found", file=str(path)) from None
    except (OSError, ValueError):
        raise BadInput("round-file-unreadable", file=str(path)) from None
    if len(content) > MOST_BYTES:
        raise BadInput("round-file-too-large", file=path.name)
    return content


def _toml(content: bytes, file: str) -> tuple[str, dict[str, Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Place(file=file, line=content.count(b"\n", 0, error.start) + 1)
        raise BadInput(
            "round-file-faulty", (Fault(code=codes.ROUND_NOT_UTF8, place=place),), file=file, count=1
        ) from None
    try:
        return text, tomllib.loads(text, parse_float=exact)
    except (ValueError, RecursionError, ArithmeticError) as error:
        words, _, at = str(error).rpartition(" (at ")
        line = re.match(r"line (\d+)", at)
        place = Place(file=file, line=int(line[1]) if line else None)
        fault = Fault(code=codes.ROUND_NOT_TOML, place=place, values={"parser": words or str(error)})
        raise BadInput("round-file-faulty", (fault,), file=file, count=1) from None


def _rules(raw: dict[str, Any], fields: Fields) -> RoundRules | None:
    """The rules as far as they can be read; what is wrong is noted in ``fields``."""
    note = fields.faults.append
    if "schema" in raw and (isinstance(raw["schema"], bool) or raw["schema"] != SCHEMA):
        note(Fault(code=codes.ROUND_WRONG_SCHEMA, path="schema", values={"known": SCHEMA}))
    lang = raw.get("lang", "zh")
    if not isinstance(lang, str) or not LANGUAGE.fullmatch(lang):
        note(Fault(code=codes.ROUND_BAD_LANGUAGE, path="lang", values={"name": str(lang)}))
    deadlines = dict(_deadlines(raw.get("deadlines", {}), fields))
    written = {key: value for key, value in raw.items() if key not in AROUND}
    stand_in = {"id": "round", "title": "?", "use": []}
    rules = fields.read(RoundRules, written, "", **stand_in)
    if rules is None and (lacking := {key: value for key, value in stand_in.items() if key not in written}):
        # A key that is not there has been told; the rest is still looked at.
        rules = Fields(fields.writing).read(RoundRules, {**written, **lacking}, "", **stand_in)
    if rules is None:
        return None
    whole = rules.model_copy(update={"deadlines": deadlines})
    if "id" in written and isinstance(written["id"], str) and not ROUND_ID.fullmatch(rules.id):
        note(Fault(code=codes.ROUND_BAD_ID, path="id", values={"name": rules.id}))
    fields.faults += examine(whole, raw, frozenset(fields.unread))
    return whole


def _deadlines(written: Any, fields: Fields) -> Iterator[tuple[Purpose, datetime]]:
    known = tuple(Purpose)
    if not isinstance(written, dict):
        fields.faults.append(Fault(code=codes.ROUND_WRONG_TYPE, path="deadlines", values={"expected": "table"}))
        return
    for key, value in written.items():
        path = f"deadlines.{key}"
        if key not in known:
            values = {"name": key, "known": [each.value for each in known]}
            fields.faults.append(Fault(code=codes.ROUND_UNKNOWN_KEY, path=path, values=values))
        elif not isinstance(value, date) or value.year not in YEARS:
            fields.faults.append(Fault(code=codes.ROUND_BAD_DEADLINE, path=path))
        else:
            if isinstance(value, datetime) and value.tzinfo is None:
                fields.faults.append(Fault(code=codes.ROUND_ZONE_ASSUMED, path=path, warning=True))
            yield Purpose(key), _moment(value)


def _moment(written: date | datetime) -> datetime:
    """A moment with its zone; a day lasts until its end, in China."""
    if isinstance(written, datetime):
        return written if written.tzinfo else written.replace(tzinfo=CHINA)
    return datetime.combine(written, time(23, 59, 59), CHINA)
