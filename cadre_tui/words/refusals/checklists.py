"""Refusals of the room ``checklists``, by code."""

from typing import Final

SENTENCES: Final[dict[str, str]] = {}
