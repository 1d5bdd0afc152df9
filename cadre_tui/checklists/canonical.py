"""The canonical form of a checklist, and its digest.

For ``schema = 1`` the canonical form is, for all time, the tables and keys of the resolved checklist as they were
set, and nothing that was not set, in which

- a table is a JSON object and a list a JSON array in its order;
- a text (``title``, ``publisher``, ``document``, ``text``, ``guidance``, ``unit``) is an object by language; one
  that was written as a plain string stands under the checklist's ``lang`` (``zh`` where that was not set);
- a number, a whole one such as ``schema`` or ``places`` too, is a JSON string in its shortest decimal form: no
  exponent, no ``+``, no zeros that tell nothing, ``0`` and never ``-0`` (``1.50`` is
  ``"1.5"``, ``1e2`` is ``"100"``);
- the own keys of a plugin's kind are as they were written, but for numbers and dates: a text is not put under a
  language there, so that the digest is the same whether or not the plugin is at hand;
- a date is the JSON string ``"2026-03-01"``; true and false stay true and false; codes and ids stay strings.

The digest is the SHA-256, in lower-case hexadecimal, of that form as JSON in UTF-8 with the keys of every object
sorted by code point, no spaces, and no character escaped that need not be
(``json.dumps(form, ensure_ascii=False, sort_keys=True, separators=(",", ":"))``).
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cadre_tui.model.checklists.checklist import Criterion
from cadre_tui.model.text import Text

_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(written: Any, noun: Any) -> Any:
    """The canonical form of what was ``written``; ``noun``, what it was read as, tells which strings are texts."""
    if type(noun) is Text:
        return dict(sorted(noun.root.items()))
    if isinstance(written, dict):
        return _table(written, _nouns(noun))
    if isinstance(written, list):
        nouns = noun if isinstance(noun, tuple) else (None,) * len(written)
        return [canonical(value, each) for value, each in zip(written, nouns, strict=True)]
    if isinstance(written, bool | str):
        return written
    if isinstance(written, int):
        return str(written)
    return written.isoformat() if isinstance(written, date) else shortest(Decimal(written))


def _table(written: Mapping[str, Any], nouns: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key in sorted(written):
        value, noun = written[key], nouns.get(key)
        plain = type(value) is str and type(noun) is not Text  # as most values are: they need no call
        found[key] = value if plain else canonical(value, noun)
    return found


def _nouns(own: Any) -> Mapping[str, Any]:
    """What the keys of a table were read as. A plugin's own keys stay as written: what they are only it knows."""
    read: dict[str, Any] = getattr(own, "__dict__", {})
    if "." in read.get("kind", "") and isinstance(own, Criterion):
        return {key: read.get(key) for key in Criterion.model_fields}
    return read


def shortest(number: Decimal) -> str:
    """The shortest decimal form without an exponent."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def digest(form: Mapping[str, Any]) -> str:
    """The SHA-256 of a canonical form."""
    return hashlib.sha256(_json(form).encode()).hexdigest()
