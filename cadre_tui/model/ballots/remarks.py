"""What a voter wrote about people on a ballot, where the rules let them: packed, it is always of one length."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.model.text import sound

LONGEST: Final = 60
"""Characters about one person."""

ROOM: Final = 3_000
"""Bytes of all that one ballot can hold."""

LENGTH: Final = len(b64encode(bytes(ROOM)))
"""Characters of what is packed."""

Remarks = Mapping[int, str]
"""By the person's place on the ballot, from 0."""


def packed(remarks: Remarks) -> str:
    """All remarks, and room up to the one length.

    Raises:
        BadInput: one is too long or holds what no text holds, or there is no room for all of them.
    """
    kept = {at: " ".join(text.split()) for at, text in sorted(remarks.items())}
    for text in kept.values():
        if len(text) > LONGEST:
            raise BadInput("too-much-written", longest=LONGEST, count=len(text))
        if not sound(text):
            raise BadInput("unsound-text")
    content = json.dumps({str(at): text for at, text in kept.items() if text}, ensure_ascii=False).encode()
    if len(content) > ROOM:
        raise BadInput("ballot-text-full")
    return b64encode(content.ljust(ROOM)).decode()


def unpacked(text: str) -> dict[int, str]:
    """The remarks that were packed."""
    return {int(at): each for at, each in json.loads(b64decode(text)).items()} if text else {}
