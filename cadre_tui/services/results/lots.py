"""Lots of a round: what is decided by chance, alike whenever it is asked for, and cannot be foreseen."""

import hmac
from collections.abc import Callable

from cadre_tui.services.county import County
from cadre_tui.store import keys


def lots(county: County, round_id: str) -> Callable[[str], int] | None:
    """A number (64 bits) for each text, made with a key that lies in the round's document and leaves it for nothing.

    None for a round that was opened by a version that drew no lots: its figures stay as they were published.
    """
    secret = (county.store.read(keys.round_rules(round_id)) or {}).get("lot_key")
    if secret is None:
        return None
    key = bytes.fromhex(secret)
    return lambda text: int.from_bytes(hmac.digest(key, text.encode(), "sha256")[:8])
