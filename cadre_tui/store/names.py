"""Names of documents as names of files, and back."""

from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import quote, unquote

LONGEST: Final = 200
"""Bytes. File systems take 255, our own endings among them; a longer name is stored under its digest."""


@lru_cache(10_000)
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
