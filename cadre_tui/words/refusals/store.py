"""Refusals of the room ``store``, by code."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
