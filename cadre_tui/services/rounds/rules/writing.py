"""A round's rules -> the text of a round file, each key with a remark in the language in use.

Values are written here and not by a library, because the writers that there are keep no remarks and no table on one
line. What is written is read back as the same rules: a test holds it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from cadre_tui.locale import _
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds.rules.reading import CHINA, TIMES
from cadre_tui.services.rounds.rules.remarks import HEAD, REMARKS, SAMPLES

TABLES: Final = ("opens", "deadlines", "validity", "group", "use", "grade", "quota", "refer")
"""What stands in tables of its own, after the single keys."""


def written(rules: RoundRules) -> dict[str, Any]:
    """The rules as a file says them: only what was said, in texts, numbers, days, moments, lists and tables."""
    said = rules.model_dump(exclude_defaults=True)
    if "rounding" in said:
        said["rounding"] = {"places": rules.rounding.places}
    for table, of_day in TIMES.items():
        if table in said:
            said[table] = {
                purpose.value: _day_or_moment(moment, of_day.replace(tzinfo=None))
                for purpose, moment in said[table].items()
            }
    plain: dict[str, Any] = _plain(said)
    return {key: plain[key] for key in RoundRules.model_fields if key in plain}


def text(rules: RoundRules, *, samples: bool = True) -> str:
    """The text of a file that says these rules; with ``samples`` also what was left out, as remarks."""
    said = written(rules)
    lines = [f"# {_(HEAD)}"]
    for key in RoundRules.model_fields:
        if key in TABLES:
            continue
        if key in said:
            lines.append(f"{key} = {value(said[key])}{_remark(key)}")
        elif samples and key in SAMPLES:
            lines.append(f"# {key} = {SAMPLES[key]}{_remark(key)}")
    for key in TABLES:
        lines += _table(key, said.get(key), samples)
    return "\n".join(lines) + "\n"


def value(said: Any) -> str:
    """One value, on one line.

    Raises:
        TypeError: TOML knows nothing of the kind.
    """
    match said:
        case bool():
            return "true" if said else "false"
        case str():
            # JSON's text is TOML's, but for DEL.
            return json.dumps(str(said), ensure_ascii=False).replace("\x7f", "\\u007f")
        case int():
            return str(said)
        case Decimal():
            return f"{said:f}"
        case date():  # and a moment
            return said.isoformat()
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {value(inner)}" for key, inner in said.items()) + " }"
        case Sequence():
            return "[" + ", ".join(map(value, said)) + "]"
    raise TypeError(type(said))


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else value(key)


def _table(key: str, said: Any, samples: bool) -> Iterator[str]:
    """A table, or a list of them; the first header and the first keys bear the remarks."""
    if not said:
        if samples and key in SAMPLES:
            yield ""
            yield from (f"# {line}" for line in SAMPLES[key].splitlines())
        return
    entries = said if isinstance(said, list) else [said]
    header = f"[[{key}]]" if isinstance(said, list) else f"[{key}]"
    for number, entry in enumerate(entries):
        yield ""
        yield header + (_remark(key) if not number else "")
        for name, inner in entry.items():
            yield f"{name} = {value(inner)}" + (_remark(f"{key}.{name}") if not number else "")


def _remark(key: str) -> str:
    return f"  # {_(REMARKS[key])}" if key in REMARKS else ""


def _day_or_moment(moment: datetime, of_day: Any) -> date | datetime:
    """The mere day, where that says the same."""
    here = moment.astimezone(CHINA)
    whole = moment.utcoffset() == CHINA.utcoffset(None) and here.timetz().replace(tzinfo=None) == of_day
    return here.date() if whole else moment


def _plain(said: Any) -> Any:
    if isinstance(said, Mapping):
        return {str(key): _plain(inner) for key, inner in said.items()}
    if isinstance(said, tuple | list):
        return [_plain(each) for each in said]
    return str(said) if isinstance(said, str) else said
