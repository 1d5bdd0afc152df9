"""Names of documents as names of files, and back."""

from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

from cadre_tui.store.keys import Key

LONGEST: Final = 200
"""Bytes. File systems take 255, our own endings among them; a longer name is stored under its digest."""


@lru_cache(50_000)  # more than a county has people: a look at its progress asks for each by name
def safe(part: str) -> str:
    """A name for the file system: nothing but letters, digits, ``_``, ``-``, ``~`` and inner dots."""
    quoted = quote(part, safe="", errors="surrogatepass")
    if len(quoted) > LONGEST:
        return f"~{sha256(quoted.encode()).hexdigest()}"
    return "%2E" + quoted[1:] if quoted.startswith(".") else quoted


def named(part: str) -> str:
    """The name that ``safe`` made a file's name of."""
    try:
        return unquote(part, errors="surrogatepass")
    except UnicodeDecodeError:
        return unquote(part)


def name_of(key: Key) -> str:
    """The one name of a document, on every engine and in every backup: ``drawers/2026-h1/q1``."""
    return "/".join(map(safe, (key.kind, *key.of)))


def key_of(name: str) -> Key | None:
    """The key of a name; None where ``name_of`` gives no such name, so that none leads anywhere else."""
    kind, *of = map(named, name.split("/"))
    key = Key(kind, tuple(of))
    return key if name_of(key) == name and all((kind, *of)) else None
