"""What a stored file holds around its document: the layout's number and a checksum of every byte.

``{"checksum":"sha256:…","schema":2,"tables":{…},"name":"…"}``. The checksum is the SHA-256 of all that follows it,
from the quotation mark that closes it to the end of the file; the few bytes before it are always the same. So a bit
that turned over anywhere and a file that was cut off anywhere are found. ``name`` says whose content it is: where
files were exchanged, or one was copied over another, each is whole, and yet not what was written there. What was
written before there were names has none, and is believed. What else stands beside the tables survives a rewrite.

Schema 1 had no checksum. Its files are read, and get one when they are written.
"""

import json
import threading
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final

import msgspec

SCHEMA: Final = 2
"""The newest layout that this program reads and the one that it writes."""

NAME: Final = "name"
"""The field that says whose content it is, as ``names.name_of`` calls it."""

SEALED_SINCE: Final = 2
"""The layout from which on there is a checksum."""

STEPS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {1: lambda envelope: envelope}
"""From each layout to the next. Schema 2 added the checksum, which ``packed`` puts before the rest."""

BEGINNING: Final = b'{"checksum":"sha256:'
BODY: Final = len(BEGINNING) + sha256().digest_size * 2
"""Where what the checksum covers begins."""


WRITER: Final = msgspec.json.Encoder()
"""Several times as quick as the standard library, and keeps whole numbers of any size."""

THIS_THREAD: Final = threading.local()


class Damaged(Exception):
    """These bytes are not what a program of ours wrote."""


class Newer(Exception):
    """A later program wrote it, in the layout ``schema``."""

    def __init__(self, schema: int) -> None:
        super().__init__(schema)
        self.schema = schema


def packed(envelope: Mapping[str, Any]) -> bytes:
    """The bytes of a file that holds ``envelope``, in the newest layout, with their checksum."""
    kept = {name: value for name, value in envelope.items() if name not in ("checksum", "schema")}
    # Written where it is to stand, since a copy costs as much as the writing; its first brace becomes the comma.
    content = _room()
    WRITER.encode_into({"schema": SCHEMA, **kept}, content, BODY + 1)
    content[BODY : BODY + 2] = b'",'
    content[: len(BEGINNING)] = BEGINNING
    content[len(BEGINNING) : BODY] = sha256(memoryview(content)[BODY:]).hexdigest().encode()
    return bytes(content)


def _room() -> bytearray:
    """Where this thread writes: room that is there already."""
    if not hasattr(THIS_THREAD, "room"):
        THIS_THREAD.room = bytearray()
    room: bytearray = THIS_THREAD.room
    return room


def newest(envelope: Mapping[str, Any]) -> dict[str, Any]:
    """What a file of any earlier layout holds, as the newest layout has it; unknown fields stay."""
    found = dict(envelope)
    for schema in range(found["schema"], SCHEMA):
        found = {**STEPS[schema](found), "schema": schema + 1}
    return found


def unpacked(content: bytes, name: str = "") -> dict[str, Any]:
    """What the bytes of a file hold, of this layout or an earlier one. ``name``: whose they are to be.

    Raises:
        Damaged: they are no whole file, are not as they were written, or are another's.
        Newer: a later program wrote them.
    """
    sealed = content.startswith(BEGINNING)
    if sealed and sha256(memoryview(content)[BODY:]).hexdigest().encode() != content[len(BEGINNING) : BODY]:
        raise Damaged
    try:
        envelope = _read(content)
    except (ValueError, RecursionError):
        raise Damaged from None
    schema = envelope.get("schema") if isinstance(envelope, dict) else None
    if type(schema) is not int:
        raise Damaged
    if schema > SCHEMA:
        raise Newer(schema)
    if name and envelope.get(NAME, name) != name:
        raise Damaged
    tables = envelope.get("tables")
    if (schema >= SEALED_SINCE) is not sealed or not isinstance(tables, dict):
        raise Damaged
    if not all(isinstance(table, dict) for table in tables.values()):
        raise Damaged
    return dict(envelope)


def later(content: bytes | None) -> int:
    """The layout in which a later program wrote these bytes; 0 where none did."""
    try:
        if content is not None:
            unpacked(content)
    except Newer as newer:
        return newer.schema
    except Damaged:
        return 0
    return 0


def _read(content: bytes) -> Any:
    """As quick; what it does not take (``NaN``, half a character), the standard library may."""
    try:
        return msgspec.json.decode(content)
    except msgspec.DecodeError:
        return json.loads(content)
