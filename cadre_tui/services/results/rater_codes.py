"""What stands for a rater where nobody is to learn who it is."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from typing import Final

from cadre_tui.services.county import County
from cadre_tui.store import Document, keys

LENGTH: Final = 8
"""Letters and digits of a code: that two of a thousand raters share one happens in one round of two million."""


def rater_code(county: County, round_id: str, rater: str) -> str:
    """The rater's code in that round: the same whenever it is asked for, another in every round.

    It is made with a key that lies in the round's document and leaves it for nothing: without the key nobody can
    try out whose code it is.
    """
    return rater_codes(county, round_id, (rater,))[rater]


def rater_codes(county: County, round_id: str, raters: Iterable[str]) -> dict[str, str]:
    """The codes of many raters."""
    key = _key(county, round_id)
    return {rater: _code(key, rater) for rater in raters}


def _code(key: bytes, rater: str) -> str:
    return base64.b32encode(hmac.new(key, rater.encode(), hashlib.sha256).digest()).decode()[:LENGTH]


def _key(county: County, round_id: str) -> bytes:
    document = county.store.read(keys.round_rules(round_id)) or {}
    if "rater_key" not in document:  # opened by a version that knew no codes
        document = county.store.change(keys.round_rules(round_id), _with_key)
    return bytes.fromhex(document["rater_key"])


def _with_key(found: Document | None) -> Document:
    return {"rater_key": secrets.token_hex(32), **(found or {})}
