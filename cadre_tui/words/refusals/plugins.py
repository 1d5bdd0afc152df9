"""Refusals of the room ``plugins``, by code."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
