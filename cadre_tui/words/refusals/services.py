"""Refusals of the room ``services``, by code."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
